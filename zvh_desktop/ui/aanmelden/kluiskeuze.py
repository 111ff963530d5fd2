"""Which house: those that were opened before on this computer, another folder, or one on a server."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from zvh_desktop.ui.uiterlijk.doelen import Drukknop
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld


class Kluiskeuze(QWidget):
    """A label with the choice and the button to browse below it."""

    def __init__(self, ouder: QWidget) -> None:
        super().__init__(ouder)
        label = QLabel("&Kluis", self)
        kluisrij = QWidget(self)
        rij = QHBoxLayout(kluisrij)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(RASTER)
        self.keuze = Keuzeveld(kluisrij)
        self.keuze.setObjectName("kluis_keuze")
        self.keuze.setAccessibleName("Kluis")
        self.keuze.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.keuze.setMinimumContentsLength(24)
        beleid = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.keuze.setSizeAdjustPolicy(beleid)
        self.zoek_knop = Drukknop("&Bladeren…", kluisrij)
        self.zoek_knop.setObjectName("kluis_zoek_knop")
        self.zoek_knop.setAccessibleName("Bladeren naar een andere kluis")
        self.zoek_knop.setAutoDefault(False)
        self.server_knop = Drukknop("Verbindingsbes&tand…", kluisrij)
        self.server_knop.setObjectName("verbinding_zoek_knop")
        self.server_knop.setAccessibleName("Verbindingsbestand van een huis op een server kiezen")
        self.server_knop.setToolTip("Staat uw huis op een server? Kies het bestand dat u van de afdeling ICT kreeg.")
        self.server_knop.setAutoDefault(False)
        rij.addWidget(self.keuze, 1)
        rij.addWidget(self.zoek_knop)
        rij.addWidget(self.server_knop)
        label.setBuddy(self.keuze)
        deel = QVBoxLayout(self)
        deel.setContentsMargins(0, 0, 0, 0)
        deel.setSpacing(HALF)
        deel.addWidget(label)
        deel.addWidget(kluisrij)

    def kluismap(self) -> Path | None:
        """The chosen folder, or the connection file of a house on a server."""
        gekozen = self.keuze.currentData()
        return Path(gekozen) if gekozen else None

    def vul(self, mappen: Iterable[Path]) -> None:
        """Offer these folders, the first of them chosen; says nothing of that change."""
        self.keuze.blockSignals(True)
        self.keuze.clear()
        for map_ in mappen:
            self._voeg_toe(map_)
        self.keuze.blockSignals(False)

    def kies(self, map_: Path) -> None:
        """Choose this folder, and offer it when it was not there yet."""
        gevonden = self.keuze.findData(str(map_))
        if gevonden < 0:
            self._voeg_toe(map_)
            gevonden = self.keuze.count() - 1
        self.keuze.setCurrentIndex(gevonden)

    def _voeg_toe(self, map_: Path) -> None:
        naam = map_.name.removesuffix(".kluis").replace(".koffer", " (koffer)").replace(".team", " (server)")
        self.keuze.addItem(naam or str(map_), str(map_))
        self.keuze.setItemData(self.keuze.count() - 1, str(map_), Qt.ItemDataRole.ToolTipRole)
