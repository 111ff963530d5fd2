"""Choosing a row by the program itself, whatever keys happen to be down."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QAbstractItemView

_WIJZE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


def kies_rij(lijst: QAbstractItemView, index: QModelIndex | QPersistentModelIndex) -> None:
    """Put the cursor here and choose this row, and no other.

    ``setCurrentIndex`` of a list looks at the keyboard: while Ctrl is still down, as after Ctrl+Z, Ctrl+Enter or the
    Ctrl+3 that came to this page, it adds the row to what was chosen, or takes it away.
    """
    lijst.selectionModel().setCurrentIndex(index, _WIJZE)
