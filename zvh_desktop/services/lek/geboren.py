"""Dates of birth: by the word before or behind them, by standing behind a name, or because somebody here has it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from datetime import date
from typing import Final

from zvh_desktop.models.keuzen.lekkeuzes import Leksoort
from zvh_desktop.services.lek.vondst import Vondst

_MAANDEN: Final = {
    naam: nummer
    for nummer, namen in enumerate(
        (
            "januari jan", "februari feb febr", "maart mrt", "april apr", "mei", "juni jun", "juli jul",
            "augustus aug", "september sep sept", "oktober okt", "november nov", "december dec",
        ),
        1,
    )
    for naam in namen.split()
}  # fmt: skip
_MAAND: Final = "|".join(sorted(_MAANDEN, key=len, reverse=True))
_DAGWOORDEN: Final = """
    een eerste twee tweede drie derde vier vierde vijf vijfde zes zesde zeven zevende acht achtste negen negende tien
    tiende elf elfde twaalf twaalfde dertien dertiende veertien veertiende vijftien vijftiende zestien zestiende
    zeventien zeventiende achttien achttiende negentien negentiende twintig twintigste dertig dertigste
"""
_TIENTAL: Final = "(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)[eë]n(?:twintig|dertig)(?:ste)?"
_DAG: Final = "|".join((_TIENTAL, *sorted(_DAGWOORDEN.split(), key=len, reverse=True)))
_DATUM: Final = re.compile(
    r"(?<![\w.-])(?:"
    r"(?P<dag>\d{1,2})(?P<deel> ?[-./ ] ?)(?P<maand>\d{1,2})(?:(?P=deel))(?P<jaar>\d{4}|'?\d{2})"
    rf"|(?:(?P<dag2>\d{{1,2}})(?:e|ste)?[ \n-])?(?P<woord>{_MAAND})\.?[ \n-]{{1,2}}(?P<jaar2>\d{{4}}|'\d{{2}})"
    r"|(?P<jaar3>(?:19|20)\d\d)[-/.](?P<maand3>\d{1,2})[-/.](?P<dag3>\d{1,2})"
    r"|(?P<acht>\d{8})"
    r")(?![\w]|-\d)",
    re.IGNORECASE,
)
_GEBOREN_WOORD: Final = (
    r"(?:\bgeb(?:oo?ren|\.|oorte ?da(?:tum|g)|\b)|\bgebdat\w*|\bgbd?\b\.?|\bjarig\b|\bverjaar\w*|\bleeftijd|\bdob\b"
    r"|\bg\.?d\.?(?=[ :])|\bter wereld\b|°)"
)
_STER: Final = r"(?:(?<![\w*])\*(?![ *])|(?<=[^\s*] )\* ?|(?<=[(\[,;])\* ?)"
"""Born, and not the dot before a line or what makes letters thick."""
_GEBOREN: Final = re.compile(
    rf"(?:{_GEBOREN_WOORD}(?:\b\w{{1,4}}\.|[^.\d]){{0,36}}|{_STER}(?:te [A-Z]\w+,? )?)$", re.IGNORECASE
)
_ZONDER_CIJFERS: Final = re.compile(
    rf"{_GEBOREN_WOORD}[^.\d\n]{{0,24}}?\b(?P<datum>(?:de )?(?:{_DAG}) (?:{_MAAND})\b"
    r"(?: \d{4}| (?:negentien|twee ?duizend|twintig)[a-zë]*)?)",
    re.IGNORECASE,
)
"""A date of birth of which the day is written as a word."""
_DAG_EN_MAAND: Final = rf"\d{{1,2}}(?:[-/]\d{{1,2}}|e? (?:{_MAAND}))"
_ZONDER_JAAR: Final = re.compile(
    r"(?:\bjarig\b|\bverjaardag\b|\bgeboortedag\b|\bgeboren op\b)[ :]{1,2}(?:is |op |de ){0,2}"
    rf"(?P<datum>{_DAG_EN_MAAND})(?![-\w/]| ?'?\d)"
    rf"|\b(?:op|wordt) (?P<ervoor>{_DAG_EN_MAAND})(?= (?:\d\d jaar\b|[^.\d\n]{{0,24}}\b(?:verjaardag|jarig)\b))"
    r"|\bgeb(?:oren|\.|\b)[ :]{0,2}(?P<zes>\d{6})(?!\w)",
    re.IGNORECASE,
)
"""A birthday: right behind the word that says so, for a day and a month alone are any date."""
_GEBOORTEJAAR: Final = re.compile(
    rf"(?:\bgeb\.?|\bgeboren|\bgeboortejaar|\bbouwjaar|{_STER})[ :]{{0,2}}(?:is |in |uit )?"
    r"(?P<datum>19\d\d|20[0-3]\d)(?![-\w/])"
    r"|\b(?:in|uit) (?P<ervoor>19\d\d|20[0-3]\d)(?= \(?geboren\b(?! (?!en |is |in |te |op |als )[a-z]))",
    re.IGNORECASE,
)
"""A year says less than a day, and enough with what stands beside it."""
_ERNA: Final = re.compile(r"[ ,)]{0,3}(?:is \w+ )?(?:\(?geb(?:oren|oortedatum|\.)|jarig|ter wereld)", re.IGNORECASE)
_NA_NAAM: Final = re.compile(r"(?:^|[^\W\d_]\W\s*|\s)(?P<naam>[A-Z][^\W\d_]+)\s*[,(]\s*$")
_NA_GESLACHT: Final = re.compile(r"\b(?:[mvMV]|[Mm]an|[Vv]rouw|[Jj]ongen|[Mm]eisje)[,;/] ?$")
"""As a list says who somebody is: (m, 3-4-1987). Of this year it is the day on which something happened."""
_EEUW: Final = 40
"""A year of two digits below this is one of this century."""
_OUD: Final = 12
"""A day longer ago than this is seldom the day of a meeting; behind a name it is a birthday."""


def geboortedata(tekst: str, vandaag: date, bekend: Container[date]) -> Iterator[Vondst]:
    """``bekend`` are dates of birth that stand in the vault; such a day counts when it lies twelve years back."""
    for patroon in (_ZONDER_CIJFERS, _ZONDER_JAAR):
        for gevonden in patroon.finditer(tekst):
            yield Vondst(*gevonden.span(gevonden.lastgroup or 0), Leksoort.GEBOORTEDATUM)
    for gevonden in _GEBOORTEJAAR.finditer(tekst):
        if int(gevonden["datum"] or gevonden["ervoor"]) <= vandaag.year:
            yield Vondst(*gevonden.span(gevonden.lastgroup or 0), Leksoort.GEBOORTEDATUM)
    for gevonden in _DATUM.finditer(tekst):
        dag = _dag(gevonden)
        if dag is None or dag > vandaag:
            continue
        begin, eind = gevonden.span()
        van = max(0, begin - 64)
        oud = dag.year <= vandaag.year - _OUD
        genoemd = _GEBOREN.search(tekst, van, begin) or _ERNA.match(tekst, eind)
        los = gevonden["acht"] is None and oud  # eight digits without a word are any number
        if not genoemd and gevonden["acht"] is None and dag.year < vandaag.year:
            genoemd = _NA_GESLACHT.search(tekst, van, begin)
        if genoemd or (los and (dag in bekend or _NA_NAAM.search(tekst, van, begin))):
            yield Vondst(begin, eind, Leksoort.GEBOORTEDATUM)


def _dag(gevonden: re.Match[str]) -> date | None:
    """The day, or the first of the month where no day is said; None for what is no day."""
    if gevonden["acht"] is not None:
        acht = gevonden["acht"]
        return _maak(acht[:4], acht[4:6], acht[6:]) or _maak(acht[4:], acht[2:4], acht[:2])
    if gevonden["woord"] is not None:
        return _maak(gevonden["jaar2"].lstrip("'"), str(_MAANDEN[gevonden["woord"].lower()]), gevonden["dag2"] or "1")
    if gevonden["jaar3"] is not None:
        return _maak(gevonden["jaar3"], gevonden["maand3"], gevonden["dag3"])
    return _maak(gevonden["jaar"].lstrip("'"), gevonden["maand"], gevonden["dag"])


def _maak(jaar: str, maand: str, dag: str) -> date | None:
    heel = int(jaar)
    if len(jaar) == 2:
        heel += 2000 if heel < _EEUW else 1900
    if not 1900 <= heel < 2100:
        return None
    try:
        return date(heel, int(maand), int(dag))
    except ValueError:
        return None
