"""The chart of one table: two bars a line."""

from __future__ import annotations

from typing import Final

from reportlab.graphics.shapes import Drawing, Rect, String

from zvh_desktop.documents.cijfers.gegevens import Cijferblad
from zvh_desktop.documents.opmaak.stijl import ACCENT, GRIJS, INHOUD_BREEDTE, INKT, stijlen

_BALK: Final = 8.0
_RIJ: Final = 26.0
_NAAM: Final = 176.0
_LEGENDA: Final = 18.0
_HOOGSTENS: Final = 12
"""Lines of one chart; a longer table stands alone."""
_LETTERS: Final = 34


def staven(blad: Cijferblad, nu: str, toen: str) -> Drawing:
    """Two bars a line, now above then; what is not told has none."""
    rijen = blad.rijen[:_HOOGSTENS]
    hoogte = _LEGENDA + _RIJ * len(rijen)
    grootst = max(max(rij.nu or 0, rij.toen or 0) for rij in rijen) or 1
    ruimte = INHOUD_BREEDTE - _NAAM - 40
    tekening = Drawing(INHOUD_BREEDTE, hoogte)
    letter = stijlen().klein.fontName
    for plaats, (naam, kleur) in enumerate(((nu, ACCENT), (toen, GRIJS))):
        links = _NAAM + plaats * ruimte / 2
        tekening.add(Rect(links, hoogte - 11, 8, 8, fillColor=kleur, strokeColor=None))
        tekening.add(String(links + 12, hoogte - 10, naam, fontName=letter, fontSize=8, fillColor=INKT))
    for nummer, rij in enumerate(rijen):
        boven = hoogte - _LEGENDA - nummer * _RIJ
        naam = rij.naam if len(rij.naam) <= _LETTERS else rij.naam[: _LETTERS - 1].rstrip() + "…"
        tekening.add(String(0, boven - 13, naam, fontName=letter, fontSize=8, fillColor=INKT))
        for waarde, kleur, y in ((rij.nu, ACCENT, boven - 9), (rij.toen, GRIJS, boven - 18)):
            breed = ruimte * (waarde or 0) / grootst
            if breed:
                tekening.add(Rect(_NAAM, y, breed, _BALK, fillColor=kleur, strokeColor=None))
            cijfer = "–" if waarde is None else str(waarde)
            tekening.add(String(_NAAM + breed + 3, y + 1, cijfer, fontName=letter, fontSize=8, fillColor=INKT))
    return tekening
