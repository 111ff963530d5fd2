"""The demo of one house, played once for all tests here: it costs seconds, and the tests only read it."""

from __future__ import annotations

import contextlib
import functools
import io
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from zvh_desktop.opdrachtregel import main


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


@pytest.fixture
def zvh() -> Callable[..., Afloop]:
    """The command."""
    return roep


@pytest.fixture(scope="session")
def speel(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str | Path], Demo]:
    """The demo of a house, or of the house in a profile file; each is played once for all tests."""

    @functools.cache
    def doe(huis: str | Path) -> Demo:
        welk = ("--profiel", huis) if isinstance(huis, Path) else ("--huis", huis)
        basis = tmp_path_factory.mktemp("demo")
        gebruikersmap = basis / "gebruiker"
        with pytest.MonkeyPatch.context() as omgeving:
            omgeving.setenv("ZVH_GEBRUIKERSMAP", str(gebruikersmap))
            afloop = roep("demo", "--uit", basis / "uit", *welk)
        return Demo(basis / "uit", gebruikersmap, afloop)

    return doe


@pytest.fixture(scope="session")
def demo(speel: Callable[[str], Demo]) -> Demo:
    """The demo of the usual house."""
    return speel("twente")


@pytest.fixture
def kluis(demo: Demo, tmp_path: Path) -> Path:
    """A copy of the vault of the demo, to spoil."""
    doel = tmp_path / "kluis"
    shutil.copytree(demo.kluis, doel, copy_function=shutil.copy2)
    doel.chmod(0o700)
    return doel
