"""The look of all documents: measures, colours and paragraph styles in one place.

Two sizes of heading, one accent colour, light rules; calm enough to be read at a crowded table.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from zvh_desktop.documents.opmaak.lettertype import Snit, registreer

PAGINA_BREEDTE: Final[float] = A4[0]
PAGINA_HOOGTE: Final[float] = A4[1]
KANTLIJN: Final[float] = 22 * mm
INHOUD_BREEDTE: Final[float] = PAGINA_BREEDTE - 2 * KANTLIJN
INHOUD_BOVEN: Final[float] = PAGINA_HOOGTE - 32 * mm
INHOUD_ONDER: Final[float] = 25 * mm

INKT: Final[Color] = HexColor(0x1B1F23)
GRIJS: Final[Color] = HexColor(0x59636E)
LIJN: Final[Color] = HexColor(0xCDD3D9)
VLAK: Final[Color] = HexColor(0xF2F5F7)
ACCENT: Final[Color] = HexColor(0x1D4E66)
OEFEN: Final[Color] = HexColor(0x9A5B00)
WATERMERK: Final[Color] = HexColor(0xF7F1E6)

RUIMTE: Final[float] = 8


@dataclass(frozen=True, slots=True)
class Stijlen:
    """Every paragraph style that documents use."""

    titel: ParagraphStyle
    ondertitel: ParagraphStyle
    kop1: ParagraphStyle
    kop2: ParagraphStyle
    tekst: ParagraphStyle
    tekst_vet: ParagraphStyle
    klein: ParagraphStyle
    label: ParagraphStyle
    cel: ParagraphStyle
    cel_vet: ParagraphStyle
    cel_kop: ParagraphStyle
    cel_kop_rechts: ParagraphStyle
    cel_rechts: ParagraphStyle
    punt: ParagraphStyle
    sleutel: ParagraphStyle


@cache
def stijlen() -> Stijlen:
    """The styles; the fonts they name are registered on the way."""
    registreer()
    tekst = ParagraphStyle(
        "tekst", fontName=Snit.GEWOON.value, fontSize=10, leading=14.5, textColor=INKT, spaceAfter=4, splitLongWords=1
    )
    cel = ParagraphStyle("cel", parent=tekst, fontSize=9, leading=12.5, spaceAfter=0)
    vet = Snit.VET.value
    return Stijlen(
        titel=ParagraphStyle("titel", parent=tekst, fontName=vet, fontSize=19, leading=24, spaceAfter=1),
        ondertitel=ParagraphStyle("ondertitel", parent=tekst, fontSize=11.5, leading=16, textColor=GRIJS, spaceAfter=8),
        kop1=ParagraphStyle(
            "kop1", parent=tekst, fontName=vet, fontSize=13, leading=17, textColor=ACCENT, spaceBefore=14, spaceAfter=5
        ),
        kop2=ParagraphStyle("kop2", parent=tekst, fontName=vet, fontSize=10, leading=14, spaceBefore=7, spaceAfter=2),
        tekst=tekst,
        tekst_vet=ParagraphStyle("tekst_vet", parent=tekst, fontName=vet),
        klein=ParagraphStyle("klein", parent=tekst, fontSize=8.5, leading=12, textColor=GRIJS),
        label=ParagraphStyle("label", parent=cel, textColor=GRIJS),
        cel=cel,
        cel_vet=ParagraphStyle("cel_vet", parent=cel, fontName=vet),
        cel_kop=ParagraphStyle("cel_kop", parent=cel, fontName=vet, fontSize=8, leading=11, textColor=GRIJS),
        cel_kop_rechts=ParagraphStyle(
            "cel_kop_rechts", parent=cel, fontName=vet, fontSize=8, leading=11, textColor=GRIJS, alignment=TA_RIGHT
        ),
        cel_rechts=ParagraphStyle("cel_rechts", parent=cel, alignment=TA_RIGHT),
        punt=ParagraphStyle("punt", parent=tekst, leftIndent=13, bulletIndent=2, bulletFontName=Snit.GEWOON.value),
        sleutel=ParagraphStyle(
            "sleutel", parent=tekst, fontName=vet, fontSize=17, leading=22, alignment=TA_CENTER, spaceAfter=0
        ),
    )
