"""How long a file is kept: as the house fills in at Beheer, or its profile says; never guessed.

No convenant gives a term. Where none was filled in nothing becomes due, and that is said.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.canoniek import canoniek
from zvh_desktop.database.vernietigen.loten import Deel
from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.instelling import Instelling
from zvh_desktop.models.keuzes import VernietigSoort
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.services.werkplek.invoer import regel
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek

SCHONEN, VERNIETIGEN, BEEINDIGD, AFGEWEZEN = "schonen", "vernietigen", "beeindigd", "afgewezen"
NIET_BEOORDEELD: Final = "niet_beoordeeld"
VERZOEKEN: Final = "verzoeken"
EIGEN: Final = (
    VernietigSoort.VERSTREKKINGEN,
    VernietigSoort.BIJLAGEN,
    VernietigSoort.KOPIEEN,
    VernietigSoort.CONCEPTEN,
)
"""Kinds of data in a file that can have a term of their own; the step is called as the kind."""
_SLUITEN: Final = "na het sluiten van het dossier"
STAPPEN: Final[Mapping[str, tuple[str, str]]] = {
    SCHONEN: ("Dossier schonen", "na het besluit tot {t.afschaling}"),
    VERNIETIGEN: ("Dossier vernietigen", "na het besluit tot {t.afschaling}"),
    BEEINDIGD: ("Dossier vernietigen dat zonder {t.afschaling} eindigde", "na de beëindiging"),
    AFGEWEZEN: ("Afgewezen {t.aanmelding} vernietigen", "na de afwijzing"),
    NIET_BEOORDEELD: (
        "{t.aanmelding} vernietigen die een vergissing was of nooit is beoordeeld",
        "na de laatste wijziging",
    ),
    VERZOEKEN: ("Verzoek van een betrokkene vernietigen", "na het besluit op het verzoek"),
    VernietigSoort.VERSTREKKINGEN.value: ("Verstrekkingen vernietigen", _SLUITEN),
    VernietigSoort.BIJLAGEN.value: ("Bijlagen van informatie vernietigen", _SLUITEN),
    VernietigSoort.KOPIEEN.value: ("Bevroren kopieën van stukken en brieven vernietigen", _SLUITEN),
    VernietigSoort.CONCEPTEN.value: ("Concepten van berichten en afspraken vernietigen", _SLUITEN),
}
"""Each step with a term of its own, and from which moment it counts; a term of the house stands between braces."""
TE_KIEZEN: Final[Mapping[Deel, str]] = {
    Deel.BETROKKENEN: "De betrokkenen",
    Deel.AANMELDING: "Wat bij {t.aanmelding} en {t.triage} is vastgelegd",
    Deel.WERK: "Oordelen, bespreking, besluiten, acties en {t.plan_van_aanpak}",
    Deel.INFORMATIE: "Informatie van partijen en verstrekkingen",
    Deel.STUKKEN: "Bewaarde stukken bij de casus",
}
"""What a house can keep when a file is geschoond; number, decision and checklist always stay."""
VOORBEELD: Final = "Vul een getal en een tijd in, zoals 6 maanden of 5 jaar."
_VORM: Final = re.compile(r"([1-9][0-9]{0,2}) (dag|dagen|week|weken|maand|maanden|jaar)")
_SLEUTEL, _BRON, _KERNSET = "bewaar_{}", "bewaar_{}_bron", "bewaar_kernset"
_GEKOZEN: Final = "gekozen:"
_VAN_EERST: Final = frozenset({SCHONEN, VERNIETIGEN, BEEINDIGD, AFGEWEZEN})


@dataclass(frozen=True, slots=True)
class Bewaartijd:
    """One step: its term and where that stands; empty when the house has not filled it in."""

    sleutel: str
    stap: str
    begin: str
    termijn: str
    bron: str
    eigen: bool
    """Whether it was filled in at Beheer; otherwise it is what the profile says."""


@dataclass(frozen=True, slots=True)
class Bewaarbeeld:
    """All steps, and what stays when a file is geschoond. ``kernset`` is None while the house has not chosen."""

    stappen: tuple[Bewaartijd, ...]
    kernset: frozenset[Deel] | None
    te_kiezen: tuple[tuple[str, str], ...]
    """Key and words of each part that can stay."""

    def van(self, sleutel: str) -> Bewaartijd:
        """One step."""
        return next(stap for stap in self.stappen if stap.sleutel == sleutel)


@dataclass(frozen=True, slots=True)
class BewaarInvoer:
    """Per step term and source, and what stays."""

    termijnen: Mapping[str, tuple[str, str]]
    kernset: frozenset[Deel] | None


class BewaarService:
    """Use cases on the terms of the house."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def toon(self) -> Bewaarbeeld:
        """The terms that hold; readable by every role."""
        with self._werkplek.lees(Recht.PARTIJEN_LEZEN) as sessie:
            return lees_termijnen(self._werkplek, sessie)

    def bewaar(self, invoer: BewaarInvoer) -> None:
        """Fill in the terms of the house (beheerder). Raises InvoerOngeldig."""
        with self._werkplek.schrijf(Recht.INSTELLINGEN_BEHEREN, "bewaartermijnen gewijzigd", "huis") as werk:
            for sleutel, (getypt, plaats) in invoer.termijnen.items():
                termijn, bron = " ".join(getypt.split()), regel(f"{sleutel}_bron", plaats)
                _eis_termijn(sleutel, termijn, bron)
                werk.sessie.merge(Instelling(sleutel=_SLEUTEL.format(sleutel), waarde=termijn))
                werk.sessie.merge(Instelling(sleutel=_BRON.format(sleutel), waarde=bron if termijn else ""))
            gekozen = "" if invoer.kernset is None else _GEKOZEN + ",".join(sorted(invoer.kernset))
            werk.sessie.merge(Instelling(sleutel=_KERNSET, waarde=gekozen))


