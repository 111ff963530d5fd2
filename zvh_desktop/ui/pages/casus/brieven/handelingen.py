"""That a letter was sent, with its way back."""

from __future__ import annotations

from zvh_desktop.models.tekst.briefsoorten import BriefId
from zvh_desktop.services.brieven.brieven import BriefService
from zvh_desktop.services.brieven.gegevens import BriefInvoer, Brievenregel


class BriefNoteren:
    """One letter; done again it is noted anew."""

    def __init__(self, dienst: BriefService, regel: Brievenregel, invoer: BriefInvoer) -> None:
        self._dienst, self._vraag, self._invoer = dienst, regel.vraag, invoer
        self._id: BriefId | None = None
        self.tekst = f"De brief aan {regel.aan} is genoteerd als verstuurd."

    def doe(self) -> None:
        """Note it."""
        self._id = self._dienst.noteer_verstuurd(self._vraag, self._invoer)

    def terug(self) -> None:
        """It did not go out."""
        if self._id is not None:
            self._dienst.neem_terug(self._id)
