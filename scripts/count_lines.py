"""A plugin of pytest: in each worker, count the lines of the package that the suite goes through.

Loaded by name before any test or conftest, and so before the package (scripts/run_tests.py). SlipCover's own plugin
would take its probes away again in the middle of a run. To find them it walks over the frames of every thread, and
what Qt has to let go of in its own thread is then held for a moment by another.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
import slipcover

FOLDER, SOURCE = "ZVH_DEKKING", "ZVH_DEKKING_BRON"
"""Where each worker leaves its count, and what is counted."""
_NEVER = 2**31 - 1
"""So many times must a line be seen before its probe is taken away."""


class Worker:
    """Counts from before the first import until the end."""

    def __init__(self, name: str, folder: Path, source: str) -> None:
        self._file = folder / f"{name}.json"
        self._counted = slipcover.Slipcover(source=[source], d_miss_threshold=_NEVER)
        slipcover.ImportManager(self._counted, slipcover.FileMatcher(sources=[source])).__enter__()

    def pytest_sessionfinish(self) -> None:
        """Called by pytest."""
        self._file.write_text(json.dumps(self._counted.get_coverage()), encoding="utf-8")


def pytest_configure(config: pytest.Config) -> None:
    """Called by pytest; the process that hands out the tests goes through nothing itself."""
    if _WORKER is not None:
        config.pluginmanager.register(_WORKER)


_name, _folder = os.environ.get("PYTEST_XDIST_WORKER"), os.environ.get(FOLDER)
_WORKER = Worker(_name, Path(_folder), os.environ[SOURCE]) if _name and _folder else None
