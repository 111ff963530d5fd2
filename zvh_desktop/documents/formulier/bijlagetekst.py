"""The words in a PDF that somebody else made, to look through before it goes along, and whether there is more in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import Final

from pypdf import PdfReader

from zvh_desktop.documents.formulier.bijlagetoets import (
    heeft_meer,
    leest_als_taal,
    over_het_bestand,
    tekent_zonder_woorden,
)
from zvh_desktop.documents.formulier.lezen import Stappenteller, TeVeelWerk

MEESTE_BLADEN: Final = 200
MEESTE_LETTERS: Final = 400_000
MEESTE_WERK: Final = 10_000_000
"""Calls of a function and returns from one: some seconds."""


@dataclass(frozen=True, slots=True)
class Bijlagetekst:
    """What could be read of it. ``geheel``: nothing else stands in it that somebody can read."""

    tekst: str = field(repr=False)
    geheel: bool


def lees_bijlagetekst(inhoud: bytes) -> Bijlagetekst:
    """The text of all pages. Whatever is wrong with the file, it is not read as a whole."""
    bladen: list[str] = []
    try:
        with Stappenteller(MEESTE_WERK):
            geheel = _lees(inhoud, bladen)
    except TeVeelWerk:
        geheel = False
    except Exception:  # noqa: BLE001 - a damaged file may make the library fail in any way; its text quotes the file
        geheel = False
    return Bijlagetekst("\n".join(bladen), geheel)


def _lees(inhoud: bytes, bladen: list[str]) -> bool:
    lezer = PdfReader(BytesIO(inhoud))
    if lezer.is_encrypted or not lezer.pages or len(lezer.pages) > MEESTE_BLADEN:
        return False
    geheel = not heeft_meer(lezer)
    for blad in lezer.pages:
        tekst = blad.extract_text()
        bladen.append(tekst)
        if sum(map(len, bladen)) > MEESTE_LETTERS:
            return False
        geheel = geheel and not tekent_zonder_woorden(blad, tekst)
    geheel = geheel and leest_als_taal("\n".join(bladen))
    bladen.append(over_het_bestand(lezer))
    return geheel
