"""Two parts above each other: the upper one gets what it asks, the lower one all the rest.

A short table above so leaves its room to what is worked on below it. A long one gets at most its share and scrolls.
Where the user puts the border himself, it stays.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

_AANDEEL = 0.6
"""The upper part gets no more than this, unless the lower one has all it asks for."""


class Deelsplitser(QSplitter):
    """Divides anew when it gets another size, or when the upper part asks something else."""

    def __init__(self, boven: QWidget, onder: QWidget, ouder: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, ouder)
        self._boven, self._onder = boven, onder
        self._eigen_keuze = False
        self._verdeelt = False
        self.addWidget(boven)
        self.addWidget(onder)
        self.setChildrenCollapsible(False)
        boven.installEventFilter(self)
        onder.installEventFilter(self)
        self.splitterMoved.connect(self._on_versleept)

    def vergeet_keuze(self) -> None:
        """Divide by what is in it again."""
        self._eigen_keuze = False
        self.verdeel()

    def verdeel(self) -> None:
        """Give both their room, unless the user has chosen."""
        if self._eigen_keuze or self._verdeelt or self._onder.isHidden():
            return
        self._verdeelt = True
        self._boven.setMinimumHeight(_laagste(self._boven))  # lines that a label breaks off count as well
        self._verdeelt = False
        hoog = self.height() - self.handleWidth()
        vraag = _hoogte(self._boven)
        meest = max(round(hoog * _AANDEEL), hoog - self._onder.sizeHint().height())
        boven = max(min(vraag, meest), 0)
        if self.sizes() != [boven, hoog - boven]:
            self._verdeelt = True
            self.setSizes([boven, hoog - boven])
            self._verdeelt = False

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        self.verdeel()

    def eventFilter(self, doel: QObject, gebeurtenis: QEvent) -> bool:
        uitkomst = super().eventFilter(doel, gebeurtenis)
        if gebeurtenis.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.Hide):
            self.verdeel()
        return uitkomst

    def _on_versleept(self) -> None:
        self._eigen_keuze = True


def _laagste(deel: QWidget) -> int:
    indeling = deel.layout()
    if indeling is not None and indeling.hasHeightForWidth():
        return indeling.totalMinimumHeightForWidth(deel.width())
    return deel.minimumSizeHint().height()


def _hoogte(deel: QWidget) -> int:
    indeling = deel.layout()
    if indeling is not None and indeling.hasHeightForWidth():
        return indeling.totalHeightForWidth(deel.width())
    return deel.sizeHint().height()
