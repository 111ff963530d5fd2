"""The end of a process at the lock: its vault closes beside the window, while another process comes with the login.

Both have to be done before this one may go, in whatever order they come. When the other does not come, this one stays.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.ui.draden.taken import Taken
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.slot.kopiezorg import sluit_na_kopie
from zvh_desktop.ui.slot.opvolger import Opvolger
from zvh_desktop.ui.slot.overdracht import Overdracht

if TYPE_CHECKING:
    from zvh_desktop.ui.protocollen import Vensterdiensten

log = logging.getLogger(__name__)


class Aflossing(QObject):
    """Used once for each lock."""

    gekomen = Signal()
    """The login of the other stands on the screen: ours can go."""
    afgelost = Signal()
    """This process can end."""
    uitgebleven = Signal()
    """There is no other, and the vault is closed: the login here is the one."""

    def __init__(self, opdracht: Sequence[str], taken: Taken, ouder: QObject | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("aflossing")
        self._taken = taken
        self._opvolger = Opvolger(opdracht, self)
        self._dicht = False
        self._er_is_een_ander: bool | None = None
        self._verbind()

    def _verbind(self) -> None:
        self._opvolger.gekomen.connect(self._on_gekomen)
        self._opvolger.uitgebleven.connect(self._on_uitgebleven)

    def begin(self, overdracht: Overdracht, diensten: Vensterdiensten) -> None:
        """Start the other, and close the vault."""
        self._opvolger.begin(overdracht)
        self._taken.start(partial(sluit_na_kopie, diensten), gelukt=self._on_dicht, mislukt=self._on_dicht_met_fout)

    def breek_af(self) -> None:
        """The program is stopped altogether: no login is wanted any more."""
        if self._er_is_een_ander is None:
            self._opvolger.breek_af()

    def _on_gekomen(self) -> None:
        self._er_is_een_ander = True
        self.gekomen.emit()
        self._kijk()

    def _on_uitgebleven(self) -> None:
        self._er_is_een_ander = False
        self._kijk()

    def _on_dicht(self, _niets: object) -> None:
        self._dicht = True
        self._kijk()

    def _on_dicht_met_fout(self, fout: GebruikersFout) -> None:
        # Closing gives the vault free whatever happens; all that counts was committed.
        log.warning("kluis gesloten met %s", type(fout).__name__)
        self._on_dicht(None)

    def _kijk(self) -> None:
        if not self._dicht or self._er_is_een_ander is None:
            return
        if self._er_is_een_ander:
            self.afgelost.emit()
        else:
            self.uitgebleven.emit()
            verwijder(self)
