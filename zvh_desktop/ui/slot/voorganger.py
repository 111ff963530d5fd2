"""The process that locked, seen from the one that shows the login after it (ADR 0035)."""

from __future__ import annotations

import contextlib
import os
import sys
import threading

from zvh_desktop.ui.slot.overdracht import Overdracht

NA_SLOT = "--na-slot"
"""The word with which this program starts itself at the lock; nobody types it."""
KLAAR = b"klaar"
GEDULD_S = 120.0
"""The one before may still have to erase what was deleted."""
_BLOK = 65536


def opdracht_opnieuw() -> list[str]:
    """This program once more, the way it was started itself, without the words typed after it."""
    if getattr(sys, "frozen", False):
        return [sys.executable, NA_SLOT]
    eigen = sys.orig_argv[: len(sys.orig_argv) - len(sys.argv) + 1]
    return [sys.executable, *eigen[1:], NA_SLOT]


class Voorganger:
    """Reads what is handed over, says when the login stands, and knows when the other has ended."""

    def __init__(self, lezen: int, schrijven: int) -> None:
        self._lezen = lezen
        self._schrijven = schrijven
        self._weg = threading.Event()
        self.overdracht: Overdracht | None = None

    @classmethod
    def op_de_leiding(cls) -> Voorganger:
        """The one that started this process, over its standard input and output."""
        return cls(0, 1)

    def neem_over(self) -> Overdracht | None:
        """Wait for the line that comes at once; None when there is no other process, or it has died."""
        with contextlib.suppress(OSError):
            self.overdracht = Overdracht.uit_regel(self._lees_regel())
        threading.Thread(target=self._luister, name="voorganger", daemon=True).start()
        return self.overdracht

    # Bare descriptors: a thread that waits within a file object would keep this program from ending before the other.

    def _lees_regel(self) -> bytes:
        regel = b""
        while not regel.endswith(b"\n"):
            deel = os.read(self._lezen, _BLOK)
            if not deel:
                break
            regel += deel
        return regel

    def _luister(self) -> None:
        with contextlib.suppress(OSError):
            while os.read(self._lezen, _BLOK):
                pass
        self._weg.set()

    def meld_klaar(self) -> None:
        """Say that the login stands on the screen; after this there is nobody to write to."""
        with contextlib.suppress(OSError):
            os.write(self._schrijven, KLAAR + b"\n")
            niets = os.open(os.devnull, os.O_WRONLY)
            os.dup2(niets, self._schrijven)
            os.close(niets)

    def wacht_tot_weg(self) -> None:
        """Until the other has ended and the vault is free. Called where waiting is allowed, not in the window."""
        self._weg.wait(GEDULD_S)
