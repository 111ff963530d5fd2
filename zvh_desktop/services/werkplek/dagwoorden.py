"""Reads a day that is told from today: 'morgen', '+7', 'over twee weken', 'di', 'volgende week ma', 'ma week 50'."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date, timedelta
from enum import Enum

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.taal import DAGEN
from zvh_desktop.models.vouwing import is_onzichtbaar

EERSTE_JAAR, LAATSTE_JAAR = 1900, 2199
BUITEN_BEREIK = f"Het jaar moet liggen tussen {EERSTE_JAAR} en {LAATSTE_JAAR}."


class Richting(Enum):
    """Where the dates of a field lie, for what leaves out the year or the week."""

    NABIJ = "nabij"
    VOORUIT = "vooruit"
    TERUG = "terug"


WEEKDAGEN = {kort: nummer for nummer, dag in enumerate(DAGEN) for kort in (dag[:2], dag[:3], dag)} | {
    "woens": 2, "donder": 3, "vrij": 4,
}  # fmt: skip
WEEKDAG = "(" + "|".join(sorted(WEEKDAGEN, key=len, reverse=True)) + r")\.?"
_AANSTAANDE, _JONGSTLEDEN = r"komende|aanstaande|a\.?s", r"afgelopen|jongstleden|j\.?l"
_ALLEEN_WEEKDAG = re.compile(rf"(?:({_AANSTAANDE}|{_JONGSTLEDEN})\.?\s+)?{WEEKDAG}")
_WEEKDAG_ERACHTER = re.compile(rf"{WEEKDAG}\s+({_AANSTAANDE}|{_JONGSTLEDEN})")
_WELKE = "deze|komende|volgende|vorige|afgelopen"
_WEEK_DAG = re.compile(rf"({_WELKE})\s+week\s+(?:op\s+)?{WEEKDAG}")
_DAG_WEEK = re.compile(rf"{WEEKDAG}\s+({_WELKE})\s+week")
_WELKE_WEEK = {"deze": 0, "komende": 1, "volgende": 1, "vorige": -1, "afgelopen": -1}
_NUMMER = r"(?:week|wk)\.?\s*([0-9]{1,2})(?:,?\s+([0-9]{4}))?"
_DAG_WEEKNUMMER = re.compile(rf"{WEEKDAG},?\s+(?:in\s+|van\s+)?{_NUMMER}")
_WEEKNUMMER_DAG = re.compile(rf"{_NUMMER},?\s+(?:op\s+)?{WEEKDAG}")
_WOORDEN = {"vandaag": 0, "morgen": 1, "overmorgen": 2, "gisteren": -1, "eergisteren": -2}
_TELWOORDEN = {
    woord: getal
    for getal, woorden in enumerate(
        ("een|één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"), 1
    )
    for woord in woorden.split("|")
}
_EENHEDEN = {
    "": "d", "d": "d", "dag": "d", "dagen": "d", "w": "w", "week": "w", "weken": "w", "m": "m", "mnd": "m",
    "maand": "m", "maanden": "m", "j": "j", "jaar": "j", "jaren": "j",
}  # fmt: skip
_AANTAL = "(" + "|".join(_TELWOORDEN) + "|[0-9]{1,6})"
_SPRONG = re.compile(r"([+-])\s*([0-9]{1,6})\s*([a-z]*)")
_OVER = re.compile(rf"over\s+{_AANTAL}\s+([a-z]+)")
_GELEDEN = re.compile(rf"{_AANTAL}\s+([a-z]+)\s+geleden")


def schone_tekst(tekst: str) -> str:
    """Small letters and single spaces, without the signs that show nothing: what was typed, wherever it was copied."""
    zichtbaar = "".join(teken for teken in tekst if not is_onzichtbaar(teken))
    return " ".join(unicodedata.normalize("NFKC", zichtbaar).casefold().split())


def fout(zin: str) -> InvoerOngeldig:
    """A date that is refused with this sentence."""
    return InvoerOngeldig("datum", zin)


def dag_vanaf(schoon: str, vandaag: date, richting: Richting) -> date | None:
    """The day that is meant; None when this is told in another way. Raises InvoerOngeldig."""
    if schoon in _WOORDEN:
        return _schuif(vandaag, _WOORDEN[schoon], "d")
    if (sprong := _SPRONG.fullmatch(schoon)) is not None:
        return _schuif(vandaag, int(sprong[1] + sprong[2]), _eenheid(sprong[3]))
    if (over := _OVER.fullmatch(schoon)) is not None:
        return _schuif(vandaag, _aantal(over[1]), _eenheid(over[2]))
    if (geleden := _GELEDEN.fullmatch(schoon)) is not None:
        return _schuif(vandaag, -_aantal(geleden[1]), _eenheid(geleden[2]))
    return _dag_van_een_week(schoon, vandaag, richting)


def _dag_van_een_week(schoon: str, vandaag: date, richting: Richting) -> date | None:
    if (week := _WEEK_DAG.fullmatch(schoon)) is not None:
        return _in_week(vandaag, week[1], week[2])
    if (week := _DAG_WEEK.fullmatch(schoon)) is not None:
        return _in_week(vandaag, week[2], week[1])
    if (week := _DAG_WEEKNUMMER.fullmatch(schoon)) is not None:
        return _in_weeknummer(vandaag, int(week[2]), week[3], week[1], richting)
    if (week := _WEEKNUMMER_DAG.fullmatch(schoon)) is not None:
        return _in_weeknummer(vandaag, int(week[1]), week[2], week[3], richting)
    if (dag := _ALLEEN_WEEKDAG.fullmatch(schoon)) is not None:
        return _weekdag_bij(vandaag, dag[2], dag[1], richting)
    if (dag := _WEEKDAG_ERACHTER.fullmatch(schoon)) is not None:
        return _weekdag_bij(vandaag, dag[1], dag[2], richting)
    if re.fullmatch(rf"(volgende|vorige)\s+{WEEKDAG}", schoon) or re.fullmatch(r"\w+ week", schoon):
        raise fout("Zet de week en de dag erbij, bijvoorbeeld: volgende week dinsdag.")
    if (nummer := re.fullmatch(_NUMMER, schoon)) is not None:
        raise fout(f"Zet de dag erbij, bijvoorbeeld: di week {int(nummer[1])}.")
    return None


def _eenheid(woord: str) -> str:
    if woord not in _EENHEDEN:
        raise fout("Schrijf dagen, weken, maanden of jaar, bijvoorbeeld: over 2 weken.")
    return _EENHEDEN[woord]


def _aantal(woord: str) -> int:
    return _TELWOORDEN.get(woord) or int(woord)


def _schuif(dag: date, aantal: int, eenheid: str) -> date:
    """So many days, weeks, months or years on; the last day of a month that is shorter."""
    try:
        if eenheid in "dw":
            return dag + timedelta(days=aantal * (7 if eenheid == "w" else 1))
        maanden = dag.year * 12 + dag.month - 1 + aantal * (12 if eenheid == "j" else 1)
        jaar, maand = divmod(maanden, 12)
        if not EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
            raise fout(BUITEN_BEREIK)
        return date(jaar, maand + 1, min(dag.day, monthrange(jaar, maand + 1)[1]))
    except OverflowError:
        raise fout(BUITEN_BEREIK) from None


def _in_week(vandaag: date, welke: str, weekdag: str) -> date:
    maandag = vandaag - timedelta(days=vandaag.weekday())
    return maandag + timedelta(days=7 * _WELKE_WEEK[welke] + WEEKDAGEN[weekdag])


def _in_weeknummer(vandaag: date, week: int, jaar: str | None, weekdag: str, richting: Richting) -> date:
    """That day of the week with this number (ISO 8601, as in Dutch calendars); without a year the nearest."""
    heen = vandaag.isocalendar().year
    if jaar and not EERSTE_JAAR <= int(jaar) <= LAATSTE_JAAR:
        raise fout(BUITEN_BEREIK)
    dagen = [
        date.fromisocalendar(een, week, WEEKDAGEN[weekdag] + 1)
        for een in ([int(jaar)] if jaar else range(heen - 7, heen + 8))
        if 1 <= week <= date(een, 12, 28).isocalendar().week  # 28 December always lies in the last week
    ]
    if richting is not Richting.NABIJ and not jaar:
        dagen = [een for een in dagen if (een >= vandaag if richting is Richting.VOORUIT else een <= vandaag)]
    if not dagen:
        raise fout(f"Week {week} is er niet{' in ' + jaar if jaar else ''}.")
    return min(dagen, key=lambda een: abs(een - vandaag))


def _weekdag_bij(vandaag: date, weekdag: str, welke: str | None, richting: Richting) -> date:
    """The first such day after today, or the last before it."""
    terug = re.match(_JONGSTLEDEN, welke) is not None if welke else richting is Richting.TERUG
    if terug:
        return vandaag - timedelta(days=(vandaag.weekday() - WEEKDAGEN[weekdag] - 1) % 7 + 1)
    return vandaag + timedelta(days=(WEEKDAGEN[weekdag] - vandaag.weekday() - 1) % 7 + 1)
