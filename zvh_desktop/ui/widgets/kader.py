"""A frame that can be seen in light and dark: Fusion draws its own darker than the window, which in dark is nothing."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from zvh_desktop.ui.uiterlijk.thema import HALF, Kleur, kleur


class Kader(QFrame):
    """Draws one thin line around itself, in the colour for lines of the palette it stands in."""

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def paintEvent(self, gebeurtenis: QPaintEvent) -> None:
        super().paintEvent(gebeurtenis)
        stift = QPainter(self)
        stift.setRenderHint(QPainter.RenderHint.Antialiasing)
        stift.setPen(kleur(Kleur.LIJN, self.palette()))
        stift.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), HALF, HALF)
        stift.end()
