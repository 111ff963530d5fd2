"""The numbers beside the navigation, counted beside the window."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.ui.draden.taken import Taken
from zvh_desktop.ui.pagina import PaginaInvoer


class Tellingen(QObject):
    """Counts in a worker thread. What is asked while it counts is counted once more, however often it was asked."""

    geteld = Signal(str, int)

    def __init__(self, invoer: Iterable[PaginaInvoer], taken: Taken, ouder: QObject) -> None:
        super().__init__(ouder)
        self.setObjectName("tellingen")
        self._telbaar = tuple(deel for deel in invoer if deel.telling is not None)
        self._taken = taken
        self._wacht: set[str] = set()
        self._bezig = False

    def vernieuw(self, gelezen: Mapping[str, int]) -> None:
        """Say what was read only just now, and count the rest."""
        for sleutel, aantal in gelezen.items():
            self.geteld.emit(sleutel, aantal)
        self._wacht |= {deel.sleutel for deel in self._telbaar} - set(gelezen)
        if self._wacht and not self._bezig:
            self._begin()

    def _begin(self) -> None:
        wat = tuple(deel for deel in self._telbaar if deel.sleutel in self._wacht)
        self._wacht = set()
        self._bezig = True
        self._taken.start(partial(tel, wat), gelukt=self._on_geteld, mislukt=self._on_mislukt)

    def _on_geteld(self, aantallen: Mapping[str, int]) -> None:
        self._bezig = False
        for sleutel, aantal in aantallen.items():
            if sleutel not in self._wacht:  # or it is counted anew: this may be from before
                self.geteld.emit(sleutel, aantal)
        if self._wacht:
            self._begin()

    def _on_mislukt(self, _fout: GebruikersFout) -> None:
        """Nobody asked for a number: whoever does something with the vault is told what is wrong with it."""
        self._bezig = False


def tel(invoer: Iterable[PaginaInvoer]) -> Mapping[str, int]:
    """How many things wait at each of these places."""
    return {deel.sleutel: deel.telling() for deel in invoer if deel.telling is not None}
