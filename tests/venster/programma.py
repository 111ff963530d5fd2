"""One running application: its process, the questions to it, and what it left behind.

At a lock another process takes over. Whoever asks here does not notice: the question goes to the one that is there.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import re
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from wachten import GEDULD, Verlopen, wacht_tot

BODE = Path(__file__).with_name("bode.py")
GEBOUWD = os.environ.get("VENSTERPROEF_PROGRAMMA")
"""A built program that bode.py stands in, instead of the one of this checkout."""
KANAAL = "VENSTERPROEF_KANAAL"
LOG = "zvh.log"

# Said by Qt on a bare X server, and of no weight for the application.
ONSCHULDIG = re.compile(r"^\s*$")
_PR_SET_CHILD_SUBREAPER = 36

P = ParamSpec("P")
Antwoord = TypeVar("Antwoord")


class Gestorven(AssertionError):
    """The application ended while it was still needed."""


class Programma:
    """Started on a screen with a user folder of its own."""

    def __init__(self, argumenten: tuple[str, ...], omgeving: Mapping[str, str], uitvoer: Path) -> None:
        self._uitvoer = uitvoer
        # Who takes over is a child of a child; its end is told to us.
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        self._map = tempfile.mkdtemp(prefix="bode-")  # the path of such a door may not be long
        self._deur = socket.socket(socket.AF_UNIX)
        self._deur.bind(f"{self._map}/deur")
        self._deur.listen()
        self._kanaal: Connection[Any, Any] | None = None
        self._codes: dict[int, int] = {}
        with uitvoer.open("wb") as uit:
            eerste = subprocess.Popen(
                [*([GEBOUWD] if GEBOUWD else [sys.executable, "-X", "faulthandler", str(BODE)]), *argumenten],
                env={**omgeving, KANAAL: f"{self._map}/deur"},
                stdin=subprocess.DEVNULL,
                stdout=uit,
                stderr=subprocess.STDOUT,
            )
        self.pid = eerste.pid
        eerste.returncode = 0  # waited for here, by its number, as those after it

    def loopt(self) -> bool:
        """Whether there is a process."""
        return self._leeft(self.pid) or self._volg_op()

    def gezegd(self) -> str:
        """All it wrote on stdout and stderr."""
        return self._uitvoer.read_text(encoding="utf-8", errors="replace")

    def vraag(self, functie: Callable[P, Antwoord], *waarden: P.args, **_geen: P.kwargs) -> Antwoord:
        """Have a function of a module run in the thread of the window. Raises Gestorven, Verlopen."""
        if "<" in functie.__qualname__:
            raise TypeError("geef een functie die in een module staat: zij wordt in het programma zelf uitgevoerd")
        while True:
            try:
                goed, antwoord = self._vraag((functie.__module__, functie.__qualname__, waarden))
            except (EOFError, OSError) as fout:
                if self._volg_op():
                    continue
                raise Gestorven(f"het programma is gestopt ({self.einde()}):\n{self.gezegd()[-4000:]}") from fout
            break
        if not goed:
            raise AssertionError(f"de vraag {functie.__qualname__} ging mis in het programma:\n{antwoord}")
        uitkomst: Antwoord = antwoord
        return uitkomst

    def _vraag(self, vraag: tuple[str, str, tuple[object, ...]]) -> tuple[bool, Any]:
        if self._kanaal is None:
            wacht_tot(self._begonnen, "het programma")
            if self._kanaal is None:
                raise EOFError
        self._kanaal.send(vraag)
        if not self._kanaal.poll(GEDULD):
            raise Verlopen(f"het venster antwoordt al {GEDULD:.0f} seconden niet")
        goed, antwoord = self._kanaal.recv()
        return bool(goed), antwoord

    def _begonnen(self) -> bool:
        return self._volg_op() or not self._leeft(self.pid)

    def _volg_op(self) -> bool:
        """Turn to the process that has called at the door since, if one has."""
        if self._deur.fileno() < 0 or not select.select([self._deur], [], [], 0)[0]:
            return False
        if self._kanaal is not None:
            self._kanaal.close()
        self._kanaal = Connection(self._deur.accept()[0].detach())
        self.pid = self._kanaal.recv()
        return True

    def _leeft(self, pid: int) -> bool:
        if pid in self._codes:
            return False
        try:
            klaar, stand = os.waitpid(pid, os.WNOHANG)
        except ChildProcessError:
            return True  # the child of a process that is still there
        if klaar:
            self._codes[pid] = os.waitstatus_to_exitcode(stand)
        return not klaar

    def einde(self, geduld: float = GEDULD) -> str:
        """Wait until the last process has ended: its exit code, or the signal that killed it. Raises Verlopen."""
        wacht_tot(lambda: not self.loopt(), "het einde van het programma", geduld)
        code = next((code for code in self._codes.values() if code), 0)
        return signal.Signals(-code).name if code < 0 else str(code)

    def ruim_op(self) -> None:
        """End it, whatever it is doing."""
        while self.loopt():
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
        if self._kanaal is not None:
            self._kanaal.close()
        self._deur.close()
        shutil.rmtree(self._map, ignore_errors=True)


def bezwaren(gezegd: str, log: str, mag: Any = ()) -> list[str]:
    """What a run of the application may not leave behind: any line on stderr, any line in its log."""
    regels = [("stderr", regel) for regel in gezegd.splitlines()] + [("log", regel) for regel in log.splitlines()]
    return [
        f"{waar}: {regel}"
        for waar, regel in regels
        if not ONSCHULDIG.search(regel) and not any(re.search(patroon, regel) for patroon in mag)
    ]
