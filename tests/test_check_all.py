"""Two lanes at the same time: everything is made, nothing speaks through another, and one failure is a failure."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).resolve().parent.parent / "scripts" / "check_all.py"
DRIVER = """
import sys
from pathlib import Path
sys.path.insert(0, {scripts!r})
from check_all import Lanes, split
make = (sys.executable, "target.py")
sys.exit(Lanes(make, Path(".")).run(*split(sys.argv[1:])))
"""
TARGET = """
import sys
from pathlib import Path
name = sys.argv[1]
if name == "meet":  # both lanes are under way: each waits for the other
    Path("met").touch()
elif name == "wait":
    while not Path("met").exists():
        pass
print(f"says {name}")
sys.exit(3 if name == "fails" else 0)
"""


def run(folder: Path, *targets: str) -> subprocess.CompletedProcess[str]:
    (folder / "target.py").write_text(TARGET, encoding="utf-8")
    (folder / "driver.py").write_text(DRIVER.format(scripts=str(SCRIPT.parent)), encoding="utf-8")
    command = [sys.executable, "driver.py", *targets]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=500)


def test_both_lanes_run_at_the_same_time(tmp_path: Path) -> None:
    done = run(tmp_path, "wait", "--", "meet", "other")
    assert done.returncode == 0, done.stdout
    assert [f"says {name}" in done.stdout for name in ("wait", "meet", "other")] == [True] * 3


def test_what_follows_a_failure_is_made_all_the_same(tmp_path: Path) -> None:
    done = run(tmp_path, "one", "--", "fails", "after")
    assert done.returncode == 1
    assert "says after" in done.stdout
    end = done.stdout.rpartition("\n\n")[2]
    assert "fails: MISLUKT" in end and "after: goed" in end and "one: goed" in end
