"""Base of the parts of the casus page, so that the page can treat them alike."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.casus.casussen import CasusBeeld
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.paneel import Paneel
from zvh_desktop.ui.pdf_voorbeeld import PdfVenster
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import Kleur
from zvh_desktop.ui.widgets.eigenaar import toont_van


class CasusOnderdeel(Paneel):
    """One part. It is made once and reads its own service when it is open."""

    stand_gewijzigd = Signal(object, str, object)
    """Icoon, words and Kleur for the heading of this part."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self._casus: CasusBeeld | None = None
        self._stuktitel = ""

    def toon_casus(self, beeld: CasusBeeld) -> None:
        """Show this casus; what was typed and not saved stays."""
        if self.vuil() and self._casus is not None and self._casus.id == beeld.id:
            return
        toont_van(self, beeld.id)
        self._casus = beeld
        self.uitgeleend = beeld.uitgeleend
        self._laden = True
        try:
            self.laad(beeld)
        finally:
            self._laden = False
        self.vergeet_wijziging()

    def laad(self, beeld: CasusBeeld) -> None:
        """Read and show. Subclasses do this."""

    def zeg_stand(self, icoon: Icoon, tekst: str, kleur: Kleur | None = None) -> None:
        """Say in the heading how this part stands."""
        self.stand_gewijzigd.emit(icoon, tekst, kleur)

    def toon_stuk(self, maak: Callable[[], Stuk], titel: str) -> None:
        """Save first, make a document in the background and show it under this title."""
        if not self.lukt(_niets):
            return
        self._stuktitel = titel
        self._gereedschap.taken.start(maak, gelukt=self._on_stuk_gemaakt, mislukt=self._on_stuk_mislukt, vanaf=self)

    def _on_stuk_gemaakt(self, stuk: Stuk) -> None:
        PdfVenster.vraag(stuk.inhoud, stuk.bestandsnaam, self._stuktitel, self._gereedschap.melder, ouder=self)

    def _on_stuk_mislukt(self, fout: GebruikersFout) -> None:
        self.toon_weigering(fout)

    def onbewaard(self) -> object:
        """What is on the screen and could not be saved; kept in memory over a lock."""
        return None

    def herstel_onbewaard(self, wat: object) -> None:
        """Show that again."""

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self.vergeet_wijziging()
        self._casus = None

    def eerste_focus(self) -> QWidget | None:
        """Where the keyboard goes when this part is opened."""
        return None


def _niets() -> None:
    """Nothing to do beside saving."""
