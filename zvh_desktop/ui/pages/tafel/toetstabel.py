"""A table of frozen rows in which one letter sets a state: answers and attendance go quickly by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from zvh_desktop.ui.item_models.regelmodel import Kolom, RegelModel
from zvh_desktop.ui.toetsenbord.rijkeuze import kies_rij
from zvh_desktop.ui.toetsenbord.rijsprong import sprong
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, tekstbreedte
from zvh_desktop.ui.widgets.kolombreedtes import Kolombreedtes

RegelT = TypeVar("RegelT")

_KOMT_TERUG = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Another window or a menu was in front for a moment: the user is where he was."""


class Toetstabel(QTableView, Generic[RegelT]):
    """Letters become signals; Enter and double click open the row; Delete asks to take it away.

    Letters only work for who came here with the keyboard. After a click somebody is pointing, not answering: what is
    typed next may be meant for another field, and would change one row after another.
    """

    letters_werken = Signal(bool)
    """Whether a letter sets a state now, so that it can be said."""
    menu_gevraagd = Signal(object)
    """Where on the screen the menu of the current row is asked for."""
    letter_gebruikt = Signal(str)
    keuze_gewijzigd = Signal()
    """Other rows are selected than before."""
    regel_gekozen = Signal(object)
    regel_geopend = Signal(object)
    weghalen_gevraagd = Signal()

    def __init__(
        self,
        objectnaam: str,
        naam: str,
        kolommen: Sequence[Kolom[RegelT]],
        letters: str = "",
        ouder: QWidget | None = None,
        *,
        rek: int = -1,
        minste_rijen: int = 2,
        meer: bool = False,
    ) -> None:
        super().__init__(ouder)
        self._minste_rijen = minste_rijen
        self.setObjectName(objectnaam)
        self.setAccessibleName(naam)
        self._letters = letters
        self._letters_aan = bool(letters)
        self.regelmodel: RegelModel[RegelT] = RegelModel(kolommen, (), self)
        self.setModel(self.regelmodel)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        wijze = QAbstractItemView.SelectionMode
        self.setSelectionMode(wijze.ExtendedSelection if meer else wijze.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().setVisible(False)
        self.pas_maten_aan()
        kop = self.horizontalHeader()
        kop.setHighlightSections(False)
        kop.setStretchLastSection(rek < 0)
        if rek >= 0:
            kop.setSectionResizeMode(rek, QHeaderView.ResizeMode.Stretch)
        self.breedtes = Kolombreedtes(self)
        self._verbind()

    def _verbind(self) -> None:
        self.selectionModel().currentRowChanged.connect(self._on_rij_gewijzigd)
        self.selectionModel().selectionChanged.connect(self.keuze_gewijzigd)
        self.doubleClicked.connect(self._on_dubbelklik)

    def pas_maten_aan(self) -> None:
        """Row height and icons from the font of now."""
        hoogte = self.fontMetrics().height()
        self.verticalHeader().setDefaultSectionSize(hoogte + RASTER + HALF)
        self.setIconSize(QSize(hoogte, hoogte))

    def zet_regels(self, regels: Sequence[RegelT]) -> None:
        """Show these rows; the cursor goes to what was added, or stays on the same row number."""
        rij = self.currentIndex().row()
        self.regelmodel.zet_regels(regels)
        nieuw = self.regelmodel.plek_na_lezen(None)
        rij = nieuw if nieuw >= 0 else rij
        if regels:
            self.kies(min(max(rij, 0), len(regels) - 1))
        else:
            self.regel_gekozen.emit(None)

    def kies(self, rij: int) -> None:
        """Put the cursor on this row."""
        if 0 <= rij < self.regelmodel.rowCount():
            kies_rij(self, self.regelmodel.index(rij, 0))

    def kies_erbij(self, rij: int) -> None:
        """Select this row as well, where more can be selected."""
        if 0 <= rij < self.regelmodel.rowCount():
            vlag = QItemSelectionModel.SelectionFlag
            self.selectionModel().select(self.regelmodel.index(rij, 0), vlag.Select | vlag.Rows)

    def gekozen(self) -> RegelT | None:
        """The current row, or None."""
        index = self.currentIndex()
        return self.regelmodel.regel(index) if index.isValid() else None

    def gekozen_regels(self) -> list[RegelT]:
        """Every selected row from top to bottom, or the current one when none is."""
        rijen = sorted(index.row() for index in self.selectionModel().selectedRows())
        if not rijen and self.currentIndex().isValid():
            rijen = [self.currentIndex().row()]
        return [self.regelmodel.regels[rij] for rij in rijen]

    def maak_leeg(self) -> None:
        """Forget the rows."""
        self.regelmodel.maak_leeg()

    def keyPressEvent(self, gebeurtenis: QKeyEvent) -> None:
        letter = gebeurtenis.text().casefold()
        zonder = not gebeurtenis.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if zonder and letter and self._letters_aan and letter in self._letters and self.currentIndex().isValid():
            self.letter_gebruikt.emit(letter)
        elif gebeurtenis.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._on_dubbelklik(self.currentIndex())
        elif gebeurtenis.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.weghalen_gevraagd.emit()
        elif not sprong(self, gebeurtenis):
            super().keyPressEvent(gebeurtenis)

    def mousePressEvent(self, gebeurtenis: QMouseEvent) -> None:
        self._zet_letters(False)
        super().mousePressEvent(gebeurtenis)

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        super().focusInEvent(gebeurtenis)
        if gebeurtenis.reason() not in _KOMT_TERUG:
            self._zet_letters(gebeurtenis.reason() is not Qt.FocusReason.MouseFocusReason)

    def _zet_letters(self, aan: bool) -> None:
        aan = aan and bool(self._letters)
        if aan != self._letters_aan:
            self._letters_aan = aan
            self.letters_werken.emit(aan)

    def contextMenuEvent(self, gebeurtenis: QContextMenuEvent) -> None:
        if gebeurtenis.reason() is QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(gebeurtenis.pos())
            if index.isValid():
                self.setCurrentIndex(index)
        if self.currentIndex().isValid():
            self.menu_gevraagd.emit(self.plek_van_menu())

    def plek_van_menu(self) -> QPoint:
        """On the screen, right below the current row."""
        rij = self.visualRect(self.currentIndex())
        return self.viewport().mapToGlobal(rij.bottomLeft())

    def keyboardSearch(self, _tekst: str) -> None:
        """Letters are states here, not the beginning of a name."""

    def sizeHint(self) -> QSize:
        rijen = min(max(self.regelmodel.rowCount(), 3), 8)
        hoogte = self.horizontalHeader().sizeHint().height() + rijen * self.verticalHeader().defaultSectionSize()
        return QSize(tekstbreedte(self, 50), hoogte + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        hoogte = (
            self.horizontalHeader().sizeHint().height()
            + self._minste_rijen * self.verticalHeader().defaultSectionSize()
        )
        return QSize(tekstbreedte(self, 24), hoogte + 2 * self.frameWidth())

    def _on_rij_gewijzigd(self, index: QModelIndex) -> None:
        self.regel_gekozen.emit(self.regelmodel.regel(index) if index.isValid() else None)

    def _on_dubbelklik(self, index: QModelIndex) -> None:
        if index.isValid():
            self.regel_geopend.emit(self.regelmodel.regel(index))
