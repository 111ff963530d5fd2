"""The grid of a month: arrows go from day to day, also into the next month, and Enter opens what falls on it."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from zvh_desktop.services.vandaag.maand.gegevens import Dagitem, Maandbeeld, Maanddag
from zvh_desktop.ui.pages.tafel.maand.dagtekenaar import Dagtekenaar, minste_hoogte, plek_in_dag
from zvh_desktop.ui.pages.tafel.maand.maandmodel import Maandmodel
from zvh_desktop.ui.pages.tafel.maand.maandwoorden import maandnaam

_PIJLEN: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}
_BLADEREN: dict[int, int] = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class Maandtabel(QTableView):
    """One cell is chosen: the day."""

    dag_gevraagd = Signal(object)
    """Go to this day, in whatever month it is."""
    maand_gevraagd = Signal(int)
    """So many months on or back."""
    vandaag_gevraagd = Signal()
    dag_geopend = Signal(object)
    """A Maanddag."""
    item_geopend = Signal(object)
    """A Dagitem."""

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("maand_tabel")
        self.setAccessibleName("Maand")
        self.model_ = Maandmodel(self)
        self.setModel(self.model_)
        self.setItemDelegate(Dagtekenaar(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCornerButtonEnabled(False)
        for kop in (self.horizontalHeader(), self.verticalHeader()):
            kop.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            kop.setSectionsClickable(False)
            kop.setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(self.fontMetrics().averageCharWidth() * 6)
        self.verticalHeader().setMinimumSectionSize(minste_hoogte(self.fontMetrics()))

    def zet(self, beeld: Maandbeeld | None, dag: date | None = None) -> None:
        """Show these weeks, with this day chosen."""
        self.model_.zet(beeld)
        self.setAccessibleName(f"Maand {maandnaam(beeld.jaar, beeld.maand)}" if beeld is not None else "Maand")
        if dag is not None:
            self.kies(dag)

    def kies(self, dag: date) -> bool:
        """Choose a day; False when it is not in these weeks."""
        index = self.model_.index_van(dag)
        if index.isValid():
            self.setCurrentIndex(index)
        return index.isValid()

    def gekozen(self) -> Maanddag | None:
        """The day that is chosen."""
        return self.model_.dag(self.currentIndex())

    # --- keyboard and mouse -----------------------------------------------------------------------

    def keyPressEvent(self, gebeurtenis: QKeyEvent) -> None:
        toets, dag = gebeurtenis.key(), self.gekozen()
        if gebeurtenis.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or dag is None:
            super().keyPressEvent(gebeurtenis)
        elif toets in _PIJLEN:
            self.dag_gevraagd.emit(dag.dag + timedelta(days=_PIJLEN[toets]))
        elif toets in _BLADEREN:
            self.maand_gevraagd.emit(_BLADEREN[toets])
        elif toets == Qt.Key.Key_Home:
            self.vandaag_gevraagd.emit()
        elif toets in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.dag_geopend.emit(dag)
        else:
            super().keyPressEvent(gebeurtenis)

    def mouseReleaseEvent(self, gebeurtenis: QMouseEvent) -> None:
        super().mouseReleaseEvent(gebeurtenis)
        plek = self._plek(gebeurtenis.position().toPoint())
        if isinstance(plek, int) and gebeurtenis.button() == Qt.MouseButton.LeftButton:
            self.dag_geopend.emit(self.gekozen())

    def mouseDoubleClickEvent(self, gebeurtenis: QMouseEvent) -> None:
        plek = self._plek(gebeurtenis.position().toPoint())
        if isinstance(plek, Dagitem):
            self.item_geopend.emit(plek)
        elif plek is None and (dag := self.gekozen()) is not None:
            self.dag_geopend.emit(dag)

    def focusInEvent(self, gebeurtenis: QFocusEvent) -> None:
        super().focusInEvent(gebeurtenis)
        if not self.currentIndex().isValid() and self.model_.rowCount():
            self.setCurrentIndex(self.model_.index(0, 0))

    def _plek(self, punt: QPoint) -> Dagitem | int | None:
        index = self.indexAt(punt)
        dag = self.model_.dag(index)
        return None if dag is None else plek_in_dag(dag, self.visualRect(index), punt, self.fontMetrics())
