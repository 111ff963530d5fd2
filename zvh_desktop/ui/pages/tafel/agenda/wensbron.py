"""What the dialog about the order asks of the services, and a change to the wishes as an act with its way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from zvh_desktop.models.keuzen.ordekeuzes import OrdewensId
from zvh_desktop.models.keuzes import OverlegId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.agenda_stand import WensStand
from zvh_desktop.services.tafel.volgorde.wens_gegevens import WensInvoer
from zvh_desktop.services.tafel.volgorde.wensen import Volgordebeeld


class Wensbron(Protocol):
    """The wishes of one overleg."""

    def beeld(self) -> Volgordebeeld:
        """The wishes and what follows from them, read now."""

    def voeg_toe(self, invoer: WensInvoer) -> object:
        """Ask something. Raises InvoerOngeldig."""

    def haal_weg(self, wens_id: OrdewensId) -> None:
        """Ask it no longer."""

    def stand(self) -> tuple[WensStand, ...]:
        """All wishes as one value."""

    def herstel(self, stand: Sequence[WensStand], van: Sequence[WensStand]) -> tuple[str, ...]:
        """Make them that again, from what they were then; what could not come back, in sentences."""


class Overlegwensen:
    """The wishes of this overleg, in the vault that is open."""

    def __init__(self, diensten: Diensten, overleg_id: OverlegId) -> None:
        self._wensen = diensten.agenda.wensen
        self._overleg_id = overleg_id

    def beeld(self) -> Volgordebeeld:
        """The wishes and what follows from them, read now."""
        return self._wensen.toon(self._overleg_id)

    def voeg_toe(self, invoer: WensInvoer) -> str:
        """Ask something. Raises InvoerOngeldig."""
        return self._wensen.voeg_toe(self._overleg_id, invoer)

    def haal_weg(self, wens_id: OrdewensId) -> None:
        """Ask it no longer."""
        self._wensen.haal_weg(wens_id)

    def stand(self) -> tuple[WensStand, ...]:
        """All wishes as one value."""
        return self._wensen.momentopname(self._overleg_id)

    def herstel(self, stand: Sequence[WensStand], van: Sequence[WensStand]) -> tuple[str, ...]:
        """Make them that again, from what they were then; what could not come back, in sentences."""
        return self._wensen.herstel(self._overleg_id, stand, van)


class Wenswijziging:
    """One change to the wishes. Done again it puts back what came of it, since a wish has another number by then."""

    def __init__(
        self,
        bron: Wensbron,
        handeling: Callable[[], object],
        tekst: str,
        meld: Callable[[Sequence[str]], None],
    ) -> None:
        self._bron, self._handeling, self._meld = bron, handeling, meld
        self._voor: tuple[WensStand, ...] = ()
        self._na: tuple[WensStand, ...] | None = None
        self.tekst = tekst

    def doe(self) -> None:
        """Do it, or do it again."""
        if self._na is not None:
            self._meld(self._bron.herstel(self._na, self._voor))
            return
        voor = self._bron.stand()
        self._handeling()
        self._voor, self._na = voor, self._bron.stand()

    def terug(self) -> None:
        """Undo it."""
        self._meld(self._bron.herstel(self._voor, self._na or ()))
