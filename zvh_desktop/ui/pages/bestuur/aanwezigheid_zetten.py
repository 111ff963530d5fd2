"""Presence of one member or of many at once, with the way back to what it was of each."""

from __future__ import annotations

from collections.abc import Sequence

from zvh_desktop.models.keuzes import Aanwezigheid
from zvh_desktop.models.woorden import AANWEZIGHEID_TEKST
from zvh_desktop.services.bestuur.gegevens import LidRegel
from zvh_desktop.services.bestuur.ledenbeheer import LedenService


class AanwezigheidZetten:
    """All or none, both ways."""

    def __init__(self, dienst: LedenService, leden: Sequence[LidRegel], wordt: Aanwezigheid) -> None:
        self._dienst = dienst
        self._was = {lid.id: lid.invoer.aanwezigheid for lid in leden}
        self._wordt = wordt
        wie = leden[0].naam if len(leden) == 1 else f"{len(leden)} leden"
        self.tekst = f"{wie}: {AANWEZIGHEID_TEKST[wordt]}."
        self.gedaan = False
        """Whether it holds now: a refusal left everything as it was."""

    def doe(self) -> None:
        """Record it of all of them."""
        self._dienst.zet_aanwezigheid(list(self._was), self._wordt)
        self.gedaan = True

    def terug(self) -> None:
        """Each as it was before."""
        self._dienst.herstel_aanwezigheid(self._was)
        self.gedaan = False
