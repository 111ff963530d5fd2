"""Which period: a year, a quarter, or from one quarter to another."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zvh_desktop.services.cijfers.tijdvak import Kwartaal, Tijdvak, heel_jaar
from zvh_desktop.ui.uiterlijk.thema import RASTER, tekstbreedte
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld


class Tijdvaksoort(StrEnum):
    """What is chosen from."""

    JAAR = "jaar"
    KWARTAAL = "kwartaal"
    EIGEN = "eigen"


class TijdvakKeuze(QWidget):
    """Three pick lists; only periods that are over can be chosen."""

    gewijzigd = Signal()

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self._jaren: tuple[int, ...] = ()
        self._laatste: Kwartaal = (0, 0)
        self._vult = False
        self.soort = self._veld("rapportage_soort", "Soort tijdvak", 14)
        for soort, tekst in ((Tijdvaksoort.JAAR, "Jaar"), (Tijdvaksoort.KWARTAAL, "Kwartaal")):
            self.soort.addItem(tekst, soort.value)
        self.soort.addItem("Eigen tijdvak", Tijdvaksoort.EIGEN.value)
        self.van = self._veld("rapportage_van", "Vanaf", 18)
        self.tot = self._veld("rapportage_tot", "Tot en met", 18)
        self.tot.setVisible(False)
        indeling = QHBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RASTER)
        for veld in (self.soort, self.van, self.tot):
            indeling.addWidget(veld)
        self._verbind()

    def _veld(self, naam: str, wat: str, breedte: int) -> Keuzeveld:
        veld = Keuzeveld(self)
        veld.setObjectName(naam)
        veld.setAccessibleName(wat)
        veld.setMinimumWidth(tekstbreedte(self, breedte))
        return veld

    def _verbind(self) -> None:
        self.soort.currentIndexChanged.connect(self._on_soort)
        self.van.currentIndexChanged.connect(self._on_gekozen)
        self.tot.currentIndexChanged.connect(self._on_gekozen)

    def zet(self, jaren: Sequence[int], laatste: Kwartaal) -> None:
        """Which years there are, and the last quarter that is over. What was chosen stays where it can."""
        if (tuple(jaren), laatste) != (self._jaren, self._laatste):
            self._jaren, self._laatste = tuple(jaren), laatste
            self._vul()

    def tijdvak(self) -> Tijdvak | None:
        """What is chosen; None while there is nothing to choose from."""
        van, tot = self.van.currentData(), self.tot.currentData()
        if van is None:
            return None
        match Tijdvaksoort(self.soort.currentData()):
            case Tijdvaksoort.JAAR:
                return heel_jaar(van)
            case Tijdvaksoort.KWARTAAL:
                return Tijdvak(van, van)
            case _:
                return Tijdvak(van, tot)

    def _vul(self) -> None:
        self._vult = True
        eigen = self.soort.currentData() == Tijdvaksoort.EIGEN.value
        self.tot.setVisible(eigen)
        for veld in (self.van, self.tot):
            eerder = veld.currentText()
            veld.clear()
            if self.soort.currentData() == Tijdvaksoort.JAAR.value:
                for jaar in self._jaren:
                    if (jaar, 4) <= self._laatste:
                        veld.addItem(str(jaar), jaar)
            else:
                for jaar in self._jaren:
                    for kwartaal in (4, 3, 2, 1):
                        if (jaar, kwartaal) <= self._laatste:
                            veld.addItem(Tijdvak((jaar, kwartaal), (jaar, kwartaal)).naam, (jaar, kwartaal))
            veld.setCurrentIndex(max(0, veld.findText(eerder)) if veld.count() else -1)
        if eigen and self.van.currentIndex() == 0 and self.van.count() > 4:
            self.van.setCurrentIndex(3)
        self._vult = False

    def _on_soort(self) -> None:
        self._vul()
        self.gewijzigd.emit()

    def _on_gekozen(self) -> None:
        if not self._vult:
            self.gewijzigd.emit()
