"""One running application: its process, the questions to it, and what it left behind."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from multiprocessing import Pipe
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from wachten import GEDULD, Verlopen

BODE = Path(__file__).with_name("bode.py")
GEBOUWD = os.environ.get("VENSTERPROEF_PROGRAMMA")
"""A built program that bode.py stands in, instead of the one of this checkout."""
KANAAL = "VENSTERPROEF_KANAAL"
LOG = "zvh.log"

# Said by Qt on a bare X server, and of no weight for the application.
ONSCHULDIG = re.compile(r"^\s*$")

P = ParamSpec("P")
Antwoord = TypeVar("Antwoord")


class Gestorven(AssertionError):
    """The application ended while it was still needed."""


class Programma:
    """Started on a screen with a user folder of its own."""

    def __init__(self, argumenten: tuple[str, ...], omgeving: Mapping[str, str], uitvoer: Path) -> None:
        self._uitvoer = uitvoer
        self._kanaal, daar = Pipe()
        with uitvoer.open("wb") as uit:
            self._proces = subprocess.Popen(
                [*([GEBOUWD] if GEBOUWD else [sys.executable, "-X", "faulthandler", str(BODE)]), *argumenten],
                env={**omgeving, KANAAL: str(daar.fileno())},
                stdin=subprocess.DEVNULL,
                stdout=uit,
                stderr=subprocess.STDOUT,
                pass_fds=(daar.fileno(),),
            )
        daar.close()

    def loopt(self) -> bool:
        """Whether the process is there."""
        return self._proces.poll() is None

    def gezegd(self) -> str:
        """All it wrote on stdout and stderr."""
        return self._uitvoer.read_text(encoding="utf-8", errors="replace")

    def vraag(self, functie: Callable[P, Antwoord], *waarden: P.args, **_geen: P.kwargs) -> Antwoord:
        """Have a function of a module run in the thread of the window. Raises Gestorven, Verlopen."""
        if "<" in functie.__qualname__:
            raise TypeError("geef een functie die in een module staat: zij wordt in het programma zelf uitgevoerd")
        try:
            self._kanaal.send((functie.__module__, functie.__qualname__, waarden))
            if not self._kanaal.poll(GEDULD):
                raise Verlopen(f"het venster antwoordt al {GEDULD:.0f} seconden niet")
            goed, antwoord = self._kanaal.recv()
        except (EOFError, OSError) as fout:
            raise Gestorven(f"het programma is gestopt ({self.einde()}):\n{self.gezegd()[-4000:]}") from fout
        if not goed:
            raise AssertionError(f"de vraag {functie.__qualname__} ging mis in het programma:\n{antwoord}")
        uitkomst: Antwoord = antwoord
        return uitkomst

    def einde(self, geduld: float = GEDULD) -> str:
        """Wait until the process has ended: its exit code, or the signal that killed it. Raises Verlopen."""
        try:
            code = self._proces.wait(geduld)
        except subprocess.TimeoutExpired as fout:
            raise Verlopen(f"het programma stopt niet binnen {geduld:.0f} seconden") from fout
        return signal.Signals(-code).name if code < 0 else str(code)

    def ruim_op(self) -> None:
        """End it, whatever it is doing."""
        if self.loopt():
            os.kill(self._proces.pid, signal.SIGKILL)
            self._proces.wait()
        self._kanaal.close()


def bezwaren(gezegd: str, log: str, mag: Any = ()) -> list[str]:
    """What a run of the application may not leave behind: any line on stderr, any line in its log."""
    regels = [("stderr", regel) for regel in gezegd.splitlines()] + [("log", regel) for regel in log.splitlines()]
    return [
        f"{waar}: {regel}"
        for waar, regel in regels
        if not ONSCHULDIG.search(regel) and not any(re.search(patroon, regel) for patroon in mag)
    ]
