"""Reads a date as Dutch people type it, or says in a sentence why it cannot. It never guesses at what is not there.

Numbers are day, month, year; what is understood is shown beside the field, so that nobody has to trust it blindly.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from enum import Enum

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.taal import DAGEN, MAANDEN, hoofdletter

EERSTE_JAAR, LAATSTE_JAAR = 1900, 2199
LANGSTE = 60

_ONLEESBAAR = "Deze datum is niet te lezen. Schrijf bijvoorbeeld 1-3-2027, 1 maart 2027, morgen of +7."
_GEEN_GEBOORTEDATUM = (
    "Deze geboortedatum is niet te lezen. Schrijf bijvoorbeeld 1-3-1985, 1 maart 1985, maart 1985, 1985 of onbekend."
)
_JAAR_ERBIJ = "Zet het jaar erbij, bijvoorbeeld 1-3-1985. Weet niemand de datum, schrijf dan: onbekend."
_BUITEN_BEREIK = f"Het jaar moet liggen tussen {EERSTE_JAAR} en {LAATSTE_JAAR}."


class Richting(Enum):
    """Where the dates of a field lie, for what leaves out the year or the week."""

    NABIJ = "nabij"
    VOORUIT = "vooruit"
    TERUG = "terug"


_TUSSEN = r"\s*[-/.,\s]\s*"
_LOS = r"\s*[-/.,]?\s*"
_JAARDEEL = r"'?[0-9]{2}|[0-9]{4}"
_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_CIJFERS = re.compile(rf"([0-9]{{1,2}}){_TUSSEN}([0-9]{{1,2}})(?:{_TUSSEN}({_JAARDEEL}))?")
_ANDER_JAAR = re.compile(rf"[0-9]{{1,2}}{_TUSSEN}[0-9]{{1,2}}{_TUSSEN}[0-9]+")
_AANEEN = re.compile(r"[0-9]{6}|[0-9]{8}")
_WOORD = re.compile(rf"([0-9]{{1,2}})(?:(?:e|de|ste)(?![a-z]))?{_LOS}([a-z]+){_LOS}({_JAARDEEL})?")
_MAAND_JAAR = re.compile(rf"(?:([0-9]{{1,2}}){_TUSSEN}|([a-z]+){_LOS})([0-9]{{4}})")
_JAAR_MAAND = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})")
_JAAR = re.compile(r"[0-9]{4}")
_MAAND_KORT_JAAR = re.compile(rf"([a-z]+){_LOS}'?[0-9]{{1,2}}")

_WEEKDAGEN = {kort: nummer for nummer, dag in enumerate(DAGEN) for kort in (dag[:2], dag[:3], dag)} | {
    "woens": 2, "donder": 3, "vrij": 4,
}  # fmt: skip
_WEEKDAG = "(" + "|".join(sorted(_WEEKDAGEN, key=len, reverse=True)) + ")"
_VOOR_EEN_DAG = re.compile(r"^(?:op|van|voor|vanaf|d\.?d\.?)\s+")
_NA_EEN_DAG = re.compile(
    r"(?:,?\s+(?:a\.?s|j\.?l|aanstaande|jongstleden))?\.?(?:,?\s+(?:om\s+)?\d{1,2}[:.]\d{2}(?:\s*(?:u|uur))?)?$"
)
"""What a message says before and after a day, such as 'op 22 september a.s. om 9:30 uur'."""
_MET_WEEKDAG = re.compile(rf"{_WEEKDAG}[.,\s]+(?=[0-9])(.+)")
_ALLEEN_WEEKDAG = re.compile(rf"(?:(komende|aanstaande|afgelopen)\s+)?{_WEEKDAG}")
_WEEK_DAG = re.compile(rf"(deze|komende|volgende|vorige|afgelopen)\s+week\s+(?:op\s+)?{_WEEKDAG}")
_DAG_WEEK = re.compile(rf"{_WEEKDAG}\s+(deze|komende|volgende|vorige|afgelopen)\s+week")
_WELKE_WEEK = {"deze": 0, "komende": 1, "volgende": 1, "vorige": -1, "afgelopen": -1}
_WOORDEN = {"vandaag": 0, "morgen": 1, "overmorgen": 2, "gisteren": -1, "eergisteren": -2}
_EENHEDEN = {
    "": "d", "d": "d", "dag": "d", "dagen": "d", "w": "w", "week": "w", "weken": "w", "m": "m", "mnd": "m",
    "maand": "m", "maanden": "m", "j": "j", "jaar": "j", "jaren": "j",
}  # fmt: skip
_SPRONG = re.compile(r"([+-])\s*([0-9]{1,6})\s*([a-z]*)")
_OVER = re.compile(r"over\s+(een|[0-9]{1,6})\s+([a-z]+)")
_GELEDEN = re.compile(r"(een|[0-9]{1,6})\s+([a-z]+)\s+geleden")
_ONBEKEND = frozenset({"onbekend", "niet bekend", "onbek", "onb", "?"})
_GEBOREN = re.compile(r"(?:geb|geboren)\b\.?\s*(?:(?:op|in)\s+)?(?=\S)")


def lees_datum(tekst: str, vandaag: date, richting: Richting = Richting.NABIJ) -> date:
    """The day that was typed. Raises InvoerOngeldig with a sentence that says what is wrong."""
    schoon = _schoon(tekst)
    dag = _ten_opzichte_van(schoon, vandaag, richting)
    if dag is None:
        dag = _met_weekdag(schoon, lambda rest: _vaste_dag(rest, vandaag, richting))
    return _binnen_bereik(dag)


def lees_geboortedatum(tekst: str, vandaag: date) -> Geboortedatum:
    """The date of birth that was typed, as far as it is known. Raises InvoerOngeldig."""
    schoon = _GEBOREN.sub("", _schoon(tekst), count=1)
    if schoon in _ONBEKEND:
        return Geboortedatum()
    gelezen = _deel_van_datum(schoon)
    if gelezen is None:
        gelezen = Geboortedatum.van(_met_weekdag(schoon, lambda rest: _geboortedag(rest, vandaag)))
    return keur_geboortedatum(gelezen, vandaag)


def keur_geboortedatum(datum: Geboortedatum, vandaag: date) -> Geboortedatum:
    """The same date of birth, when it can be one. Raises InvoerOngeldig."""
    if datum.na(vandaag):
        raise InvoerOngeldig("geboortedatum", "De geboortedatum ligt in de toekomst.")
    if datum.jaar is not None and datum.jaar < EERSTE_JAAR:
        raise InvoerOngeldig("geboortedatum", f"De geboortedatum ligt voor {EERSTE_JAAR}. Kijk het jaar na.")
    return datum


def lees_zoekdatum(tekst: str, vandaag: date) -> date | None:
    """The day that a search asks for, when what was typed is one, with its year; otherwise None."""
    try:
        schoon = _alleen_de_dag(tekst)
        delen = _delen(schoon)
        return None if delen is None or delen[2] is None else _vaste_dag(schoon, vandaag, Richting.NABIJ)
    except InvoerOngeldig:
        return None


def lees_zoekdag(tekst: str) -> tuple[int, int] | None:
    """Day and month that a search asks for, when what was typed is a day without its year; otherwise None."""
    try:
        delen = _delen(_alleen_de_dag(tekst))
    except InvoerOngeldig:
        return None
    return delen[:2] if delen is not None and delen[2] is None and 1 <= delen[0] <= 31 and 1 <= delen[1] <= 12 else None


def _alleen_de_dag(tekst: str) -> str:
    """A day as lists and messages say it, without its weekday, its hour and what stands around it.

    Who searches is not held to the right weekday.
    """
    schoon = _NA_EEN_DAG.sub("", _VOOR_EEN_DAG.sub("", _schoon(tekst)))
    gevonden = _MET_WEEKDAG.fullmatch(schoon)
    return schoon if gevonden is None else str(gevonden[2])


def _schoon(tekst: str) -> str:
    """Small letters, plain hyphens and single spaces, whatever document or keyboard it came from."""
    kaal = "".join(
        "-" if teken in "‐‑‒–—−" else "'" if teken in "’‘`´" else teken
        for teken in unicodedata.normalize("NFKC", tekst.replace("´", "'"))
    )
    schoon = " ".join(kaal.casefold().split()).rstrip(".,; ")
    if len(schoon) > LANGSTE:
        raise _fout(_ONLEESBAAR)
    return schoon


def _fout(zin: str) -> InvoerOngeldig:
    return InvoerOngeldig("datum", zin)


def _binnen_bereik(dag: date) -> date:
    if not EERSTE_JAAR <= dag.year <= LAATSTE_JAAR:
        raise _fout(_BUITEN_BEREIK)
    return dag


# --- relative to today ------------------------------------------------------------------------------


def _ten_opzichte_van(schoon: str, vandaag: date, richting: Richting) -> date | None:
    """'morgen', '+7', 'over 2 weken', 'di', 'volgende week dinsdag'; None when it is something else."""
    if schoon in _WOORDEN:
        return _schuif(vandaag, _WOORDEN[schoon], "d")
    if (sprong := _SPRONG.fullmatch(schoon)) is not None:
        return _schuif(vandaag, int(sprong[1] + sprong[2]), _eenheid(sprong[3]))
    if (over := _OVER.fullmatch(schoon)) is not None:
        return _schuif(vandaag, _aantal(over[1]), _eenheid(over[2]))
    if (geleden := _GELEDEN.fullmatch(schoon)) is not None:
        return _schuif(vandaag, -_aantal(geleden[1]), _eenheid(geleden[2]))
    if (week := _WEEK_DAG.fullmatch(schoon)) is not None:
        return _in_week(vandaag, week[1], week[2])
    if (week := _DAG_WEEK.fullmatch(schoon)) is not None:
        return _in_week(vandaag, week[2], week[1])
    if (dag := _ALLEEN_WEEKDAG.fullmatch(schoon)) is not None:
        terug = dag[1] == "afgelopen" or (dag[1] is None and richting is Richting.TERUG)
        return _weekdag_bij(vandaag, _WEEKDAGEN[dag[2]], terug=terug)
    if re.fullmatch(rf"(volgende|vorige)\s+{_WEEKDAG}", schoon) or re.fullmatch(r"\w+ week", schoon):
        raise _fout("Zet de week en de dag erbij, bijvoorbeeld: volgende week dinsdag.")
    return None


def _eenheid(woord: str) -> str:
    if woord not in _EENHEDEN:
        raise _fout("Schrijf dagen, weken, maanden of jaar, bijvoorbeeld: over 2 weken.")
    return _EENHEDEN[woord]


def _aantal(woord: str) -> int:
    return 1 if woord == "een" else int(woord)


def _schuif(dag: date, aantal: int, eenheid: str) -> date:
    """So many days, weeks, months or years on; the last day of a month that is shorter."""
    try:
        if eenheid in "dw":
            return dag + timedelta(days=aantal * (7 if eenheid == "w" else 1))
        maanden = dag.year * 12 + dag.month - 1 + aantal * (12 if eenheid == "j" else 1)
        jaar, maand = divmod(maanden, 12)
        if not EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
            raise _fout(_BUITEN_BEREIK)
        return date(jaar, maand + 1, min(dag.day, monthrange(jaar, maand + 1)[1]))
    except OverflowError:
        raise _fout(_BUITEN_BEREIK) from None


def _in_week(vandaag: date, welke: str, weekdag: str) -> date:
    maandag = vandaag - timedelta(days=vandaag.weekday())
    return maandag + timedelta(days=7 * _WELKE_WEEK[welke] + _WEEKDAGEN[weekdag])


def _weekdag_bij(vandaag: date, weekdag: int, *, terug: bool) -> date:
    """The first such day after today, or the last before it."""
    if terug:
        return vandaag - timedelta(days=(vandaag.weekday() - weekdag - 1) % 7 + 1)
    return vandaag + timedelta(days=(weekdag - vandaag.weekday() - 1) % 7 + 1)


# --- a day of the calendar ----------------------------------------------------------------------------


def _met_weekdag(schoon: str, lees: Callable[[str], date]) -> date:
    """The day after an optional weekday, which has to be the right one."""
    gevonden = _MET_WEEKDAG.fullmatch(schoon)
    if gevonden is None:
        return lees(schoon)
    dag = lees(gevonden[2])
    if dag.weekday() != _WEEKDAGEN[gevonden[1]]:
        bedoeld = DAGEN[_WEEKDAGEN[gevonden[1]]]
        datum = f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"
        raise _fout(f"{datum} is een {DAGEN[dag.weekday()]}, geen {bedoeld}.")
    return dag


def _vaste_dag(schoon: str, vandaag: date, richting: Richting) -> date:
    delen = _delen(schoon)
    if delen is None:
        raise _fout(_waarom_niet(schoon))
    dag, maand, jaar = delen
    if jaar is None:
        return _zonder_jaar(dag, maand, vandaag, richting)
    if len(jaar) == 2:
        eeuw = vandaag.year // 100 * 100
        jaren = (eeuw + verschil + int(jaar) for verschil in (-100, 0, 100))
        return _dag(min(jaren, key=lambda een: abs(een - vandaag.year)), maand, dag)
    return _dag(int(jaar), maand, dag)


def _geboortedag(schoon: str, vandaag: date) -> date:
    delen = _delen(schoon)
    if delen is None:
        kort_jaar = _MAAND_KORT_JAAR.fullmatch(schoon)
        if kort_jaar is not None and _maandnummer(kort_jaar[1]):
            raise _fout("Schrijf het jaar met vier cijfers, bijvoorbeeld maart 1985.")
        raise _fout(_kort_van_cijfers(schoon) or _GEEN_GEBOORTEDATUM)
    dag, maand, jaar = delen
    if jaar is None:
        raise _fout(_JAAR_ERBIJ)
    if len(jaar) == 2:
        eeuw = vandaag.year // 100 * 100
        dit = eeuw + int(jaar)
        return _dag(dit if (dit, maand, dag) <= (vandaag.year, vandaag.month, vandaag.day) else dit - 100, maand, dag)
    return _dag(int(jaar), maand, dag)


def _deel_van_datum(schoon: str) -> Geboortedatum | None:
    """A year, or a month of a year; None when it is something else."""
    if _JAAR.fullmatch(schoon):
        return _geboren(int(schoon))
    if (gevonden := _JAAR_MAAND.fullmatch(schoon)) is not None:
        return _geboren(int(gevonden[1]), int(gevonden[2]))
    if (gevonden := _MAAND_JAAR.fullmatch(schoon)) is not None:
        maand = int(gevonden[1]) if gevonden[1] else _maandnummer(gevonden[2])
        if maand is None:
            raise _fout(_GEEN_GEBOORTEDATUM)
        return _geboren(int(gevonden[3]), maand)
    return None


def _geboren(jaar: int, maand: int | None = None) -> Geboortedatum:
    if not EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
        raise _fout(_BUITEN_BEREIK)
    if maand is not None:
        _eis_maand(maand)
    return Geboortedatum(jaar, maand)


def _delen(schoon: str) -> tuple[int, int, str | None] | None:
    """Day, month, and the digits of the year when they are there; None when this is no day."""
    if (iso := _ISO.fullmatch(schoon)) is not None:
        return int(iso[3]), int(iso[2]), iso[1]
    if (cijfers := _CIJFERS.fullmatch(schoon)) is not None:
        return int(cijfers[1]), int(cijfers[2]), cijfers[3].lstrip("'") if cijfers[3] else None
    if _AANEEN.fullmatch(schoon):
        achteraan = len(schoon) == 8 and int(schoon[4:]) < EERSTE_JAAR <= int(schoon[:4]) <= LAATSTE_JAAR
        if achteraan:
            return int(schoon[6:]), int(schoon[4:6]), schoon[:4]
        return int(schoon[:2]), int(schoon[2:4]), schoon[4:]
    if (woord := _WOORD.fullmatch(schoon)) is not None:
        maand = _maandnummer(woord[2])
        return None if maand is None else (int(woord[1]), maand, woord[3].lstrip("'") if woord[3] else None)
    return None


def _maandnummer(woord: str) -> int | None:
    """'mrt', 'sept' and every beginning of three letters or more."""
    if woord == "mrt":
        return 3
    return next((nummer for nummer, naam in enumerate(MAANDEN, 1) if len(woord) >= 3 and naam.startswith(woord)), None)


def _zonder_jaar(dag: int, maand: int, vandaag: date, richting: Richting) -> date:
    _eis_maand(maand)
    jaren = (vandaag.year + verschil for verschil in range(-8, 9))
    dagen = [date(jaar, maand, dag) for jaar in jaren if 1 <= dag <= monthrange(jaar, maand)[1]]
    if not dagen:
        raise _fout(_geen_dag(vandaag.year, maand, dag))
    if richting is Richting.VOORUIT:
        return min(een for een in dagen if een >= vandaag)
    if richting is Richting.TERUG:
        return max(een for een in dagen if een <= vandaag)
    return min(dagen, key=lambda een: abs(een - vandaag))


def _eis_maand(maand: int) -> None:
    if not 1 <= maand <= 12:
        raise _fout(f"Maand {maand} bestaat niet. Schrijf eerst de dag en dan de maand.")


def _dag(jaar: int, maand: int, dag: int) -> date:
    if not EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
        raise _fout(_BUITEN_BEREIK)
    _eis_maand(maand)
    if not 1 <= dag <= monthrange(jaar, maand)[1]:
        raise _fout(_geen_dag(jaar, maand, dag))
    return date(jaar, maand, dag)


def _geen_dag(jaar: int, maand: int, dag: int) -> str:
    if not dag:
        return "Dag 0 bestaat niet."
    return f"{hoofdletter(MAANDEN[maand - 1])} {jaar} heeft {monthrange(jaar, maand)[1]} dagen; dag {dag} is er niet."


def _waarom_niet(schoon: str) -> str:
    """The most helpful sentence about what is no day."""
    if re.fullmatch(r"[0-9]{1,2}", schoon):
        return "Zet de maand erbij, bijvoorbeeld 15-12 of 15 december."
    if _JAAR.fullmatch(schoon) or _MAAND_JAAR.fullmatch(schoon) or _JAAR_MAAND.fullmatch(schoon):
        return "Zet de dag en de maand erbij, bijvoorbeeld 1-3-2027."
    return _kort_van_cijfers(schoon) or _ONLEESBAAR


def _kort_van_cijfers(schoon: str) -> str:
    if _ANDER_JAAR.fullmatch(schoon):
        return "Schrijf het jaar met twee of vier cijfers, bijvoorbeeld 1-3-1985."
    if re.fullmatch(r"[0-9]{3,}", schoon):
        return "Schrijf zes of acht cijfers, of zet er streepjes tussen: 01031985 of 1-3-1985."
    return ""
