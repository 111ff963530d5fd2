"""Why casussen were closed: one reason of the house for each, so that the figures can say how they went."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import CasusId
from zvh_desktop.services.cijfers.gegevens import Sluitregel
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.pages.rapportage.regeltabel import Regeltabel
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER, RUIM, tekstbreedte
from zvh_desktop.ui.widgets.kaart import StilleTekst
from zvh_desktop.ui.widgets.knoppen import knop, zet_toestemming
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld


def _nummer(regel: Sluitregel) -> str:
    return regel.nummer


def _gesloten(regel: Sluitregel) -> object:
    return regel.gesloten_op


class RedenenBlad(QWidget):
    """Every closed casus, those without a reason first."""

    vastgelegd = Signal()

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("rapportage_redenen")
        self._diensten = diensten
        self._gereedschap = gereedschap
        self._redenen: Mapping[str, str] = diensten.cijfers.redenen()
        self.tabel: Regeltabel[Sluitregel] = Regeltabel(
            "rapportage_redenen_tabel",
            "Gesloten casussen",
            (
                Kolom[Sluitregel]("nummer", "Casus", _nummer, breedte=14),
                Kolom[Sluitregel]("gesloten", "Gesloten op", _gesloten, breedte=24),
                Kolom[Sluitregel]("reden", "Reden van afsluiten", self._reden, breedte=44),
            ),
            gereedschap.klembord,
            self,
        )
        self.keuze = Keuzeveld(self)
        self.keuze.setObjectName("rapportage_reden")
        self.keuze.setAccessibleName("Reden van afsluiten")
        self.keuze.setMinimumWidth(tekstbreedte(self, 40))
        self.keuze.addItem("nog geen reden", "")
        for sleutel, naam in self._redenen.items():
            self.keuze.addItem(naam, sleutel)
        self.vast_knop = knop("rapportage_reden_knop", "Leg vast", self, Icoon.VINK)
        rij = QHBoxLayout()
        rij.setSpacing(RASTER)
        label = QLabel("Reden van deze casus", self)
        label.setBuddy(self.keuze)
        for een in (label, self.keuze, self.vast_knop):
            rij.addWidget(een)
        rij.addStretch(1)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RASTER, RUIM, RASTER, RASTER)
        indeling.setSpacing(RASTER)
        indeling.addWidget(
            StilleTekst(
                "Kies bij elke gesloten casus de reden. Daaraan is te zien hoeveel casussen succesvol zijn afgerond. "
                "Leg dit vast voordat u een jaar uitgeeft.",
                self,
            )
        )
        indeling.addWidget(self.tabel, 1)
        indeling.addLayout(rij)
        self._verbind()

    def _verbind(self) -> None:
        self.vast_knop.clicked.connect(self.leg_vast)
        self.tabel.tabel.selectionModel().currentRowChanged.connect(self._on_rij)

    def _reden(self, regel: Sluitregel) -> str:
        return self._redenen.get(regel.reden, "nog geen reden")

    def zet(self, regels: Sequence[Sluitregel]) -> None:
        """Show these."""
        self.tabel.zet_regels(regels)
        self._on_rij()

    def _on_rij(self) -> None:
        regel = self.tabel.gekozen()
        self.keuze.setCurrentIndex(max(0, self.keuze.findData(regel.reden)) if regel is not None else 0)
        mag = self._diensten.mag(Recht.AFSCHALING_BIJHOUDEN)
        for een in (self.vast_knop,):
            zet_toestemming(een, mag, verder=regel is not None, reden="Kies eerst een casus.")
        self.keuze.setEnabled(mag.mag and regel is not None)

    def leg_vast(self) -> None:
        """Record the reason of the casus that was chosen."""
        regel = self.tabel.gekozen()
        if regel is None:
            return
        try:
            self._diensten.cijfers.zet_reden(CasusId(regel.casus_id), str(self.keuze.currentData()))
        except GebruikersFout as fout:
            self._gereedschap.melder.toon_fout(self, fout)
            return
        self.vastgelegd.emit()

    def maak_leeg(self) -> None:
        """Forget everything, at the lock."""
        self.tabel.zet_regels(())
