"""What the key store of this computer knows of who is at the login.

It is asked beside the window, in a thread that nobody waits for: a key store that is locked asks for a password of its
own first, and may be left standing so. Opening with a password, locking and closing have nothing to do with that.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from zvh_desktop.errors import GebruikersFout

if TYPE_CHECKING:
    from pathlib import Path

    from zvh_desktop.services.kluis.kluisinfo import KluisInfo, Serverbewaring
    from zvh_desktop.ui.protocollen import Toegang

    Vraag = tuple[Path, str]
    Antwoord = Serverbewaring | bool

log = logging.getLogger(__name__)
_KIJK_MS = 50
"""How often the window looks whether there is an answer, as long as one is to come."""


class Sleutelhangerstand(QObject):
    """Asks each thing once; an answer about another house or another name than that of now is dropped."""

    gewijzigd = Signal()
    bewaring_bekend = Signal(object)
    """A Serverbewaring: what is kept of the database account of the house that was chosen."""

    def __init__(self, toegang: Toegang, ouder: QObject) -> None:
        super().__init__(ouder)
        self._vrager = _Vrager(toegang)
        self._vraag: Vraag | None = None
        self._opent: Vraag | None = None
        self._kijker = QTimer(self)
        self._kijker.setInterval(_KIJK_MS)
        self._kijker.timeout.connect(self._on_kijken)

    def kijk(self, map_: Path | None, info: KluisInfo | None, naam: str) -> None:
        """This house and this name are there now; ask what is not known of them yet."""
        vraag = None
        if map_ is not None and info is not None:
            vraag = (map_, "") if info.server else (map_, naam) if naam else None
        if vraag is not None and vraag != self._vraag:
            self._vrager.stel(vraag)
            self._kijker.start()
        self._vraag = vraag

    def opent(self) -> bool:
        """Whether this computer opens the vault for the name of now, as far as is known."""
        return self._vraag is not None and self._opent == self._vraag

    def wacht(self) -> bool:
        """Whether an answer is still to come."""
        return self._kijker.isActive()

    def _on_kijken(self) -> None:
        if not self._vrager.bezig():
            self._kijker.stop()
        for vraag, antwoord in self._vrager.antwoorden():
            if vraag != self._vraag:
                continue
            if isinstance(antwoord, bool):
                self._opent = vraag if antwoord else None
                self.gewijzigd.emit()
            else:
                self.bewaring_bekend.emit(antwoord)


class _Vrager:
    """Asks one thing at a time; of what comes in meanwhile the newest is next. Knows no Qt: it may outlive that."""

    def __init__(self, toegang: Toegang) -> None:
        self._toegang = toegang
        self._slot = threading.Lock()
        self._bezig = False
        self._volgende: Vraag | None = None
        self._antwoorden: deque[tuple[Vraag, Antwoord]] = deque()

    def stel(self, vraag: Vraag) -> None:
        with self._slot:
            self._volgende = vraag
            if not self._bezig:
                self._bezig = True
                threading.Thread(target=self._werk, name="sleutelhanger", daemon=True).start()

    def bezig(self) -> bool:
        """Asked before the answers are taken: what is ready then is among them."""
        with self._slot:
            return self._bezig

    def antwoorden(self) -> list[tuple[Vraag, Antwoord]]:
        return [self._antwoorden.popleft() for _ in range(len(self._antwoorden))]

    def _neem(self) -> Vraag | None:
        with self._slot:
            vraag, self._volgende = self._volgende, None
            self._bezig = vraag is not None
            return vraag

    def _werk(self) -> None:
        while (vraag := self._neem()) is not None:
            try:
                self._antwoorden.append((vraag, self._vraag(*vraag)))
            except GebruikersFout as fout:
                # Nothing is known, so nothing is offered; the password opens the house as always.
                log.info("sleutelhanger niet gevraagd: %s", type(fout).__name__)
            except Exception as fout:  # noqa: BLE001  the next question is asked all the same
                log.critical("sleutelhanger niet gevraagd: %s", type(fout).__name__)

    def _vraag(self, map_: Path, naam: str) -> Antwoord:
        bewaard = self._toegang.bewaard
        return bewaard.opent(map_, naam) if naam else bewaard.databaseaccount(map_)
