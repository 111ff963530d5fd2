"""That answers of a form were put in an aanmelding, with its way back."""

from __future__ import annotations

from collections.abc import Sequence

from zvh_desktop.models.keuzes import AanmeldingId
from zvh_desktop.services.casus.aanmelding_gegevens import AanmeldingInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.formulier.formulieren import Ingelezen


class FormulierOvernemen:
    """Into an aanmelding that was there, or a new one, which goes again when it is taken back."""

    def __init__(
        self, diensten: Diensten, ingelezen: Ingelezen, doel: AanmeldingId | None, gekozen: Sequence[str]
    ) -> None:
        self._diensten, self._ingelezen, self._doel, self._gekozen = diensten, ingelezen, doel, tuple(gekozen)
        self._eerder: AanmeldingInvoer | None = None
        self._in: AanmeldingId | None = None
        aantal = "1 antwoord is" if len(gekozen) == 1 else f"{len(gekozen)} antwoorden zijn"
        self.tekst = f"{aantal} overgenomen uit het formulier."

    def doe(self) -> None:
        """Take them over."""
        if self._doel is not None:
            self._eerder = self._diensten.aanmeldingen.toon(self._doel).invoer
        self._in = self._diensten.formulieren.neem_over(self._ingelezen, self._doel, self._gekozen)

    def terug(self) -> None:
        """As it was."""
        if self._doel is not None and self._eerder is not None:
            self._diensten.aanmeldingen.bewaar(self._doel, self._eerder)
        elif self._in is not None:
            self._diensten.aanmeldingen.verwijder(self._in)
