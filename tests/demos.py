"""The demo of a house, played once for the whole run: it costs seconds, and the tests only read it.

What one worker has played the others take too. The vault in it is the practice vault of that house.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from zvh_desktop.opdrachtregel import main

_AFLOOP = "afloop.json"


@dataclass(frozen=True)
class Afloop:
    """What a command said and how it ended."""

    code: int
    uit: str
    fout: str


@dataclass(frozen=True)
class Demo:
    """A demo on disk. ``gebruikersmap`` is where the computer that played it remembers the vault."""

    map: Path
    gebruikersmap: Path
    afloop: Afloop

    @property
    def kluis(self) -> Path:
        return self.map / "kluis"

    @property
    def overzicht(self) -> dict[str, Any]:
        inhoud: dict[str, Any] = json.loads((self.map / "overzicht.json").read_text(encoding="utf-8"))
        return inhoud


def roep(*argumenten: str | Path) -> Afloop:
    """Run `zvh` in this process."""
    uit, fout = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(uit), contextlib.redirect_stderr(fout):
        code = main([str(argument) for argument in argumenten])
    return Afloop(code, uit.getvalue(), fout.getvalue())


class Demos:
    """``gedeeld`` is a folder of this run, the same for every worker."""

    def __init__(self, gedeeld: Path) -> None:
        self._gedeeld = gedeeld

    def speel(self, huis: str | Path) -> Demo:
        """The demo of a house, or of the house in a profile file. Read only: others read it too."""
        basis = self._gedeeld / f"demo-{bronnaam(huis)}"

        def maak(half: Path) -> None:
            welk = ("--profiel", huis) if isinstance(huis, Path) else ("--huis", huis)
            with pytest.MonkeyPatch.context() as omgeving:
                omgeving.setenv("ZVH_GEBRUIKERSMAP", str(half / "gebruiker"))
                afloop = roep("demo", "--uit", half / "uit", *welk)
            # What it said names the folder in which it stands from now on.
            gezegd = {naam: str(wat).replace(str(half), str(basis)) for naam, wat in asdict(afloop).items()}
            tekst = json.dumps(gezegd | {"code": afloop.code}, ensure_ascii=False)
            (half / _AFLOOP).write_text(tekst, encoding="utf-8")

        een_keer(basis, maak)
        afloop = Afloop(**json.loads((basis / _AFLOOP).read_text(encoding="utf-8")))
        return Demo(basis / "uit", basis / "gebruiker", afloop)


def een_keer(klaar: Path, maak: Callable[[Path], None]) -> Path:
    """This folder, made by whoever comes first; another that comes meanwhile waits for it."""
    with FileLock(f"{klaar}.slot"):
        if not klaar.exists():
            half = klaar.with_suffix(".half")
            shutil.rmtree(half, ignore_errors=True)  # of a test that was stopped midway
            half.mkdir(parents=True)
            maak(half)
            half.rename(klaar)
    return klaar


def bronnaam(huis: str | Path) -> str:
    """A name for a house, or for what a profile file says."""
    return huis if isinstance(huis, str) else hashlib.sha256(huis.read_bytes()).hexdigest()[:16]
