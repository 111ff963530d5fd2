"""The button with which several oordelen are asked at once: of the chosen partijen, or of all not yet judged."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from zvh_desktop.ui.teksten.uitleg import platte_uitleg
from zvh_desktop.ui.uiterlijk.doelen import Balkknop
from zvh_desktop.ui.uiterlijk.icons import Icoon, zet_icoon

_NAAM = "Vraag om een oordeel"


class Oordeelvraagknop(Balkknop):
    """A menu of two lines; which partijen that are is up to the page. ``beoordelaar`` is asked."""

    gekozen_gevraagd = Signal()
    alle_gevraagd = Signal()

    def __init__(self, naam: str, beoordelaar: str, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName(naam)
        self.setText(_NAAM)
        self.setAccessibleName(_NAAM)
        self.setToolTip(platte_uitleg(f"Leg {beoordelaar} voor wie rechtmatig aanwezig mag zijn"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        zet_icoon(self, Icoon.SCHILD)
        self.lijst = QMenu(self)
        self.gekozen = self.lijst.addAction("Over de &gekozen partijen")
        self.alle = self.lijst.addAction("Over &alle partijen die nog niet zijn beoordeeld")
        self.setMenu(self.lijst)
        self._verbind()

    def _verbind(self) -> None:
        self.gekozen.triggered.connect(self._on_gekozen)
        self.alle.triggered.connect(self._on_alle)

    def _on_gekozen(self) -> None:
        self.gekozen_gevraagd.emit()

    def _on_alle(self) -> None:
        self.alle_gevraagd.emit()
