"""Starts the application as a user would, and answers questions about what stands in its windows.

It only looks: whatever is done to a window is done with the real mouse and keyboard. A question is a function with
its arguments; it runs in the thread of the window, between two events, as anything in the application does. The process
that takes over at a lock is this program too: it calls at the same door, and says which process it is.
"""

from __future__ import annotations

import importlib
import os
import socket
import sys
import threading
import traceback
from multiprocessing.connection import Connection
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

KANAAL = "VENSTERPROEF_KANAAL"


class Bode(QObject):
    """Stands in the thread of the window; questions come in from a thread that does nothing but listen."""

    gevraagd = Signal(object)

    def __init__(self, kanaal: Connection[Any, Any]) -> None:
        super().__init__()
        self._kanaal = kanaal
        self.gevraagd.connect(self._on_gevraagd, Qt.ConnectionType.QueuedConnection)

    def luister(self) -> None:
        """Pass on what is asked, until the other side is gone, or this program ends (a RuntimeError of Qt)."""
        try:
            while True:
                self.gevraagd.emit(self._kanaal.recv())
        except (EOFError, OSError, RuntimeError):
            return

    def _on_gevraagd(self, vraag: tuple[str, str, tuple[object, ...]]) -> None:
        module, naam, waarden = vraag
        try:
            antwoord = (True, getattr(importlib.import_module(module), naam)(*waarden))
        except Exception:  # noqa: BLE001  whoever asked is told, whatever it was
            antwoord = (False, traceback.format_exc())
        self._kanaal.send(antwoord)


def main() -> int:
    deur = socket.socket(socket.AF_UNIX)
    deur.connect(os.environ[KANAAL])
    kanaal: Connection[Any, Any] = Connection(deur.detach())
    kanaal.send(os.getpid())
    qt = QApplication(["zvh-desktop"])
    bode = Bode(kanaal)
    threading.Thread(target=bode.luister, name="bode", daemon=True).start()
    start = importlib.import_module("zvh_desktop.app").main
    code: int = start(sys.argv[1:])
    del bode, qt
    return code


if __name__ == "__main__":
    sys.exit(main())
