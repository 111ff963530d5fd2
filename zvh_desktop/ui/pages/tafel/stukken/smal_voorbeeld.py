"""The preview beside a list: only what fits there; Enter on the list shows the document in a window of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from zvh_desktop.ui.meldingen import Melder
from zvh_desktop.ui.pdf_voorbeeld import PdfVenster, PdfVoorbeeld


class SmalVoorbeeld(PdfVoorbeeld):
    """Saving and printing stay; searching and enlarging are in the large window."""

    def __init__(self, melder: Melder, ouder: QWidget | None = None) -> None:
        super().__init__(melder, ouder)
        self._groot: tuple[bytes, str] | None = None
        for deel in (
            self.vorige_knop,
            self.volgende_knop,
            self.bladzijde_label,
            self.kleiner_knop,
            self.groter_knop,
            self.breedte_knop,
            self.zoek_veld,
            self.zoek_stand,
        ):
            deel.hide()

    def toon(self, inhoud: bytes, bestandsnaam: str) -> None:
        super().toon(inhoud, bestandsnaam)
        self._groot = (inhoud, bestandsnaam)

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self._groot = None

    def toon_groot(self) -> None:
        """Show the same document in a window of its own."""
        if self._groot is not None:
            PdfVenster.vraag(*self._groot, "Document", self._melder, ouder=self)
