"""The demo of one house, and the command itself."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from demos import Afloop, Demo, Demos, roep


@pytest.fixture
def zvh() -> Callable[..., Afloop]:
    """The command."""
    return roep


@pytest.fixture(scope="session")
def speel(demos: Demos) -> Callable[[str | Path], Demo]:
    """The demo of a house, or of the house in a profile file; each is played once for all tests."""
    return demos.speel


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
