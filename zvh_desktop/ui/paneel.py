"""Base of every part of a page that saves itself while typing.

A part says that something was typed; a moment later, when it is left and when the vault locks, it saves. A refusal
is shown in place, the typed text stays, and the next change tries again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from zvh_desktop.errors import GebruikersFout, IntussenGewijzigd
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.rechten import Recht, Toestemming
from zvh_desktop.services.werkplek.uitleen import toestemming_bij_uitleen
from zvh_desktop.ui.dialogs.bevestiging import onderteken
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.protocollen import Plaats
from zvh_desktop.ui.weg.keuze import na_keuze
from zvh_desktop.ui.widgets.knoppen import zet_toestemming

WACHTTIJD_MS = 800


class Paneel(QWidget):
    """Autosave, refusals and rights for one part of a page."""

    opgeslagen = Signal()
    gewijzigd = Signal()
    """Something changed that other parts of the page show too."""
    ga_naar = Signal(Plaats)

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self._diensten = diensten
        self._gereedschap = gereedschap
        self.uitgeleend = ""
        """Who has what is shown here in a koffer; empty while it can be changed."""
        self._laden = False
        self._vuil = False
        self._vanzelf = False
        self._wachter = QTimer(self)
        self._wachter.setSingleShot(True)
        self._wachter.setInterval(WACHTTIJD_MS)
        self._wachter.timeout.connect(self._on_wachttijd_voorbij)

    def bewaar_velden(self) -> None:
        """Hand what is in the fields to the service. Subclasses do this; may raise GebruikersFout."""

    def toon_weigering(self, fout: GebruikersFout) -> None:
        """Show a refusal in place; by default as a message."""
        self._gereedschap.melder.toon_fout(self, fout)

    def bewaar_nu(self) -> None:
        """Save what was typed and not yet saved. Raises GebruikersFout, after showing it in place."""
        self._wachter.stop()
        if not self._vuil:
            return
        self._vuil = False
        try:
            self.bewaar_velden()
        except GebruikersFout as fout:
            self._vuil = True
            # A colleague was before it: the page is read again, and what was typed is put together with that.
            if not (self._vanzelf and isinstance(fout, IntussenGewijzigd)):
                self.toon_weigering(fout)
            raise
        self.opgeslagen.emit()

    def vuil(self) -> bool:
        """Whether something was typed that is not saved."""
        return self._vuil

    def wacht_op_bewaren(self) -> None:
        """What stands in the fields is not saved, whatever was read meanwhile."""
        self._vuil = True
        self._wachter.start()

    def vergeet_wijziging(self) -> None:
        """What is in the fields is what is stored."""
        self._vuil = False
        self._wachter.stop()

    def lukt(self, handeling: Callable[[], object]) -> bool:
        """Save first, then do one use case; a refusal is shown and False comes back."""
        try:
            self.bewaar_nu()
        except GebruikersFout:
            return False
        try:
            na_keuze(self, handeling)
        except GebruikersFout as fout:
            self.toon_weigering(fout)
            return False
        self.opgeslagen.emit()
        return True

    def teken(self, handeling: Callable[[], object], wat: Sequence[str] | Callable[[], Sequence[str]] = ()) -> bool:
        """Save first, then do something that has to be signed; ``wat`` says in a few lines what that is."""
        gedaan: list[bool] = []
        try:
            self.bewaar_nu()  # what is shown is what was typed last
        except GebruikersFout:
            return False
        lijst = wat() if callable(wat) else wat
        poging = partial(onderteken, handeling, self._diensten, self._gereedschap.taken, self, lijst)
        return self.lukt(partial(_onthoud, gedaan, poging)) and all(gedaan)

    def mag_hier(self, recht: Recht) -> Toestemming:
        """Whether this user may do this, to what is shown here."""
        return toestemming_bij_uitleen(self._diensten.mag(recht), recht, self.uitgeleend)

    def zet_recht(self, knop: QAbstractButton, recht: Recht, *, verder: bool = True, reden: str = "") -> None:
        """Switch a button on or off by role and by what else it needs."""
        zet_toestemming(knop, self.mag_hier(recht), verder=verder, reden=reden)

    def _on_veld_gewijzigd(self) -> None:
        if self._laden:
            return
        self._vuil = True
        self._wachter.start()

    def _on_wachttijd_voorbij(self) -> None:
        self._vanzelf = True
        try:
            self.bewaar_nu()
        except GebruikersFout:
            # it is on the screen already, and the text stays until it can be saved
            self._wachter.stop()
        finally:
            self._vanzelf = False


def _onthoud(waar: list[bool], handeling: Callable[[], bool]) -> None:
    waar.append(handeling())


def niets() -> None:
    """For ``lukt``: nothing to do beside saving."""
