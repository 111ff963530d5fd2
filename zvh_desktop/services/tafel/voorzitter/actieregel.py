"""An actie in one line, as it is said at the table: 'politie: huisbezoek voor 1 dec'.

Before the colon the partij, at the end the date. What was understood is shown while it is typed; what looks like a
partij or a date and is none is refused with a sentence, and never becomes something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzes import PartijId
from zvh_desktop.models.taal import opsomming
from zvh_desktop.models.vouwing import gevouwen
from zvh_desktop.services.werkplek.dagwoorden import Richting
from zvh_desktop.services.werkplek.datumtekst import lees_datum

_PARTIJ: Final = re.compile(r"^\s*([^:]{1,60}?)\s*:(?=\s|$)\s*(.*)$", re.DOTALL)
"""A colon within a time ('10:30') has no space after it."""
_TERMIJN: Final = re.compile(r"(?:^|[\s,;(])(?:voor|vóór|uiterlijk|tegen|op|per|binnen)\s+|,\s*", re.IGNORECASE)
_VOORZETSEL: Final = re.compile(r"^(?:uiterlijk|op)\s+", re.IGNORECASE)
_LIJKT_DATUM: Final = re.compile(
    r"^(?:\d{1,2}\s*[-/.]\s*\d{1,2}(?:\s*[-/.]\s*\d{2,4})?|\d{1,2}\s*(?:jan|feb|mrt|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec)"
    r"[a-z]*(?:\s+\d{2,4})?)$",
    re.IGNORECASE,
)
_PREFIX_WOORDEN: Final = 4
"""With more words before the colon it is a sentence and no partij."""


@dataclass(frozen=True, slots=True)
class Actiepartij:
    """A partij as it can be typed; ``reden`` says why it can have no actie at this point, empty where it can."""

    partij_id: PartijId
    naam: str
    kort: str
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Actielezing:
    """What was understood of the line."""

    omschrijving: str = ""
    partij_id: PartijId | None = None
    partij: str = ""
    termijn: date | None = None
    bezwaar: str = ""
    """Why this cannot be added as it stands; empty when it can, or when nothing was typed."""


def lees_actieregel(tekst: str, partijen: Sequence[Actiepartij], vandaag: date) -> Actielezing:
    """What this line says. Never raises: an objection is a part of the reading."""
    gevonden = _PARTIJ.match(tekst)
    partij: Actiepartij | None = None
    if gevonden is not None and len(gevonden[1].split()) <= _PREFIX_WOORDEN:
        wie, rest = gevonden[1], gevonden[2]
        passend = _passend(wie, partijen)
        if len(passend) != 1:
            return Actielezing(rest.strip(), bezwaar=_niet_een(wie, passend, partijen))
        partij, tekst = passend[0], rest
    omschrijving, termijn, bezwaar = _neem_termijn(tekst.strip(), vandaag)
    if partij is not None and partij.reden:
        bezwaar = f"{partij.naam} kan bij deze casus geen actie krijgen: {partij.reden}."
    return Actielezing(
        omschrijving,
        partij.partij_id if partij is not None else None,
        partij.naam if partij is not None else "",
        termijn,
        bezwaar,
    )


def _passend(wie: str, partijen: Sequence[Actiepartij]) -> list[Actiepartij]:
    """Whom these letters mean: a whole name, else the begin of a name, else that of a word in it.

    Who sits here is meant rather than who does not.
    """
    gezocht = gevouwen(wie)
    for past in (_heel, _begin, _woord):
        passend = [een for een in partijen if past(gezocht, gevouwen(een.kort), gevouwen(een.naam))]
        if passend:
            return [een for een in passend if not een.reden] or passend
    return []


def _heel(gezocht: str, kort: str, naam: str) -> bool:
    return gezocht in (kort, naam)


def _begin(gezocht: str, kort: str, naam: str) -> bool:
    return kort.startswith(gezocht) or naam.startswith(gezocht)


def _woord(gezocht: str, kort: str, naam: str) -> bool:
    return any(woord.startswith(gezocht) for woord in (*kort.split(), *naam.split()))


def _niet_een(wie: str, passend: Sequence[Actiepartij], partijen: Sequence[Actiepartij]) -> str:
    if passend:
        return f"'{wie}' kan {' of '.join(een.kort for een in passend)} zijn. Typ meer letters."
    aan_tafel = [een.kort for een in partijen if not een.reden]
    wie_wel = f" Bij dit punt zitten {opsomming(aan_tafel)}." if aan_tafel else ""
    return f"Er is geen partij '{wie}'.{wie_wel} Bedoelt u geen partij, laat dan de dubbele punt weg."


def _neem_termijn(tekst: str, vandaag: date) -> tuple[str, date | None, str]:
    """The text before the date, the date, and what is wrong with what looks like one."""
    bezwaar = ""
    for gevonden in _TERMIJN.finditer(tekst):
        rest = tekst[gevonden.end() :].strip().rstrip(".)")
        rest = _VOORZETSEL.sub("", rest)
        if not rest:
            continue
        try:
            dag = lees_datum(rest, vandaag, Richting.VOORUIT)
        except InvoerOngeldig as fout:
            if _LIJKT_DATUM.match(rest):
                bezwaar = fout.gebeurd
            continue
        if dag < vandaag:
            bezwaar = "Deze dag is al geweest. Typ een dag vanaf vandaag."
            continue
        return tekst[: gevonden.start()].strip().rstrip(",;("), dag, ""
    return tekst, None, bezwaar
