"""One table of the report at a time, with its bars and what has to be known to read it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from zvh_desktop.services.cijfers.gegevens import Cijferregel, Rapport
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.klembord import Klembord
from zvh_desktop.ui.pages.rapportage.regeltabel import Regeltabel
from zvh_desktop.ui.pages.rapportage.staafgrafiek import Staafgrafiek
from zvh_desktop.ui.uiterlijk.thema import RASTER, tekstbreedte
from zvh_desktop.ui.widgets.kaart import StilleTekst
from zvh_desktop.ui.widgets.rolvlak import Rolvlak
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld

_RIJEN = 12


def _naam(rij: Cijferregel) -> str:
    return rij.naam


def _nu(rij: Cijferregel) -> str:
    return rij.nu_tekst


def _toen(rij: Cijferregel) -> str:
    return rij.toen_tekst


def _verschil(rij: Cijferregel) -> str:
    return rij.verschil_tekst


class CijferBlad(QWidget):
    """The pick list says which table; arrows in it go through them all."""

    def __init__(self, klembord: Klembord, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("rapportage_cijfers")
        self._rapport: Rapport | None = None
        self.welke = Keuzeveld(self)
        self.welke.setObjectName("rapportage_welke")
        self.welke.setAccessibleName("Welke tabel")
        self.welke.setMinimumWidth(tekstbreedte(self, 50))
        self.uitleg = StilleTekst("", self)
        self.tabel: Regeltabel[Cijferregel] = Regeltabel(
            "rapportage_tabel",
            "Cijfers",
            (
                Kolom[Cijferregel]("wat", "Wat", _naam, breedte=52),
                Kolom[Cijferregel]("nu", "Dit tijdvak", _nu, breedte=18, rechts=True),
                Kolom[Cijferregel]("toen", "Een jaar eerder", _toen, breedte=18, rechts=True),
                Kolom[Cijferregel]("verschil", "Verschil", _verschil, breedte=12, rechts=True),
            ),
            klembord,
            self,
        )
        self.grafiek = Staafgrafiek(self)
        self.opmerkingen = StilleTekst("", self)
        keuzeregel = QHBoxLayout()
        keuzeregel.setSpacing(RASTER)
        label = QLabel("&Tabel", self)
        label.setBuddy(self.welke)
        keuzeregel.addWidget(label)
        keuzeregel.addWidget(self.welke)
        keuzeregel.addStretch(1)
        vlak = Rolvlak("Tabel en grafiek", self)
        vlak.inhoud.setContentsMargins(0, RASTER, RASTER, RASTER)
        for een in (self.uitleg, self.tabel, self.grafiek, self.opmerkingen):
            vlak.inhoud.addWidget(een)
        vlak.inhoud.addStretch(1)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RASTER, RASTER, RASTER, RASTER)
        indeling.setSpacing(RASTER)
        indeling.addLayout(keuzeregel)
        indeling.addWidget(vlak, 1)
        self._verbind()

    def _verbind(self) -> None:
        self.welke.currentIndexChanged.connect(self._on_tabel)

    def zet(self, rapport: Rapport) -> None:
        """Show this report; the table that was shown stays in view when it has that too."""
        eerder = self.welke.currentText()
        self._rapport = rapport
        self.welke.blockSignals(True)
        self.welke.clear()
        for tabel in rapport.tabellen:
            self.welke.addItem(tabel.titel)
        self.welke.setCurrentIndex(max(0, self.welke.findText(eerder)))
        self.welke.blockSignals(False)
        self.opmerkingen.setText("\n".join(f"• {zin}" for zin in rapport.opmerkingen))
        self._on_tabel()

    def _on_tabel(self) -> None:
        plaats = self.welke.currentIndex()
        if self._rapport is None or plaats < 0:
            return
        tabel = self._rapport.tabellen[plaats]
        self.uitleg.setText(tabel.uitleg)
        self.uitleg.setVisible(bool(tabel.uitleg))
        self.tabel.tabel.setAccessibleName(f"{tabel.titel}, {self._rapport.naam} naast {self._rapport.vorige}")
        self.tabel.zet_regels(tabel.rijen)
        hoog = self.tabel.tabel.verticalHeader().defaultSectionSize()
        self.tabel.setFixedHeight((min(len(tabel.rijen), _RIJEN) + 2) * hoog)
        self.grafiek.zet(tabel, self._rapport.naam, self._rapport.vorige)

    def maak_leeg(self) -> None:
        """Forget everything, at the lock."""
        self._rapport = None
        self.welke.clear()
        self.tabel.zet_regels(())
        self.grafiek.zet(None, "", "")
        self.opmerkingen.setText("")
