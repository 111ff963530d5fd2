"""The process that takes over at the lock: started here, and waited for until its login stands there (ADR 0035).

Memory of a running Python process cannot be wiped. So the process that had the vault open ends, and another, that never
had it, shows the login. When that one does not come, the lock stays here, as it was before there was another.
"""

from __future__ import annotations

import contextlib
import ctypes
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from zvh_desktop.ui.slot.overdracht import Overdracht
from zvh_desktop.ui.slot.voorganger import KLAAR

log = logging.getLogger(__name__)

GEDULD_MS = 45_000
"""A start takes a second, on a computer that is busy ten. After this the lock goes on here."""


def _omgeving() -> dict[str, str]:
    # Or PyInstaller takes the new process for a part of the old one.
    return {**os.environ, **({"PYINSTALLER_RESET_ENVIRONMENT": "1"} if getattr(sys, "frozen", False) else {})}


class Opvolger(QObject):
    """One new process. ``gekomen``: its login stands there. ``uitgebleven``: it never will."""

    gekomen = Signal()
    uitgebleven = Signal()
    _gehoord = Signal(bool)
    """Crosses from the thread that listens to that of the window."""

    def __init__(self, opdracht: Sequence[str], ouder: QObject | None = None, geduld_ms: int = GEDULD_MS) -> None:
        super().__init__(ouder)
        self.setObjectName("opvolger")
        self._opdracht = tuple(opdracht)
        self._proces: subprocess.Popen[bytes] | None = None
        self._afgebroken = False
        self._wekker = QTimer(self)
        self._wekker.setSingleShot(True)
        self._wekker.setInterval(geduld_ms)
        self._verbind()

    def _verbind(self) -> None:
        self._wekker.timeout.connect(self._on_te_laat)
        self._gehoord.connect(self._on_gehoord, Qt.ConnectionType.QueuedConnection)

    def begin(self, overdracht: Overdracht) -> None:
        """Start it, beside the window."""
        self._wekker.start()
        threading.Thread(target=self._werk, args=(overdracht.als_regel(),), name="opvolger", daemon=True).start()

    def _werk(self, regel: bytes) -> None:
        klaar = False
        try:
            # Its input stays open as long as this process lives: its end says that the vault is free.
            self._proces = proces = subprocess.Popen(  # noqa: S603  this program itself
                self._opdracht, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=_omgeving()
            )
            _sta_voorgrond_toe(proces.pid)
            if proces.stdin is not None and proces.stdout is not None:
                proces.stdin.write(regel)
                proces.stdin.flush()
                klaar = any(gezegd.strip() == KLAAR for gezegd in iter(proces.stdout.readline, b""))
        except OSError as fout:
            log.critical("opvolger niet gestart: %s", type(fout).__name__)
        with contextlib.suppress(RuntimeError):  # this window is gone already
            self._gehoord.emit(klaar)

    def _on_te_laat(self) -> None:
        self.breek_af()

    def breek_af(self) -> None:
        """End it: it must not come after all. Its silence is then heard as any other."""
        self._afgebroken = True
        if self._proces is not None:
            self._proces.kill()

    def _on_gehoord(self, klaar: bool) -> None:
        self._wekker.stop()
        if klaar and not self._afgebroken:
            self.gekomen.emit()
            return
        if self._proces is not None:
            self._proces.kill()
            with contextlib.suppress(OSError):
                self._proces.communicate()
            log.critical("opvolger gestopt met %s", self._proces.returncode)
        self.uitgebleven.emit()


def _sta_voorgrond_toe(pid: int) -> None:
    if sys.platform == "win32":
        ctypes.WinDLL("user32").AllowSetForegroundWindow(pid)
