"""Run the suite over a few workers, and say what is known when one of them falls over.

A test that fails says why. A worker whose process ends takes the test it was at with it and says nothing, and the
test may be innocent: what broke can have been done long before. So each worker writes where it stood to a file of its
own, that is printed at the end, and the test that was lost is done once more, alone and in a process of its own. If
that fails too, or if anything else failed, the run has failed.

With ``--dekking`` first, the lines that the suite goes through are counted as well, and fewer than the floor is a
failure (scripts/line_coverage.py). What the tests write goes to memory where there is room (scripts/scratch.py).
``--kort`` is an option of the suite itself (tests/beurten.py).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import compiled
import line_coverage
import pytest
import scratch

COUNTED = "--dekking"
FOLDER = "ZVH_GEVALLEN_WERKERS"
"""Where each worker leaves its trace; read by tests/conftest.py."""
_MOST = 2
"""More workers than this do not fall over by chance."""


class Outcomes:
    """Tells a lost worker from a test that failed."""

    def __init__(self) -> None:
        self.lost: list[str] = []
        self.failed = False

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Called in the process that hands out the tests, for each of them."""
        if not report.failed:
            return
        if isinstance(report.longrepr, str) and "crashed while running" in report.longrepr:
            self.lost.append(report.nodeid)
        else:
            self.failed = True


def _traces(folder: Path) -> list[str]:
    """What the workers that ended before their time left."""
    return [text for path in sorted(folder.iterdir()) if (text := path.read_text(encoding="utf-8", errors="replace"))]


def main(arguments: list[str]) -> int:
    """Run pytest with these arguments; 0 when every test passed, if need be alone, and enough was gone through."""
    outcomes = Outcomes()
    if arguments[:1] != [COUNTED]:
        line_coverage.leave_out()
        return _run(arguments, outcomes)
    floor = line_coverage.Floor.read()
    with tempfile.TemporaryDirectory() as name:
        code = _run([*line_coverage.begin(floor, Path(name)), *arguments[1:]], outcomes)
        return code if line_coverage.judge(floor, Path(name), bool(outcomes.lost)) else code or 1


def _run(arguments: list[str], outcomes: Outcomes) -> int:
    with tempfile.TemporaryDirectory() as name:
        os.environ[FOLDER] = name
        code = int(pytest.main(arguments, plugins=[outcomes]))
        del os.environ[FOLDER]
        for trace in _traces(Path(name)) if outcomes.lost else []:
            print(trace, flush=True)
    if code != pytest.ExitCode.TESTS_FAILED or outcomes.failed or not 0 < len(outcomes.lost) <= _MOST:
        return code
    print(f"a worker fell over during {', '.join(outcomes.lost)}: once more, alone", flush=True)
    return subprocess.run([sys.executable, "-m", "pytest", *outcomes.lost], check=False).returncode


if __name__ == "__main__":
    compiled.keep()
    with scratch.in_memory():
        code = main(sys.argv[1:])
    sys.exit(code)
