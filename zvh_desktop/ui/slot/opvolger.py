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

from PySide6.QtCore import QObject, QTimer, Signal

from zvh_desktop.ui.slot.overdracht import Overdracht
from zvh_desktop.ui.slot.voorganger import KLAAR

log = logging.getLogger(__name__)

GEDULD_MS = 45_000
"""A start takes a second, on a computer that is busy ten. After this the lock goes on here."""
KIJK_MS = 20


def _omgeving() -> dict[str, str]:
    # Or PyInstaller takes the new process for a part of the old one.
    return {**os.environ, **({"PYINSTALLER_RESET_ENVIRONMENT": "1"} if getattr(sys, "frozen", False) else {})}


class _Gesprek:
    """The other process and what it says. No QObject: a thread may hold this to the last, and let go of it anywhere."""

    def __init__(self, opdracht: Sequence[str], regel: bytes) -> None:
        self._opdracht = tuple(opdracht)
        self._regel = regel
        self.proces: subprocess.Popen[bytes] | None = None
        self.antwoord: bool | None = None

    def voer(self) -> None:
        """Start it, hand over, and hear whether it is there."""
        klaar = False
        try:
            # Its input stays open as long as this process lives: its end says that the vault is free.
            self.proces = proces = subprocess.Popen(  # noqa: S603  this program itself
                self._opdracht, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=_omgeving()
            )
            _sta_voorgrond_toe(proces.pid)
            if proces.stdin is not None and proces.stdout is not None:
                proces.stdin.write(self._regel)
                proces.stdin.flush()
                klaar = any(gezegd.strip() == KLAAR for gezegd in iter(proces.stdout.readline, b""))
        except OSError as fout:
            log.critical("opvolger niet gestart: %s", type(fout).__name__)
        self.antwoord = klaar


class Opvolger(QObject):
    """One new process. ``gekomen``: its login stands there. ``uitgebleven``: it never will."""

    gekomen = Signal()
    uitgebleven = Signal()

    def __init__(self, opdracht: Sequence[str], ouder: QObject | None = None, geduld_ms: int = GEDULD_MS) -> None:
        super().__init__(ouder)
        self.setObjectName("opvolger")
        self._opdracht = tuple(opdracht)
        self._gesprek: _Gesprek | None = None
        self._afgebroken = False
        self._wekker = QTimer(self)
        self._wekker.setSingleShot(True)
        self._wekker.setInterval(geduld_ms)
        self._kijker = QTimer(self)
        self._kijker.setInterval(KIJK_MS)
        self._verbind()

    def _verbind(self) -> None:
        self._wekker.timeout.connect(self.breek_af)
        self._kijker.timeout.connect(self._on_kijken)

    def begin(self, overdracht: Overdracht) -> None:
        """Start it, beside the window."""
        self._gesprek = gesprek = _Gesprek(self._opdracht, overdracht.als_regel())
        self._wekker.start()
        self._kijker.start()
        threading.Thread(target=gesprek.voer, name="opvolger", daemon=True).start()

    def proces(self) -> subprocess.Popen[bytes] | None:
        """The other process; None before it runs."""
        return self._gesprek.proces if self._gesprek is not None else None

    def breek_af(self) -> None:
        """End it: it must not come after all. Its silence is then heard as any other."""
        self._afgebroken = True
        proces = self.proces()
        if proces is not None:
            proces.kill()

    def _on_kijken(self) -> None:
        gesprek = self._gesprek
        if gesprek is None or gesprek.antwoord is None:
            return
        self._kijker.stop()
        self._wekker.stop()
        if gesprek.antwoord and not self._afgebroken:
            self.gekomen.emit()
            return
        if gesprek.proces is not None:
            gesprek.proces.kill()
            with contextlib.suppress(OSError):
                gesprek.proces.communicate()
            log.critical("opvolger gestopt met %s", gesprek.proces.returncode)
        self.uitgebleven.emit()


def _sta_voorgrond_toe(pid: int) -> None:
    if sys.platform == "win32":
        ctypes.WinDLL("user32").AllowSetForegroundWindow(pid)
