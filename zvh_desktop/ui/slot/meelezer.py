"""Looks every few seconds at a vault that is only read here, and lets the window read again what changed."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.ui.draden.taken import Taken

if TYPE_CHECKING:
    from zvh_desktop.ui.main_window import Hoofdvenster
    from zvh_desktop.ui.protocollen import Meelezing, Vensterdiensten

log = logging.getLogger(__name__)

TUSSEN_MS = 3000


class Meelezer(QObject):
    """``verlopen``: the vault got another key, so it has to be opened anew to see more."""

    gelezen = Signal()
    verlopen = Signal()

    def __init__(self, taken: Taken, ouder: QObject | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("meelezer")
        self._taken = taken
        self._venster: Hoofdvenster | None = None
        self._diensten: Vensterdiensten | None = None
        self._laatste = -1
        self._bezig = False
        self._tik = QTimer(self)
        self._tik.setInterval(TUSSEN_MS)
        self._tik.timeout.connect(self.kijk)

    def begin(self, venster: Hoofdvenster, diensten: Vensterdiensten) -> None:
        """Follow this window, if it only reads."""
        if diensten.sessie.alleen_lezen:
            self._venster, self._diensten, self._laatste, self._bezig = venster, diensten, -1, False
            self._tik.start()
            self.kijk()

    def stop(self) -> None:
        """The window goes."""
        self._tik.stop()
        self._venster = self._diensten = None

    def kijk(self) -> None:
        """Look now, beside the window."""
        if self._diensten is not None and not self._bezig:
            self._bezig = True
            self._taken.start(self._diensten.zorg.lees_mee, gelukt=self._on_gelezen, mislukt=self._on_niet_gelezen)

    def _on_gelezen(self, meelezing: Meelezing) -> None:
        self._bezig = False
        venster = self._venster
        if venster is None:
            return
        if venster.leesband is not None:
            venster.leesband.zet(meelezing)
        if meelezing.verlopen:
            self.stop()
            self.verlopen.emit()
            return
        eerder, self._laatste = self._laatste, meelezing.laatste
        plaats = venster.plaats() if eerder not in (-1, meelezing.laatste) else None
        if plaats is not None:
            # the same place read again: the keyboard stays where it is
            venster.herstel_plaats(plaats)
        self.gelezen.emit()

    def _on_niet_gelezen(self, fout: GebruikersFout) -> None:
        # a share that is away for a moment: the next look tries again
        self._bezig = False
        log.info("niet meegelezen: %s", type(fout).__name__)
        if self._venster is not None and self._venster.leesband is not None:
            self._venster.leesband.zet_onbereikbaar()
