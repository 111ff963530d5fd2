"""What one step of the assistant is: a title, a sentence, and whether it is filled in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zvh_desktop.ui.uiterlijk.thema import RUIM
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst


class Stap(QWidget):
    """Base of the steps. ``inhoud`` is where a step puts its fields."""

    gewijzigd = Signal()

    def __init__(self, titel: str, uitleg: str, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.titel = titel
        self.kop = Kop(titel, self)
        self.uitleg = StilleTekst(uitleg, self)
        self.inhoud = QVBoxLayout()
        self.inhoud.setSpacing(RUIM)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RUIM)
        indeling.addWidget(self.kop)
        indeling.addWidget(self.uitleg)
        indeling.addLayout(self.inhoud, 1)

    def klaar(self) -> bool:
        """Whether the user can go on."""
        return True

    def eerste_veld(self) -> QWidget | None:
        """Where the keyboard goes when this step comes in view."""
        return None

    def maak_leeg(self) -> None:
        """Forget passwords and keys."""
