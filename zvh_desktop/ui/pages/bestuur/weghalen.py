"""Removing a point or a proposal, with the way back."""

from __future__ import annotations

from zvh_desktop.models.keuzes import AgendapuntId, OverlegId
from zvh_desktop.services.bestuur.besluitvorming import BesluitvormingService
from zvh_desktop.services.bestuur.gegevens import BestuurPunt, BestuurpuntInvoer, VoorstelInvoer, VoorstelRegel
from zvh_desktop.services.bestuur.overleggen import OverleggenService


class PuntWeghalen:
    """A point of the agenda; it comes back in its own place."""

    def __init__(self, overleggen: OverleggenService, overleg_id: OverlegId, punt: BestuurPunt) -> None:
        self._overleggen = overleggen
        self._overleg_id = overleg_id
        self._id = punt.id
        self._plaats = punt.nummer - 1
        self._weg: BestuurpuntInvoer = punt.invoer
        self.tekst = f"Punt {punt.nummer} is weggehaald."

    def doe(self) -> None:
        """Remove it."""
        self._weg = self._overleggen.verwijder_punt(self._id)

    def terug(self) -> None:
        """Put it back; it gets a number of its own."""
        self._id = self._overleggen.voeg_punt_toe(self._overleg_id, self._weg)
        self._overleggen.verplaats_punt(self._id, self._plaats)


class VoorstelWeghalen:
    """A proposal; it comes back open, without votes."""

    def __init__(self, besluitvorming: BesluitvormingService, voorstel: VoorstelRegel) -> None:
        self._besluitvorming = besluitvorming
        self._punt_id: AgendapuntId = voorstel.punt_id
        self._id = voorstel.id
        self._weg: VoorstelInvoer = voorstel.invoer
        self.tekst = "Het voorstel is weggehaald."

    def doe(self) -> None:
        """Remove it."""
        self._weg = self._besluitvorming.verwijder(self._id)

    def terug(self) -> None:
        """Put it back."""
        self._id = self._besluitvorming.leg_voor(self._punt_id, self._weg)
