"""Home and End in a table of rows: to the first and the last row, and not to a column of the same one."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView

from zvh_desktop.ui.toetsenbord.rijkeuze import kies_rij

_OMVANG = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


def sprong(tabel: QTableView, gebeurtenis: QKeyEvent) -> bool:
    """Whether this key was Home or End, and is done. With Shift everything in between is chosen as well."""
    toets = gebeurtenis.key()
    hulp = gebeurtenis.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if toets not in (Qt.Key.Key_Home, Qt.Key.Key_End):
        return False
    rijen = zichtbare_rijen(tabel)
    if not rijen:
        return False
    nu = tabel.currentIndex()
    model = tabel.model()
    doel = model.index(rijen[0] if toets == Qt.Key.Key_Home else rijen[-1], max(0, nu.column()))
    if hulp & Qt.KeyboardModifier.ShiftModifier and nu.isValid():
        tabel.selectionModel().select(QItemSelection(nu, doel), _OMVANG)
        tabel.selectionModel().setCurrentIndex(doel, QItemSelectionModel.SelectionFlag.NoUpdate)
    else:
        kies_rij(tabel, doel)
    tabel.scrollTo(doel)
    return True


def zichtbare_rijen(tabel: QTableView) -> list[int]:
    """The rows that are not hidden by a search, from top to bottom."""
    return [rij for rij in range(tabel.model().rowCount()) if not tabel.isRowHidden(rij)]
