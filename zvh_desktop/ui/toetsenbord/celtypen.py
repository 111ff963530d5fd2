"""Start typing in a cell of a table, whatever is being typed in another one.

Qt refuses a second editor while one is open, with a line in the log and nothing for the user. That happens when a
button is used with Alt and a letter: the keyboard does not leave the cell, so nothing closes it.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView


def sluit_open_cel(tabel: QAbstractItemView) -> None:
    """Keep what is being typed in the current cell, and close it."""
    open_veld = tabel.indexWidget(tabel.currentIndex())
    if open_veld is not None and tabel.state() is QAbstractItemView.State.EditingState:
        tabel.commitData(open_veld)
        tabel.closeEditor(open_veld, QAbstractItemDelegate.EndEditHint.NoHint)


def typ_in(tabel: QAbstractItemView, index: QModelIndex) -> bool:
    """Whether this cell is open now."""
    sluit_open_cel(tabel)
    if tabel.state() is QAbstractItemView.State.EditingState or not index.flags() & Qt.ItemFlag.ItemIsEditable:
        return False
    tabel.edit(index)
    return True
