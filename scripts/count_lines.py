"""A plugin of pytest: in each worker, count the lines of the package that the suite goes through.

Loaded by name before any test or conftest, and so before the package (scripts/run_tests.py). SlipCover's own plugin
would take its probes away again in the middle of a run. To find them it walks over the frames of every thread, and
what Qt has to let go of in its own thread is then held for a moment by another. Here they are taken away after each
test, where they stand (``Probes``).
"""

from __future__ import annotations

import ctypes
import dis
import json
import os
import sys
from collections import defaultdict
from itertools import islice
from pathlib import Path
from types import CodeType

import pytest
import slipcover
from slipcover import slipcover as inner

FOLDER, SOURCE = "ZVH_DEKKING", "ZVH_DEKKING_BRON"
"""Where each worker leaves its count, and what is counted."""
_NEVER = 2**31 - 1
"""So many times must a line be seen before SlipCover takes its probe away."""
_JUMP = dis.opmap["JUMP_FORWARD"]
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


class Probes:
    """Takes the probe away from a line that was seen, in the code as it stands.

    Up to Python 3.11 a probe is a call that stays, some fifty nanoseconds each time that its line is gone through; it
    begins with an instruction that does nothing and has the length of the call with it. Made a jump, it passes over the
    call. SlipCover does the same to a copy, and has then to bring that copy to all that holds the code. Later Pythons
    forget a line by themselves.
    """

    def __init__(self, counted: slipcover.Slipcover) -> None:
        self._counted = counted
        self._known = 0
        self._places: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))

    def take_away(self) -> int:
        """From all that was seen since the last time; says how many."""
        index: dict[CodeType, list[tuple[int, int]]] = self._counted.code2index
        for code, lines in islice(index.items(), self._known, None):
            begin = _where_it_runs(code)
            for offset, line in lines if begin else ():
                self._places[code.co_filename][line].append(begin + offset)
        self._known = len(index)
        taken = 0
        for name, seen in self._counted._get_newly_seen().items():
            self._counted.all_seen[name] |= seen
            for place in (place for line in seen for place in self._places[name].pop(line, ())):
                ctypes.c_ubyte.from_address(place).value = _JUMP
                taken += 1
        return taken


def _where_it_runs(code: CodeType) -> int:
    """The address of the instructions of this code, which follow all else of it; 0 where they do not stand there."""
    begin, runs = id(code) + CodeType.__basicsize__, code._co_code_adaptive  # type: ignore[attr-defined]
    return begin if ctypes.string_at(begin, len(runs)) == runs else 0


class Worker:
    """Counts from before the first import until the end."""

    def __init__(self, name: str, folder: Path, source: str) -> None:
        be_quick()
        self._file = folder / f"{name}.json"
        self._counted = slipcover.Slipcover(source=[source], d_miss_threshold=_NEVER)
        slipcover.ImportManager(self._counted, slipcover.FileMatcher(sources=[source])).__enter__()
        self._probes = Probes(self._counted) if sys.version_info < (3, 12) else None

    def pytest_runtest_logfinish(self) -> None:
        """Called by pytest after each test."""
        if self._probes is not None:
            self._probes.take_away()

    def pytest_sessionfinish(self) -> None:
        """Called by pytest."""
        self._file.write_text(json.dumps(self._counted.get_coverage()), encoding="utf-8")


def pytest_configure(config: pytest.Config) -> None:
    """Called by pytest; the process that hands out the tests goes through nothing itself."""
    if _WORKER is not None:
        config.pluginmanager.register(_WORKER)


_name, _folder = os.environ.get("PYTEST_XDIST_WORKER"), os.environ.get(FOLDER)
_WORKER = Worker(_name, Path(_folder), os.environ[SOURCE]) if _name and _folder else None
