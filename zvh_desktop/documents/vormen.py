"""What reportlab cannot draw by itself: text from right to left, and tick boxes."""

from __future__ import annotations

from typing import Any

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from zvh_desktop.documents.lettertype import Snit
from zvh_desktop.documents.schrift import begint_rechts, op_volgorde
from zvh_desktop.documents.stijl import ACCENT, INKT
from zvh_desktop.documents.tekst import als_opmaak, breek_regels


class RtlAlinea(Flowable):  # type: ignore[misc]
    """A paragraph with right-to-left text: wrapped in reading order first, then turned around per line."""

    def __init__(self, tekst: str, stijl: ParagraphStyle, punt: str | None = None) -> None:
        super().__init__()
        self._tekst = tekst
        self._rechts = begint_rechts(tekst)
        self._punt = punt
        self._stijl = (
            ParagraphStyle(f"{stijl.name}-rtl", parent=stijl, alignment=TA_RIGHT)
            if self._rechts and not punt
            else stijl
        )
        self._alinea: Any = None

    def getSpaceBefore(self) -> float:  # noqa: N802
        return float(self._stijl.spaceBefore)

    def getSpaceAfter(self) -> float:  # noqa: N802
        return float(self._stijl.spaceAfter)

    def _leg(self, ruimte: float) -> Any:
        stijl = self._stijl
        breedte = ruimte - stijl.leftIndent - stijl.rightIndent - 0.5
        regels = breek_regels(self._tekst, breedte, Snit(stijl.fontName), stijl.fontSize)
        opmaak = als_opmaak("\n".join(op_volgorde(regel, rechts=self._rechts) for regel in regels))
        return Paragraph(opmaak, stijl, bulletText=self._punt)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        self._alinea = self._leg(aW)
        breed, hoog = self._alinea.wrap(aW, aH)
        self.width, self.height = breed, hoog
        return breed, hoog

    def split(self, aW: float, aH: float) -> list[Any]:  # noqa: N803
        return list(self._leg(aW).split(aW, aH))

    def draw(self) -> None:
        self._alinea.drawOn(self.canv, 0, 0)


class Vakje(Flowable):  # type: ignore[misc]
    """A drawn tick box: no font has to have the character, and open is unmistakably open."""

    def __init__(self, aangevinkt: bool, zijde: float = 9.5) -> None:
        super().__init__()
        self._aangevinkt = aangevinkt
        self.width = self.height = zijde

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        return self.width, self.height + 2

    def draw(self) -> None:
        zijde = self.width
        self.canv.setStrokeColor(ACCENT if self._aangevinkt else INKT)
        self.canv.setLineWidth(0.9)
        self.canv.rect(0, 0, zijde, zijde, stroke=1, fill=0)
        if self._aangevinkt:
            self.canv.setLineWidth(1.5)
            self.canv.lines(
                [
                    (zijde * 0.2, zijde * 0.5, zijde * 0.42, zijde * 0.24),
                    (zijde * 0.42, zijde * 0.24, zijde * 0.82, zijde * 0.8),
                ]
            )
