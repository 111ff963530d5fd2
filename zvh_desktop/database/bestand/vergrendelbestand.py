"""One process at a time: an operating system lock, and a note that says who has the vault open.

Here too the reserve: a file of zeros that is given free when the disk is full, because then even deleting needs room.
"""

from __future__ import annotations

import contextlib
import getpass
import os
import platform
import shutil
from pathlib import Path

from filelock import FileLock, Timeout

from zvh_desktop.database.bestand.bestanden import EIGEN_BESTAND, schrijf_heel
from zvh_desktop.database.bestand.canoniek import canoniek, uit_canoniek
from zvh_desktop.database.bestand.vertaling import vertaal_fout
from zvh_desktop.errors import KluisInGebruik

SLOTBESTAND = "kluis.slot"
EIGENAARBESTAND = "in-gebruik.json"
RESERVEBESTAND = "reserve.leeg"
RESERVE = 16 * 1024 * 1024
RESERVE_OEFEN = 64 * 1024
MINIMALE_RUIMTE = 200 * 1024 * 1024
_BLOK = 1024 * 1024


class Vergrendeling:
    """The lock on one vault folder. Falls away by itself when the process ends, however it ends."""

    def __init__(self, kluismap: Path) -> None:
        self._eigenaar = kluismap / EIGENAARBESTAND
        self._slot = FileLock(kluismap / SLOTBESTAND, timeout=0, mode=EIGEN_BESTAND, thread_local=False)

    def neem(self) -> None:
        """Take the lock or say who has it."""
        with vertaal_fout():
            try:
                self._slot.acquire()
            except Timeout as fout:
                raise KluisInGebruik(
                    f"Deze kluis is al geopend{self._wie()}.",
                    veilig="Er is niets gewijzigd.",
                    advies="Sluit de kluis daar en probeer het dan opnieuw.",
                ) from fout
        with contextlib.suppress(OSError):
            schrijf_heel(self._eigenaar, canoniek({"computer": platform.node(), "gebruiker": _systeemgebruiker()}))

    def geef_vrij(self) -> None:
        """Release the lock; may be called twice."""
        if not self._slot.is_locked:
            return
        with contextlib.suppress(OSError):
            self._eigenaar.unlink(missing_ok=True)
        self._slot.release(force=True)

    def _wie(self) -> str:
        try:
            waarde = uit_canoniek(self._eigenaar.read_bytes()[:4096])
        except (OSError, ValueError):
            return " door een ander programma"
        if not isinstance(waarde, dict):
            return " door een ander programma"
        return f" door {waarde.get('gebruiker', 'iemand')} op computer {waarde.get('computer', 'onbekend')}"


def maak_reserve(kluismap: Path, grootte: int) -> None:
    """Write the reserve, when it is not there and the disk has ample room."""
    pad = kluismap / RESERVEBESTAND
    if pad.exists() or shutil.disk_usage(kluismap).free < grootte + MINIMALE_RUIMTE // 10:
        return
    beschrijver = os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), EIGEN_BESTAND)
    try:
        with os.fdopen(beschrijver, "wb") as bestand:
            for begin in range(0, grootte, _BLOK):
                bestand.write(bytes(min(_BLOK, grootte - begin)))
    except OSError:
        pad.unlink(missing_ok=True)


def geef_reserve_vrij(kluismap: Path) -> bool:
    """Give the room back to the disk; True when there was something to give."""
    try:
        (kluismap / RESERVEBESTAND).unlink()
    except OSError:
        return False
    return True


def controleer_reserve(kluismap: Path, grootte: int) -> tuple[str, ...]:
    """Findings about the reserve: absent, of another size, or used to hide something."""
    pad = kluismap / RESERVEBESTAND
    if not pad.is_file():
        return ("Het reservebestand ontbreekt: bij een volle schijf is er geen ruimte om af te ronden.",)
    if pad.stat().st_size != grootte:
        return ("Het reservebestand heeft een andere grootte dan bij het maken.",)
    with pad.open("rb") as bestand:
        while blok := bestand.read(_BLOK):
            if blok.strip(b"\x00"):
                return ("In het reservebestand staat iets. Het hoort alleen nullen te bevatten.",)
    return ()


def waarschuwing_ruimte(kluismap: Path) -> str | None:
    """A sentence when the disk is nearly full."""
    vrij = shutil.disk_usage(kluismap).free
    if vrij >= MINIMALE_RUIMTE:
        return None
    return f"De schijf is bijna vol: er is nog {vrij // (1024 * 1024)} MB vrij. Maak ruimte vrij."


def _systeemgebruiker() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "onbekend"
