"""What the key store of this computer knows of who is at the login.

It is asked beside the window: a key store that is locked asks for a password of its own first, and on Linux each answer
takes a while.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from pathlib import Path

    from zvh_desktop.errors import GebruikersFout
    from zvh_desktop.services.kluis.kluisinfo import KluisInfo, Serverbewaring
    from zvh_desktop.ui.draden.taken import Taken
    from zvh_desktop.ui.protocollen import Toegang

    Vraag = tuple[Path, str]


class Sleutelhangerstand(QObject):
    """Asks each thing once; an answer about another house or another name than that of now is dropped."""

    gewijzigd = Signal()
    bewaring_bekend = Signal(object)
    """A Serverbewaring: what is kept of the database account of the house that was chosen."""

    def __init__(self, toegang: Toegang, taken: Taken, ouder: QObject) -> None:
        super().__init__(ouder)
        self._toegang = toegang
        self._taken = taken
        self._huis: Path | None = None
        self._gevraagd: Vraag | None = None
        self._opent: Vraag | None = None

    def kijk(self, map_: Path | None, info: KluisInfo | None, naam: str) -> None:
        """This house and this name are there now; ask what is not known of them yet."""
        if map_ is None or info is None:
            self._huis = self._gevraagd = None
        elif info.server:
            self._gevraagd = None
            if map_ != self._huis:
                self._taken.start(
                    partial(_bewaring, self._toegang, map_), gelukt=self._on_bewaring, mislukt=self._on_mislukt
                )
            self._huis = map_
        else:
            self._huis = None
            vraag = (map_, naam) if naam else None
            if vraag is not None and vraag != self._gevraagd:
                self._taken.start(
                    partial(_opent, self._toegang, vraag), gelukt=self._on_apparaat, mislukt=self._on_mislukt
                )
            self._gevraagd = vraag

    def opent(self) -> bool:
        """Whether this computer opens the vault for the name of now, as far as is known."""
        return self._gevraagd is not None and self._opent == self._gevraagd

    def _on_bewaring(self, antwoord: tuple[Path, Serverbewaring]) -> None:
        map_, bewaring = antwoord
        if map_ == self._huis:
            self.bewaring_bekend.emit(bewaring)

    def _on_apparaat(self, antwoord: tuple[Vraag, bool]) -> None:
        vraag, opent = antwoord
        if vraag == self._gevraagd:
            self._opent = vraag if opent else None
            self.gewijzigd.emit()

    def _on_mislukt(self, _fout: GebruikersFout) -> None:
        """Nothing is known, so nothing is offered; the password opens the house as always."""


def _bewaring(toegang: Toegang, map_: Path) -> tuple[Path, Serverbewaring]:
    return map_, toegang.bewaard.databaseaccount(map_)


def _opent(toegang: Toegang, vraag: Vraag) -> tuple[Vraag, bool]:
    return vraag, toegang.bewaard.opent(*vraag)