def als_besluit(beeld: Bewaarbeeld) -> str:
    """What is signed of the terms: each with its source, and what stays."""
    # A step that came later counts from the day on which it is filled in: what was signed before then stays so.
    stappen = {
        stap.sleutel: [stap.termijn, stap.bron] for stap in beeld.stappen if stap.termijn or stap.sleutel in _VAN_EERST
    }
    kern = sorted(beeld.kernset) if beeld.kernset is not None else None
    return canoniek({"kernset": kern, "termijnen": stappen}).decode()


def lees_termijnen(werkplek: Werkplek, sessie: Session) -> Bewaarbeeld:
    """The same within a transaction. Of the profile only what holds today: a term that is past is no term."""
    profiel, vandaag = werkplek.profiel, werkplek.vandaag()
    rijen = sessie.scalars(select(Instelling).where(Instelling.sleutel.startswith("bewaar_", autoescape=True)))
    waarden = {rij.sleutel: rij.waarde for rij in rijen}
    in_profiel = {termijn.sleutel: termijn for termijn in profiel.bewaartermijnen if termijn.geldt_op(vandaag)}
    stappen = []
    for sleutel, (stap, begin) in STAPPEN.items():
        eigen, van_profiel = waarden.get(_SLEUTEL.format(sleutel), ""), in_profiel.get(sleutel)
        termijn = eigen or (van_profiel.termijn if van_profiel else "")
        bron = waarden.get(_BRON.format(sleutel), "") if eigen else (van_profiel.bron if van_profiel else "")
        woorden = (hoofdletter(stap.format(t=profiel.termen)), begin.format(t=profiel.termen))
        stappen.append(Bewaartijd(sleutel, *woorden, termijn, bron, bool(eigen)))
    gekozen = waarden.get(_KERNSET, "")
    delen = frozenset(Deel(deel) for deel in gekozen.removeprefix(_GEKOZEN).split(",") if deel)
    te_kiezen = tuple((deel.value, naam.format(t=profiel.termen)) for deel, naam in TE_KIEZEN.items())
    return Bewaarbeeld(tuple(stappen), delen if gekozen else None, te_kiezen)


def _eis_termijn(sleutel: str, termijn: str, bron: str) -> None:
    if termijn and not _VORM.fullmatch(termijn):
        raise InvoerOngeldig(sleutel, f"Deze termijn is niet te lezen. {VOORBEELD}")
    if termijn and not bron:
        raise InvoerOngeldig(
            f"{sleutel}_bron",
            "Vul in waar deze termijn staat.",
            advies="Noem het stuk waarin de termijn staat, met datum en artikel.",
        )


def na_termijn(begin: date, termijn: str) -> date | None:
    """The first day on which the term is over; None without a term. A month that has no such day ends on its last."""
    vorm = _VORM.fullmatch(termijn)
    if vorm is None:
        return None
    aantal, soort = int(vorm[1]), vorm[2]
    if soort.startswith("dag"):
        return begin + timedelta(days=aantal)
    if soort.startswith("we"):
        return begin + timedelta(weeks=aantal)
    maanden = begin.year * 12 + begin.month - 1 + aantal * (12 if soort == "jaar" else 1)
    jaar, maand = divmod(maanden, 12)
    return date(jaar, maand + 1, min(begin.day, calendar.monthrange(jaar, maand + 1)[1]))
