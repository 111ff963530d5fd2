"""The partijen of one agendapunt, to type what is asked of each: Enter goes down, Ctrl+Enter asks the same of all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QStyledItemDelegate, QTableView, QWidget

from zvh_desktop.ui.pages.tafel.matrix.deelnamemodel import KOL_BIJDRAGE, DeelnameModel
from zvh_desktop.ui.toetsenbord.celtypen import typ_in
from zvh_desktop.ui.toetsenbord.rijkeuze import kies_rij
from zvh_desktop.ui.toetsenbord.rijsprong import sprong
from zvh_desktop.ui.uiterlijk.thema import RASTER

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Bijdrage(QStyledItemDelegate):
    """Ctrl+Enter ends typing like Enter does, and then goes on to the table."""

    def __init__(self, tabel: Bijdragetabel) -> None:
        super().__init__(tabel)
        self._tabel = tabel

    def eventFilter(self, veld: QObject, gebeurtenis: QEvent) -> bool:
        if (
            isinstance(veld, QWidget)
            and isinstance(gebeurtenis, QKeyEvent)
            and gebeurtenis.type() == QEvent.Type.KeyPress
            and gebeurtenis.key() in _ENTER
            and gebeurtenis.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.commitData.emit(veld)
            self.closeEditor.emit(veld, QAbstractItemDelegate.EndEditHint.NoHint)
            self._tabel.vul_in()
            return True
        return super().eventFilter(veld, gebeurtenis)


class Bijdragetabel(QTableView):
    """Letters and F2 type in the column of what is asked, wherever in the row the cursor stands."""

    terug_gevraagd = Signal()
    """Escape: back to the matrix above."""

    def __init__(self, model: DeelnameModel, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self._model = model
        self.setObjectName("deelnames")
        self.setAccessibleName("Partijen bij dit punt")
        self.setAccessibleDescription(
            "Typ wat u aan een partij vraagt. Enter gaat naar de volgende, Ctrl+Enter vraagt hetzelfde aan iedereen"
        )
        self.setModel(model)
        self.setItemDelegate(_Bijdrage(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + RASTER)

    def vul_in(self) -> None:
        """Ask of the other chosen partijen, or of all that nothing is asked of yet, what is asked of this one."""
        rijen = [index.row() for index in self.selectionModel().selectedRows()]
        self._model.vul_in(rijen, self.currentIndex().row())
        self.setFocus()

    def keyPressEvent(self, gebeurtenis: QKeyEvent) -> None:
        bezig = self.state() is QAbstractItemView.State.EditingState
        index = self.currentIndex()
        enter = gebeurtenis.key() in _ENTER
        if enter and gebeurtenis.modifiers() & Qt.KeyboardModifier.ControlModifier and not bezig:
            self.vul_in()
        elif (enter or gebeurtenis.key() == Qt.Key.Key_F2) and index.isValid() and not bezig:
            self._naar_bijdrage(bewerk=True)
        elif gebeurtenis.key() == Qt.Key.Key_Escape and not bezig:
            self.terug_gevraagd.emit()
        elif bezig or not sprong(self, gebeurtenis):
            if gebeurtenis.text().isprintable() and gebeurtenis.text():
                self._naar_bijdrage(bewerk=False)
            super().keyPressEvent(gebeurtenis)

    def _naar_bijdrage(self, *, bewerk: bool) -> None:
        doel = self.currentIndex().siblingAtColumn(KOL_BIJDRAGE)
        if doel.flags() & Qt.ItemFlag.ItemIsEditable:
            if doel != self.currentIndex():
                kies_rij(self, doel)
            if bewerk:
                typ_in(self, doel)

    def closeEditor(self, veld: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(veld, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._omlaag()

    def _omlaag(self) -> None:
        """To the next partij of whom something can be asked; stays on the last."""
        begin = self.currentIndex().row()
        for rij in range(begin + 1, self._model.rowCount()):
            doel = self._model.index(rij, KOL_BIJDRAGE)
            if doel.flags() & Qt.ItemFlag.ItemIsEditable:
                kies_rij(self, doel)
                return
