"""What `make test` says and does when the process of a worker ends in the middle of a test."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "scripts" / "run_tests.py"
FALLS = """
import ctypes
from pathlib import Path

def test_that_falls():
    flag = Path(__file__).with_name("fallen")
    if {always} or not flag.exists():
        flag.write_text("once")
        ctypes.string_at(0)

def test_beside_it():
    assert {right}
"""


def run(folder: Path, *, always: bool = False, right: bool = True) -> subprocess.CompletedProcess[str]:
    (folder / "test_it.py").write_text(FALLS.format(always=always, right=right), encoding="utf-8")
    (folder / "conftest.py").write_text("", encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\naddopts = -p xdist.plugin\n", encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    environment["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # half the time went to plugins that these tests do not use
    return subprocess.run(
        [sys.executable, str(SCRIPT), "-n", "1", "-p", "no:cacheprovider", "test_it.py"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=500,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="a read of address 0 is an exception there")
def test_a_worker_that_fell_once_is_told_and_its_test_done_again(tmp_path: Path) -> None:
    outcome = run(tmp_path)
    assert outcome.returncode == 0, outcome.stdout
    assert "a worker fell over during test_it.py::test_that_falls: once more, alone" in outcome.stdout


@pytest.mark.parametrize(("always", "right"), [(True, True), (False, False)])
@pytest.mark.skipif(sys.platform == "win32", reason="a read of address 0 is an exception there")
def test_what_falls_again_or_fails_beside_it_has_failed(tmp_path: Path, always: bool, right: bool) -> None:
    assert run(tmp_path, always=always, right=right).returncode != 0
