"""The one search box, always there: what is typed is looked up a moment later, answers stand below it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from zvh_desktop.ui.draden.taken import Taken
from zvh_desktop.ui.protocollen import Zoeker, Zoektreffer
from zvh_desktop.ui.teksten.uitleg import platte_uitleg
from zvh_desktop.ui.toetsenbord.sneltoetsen import sneltoets
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.uiterlijk.icons import Icoon, laad_icoon, zet_icoon
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte

WACHTTIJD_MS = 120
Index = QModelIndex | QPersistentModelIndex


class TrefferModel(QAbstractListModel):
    """The answers of one search."""

    def __init__(self, ouder: QObject | None = None) -> None:
        super().__init__(ouder)
        self._treffers: tuple[Zoektreffer, ...] = ()

    def zet(self, treffers: Sequence[Zoektreffer]) -> None:
        """Show these answers."""
        self.beginResetModel()
        self._treffers = tuple(treffers)
        self.endResetModel()

    def treffer(self, rij: int) -> Zoektreffer:
        """The answer on this line."""
        return self._treffers[rij]

    def rowCount(self, ouder: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if ouder.isValid() else len(self._treffers)

    def data(self, index: Index, rol: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        treffer = self._treffers[index.row()]
        if rol in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{treffer.titel}   {treffer.toelichting}".rstrip()
        if rol == Qt.ItemDataRole.ToolTipRole:
            return platte_uitleg("\n".join(deel for deel in (treffer.titel, treffer.toelichting) if deel))
        if rol == Qt.ItemDataRole.DecorationRole:
            return laad_icoon(Icoon(treffer.icoon))
        return None


class Zoekveld(Invoerregel):
    """Looks up in a worker thread; only the answer to the last question is shown."""

    treffer_gekozen = Signal(object)
    bewaarde_gevraagd = Signal()
    """The searches that were kept under a name."""

    def __init__(self, zoek: Zoeker, taken: Taken, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("zoek_veld")
        self.setAccessibleName("Zoek casus, partij, overleg, actie of een woord uit een verslag")
        self.setPlaceholderText("Zoek casus, partij, overleg, actie, tekst    Ctrl+K")
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(tekstbreedte(self, 48))
        self.setMaximumWidth(tekstbreedte(self, 80))
        self._zoek = zoek
        self._taken = taken
        self._vraag = 0
        teken = QAction(self)
        teken.setText("Zoeken")
        zet_icoon(teken, Icoon.ZOEK)
        self.addAction(teken, QLineEdit.ActionPosition.LeadingPosition)
        self.bewaarde_actie = QAction(self)
        self.bewaarde_actie.setText("Bewaarde zoekvragen (Alt+F9)")
        zet_icoon(self.bewaarde_actie, Icoon.GESCHIEDENIS)
        self.addAction(self.bewaarde_actie, QLineEdit.ActionPosition.TrailingPosition)
        self._bewaarde = sneltoets("Alt+F9", waar=self)
        self._model = TrefferModel(self)
        self._aanvuller = QCompleter(self._model, self)
        self._aanvuller.setWidget(self)
        self._aanvuller.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._aanvuller.setMaxVisibleItems(12)
        self.lijst = QListView()
        self.lijst.setObjectName("zoek_treffers")
        self.lijst.setAccessibleName("Gevonden")
        # what is longer than the list is wide ends in dots: a bar below it would hide the last answer
        self.lijst.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lijst.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._aanvuller.setPopup(self.lijst)
        self._wachter = QTimer(self)
        self._wachter.setSingleShot(True)
        self._wachter.setInterval(WACHTTIJD_MS)
        self._verbind()

    def _verbind(self) -> None:
        self.bewaarde_actie.triggered.connect(self.bewaarde_gevraagd)
        self._bewaarde.activated.connect(self.bewaarde_gevraagd)
        self.textEdited.connect(self._on_tekst_getypt)
        self._wachter.timeout.connect(self._on_zoeken)
        self._aanvuller.activated[QModelIndex].connect(self._on_treffer_gekozen)  # type: ignore[index]  # one of two forms of this signal

    @property
    def model(self) -> TrefferModel:
        """The answers now shown."""
        return self._model

    def maak_leeg(self) -> None:
        """Forget question and answers, at the lock."""
        self._vraag += 1
        self._wachter.stop()
        self.clear()
        self._model.zet(())
        self.lijst.hide()

    def zoek_naar(self, tekst: str) -> None:
        """Look for this, as if it was typed here."""
        self.setText(tekst)
        self.setFocus()
        self._on_tekst_getypt()

    def _on_tekst_getypt(self) -> None:
        self._vraag += 1
        if self.text().strip():
            self._wachter.start()
        else:
            self._wachter.stop()
            self._model.zet(())
            self.lijst.hide()

    def _on_zoeken(self) -> None:
        tekst = self.text().strip()
        self._taken.start(partial(_zoek_en_nummer, self._zoek, tekst, self._vraag), gelukt=self._on_gevonden)

    def _on_gevonden(self, antwoord: tuple[int, tuple[Zoektreffer, ...]]) -> None:
        vraag, treffers = antwoord
        if vraag != self._vraag:
            return
        if treffers:
            self._model.zet(treffers)
        else:
            self._model.zet((Zoektreffer("", None, "Niets gevonden", "Probeer een ander woord of nummer"),))
        if self.hasFocus():
            self._aanvuller.complete()

    def _on_treffer_gekozen(self, index: QModelIndex) -> None:
        treffer = self._model.treffer(index.row())
        if treffer.plaats:
            self.maak_leeg()
            self.treffer_gekozen.emit(treffer)

    def keyPressEvent(self, gebeurtenis: QKeyEvent) -> None:
        enter = gebeurtenis.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        gekozen = self.lijst.isVisible() and self.lijst.currentIndex().isValid()
        if enter and self._model.rowCount():
            self._on_treffer_gekozen(self.lijst.currentIndex() if gekozen else self._model.index(0))
            return
        super().keyPressEvent(gebeurtenis)


def _zoek_en_nummer(zoek: Zoeker, tekst: str, vraag: int) -> tuple[int, tuple[Zoektreffer, ...]]:
    return vraag, tuple(zoek(tekst))
