"""What is chosen in a table stays chosen when a filter puts other rows in view."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal
from PySide6.QtWidgets import QTableView

from zvh_desktop.ui.item_models.filtermodel import FilterModel

_KIES = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
_LAAT = QItemSelectionModel.SelectionFlag.NoUpdate


class Keuzebehoud(QObject):
    """Remembers cursor and choice while a FilterModel changes what is shown, and puts them back."""

    verloren = Signal()
    """The row with the cursor is not in view any more: the cursor is on the row that came in its place, or nowhere."""

    def __init__(self, tabel: QTableView, filter_: FilterModel) -> None:
        """To be made after the table has this model, so that the table has been reset before the choice is put back."""
        super().__init__(tabel)
        self._tabel = tabel
        self._filter = filter_
        self._huidig = (-1, 0)
        self._bronrijen: list[int] = []
        self._herstelt = False
        filter_.modelAboutToBeReset.connect(self._on_wissel_begint)
        filter_.modelReset.connect(self._on_gewisseld)

    def herstelt(self) -> bool:
        """Whether the cursor is being put back: nobody chose another row."""
        return self._herstelt

    def _on_wissel_begint(self) -> None:
        if not self._filter.wisselt():
            return
        index = self._tabel.currentIndex()
        self._huidig = (self._filter.bronrij(index.row()), index.column()) if index.isValid() else (-1, 0)
        stukken = {(deel.top(), deel.bottom()) for deel in self._tabel.selectionModel().selection()}
        self._bronrijen = [self._filter.bronrij(rij) for top, bodem in stukken for rij in range(top, bodem + 1)]

    def _on_gewisseld(self) -> None:
        if not self._filter.wisselt():
            return
        bronrij, kolom = self._huidig
        self._kies_weer()
        if bronrij < 0:
            return
        rij = self._filter.rij_van(bronrij)
        self._herstelt = True
        plek = rij if rij >= 0 else min(self._filter.rij_vanaf(bronrij), self._filter.rowCount() - 1)
        self._tabel.selectionModel().setCurrentIndex(self._filter.index(plek, kolom), _LAAT)
        self._herstelt = False
        if rij < 0:
            self.verloren.emit()
        elif self._bronrijen:
            self._tabel.scrollTo(self._tabel.currentIndex())

    def _kies_weer(self) -> None:
        """Together as few pieces as there are: a view that is told of each row of a long list stands still."""
        rijen = sorted(rij for bronrij in self._bronrijen if (rij := self._filter.rij_van(bronrij)) >= 0)
        keuze, laatste = QItemSelection(), self._filter.columnCount() - 1
        begin = 0
        for nummer, rij in enumerate(rijen):
            if nummer + 1 == len(rijen) or rijen[nummer + 1] != rij + 1:
                keuze.select(self._filter.index(rijen[begin], 0), self._filter.index(rij, laatste))
                begin = nummer + 1
        if not keuze.isEmpty():
            self._tabel.selectionModel().select(keuze, _KIES)
