"""How partijen join and leave in this house: the request, the form, the notice term, and who decides on exclusion."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, Literal, get_args

from zvh_desktop.models.profiel.tabel import Bevindingen, Tabel, toon

Opzegwijze = Literal["maanden", "kalenderjaar", "verlenging", "vrij"]
"""A number of months; so many months before a calendar year; before the convenant is renewed; no term at all."""

Verlengwijze = Literal["", "stilzwijgend", "overleg", "onbepaald"]
"""Unless notice is given; only when the partijen agree; no end."""

PARTIJEN: Final = "partijen"
"""Who decides where not a meeting does, but the partijen themselves by majority."""

_LANGSTE_ARTIKEL: Final = 80
_MEESTE_MAANDEN: Final = 60
_MEESTE_JAREN: Final = 50


@dataclass(frozen=True, slots=True)
class Toetredingsformulier:
    """The form that a new partij signs. ``zetel`` also asks the registered seat and the office."""

    naam: str
    namens: str
    zetel: bool
    overwegingen: tuple[str, ...]
    verklaring: str


@dataclass(frozen=True, slots=True)
class Toetredingsregels:
    """What is asked before the decision. ``advies`` is the meeting that advises first; empty where none does."""

    aanvraag_bij: str = ""
    aanvraag_artikel: str = ""
    akkoord: bool = False
    """Whether every partij has to agree."""
    advies: str = ""
    advies_artikel: str = ""
    formulier: Toetredingsformulier | None = None


@dataclass(frozen=True, slots=True)
class Opzegregels:
    """When a partij may leave. The articles may be empty: then the convenant does not say it."""

    wijze: Opzegwijze = "vrij"
    maanden: int = 0
    artikel: str = ""
    na_wijziging: str = ""
    ophouden: str = ""


@dataclass(frozen=True, slots=True)
class Uitsluitregels:
    """Who decides: meetings of this house, or the partijen. ``horen``: the partij is heard first."""

    beslissers: tuple[str, ...] = ()
    horen: bool = False
    horen_artikel: str = ""


@dataclass(frozen=True, slots=True)
class Samenwerkingsregels:
    """The three together."""

    toetreding: Toetredingsregels = Toetredingsregels()
    opzegging: Opzegregels = Opzegregels()
    uitsluiting: Uitsluitregels = Uitsluitregels()


def lees_samenwerking(bron: Tabel) -> Samenwerkingsregels:
    """Read the blocks, each of which may be missing. What decides on toetreding is read in lezingen.py."""
    return Samenwerkingsregels(
        _toetreding(bron.tabel("toetreding")) if bron.heeft("toetreding") else Toetredingsregels(),
        _opzegging(bron.tabel("uittreding")) if bron.heeft("uittreding") else Opzegregels(),
        _uitsluiting(bron.tabel("uitsluiting")) if bron.heeft("uitsluiting") else Uitsluitregels(),
    )


TOETREDINGSLEUTELS: Final = ("aanvraag", "akkoord", "advies", "formulier")
"""The keys of [toetreding] that are read here."""


def lees_duur(bron: Tabel) -> tuple[int, Verlengwijze, int]:
    """Years of the first term, how it is renewed, and for how many years each time."""
    wijzen: tuple[Verlengwijze, ...] = get_args(Verlengwijze)
    verlenging = bron.keuze("verlenging", wijzen, standaard="") if bron.heeft("verlenging") else ""
    jaren = bron.getal("jaren", hoogstens=_MEESTE_JAREN) if bron.heeft("jaren") else 0
    steeds = bron.getal("verlenging_jaren", hoogstens=_MEESTE_JAREN, standaard=1)
    if verlenging == "stilzwijgend" and not jaren:
        bron.meld("jaren", "niets", "het aantal jaren van de eerste looptijd")
    return jaren, verlenging, steeds


def _toetreding(bron: Tabel) -> Toetredingsregels:
    bij, bij_artikel, advies, advies_artikel = "", "", "", ""
    if bron.heeft("aanvraag"):
        aanvraag = bron.tabel("aanvraag")
        bij, bij_artikel = aanvraag.tekst("bij"), aanvraag.tekst("artikel", langste=_LANGSTE_ARTIKEL)
        aanvraag.sluit()
    if bron.heeft("advies"):
        deel = bron.tabel("advies")
        advies, advies_artikel = deel.tekst("overleg"), deel.tekst("artikel", langste=_LANGSTE_ARTIKEL)
        deel.sluit()
    return Toetredingsregels(
        bij,
        bij_artikel,
        bron.ja_nee("akkoord", standaard=False),
        advies,
        advies_artikel,
        _formulier(bron.tabel("formulier")) if bron.heeft("formulier") else None,
    )


def _formulier(bron: Tabel) -> Toetredingsformulier:
    formulier = Toetredingsformulier(
        naam=bron.tekst("naam", langste=_LANGSTE_ARTIKEL),
        namens=bron.tekst("namens"),
        zetel=bron.ja_nee("zetel", standaard=True),
        overwegingen=bron.teksten("overwegingen", minstens=1),
        verklaring=bron.tekst("verklaring"),
    )
    bron.sluit()
    return formulier


def _opzegging(bron: Tabel) -> Opzegregels:
    wijzen: tuple[Opzegwijze, ...] = get_args(Opzegwijze)
    wijze = bron.keuze("wijze", wijzen)
    maanden = bron.getal("maanden", hoogstens=_MEESTE_MAANDEN) if bron.heeft("maanden") else 0
    if (wijze in ("maanden", "kalenderjaar")) is not (maanden > 0):
        verwacht = "een aantal maanden" if not maanden else f"geen maanden bij wijze {toon(wijze)}"
        bron.meld("maanden", str(maanden) if maanden else "niets", verwacht)
    regels = Opzegregels(
        wijze,
        maanden,
        bron.tekst("artikel", langste=_LANGSTE_ARTIKEL),
        bron.tekst_of_niets("na_wijziging", langste=_LANGSTE_ARTIKEL),
        bron.tekst_of_niets("ophouden", langste=_LANGSTE_ARTIKEL),
    )
    bron.sluit()
    return regels


def _uitsluiting(bron: Tabel) -> Uitsluitregels:
    regels = Uitsluitregels(
        bron.teksten("beslissers", minstens=1),
        bron.ja_nee("horen", standaard=False),
        bron.tekst_of_niets("horen_artikel", langste=_LANGSTE_ARTIKEL),
    )
    bron.sluit()
    return regels


def controleer_samenwerking(
    regels: Samenwerkingsregels, verlenging: Verlengwijze, bestuur: Collection[str], bevindingen: Bevindingen
) -> None:
    """Meetings that exist, and a notice against a renewal only where the convenant is renewed by itself."""
    kan = ", ".join(sorted(bestuur)) or "geen"
    advies = regels.toetreding.advies
    if advies and advies not in bestuur:
        bevindingen.meld("toetreding.advies.overleg", toon(advies), f"een overleg zonder casuïstiek: {kan}")
    for beslisser in regels.uitsluiting.beslissers:
        if beslisser != PARTIJEN and beslisser not in bestuur:
            bevindingen.meld("uitsluiting.beslissers", toon(beslisser), f"{PARTIJEN}, of een van: {kan}")
    if regels.opzegging.wijze == "verlenging" and verlenging != "stilzwijgend":
        bevindingen.meld("uittreding.wijze", '"verlenging"', 'convenant.verlenging = "stilzwijgend"')
