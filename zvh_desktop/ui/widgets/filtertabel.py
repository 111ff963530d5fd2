"""A list as every page has it: search, a filter per column, sorting, choice and width of columns, copying.

Which columns are shown and how wide they are is remembered per user of this computer; what was typed as a
filter is not, since that can be a name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from zvh_desktop.models.tekst.naamvormen import Gezocht
from zvh_desktop.ui.instellingen import Instellingen
from zvh_desktop.ui.item_models.filtermodel import FilterModel
from zvh_desktop.ui.item_models.regelmodel import REGELROL, Kolom, OpVolgorde, RegelModel
from zvh_desktop.ui.klembord import Klembord, Rijen
from zvh_desktop.ui.toetsenbord.rijkeuze import kies_rij
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.letters import letterlijk
from zvh_desktop.ui.uiterlijk.thema import RASTER, Kleur, kleur_tekst, tekstbreedte
from zvh_desktop.ui.widgets.kolombreedtes import Kolombreedtes
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.regelhoogte import Zichtstapel
from zvh_desktop.ui.widgets.tabellen.keuzebehoud import Keuzebehoud
from zvh_desktop.ui.widgets.tabellen.knoppenrij import Knoppenrij
from zvh_desktop.ui.widgets.tabellen.rijentabel import Rijentabel, kopieeractie, rijnummer, zet_rijgedrag
from zvh_desktop.ui.widgets.tabellen.tabelkopie import als_html, als_tekst

RegelT = TypeVar("RegelT")
_LEESBAAR = 18
"""Characters of a longer text that a column shows at least."""


class FilterTabel(QWidget, Generic[RegelT]):
    """A RegelModel behind a FilterModel in a QTableView, with everything around it."""

    regel_geopend = Signal(object)
    regel_gekozen = Signal(object)

    def __init__(
        self,
        sleutel: str,
        naam: str,
        kolommen: Sequence[Kolom[RegelT]],
        *,
        leeg: LegeStaat,
        instellingen: Instellingen,
        klembord: Klembord,
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(ouder)
        self.setObjectName(f"{sleutel}_filtertabel")
        self._sleutel = sleutel
        self._instellingen = instellingen
        self._klembord = klembord
        self._herstellen = True
        self._straks: RegelT | None = None
        self.casus_van: Callable[[RegelT], str] = lambda _regel: ""  # the number of the casus that a row is about
        self.model = RegelModel(kolommen, ouder=self, koppen_links=True)
        self.filter = FilterModel(self.model, self)
        self.leeg = leeg
        self._bouw(naam)
        self._verbind()
        self._herstel_kolommen()
        self._herstellen = False
        self._toon_stand()

    # --- building ---------------------------------------------------------------------------------

    def _bouw(self, naam: str) -> None:
        self.zoek_veld = Invoerregel(self)
        self.zoek_veld.setObjectName(f"{self._sleutel}_zoek_veld")
        self.zoek_veld.setAccessibleName(f"Zoek in {naam}")
        self.zoek_veld.setPlaceholderText(f"Zoek in {naam}")
        self.zoek_veld.setClearButtonEnabled(True)
        self.zoek_veld.setMinimumWidth(tekstbreedte(self, 24))
        self.knoppenrij = Knoppenrij(self, self.zoek_veld)
        self.filter_knop = self.knoppenrij.maak(
            f"{self._sleutel}_filter_knop", Icoon.FILTER, "Filter per kolom", f"Een filter per kolom tonen in {naam}"
        )
        self.filter_knop.setCheckable(True)
        self.kolom_knop = self.knoppenrij.maak(
            f"{self._sleutel}_kolom_knop", Icoon.KOLOMMEN, "Kolommen", f"Kolommen kiezen van {naam}"
        )
        self.kolom_knop.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.kolom_menu = QMenu(self)
        self.kolom_knop.setMenu(self.kolom_menu)
        self.telling = QLabel(self)
        kleur_tekst(self.telling, Kleur.STIL)
        self.knoppenrij.addWidget(self.telling)
        self._filterregel = QWidget(self)
        self._filterregel.setVisible(False)
        filters = QHBoxLayout(self._filterregel)
        filters.setContentsMargins(0, 0, 0, 0)
        self.kolomvelden: dict[str, QLineEdit] = {}
        for kolom in self.model.kolommen:
            veld = Invoerregel(self._filterregel)
            veld.setObjectName(f"{self._sleutel}_filter_{kolom.sleutel}")
            veld.setAccessibleName(f"Filter op {kolom.kop} in {naam}")
            veld.setPlaceholderText(kolom.kop)
            veld.setClearButtonEnabled(True)
            self.kolomvelden[kolom.sleutel] = veld
            filters.addWidget(veld)
        self._bouw_tabel(naam)
        vlak = QWidget(self)
        self._stapel = Zichtstapel(vlak)
        self._stapel.addWidget(self.tabel)
        self._stapel.addWidget(self.leeg)
        self._indeling = indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RASTER)
        indeling.addLayout(self.knoppenrij)
        indeling.addWidget(self._filterregel)
        indeling.addWidget(vlak, 1)

    def _bouw_tabel(self, naam: str) -> None:
        self.tabel = Rijentabel(self)
        self.tabel.setObjectName(f"{self._sleutel}_tabel")
        self.tabel.setAccessibleName(naam)
        self.tabel.setModel(self.filter)
        self.keuze = Keuzebehoud(self.tabel, self.filter)
        self.tabel.setSortingEnabled(True)
        zet_rijgedrag(self.tabel)
        kop = self.tabel.horizontalHeader()
        kop.setSectionsMovable(True)
        kop.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tabel.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        kopie = QKeySequence(QKeySequence.StandardKey.Copy)
        self.kopieer_actie = kopieeractie(self.tabel, f"{self._sleutel}_kopieer_actie", "Kopiëren als tekst", kopie)
        self.kopieer_tabel_actie = kopieeractie(
            self.tabel, f"{self._sleutel}_kopieer_tabel_actie", "Kopiëren als tabel", QKeySequence("Ctrl+Shift+C")
        )
        self._pas_maten_aan()

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        self.knoppenrij.pas_aan()

    def _pas_maten_aan(self) -> None:
        maat = self.tabel.fontMetrics()
        self.tabel.verticalHeader().setDefaultSectionSize(maat.height() + RASTER)
        self.tabel.setIconSize(QSize(maat.height(), maat.height()))

    def _verbind(self) -> None:
        self.zoek_veld.textChanged.connect(self._on_zoektekst_gewijzigd)
        self.zoek_veld.returnPressed.connect(self.naar_tabel)
        self.filter_knop.toggled.connect(self._on_filter_getoond)
        for veld in self.kolomvelden.values():
            veld.textChanged.connect(self._on_kolomfilter_gewijzigd)
        self.kolom_menu.aboutToShow.connect(self._on_kolommenu_gevraagd)
        self.kolom_menu.triggered.connect(self._on_kolom_gekozen)
        self.tabel.rij_geopend.connect(self._on_rij_geopend)
        self.tabel.doubleClicked.connect(self._on_rij_geopend)
        self.tabel.selectionModel().currentRowChanged.connect(self._on_rij_gekozen)
        self.keuze.verloren.connect(self._on_keuze_verloren)
        self.filter.gefilterd_tot.connect(self._on_gefilterd)
        self.filter.sorteren_begonnen.connect(self._toon_stand)
        kop = self.tabel.horizontalHeader()
        kop.customContextMenuRequested.connect(self._on_kopmenu_gevraagd)
        kop.sectionMoved.connect(self._on_kolommen_gewijzigd)
        kop.sortIndicatorChanged.connect(self._on_kolommen_gewijzigd)
        self.kopieer_actie.triggered.connect(self.kopieer_tekst)
        self.kopieer_tabel_actie.triggered.connect(self.kopieer_tabel)

    # --- contents ---------------------------------------------------------------------------------

    def op_volgorde(self, regels: Sequence[RegelT]) -> OpVolgorde[RegelT]:
        """These rows in the order of now, for ``zet_regels``; for a worker thread. For a filter they are folded too."""
        gesorteerd = self.model.op_volgorde(regels)
        if not self.filter.gefilterd():
            return gesorteerd
        return replace(gesorteerd, index=self.filter.nieuwe_index(gesorteerd.regels))

    def zet_regels(self, regels: Sequence[RegelT] | OpVolgorde[RegelT]) -> None:
        """Show these rows; the cursor goes to what was added, or stays where it was."""
        gekozen = self._straks or self.gekozen()
        if isinstance(regels, OpVolgorde):
            self.filter.neem_index(regels.index)
        self.model.zet_regels(regels)
        plek = self.model.plek_na_lezen(gekozen)
        # a long list that is filtered shows its rows a moment later
        self._straks = self.model.regels[plek] if plek >= 0 and self.filter.bezig() else None
        self.kies(plek)
        self._toon_stand()
        self.tabel.kies_iets()

    def maak_leeg(self) -> None:
        """Forget rows and filters, at the lock."""
        self._straks = None
        self.model.maak_leeg()
        self.wis_filters()
        self.filter.maak_leeg()
        self._toon_stand()

    def wis_filters(self) -> None:
        """Show every row again."""
        self.zoek_veld.clear()
        for veld in self.kolomvelden.values():
            veld.clear()
        self.filter.wis_filters()

    def gekozen(self) -> RegelT | None:
        """The current row, or None."""
        index = self.tabel.currentIndex()
        regel: RegelT | None = index.data(REGELROL) if index.isValid() else None
        return regel

    def alle_gekozen(self) -> tuple[RegelT, ...]:
        """Every selected row, from top to bottom."""
        rijen = sorted(self.tabel.selectionModel().selectedRows(), key=rijnummer)
        return tuple(index.data(REGELROL) for index in rijen)

    def kies(self, rij: int) -> None:
        """Make this row of the unfiltered list the current one."""
        index = self.filter.index(self.filter.rij_van(rij), 0) if rij >= 0 else QModelIndex()
        if index.isValid():
            kies_rij(self.tabel, index)
            self.tabel.scrollTo(index)

    def naar_tabel(self) -> None:
        """Put the keyboard in the table, on a row."""
        self.tabel.setFocus()

    def zet_eronder(self, deel: QWidget) -> None:
        """Put something below the list."""
        self._indeling.addWidget(deel)

    def getoonde_kolommen(self) -> tuple[Kolom[RegelT], ...]:
        """The columns in view, from left to right."""
        return tuple(self.model.kolommen[nummer] for nummer in self._kolomnummers())

    def getoonde_regels(self) -> tuple[RegelT, ...]:
        """The rows that the filters leave, from top to bottom."""
        return tuple(self.filter.index(rij, 0).data(REGELROL) for rij in range(self.filter.rowCount()))

    # --- copying ----------------------------------------------------------------------------------

    def _kolomnummers(self) -> list[int]:
        kop = self.tabel.horizontalHeader()
        volgorde = (kop.logicalIndex(plaats) for plaats in range(kop.count()))
        return [nummer for nummer in volgorde if not self.tabel.isColumnHidden(nummer)]

    def _kopieer(self, vorm: Callable[[Rijen], tuple[str, str]]) -> None:
        rijen = sorted({index.row() for index in self.tabel.selectionModel().selectedRows()})
        if not rijen:
            rijen = list(range(self.filter.rowCount()))
        over = ("", *(self.casus_van(self.filter.index(rij, 0).data(REGELROL)) for rij in rijen))
        self._klembord.zet_rijen(self._cellen(rijen), over, vorm, self)

    def _cellen(self, rijen: Sequence[int]) -> Rijen:
        kolommen = self._kolomnummers()
        koppen = tuple(self.model.kolommen[nummer].kop for nummer in kolommen)
        return (
            koppen,
            *(tuple(str(self.filter.index(rij, nummer).data() or "") for nummer in kolommen) for rij in rijen),
        )

    def kopieer_tekst(self) -> None:
        """Copy the chosen rows as lines, with tabs between the columns."""
        self._kopieer(_alleen_tekst)

    def kopieer_tabel(self) -> None:
        """Copy the chosen rows as a table for a word processor or spreadsheet."""
        self._kopieer(_ook_tabel)

    # --- columns ----------------------------------------------------------------------------------

    def _herstel_kolommen(self) -> None:
        kop = self.tabel.horizontalHeader()
        bewaard = self._instellingen.lees_bytes(self._instelsleutel())
        if bewaard.isEmpty() or not kop.restoreState(bewaard) or kop.count() != len(self.model.kolommen):
            for nummer, kolom in enumerate(self.model.kolommen):
                kop.setSectionHidden(nummer, not kolom.zichtbaar)
        self.breedtes = Kolombreedtes(
            self.tabel,
            [kolom.sleutel for kolom in self.model.kolommen],
            instellingen=self._instellingen,
            sleutel=self._sleutel,
            minstens={nummer: min(kolom.breedte, _LEESBAAR) for nummer, kolom in enumerate(self.model.kolommen)},
        )

    def _instelsleutel(self) -> str:
        kolommen = "-".join(kolom.sleutel for kolom in self.model.kolommen)
        return f"tabellen/{self._sleutel}/{kolommen}"

    def zet_kolom_zichtbaar(self, nummer: int, zichtbaar: bool) -> None:
        """Show or hide a column; the last visible one stays."""
        kop = self.tabel.horizontalHeader()
        if not zichtbaar and kop.count() - kop.hiddenSectionCount() <= 1:
            return
        kop.setSectionHidden(nummer, not zichtbaar)
        self.breedtes.pas()
        self._on_kolommen_gewijzigd()

    def zet_kolommen(self, nummers: Sequence[int]) -> None:
        """Show these columns and no others, in this order."""
        kop = self.tabel.horizontalHeader()
        for plek, nummer in enumerate(nummers):
            kop.moveSection(kop.visualIndex(nummer), plek)
        for nummer in range(kop.count()):
            kop.setSectionHidden(nummer, nummer not in nummers)
        self.breedtes.pas()
        self._on_kolommen_gewijzigd()

    # --- slots ------------------------------------------------------------------------------------

    def _on_zoektekst_gewijzigd(self, tekst: str) -> None:
        self.filter.zet_zoektekst(tekst)
        self._toon_stand()

    def _on_kolomfilter_gewijzigd(self) -> None:
        self.filter.zet_kolomfilters(dict(enumerate(Gezocht(veld.text()) for veld in self.kolomvelden.values())))
        self._toon_stand()

    def _on_gefilterd(self) -> None:
        straks, self._straks = self._straks, None
        if straks is not None:
            self.kies(self.model.rijnummer(straks.__eq__))
        self._toon_stand()
        self.tabel.kies_iets()

    def _on_filter_getoond(self, aan: bool) -> None:
        self._filterregel.setVisible(aan)
        if aan:
            next(iter(self.kolomvelden.values())).setFocus()
            return
        for veld in self.kolomvelden.values():
            veld.clear()

    def _on_kolommenu_gevraagd(self) -> None:
        self.kolom_menu.clear()
        for nummer, kolom in enumerate(self.model.kolommen):
            actie = self.kolom_menu.addAction(letterlijk(kolom.kop))
            actie.setCheckable(True)
            actie.setChecked(not self.tabel.isColumnHidden(nummer))
            actie.setData(nummer)

    def _on_kolom_gekozen(self, actie: QAction) -> None:
        self.zet_kolom_zichtbaar(int(actie.data()), actie.isChecked())

    def _on_kopmenu_gevraagd(self, plaats: QPoint) -> None:
        self._on_kolommenu_gevraagd()
        self.kolom_menu.popup(self.tabel.horizontalHeader().mapToGlobal(plaats))

    def _on_kolommen_gewijzigd(self) -> None:
        if not self._herstellen:
            self._instellingen.zet_bytes(self._instelsleutel(), self.tabel.horizontalHeader().saveState())

    def _on_rij_geopend(self, index: QModelIndex) -> None:
        self.regel_geopend.emit(index.data(REGELROL))

    def _on_rij_gekozen(self, index: QModelIndex) -> None:
        if not self.keuze.herstelt():  # the same row, at another place
            self.regel_gekozen.emit(index.data(REGELROL) if index.isValid() else None)

    def _on_keuze_verloren(self) -> None:
        self.regel_gekozen.emit(self.gekozen())

    def _toon_stand(self) -> None:
        alle, nu = self.model.rowCount(), self.filter.rowCount()
        self._stapel.setCurrentWidget(self.tabel if alle else self.leeg)
        if not alle:
            self.telling.setText("")
        elif self.filter.bezig():
            self.telling.setText("sorteert..." if self.filter.sorteert() else "zoekt...")
        elif nu == alle:
            self.telling.setText("1 regel" if alle == 1 else f"{alle} regels")
        else:
            self.telling.setText(f"{nu} van {alle} regels")

    def changeEvent(self, gebeurtenis: QEvent) -> None:
        super().changeEvent(gebeurtenis)
        if gebeurtenis.type() is QEvent.Type.FontChange:
            self._pas_maten_aan()
            self.knoppenrij.meet()
            self.knoppenrij.pas_aan()


def _alleen_tekst(rijen: Rijen) -> tuple[str, str]:
    return als_tekst(rijen), ""


def _ook_tabel(rijen: Rijen) -> tuple[str, str]:
    return als_tekst(rijen), als_html(rijen)
