"""The band that says on every screen of a practice vault that nothing here is real."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QWidget

from zvh_desktop.ui.uiterlijk.icons import Icoon, Icoonvlak
from zvh_desktop.ui.uiterlijk.thema import HALF, RUIM, Kleur, kleur


class Oefenband(QFrame):
    """Says on every screen of a practice vault that nothing here is real."""

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("oefenband")
        self.setAccessibleName("Oefening: alle gegevens zijn verzonnen")
        self.setAutoFillBackground(True)
        self._bezig = False
        indeling = QHBoxLayout(self)
        indeling.setContentsMargins(RUIM, HALF, RUIM, HALF)
        indeling.addStretch(1)
        indeling.addWidget(Icoonvlak(Icoon.INFO, self))
        self.label = QLabel("OEFENING - alle gegevens in deze kluis zijn verzonnen", self)
        indeling.addWidget(self.label)
        indeling.addStretch(1)
        self._kleur_in()

    def _kleur_in(self) -> None:
        if self._bezig:
            return
        self._bezig = True
        bron = QApplication.palette()
        eigen = QPalette(bron)
        eigen.setColor(QPalette.ColorRole.Window, kleur(Kleur.OEFEN_VLAK, bron))
        eigen.setColor(QPalette.ColorRole.WindowText, kleur(Kleur.OEFEN_TEKST, bron))
        self.setPalette(eigen)
        self._bezig = False

    def changeEvent(self, gebeurtenis: QEvent) -> None:
        super().changeEvent(gebeurtenis)
        if gebeurtenis.type() is QEvent.Type.ApplicationPaletteChange:
            self._kleur_in()
