"""An act that has to be signed and takes a while: tried, shown, signed, and then done beside the window.

``onderteken`` is for what is done at once. Here each step runs in a thread of its own with progress and a way to stop;
the window that shows it is modal from its first moment, so that nobody goes on in what is just being taken along.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import BevestigingNodig, GebruikersFout
from zvh_desktop.services.kluis.gegevens import Voortgang
from zvh_desktop.ui.dialogs.bevestiging import Bevestiger, Bevestigingsdialoog
from zvh_desktop.ui.gereedschap import Gereedschap

Werk = Callable[[Voortgang], object]


class Ondertekengang(QObject):
    """One act at a time: what is asked while another is under way is not begun."""

    klaar = Signal(object)
    """What the act gave."""

    def __init__(self, bevestiger: Bevestiger, gereedschap: Gereedschap, ouder: QWidget) -> None:
        super().__init__(ouder)
        self.setObjectName("ondertekengang")
        self._bevestiger = bevestiger
        self._gereedschap = gereedschap
        self._venster = ouder
        self._werk: Werk | None = None
        self._titel = ""
        self._wat: tuple[str, ...] = ()

    @property
    def bezig(self) -> bool:
        """Whether an act is under way."""
        return self._werk is not None

    def begin(self, werk: Werk, titel: str, wat: Sequence[str]) -> None:
        """Try it without a signature, so that what can be refused is refused; then as ``teken``."""
        if self._neem_aan(werk, titel, wat):
            self._start(partial(_probeer, self._bevestiger, werk, titel))

    def teken(self, werk: Werk, titel: str, wat: Sequence[str]) -> None:
        """Show ``wat``, ask for the password where that is needed, and do it."""
        if self._neem_aan(werk, titel, wat):
            self._vraag()

    def _neem_aan(self, werk: Werk, titel: str, wat: Sequence[str]) -> bool:
        if self.bezig:
            return False
        self._werk, self._titel, self._wat = werk, titel, tuple(wat)
        return True

    def _start(self, werk: Werk) -> None:
        taak = self._gereedschap.taken.start_met_voortgang(
            werk,
            ouder=self._venster.window(),
            titel=self._titel,
            gelukt=self._on_gelukt,
            mislukt=self._on_mislukt,
            meteen=True,
        )
        taak.afgebroken.connect(self._on_afgebroken)

    def _vraag(self) -> None:
        if self._werk is None:
            return
        if Bevestigingsdialoog.vraag(self._bevestiger, self._gereedschap.taken, self._venster, self._wat):
            self._start(self._werk)
        else:
            self._werk = None

    def _on_gelukt(self, uitkomst: object) -> None:
        self._werk = None
        self.klaar.emit(uitkomst)

    def _on_mislukt(self, fout: GebruikersFout) -> None:
        if isinstance(fout, BevestigingNodig):
            self._vraag()
            return
        self._werk = None
        self._gereedschap.melder.toon_fout(self._venster, fout)

    def _on_afgebroken(self) -> None:
        self._werk = None


def _probeer(bevestiger: Bevestiger, werk: Werk, titel: str, voortgang: Voortgang) -> object:
    try:
        with bevestiger.nog_niet_tekenen():
            return werk(voortgang)
    except BevestigingNodig:
        voortgang(0, 0, titel)  # who stopped it meanwhile is not asked for a signature
        raise
