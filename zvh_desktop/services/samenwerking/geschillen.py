"""Disputes along the route of the convenant: to whom, until when, what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.bestuurskeuzes import GeschilId
from zvh_desktop.models.keuzes import PartijId, Regel
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.samenwerking.geschil import Geschil, Geschilstap
from zvh_desktop.models.taal import hoofdletter, verwijzing
from zvh_desktop.services.poort.stempels import verificatie
from zvh_desktop.services.samenwerking.geschilstuk import geschilnotitie
from zvh_desktop.services.samenwerking.getekend import GESCHIL
from zvh_desktop.services.samenwerking.nodig import namen_van
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.werkplek.casusgegevens import eis_geen_casus
from zvh_desktop.services.werkplek.invoer import naamveld, tekst, verplicht
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

_SOORT = "geschil"
_WAT = "Dit geschil"
ONDERWERPEN = {
    "procesregisseur": Regel.GESCHIL_PROCESREGISSEUR,
    "casusregisseur": Regel.GESCHIL_CASUSREGISSEUR,
    "manager": Regel.GESCHIL_MANAGER,
    "informatierol": Regel.GESCHIL_INFORMATIEROL,
    "convenant": Regel.GESCHIL_CONVENANT,
}
"""What a dispute can be about, with the rule that gives its route."""


@dataclass(frozen=True, slots=True)
class GeschilInvoer:
    """What is typed. ``partij_id`` is who raised it; None is the house itself."""

    onderwerp: str
    omschrijving: str
    ingediend_op: date
    partij_id: PartijId | None = None


@dataclass(frozen=True, slots=True)
class StapInvoer:
    """A step. ``bij`` is asked only where the route of the convenant says no more."""

    voorgelegd_op: date
    uiterlijk: date | None = None
    bij: str = ""


@dataclass(frozen=True, slots=True)
class StapRegel:
    """One step as shown."""

    bij: str
    voorgelegd_op: date
    uiterlijk: date | None
    uitkomst: str
    klaar_op: date | None


@dataclass(frozen=True, slots=True)
class GeschilRegel:
    """One line of the list. ``volgende`` is who comes next on the route; empty where the route says no more."""

    id: GeschilId
    over: str
    partij: str
    invoer: GeschilInvoer
    stappen: tuple[StapRegel, ...]
    volgende: str
    route: str
    uitkomst: str
    afgesloten_op: date | None
    ondertekend: bool
    """False for one that was closed before outcomes were signed: that can still be done."""

    @property
    def wacht(self) -> StapRegel | None:
        """The step that is waited for."""
        return next((stap for stap in self.stappen if stap.klaar_op is None), None)


@dataclass(frozen=True, slots=True)
class Onderwerp:
    """What a dispute can be about in this house, with its route and article."""

    sleutel: str
    naam: str
    route: str


@dataclass(frozen=True, slots=True)
class GeschilBewaard:
    """A dispute that was removed, to put it back."""

    invoer: GeschilInvoer
    stappen: tuple[StapRegel, ...]
    vastgelegd_op: datetime
    vastgelegd_door: str


class GeschilService:
    """Use cases on disputes."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def onderwerpen(self) -> tuple[Onderwerp, ...]:
        """Everything a dispute can be about, in the words of the house."""
        profiel = self._werkplek.profiel
        return tuple(Onderwerp(een, onderwerp_naam(profiel, een), _route(profiel, een)) for een in ONDERWERPEN)

    def lijst(self) -> tuple[GeschilRegel, ...]:
        """What runs first, then the newest."""
        with self._werkplek.lees(Recht.SAMENWERKING_LEZEN) as sessie:
            namen = namen_van(sessie)
            rijen = sessie.scalars(
                select(Geschil)
                .options(selectinload(Geschil.stappen))
                .order_by(Geschil.afgesloten_op.is_not(None), Geschil.ingediend_op.desc(), Geschil.id.desc())
            )
            return tuple(self._regel(rij, namen) for rij in rijen)

    def leg_vast(self, invoer: GeschilInvoer) -> GeschilId:
        """Record it. Raises InvoerOngeldig."""
        with self._werkplek.schrijf(Recht.SAMENWERKING_BIJHOUDEN, "geschil vastgelegd", _SOORT) as werk:
            rij = Geschil(vastgelegd_op=self._werkplek.nu(), vastgelegd_door=self._werkplek.naam)
            self._vul(werk.sessie, rij, invoer)
            werk.sessie.add(rij)
            werk.sessie.flush()
            werk.raakt(rij.id)
            return rij.id

    def wijzig(self, geschil_id: GeschilId, invoer: GeschilInvoer) -> None:
        """Change what was recorded. Raises InvoerOngeldig, GebruikersFout when it is closed."""
        with self._werkplek.schrijf(Recht.SAMENWERKING_BIJHOUDEN, "geschil gewijzigd", _SOORT) as werk:
            werk.raakt(geschil_id)
            rij = _open(werk.sessie, geschil_id)
            if rij.stappen and invoer.onderwerp != rij.onderwerp:
                raise InvoerOngeldig("onderwerp", "Dit geschil is al voorgelegd. Het onderwerp bepaalt de route.")
            self._vul(werk.sessie, rij, invoer)

    def leg_voor(self, geschil_id: GeschilId, stap: StapInvoer) -> None:
        """Put it to the next on the route. Raises InvoerOngeldig, GebruikersFout while a step is waited for."""
        with self._werkplek.schrijf(Recht.SAMENWERKING_BIJHOUDEN, "geschil voorgelegd", _SOORT) as werk:
            werk.raakt(geschil_id)
            rij = _open(werk.sessie, geschil_id)
            if any(een.klaar_op is None for een in rij.stappen):
                raise GebruikersFout(
                    f"Dit geschil ligt nog bij {rij.stappen[-1].bij}.", advies="Leg eerst vast wat daar is beslist."
                )
            vanaf = rij.stappen[-1].klaar_op if rij.stappen else rij.ingediend_op
            if not (vanaf or rij.ingediend_op) <= stap.voorgelegd_op <= self._werkplek.vandaag():
                raise InvoerOngeldig("voorgelegd_op", "Vul een dag in na de vorige stap, en uiterlijk vandaag.")
            if stap.uiterlijk is not None and stap.uiterlijk < stap.voorgelegd_op:
                raise InvoerOngeldig("uiterlijk", "De termijn eindigt vóór de dag van voorleggen.")
            bij = self._volgende(rij) or naamveld("bij", stap.bij)
            eis_geen_casus(werk.sessie, bij=bij)
            verplicht("bij", bij, "Het convenant noemt hier niemand meer. Vul in aan wie het wordt voorgelegd.")
            rij.stappen.append(
                Geschilstap(
                    volgorde=len(rij.stappen) + 1, bij=bij, voorgelegd_op=stap.voorgelegd_op, uiterlijk=stap.uiterlijk
                )
            )

    def leg_uitkomst_vast(self, geschil_id: GeschilId, uitkomst: str, op: date, *, opgelost: bool) -> None:
        """What came of the step that is waited for; ``opgelost`` closes the dispute, and that is signed.

        Raises InvoerOngeldig, NietBevoegd and BevestigingNodig for the end of it.
        """
        recht = Recht.SAMENWERKING_BESLUITEN if opgelost else Recht.SAMENWERKING_BIJHOUDEN
        with self._werkplek.schrijf(recht, "uitkomst geschil vastgelegd", _SOORT) as werk:
            werk.raakt(geschil_id)
            rij = _open(werk.sessie, geschil_id)
            stap = next((een for een in rij.stappen if een.klaar_op is None), None)
            netjes = verplicht("uitkomst", tekst("uitkomst", uitkomst).strip(), "Vul in wat eruit kwam.")
            eis_geen_casus(werk.sessie, uitkomst=netjes)
            vanaf = stap.voorgelegd_op if stap is not None else rij.ingediend_op
            if not vanaf <= op <= self._werkplek.vandaag():
                raise InvoerOngeldig("op", "Vul een dag in na het voorleggen, en uiterlijk vandaag.")
            if stap is None and not opgelost:
                raise GebruikersFout("Dit geschil ligt bij niemand.", advies="Leg het eerst voor.")
            if stap is not None:
                stap.uitkomst, stap.klaar_op = netjes, op
            if opgelost:
                self._werkplek.eis_bevestiging()
                rij.uitkomst, rij.afgesloten_op = netjes, op
                self._teken(werk.sessie, rij)

    def onderteken(self, geschil_id: GeschilId) -> None:
        """Sign one that was closed before outcomes were signed. Raises GebruikersFout, BevestigingNodig."""
        with self._werkplek.schrijf(Recht.SAMENWERKING_BESLUITEN, "uitkomst geschil ondertekend", _SOORT) as werk:
            werk.raakt(geschil_id)
            rij = haal(werk.sessie, Geschil, geschil_id, _WAT)
            if rij.afgesloten_op is None or rij.verklaring_nummer is not None:
                raise GebruikersFout("Hier is niets te ondertekenen.", veilig="Er is niets gewijzigd.")
            self._werkplek.eis_bevestiging()
            self._teken(werk.sessie, rij)

    def _teken(self, sessie: Session, rij: Geschil) -> None:
        # The steps first: once it is signed the database refuses to change them.
        sessie.flush()
        GESCHIL.teken(self._werkplek, sessie, rij)
        GESCHIL.eis_bewaard(self._werkplek, sessie, rij.id)

    def verwijder(self, geschil_id: GeschilId) -> GeschilBewaard:
        """It was a mistake. Raises GebruikersFout when it is closed: then it stays."""
        with self._werkplek.schrijf(Recht.SAMENWERKING_BIJHOUDEN, "geschil verwijderd", _SOORT) as werk:
            werk.raakt(geschil_id)
            rij = _open(werk.sessie, geschil_id)
            weg = GeschilBewaard(_invoer(rij), _stappen(rij), rij.vastgelegd_op, rij.vastgelegd_door)
            werk.sessie.delete(rij)
            return weg

    def zet_terug(self, bewaard: GeschilBewaard) -> GeschilId:
        """Put back what was removed."""
        with self._werkplek.schrijf(Recht.SAMENWERKING_BIJHOUDEN, "geschil teruggezet", _SOORT) as werk:
            rij = Geschil(vastgelegd_op=bewaard.vastgelegd_op, vastgelegd_door=bewaard.vastgelegd_door)
            self._vul(werk.sessie, rij, bewaard.invoer)
            rij.stappen = [
                Geschilstap(
                    volgorde=nummer,
                    bij=een.bij,
                    voorgelegd_op=een.voorgelegd_op,
                    uiterlijk=een.uiterlijk,
                    uitkomst=een.uitkomst,
                    klaar_op=een.klaar_op,
                )
                for nummer, een in enumerate(bewaard.stappen, 1)
            ]
            werk.sessie.add(rij)
            werk.sessie.flush()
            werk.raakt(rij.id)
            return rij.id

    def notitie(self, geschil_id: GeschilId) -> Stuk:
        """The note to put it to the next on the route. Raises NietGevonden."""
        with self._werkplek.schrijf(
            Recht.SAMENWERKING_BIJHOUDEN, "geschilnotitie gemaakt", _SOORT, wacht_anders=False
        ) as werk:
            werk.raakt(geschil_id)
            rij = haal(werk.sessie, Geschil, geschil_id, _WAT)
            eis_geen_casus(werk.sessie, omschrijving=rij.omschrijving)
            # What was closed before outcomes were signed has no statement, and says so.
            getekend = verificatie(self._werkplek, werk.sessie).over(GESCHIL.soort, GESCHIL.over, rij.id)
            if getekend or rij.verklaring_nummer is not None:
                GESCHIL.verifieer(self._werkplek, werk.sessie, rij)
            profiel = self._werkplek.profiel
            partij = werk.sessie.get_one(Partij, rij.partij_id).naam if rij.partij_id is not None else ""
            return geschilnotitie(
                self._werkplek,
                werk.sessie,
                rij,
                over=onderwerp_naam(profiel, rij.onderwerp),
                partij=partij,
                regel=ONDERWERPEN[rij.onderwerp],
                volgende=self._volgende(rij),
            )

    def _vul(self, sessie: Session, rij: Geschil, invoer: GeschilInvoer) -> None:
        if invoer.onderwerp not in ONDERWERPEN:
            raise InvoerOngeldig("onderwerp", "Kies waarover het geschil gaat.")
        if invoer.ingediend_op > self._werkplek.vandaag():
            raise InvoerOngeldig("ingediend_op", "Deze dag is nog niet geweest.")
        if invoer.partij_id is not None:
            haal(sessie, Partij, invoer.partij_id, "Deze partij")
        zin = "Vul in waar het geschil over gaat."
        omschrijving = verplicht("omschrijving", tekst("omschrijving", invoer.omschrijving).strip(), zin)
        eis_geen_casus(sessie, omschrijving=omschrijving)
        rij.onderwerp, rij.omschrijving = invoer.onderwerp, omschrijving
        rij.partij_id, rij.ingediend_op = invoer.partij_id, invoer.ingediend_op

    def _volgende(self, rij: Geschil) -> str:
        route = self._werkplek.profiel.geschillen.get(rij.onderwerp, ())
        return route[len(rij.stappen)] if len(rij.stappen) < len(route) else ""

    def _regel(self, rij: Geschil, namen: dict[PartijId, str]) -> GeschilRegel:
        profiel = self._werkplek.profiel
        return GeschilRegel(
            id=rij.id,
            over=onderwerp_naam(profiel, rij.onderwerp),
            partij=namen[rij.partij_id] if rij.partij_id is not None else "het huis",
            invoer=_invoer(rij),
            stappen=_stappen(rij),
            volgende=self._volgende(rij),
            route=_route(profiel, rij.onderwerp),
            uitkomst=rij.uitkomst,
            afgesloten_op=rij.afgesloten_op,
            ondertekend=rij.verklaring_nummer is not None,
        )


