"""Reads a date as Dutch people type it, or says in a sentence why it cannot. It never guesses at what is not there.

Numbers are day, month, year; what is understood is shown beside the field, so that nobody has to trust it blindly.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.taal import DAGEN, MAANDEN, hoofdletter
from zvh_desktop.services.werkplek.dagwoorden import (
    BUITEN_BEREIK,
    EERSTE_JAAR,
    LAATSTE_JAAR,
    WEEKDAG,
    WEEKDAGEN,
    Richting,
    dag_vanaf,
    fout,
    schone_tekst,
)

LANGSTE = 60
_EENVOUDIG = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("’‘`´", "'"))

_ONLEESBAAR = "Deze datum is niet te lezen. Schrijf bijvoorbeeld 1-3-2027, 1 maart 2027, morgen of +7."
_GEEN_GEBOORTEDATUM = (
    "Deze geboortedatum is niet te lezen. Schrijf bijvoorbeeld 1-3-1985, 1 maart 1985, maart 1985, 1985 of onbekend."
)
_JAAR_ERBIJ = "Zet het jaar erbij, bijvoorbeeld 1-3-1985. Weet niemand de datum, schrijf dan: onbekend."
_JAAR_VOLUIT = "Schrijf het jaar met vier cijfers, bijvoorbeeld maart 1985."

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

_VOOR_EEN_DAG = re.compile(r"^(?:op|van|voor|vanaf|d\.?d\.?)\s+")
_NA_EEN_DAG = re.compile(
    r"(?:,?\s+(?:a\.?s|j\.?l|aanstaande|jongstleden))?\.?(?:,?\s+(?:om\s+)?\d{1,2}[:.]\d{2}(?:\s*(?:u|uur))?)?$"
)
"""What a message says before and after a day, such as 'op 22 september a.s. om 9:30 uur'."""
_MET_WEEKDAG = re.compile(rf"{WEEKDAG}[.,\s]+(?=[0-9])(.+)")
_TIJD_ERBIJ = re.compile(r"(.*[0-9a-z]),?\s+(?:om\s+)?[0-9]{1,2}[:.][0-9]{2}(?:\s*(?:u|uur))?")
_MAAND_EERST = re.compile(r"([a-z]+)\.?\s*([0-9]{1,2})")
_NULLEN = re.compile(
    r"0{1,2}[-/. ](?P<m>[0-9]{1,2})[-/. ](?P<j>[0-9]{4})|(?P<j2>19[0-9]{2}|20[0-9]{2})(-?)(?P<m2>0[0-9]|1[0-2])\4-?00"
)
"""A date of birth of which the day, or day and month, are not known, as the basisregistratie writes it: 00-03-1985."""
_ONBEKEND = frozenset({"onbekend", "niet bekend", "onbek", "onb", "?", "00-00-0000", "0000-00-00", "00000000"})
_GEBOREN = re.compile(r"(?:geb|geboren)\b\.?\s*(?:(?:op|in)\s+)?(?=\S)")


def lees_datum(tekst: str, vandaag: date, richting: Richting = Richting.NABIJ) -> date:
    """The day that was typed. Raises InvoerOngeldig with a sentence that says what is wrong."""
    schoon = _schoon(tekst)
    dag = dag_vanaf(schoon, vandaag, richting)
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
    return _zonder_weekdag(schoon)


def _zonder_weekdag(schoon: str) -> str:
    gevonden = _MET_WEEKDAG.fullmatch(schoon)
    return schoon if gevonden is None else str(gevonden[2])


def _schoon(tekst: str) -> str:
    """Small letters, plain hyphens and single spaces, whatever document or keyboard it came from."""
    schoon = schone_tekst(tekst.translate(_EENVOUDIG)).rstrip(".,; ")
    if len(schoon) > LANGSTE:
        raise fout(_ONLEESBAAR)
    return schoon


def _binnen_bereik(dag: date) -> date:
    if not EERSTE_JAAR <= dag.year <= LAATSTE_JAAR:
        raise fout(BUITEN_BEREIK)
    return dag


# --- a day of the calendar ----------------------------------------------------------------------------


def _met_weekdag(schoon: str, lees: Callable[[str], date]) -> date:
    """The day after an optional weekday, which has to be the right one."""
    gevonden = _MET_WEEKDAG.fullmatch(schoon)
    if gevonden is None:
        return lees(schoon)
    dag = lees(gevonden[2])
    if dag.weekday() != WEEKDAGEN[gevonden[1]]:
        bedoeld = DAGEN[WEEKDAGEN[gevonden[1]]]
        datum = f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"
        raise fout(f"{datum} is een {DAGEN[dag.weekday()]}, geen {bedoeld}.")
    return dag


def _vaste_dag(schoon: str, vandaag: date, richting: Richting) -> date:
    delen = _delen(schoon)
    if delen is None:
        raise fout(_waarom_niet(schoon))
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
            raise fout(_JAAR_VOLUIT)
        raise fout(_kort_van_cijfers(schoon) or _GEEN_GEBOORTEDATUM)
    dag, maand, jaar = delen
    if jaar is None:
        raise fout(_JAAR_VOLUIT if 1 <= dag <= 12 < maand else _JAAR_ERBIJ)
    if len(jaar) == 2:
        eeuw = vandaag.year // 100 * 100
        dit = eeuw + int(jaar)
        return _dag(dit if (dit, maand, dag) <= (vandaag.year, vandaag.month, vandaag.day) else dit - 100, maand, dag)
    return _dag(int(jaar), maand, dag)


def _deel_van_datum(schoon: str) -> Geboortedatum | None:
    """A year, or a month of a year; None when it is something else."""
    if _JAAR.fullmatch(schoon):
        return _geboren(int(schoon))
    if (nullen := _NULLEN.fullmatch(schoon)) is not None:
        return _geboren(int(nullen["j"] or nullen["j2"]), int(nullen["m"] or nullen["m2"]) or None)
    if (gevonden := _JAAR_MAAND.fullmatch(schoon)) is not None:
        return _geboren(int(gevonden[1]), int(gevonden[2]))
    if (gevonden := _MAAND_JAAR.fullmatch(schoon)) is not None:
        maand = int(gevonden[1]) if gevonden[1] else _maandnummer(gevonden[2])
        if maand is None:
            raise fout(_GEEN_GEBOORTEDATUM)
        return _geboren(int(gevonden[3]), maand)
    return None


def _geboren(jaar: int, maand: int | None = None) -> Geboortedatum:
    if not EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
        raise fout(BUITEN_BEREIK)
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
        raise fout(_geen_dag(vandaag.year, maand, dag))
    if richting is Richting.VOORUIT:
        return min(een for een in dagen if een >= vandaag)
    if richting is Richting.TERUG:
        return max(een for een in dagen if een <= vandaag)
    return min(dagen, key=lambda een: abs(een - vandaag))


def _eis_maand(maand: int) -> None:
    if not 1 <= maand <= 12:
        raise fout(f"Maand {maand} bestaat niet. Schrijf eerst de dag en dan de maand.")


def _dag(jaar: int, maand: int, dag: int) -> date:
    if not EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
        raise fout(BUITEN_BEREIK)
    _eis_maand(maand)
    if not 1 <= dag <= monthrange(jaar, maand)[1]:
        raise fout(_geen_dag(jaar, maand, dag))
    return date(jaar, maand, dag)


def _geen_dag(jaar: int, maand: int, dag: int) -> str:
    if not dag:
        return "Dag 0 bestaat niet."
    return f"{hoofdletter(MAANDEN[maand - 1])} {jaar} heeft {monthrange(jaar, maand)[1]} dagen; dag {dag} is er niet."


def _waarom_niet(schoon: str) -> str:
    """The most helpful sentence about what is no day."""
    if (met_tijd := _TIJD_ERBIJ.fullmatch(schoon)) is not None and _delen(_zonder_weekdag(met_tijd[1])) is not None:
        return "Hier staat ook een tijd bij. Vul alleen de dag in."
    if (omgekeerd := _MAAND_EERST.fullmatch(schoon)) is not None and (maand := _maandnummer(omgekeerd[1])):
        return f"Schrijf eerst de dag en dan de maand: {int(omgekeerd[2])} {MAANDEN[maand - 1]}."
    if re.fullmatch(r"[0-9]{1,2}", schoon):
        return "Zet de maand erbij, bijvoorbeeld 15-12 of 15 december."
    if _JAAR.fullmatch(schoon) and not EERSTE_JAAR <= int(schoon) <= LAATSTE_JAAR:
        dag, maand = int(schoon[:2]), int(schoon[2:])
        kan = 1 <= dag <= 31 and 1 <= maand <= 12
        return f"Zet er een streepje tussen, bijvoorbeeld {dag}-{maand}." if kan else BUITEN_BEREIK
    if _JAAR.fullmatch(schoon) or _MAAND_JAAR.fullmatch(schoon) or _JAAR_MAAND.fullmatch(schoon):
        return "Zet de dag en de maand erbij, bijvoorbeeld 1-3-2027."
    return _kort_van_cijfers(schoon) or _ONLEESBAAR


def _kort_van_cijfers(schoon: str) -> str:
    if _ANDER_JAAR.fullmatch(schoon):
        return "Schrijf het jaar met twee of vier cijfers, bijvoorbeeld 1-3-1985."
    if re.fullmatch(r"[0-9]{3,}", schoon):
        return "Schrijf zes of acht cijfers, of zet er streepjes tussen: 01031985 of 1-3-1985."
    return ""
