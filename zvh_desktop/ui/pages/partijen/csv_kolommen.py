"""Says by hand which column of a list holds what, when its headings were not recognised, or wrongly."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.services.partijen.csv_koppen import KOP
from zvh_desktop.services.partijen.inlezen import CsvVoorbeeld
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld

_NAAST = 2
"""So many choices beside each other."""


class KolommenKeuze(QWidget):
    """One choice of a column per field of the register."""

    gekozen = Signal()

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("csv_kolommen")
        self.keuzes: dict[str, QComboBox] = {}
        rooster = QGridLayout(self)
        rooster.setContentsMargins(0, 0, 0, 0)
        rooster.setHorizontalSpacing(RASTER)
        rooster.setVerticalSpacing(HALF)
        for nummer, (veld, naam) in enumerate(KOP.items()):
            keuze = Keuzeveld(self)
            keuze.setObjectName(f"csv_kolom_{veld}")
            keuze.setAccessibleName(f"Kolom met {naam}")
            keuze.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            keuze.setMinimumContentsLength(12)
            label = QLabel(hoofdletter(naam), self)
            label.setBuddy(keuze)
            rij, plek = divmod(nummer, _NAAST)
            rooster.addWidget(label, rij, plek * 2)
            rooster.addWidget(keuze, rij, plek * 2 + 1)
            rooster.setColumnStretch(plek * 2 + 1, 1)
            self.keuzes[veld] = keuze
        self._verbind()

    def _verbind(self) -> None:
        for keuze in self.keuzes.values():
            keuze.activated.connect(self._on_keuze)

    def zet(self, voorbeeld: CsvVoorbeeld) -> None:
        """Offer the headings of this file, with what was recognised chosen."""
        plaats_van = {veld: plaats for plaats, veld in voorbeeld.kolommen}
        for veld, keuze in self.keuzes.items():
            keuze.clear()
            keuze.addItem("Niet inlezen", None)
            for plaats, kop in enumerate(voorbeeld.koppen):
                keuze.addItem(kop or f"Kolom {plaats + 1}", plaats)
            keuze.setCurrentIndex(plaats_van[veld] + 1 if veld in plaats_van else 0)

    def kolommen(self) -> dict[int, str]:
        """What is chosen now. Raises InvoerOngeldig when one column is chosen for two things."""
        gekozen: dict[int, str] = {}
        for veld, keuze in self.keuzes.items():
            plaats = keuze.currentData()
            if plaats is None:
                continue
            if plaats in gekozen:
                raise InvoerOngeldig(
                    "kolommen",
                    f'De kolom "{keuze.currentText()}" is gekozen voor {KOP[gekozen[plaats]]} en voor {KOP[veld]}.',
                    advies="Kies voor elk een eigen kolom, of Niet inlezen.",
                )
            gekozen[plaats] = veld
        return gekozen

    def _on_keuze(self) -> None:
        self.gekozen.emit()
