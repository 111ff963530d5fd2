"""The table inside a list: its rows are chosen as a whole, opened with Enter and found by their first letters."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QScrollArea, QTableView

from zvh_desktop.ui.toetsenbord.rijkeuze import kies_rij
from zvh_desktop.ui.toetsenbord.rijsprong import sprong
from zvh_desktop.ui.uiterlijk.icons import Icoon, zet_icoon


class Rijentabel(QTableView):
    """Enter opens a row, Home and End go to the first and the last; nothing is edited in the table itself."""

    rij_geopend = Signal(QModelIndex)

    def keyPressEvent(self, gebeurtenis: QKeyEvent) -> None:
        if gebeurtenis.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.rij_geopend.emit(self.currentIndex())
            return
        if not sprong(self, gebeurtenis):
            super().keyPressEvent(gebeurtenis)

    def keyboardSearch(self, tekst: str) -> None:
        """Letters go to the row that begins with them, and that row comes in view, also on a page that scrolls."""
        super().keyboardSearch(tekst)
        index = self.currentIndex()
        if not index.isValid():
            return
        self.scrollTo(index)
        vlak = self.parentWidget()
        while vlak is not None and not isinstance(vlak, QScrollArea):
            vlak = vlak.parentWidget()
        if vlak is not None and (inhoud := vlak.widget()) is not None:
            rij = self.viewport().mapTo(inhoud, self.visualRect(index).center())
            vlak.ensureVisible(rij.x(), rij.y(), 0, self.rowHeight(index.row()))

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        super().focusInEvent(gebeurtenis)
        self.kies_iets()

    def kies_iets(self) -> None:
        """With the keyboard in the table a row is chosen, so that every key has something to work on."""
        if not self.hasFocus() or self.selectionModel().hasSelection():
            return
        kop = self.horizontalHeader()
        zichtbaar = (kop.logicalIndex(plaats) for plaats in range(kop.count()))
        kolom = next((nummer for nummer in zichtbaar if not kop.isSectionHidden(nummer)), 0)
        index = self.currentIndex() if self.currentIndex().isValid() else self.model().index(0, kolom)
        if index.isValid():
            kies_rij(self, index)


def zet_rijgedrag(tabel: QTableView) -> None:
    """As every list of this application: whole rows, nothing edited, Tab goes on to what stands after it."""
    tabel.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    tabel.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    tabel.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    tabel.setAlternatingRowColors(True)
    tabel.setShowGrid(False)
    tabel.setWordWrap(False)
    tabel.setTabKeyNavigation(False)
    tabel.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    tabel.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
    tabel.verticalHeader().setVisible(False)
    tabel.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    tabel.horizontalHeader().setHighlightSections(False)
    tabel.horizontalHeader().setStretchLastSection(True)


def kopieeractie(tabel: QTableView, naam: str, tekst: str, toets: QKeySequence) -> QAction:
    """An action of this table alone that copies what is chosen."""
    actie = QAction(tekst, tabel)
    actie.setObjectName(naam)
    actie.setShortcut(toets)
    actie.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    zet_icoon(actie, Icoon.KOPIE)
    tabel.addAction(actie)
    return actie


def rijnummer(index: QModelIndex) -> int:
    """Where a row stands, to sort by."""
    return index.row()
