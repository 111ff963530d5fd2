"""How a house accounts for its year: what it calls its plan, and for which reasons a casus is closed."""

from __future__ import annotations

from dataclasses import dataclass

from zvh_desktop.models.profiel.tabel import Tabel, toon

_LANGSTE_ARTIKEL = 80


@dataclass(frozen=True, slots=True)
class Afsluitreden:
    """Why a casus was closed, and whether that is success."""

    sleutel: str
    naam: str
    succesvol: bool


@dataclass(frozen=True, slots=True)
class Huisplan:
    """A plan with goals for a year, such as the Jaarplan; ``artikel`` is empty where the convenant names none."""

    sleutel: str
    naam: str
    artikel: str


@dataclass(frozen=True, slots=True)
class Verantwoording:
    """The first of ``plannen`` is that of the house as a whole. ``artikel`` is where the report is asked for."""

    plannen: tuple[Huisplan, ...]
    afsluitredenen: tuple[Afsluitreden, ...]
    artikel: str
    toelichting: str

    @property
    def plan(self) -> Huisplan:
        """That of the house as a whole."""
        return self.plannen[0]


STANDAARD = Verantwoording(
    plannen=(Huisplan("jaarplan", "Jaarplan", ""),),
    afsluitredenen=(
        Afsluitreden("doelen-gehaald", "Doelen van het plan gehaald", succesvol=True),
        Afsluitreden("overgedragen", "Overgedragen aan gewone hulp of toezicht", succesvol=True),
        Afsluitreden("elders", "Gaat elders verder", succesvol=False),
        Afsluitreden("geen-medewerking", "Geen medewerking of geen bereik", succesvol=False),
        Afsluitreden("anders", "Andere reden", succesvol=False),
    ),
    artikel="",
    toelichting="",
)
"""For a profile that says nothing of it."""


def lees_verantwoording(bron: Tabel) -> Verantwoording:
    """Read it; two with one key are reported."""
    plannen = tuple(_plan(een) for een in bron.tabellen("plannen", minstens=1))
    redenen = tuple(_reden(een) for een in bron.tabellen("afsluitredenen", minstens=1))
    for plaats, sleutels in (
        ("plannen", [een.sleutel for een in plannen]),
        ("afsluitredenen", [een.sleutel for een in redenen]),
    ):
        for sleutel in {een for een in sleutels if sleutels.count(een) > 1}:
            bron.meld(plaats, toon(sleutel), "elke sleutel hoogstens één keer")
    uit = Verantwoording(
        plannen=plannen,
        afsluitredenen=redenen,
        artikel=bron.tekst_of_niets("artikel", langste=_LANGSTE_ARTIKEL),
        toelichting=bron.tekst("toelichting", verplicht=False),
    )
    bron.sluit()
    return uit


def _plan(bron: Tabel) -> Huisplan:
    plan = Huisplan(
        sleutel=bron.sleutel("sleutel"),
        naam=bron.tekst("naam", langste=60),
        artikel=bron.tekst_of_niets("artikel", langste=_LANGSTE_ARTIKEL),
    )
    bron.sluit()
    return plan


def _reden(bron: Tabel) -> Afsluitreden:
    reden = Afsluitreden(
        sleutel=bron.sleutel("sleutel"),
        naam=bron.tekst("naam", langste=80),
        succesvol=bron.ja_nee("succesvol"),
    )
    bron.sluit()
    return reden
