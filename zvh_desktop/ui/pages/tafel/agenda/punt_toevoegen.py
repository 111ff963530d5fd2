"""Puts casussen or a subject on the agenda. A casus that may not be on it is listed with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from zvh_desktop.models.keuzes import CasusId
from zvh_desktop.services.tafel.agenda_gegevens import CasusKeuze
from zvh_desktop.ui.dialogs.dialoog import Dialoog
from zvh_desktop.ui.item_models.filtermodel import FilterModel
from zvh_desktop.ui.item_models.regelmodel import REGELROL, Kolom, RegelModel
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.toetsenbord.rijkeuze import kies_rij
from zvh_desktop.ui.uiterlijk.doelen import Dialoogknoppen, Invoerregel
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RASTER, RUIM, tekstbreedte
from zvh_desktop.ui.uiterlijk.venstertitel import zet_venstertitel
from zvh_desktop.ui.widgets.aandachtsregel import Aandachtsregel
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.kolombreedtes import Kolombreedtes
from zvh_desktop.ui.widgets.tabellen.keuzebehoud import Keuzebehoud
from zvh_desktop.ui.widgets.velden.formulier import Formulierregel
from zvh_desktop.ui.widgets.velden.zinregel import Zinregel

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PuntKeuze:
    """What was chosen: casussen, a subject, or both."""

    casussen: tuple[CasusId, ...]
    onderwerp: str


def _nummer(keuze: CasusKeuze) -> object:
    return keuze.nummer


def _aanpak(keuze: CasusKeuze) -> object:
    return keuze.aanpak


def _betrokkene(keuze: CasusKeuze) -> object:
    return keuze.betrokkene


def _reden(keuze: CasusKeuze) -> object:
    return keuze.reden


def _slot(keuze: CasusKeuze) -> Icoon | None:
    return None if keuze.mag else Icoon.SLOT


class CasusKeuzeModel(RegelModel[CasusKeuze]):
    """Rows that may not be chosen are disabled; their reason stays readable in the last column."""

    def __init__(self, ouder: QObject | None = None) -> None:
        super().__init__(
            (
                Kolom[CasusKeuze]("nummer", "Casus", _nummer, breedte=13, icoon=_slot),
                Kolom[CasusKeuze]("betrokkene", "Betrokkene", _betrokkene, breedte=22),
                Kolom[CasusKeuze]("aanpak", "Aanpak", _aanpak, breedte=24),
                Kolom[CasusKeuze]("reden", "Kan nu niet, omdat", _reden, breedte=40, uitleg=_uitleg),
            ),
            (),
            ouder,
        )

    def flags(self, index: Index) -> Qt.ItemFlag:
        vlaggen = super().flags(index)
        if index.isValid() and not self.regel(index).mag:
            vlaggen &= ~(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        return vlaggen


def _uitleg(keuze: CasusKeuze) -> str:
    return keuze.reden


class _Zoekregel(Invoerregel):
    """Enter goes on to the table; in an ordinary line it would also press the button of the dialog."""

    zoeken_klaar = Signal()

    def keyPressEvent(self, gebeurtenis: QKeyEvent) -> None:
        if gebeurtenis.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.zoeken_klaar.emit()
            return
        super().keyPressEvent(gebeurtenis)


class _Keuzetabel(QTableView):
    """A click on a row that may not be chosen asks why; Qt says nothing of a row that is switched off.

    Another button than the left chooses nothing, and takes no choice away.
    """

    geweigerd = Signal(object)

    def mousePressEvent(self, gebeurtenis: QMouseEvent) -> None:
        if gebeurtenis.button() is not Qt.MouseButton.LeftButton:
            gebeurtenis.accept()
            return
        super().mousePressEvent(gebeurtenis)
        keuze = self.indexAt(gebeurtenis.position().toPoint()).data(REGELROL)
        if isinstance(keuze, CasusKeuze) and not keuze.mag:
            self.geweigerd.emit(keuze)


class PuntDialoog(Dialoog):
    """Search, a table to choose one or more casussen from, and a line for a subject."""

    def __init__(self, keuzes: Sequence[CasusKeuze], ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("puntdialoog")
        zet_venstertitel(self, "Op de agenda zetten")
        self.zoek_veld = _Zoekregel(self)
        self.zoek_veld.setObjectName("punt_zoek_veld")
        self.zoek_veld.setAccessibleName("Zoek een casus")
        self.zoek_veld.setPlaceholderText("Zoek een casus op nummer, naam of aanpak")
        self.zoek_veld.setClearButtonEnabled(True)
        self._bouw_tabel(keuzes)
        self._leeg = StilleTekst("Alle lopende casussen staan al op deze agenda.", self)
        self._leeg.setVisible(not keuzes)
        self.waarom = Aandachtsregel(self)
        self.waarom.setObjectName("punt_bezwaar")
        self.onderwerp = Zinregel(self)
        self.onderwerp.setObjectName("punt_nieuw_onderwerp")
        self.onderwerp.setPlaceholderText("Bijvoorbeeld: vaststellen verslag")
        self._knoppen = Dialoogknoppen(self)
        self.zet_knop = self._knoppen.maak("Zet op de &agenda", QDialogButtonBox.ButtonRole.AcceptRole)
        self.zet_knop.setObjectName("punt_zet_knop")
        self.zet_knop.setAccessibleName("Zet op de agenda")
        self.niet_knop = self._knoppen.maak("&Niet doen", QDialogButtonBox.ButtonRole.RejectRole)
        self.niet_knop.setAccessibleName("Niet doen")
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RANDRUIMTE, RANDRUIMTE, RANDRUIMTE)
        indeling.setSpacing(RUIM)
        indeling.addWidget(Kop("Op de agenda zetten", self))
        indeling.addWidget(self.zoek_veld)
        indeling.addWidget(self._leeg)
        indeling.addWidget(self.tabel, 1)
        indeling.addWidget(self.waarom)
        indeling.addWidget(Formulierregel("Of een onderwerp &zonder casus", self.onderwerp, "", self))
        indeling.addWidget(self._knoppen)
        self._verbind()
        self._on_gefilterd()

    def _bouw_tabel(self, keuzes: Sequence[CasusKeuze]) -> None:
        self.model = CasusKeuzeModel(self)
        self.model.zet_regels(keuzes)
        self.filter = FilterModel(self.model, self)
        self.tabel = _Keuzetabel(self)
        self.tabel.setObjectName("punt_casussen")
        self.tabel.setAccessibleName("Casussen die op de agenda kunnen")
        self.tabel.setModel(self.filter)
        Keuzebehoud(self.tabel, self.filter)
        self.tabel.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.tabel.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tabel.setShowGrid(False)
        self.tabel.setTabKeyNavigation(False)
        self.tabel.setAlternatingRowColors(True)
        self.tabel.verticalHeader().setVisible(False)
        self.tabel.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + RASTER)
        kop = self.tabel.horizontalHeader()
        kop.setHighlightSections(False)
        kop.setSectionResizeMode(len(self.model.kolommen) - 1, QHeaderView.ResizeMode.Stretch)
        self.breedtes = Kolombreedtes(self.tabel)
        self.tabel.setMinimumSize(tekstbreedte(self, 80), tekstbreedte(self, 18))

    def _verbind(self) -> None:
        self.zoek_veld.textChanged.connect(self.filter.zet_zoektekst)
        self.filter.gefilterd_tot.connect(self._on_gefilterd)
        self.zoek_veld.zoeken_klaar.connect(self._on_zoeken_klaar)
        self.tabel.doubleClicked.connect(self._on_dubbelklik)
        self.tabel.geweigerd.connect(self._on_geweigerd)
        self.tabel.selectionModel().selectionChanged.connect(self._toon_knop)
        self.onderwerp.textChanged.connect(self._toon_knop)
        self._knoppen.accepted.connect(self.accept)
        self._knoppen.rejected.connect(self.reject)

    def keuze(self) -> PuntKeuze:
        """What is chosen now."""
        rijen = sorted(self.tabel.selectionModel().selectedRows(), key=_rij)
        regels = [index.data(REGELROL) for index in rijen]
        return PuntKeuze(tuple(regel.casus_id for regel in regels if regel.mag), self.onderwerp.text().strip())

    def _toon_knop(self) -> None:
        keuze = self.keuze()
        self.zet_knop.setEnabled(bool(keuze.casussen or keuze.onderwerp))
        # what cannot be chosen is explained until something is chosen that can, or that explanation is asked for
        self.waarom.setVisible(bool(self.waarom.tekst()) and not keuze.casussen)

    def _on_gefilterd(self) -> None:
        """Explain what can be seen: the first row that may not be chosen, of those that are left."""
        regels = (self.filter.index(rij, 0).data(REGELROL) for rij in range(self.filter.rowCount()))
        self.waarom.zet(next((regel.bezwaar for regel in regels if regel.bezwaar is not None), None), Icoon.SLOT)
        self._toon_knop()

    def _on_geweigerd(self, keuze: CasusKeuze) -> None:
        self.waarom.zet(keuze.bezwaar, Icoon.SLOT)
        self.waarom.setVisible(bool(self.waarom.tekst()))

    def _on_zoeken_klaar(self) -> None:
        for rij in range(self.filter.rowCount()):
            index = self.filter.index(rij, 0)
            if index.flags() & Qt.ItemFlag.ItemIsEnabled:
                kies_rij(self.tabel, index)
                self.tabel.setFocus()
                return

    def _on_dubbelklik(self) -> None:
        if self.zet_knop.isEnabled():
            self.accept()

    @classmethod
    def vraag(cls, keuzes: Sequence[CasusKeuze], *, ouder: QWidget) -> PuntKeuze | None:
        """What the user chose, or None."""
        dialoog = cls(keuzes, ouder)
        antwoord = dialoog.keuze() if dialoog.exec() == QDialog.DialogCode.Accepted else None
        dialoog.model.maak_leeg()
        verwijder(dialoog)
        return antwoord


def _rij(index: QModelIndex) -> int:
    return index.row()
