"""The way from the button to another order: first shown, then taken over, and what that gained in words."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from zvh_desktop.models.keuzes import OverlegId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.volgorde.woorden import winst_in_woorden
from zvh_desktop.ui.pages.tafel.agenda.volgordedialoog import VolgordeDialoog
from zvh_desktop.ui.pages.tafel.agenda.wensbron import Overlegwensen


class Volgordekeuze:
    """``winst`` is said once the order has been taken over."""

    def __init__(self, diensten: Diensten, ouder: QWidget) -> None:
        self._diensten, self._ouder = diensten, ouder
        self.winst = ""

    def gekozen(self, overleg_id: OverlegId) -> bool:
        """Show the proposal; whether it is wanted. Raises GebruikersFout when it cannot be read."""
        return VolgordeDialoog.vraag(Overlegwensen(self._diensten, overleg_id), ouder=self._ouder)

    def neem_over(self, overleg_id: OverlegId) -> None:
        """Put the points in the order that was shown."""
        self.winst = winst_in_woorden(self._diensten.agenda.stel_volgorde_voor(overleg_id))
