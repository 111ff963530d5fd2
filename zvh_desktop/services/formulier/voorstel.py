"""What a form that came back would change: what is added, what differs, what is unclear. Nothing is changed here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.keuzes import PartijId
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.taal import datum_cijfers, geboortedatum_tekst
from zvh_desktop.models.vouwing import gevouwen
from zvh_desktop.services.casus.aanmelding_gegevens import AanmeldingInvoer, BetrokkeneInvoer, CriteriumInvoer
from zvh_desktop.services.formulier.vragen import BETROKKENEN, vragen
from zvh_desktop.services.werkplek.dagwoorden import Richting
from zvh_desktop.services.werkplek.datumtekst import keur_geboortedatum, lees_datum, lees_geboortedatum
from zvh_desktop.services.werkplek.invoer import emailadres, naamveld, regel, tekst

MEESTE_TEKENS = 10_000


class Verschil(StrEnum):
    """How an answer stands to what is there."""

    NIEUW = "wordt toegevoegd"
    ANDERS = "is anders"
    GELIJK = "staat er al"
    ONDUIDELIJK = "onduidelijk"


@dataclass(frozen=True, slots=True)
class Antwoordregel:
    """One answer. ``waarom`` says why it is unclear; only what is added or differs can be accepted."""

    sleutel: str
    vraag: str
    antwoord: str
    nu: str
    verschil: Verschil
    waarom: str = ""

    @property
    def kan(self) -> bool:
        """Whether it can be accepted."""
        return self.verschil in (Verschil.NIEUW, Verschil.ANDERS)


@dataclass(frozen=True, slots=True)
class Kennis:
    """What an answer is held against: today, the house, and the partijen by their folded names."""

    profiel: Huisprofiel
    vandaag: date
    partijen: Mapping[str, PartijId]
    partijnamen: Mapping[PartijId, str]


@dataclass(frozen=True, slots=True)
class Formulierantwoorden:
    """The same answers as values, for those that could be read."""

    waarden: Mapping[str, object]
    onduidelijk: Mapping[str, str]


def lees_antwoorden(kennis: Kennis, getypt: Mapping[str, str]) -> Formulierantwoorden:
    """Each answer as what it means, or why that is unclear. What was left empty is neither."""
    waarden: dict[str, object] = {}
    onduidelijk: dict[str, str] = {}
    for vraag in vragen(kennis.profiel):
        ruw = getypt.get(vraag.sleutel, "")
        if not ruw.strip():
            continue
        try:
            if len(ruw) > MEESTE_TEKENS:
                raise InvoerOngeldig(
                    vraag.sleutel, f"Deze tekst is te lang: {len(ruw)} tekens, er passen er {MEESTE_TEKENS}."
                )
            waarden[vraag.sleutel] = _lezer(kennis, vraag.sleutel)(ruw)
        except InvoerOngeldig as fout:
            onduidelijk[vraag.sleutel] = fout.gebeurd
    return Formulierantwoorden(waarden, onduidelijk)


def vergelijk(kennis: Kennis, getypt: Mapping[str, str], nu: AanmeldingInvoer | None) -> tuple[Antwoordregel, ...]:
    """A line for each answer, beside what the aanmelding holds now."""
    gelezen = lees_antwoorden(kennis, getypt)
    staat = _platte(kennis, nu) if nu is not None else {}
    regels = []
    for vraag in vragen(kennis.profiel):
        waarde, eerder = gelezen.waarden.get(vraag.sleutel), staat.get(vraag.sleutel)
        if vraag.sleutel in gelezen.onduidelijk:
            ruw = " ".join(getypt[vraag.sleutel].split())[:200]
            waarom = gelezen.onduidelijk[vraag.sleutel]
            regels.append(
                Antwoordregel(vraag.sleutel, vraag.label, ruw, _toon(kennis, eerder), Verschil.ONDUIDELIJK, waarom)
            )
        elif waarde is not None:
            leeg = eerder in (None, "")
            verschil = Verschil.NIEUW if leeg else Verschil.GELIJK if eerder == waarde else Verschil.ANDERS
            regels.append(
                Antwoordregel(vraag.sleutel, vraag.label, _toon(kennis, waarde), _toon(kennis, eerder), verschil)
            )
    return tuple(regels)


def pas_toe(
    kennis: Kennis, getypt: Mapping[str, str], nu: AanmeldingInvoer, gekozen: Sequence[str]
) -> AanmeldingInvoer:
    """The form of the aanmelding with the accepted answers in it. Raises InvoerOngeldig for one that is unclear."""
    gelezen = lees_antwoorden(kennis, getypt)
    for sleutel in gekozen:
        if sleutel in gelezen.onduidelijk:
            raise InvoerOngeldig(sleutel, gelezen.onduidelijk[sleutel], advies="Typ dit zelf over in het formulier.")
    plat = {**_platte(kennis, nu), **{een: gelezen.waarden[een] for een in gekozen if een in gelezen.waarden}}
    enkel = {
        naam: plat[naam]
        for naam in (
            "datum",
            "aanpak",
            "contact_naam",
            "contact_email",
            "contact_telefoon",
            "zorgelijke_situatie",
            "naar_aanleiding_van",
            "verzoek",
            "overige_informatie",
        )
        if plat.get(naam) is not None
    }
    return replace(
        nu,
        **enkel,  # type: ignore[arg-type]
        partij_id=plat.get("partij"),  # type: ignore[arg-type]
        terugkoppeling_gewenst=plat.get("terugkoppeling", nu.terugkoppeling_gewenst),  # type: ignore[arg-type]
        betrokkenen=_betrokkenen(nu, plat),
        criteria=_criteria(kennis, nu, plat),
    )


def _betrokkenen(nu: AanmeldingInvoer, plat: Mapping[str, object]) -> tuple[BetrokkeneInvoer, ...]:
    """Those of the form first; who stood there below them stays."""
    uit: list[BetrokkeneInvoer] = []
    for nummer in range(1, BETROKKENEN + 1):
        eerder = nu.betrokkenen[nummer - 1] if nummer <= len(nu.betrokkenen) else None
        naam = plat.get(f"naam_{nummer}")
        if not naam:
            continue
        geboren = plat.get(f"geboren_{nummer}")
        uit.append(
            BetrokkeneInvoer(
                naam=str(naam),
                geboortedatum=geboren if isinstance(geboren, Geboortedatum) else None,
                gemeente=str(plat.get(f"gemeente_{nummer}") or ""),
                adres=str(plat.get(f"adres_{nummer}") or ""),
                id=eerder.id if eerder is not None else None,
            )
        )
    return (*uit, *nu.betrokkenen[BETROKKENEN:])


def _criteria(kennis: Kennis, nu: AanmeldingInvoer, plat: Mapping[str, object]) -> tuple[CriteriumInvoer, ...]:
    uit = []
    for een in kennis.profiel.criteria:
        voldoet = plat.get(f"criterium_{een.sleutel}")
        motivering = str(plat.get(f"motivering_{een.sleutel}") or "")
        uit.append(CriteriumInvoer(een.sleutel, voldoet if isinstance(voldoet, bool) else None, motivering))
    bekend = {een.sleutel for een in kennis.profiel.criteria}
    return (*uit, *(een for een in nu.criteria if een.criterium not in bekend))


def _platte(kennis: Kennis, nu: AanmeldingInvoer) -> dict[str, object]:
    """What an aanmelding holds, under the keys of the form."""
    uit: dict[str, object] = {
        "datum": nu.datum,
        "partij": nu.partij_id,
        "aanpak": nu.aanpak,
        "contact_naam": nu.contact_naam,
        "contact_email": nu.contact_email,
        "contact_telefoon": nu.contact_telefoon,
        "zorgelijke_situatie": nu.zorgelijke_situatie,
        "naar_aanleiding_van": nu.naar_aanleiding_van,
        "verzoek": nu.verzoek,
        "overige_informatie": nu.overige_informatie,
        "terugkoppeling": nu.terugkoppeling_gewenst,
    }
    for nummer, een in enumerate(nu.betrokkenen[:BETROKKENEN], start=1):
        uit[f"naam_{nummer}"], uit[f"geboren_{nummer}"] = een.naam, een.geboortedatum
        uit[f"gemeente_{nummer}"], uit[f"adres_{nummer}"] = een.gemeente, een.adres
    for toets in nu.criteria:
        uit[f"criterium_{toets.criterium}"] = toets.voldoet
        uit[f"motivering_{toets.criterium}"] = toets.motivering
    return uit


def _toon(kennis: Kennis, waarde: object) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, date):
        return datum_cijfers(waarde)
    if isinstance(waarde, Geboortedatum):
        return geboortedatum_tekst(waarde)
    if isinstance(waarde, int):
        return kennis.partijnamen.get(PartijId(waarde), "")
    return next((a.naam for a in kennis.profiel.aanpakken if a.sleutel == waarde), str(waarde))


def _lezer(kennis: Kennis, sleutel: str) -> Callable[[str], object]:
    if sleutel == "datum":
        return _Datum(kennis.vandaag)
    if sleutel.startswith("geboren_"):
        return _Geboren(kennis.vandaag)
    if sleutel in ("partij", "aanpak", "terugkoppeling") or sleutel.startswith("criterium_"):
        return _Keuze(kennis, sleutel)
    if sleutel == "contact_email":
        return _Invoer(emailadres, sleutel)
    if sleutel == "contact_naam" or sleutel.startswith(("naam_", "gemeente_")):
        return _Invoer(naamveld, sleutel)
    if sleutel == "contact_telefoon" or sleutel.startswith("adres_"):
        return _Invoer(regel, sleutel)
    return _Invoer(tekst, sleutel)


@dataclass(frozen=True, slots=True)
class _Invoer:
    keur: Callable[[str, str], str]
    sleutel: str

    def __call__(self, ruw: str) -> str:
        return self.keur(self.sleutel, ruw).strip()


@dataclass(frozen=True, slots=True)
class _Datum:
    vandaag: date

    def __call__(self, ruw: str) -> date:
        dag = lees_datum(ruw, self.vandaag, Richting.TERUG)
        if dag > self.vandaag:
            raise InvoerOngeldig("datum", "De datum ligt in de toekomst.")
        return dag


@dataclass(frozen=True, slots=True)
class _Geboren:
    vandaag: date

    def __call__(self, ruw: str) -> Geboortedatum:
        return keur_geboortedatum(lees_geboortedatum(ruw, self.vandaag), self.vandaag)


@dataclass(frozen=True, slots=True)
class _Keuze:
    kennis: Kennis
    sleutel: str

    def __call__(self, ruw: str) -> object:
        gezocht = gevouwen(" ".join(ruw.split()))
        mogelijk: dict[str, object]
        if self.sleutel == "partij":
            mogelijk = dict(self.kennis.partijen)
        elif self.sleutel == "aanpak":
            mogelijk = {gevouwen(een.naam): een.sleutel for een in self.kennis.profiel.aanpakken}
        else:
            mogelijk = {"ja": True, "nee": False}
        if gezocht not in mogelijk:
            wat = (
                "Deze organisatie staat niet in het register." if self.sleutel == "partij" else "Deze keuze is er niet."
            )
            raise InvoerOngeldig(self.sleutel, wat)
        return mogelijk[gezocht]
