"""What tests write goes to memory only where there is room for it, and nothing of it stays."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parent.parent / "scripts"
ASKS = f"""
import sys
sys.path.insert(0, {str(SCRIPTS)!r})
import os, subprocess, tempfile
from pathlib import Path
import scratch
if len(sys.argv) > 2:
    scratch.NEEDED = int(sys.argv[2])
with scratch.in_memory(Path(sys.argv[1])):
    child = "import tempfile; print(tempfile.gettempdir())"
    print(tempfile.gettempdir(), subprocess.run([sys.executable, "-c", child], capture_output=True, text=True).stdout)
    if os.environ.get("TMPDIR"):
        Path(tempfile.gettempdir(), "left-behind").touch()
print(os.environ.get("TMPDIR"))
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has such a place")


def places(memory: Path, *needed: str, **environment: str) -> list[str]:
    """Where temporary files of a run are, where those of its children, and what TMPDIR is afterwards."""
    clean = {name: value for name, value in os.environ.items() if name != "TMPDIR"} | environment
    run = subprocess.run(
        [sys.executable, "-c", ASKS, str(memory), *needed], env=clean, capture_output=True, text=True, check=True
    )
    return run.stdout.split()


def test_a_run_and_its_children_write_in_memory_and_leave_nothing(tmp_path: Path) -> None:
    own, of_children, afterwards = places(tmp_path, "1")
    assert Path(own).parent == tmp_path
    assert (of_children, afterwards) == (own, "None")
    assert list(tmp_path.iterdir()) == []


def test_where_there_is_no_room_nothing_changes(tmp_path: Path) -> None:
    own, of_children, _afterwards = places(tmp_path, str(1 << 60))
    assert own == of_children
    assert tmp_path not in Path(own).parents
    assert tmp_path not in Path(places(tmp_path / "not there", "1")[0]).parents


def test_who_names_a_folder_gets_it(tmp_path: Path) -> None:
    (tmp_path / "named").mkdir()
    named = str(tmp_path / "named")
    assert places(tmp_path, "1", TMPDIR=named) == [named, named, named]
