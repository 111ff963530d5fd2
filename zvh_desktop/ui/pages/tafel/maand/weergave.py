"""The switch between the list of tafels and their month."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QToolButton, QWidget

from zvh_desktop.ui.instellingen import Instellingen
from zvh_desktop.ui.pages.tafel.maand.maandvlak import Maandvlak
from zvh_desktop.ui.toetsenbord.sneltoetsen import sneltoets

_BEWAARD = "tafels/maand"


class Schakelbaar(Protocol):
    """A key, or anything else that can be off."""

    def setEnabled(self, aan: bool, /) -> None:
        """Whether it works now."""


class LijstOfMaand(QStackedWidget):
    """Which of both is shown is kept for who uses this computer. What works on the list alone goes with it."""

    gewisseld = Signal()

    def __init__(
        self, lijst: QWidget, maand: Maandvlak, knop: QToolButton, instellingen: Instellingen, ouder: QWidget
    ) -> None:
        super().__init__(ouder)
        self._instellingen = instellingen
        self._lijst, self.maand, self.knop = lijst, maand, knop
        self._knoppen: tuple[QWidget, ...] = ()
        self._toetsen: tuple[Schakelbaar, ...] = ()
        self.addWidget(lijst)
        self.addWidget(maand)
        knop.setCheckable(True)
        knop.setChecked(instellingen.staat_aan(_BEWAARD))
        self._toets = sneltoets("Ctrl+M", waar=ouder)
        self._toets.activated.connect(knop.toggle)
        knop.toggled.connect(self._on_gewisseld)

    def hoort_bij_lijst(self, knoppen: Iterable[QWidget], toetsen: Iterable[Schakelbaar]) -> None:
        """Buttons and keys that are there for the list only."""
        self._knoppen, self._toetsen = tuple(knoppen), tuple(toetsen)
        self._zet()

    @property
    def is_maand(self) -> bool:
        """Whether the month is shown."""
        return self.knop.isChecked()

    def eerste_focus(self) -> QWidget | None:
        """The grid; None when the list is shown."""
        return self.maand.tabel if self.is_maand else None

    def _zet(self) -> None:
        self.setCurrentWidget(self.maand if self.is_maand else self._lijst)
        for knop in self._knoppen:
            knop.setVisible(not self.is_maand)
        for toets in self._toetsen:
            toets.setEnabled(not self.is_maand)

    def _on_gewisseld(self) -> None:
        self._instellingen.zet_aan(_BEWAARD, self.is_maand)
        self._zet()
        self.gewisseld.emit()
