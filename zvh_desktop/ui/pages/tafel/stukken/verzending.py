"""Noting that a letter or its withdrawal went out, with its way back."""

from __future__ import annotations

from zvh_desktop.models.keuzes import UitnodigingStatus
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.uitnodigen.lijst import UitnodigingRegel
from zvh_desktop.services.uitnodigen.terugnemen import Verzendstand


class Verzending:
    """Each time it is noted (again) the way back is to how it stood right before."""

    def __init__(self, diensten: Diensten, regel: UitnodigingRegel) -> None:
        self._diensten = diensten
        self._id = regel.id
        self._stand: Verzendstand | None = None
        self._intrekken = regel.status is UitnodigingStatus.IN_TE_TREKKEN
        wat = "De intrekking" if self._intrekken else "De uitnodiging"
        self.tekst = f"{wat} voor {regel.kort} is genoteerd als verstuurd."

    def doe(self) -> None:
        """Note it."""
        stand = self._diensten.terugnemen.stand(self._id)
        uitnodigingen = self._diensten.uitnodigingen
        noteer = uitnodigingen.markeer_ingetrokken if self._intrekken else uitnodigingen.markeer_verzonden
        noteer(self._id)
        self._stand = stand

    def terug(self) -> None:
        """It did not go out after all."""
        if self._stand is not None:
            self._diensten.terugnemen.neem_terug(self._stand)
