"""The lower half of Voorbereiden: everything of the selected agendapunt, saved while typing."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from zvh_desktop.models.keuzes import AgendapuntId, PartijId
from zvh_desktop.services.tafel.agenda_gegevens import MINUTEN_MAX, AgendaBeeld, PuntInvoer, PuntRegel
from zvh_desktop.ui.pages.tafel.agenda.bijdragetabel import Bijdragetabel
from zvh_desktop.ui.pages.tafel.matrix.deelnamemodel import (
    KOL_PARTIJ,
    KOL_STAND,
    DeelnameModel,
)
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, RUIM, tekstbreedte
from zvh_desktop.ui.widgets.eigenaar import toont_van
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop
from zvh_desktop.ui.widgets.kolombreedtes import Kolombreedtes
from zvh_desktop.ui.widgets.noten.notenstrook import Notenstrook
from zvh_desktop.ui.widgets.oordeelvraagknop import Oordeelvraagknop
from zvh_desktop.ui.widgets.velden.keuzeveld import Getalveld, Keuzeveld
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld, zet_vast
from zvh_desktop.ui.widgets.velden.zinregel import Zinregel

_REGELS = 9
"""So many lines of a point stay in view, however little room there is."""


class Puntpaneel(QWidget):
    """Emits what has to be saved; the page does the saving and shows the point again."""

    punt_getypt = Signal(int, object, str)
    """AgendapuntId, PuntInvoer, name of the field."""
    bijdragen_gevraagd = Signal(int, object, str)
    """AgendapuntId, PartijIds, text for all of them."""
    partij_gekozen = Signal(int)
    oordelen_gevraagd = Signal(object)
    """PartijIds: those chosen, or all that were never judged."""

    def __init__(self, beoordelaar: str, ouder: QWidget | None = None) -> None:
        """``beoordelaar`` is whom an oordeel is asked of, in the words of the house."""
        super().__init__(ouder)
        self._beoordelaar = beoordelaar
        self.setObjectName("puntpaneel")
        self._punt: PuntRegel | None = None
        self._laden = False
        self._bouw()
        self._verbind()
        self.zet(None, None)

    def _bouw(self) -> None:
        self.kop = Kop("", self, factor=1.1)
        self.kop.setWordWrap(False)
        self.kop.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.onder_kop = StilleTekst("", self)
        self.splitser = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitser.addWidget(self._bouw_velden())
        self.splitser.addWidget(self._bouw_tabel())
        self.splitser.setStretchFactor(0, 2)
        self.splitser.setStretchFactor(1, 3)
        self.splitser.setSizes([tekstbreedte(self, 52), tekstbreedte(self, 100)])
        self.splitser.setChildrenCollapsible(False)
        gevuld = QWidget(self)
        boven = QHBoxLayout()
        boven.setSpacing(RUIM)
        boven.addWidget(self.kop, 0)
        boven.addWidget(self.onder_kop, 1, Qt.AlignmentFlag.AlignBottom)
        self.alle_knop = gereedschapsknop(
            "bijdrage_voor_alle", Icoon.PARTIJEN, "Bijdrage voor alle",
            "Wat bij de gekozen partij wordt gevraagd ook vragen aan de andere gekozen partijen, of aan iedereen aan "
            "wie nog niets is gevraagd (Ctrl+Enter)", self,
        )  # fmt: skip
        self.vraag_knop = Oordeelvraagknop("punt_oordeel_vragen", self._beoordelaar, self)
        boven.addWidget(self.alle_knop, 0, Qt.AlignmentFlag.AlignBottom)
        boven.addWidget(self.vraag_knop, 0, Qt.AlignmentFlag.AlignBottom)
        vol = QVBoxLayout(gevuld)
        vol.setContentsMargins(0, 0, 0, 0)
        vol.setSpacing(HALF)
        vol.addLayout(boven)
        self.noten = Notenstrook(self)
        vol.addWidget(self.noten)
        vol.addWidget(self.splitser, 1)
        self.splitser.setMinimumHeight(self.fontMetrics().lineSpacing() * _REGELS)
        self._leeg = StilleTekst("Kies hierboven een punt. Hier staat dan waar het over gaat en wie erbij is.", self)
        self._leeg.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stapel = QStackedLayout(self)
        self._stapel.addWidget(gevuld)
        self._stapel.addWidget(self._leeg)
        self._gevuld = gevuld

    def _bouw_velden(self) -> QWidget:
        self.doel = Tekstveld("Doel", self, regels=2)
        self.doel.setObjectName("punt_doel")
        self.besluit = Keuzeveld(self)
        self.besluit.setObjectName("punt_besluit")
        self.besluit.setAccessibleName("Type besluit")
        self.besluit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.besluit.setMinimumContentsLength(14)
        self.themas = Tekstveld("Thema's", self, regels=2)
        self.themas.setObjectName("punt_themas")
        self.onderwerp = Zinregel(self)
        self.onderwerp.setObjectName("punt_onderwerp")
        self.onderwerp.setAccessibleName("Onderwerp")
        self.minuten = Getalveld(self)
        self.minuten.setObjectName("punt_minuten")
        self.minuten.setAccessibleName("Minuten")
        self.minuten.setRange(1, MINUTEN_MAX)
        self.minuten.setSingleStep(5)
        self.minuten.setSuffix(" minuten")
        self.minuten.setKeyboardTracking(False)
        self.minuten.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        vlak = QWidget(self)
        self._velden = QFormLayout(vlak)
        self._velden.setContentsMargins(0, 0, RASTER, 0)
        self._velden.setHorizontalSpacing(RASTER)
        self._velden.setVerticalSpacing(RASTER)
        self._velden.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._velden.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, veld in (
            ("On&derwerp", self.onderwerp),
            ("D&oel", self.doel),
            ("T&ype besluit", self.besluit),
            ("T&hema's", self.themas),
            ("&Minuten", self.minuten),
        ):
            self._velden.addRow(label, veld)
        links = QScrollArea(self)
        links.setWidget(vlak)
        links.setWidgetResizable(True)
        links.setFrameShape(QFrame.Shape.NoFrame)
        links.setMinimumWidth(tekstbreedte(self, 34))
        links.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return links

    def _bouw_tabel(self) -> QWidget:
        self.model = DeelnameModel(self)
        self.tabel = Bijdragetabel(self.model, self)
        kop = self.tabel.horizontalHeader()
        kop.setStretchLastSection(True)
        kop.setHighlightSections(False)
        self.breedtes = Kolombreedtes(self.tabel, minstens={KOL_PARTIJ: 20, KOL_STAND: 18})
        return self.tabel

    def _verbind(self) -> None:
        self.doel.tekst_bewaren.connect(self._on_doel_getypt)
        self.themas.tekst_bewaren.connect(self._on_themas_getypt)
        self.onderwerp.editingFinished.connect(self._on_onderwerp_getypt)
        self.besluit.activated.connect(self._on_besluit_gekozen)
        self.minuten.valueChanged.connect(self._on_minuten_gekozen)
        self.model.bijdrage_getypt.connect(self._on_bijdrage_getypt)
        self.model.bijdragen_gevraagd.connect(self._on_bijdragen_gevraagd)
        self.alle_knop.clicked.connect(self.tabel.vul_in)
        self.tabel.selectionModel().currentRowChanged.connect(self._on_partij_gekozen)
        self.vraag_knop.gekozen_gevraagd.connect(self._on_oordeel_gekozen_gevraagd)
        self.vraag_knop.alle_gevraagd.connect(self._on_oordeel_alle_gevraagd)

    # --- showing ----------------------------------------------------------------------------------

    def zet(self, beeld: AgendaBeeld | None, punt: PuntRegel | None, *, alle: bool = False) -> None:
        """Show this point; what is being typed in it stays when it is still the same point."""
        ander = punt is None or self._punt is None or punt.id != self._punt.id
        if beeld is not None and punt is not None and punt.uitgeleend:
            beeld = replace(beeld, te_wijzigen=False)
        self._punt = punt
        self._laden = True
        toont_van(self, punt.id if punt is not None else None)
        self.model.zet(beeld, punt, alle=alle)
        if beeld is None or punt is None:
            self._wis_velden()
            self._stapel.setCurrentWidget(self._leeg)
        else:
            self._vul(beeld, punt, ander=ander)
            self._stapel.setCurrentWidget(self._gevuld)
        self._laden = False

    def _vul(self, beeld: AgendaBeeld, punt: PuntRegel, *, ander: bool) -> None:
        is_casus = punt.casus_id is not None
        if is_casus:
            self.kop.setText(f"Casus {punt.casusnummer}")
            van = " - ".join(deel for deel in (punt.aanpak, ", ".join(punt.betrokkenen)) if deel)
            self.onder_kop.setText("\n".join(deel for deel in (van, punt.uitgeleend) if deel))
        else:
            self.kop.setText(f"Punt {punt.nummer}")
            self.onder_kop.setText("Dit onderwerp is van het huis zelf: er zitten geen partijen bij.")
        for veld in (self.doel, self.besluit, self.themas):
            self._velden.setRowVisible(veld, is_casus)
        self._velden.setRowVisible(self.onderwerp, not is_casus)
        self.tabel.setVisible(is_casus)
        self.alle_knop.setVisible(is_casus and beeld.te_wijzigen)
        for tekstveld, tekst in ((self.doel, punt.doel), (self.themas, punt.themas)):
            if ander or (tekstveld.toPlainText() != tekst and not tekstveld.gewijzigd()):
                tekstveld.laad(tekst)
            tekstveld.setReadOnly(not beeld.te_wijzigen)
        if ander or not self.onderwerp.isModified():
            self.onderwerp.setText(punt.onderwerp if not is_casus else "")
        zet_vast(self.onderwerp, not beeld.te_wijzigen)
        keuzes = [("", "Nog kiezen"), *((keuze.sleutel, keuze.naam) for keuze in beeld.besluiten)]
        if [(self.besluit.itemData(nr), self.besluit.itemText(nr)) for nr in range(self.besluit.count())] != keuzes:
            self.besluit.clear()
            for sleutel, naam in keuzes:
                self.besluit.addItem(naam, sleutel)
        self.besluit.setCurrentIndex(max(0, self.besluit.findData(punt.besluit_type)))
        self.besluit.setToolTip(self.besluit.currentText())
        self.besluit.setEnabled(beeld.te_wijzigen)
        self.minuten.setValue(punt.minuten)
        self.minuten.setEnabled(beeld.te_wijzigen)

    def _wis_velden(self) -> None:
        self.kop.setText("")
        self.onder_kop.setText("")
        self.doel.maak_leeg()
        self.themas.maak_leeg()
        self.onderwerp.clear()

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self.zet(None, None)
        self.noten.zet_noten(())
        self.besluit.clear()

    def kies_partij(self, partij_id: PartijId | None) -> None:
        """Follow the column of the matrix."""
        rij = self.model.rij_van(partij_id) if partij_id is not None else -1
        self._laden = True
        if rij >= 0:
            self.tabel.setCurrentIndex(self.model.index(rij, KOL_PARTIJ))
        else:
            self.tabel.setCurrentIndex(QModelIndex())
        self._laden = False

    def bewaar_nu(self) -> None:
        """Hand over whatever is still being typed, the open cell included."""
        bezig = QApplication.focusWidget()
        if isinstance(bezig, QLineEdit) and self.tabel.isAncestorOf(bezig):
            self.tabel.commitData(bezig)
        self.doel.bewaar_nu()
        self.themas.bewaar_nu()
        self._on_onderwerp_getypt()
        self.minuten.interpretText()

    def nog_niet_bewaard(self) -> None:
        """The page could not save: hand the texts over again at the next occasion."""
        self.doel.nog_niet_bewaard()
        self.themas.nog_niet_bewaard()

    def naar_velden(self, bij_partij: bool = False) -> None:
        """Put the keyboard in the first field, or where is typed what is asked of the partij that was chosen."""
        if bij_partij and self.tabel.isVisible() and self.tabel.currentIndex().isValid():
            self.tabel.setFocus()
            return
        (self.doel if self._punt is not None and self._punt.casus_id is not None else self.onderwerp).setFocus()

    def punt_id(self) -> AgendapuntId | None:
        """The point that is shown."""
        return self._punt.id if self._punt is not None else None

    # --- slots ------------------------------------------------------------------------------------

    def _stuur(self, veld: str) -> None:
        if self._punt is None or self._laden:
            return
        invoer = PuntInvoer(
            minuten=self.minuten.value(),
            onderwerp=self.onderwerp.text() if self._punt.casus_id is None else "",
            doel=self.doel.toPlainText(),
            besluit_type=str(self.besluit.currentData() or ""),
            themas=self.themas.toPlainText(),
        )
        self.punt_getypt.emit(self._punt.id, invoer, veld)

    def _on_doel_getypt(self) -> None:
        self._stuur("doel")

    def _on_themas_getypt(self) -> None:
        self._stuur("themas")

    def _on_onderwerp_getypt(self) -> None:
        if self.onderwerp.isModified() and self._punt is not None and self._punt.casus_id is None:
            self.onderwerp.setModified(False)
            self._stuur("onderwerp")

    def _on_besluit_gekozen(self) -> None:
        self._stuur("besluit")

    def _on_minuten_gekozen(self) -> None:
        self._stuur("minuten")

    def _on_bijdrage_getypt(self, partij_id: int, tekst: str) -> None:
        self._on_bijdragen_gevraagd((PartijId(partij_id),), tekst)

    def _on_bijdragen_gevraagd(self, partijen: tuple[PartijId, ...], tekst: str) -> None:
        if self._punt is not None:
            self.bijdragen_gevraagd.emit(self._punt.id, partijen, tekst)

    def gekozen_partijen(self) -> tuple[PartijId, ...]:
        """The partijen of the chosen rows, from top to bottom."""
        rijen = sorted({index.row() for index in self.tabel.selectionModel().selectedRows()})
        return tuple(partij for rij in rijen if (partij := self.model.partij(rij)) is not None)

    def _on_oordeel_gekozen_gevraagd(self) -> None:
        self.oordelen_gevraagd.emit(self.gekozen_partijen())

    def _on_oordeel_alle_gevraagd(self) -> None:
        self.oordelen_gevraagd.emit(self.model.te_beoordelen())

    def _on_partij_gekozen(self, index: QModelIndex) -> None:
        partij = self.model.partij(index.row()) if index.isValid() else None
        if partij is not None and not self._laden:
            self.partij_gekozen.emit(partij)
