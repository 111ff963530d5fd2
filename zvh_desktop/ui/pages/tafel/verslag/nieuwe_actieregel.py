"""One line in which an actie is added at a point: what, by whom and by when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from zvh_desktop.models.keuzes import PartijId
from zvh_desktop.services.casus.acties import ActieInvoer
from zvh_desktop.services.tafel.verslag_gegevens import AanwezigeRegel
from zvh_desktop.ui.uiterlijk.thema import HALF
from zvh_desktop.ui.widgets.knoppen import knop
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld


class NieuweActieregel(QWidget):
    """Says what is to be added; what is typed stays until that was done."""

    toevoegen_gevraagd = Signal(object)
    """An ActieInvoer."""

    def __init__(self, ouder: QWidget) -> None:
        super().__init__(ouder)
        self.tekst = QLineEdit(self)
        self.tekst.setObjectName("actie_tekst")
        self.tekst.setAccessibleName("Nieuwe actie")
        self.tekst.setPlaceholderText("Nieuwe actie: wat moet er gebeuren")
        self.partij = Keuzeveld(self)
        self.partij.setObjectName("actie_partij")
        self.partij.setAccessibleName("Actie belegd bij")
        self.partij.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.partij.setMinimumContentsLength(8)
        self.termijn = Datumveld("Actie klaar op", self, mag_leeg=True)
        self.termijn.setObjectName("actie_termijn")
        self.knop = knop("actie_voeg_toe", "Voeg &toe", self)
        eerste, tweede = QHBoxLayout(), QHBoxLayout()
        eerste.setSpacing(HALF)
        eerste.addWidget(self.tekst, 1)
        eerste.addWidget(self.knop)
        tweede.setSpacing(HALF)
        tweede.addWidget(self.partij, 1)
        tweede.addWidget(self.termijn)
        regels = QVBoxLayout(self)
        regels.setContentsMargins(0, 0, 0, 0)
        regels.setSpacing(HALF)
        regels.addLayout(eerste)
        regels.addLayout(tweede)
        self.tekst.returnPressed.connect(self.voeg_toe)
        self.knop.clicked.connect(self.voeg_toe)

    def delen(self) -> tuple[QWidget, ...]:
        """What Tab walks through: the button after what has to be filled in."""
        return self.tekst, self.partij, self.termijn, self.knop

    def zet(self, partijen: Sequence[AanwezigeRegel], *, mag: bool) -> None:
        """By whom it can be done; the choice stays when it still can be made."""
        gekozen = self.partij.currentData()
        self.partij.clear()
        for partij in partijen:
            self.partij.addItem(partij.partij, partij.partij_id)
        self.partij.setCurrentIndex(max(0, self.partij.findData(gekozen)))
        for deel in self.delen():
            deel.setEnabled(mag and bool(partijen))

    def begin_opnieuw(self) -> None:
        """Another point: nothing is typed yet."""
        self.tekst.clear()
        self.termijn.zet_datum(None)

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self.tekst.clear()
        self.partij.clear()

    def toegevoegd(self) -> None:
        """It was added: the next one is typed in the same place."""
        self.tekst.clear()
        self.tekst.setFocus()

    def voeg_toe(self) -> None:
        """Take the line as a new actie."""
        partij, tekst = self.partij.currentData(), self.tekst.text().strip()
        if partij is None or not tekst:
            self.tekst.setFocus()
        elif not self.termijn.neem_aan():
            self.termijn.setFocus()
            self.termijn.toon_uitleg()
        else:
            self.toevoegen_gevraagd.emit(ActieInvoer(tekst, PartijId(partij), self.termijn.datum()))
