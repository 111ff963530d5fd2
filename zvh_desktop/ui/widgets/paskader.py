"""Lets what stands in it scroll when there is less room than it needs, instead of making the window larger.

With room enough it is not there: no bar, no margin, no frame. So a page can have the sizes it is best with, and the
window still fits the screen. What has to stay in view, such as the way on, stands outside it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_LAAGST = 5
"""Lines of text: with less than this in view scrolling is no help."""


class Paskader(QScrollArea):
    """Unlike Qt's own resizable area it never asks more than the smallest height at which nothing is cut off."""

    def __init__(self, inhoud: QWidget, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(inhoud.accessibleName())
        self.viewport().setAutoFillBackground(False)
        self.setWidget(inhoud)
        inhoud.setAutoFillBackground(False)
        self._pas()

    def sizeHint(self) -> QSize:
        inhoud = self.widget()
        breed = inhoud.sizeHint().width() if inhoud is not None else super().sizeHint().width()
        return QSize(breed, self.minimumSizeHint().height())  # takes what is left over, and asks for nothing

    def minimumSizeHint(self) -> QSize:
        kleinst = super().minimumSizeHint()
        laagst = self.fontMetrics().lineSpacing() * _LAAGST
        inhoud = self.widget()
        if inhoud is not None:
            laagst = min(laagst, inhoud.minimumSizeHint().height())
        return QSize(kleinst.width(), laagst)

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        self._pas()

    def eventFilter(self, doel: QObject, gebeurtenis: QEvent) -> bool:
        uitkomst = super().eventFilter(doel, gebeurtenis)
        if doel is self.widget() and gebeurtenis.type() is QEvent.Type.LayoutRequest:
            self._pas()
            self.updateGeometry()
        return uitkomst

    def _pas(self) -> None:
        """Give the content the room there is, or what it cannot do without."""
        inhoud = self.widget()
        if inhoud is None:
            return
        ruimte = self.maximumViewportSize()
        breed = max(ruimte.width(), _smalst(inhoud))
        hoog = _laagst(inhoud, breed)
        if hoog > ruimte.height():  # the bar beside it takes room as well
            breed = max(ruimte.width() - self.verticalScrollBar().sizeHint().width(), _smalst(inhoud))
            hoog = _laagst(inhoud, breed)
        inhoud.resize(breed, max(ruimte.height(), hoog))


def _smalst(inhoud: QWidget) -> int:
    return max(inhoud.minimumSizeHint().width(), inhoud.minimumWidth())


def _laagst(inhoud: QWidget, breed: int) -> int:
    indeling = inhoud.layout()
    laagst = max(inhoud.minimumSizeHint().height(), inhoud.minimumHeight())
    if indeling is not None and indeling.hasHeightForWidth():
        return max(laagst, indeling.totalMinimumHeightForWidth(breed))
    return laagst
