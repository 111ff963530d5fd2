"""Acts on a verzoek with their way back."""

from __future__ import annotations

from collections.abc import Callable

from zvh_desktop.models.keuzen.verzoekkeuzes import VerzoekId
from zvh_desktop.services.verzoeken.gegevens import VerzoekInvoer
from zvh_desktop.services.verzoeken.verzoeken import VerzoekService


class VerzoekVastleggen:
    """A new verzoek."""

    tekst = "Het verzoek is vastgelegd."

    def __init__(self, dienst: VerzoekService, invoer: VerzoekInvoer) -> None:
        self._dienst, self._invoer = dienst, invoer
        self._id: VerzoekId | None = None

    def doe(self) -> None:
        """Record it."""
        self._id = self._dienst.leg_vast(self._invoer)

    def terug(self) -> None:
        """Remove it; refused once something hangs on it."""
        if self._id is not None:
            self._dienst.verwijder(self._id)


class WegUitLijst:
    """A verzoek that was recorded by mistake."""

    tekst = "Het verzoek is weggehaald."

    def __init__(self, dienst: VerzoekService, verzoek_id: VerzoekId) -> None:
        self._dienst, self._id = dienst, verzoek_id
        self._weg: VerzoekInvoer | None = None

    def doe(self) -> None:
        """Remove it."""
        self._weg = self._dienst.verwijder(self._id)

    def terug(self) -> None:
        """Put it back, under a number of its own."""
        if self._weg is not None:
            self._id = self._dienst.leg_vast(self._weg)


class HeenEnTerug:
    """Something that is done again with what stood there before."""

    def __init__(self, tekst: str, doe: Callable[[], object], terug: Callable[[], object]) -> None:
        self.tekst = tekst
        self._doe, self._terug = doe, terug

    def doe(self) -> None:
        """Save it."""
        self._doe()

    def terug(self) -> None:
        """As it was."""
        self._terug()
