"""What is known of each word: right, wrong, or asked about. Kept for as long as the vault is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.ui.draden.taken import Taken
from zvh_desktop.ui.protocollen import Spelling
from zvh_desktop.ui.spelling.hulpproces import Hulpproces

SAMEN = 2_000
"""So many words in one question."""
MEESTE_WOORDEN = 100_000
"""More are not remembered: a year of typing."""


class Spelmeester(QObject):
    """Answers from memory at once, and asks the dictionary for the rest behind it."""

    gewijzigd = Signal(object)
    """Words (frozenset) of which something else is known now; None when it may be any."""
    gesuggereerd = Signal(str, object)
    uitgevallen = Signal()

    def __init__(self, spelling: Callable[[], Spelling], taken: Taken, ouder: QObject) -> None:
        """``spelling`` is called when a first word is asked about: the service is loaded then, beside the window."""
        super().__init__(ouder)
        self._spelling, self._taken = spelling, taken
        self._goed: frozenset[str] | None = None
        self._leest = False
        self._bekend: dict[str, bool] = {}
        self._genegeerd: set[str] = set()
        self._te_vragen: dict[str, None] = {}
        self._proces = Hulpproces(lambda: spelling().opdracht(), self)
        self._ronde = QTimer(self)
        self._ronde.setSingleShot(True)
        self._ronde.setInterval(0)
        self._verbind()

    def _verbind(self) -> None:
        self._ronde.timeout.connect(self._on_ronde)
        self._proces.beoordeeld.connect(self._on_beoordeeld)
        self._proces.gesuggereerd.connect(self.gesuggereerd)
        self._proces.uitgevallen.connect(self._on_uitgevallen)

    def is_goed(self, woord: str) -> bool | None:
        """Whether it is spelled right; None while that is being asked."""
        oordeel = self._bekend.get(woord)
        if oordeel:
            return True
        if self._goed is None:
            self._lees_goede()
        elif self._is_bekend(woord, self._goed):
            return True
        elif (rest := self._rest_na_huiswoorden(woord, self._goed)) is not None:
            oordelen = [self.is_goed(deel) for deel in rest]
            return None if None in oordelen else all(oordelen)
        if oordeel is None:
            self._te_vragen[woord] = None
            if self._goed is not None and not self._ronde.isActive():
                self._ronde.start()
        return oordeel

    def vraag_suggesties(self, woord: str) -> None:
        """The answer comes as ``gesuggereerd``, or not at all as ``uitgevallen``."""
        self._proces.vraag_suggesties(woord)

    def negeer(self, woord: str) -> None:
        """Right until the vault is locked."""
        self._genegeerd.add(woord)
        self.gewijzigd.emit(frozenset((woord,)))

    def voeg_toe(self, woord: str) -> None:
        """On the list of the house. Raises GebruikersFout."""
        self._spelling().voeg_toe(woord)
        self.lees_opnieuw()

    def lees_opnieuw(self) -> None:
        """The list of the house was changed."""
        self._goed = None
        self.gewijzigd.emit(None)

    def stop(self) -> None:
        """Forget every word and end the dictionary."""
        self._ronde.stop()
        self._proces.stop()
        self._goed = None
        for bewaard in (self._bekend, self._genegeerd, self._te_vragen):
            bewaard.clear()

    def _is_bekend(self, woord: str, goed: frozenset[str]) -> bool:
        return woord in self._genegeerd or woord in goed or woord[:1].lower() + woord[1:] in goed

    def _rest_na_huiswoorden(self, woord: str, goed: frozenset[str]) -> list[str] | None:
        """Of a compound with a hyphen that a word of the house is part of: the other parts. None for another word."""
        delen = woord.split("-")
        rest = [deel for deel in delen if not self._is_bekend(deel, goed)]
        return rest if len(rest) < len(delen) else None

    def _lees_goede(self) -> None:
        if not self._leest:
            self._leest = True
            self._taken.start(self._goede_woorden, gelukt=self._on_gelezen, mislukt=self._on_niet_gelezen)

    def _goede_woorden(self) -> frozenset[str]:
        return self._spelling().goede_woorden()

    def _on_gelezen(self, woorden: frozenset[str]) -> None:
        self._leest, self._goed = False, woorden
        self._te_vragen.clear()
        self.gewijzigd.emit(None)

    def _on_niet_gelezen(self, _fout: GebruikersFout) -> None:
        """Without the words of the house there are no lines; the next field tries again."""
        self._leest = False
        self._te_vragen.clear()

    def _on_ronde(self) -> None:
        woorden = list(self._te_vragen)[:SAMEN]
        if woorden:
            self._proces.vraag(woorden)

    def _on_beoordeeld(self, woorden: tuple[str, ...], fout: frozenset[str]) -> None:
        if len(self._bekend) + len(woorden) > MEESTE_WOORDEN:
            self._bekend.clear()
        for woord in woorden:
            self._bekend[woord] = woord not in fout
            self._te_vragen.pop(woord, None)
        if self._te_vragen:
            self._ronde.start()
        self.gewijzigd.emit(fout)

    def _on_uitgevallen(self) -> None:
        self._te_vragen.clear()
        self.uitgevallen.emit()
