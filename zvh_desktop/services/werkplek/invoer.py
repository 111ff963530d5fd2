"""What is typed, made fit to store: one line or a text, normalised, without control characters, not endless."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable

from zvh_desktop.documents.opmaak.adres import is_adres
from zvh_desktop.errors import InvoerOngeldig, LijktOp
from zvh_desktop.models.naam import eis_naam
from zvh_desktop.models.tekst.gelijkend import lijkt_op, verschil_zin
from zvh_desktop.models.vouwing import gevouwen, is_onzichtbaar

MAX_REGEL = 300
"""Longest single line, in characters."""
MAX_TEKST = 1_048_576
"""Longest text field, in characters: a pasted report fits, a pasted database does not."""
EINDE_NA_BEGIN = (
    "De eindtijd ligt niet na de begintijd. Een overleg begint en eindigt op dezelfde dag, op zijn laatst om 23:59."
)

_SCHEMA = re.compile(r"(?:mailto|tel|callto|sip):/*\s*|'(?=[+(0-9])", re.IGNORECASE)
"""What stands before an address or a number in a link, and the sign by which a spreadsheet keeps digits as text."""
_AFGEROND = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?\s?[eE]\s?[+-]?[0-9]+")


def regel(veld: str, waarde: str, hoogstens: int = MAX_REGEL) -> str:
    """One line that is no name: white space folded, what is not seen gone. Raises InvoerOngeldig when too long."""
    netjes = " ".join(_zonder_stuurtekens(waarde.replace("\t", " ").replace("\n", " ").replace("\r", " ")).split())
    if not netjes.isascii():
        netjes = " ".join("".join(teken for teken in netjes if not is_onzichtbaar(teken)).split())
    return _pas(veld, netjes, hoogstens)


def naamveld(veld: str, waarde: str, hoogstens: int = MAX_REGEL) -> str:
    """The name of somebody or something, as it reads. Every name comes in through here, typed or imported.

    Raises InvoerOngeldig when it holds what nobody sees or mixes alphabets (``models/naam.py``), or is too long.
    """
    return _pas(veld, eis_naam(veld, waarde), hoogstens)


def vraag_of_bedoeld(veld: str, naam: str, namen: Iterable[str], gezien: Collection[str] = ()) -> None:
    """Raise LijktOp when this name is read as another of these, but for those the user was told of (``gezien``)."""
    ander = lijkt_op(naam, (een for een in namen if een not in gezien))
    if ander is not None:
        raise LijktOp(veld, ander, verschil_zin(naam, ander))


def naamregels(veld: str, waarde: str) -> str:
    """Names, each on a line of its own, such as the thema's of a point. Raises InvoerOngeldig."""
    return tekst(veld, "\n".join(eis_naam(veld, een) for een in waarde.splitlines())).strip("\n")


def telefoonnummer(veld: str, waarde: str) -> str:
    """A telephone number as people write it, with what stands beside it, or nothing.

    Raises InvoerOngeldig when a spreadsheet has made a number of it: digits are lost, and nobody knows which.
    """
    nummer = zonder_schema(regel(veld, waarde))
    if _AFGEROND.fullmatch(nummer):
        raise InvoerOngeldig(
            veld,
            f'"{nummer[:40]}" is een telefoonnummer dat een rekenprogramma heeft afgerond.',
            advies="Typ het hele nummer.",
        )
    return nummer


def zonder_schema(waarde: str) -> str:
    """What was copied from a link or from a cell that was kept as text, without what stands before it there."""
    return _SCHEMA.sub("", waarde, count=1).strip()


def emailadres(veld: str, waarde: str) -> str:
    """An e-mail address, or nothing. What is refused here is what could not be sent to: one rule for both.

    Raises InvoerOngeldig.
    """
    adres = zonder_schema(unicodedata.normalize("NFC", waarde).strip())
    if adres and not is_adres(adres):
        raise InvoerOngeldig(veld, _waarom_geen_adres(adres), advies=_ADRES_ADVIES)
    return adres


def tekst(veld: str, waarde: str, hoogstens: int = MAX_TEKST) -> str:
    """A text of several lines. Raises InvoerOngeldig when too long; what was typed stays on the screen."""
    netjes = _zonder_stuurtekens(waarde.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n"))
    if len(netjes) > hoogstens:
        raise InvoerOngeldig(
            veld, f"Deze tekst is te lang om te bewaren: {len(netjes)} tekens, er passen er {hoogstens}."
        )
    return netjes


def zoekwoord(waarde: str) -> str:
    """What is typed to search with, as texts are compared. Never refused: too long is cut off."""
    return gevouwen(_zonder_stuurtekens(waarde[:MAX_REGEL]))


def verplicht(veld: str, waarde: str, zin: str) -> str:
    """The value, or InvoerOngeldig with this sentence when there is none."""
    if not waarde.strip():
        raise InvoerOngeldig(veld, zin)
    return waarde


def _pas(veld: str, netjes: str, hoogstens: int) -> str:
    if len(netjes) > hoogstens:
        raise InvoerOngeldig(veld, f"Dit is te lang: {len(netjes)} tekens, er passen er {hoogstens}.")
    return netjes


_ADRES_ADVIES = "Een e-mailadres ziet eruit als naam@organisatie.nl."


def _waarom_geen_adres(adres: str) -> str:
    """What is wrong with it, as far as that can be said in a few words."""
    waarom = ""
    if any(is_onzichtbaar(teken) or unicodedata.category(teken) == "Cc" for teken in adres):
        waarom = ": er staat een teken in dat u niet ziet. Typ het opnieuw"
    elif any(teken.isspace() for teken in adres):
        waarom = ": er staat een spatie in"
    elif ".." in adres:
        waarom = ": er staan twee punten achter elkaar"
    elif not adres.isascii():
        waarom = ": er staat een letter of teken in dat daarin niet kan"
    return f"Dit is geen e-mailadres{waarom}."


# Categories Cc (without newline and tab) and Cs: what no hand types and no page can show.
_STUURTEKENS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def _zonder_stuurtekens(waarde: str) -> str:
    return _STUURTEKENS.sub("", unicodedata.normalize("NFC", waarde))