def onderwerp_naam(profiel: Huisprofiel, sleutel: str) -> str:
    """What this house calls it."""
    termen = profiel.termen
    namen = {
        "procesregisseur": termen.procesregisseur,
        "casusregisseur": termen.casusregisseur,
        "manager": termen.manager or "manager",
        "informatierol": termen.informatierol or "wie de informatie verzorgt",
        "convenant": "het convenant zelf",
    }
    naam = namen.get(sleutel, sleutel)
    return hoofdletter(naam) if sleutel == "convenant" else f"Werk van de {naam}"


def _route(profiel: Huisprofiel, sleutel: str) -> str:
    regel = profiel.regel(ONDERWERPEN[sleutel])
    stappen = profiel.geschillen.get(sleutel, ())
    return f"{', daarna '.join(stappen)}{verwijzing(regel.artikel)}" if stappen else regel.reden


def _open(sessie: Session, geschil_id: GeschilId) -> Geschil:
    rij = haal(sessie, Geschil, geschil_id, _WAT)
    if rij.afgesloten_op is not None:
        raise GebruikersFout("Dit geschil is afgesloten. Het blijft staan.", veilig="Er is niets gewijzigd.")
    return rij


def _invoer(rij: Geschil) -> GeschilInvoer:
    return GeschilInvoer(rij.onderwerp, rij.omschrijving, rij.ingediend_op, rij.partij_id)


def _stappen(rij: Geschil) -> tuple[StapRegel, ...]:
    return tuple(
        StapRegel(een.bij, een.voorgelegd_op, een.uiterlijk, een.uitkomst, een.klaar_op) for een in rij.stappen
    )
