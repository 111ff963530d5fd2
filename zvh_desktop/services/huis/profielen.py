"""A newer version of the house profile in a running house, and which versions there have been.

Meetings that were held, or whose agenda has akkoord, keep the profile under which that happened; meetings still in
preparation go on under the new one. Nothing that is in use can disappear from under a casus.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import InvoerOngeldig, ProfielBevinding, ProfielOngeldig
from zvh_desktop.models.instelling import Instelling
from zvh_desktop.models.overleg import ProfielVersie
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.profiel.lezen import lees_bewaard_profiel, lees_profiel
from zvh_desktop.models.taal import datum_kort, opsomming
from zvh_desktop.services.huis.profielgebruik import (
    LopendeCasus,
    Voorbereiding,
    ga_verder_met,
    lees_profielgebruik,
    overleggen_per_versie,
)
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, nieuwste_profielversie

_MEESTE_GENOEMD = 10


@dataclass(frozen=True, slots=True)
class ProfielVersieRegel:
    """A version that is or was in force, and how many meetings are held under it."""

    id: int
    versie: str
    naam: str
    in_gebruik_sinds: datetime
    in_gebruik: bool
    overleggen: int


@dataclass(frozen=True, slots=True)
class ProfielVoorbeeld:
    """What taking a profile into use would do, before it is done."""

    naam: str
    versie: str
    nu: str
    """The version now in force."""
    bezwaren: tuple[ProfielBevinding, ...]
    """What stands in the way; empty when it can be taken into use."""
    gevolgen: tuple[str, ...]
    """What changes with it, in sentences."""


class ProfielService:
    """Use cases of the beheerder on the house profile."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def versies(self) -> tuple[ProfielVersieRegel, ...]:
        """Every version, the newest first; readable by every role."""
        with self._werkplek.lees(Recht.PARTIJEN_LEZEN) as sessie:
            nu = nieuwste_profielversie(sessie).id
            aantallen = overleggen_per_versie(sessie)
            return tuple(
                ProfielVersieRegel(
                    id=rij.id,
                    versie=rij.versie,
                    naam=lees_bewaard_profiel(rij.inhoud, f"{rij.sleutel} {rij.versie}").naam,
                    in_gebruik_sinds=als_lokaal(rij.vastgelegd_op),
                    in_gebruik=rij.id == nu,
                    overleggen=aantallen.get(rij.id, 0),
                )
                for rij in sessie.scalars(select(ProfielVersie).order_by(ProfielVersie.id.desc()))
            )

    def bekijk(self, toml_tekst: str, bron: str = "uit dit bestand") -> ProfielVoorbeeld:
        """What taking this profile into use would do. Raises ProfielOngeldig, InvoerOngeldig."""
        nieuw = lees_profiel(toml_tekst, bron)
        with self._werkplek.lees(Recht.INSTELLINGEN_BEHEREN) as sessie:
            self._eis_opvolger(sessie, nieuw)
            return ProfielVoorbeeld(
                naam=nieuw.naam,
                versie=nieuw.versie,
                nu=self._werkplek.profiel.versie,
                bezwaren=bezwaren_tegen(self._werkplek, sessie, nieuw),
                gevolgen=_gevolgen(sessie, nieuw),
            )

    def neem_in_gebruik(self, toml_tekst: str, bron: str = "uit dit bestand") -> tuple[str, ...]:
        """Put this profile in force; returns what changed with it, in sentences.

        Raises ProfielOngeldig with each fase, aanpak, besluit or overlegsoort that is in use and missing, and
        InvoerOngeldig for the profile of another house or a version that was there before.
        """
        nieuw = lees_profiel(toml_tekst, bron)
        with self._werkplek.schrijf(Recht.INSTELLINGEN_BEHEREN, "huisprofiel in gebruik genomen", "huis") as werk:
            werk.raakt(f"{nieuw.sleutel} {nieuw.versie}")
            self._eis_opvolger(werk.sessie, nieuw)
            bezwaren = bezwaren_tegen(self._werkplek, werk.sessie, nieuw)
            if bezwaren:
                raise ProfielOngeldig(bron, bezwaren)
            gevolgen = _gevolgen(werk.sessie, nieuw)
            versie = ProfielVersie(
                sleutel=nieuw.sleutel,
                versie=nieuw.versie,
                inhoud=nieuw.brontekst,
                vastgelegd_op=self._werkplek.nu(),
            )
            werk.sessie.add(versie)
            werk.sessie.flush()
            ga_verder_met(werk.sessie, versie.id)
            for instelling in _vervallen_lezingen(werk.sessie, nieuw):
                werk.sessie.delete(instelling)
        self._werkplek.profiel = nieuw
        return gevolgen

    def _eis_opvolger(self, sessie: Session, nieuw: Huisprofiel) -> None:
        nu = self._werkplek.profiel
        if nieuw.sleutel != nu.sleutel:
            raise InvoerOngeldig(
                "profiel",
                f"Dit is het profiel van een ander huis: {nieuw.naam} ({nieuw.sleutel}). Deze kluis is van {nu.naam} "
                f"({nu.sleutel}).",
                advies="Kies een profiel met dezelfde sleutel.",
            )
        # Compared here: a server keeps the name of a version where it cannot read it.
        if nieuw.versie in sessie.scalars(select(ProfielVersie.versie)).all():
            raise InvoerOngeldig(
                "profiel",
                f"Versie {nieuw.versie} van het huisprofiel is of was hier al in gebruik.",
                advies="Geef nieuwe inhoud een nieuwe versie.",
            )


