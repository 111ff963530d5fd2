"""A table on a page that scrolls: as high as its rows, between a few and not too many."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QStackedLayout, QTableView, QWidget

_MINSTE = 3


class Regelhoogte(QObject):
    """Follows the rows of one table; a table with more than ``meeste`` rows scrolls within itself."""

    def __init__(self, tabel: QTableView, meeste: int) -> None:
        super().__init__(tabel)
        self._tabel = tabel
        self._meeste = meeste
        model = tabel.model()
        for sein in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            sein.connect(self.pas)
        self.pas()

    def pas(self) -> None:
        """Give the table the height of its rows."""
        regels = min(max(self._tabel.model().rowCount(), _MINSTE), self._meeste)
        kop = self._tabel.horizontalHeader().sizeHint().height()
        balk = self._tabel.horizontalScrollBar().sizeHint().height()
        hoog = kop + regels * self._tabel.verticalHeader().defaultSectionSize() + balk + 2 * self._tabel.frameWidth()
        self._tabel.setMinimumHeight(hoog)
        self._tabel.setMaximumHeight(hoog)


class Zichtstapel(QStackedLayout):
    """As high as what is shown: below a short list is no room for what stands there when it is empty."""

    def __init__(self, ouder: QWidget) -> None:
        super().__init__(ouder)
        self.currentChanged.connect(self._on_gewisseld)

    def sizeHint(self) -> QSize:
        deel = self.currentWidget()
        if deel is None:
            return super().sizeHint()
        return deel.sizeHint().boundedTo(deel.maximumSize()).expandedTo(deel.minimumSize())

    def minimumSize(self) -> QSize:
        deel = self.currentWidget()
        return super().minimumSize() if deel is None else deel.minimumSizeHint().expandedTo(deel.minimumSize())

    def hasHeightForWidth(self) -> bool:
        deel = self.currentWidget()
        return deel is not None and deel.hasHeightForWidth()

    def heightForWidth(self, breed: int) -> int:
        deel = self.currentWidget()
        return super().heightForWidth(breed) if deel is None else deel.heightForWidth(breed)

    def _on_gewisseld(self, _welk: int) -> None:
        self.invalidate()
        ouder = self.parentWidget()
        if ouder is not None:
            ouder.updateGeometry()
