"""A screen of its own (Xvfb) and the moment a program has something to read on it; for Linux only.

The picture is asked over the X protocol itself, so that every program is looked at in the same way and from outside:
Qt, and what is not Qt. Programs in other languages of the same kind stand beside ours in one run.
"""

from __future__ import annotations

import os
import shutil
import socket
import struct
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

BREED, HOOG = 800, 600
VLAK = (10, 100, 480, 200)
"""Where on the screen every program of the measurement has text: x, y, width, height."""
KLEUREN = 8
"""Letters have soft edges: more colours than this in the picture is text, fewer is an empty screen or window."""
HOOGSTENS_SECONDEN = 60.0


def heeft_scherm() -> bool:
    """Whether a screen can be made here."""
    return shutil.which("Xvfb") is not None


class Scherm:
    """One screen with nothing else on it, not even a window manager."""

    def __init__(self) -> None:
        lezen, schrijven = os.pipe()
        with os.fdopen(lezen) as antwoord:
            self._server = subprocess.Popen(  # noqa: S603  with our own words
                [_pad("Xvfb"), "-displayfd", str(schrijven), "-screen", "0", f"{BREED}x{HOOG}x24", "-noreset"],
                pass_fds=(schrijven,),
                stderr=subprocess.DEVNULL,
            )
            os.close(schrijven)
            self.naam = f":{antwoord.readline().strip()}"
        self._lijn = socket.socket(socket.AF_UNIX)
        self._lijn.connect(f"/tmp/.X11-unix/X{self.naam[1:]}")  # noqa: S108  where X has its sockets
        self._wortel = self._groet()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_fout: object) -> None:
        self._lijn.close()
        self._server.terminate()
        self._server.wait()

    def _groet(self) -> int:
        """Say hello in the X protocol; the answer holds the number of the root window."""
        self._lijn.sendall(struct.pack("<BxHHHHxx", ord("l"), 11, 0, 0, 0))
        gelukt, lengte = struct.unpack("<B5xH", self._lees(8))
        antwoord = self._lees(4 * lengte)
        if gelukt != 1:
            raise RuntimeError("het scherm laat niemand toe")
        leverancier, formaten = struct.unpack_from("<H", antwoord, 16)[0], antwoord[21]
        wortel: int = struct.unpack_from("<I", antwoord, 32 + (leverancier + 3) // 4 * 4 + 8 * formaten)[0]
        return wortel

    def _lees(self, aantal: int) -> bytes:
        deel = bytearray()
        while len(deel) < aantal:
            stuk = self._lijn.recv(aantal - len(deel))
            if not stuk:
                raise RuntimeError("het scherm is weg")
            deel += stuk
        return bytes(deel)

    def heeft_tekst(self) -> bool:
        """Whether something can be read on the screen now."""
        x, y, breed, hoog = VLAK
        self._lijn.sendall(struct.pack("<BBHIhhHHI", 73, 2, 5, self._wortel, x, y, breed, hoog, 0xFFFFFFFF))
        kop = self._lees(32)
        punten = memoryview(self._lees(4 * struct.unpack_from("<I", kop, 4)[0])).cast("I")
        return len(set(punten)) > KLEUREN

    def wacht_op_tekst(self, gezien: bool = True) -> None:
        """Until there is (or no longer is) something to read."""
        begin = time.perf_counter()
        while self.heeft_tekst() is not gezien:
            if time.perf_counter() - begin > HOOGSTENS_SECONDEN:
                raise RuntimeError("er kwam geen venster")
            time.sleep(0.002)


@contextmanager
def eigen_omgeving(scherm: Scherm, erbij: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """The environment of someone who never started the program before."""
    with tempfile.TemporaryDirectory(prefix="zvh-bench-") as thuis:
        namen = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")
        yield {
            **os.environ,
            **dict.fromkeys(namen, thuis),
            "DISPLAY": scherm.naam,
            "QT_QPA_PLATFORM": "xcb",
            "ZVH_GEBRUIKERSMAP": thuis,
            **erbij,
        }


def tijd_tot_venster(scherm: Scherm, opdracht: Sequence[str]) -> float:
    """Seconds from starting a program until its window can be read."""
    with eigen_omgeving(scherm, {}) as omgeving:
        begin = time.perf_counter()
        proces = start(opdracht, omgeving)
        try:
            scherm.wacht_op_tekst()
            tijd = time.perf_counter() - begin
        finally:
            proces.kill()
            proces.communicate()
        scherm.wacht_op_tekst(gezien=False)
    return tijd


def start(opdracht: Sequence[str], omgeving: Mapping[str, str]) -> subprocess.Popen[str]:
    """A program from the root of the project."""
    return subprocess.Popen(  # noqa: S603  with our own words
        opdracht,
        env=omgeving,
        cwd=Path(__file__).resolve().parent.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def eigen_deel(proces: int) -> float:
    """MiB that a process holds, shared memory counted for its part (PSS)."""
    regels = Path(f"/proc/{proces}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(regel.split()[1]) for regel in regels if regel.startswith("Pss:")) / 1024


def _pad(programma: str) -> str:
    pad = shutil.which(programma)
    if pad is None:
        raise RuntimeError(f"{programma} is er niet")
    return pad
