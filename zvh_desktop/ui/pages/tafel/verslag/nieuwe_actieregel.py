"""One line in which an actie is added at a point: what, by whom and by when.

All of it can be typed in the first field, as it is said at the table: 'politie: huisbezoek voor 1 dec'. How that was
understood is shown while it is typed; the fields beside it fill in what the line does not say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from zvh_desktop.models.keuzes import PartijId
from zvh_desktop.services.casus.acties import ActieInvoer
from zvh_desktop.services.tafel.verslag_gegevens import AanwezigeRegel
from zvh_desktop.services.tafel.voorzitter.actieregel import Actielezing, Actiepartij, lees_actieregel
from zvh_desktop.ui.teksten.datums import datum_voluit
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import HALF, Kleur
from zvh_desktop.ui.widgets.knoppen import knop
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld
from zvh_desktop.ui.widgets.velden.zinregel import Zinregel


class NieuweActieregel(QWidget):
    """Says what is to be added; what is typed stays until that was done."""

    toevoegen_gevraagd = Signal(object)
    """An ActieInvoer."""

    def __init__(self, klok: Callable[[], datetime], ouder: QWidget) -> None:
        super().__init__(ouder)
        self._klok = klok
        self._haal: Callable[[], Sequence[Actiepartij]] = tuple
        self._partijen: Sequence[Actiepartij] | None = None
        self.tekst = Zinregel(self)
        self.tekst.setObjectName("actie_tekst")
        self.tekst.setAccessibleName("Nieuwe actie")
        self.tekst.setPlaceholderText("Nieuwe actie, bijvoorbeeld: politie: huisbezoek voor 1 dec")
        self.partij = Keuzeveld(self)
        self.partij.setObjectName("actie_partij")
        self.partij.setAccessibleName("Actie belegd bij")
        self.partij.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.partij.setMinimumContentsLength(8)
        self.termijn = Datumveld("Actie klaar op", self, mag_leeg=True, klok=klok)
        self.termijn.setObjectName("actie_termijn")
        self.knop = knop("actie_voeg_toe", "Voeg &toe", self)
        self.begrepen = Statuslabel(Icoon.INFO, "", self)
        self.begrepen.setObjectName("actie_begrepen")
        self.begrepen.laat_afbreken()
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
        regels.addWidget(self.begrepen)
        regels.addLayout(tweede)
        self.tekst.textChanged.connect(self._on_getypt)
        self.partij.currentIndexChanged.connect(self._on_getypt)
        self.tekst.returnPressed.connect(self.voeg_toe)
        self.knop.clicked.connect(self.voeg_toe)

    def delen(self) -> tuple[QWidget, ...]:
        """What Tab walks through: the button after what has to be filled in."""
        return self.tekst, self.partij, self.termijn, self.knop

    def zet(self, partijen: Sequence[AanwezigeRegel], haal: Callable[[], Sequence[Actiepartij]], *, mag: bool) -> None:
        """By whom it can be done; the choice stays when it still can be made.

        ``haal`` reads who can be typed, also those that can have no actie here; it is asked at the first colon.
        """
        self._haal, self._partijen = haal, None
        gekozen = self.partij.currentData()
        self.partij.clear()
        for partij in partijen:
            self.partij.addItem(partij.partij, partij.partij_id)
        self.partij.setCurrentIndex(max(0, self.partij.findData(gekozen)))
        for deel in self.delen():
            deel.setEnabled(mag and bool(partijen))
        self._on_getypt()

    def begin_opnieuw(self) -> None:
        """Another point: nothing is typed yet."""
        self.tekst.clear()
        self.termijn.zet_datum(None)

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self._haal, self._partijen = tuple, None
        self.tekst.clear()
        self.partij.clear()

    def toegevoegd(self) -> None:
        """It was added: the next one is typed in the same place."""
        self.tekst.clear()
        self.tekst.setFocus()

    def voeg_toe(self) -> None:
        """Take the line as a new actie."""
        lezing = self._lees()
        partij = lezing.partij_id if lezing.partij_id is not None else self.partij.currentData()
        if partij is None or not lezing.omschrijving or lezing.bezwaar:
            self.tekst.setFocus()
        elif lezing.termijn is None and not self.termijn.neem_aan():
            self.termijn.setFocus()
            self.termijn.toon_uitleg()
        else:
            termijn = lezing.termijn or self.termijn.datum()
            self.toevoegen_gevraagd.emit(ActieInvoer(lezing.omschrijving, PartijId(partij), termijn))

    def _lees(self) -> Actielezing:
        tekst = self.tekst.text()
        if self._partijen is None and ":" in tekst:
            self._partijen = self._haal()
        return lees_actieregel(tekst, self._partijen or (), self._klok().date())

    def _on_getypt(self) -> None:
        """Say how the line is understood, where it says more than what has to be done."""
        lezing = self._lees()
        if lezing.bezwaar:
            self.begrepen.zet(Icoon.FOUT, lezing.bezwaar, kleur=Kleur.FOUT)
        elif lezing.omschrijving and (lezing.partij_id is not None or lezing.termijn is not None):
            wie = lezing.partij or self.partij.currentText()
            wanneer = datum_voluit(lezing.termijn) if lezing.termijn is not None else "geen datum"
            self.begrepen.zet(Icoon.VINK, f"{wie} - {lezing.omschrijving} - {wanneer}", kleur=Kleur.GOED)
        else:
            self.begrepen.zet(Icoon.INFO, "")
        self.begrepen.setVisible(bool(self.begrepen.tekst()))
