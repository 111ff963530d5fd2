"""Every act on a disk that fills up, breaks, or whose process is killed: answer, vault and log must agree.

``make daden``: 17 acts at 20 fill levels of a real small disk (as root, on Linux;
otherwise a disk that refuses from the n-th write), the same on a disk that breaks, and a kill at every write.
"""

from __future__ import annotations

import functools
import logging
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from daad_schijf import Storing, gedood, kapot, schijf, vol
from daad_toneel import GEVALLEN, Geval, antwoord, maak, oordeel, open_voor, opruimen, zet_klaar
from nacl.pwhash import argon2id

NIVEAUS = (0, 4, 8, 12, 16, 24, 32, 40, 48, 64, 80, 96, 128, 160, 224, 320, 480, 800, 1600, 4000)
"""KiB that are left."""
DIEPST = 80
Sjabloon = tuple[Path, str]


def beproef_storing(sjabloon: Sjabloon, geval: Geval, map_: Path, goed: int, storing: Storing) -> tuple[str, bool]:
    """What does not agree, and whether the act needed no more writes than were good."""
    kluisje = zet_klaar(sjabloon, map_)
    diensten = open_voor(geval, kluisje)
    with schijf(goed, storing) as tel:
        gezegd = antwoord(geval, kluisje, diensten)
        over = tel[0] <= goed
        if diensten is not None:
            diensten.sluit()
    try:
        return oordeel(geval, kluisje, gezegd), over
    finally:
        opruimen(kluisje)


def beproef_dood(sjabloon: Sjabloon, geval: Geval, map_: Path, goed: int) -> tuple[str, bool]:
    """The same for a process that is killed at the next write; a child does it, so this one lives on."""
    kluisje = zet_klaar(sjabloon, map_)
    kind = os.fork()
    if kind == 0:
        diensten = open_voor(geval, kluisje)
        with schijf(goed, gedood):
            antwoord(geval, kluisje, diensten)
        os._exit(0)
    _, status = os.waitpid(kind, 0)
    try:
        return oordeel(geval, kluisje, None), not os.WIFSIGNALED(status)
    finally:
        opruimen(kluisje)


def beproef_niveau(sjabloon: Sjabloon, geval: Geval, schijfje: Path, kib: int) -> str:
    """On a real disk with so much room left."""
    kluisje = zet_klaar(sjabloon, schijfje / "proef")
    diensten = open_voor(geval, kluisje)
    vulling = schijfje / "vulling"
    vrij = os.statvfs(schijfje)
    with vulling.open("wb") as bestand:
        os.posix_fallocate(bestand.fileno(), 0, max(vrij.f_bavail * vrij.f_frsize - kib * 1024, 1))
    gezegd = antwoord(geval, kluisje, diensten)
    if diensten is not None:
        try:
            diensten.sluit()
        except Exception as fout:  # noqa: BLE001 - closing must not fail either
            gezegd = f"sluiten: {type(fout).__name__}"
    vulling.unlink()
    try:
        return oordeel(geval, kluisje, gezegd)
    finally:
        opruimen(kluisje)


@contextmanager
def klein_schijfje(basis: Path) -> Iterator[Path | None]:
    """A small disk of its own; None where that may not be made."""
    punt = basis / "schijfje"
    punt.mkdir()
    mag = sys.platform == "linux" and os.geteuid() == 0
    opdracht = ["/bin/mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(punt)]
    if not mag or subprocess.run(opdracht, check=False, capture_output=True).returncode:
        yield None
        return
    try:
        yield punt
    finally:
        subprocess.run(["/bin/umount", str(punt)], check=True)


def main() -> int:
    """One line for each kind; the exit code is 1 when something did not agree."""
    logging.disable(logging.CRITICAL)
    argon2id.kdf = functools.cache(argon2id.kdf)
    begin, mis, tel = time.monotonic(), [], Counter[str]()
    gekozen = [geval for geval in GEVALLEN if not sys.argv[1:] or geval.naam in sys.argv[1:]]
    with tempfile.TemporaryDirectory(prefix="zvh-daden-") as tijdelijk:
        basis = Path(tijdelijk)
        os.environ["ZVH_GEBRUIKERSMAP"] = str(basis / "gebruiker")
        sjabloon = maak(basis)
        with klein_schijfje(basis) as schijfje:
            for geval in gekozen:
                for kib in NIVEAUS if schijfje is not None else ():
                    assert schijfje is not None
                    fout = beproef_niveau(sjabloon, geval, schijfje, kib)
                    tel["volle schijf, echt"] += 1
                    mis += [f"{geval.naam}, {kib} KiB vrij: {fout}"] if fout else []
        for geval in gekozen:
            for naam, storing in (("volle schijf, nagebootst", vol), ("kapotte schijf", kapot), ("gedood", None)):
                for goed in range(DIEPST):
                    map_ = basis / "proef"
                    fout, over = (
                        beproef_dood(sjabloon, geval, map_, goed)
                        if storing is None
                        else beproef_storing(sjabloon, geval, map_, goed, storing)
                    )
                    tel[naam] += 1
                    mis += [f"{geval.naam}, {naam} na {goed}: {fout}"] if fout else []
                    if over:
                        break
    for naam, aantal in tel.items():
        sys.stdout.write(f"{naam:<28}{aantal:>6}\n")
    for regel in mis:
        sys.stdout.write(f"niet eens  {regel}\n")
    sys.stdout.write(f"duur: {time.monotonic() - begin:.0f} s\n")
    return 1 if mis else 0


if __name__ == "__main__":
    sys.exit(main())
