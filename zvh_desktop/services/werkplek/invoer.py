"""What is typed, made fit to store: one line or a text, normalised, without control characters, not endless."""

from __future__ import annotations

import re
import unicodedata

from zvh_desktop.errors import InvoerOngeldig

MAX_REGEL = 300
"""Longest single line, in characters."""
MAX_TEKST = 1_048_576
"""Longest text field, in characters: a pasted report fits, a pasted database does not."""
EINDE_NA_BEGIN = (
    "De eindtijd ligt niet na de begintijd. Een overleg begint en eindigt op dezelfde dag, op zijn laatst om 23:59."
)


def regel(veld: str, waarde: str, hoogstens: int = MAX_REGEL) -> str:
    """One line: white space folded, control characters gone. Raises InvoerOngeldig when too long."""
    netjes = " ".join(_zonder_stuurtekens(waarde.replace("\t", " ").replace("\n", " ").replace("\r", " ")).split())
    if len(netjes) > hoogstens:
        raise InvoerOngeldig(veld, f"Dit is te lang: {len(netjes)} tekens, er passen er {hoogstens}.")
    return netjes


def tekst(veld: str, waarde: str, hoogstens: int = MAX_TEKST) -> str:
    """A text of several lines. Raises InvoerOngeldig when too long; what was typed stays on the screen."""
    netjes = _zonder_stuurtekens(waarde.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n"))
    if len(netjes) > hoogstens:
        raise InvoerOngeldig(
            veld, f"Deze tekst is te lang om te bewaren: {len(netjes)} tekens, er passen er {hoogstens}."
        )
    return netjes


def zoekwoord(waarde: str) -> str:
    """What is typed to search with, as it would have been stored. Never refused: too long is cut off."""
    return " ".join(_zonder_stuurtekens(waarde[:MAX_REGEL]).split())


def verplicht(veld: str, waarde: str, zin: str) -> str:
    """The value, or InvoerOngeldig with this sentence when there is none."""
    if not waarde.strip():
        raise InvoerOngeldig(veld, zin)
    return waarde


# Categories Cc (without newline and tab) and Cs: what no hand types and no page can show.
_STUURTEKENS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def _zonder_stuurtekens(waarde: str) -> str:
    return _STUURTEKENS.sub("", unicodedata.normalize("NFC", waarde))
