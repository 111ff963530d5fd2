"""Writing a file so that it is there whole or not at all, also after power loss and on Windows."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import BinaryIO

POGINGEN = 20
WACHT_PER_POGING = 0.05
EIGEN_BESTAND = 0o600
EIGEN_MAP = 0o700
# Windows answers these when a virus scanner or indexer holds the file for a moment.
WINDOWS_BEZET = {5, 32, 33}
KLAD = ".part"
_KLAD_VAN = re.compile(rf"(?P<van>.+)\.[0-9a-f]{{8}}{re.escape(KLAD)}")

Schrijver = Callable[[Path, bytes], None]
"""``schrijf_heel``, or in a folder that does not count yet ``schrijf_nieuw`` or ``schrijf_los``."""


def schrijf_heel(pad: Path, gegevens: bytes) -> None:
    """Replace a file in one step; nobody ever sees half of it."""
    klad = leg_klaar(pad, gegevens)
    try:
        vervang(klad, pad)
    except BaseException:
        with contextlib.suppress(OSError):
            klad.unlink()
        raise
    # It has taken its place; who calls may not be told that it did not.
    with contextlib.suppress(OSError):
        sync_map(pad.parent)


def leg_klaar(pad: Path, gegevens: bytes) -> Path:
    """Write beside a file what will replace it, down to the disk: what needs room has been done then."""
    klad = pad.with_name(f"{pad.name}.{secrets.token_hex(4)}{KLAD}")
    try:
        schrijf_nieuw(klad, gegevens)
    except BaseException:
        with contextlib.suppress(OSError):
            klad.unlink(missing_ok=True)
        raise
    return klad


def klad_van(naam: str) -> str:
    """Of which file this is what ``leg_klaar`` was writing when the program was stopped; empty for any other name."""
    past = _KLAD_VAN.fullmatch(naam)
    return past["van"] if past is not None else ""


def schrijf_nieuw(pad: Path, gegevens: bytes) -> None:
    """Write a file that may not exist yet, readable by its owner only, down to the disk."""
    with _nieuw(pad) as bestand:
        bestand.write(gegevens)
        bestand.flush()
        os.fsync(bestand.fileno())


def schrijf_los(pad: Path, gegevens: bytes) -> None:
    """As ``schrijf_nieuw``, in a folder whose maker brings it down to the disk as a whole (``sync_alles``)."""
    with _nieuw(pad) as bestand:
        bestand.write(gegevens)


def _nieuw(pad: Path) -> BinaryIO:
    vlaggen = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(pad, vlaggen, EIGEN_BESTAND), "wb")


def vervang(bron: Path, doel: Path) -> None:
    """os.replace that outlasts a short sharing violation on Windows."""
    for poging in range(POGINGEN):
        try:
            bron.replace(doel)
        except PermissionError as fout:
            if getattr(fout, "winerror", None) not in WINDOWS_BEZET or poging == POGINGEN - 1:
                raise
            time.sleep(WACHT_PER_POGING)
        else:
            return


def sync_map(pad: Path) -> None:
    """Make a rename last; Windows has no such thing for folders and needs none."""
    if os.name == "nt":
        return
    beschrijver = os.open(pad, os.O_RDONLY)
    try:
        os.fsync(beschrijver)
    except OSError as fout:
        # Some network file systems cannot sync a folder.
        if fout.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(beschrijver)


def sync_bestand(pad: Path) -> None:
    """Push what another library wrote down to the disk."""
    with pad.open("rb+") as bestand:
        os.fsync(bestand.fileno())


def sync_alles(map_: Path) -> None:
    """A folder with all that stands in it, down to the disk: what that is waited for, is waited for together."""
    bestanden = sorted(map_.iterdir())
    with ThreadPoolExecutor(max_workers=len(bestanden) + 1, thread_name_prefix="sync") as naast:
        ook_de_map = naast.submit(sync_map, map_)
        werken = [naast.submit(sync_bestand, pad) for pad in bestanden]
    for werk in werken:
        werk.result()
    # Not every file system can; what stands in it was flushed.
    with contextlib.suppress(OSError):
        ook_de_map.result()


def maak_map(pad: Path) -> None:
    """A folder for its owner only."""
    pad.mkdir(mode=EIGEN_MAP, parents=True, exist_ok=True)
    if os.name != "nt":
        pad.chmod(EIGEN_MAP)
