"""The way back in a panel: Ctrl+Z and Ctrl+Y over the acts that were done in it.

Whoever shows it says what happened: a line at the foot (``widgets/ongedaanregel.py``), a strip at a tafel
(``pages/tafel/ongedaanstrook.py``) or the panel itself.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zvh_desktop.ui.ongedaan import Omkeerbaar, Ongedaan
from zvh_desktop.ui.toetsenbord.sneltoetsen import ongedaan_toets, opnieuw_toets

Poging = Callable[[Callable[[], object]], bool]
"""Does something, shows the refusal when there is one, and says whether it was done."""


class Terugweg(QObject):
    """The acts of one panel, in order."""

    gedaan = Signal(str)
    """Done, or done again: what, in words."""
    ongedaan = Signal(str)
    """Taken back: what had been done, in words."""

    def __init__(self, paneel: QWidget, lukt: Poging) -> None:
        super().__init__(paneel)
        self._lukt = lukt
        self._handelingen = Ongedaan()
        self._terug = ongedaan_toets(paneel)
        self._opnieuw = opnieuw_toets(paneel)
        self._terug.activated.connect(self.maak_ongedaan)
        self._opnieuw.activated.connect(self.doe_opnieuw)

    def doe(self, handeling: Omkeerbaar) -> None:
        """Do something that can be undone. Raises GebruikersFout."""
        self._handelingen.doe(handeling)
        self.gedaan.emit(handeling.tekst)

    def probeer(self, handeling: Omkeerbaar) -> bool:
        """The same, with a refusal shown by the panel; whether it was done."""
        gelukt = self._lukt(partial(self._handelingen.doe, handeling))
        if gelukt:
            self.gedaan.emit(handeling.tekst)
        return gelukt

    def onthoud(self, handeling: Omkeerbaar) -> None:
        """Do something that can be undone without saying so yet, as a dialog does. Raises GebruikersFout."""
        self._handelingen.doe(handeling)

    def laatste(self) -> str:
        """What can be taken back now, in words; empty when nothing can."""
        return self._handelingen.laatste()

    def maak_ongedaan(self) -> None:
        """Take back what was done last; a refusal leaves it where it was."""
        tekst = self._handelingen.laatste()
        if tekst and self._lukt(self._handelingen.terug):
            self.ongedaan.emit(tekst)

    def doe_opnieuw(self) -> None:
        """Do again what was taken back."""
        if self._handelingen.kan_opnieuw() and self._lukt(self._handelingen.opnieuw):
            self.gedaan.emit(self._handelingen.laatste())

    def vergeet(self) -> None:
        """Nothing can be taken back any more: the acts carry what was removed."""
        self._handelingen.maak_leeg()
