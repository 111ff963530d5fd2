"""A plugin of pytest: in each worker, count the lines of the package that the suite goes through.

Loaded by name before any test or conftest, and so before the package (scripts/run_tests.py). SlipCover's own plugin
would take its probes away again in the middle of a run. To find them it walks over the frames of every thread, and
what Qt has to let go of in its own thread is then held for a moment by another.
"""

from __future__ import annotations

import dis
import json
import os
import sys
from pathlib import Path
from types import CodeType

import pytest
import slipcover
from slipcover import slipcover as inner

FOLDER, SOURCE = "ZVH_DEKKING", "ZVH_DEKKING_BRON"
"""Where each worker leaves its count, and what is counted."""
_NEVER = 2**31 - 1
"""So many times must a line be seen before its probe is taken away."""
_ANNOTATION = frozenset(dis.opmap[name] for name in inner._ANNOTATION_ONLY_OPS if name in dis.opmap)
_CACHE = dis.opmap.get("CACHE", 0)


def annotation_lines(code: CodeType) -> frozenset[int]:
    """What SlipCover says itself of the lines that only load annotations, in an eighth of the time.

    It makes an Instruction of each, and there are a million: two of the six seconds in which a worker gets its probes.
    """
    read = [
        (where[0], op)
        for op, where in zip(code.co_code[::2], code.co_positions(), strict=True)
        if where[0] and op != _CACHE
    ]
    return frozenset({line for line, _ in read} - {line for line, op in read if op not in _ANNOTATION})


def be_quick() -> None:
    """Where the probes are put into the code: after Python 3.11 there are none, and it is quick by itself."""
    if sys.version_info < (3, 12):
        inner._get_annotation_only_lines = annotation_lines
        # Branches are not counted here; to look for them, each function is taken apart once more.
        slipcover.Slipcover.branches_from_code = staticmethod(lambda _code: iter(()))


class Worker:
    """Counts from before the first import until the end."""

    def __init__(self, name: str, folder: Path, source: str) -> None:
        be_quick()
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
