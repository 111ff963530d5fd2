"""Whose rows a part of the screen shows: with another casus, tafel, point or partij nothing is chosen in them yet.

A table keeps its row number over new rows, which is what somebody wants who stays at one casus. At the next casus the
third row is about somebody else, and a key or a button would work on a row that nobody chose.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QAbstractItemView, QWidget

from zvh_desktop.ui.na_afloop import gaat_weg
from zvh_desktop.ui.widgets.filtertabel import FilterTabel

_EIGENAAR = "rijen_van"


def toont_van(vlak: QWidget, eigenaar: int | None) -> bool:
    """To be called before other rows are put in. True when they are about another owner than the last ones.

    Then every list within this part forgets its choice, its place and what it was filtered on.
    """
    nieuw = -1 if eigenaar is None else int(eigenaar)
    if vlak.property(_EIGENAAR) == nieuw:
        return False
    vlak.setProperty(_EIGENAAR, nieuw)
    for tabel in vlak.findChildren(FilterTabel):
        tabel.wis_filters()
    for lijst in vlak.findChildren(QAbstractItemView):
        # the list that a combo box drops down is a window of its own, and says what its field says
        if lijst.window() is vlak.window() and not gaat_weg(lijst):
            lijst.clearSelection()
            lijst.setCurrentIndex(QModelIndex())
            lijst.scrollToTop()
    return True
