"""A table on a page that scrolls: as high as its rows, between a few and not too many."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTableView

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