def bezwaren_tegen(werkplek: Werkplek, sessie: Session, nieuw: Huisprofiel) -> tuple[ProfielBevinding, ...]:
    """Every key that something running uses and this profile does not have, with the casussen or meetings."""
    nu = lees_profielgebruik(sessie)
    casussen = nu.casussen
    gebruik: list[tuple[str, str, Callable[[str], str], Mapping[str, list[str]], Iterable[str]]] = [
        (
            "fasen",
            "fase",
            _naam_uit(werkplek.profiel.fasen),
            _per_sleutel((casus.fase, casus.nummer) for casus in casussen),
            (fase.sleutel for fase in nieuw.fasen),
        ),
        (
            "aanpakken",
            "aanpak",
            _naam_uit(werkplek.profiel.aanpakken),
            _per_sleutel((*((casus.aanpak, casus.nummer) for casus in casussen), *nu.aanpakken)),
            (aanpak.sleutel for aanpak in nieuw.aanpakken),
        ),
        (
            "besluiten",
            "besluit",
            _naam_uit(werkplek.profiel.besluiten),
            _per_sleutel(nu.besluiten),
            (besluit.sleutel for besluit in nieuw.besluiten),
        ),
        (
            "overlegsoorten",
            "overlegsoort",
            _naam_uit(werkplek.profiel.overlegsoorten),
            _per_sleutel((*_geplande_soorten(nu.overleggen), *nu.routeringen)),
            (soort.sleutel for soort in nieuw.overlegsoorten),
        ),
    ]
    bezwaren = []
    for plaats, woord, naam_van, wie, bekend in gebruik:
        over = set(bekend)
        for sleutel, waar in sorted(wie.items()):
            if sleutel and sleutel not in over:
                bezwaren.append(
                    ProfielBevinding(
                        plaats,
                        f'geen {woord} "{sleutel}" ({naam_van(sleutel)}), nog in gebruik bij {_kort(waar)}',
                        f"de {woord} die er nu is" if woord != "besluit" else "het besluit dat er nu is",
                    )
                )
    return (*bezwaren, *_fase_van_een_ander(casussen, nieuw), *_andere_soort(nu.overleggen, nieuw))


