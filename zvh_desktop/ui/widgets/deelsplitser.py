"""Two parts above each other: the upper one gets what it asks, the lower one all the rest.

A short table above so leaves its room to what is worked on below it. A long one gets at most its share and scrolls.
Where the user puts the border himself, it stays, also the next time; a double click on it gives it back.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from zvh_desktop.ui.instellingen import Instellingen

_DELEN = 10_000
"""In so many parts the share is kept that the user gave the upper one."""
_AANDEEL = 0.6
"""The upper part gets no more than this, unless the lower one has all it asks for."""


class Deelsplitser(QSplitter):
    """Divides anew when it gets another size, or when the upper part asks something else."""

    def __init__(
        self,
        boven: QWidget,
        onder: QWidget,
        ouder: QWidget | None = None,
        *,
        instellingen: Instellingen | None = None,
        sleutel: str = "",
    ) -> None:
        super().__init__(Qt.Orientation.Vertical, ouder)
        self._boven, self._onder = boven, onder
        self._instellingen = instellingen
        self._sleutel = f"grens/{sleutel}"
        self._eigen_deel = self._lees()
        self._verdeelt = False
        self.addWidget(boven)
        self.addWidget(onder)
        self.setChildrenCollapsible(False)
        boven.installEventFilter(self)
        onder.installEventFilter(self)
        self.handle(1).installEventFilter(self)
        self.splitterMoved.connect(self._on_versleept)

    def vergeet_keuze(self) -> None:
        """Divide by what is in it again."""
        self._eigen_deel = None
        self._bewaar()
        self.verdeel()

    def verdeel(self) -> None:
        """Give both their room, unless the user has chosen."""
        if self._eigen_deel is not None or self._verdeelt or self._onder.isHidden():
            return
        self._verdeelt = True
        self._boven.setMinimumHeight(max(0, _laagste(self._boven)))  # lines that a label breaks off count as well
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
        if self._eigen_deel is not None:
            hoog = self.height() - self.handleWidth()
            boven = round(hoog * self._eigen_deel)
            self.setSizes([boven, hoog - boven])
        self.verdeel()

    def eventFilter(self, doel: QObject, gebeurtenis: QEvent) -> bool:
        uitkomst = super().eventFilter(doel, gebeurtenis)
        if doel is self.handle(1):
            if gebeurtenis.type() is QEvent.Type.MouseButtonDblClick:
                self.vergeet_keuze()
        elif gebeurtenis.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.Hide):
            self.verdeel()
        return uitkomst

    def _on_versleept(self) -> None:
        boven, onder = self.sizes()
        if boven + onder:
            self._eigen_deel = boven / (boven + onder)
            self._bewaar()

    # --- keeping ----------------------------------------------------------------------------------

    def _lees(self) -> float | None:
        bewaard = self._instellingen.lees_bytes(self._sleutel).data() if self._instellingen is not None else b""
        tekst = bytes(bewaard).decode("ascii", "replace")
        deel = int(tekst) if tekst.isdecimal() else 0
        return deel / _DELEN if 0 < deel < _DELEN else None

    def _bewaar(self) -> None:
        if self._instellingen is not None:
            deel = "" if self._eigen_deel is None else str(round(self._eigen_deel * _DELEN))
            self._instellingen.zet_bytes(self._sleutel, QByteArray(deel.encode()))


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
