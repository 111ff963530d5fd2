"""The title of one thing on one line: as long as fits, and all of it in the tooltip and for the screen reader."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from zvh_desktop.ui.teksten.uitleg import platte_uitleg
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte
from zvh_desktop.ui.widgets.kaart import Kop

_MINSTENS = 12
"""Characters that always show."""


class Titelregel(Kop):
    """Takes the same title from long to short, and shows the longest for which there is room."""

    def __init__(self, ouder: QWidget | None = None, *, factor: float = 1.3) -> None:
        self._vormen: tuple[str, ...] = ("",)
        super().__init__("", ouder, factor=factor)
        self.setWordWrap(False)

    def zet(self, *vormen: str) -> None:
        """Show this; the first is the whole title, each next one shorter."""
        self._vormen = vormen or ("",)
        self.setToolTip(platte_uitleg(self._vormen[0]))
        self.setAccessibleName(self._vormen[0])
        self._pas()
        self.updateGeometry()

    def geheel(self) -> str:
        """The title without anything left out."""
        return self._vormen[0]

    def sizeHint(self) -> QSize:
        return QSize(self._breed(self.text()), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        nodig = min(self._breed(self._vormen[-1]), tekstbreedte(self, _MINSTENS))
        return QSize(nodig, super().minimumSizeHint().height())

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        self._pas()

    def _breed(self, tekst: str) -> int:
        return self.fontMetrics().horizontalAdvance(tekst) + 2

    def _pas(self) -> None:
        ruimte = self.width()
        past = next((vorm for vorm in self._vormen if self._breed(vorm) <= ruimte), None)
        if past is None:
            past = self.fontMetrics().elidedText(self._vormen[-1], Qt.TextElideMode.ElideRight, ruimte - 2)
        if past != self.text():
            self.setText(past)
