"""Acts on the register with their way back."""

from __future__ import annotations

from zvh_desktop.models.keuzes import DatalekId, PartijId
from zvh_desktop.services.datalek.brieven import DatalekbriefService
from zvh_desktop.services.datalek.datalekken import DatalekService
from zvh_desktop.services.datalek.gegevens import BriefRegel, DatalekBewaard, DatalekInvoer, Geraakt, MeldingInvoer


class Vastleggen:
    """A new datalek."""

    tekst = "Het datalek is vastgelegd."

    def __init__(self, dienst: DatalekService, invoer: DatalekInvoer) -> None:
        self._dienst = dienst
        self._invoer = invoer
        self._id: DatalekId | None = None
        self._weg: DatalekBewaard | None = None

    def doe(self) -> None:
        """Record it, or put back what was undone."""
        self._id = self._dienst.leg_vast(self._invoer) if self._weg is None else self._dienst.zet_terug(self._weg)

    def terug(self) -> None:
        """Remove it; refused once somebody was told."""
        if self._id is not None:
            self._weg = self._dienst.verwijder(self._id)


class Weghalen:
    """A datalek that was none."""

    tekst = "Het datalek is weggehaald."

    def __init__(self, dienst: DatalekService, datalek_id: DatalekId) -> None:
        self._dienst = dienst
        self._id = datalek_id
        self._weg: DatalekBewaard | None = None

    def doe(self) -> None:
        """Remove it."""
        self._weg = self._dienst.verwijder(self._id)

    def terug(self) -> None:
        """Put it back; it gets a number of its own."""
        if self._weg is not None:
            self._id = self._dienst.zet_terug(self._weg)


class Wijzigen:
    """The facts of a datalek."""

    tekst = "Het datalek is gewijzigd."

    def __init__(
        self, dienst: DatalekService, datalek_id: DatalekId, eerder: DatalekInvoer, invoer: DatalekInvoer
    ) -> None:
        self._dienst, self._id = dienst, datalek_id
        self._eerder, self._invoer = eerder, invoer

    def doe(self) -> None:
        """Save it."""
        self._dienst.wijzig(self._id, self._invoer)

    def terug(self) -> None:
        """As it was."""
        self._dienst.wijzig(self._id, self._eerder)


class RakenAan:
    """Whom it concerns."""

    tekst = "Vastgelegd wie het datalek raakt."

    def __init__(self, dienst: DatalekService, datalek_id: DatalekId, eerder: Geraakt, geraakt: Geraakt) -> None:
        self._dienst, self._id = dienst, datalek_id
        self._eerder, self._geraakt = eerder, geraakt

    def doe(self) -> None:
        """Save it."""
        self._dienst.zet_geraakt(self._id, self._geraakt)

    def terug(self) -> None:
        """As it was."""
        self._dienst.zet_geraakt(self._id, self._eerder)


class Melden:
    """Whether it was reported."""

    tekst = "Vastgelegd of het datalek is gemeld."

    def __init__(self, dienst: DatalekService, datalek_id: DatalekId, melding: MeldingInvoer) -> None:
        self._dienst, self._id, self._melding = dienst, datalek_id, melding
        self._eerder: MeldingInvoer | None = None

    def doe(self) -> None:
        """Save it."""
        self._eerder = self._dienst.leg_melding_vast(self._id, self._melding)

    def terug(self) -> None:
        """As it was."""
        if self._eerder is not None:
            self._dienst.leg_melding_vast(self._id, self._eerder)


class BriefVersturen:
    """The letter to one partij was sent."""

    def __init__(self, dienst: DatalekbriefService, regel: BriefRegel) -> None:
        self._dienst = dienst
        self._id: DatalekId = regel.datalek_id
        self._partij: PartijId = regel.partij_id
        self.tekst = f"De brief aan {regel.partij} is genoteerd als verstuurd."

    def doe(self) -> None:
        """Note it."""
        self._dienst.noteer_verstuurd(self._id, self._partij)

    def terug(self) -> None:
        """It did not go out."""
        self._dienst.neem_terug(self._id, self._partij)
