"""The table on which oordelen are marked: 1, 2 and 3, then the grondslag, Enter, and the next that is missing.

With several rows chosen the grondslag or reason is asked once and goes to each of them. A letter goes to the search
field; Home and End go to the first and last row.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from zvh_desktop.models.keuzes import OordeelUitkomst
from zvh_desktop.services.poort.oordelen import PartijOordeel
from zvh_desktop.ui.instellingen import Instellingen
from zvh_desktop.ui.pages.casus.oordelenkeuzes import PER_PARTIJ, grondslagkeuzes, past
from zvh_desktop.ui.pages.casus.oordelenmodel import OordeelKolom, OordelenModel
from zvh_desktop.ui.toetsenbord.celtypen import sluit_open_cel, typ_in
from zvh_desktop.ui.toetsenbord.rijkeuze import kies_rij
from zvh_desktop.ui.toetsenbord.rijsprong import sprong, zichtbare_rijen
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, tekstbreedte
from zvh_desktop.ui.widgets.kolombreedtes import Kolombreedtes
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld
from zvh_desktop.ui.widgets.velden.zinregel import Zinregel

Index = QModelIndex | QPersistentModelIndex
TOETSEN = {
    Qt.Key.Key_1: OordeelUitkomst.RECHTMATIG,
    Qt.Key.Key_2: OordeelUitkomst.NIET_RECHTMATIG,
    Qt.Key.Key_3: OordeelUitkomst.INGETROKKEN,
}


_DEZE_RIJ = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_KLAAR = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class OordeelDelegate(QStyledItemDelegate):
    """A pick list with free text for the grondslag, a line for the motivation, a calendar for the last day."""

    def createEditor(self, ouder: QWidget, optie: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        kolom = OordeelKolom(index.column())
        regel = model.regel(index.row()) if isinstance(model, OordelenModel) else None
        if regel is None or not isinstance(model, OordelenModel):
            return super().createEditor(ouder, optie, index)
        if kolom is OordeelKolom.GRONDSLAG:
            keuze = Keuzeveld(ouder)
            keuze.setEditable(True)
            keuze.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            keuze.setAccessibleName(f"Grondslag voor {regel.partij}")
            for tekst, toelichting in grondslagkeuzes(_samen(model, index.row())):
                keuze.addItem(tekst)
                keuze.setItemData(keuze.count() - 1, toelichting, Qt.ItemDataRole.ToolTipRole)
            aanvuller = keuze.completer()
            if aanvuller is not None:
                aanvuller.setFilterMode(Qt.MatchFlag.MatchContains)
                aanvuller.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            return keuze
        if kolom is OordeelKolom.GELDIG_TOT:
            return Datumveld(f"Geldig tot en met, {regel.partij}", ouder, mag_leeg=True)
        veld = Zinregel(ouder)
        veld.setAccessibleName(f"Motivering bij {regel.partij}")
        return veld

    def setEditorData(self, veld: QWidget, index: Index) -> None:
        waarde = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(veld, QComboBox):
            if waarde and veld.itemText(0) != PER_PARTIJ:
                veld.setEditText(str(waarde))
            elif veld.count():
                veld.setCurrentIndex(0)
            regel = veld.lineEdit()
            if regel is not None:
                regel.selectAll()
        elif isinstance(veld, Datumveld):
            veld.zet_datum(waarde if isinstance(waarde, date) else None)
        elif isinstance(veld, QLineEdit):
            veld.setText(str(waarde or ""))

    def setModelData(self, veld: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(veld, QComboBox):
            model.setData(index, veld.currentText())
        elif isinstance(veld, Datumveld):
            if veld.neem_aan():
                model.setData(index, veld.datum())
        elif isinstance(veld, QLineEdit):
            model.setData(index, veld.text())

    def eventFilter(self, veld: QObject, gebeurtenis: QEvent) -> bool:
        """A date that cannot be read keeps its cell open, with the sentence below it."""
        klaar = (
            isinstance(gebeurtenis, QKeyEvent)
            and gebeurtenis.type() == QEvent.Type.KeyPress
            and gebeurtenis.key() in _KLAAR
        )
        if klaar and isinstance(veld, Datumveld) and not veld.neem_aan():
            veld.toon_uitleg()
            return True
        return super().eventFilter(veld, gebeurtenis)

    def updateEditorGeometry(self, veld: QWidget, optie: QStyleOptionViewItem, index: Index) -> None:
        super().updateEditorGeometry(veld, optie, index)
        plek = veld.geometry()
        vlak = veld.parentWidget()
        ruimte = vlak.width() if vlak is not None else plek.right()
        gewenst = tekstbreedte(veld, 60) if isinstance(veld, QComboBox) else plek.width()
        breed = min(max(plek.width(), gewenst), ruimte)
        plek.setWidth(breed)
        if plek.right() > ruimte:
            plek.moveRight(ruimte)
        veld.setGeometry(plek)


class OordelenTabel(QTableView):
    """Keyboard first; the mouse can do the same with double clicks and the buttons of the page."""

    uitkomst_gevraagd = Signal(object)
    wissen_gevraagd = Signal()
    ondertekenen_gevraagd = Signal()
    partij_gekozen = Signal(int)
    zoeken_getypt = Signal(str)
    """A letter typed in the table: it is meant for the search field."""
    alles_gevraagd = Signal()
    """What is to be done next is not among the rows that were found."""

    def __init__(
        self, model: OordelenModel, ouder: QWidget | None = None, *, instellingen: Instellingen | None = None
    ) -> None:
        super().__init__(ouder)
        self.setObjectName("oordelen_tabel")
        self.setAccessibleName("Oordelen per partij")
        self.setAccessibleDescription(
            "Toets 1 rechtmatig, 2 niet rechtmatig, 3 intrekken, Delete wissen, F2 grondslag, Ctrl+Enter ondertekenen"
        )
        self._model = model
        self.setModel(model)
        self.setItemDelegate(OordeelDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + RASTER + HALF)
        kop = self.horizontalHeader()
        kop.setHighlightSections(False)
        kop.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        kop.setStretchLastSection(True)
        self.breedtes = Kolombreedtes(
            self,
            [kolom.name.casefold() for kolom in OordeelKolom],
            instellingen=instellingen,
            sleutel="oordelen",
            minstens={OordeelKolom.PARTIJ: 20, OordeelKolom.STAND: 26, OordeelKolom.GRONDSLAG: 20},
        )
        self._verbind()

    def _verbind(self) -> None:
        self.selectionModel().currentRowChanged.connect(self._on_rij_gekozen)

    def rijen(self) -> list[int]:
        """The chosen rows, from top to bottom."""
        gekozen = sorted({index.row() for index in self.selectionModel().selectedRows()})
        huidig = self.currentIndex()
        alle = gekozen or ([huidig.row()] if huidig.isValid() else [])
        return [rij for rij in alle if not self.isRowHidden(rij)]

    def filter(self, tekst: str) -> None:
        """Show only the partijen of which the name holds every part of this text."""
        for rij in range(self._model.rowCount()):
            self.setRowHidden(rij, not past(self._model.regel(rij), tekst))

    def naar_eerste(self) -> None:
        """Put the keyboard on the first row in view."""
        rijen = zichtbare_rijen(self)
        if rijen:
            kies_rij(self, self._model.index(rijen[0], OordeelKolom.PARTIJ))
            self.setFocus()

    def naar_ontbrekende(self) -> None:
        """To the next row that has no oordeel yet, around the end; stays where nothing is missing."""
        rij = self._model.volgende_ontbrekende(self.currentIndex().row())
        if rij is None:
            return
        if self.isRowHidden(rij):
            self.alles_gevraagd.emit()
        kies_rij(self, self._model.index(rij, OordeelKolom.PARTIJ))

    def keyboardSearch(self, tekst: str) -> None:
        self.zoeken_getypt.emit(tekst)

    def bewerk(self, rij: int, kolom: OordeelKolom, samen: Sequence[int] = ()) -> None:
        """Start typing in a cell; what is typed goes to the rows ``samen`` as well."""
        index = self.model().index(rij, kolom)
        sluit_open_cel(self)
        keuze = QItemSelectionModel.SelectionFlag.NoUpdate if len(samen) > 1 else _DEZE_RIJ
        self.selectionModel().setCurrentIndex(index, keuze)
        self._model.samen = tuple(samen)
        typ_in(self, index)

    def keyPressEvent(self, gebeurtenis: QKeyEvent) -> None:
        toets = Qt.Key(gebeurtenis.key())
        ctrl = bool(gebeurtenis.modifiers() & Qt.KeyboardModifier.ControlModifier)
        enter = toets in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if sprong(self, gebeurtenis):
            return
        if toets in TOETSEN and not ctrl:
            self.uitkomst_gevraagd.emit(TOETSEN[toets])
        elif toets in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.wissen_gevraagd.emit()
        elif enter and ctrl:
            self.ondertekenen_gevraagd.emit()
        elif enter or toets == Qt.Key.Key_F2:
            self._bewerk_huidige()
        else:
            super().keyPressEvent(gebeurtenis)

    def _bewerk_huidige(self) -> None:
        nu = self.currentIndex()
        # the Enter that ends typing comes here too, before the editor has closed
        if not nu.isValid() or self.state() is QAbstractItemView.State.EditingState:
            return
        if not nu.flags() & Qt.ItemFlag.ItemIsEditable:
            nu = nu.siblingAtColumn(OordeelKolom.GRONDSLAG)
        if nu.flags() & Qt.ItemFlag.ItemIsEditable:
            self.bewerk(nu.row(), OordeelKolom(nu.column()))
        else:
            self.naar_ontbrekende()

    def closeEditor(self, veld: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(veld, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self.naar_ontbrekende()
        self.setFocus()

    def _on_rij_gekozen(self, index: QModelIndex) -> None:
        self.partij_gekozen.emit(index.row() if index.isValid() else -1)


def _samen(model: OordelenModel, rij: int) -> list[PartijOordeel]:
    """The partijen that get what is typed on this row."""
    regels = (model.regel(een) for een in dict.fromkeys((rij, *model.samen)))
    return [regel for regel in regels if regel is not None]