def _fase_van_een_ander(casussen: Iterable[LopendeCasus], nieuw: Huisprofiel) -> Iterable[ProfielBevinding]:
    """A casus cannot be left in a fase that its aanpak does not have any more."""
    fasen = {fase.sleutel: fase for fase in nieuw.fasen}
    buiten = [
        (fasen[casus.fase], casus)
        for casus in casussen
        if casus.fase in fasen and not fasen[casus.fase].hoort_bij(casus.aanpak)
    ]
    for fase, casus in buiten:
        zin = f'fase "{fase.sleutel}" niet bij aanpak "{casus.aanpak}", nog in gebruik bij {casus.nummer}'
        yield ProfielBevinding("fasen", zin, "de fase die er nu is, ook bij deze aanpak")


def _andere_soort(voorbereiding: Iterable[Voorbereiding], nieuw: Huisprofiel) -> Iterable[ProfielBevinding]:
    """A planned meeting cannot turn from one with casussen into one without, or back."""
    soorten = {soort.sleutel: soort for soort in nieuw.overlegsoorten}
    for overleg in voorbereiding:
        soort = soorten.get(overleg.soort)
        if soort is not None and soort.casuistiek != overleg.casuistiek:
            yield ProfielBevinding(
                f'overlegsoorten "{overleg.soort}".casuistiek',
                "true" if soort.casuistiek else "false",
                f"{'true' if overleg.casuistiek else 'false'}, want op {datum_kort(overleg.datum)} is er een gepland",
            )


def _geplande_soorten(voorbereiding: Iterable[Voorbereiding]) -> Iterable[tuple[str, str]]:
    return ((overleg.soort, f"het overleg van {datum_kort(overleg.datum)}") for overleg in voorbereiding)


def _per_sleutel(paren: Iterable[tuple[str, str]]) -> Mapping[str, list[str]]:
    uit: dict[str, list[str]] = {}
    for sleutel, waar in paren:
        plaatsen = uit.setdefault(sleutel, [])
        if waar not in plaatsen:
            plaatsen.append(waar)
    return uit


def _naam_uit(delen: Iterable[object]) -> Callable[[str], str]:
    namen = {str(getattr(deel, "sleutel", "")): str(getattr(deel, "naam", "")) for deel in delen}
    return lambda sleutel: namen.get(sleutel, sleutel)


def _kort(waar: list[str]) -> str:
    if len(waar) <= _MEESTE_GENOEMD:
        return opsomming(waar)
    return f"{', '.join(waar[:_MEESTE_GENOEMD])} en {len(waar) - _MEESTE_GENOEMD} andere"


def _vervallen_lezingen(sessie: Session, nieuw: Huisprofiel) -> list[Instelling]:
    """Chosen readings of the convenant that the new profile does not know."""
    bekend = {
        "lezing_afschaling": {lezing.sleutel for lezing in nieuw.afschaling.lezingen},
        "lezing_casusregisseur": {lezing.sleutel for lezing in nieuw.aanwijzing_casusregisseur.lezingen},
        "lezing_toetreding": {lezing.sleutel for lezing in (nieuw.toetreding.lezingen if nieuw.toetreding else ())},
    }
    rijen = sessie.scalars(select(Instelling).where(Instelling.sleutel.in_(bekend), Instelling.waarde != ""))
    return [rij for rij in rijen if rij.waarde not in bekend[rij.sleutel]]


def _gevolgen(sessie: Session, nieuw: Huisprofiel) -> tuple[str, ...]:
    zinnen = []
    aantal = len(lees_profielgebruik(sessie).overleggen)
    if aantal:
        wat = "1 overleg in voorbereiding gaat" if aantal == 1 else f"{aantal} overleggen in voorbereiding gaan"
        zinnen.append(f"{wat} verder met versie {nieuw.versie}.")
    zinnen.extend(
        "De gekozen lezing van het convenant bestaat niet meer; de standaard van het nieuwe profiel geldt."
        for _ in _vervallen_lezingen(sessie, nieuw)
    )
    return tuple(zinnen)
