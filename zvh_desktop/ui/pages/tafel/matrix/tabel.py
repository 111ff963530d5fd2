"""The matrix on the screen: walked with the arrow keys, its first columns always in view.

The frozen columns are a second table laid over the first. It shares model and selection and never takes the
keyboard, so for the user and for a screen reader there is one table.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from zvh_desktop.models.keuzes import AgendapuntId, PartijId
from zvh_desktop.ui.pages.tafel.matrix.delegate import MatrixDelegate, partij_breedte, vaste_breedte
from zvh_desktop.ui.pages.tafel.matrix.kop import MatrixKop
from zvh_desktop.ui.pages.tafel.matrix.model import KOL_ONDERWERP, VAST, MatrixModel
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER

_OORDEEL_TOETSEN = {Qt.Key.Key_1: 1, Qt.Key.Key_2: 2}
_RUIMST = 2.2
"""The subject column grows to at most this many times its smallest width."""
_MINST = 2
"""So many rows stay in view, however little room there is."""
_ALT = Qt.KeyboardModifier.AltModifier


class MatrixTabel(QTableView):
    """Keys become signals; what they do is up to the page."""

    wissel_gevraagd = Signal()
    """Space: invite or not, or explain."""
    oordeel_gevraagd = Signal(int)
    """Key 1 (rechtmatig) or 2 (niet rechtmatig)."""
    verschuiven_gevraagd = Signal(int)
    """Alt+Up is -1, Alt+Down is +1."""
    toevoegen_gevraagd = Signal()
    weghalen_gevraagd = Signal()
    wijzigen_gevraagd = Signal(bool)
    """Whether it is about the partij under the cursor, and not about the point."""
    plek_gewijzigd = Signal()

    def __init__(self, model: MatrixModel, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("matrix")
        self.setAccessibleName("Agenda: punten van boven naar beneden, partijen van links naar rechts")
        self._matrix = model
        self._vast = QTableView(self)
        self._vast.setObjectName("matrix_vaste_kolommen")
        self._stel_in(self)
        self._stel_in(self._vast)
        self.setModel(model)
        self._vast.setModel(model)
        self._vast.setSelectionModel(self.selectionModel())
        self._vast.setFrameShape(QFrame.Shape.NoFrame)
        self._vast.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._vast.setFocusProxy(self)
        self._vast.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._vast.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._verbind()
        self._pas_maten_aan()

    def _stel_in(self, tabel: QTableView) -> None:
        kop = MatrixKop(tabel)
        tabel.setHorizontalHeader(kop)
        tabel.setItemDelegate(MatrixDelegate(tabel))
        tabel.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        tabel.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        tabel.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tabel.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        tabel.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        tabel.setWordWrap(False)
        tabel.setTabKeyNavigation(False)
        tabel.setCornerButtonEnabled(False)
        tabel.setDragEnabled(True)
        tabel.setAcceptDrops(True)
        tabel.setDropIndicatorShown(True)
        tabel.setDragDropOverwriteMode(False)
        tabel.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        tabel.verticalHeader().setVisible(False)
        tabel.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _verbind(self) -> None:
        self.verticalScrollBar().valueChanged.connect(self._vast.verticalScrollBar().setValue)
        self._vast.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.selectionModel().currentChanged.connect(self._on_plek_gewijzigd)
        self._matrix.modelReset.connect(self._pas_maten_aan)

    # --- where the user is ------------------------------------------------------------------------

    def plek(self) -> tuple[AgendapuntId | None, PartijId | None]:
        """The point and the partij under the cursor."""
        index = self.currentIndex()
        punt = self._matrix.punt(index.row()) if index.isValid() else None
        kolom = self._matrix.partij(index.column()) if index.isValid() else None
        return (punt.id if punt else None), (kolom.partij_id if kolom else None)

    def ga_naar_plek(self, punt_id: AgendapuntId | None, partij_id: PartijId | None, rij: int = 0) -> None:
        """Put the cursor at this point and partij, or as near to it as possible."""
        if not self._matrix.rowCount():
            return
        nummer = self._matrix.rij_van(punt_id) if punt_id is not None else -1
        if nummer < 0:
            nummer = min(max(rij, 0), self._matrix.rowCount() - 1)
        kolom = self._matrix.kolom_van(partij_id) if partij_id is not None else -1
        if kolom < 0:
            kolom = VAST if self._matrix.kolommen else 1
        self.setCurrentIndex(self._matrix.index(nummer, kolom))

    # --- keys -------------------------------------------------------------------------------------

    def keyPressEvent(self, gebeurtenis: QKeyEvent) -> None:
        toets, extra = gebeurtenis.key(), gebeurtenis.modifiers()
        if extra & _ALT and toets in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.verschuiven_gevraagd.emit(-1 if toets == Qt.Key.Key_Up else 1)
        elif extra & ~(Qt.KeyboardModifier.KeypadModifier):
            super().keyPressEvent(gebeurtenis)
        elif toets == Qt.Key.Key_Space:
            self.wissel_gevraagd.emit()
        elif toets in _OORDEEL_TOETSEN:
            self.oordeel_gevraagd.emit(_OORDEEL_TOETSEN[Qt.Key(toets)])
        elif toets == Qt.Key.Key_Insert:
            self.toevoegen_gevraagd.emit()
        elif toets == Qt.Key.Key_Delete:
            self.weghalen_gevraagd.emit()
        elif toets in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wijzigen_gevraagd.emit(toets != Qt.Key.Key_F2 and self.currentIndex().column() >= VAST)
        else:
            super().keyPressEvent(gebeurtenis)

    def keyboardSearch(self, _tekst: str) -> None:
        """Letters do nothing here: 1 and 2 are keys, not the beginning of a subject."""

    # --- its height -------------------------------------------------------------------------------

    def hoogte_voor(self, regels: int) -> int:
        """What the heading and so many rows need, with room for the bar below them."""
        rijen = self.verticalHeader().defaultSectionSize() * regels
        balk = self.horizontalScrollBar().sizeHint().height()
        return self.horizontalHeader().sizeHint().height() + rijen + balk + 2 * self.frameWidth()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.hoogte_voor(max(self._matrix.rowCount(), _MINST)))

    def minimumSizeHint(self) -> QSize:
        regels = min(max(self._matrix.rowCount(), 1), _MINST)
        return QSize(super().minimumSizeHint().width(), self.hoogte_voor(regels))

    # --- the frozen part --------------------------------------------------------------------------

    def _pas_maten_aan(self) -> None:
        hoogte = self.fontMetrics().height() + RASTER + HALF
        for tabel in (self, self._vast):
            tabel.verticalHeader().setDefaultSectionSize(hoogte)
        kolommen = self._matrix.columnCount()
        for kolom in range(kolommen):
            breed = vaste_breedte(self, kolom) if kolom < VAST else partij_breedte(self)
            self.setColumnWidth(kolom, breed)
            self._vast.setColumnWidth(kolom, breed)
            self._vast.setColumnHidden(kolom, kolom >= VAST)
        self.horizontalHeader().updateGeometry()
        self._rek_onderwerp()
        self.updateGeometries()
        self.updateGeometry()
        self._leg_vast()

    def _vaste_maat(self) -> int:
        return sum(self.columnWidth(kolom) for kolom in range(VAST))

    def _leg_vast(self) -> None:
        kop = self.horizontalHeader().height()
        self._vast.horizontalHeader().setFixedHeight(kop)
        rand = self.frameWidth()
        breed = min(self._vaste_maat(), self.viewport().width())
        self._vast.setGeometry(rand, rand, breed, self.viewport().height() + kop)
        self._vast.raise_()

    def _rek_onderwerp(self) -> None:
        """Give the subject what the other columns leave over, so that it is not cut off without need."""
        ander = sum(self.columnWidth(kolom) for kolom in range(self._matrix.columnCount()) if kolom != KOL_ONDERWERP)
        smalst = vaste_breedte(self, KOL_ONDERWERP)
        breed = min(max(smalst, self.viewport().width() - ander), round(smalst * _RUIMST))
        if breed != self.columnWidth(KOL_ONDERWERP):
            self.setColumnWidth(KOL_ONDERWERP, breed)
            self._vast.setColumnWidth(KOL_ONDERWERP, breed)

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        self._rek_onderwerp()
        self._leg_vast()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._leg_vast()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if index.column() < VAST:  # always in view; only the row matters
            plaats = self.horizontalScrollBar().value()
            super().scrollTo(index, hint)
            self.horizontalScrollBar().setValue(plaats)
            return
        super().scrollTo(index, hint)
        links = self.visualRect(index).left()
        if links < self._vaste_maat():
            balk = self.horizontalScrollBar()
            balk.setValue(balk.value() + links - self._vaste_maat())

    def changeEvent(self, gebeurtenis: QEvent) -> None:
        super().changeEvent(gebeurtenis)
        if gebeurtenis.type() is QEvent.Type.FontChange:
            self._pas_maten_aan()

    def _on_plek_gewijzigd(self, huidig: QModelIndex, vorig: QModelIndex) -> None:
        for tabel in (self, self._vast):
            tabel.viewport().update()
            tabel.horizontalHeader().viewport().update()
        if huidig.isValid() or vorig.isValid():
            self.plek_gewijzigd.emit()
