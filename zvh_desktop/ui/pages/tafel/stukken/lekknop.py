"""The way to what was found in a text before it leaves: there only while something waits for a choice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.lek.gegevens import LekOpen
from zvh_desktop.ui.pages.tafel.stukken.lekdialoog import Lekdienst, vraag_lekken
from zvh_desktop.ui.uiterlijk.doelen import Drukknop


class Lekknop(Drukknop):
    """No letter of its own: it comes and goes on screens that have theirs."""

    gekozen = Signal()
    """Everything was chosen: it can be made now."""

    def __init__(self, dienst: Lekdienst, ouder: QWidget) -> None:
        super().__init__("Kies wat mee mag…", ouder)
        self.setObjectName("lek_knop")
        self.setAccessibleName("Kies wat mee mag in de tekst")
        self.setAutoDefault(False)
        self._dienst = dienst
        self._fout: LekOpen | None = None
        self.clicked.connect(self._on_gekozen)
        self.zet(None)

    def zet(self, fout: GebruikersFout | None) -> None:
        """Offer this, when it is about something in a text; None or any other refusal takes the offer away."""
        self._fout = fout if isinstance(fout, LekOpen) else None
        self.setVisible(self._fout is not None)

    def _on_gekozen(self) -> None:
        if self._fout is not None and vraag_lekken(self._fout, self._dienst, self):
            self.zet(None)
            self.gekozen.emit()
