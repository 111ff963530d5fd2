"""Loads what comes after the login beside the window, while the user types the password.

Whoever needs it sooner waits for it: a service call in its own thread, the first-run assistant in that of the window.
No part of Qt is imported here: draden/paginabron.py says why.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.naladen import laad_module

if TYPE_CHECKING:
    from zvh_desktop.ui.na_aanmelden import NaAanmelden

log = logging.getLogger(__name__)

REST = "zvh_desktop.ui.na_aanmelden"


def laad_rest() -> NaAanmelden:
    """Import the rest of the application by name and put it together."""
    samengesteld: NaAanmelden = laad_module(REST).stel_samen()
    return samengesteld


class Lader(QObject):
    """Loads once; its signals arrive in the thread of the window."""

    geladen = Signal()
    mislukt = Signal(object)
    _afgelopen = Signal(object)
    """Crosses from the loading thread to that of the window; nothing else is emitted there."""

    def __init__(self, laad: Callable[[], NaAanmelden] = laad_rest, ouder: QObject | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("lader")
        self._laad = laad
        self._slot = threading.Lock()
        self._draad: threading.Thread | None = None
        self._rest: NaAanmelden | None = None
        self._verbind()

    def _verbind(self) -> None:
        self._afgelopen.connect(self._on_afgelopen, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Start loading; does nothing when that was done before."""
        with self._slot:  # whoever finds a thread here may join it: it runs
            if self._draad is None:
                draad = threading.Thread(target=self._werk, name="laden", daemon=True)
                draad.start()
                self._draad = draad

    def is_geladen(self) -> bool:
        """Whether it is there."""
        return self._rest is not None

    def haal(self) -> NaAanmelden:
        """What was loaded, after waiting for it. Raises GebruikersFout when it could not be loaded."""
        self.begin()
        if self._draad is not None:
            self._draad.join()
        if self._rest is None:
            raise niet_geladen()
        return self._rest

    def _werk(self) -> None:
        try:
            self._rest = self._laad()
        except BaseException as fout:  # noqa: BLE001  whatever it was, the window says that the application is not whole
            log.critical("laden mislukt: %s", type(fout).__name__)
            self._afgelopen.emit(niet_geladen())
        else:
            self._afgelopen.emit(None)

    def _on_afgelopen(self, fout: GebruikersFout | None) -> None:
        if self._draad is not None:
            self._draad.join()  # it has said its last word; nothing of Qt may be let go of in there
        if fout is None:
            self.geladen.emit()
        else:
            self.mislukt.emit(fout)


def niet_geladen() -> GebruikersFout:
    """What the user is told when a part of the application is missing or damaged."""
    return GebruikersFout(
        "Casustafel kan niet helemaal starten. Een deel van het programma ontbreekt of is beschadigd.",
        veilig="Uw kluis is niet aangeraakt.",
        advies="Installeer het programma opnieuw, of vraag uw beheerder dat te doen.",
    )
