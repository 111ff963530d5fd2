"""Base of what is kept up after a verslag is settled: what goes into other systems, and what goes round."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.ongedaanstrook import Ongedaanstrook
from zvh_desktop.ui.weg.keuze import na_keuze
from zvh_desktop.ui.widgets.kaart import StilleTekst


class Vervolgblad(QWidget):
    """A count of what is still to be done, and a strip with the way back over what was noted."""

    opgeslagen = Signal()

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self._diensten = diensten
        self._gereedschap = gereedschap
        self.telling = StilleTekst("", self)

    def _bouw_strook(self) -> Ongedaanstrook:
        """Made where it stands on the sheet, since Tab walks in the order of making."""
        self.strook = Ongedaanstrook(self, self._lukt, self._genoteerd, self)
        return self.strook

    def vernieuw(self) -> None:
        """Read the list again."""

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self.strook.vergeet()
        self.telling.setText("")

    def maak_ongedaan(self) -> None:
        """Take back what was noted last."""
        self.strook.terugweg.maak_ongedaan()

    def doe_opnieuw(self) -> None:
        """Note again what was taken back."""
        self.strook.terugweg.doe_opnieuw()

    def _genoteerd(self) -> None:
        self.vernieuw()
        self.opgeslagen.emit()

    def _lukt(self, handeling: Callable[[], object]) -> bool:
        try:
            na_keuze(self, handeling)
        except GebruikersFout as fout:
            self._gereedschap.melder.toon_fout(self, fout)
            return False
        return True
