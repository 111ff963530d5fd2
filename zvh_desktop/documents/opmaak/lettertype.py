"""The one font family of all documents, embedded from memory so that every machine prints the same page."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from io import BytesIO
from threading import Lock
from typing import Final

from pymupdf_fonts import fontbuffers
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

VERVANGTEKEN: Final = "\u25af"
"""A box that the font has as a sign of its own: what stands for nothing (glyph 0) may not be on a page."""


class Snit(StrEnum):
    """The cuts of FiraGO that we use; the value is the name under which reportlab knows it."""

    GEWOON = "FiraGO"
    VET = "FiraGO-Vet"
    CURSIEF = "FiraGO-Cursief"


_BRON: Final = {Snit.GEWOON: "figo", Snit.VET: "figbo", Snit.CURSIEF: "figit"}
# Documents are made in worker threads; reportlab's font registry has no lock of its own.
_REGISTRATIE: Final = Lock()


def _lees(snit: Snit, bron: str) -> TTFont:
    return TTFont(snit.value, BytesIO(fontbuffers[bron]()))


@cache
def registreer() -> frozenset[int]:
    """Make the family known to reportlab, and return the code points that every cut can draw."""
    with _REGISTRATIE:
        rl_config.useA85 = 0  # a file is bytes: written as letters it is a quarter larger, and slower
        bekend = frozenset(pdfmetrics.getRegisteredFontNames())
        for snit, bron in _BRON.items():
            if snit.value not in bekend:
                pdfmetrics.registerFont(_lees(snit, bron))
        pdfmetrics.registerFontFamily(
            Snit.GEWOON.value,
            normal=Snit.GEWOON.value,
            bold=Snit.VET.value,
            italic=Snit.CURSIEF.value,
            boldItalic=Snit.VET.value,
        )
        tekens = [frozenset(pdfmetrics.getFont(snit.value).face.charToGlyph) for snit in _BRON]
    return frozenset.intersection(*tekens)


def breedte(tekst: str, snit: Snit, grootte: float) -> float:
    """Width in points of one line of text."""
    registreer()
    return float(pdfmetrics.stringWidth(tekst, snit.value, grootte))
