"""Base of the five steps of a tafel, so that the workspace can treat them alike."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import OverlegId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.plekken import BijTafel
from zvh_desktop.services.werkplek.rechten import Recht, Toestemming
from zvh_desktop.services.werkplek.uitleen import toestemming_bij_uitleen
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.protocollen import Plaats
from zvh_desktop.ui.weg.keuze import na_keuze
from zvh_desktop.ui.widgets.eigenaar import toont_van
from zvh_desktop.ui.widgets.knoppen import zet_toestemming


class TafelStap(QWidget):
    """One step. It is made once and shows whichever tafel it is told to show."""

    opgeslagen = Signal()
    kop_gewijzigd = Signal()
    """The state of the tafel changed: the head above the steps has to be read again."""
    ga_naar = Signal(Plaats)

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self._diensten = diensten
        self._gereedschap = gereedschap
        self.uitgeleend = ""
        """Who has what is shown here in a koffer; empty while it can be changed."""
        self._overleg_id: OverlegId | None = None

    def toon_tafel(self, overleg_id: OverlegId) -> None:
        """Show this tafel."""
        toont_van(self, overleg_id)
        self._overleg_id = overleg_id
        self.vernieuw()

    def vernieuw(self) -> None:
        """Read again what is shown."""

    def bewaar_nu(self) -> None:
        """Save what was typed and not yet saved."""

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self._overleg_id = None
        self.uitgeleend = ""

    def stand(self) -> object:
        """Where the user is within this step."""
        return None

    def herstel_stand(self, stand: object) -> None:
        """Come back to that."""

    def toon_plek(self, plek: BijTafel) -> None:
        """Put the cursor at one thing in this step: what the line that was followed is about."""

    def hoofdacties(self) -> QWidget | None:
        """What stands beside the steps: the way on from this step."""
        return None

    def eerste_focus(self) -> QWidget | None:
        """Where the keyboard goes when the step comes in view."""
        return None

    def lukt(self, handeling: Callable[[], object]) -> bool:
        """Do one use case; a refusal is shown and False comes back."""
        try:
            na_keuze(self, handeling)
        except GebruikersFout as fout:
            self._gereedschap.melder.toon_fout(self, fout)
            return False
        return True

    def mag_hier(self, recht: Recht) -> Toestemming:
        """Whether this user may do this, to what is shown here."""
        return toestemming_bij_uitleen(self._diensten.mag(recht), recht, self.uitgeleend)

    def zet_recht(self, knop: QAbstractButton, recht: Recht, *, verder: bool = True, reden: str = "") -> None:
        """Enable a button by role; when it may not be used, its tooltip says why."""
        zet_toestemming(knop, self.mag_hier(recht), verder=verder, reden=reden)
