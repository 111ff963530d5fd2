"""The first window and the memory after logging in, beside KeePassXC: a vault with a password in C++ with Qt.

On a real X display, each program from outside and in a process of its own, by turns. The start of KeePassXC is that
without a database; its memory that of an open one. An empty PySide6 window stands beside both: what Python costs.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.kluizen import GEBRUIKER, WACHTWOORD, Kluizen
from benchmarks.meting import Uitslag, beurtelings, mediaan, ms, overgeslagen, verhouding
from benchmarks.processen import KLAAR
from benchmarks.scherm import Scherm, eigen_deel, eigen_omgeving, heeft_scherm, start, tijd_tot_venster

PROGRAMMA = "keepassxc"
CASUSSEN = 1_000
EERSTE_START, AANMELDEN, GEHEUGEN = "eerste start tot venster", "aanmelden tot venster", "geheugen na aanmelden (PSS)"
HOOGSTENS_EERSTE, HOOGSTENS_AANMELDEN, HOOGSTENS_MIB = 2.0, 1.5, 110.0
ANDER_WACHTWOORD = "alleen om te meten"
RUST_SECONDEN = 4.0


def meet(kluizen: Kluizen) -> list[Uitslag]:
    """Three lines, and one for the empty window; all of them left out with a word where there is no KeePassXC."""
    if sys.platform != "linux" or not heeft_scherm() or shutil.which(PROGRAMMA) is None:
        reden = "KeePassXC of Xvfb is hier niet"
        return [overgeslagen(rij, reden) for rij in (EERSTE_START, AANMELDEN, GEHEUGEN)]
    kluismap = str(kluizen.map_van(CASUSSEN))
    kdbx = _maak_kdbx(kluizen.los_bestand("meet.kdbx"))
    with Scherm() as scherm:
        return [*_tijden(scherm, kluismap), _geheugen(scherm, kluismap, kdbx)]


def _tijden(scherm: Scherm, kluismap: str) -> list[Uitslag]:
    ons = (sys.executable, "-m", "zvh_desktop")
    eerste, aanmelden, kaal, ander = beurtelings(
        lambda: tijd_tot_venster(scherm, ons),
        lambda: tijd_tot_venster(scherm, (*ons, "--kluis", kluismap)),
        lambda: tijd_tot_venster(scherm, (sys.executable, "-m", "benchmarks.venster_kaal", "blijf")),
        lambda: tijd_tot_venster(scherm, (PROGRAMMA,)),
        keren=9,
        warm=1,
    )
    maat = mediaan(ander)
    return [
        verhouding(EERSTE_START, mediaan(eerste), maat, HOOGSTENS_EERSTE),
        verhouding(AANMELDEN, mediaan(aanmelden), maat, HOOGSTENS_AANMELDEN),
        Uitslag("leeg PySide6-venster", ms(mediaan(kaal)), ms(maat), f"{mediaan(kaal) / maat:.2f}x", "-", True),
    ]


def _geheugen(scherm: Scherm, kluismap: str, kdbx: Path) -> Uitslag:
    """An empty PySide6 window stays open all the while, so that the libraries of each program are shared with another.

    PSS divides what is shared: without it the figure depends on what else happens to run, some 18 MiB either way. The
    C++ libraries of KeePassXC are shared with the rest of a desktop in the same way.
    """
    aangemeld = (sys.executable, "-m", "benchmarks.venster_ontgrendeld", kluismap, GEBRUIKER, WACHTWOORD)
    with Scherm() as ander_scherm, eigen_omgeving(ander_scherm, {}) as omgeving:
        buur = start((sys.executable, "-m", "benchmarks.venster_kaal", "blijf"), omgeving)
        try:
            ander_scherm.wacht_op_tekst()
            return _geheugen_naast(scherm, aangemeld, kdbx)
        finally:
            buur.kill()
            buur.wait()


def _geheugen_naast(scherm: Scherm, aangemeld: tuple[str, ...], kdbx: Path) -> Uitslag:
    ons, kaal, ander = beurtelings(
        lambda: _geheugen_van(scherm, aangemeld, meldt=True),
        lambda: _geheugen_van(scherm, (sys.executable, "-m", "benchmarks.venster_kaal", "blijf")),
        lambda: _geheugen_van(scherm, (PROGRAMMA, "--pw-stdin", str(kdbx)), invoer=f"{ANDER_WACHTWOORD}\n"),
        keren=3,
        warm=1,
    )
    return Uitslag(
        f"{GEHEUGEN}; leeg venster {mediaan(kaal):.0f} MiB",
        f"{mediaan(ons):.0f} MiB",
        f"{mediaan(ander):.0f} MiB",
        f"{mediaan(ons) / mediaan(ander):.2f}x",
        f"{HOOGSTENS_MIB:.0f} MiB",
        mediaan(ons) <= HOOGSTENS_MIB,
    )


def _geheugen_van(scherm: Scherm, opdracht: tuple[str, ...], *, meldt: bool = False, invoer: str = "") -> float:
    """What a program holds when it is at rest: it says so itself, or some seconds after its window is there."""
    with eigen_omgeving(scherm, {}) as omgeving:
        proces = start(opdracht, omgeving)
        try:
            assert proces.stdin is not None
            assert proces.stdout is not None
            proces.stdin.write(invoer)
            proces.stdin.close()
            if meldt:
                if not proces.stdout.readline().startswith(KLAAR):
                    raise RuntimeError(f"{opdracht[2]} is niet gestart")
            else:
                scherm.wacht_op_tekst()
                time.sleep(RUST_SECONDEN)
            return eigen_deel(proces.pid)
        finally:
            proces.kill()
            proces.wait()
            scherm.wacht_op_tekst(gezien=False)


def _maak_kdbx(bestand: Path) -> Path:
    if not bestand.exists():
        subprocess.run(  # noqa: S603  with our own words
            [shutil.which("keepassxc-cli") or PROGRAMMA, "db-create", "--set-password", str(bestand)],
            input=f"{ANDER_WACHTWOORD}\n{ANDER_WACHTWOORD}\n",
            text=True,
            check=True,
            capture_output=True,
        )
    return bestand
