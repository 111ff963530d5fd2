"""`make run` on a machine without a display: the whole job, where it is, and an end without an error."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "scripts" / "start.py"
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")


def run_without_display(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in DISPLAYS}
    return subprocess.run(
        [sys.executable, str(SCRIPT), *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=500,
    )


@pytest.mark.lang("the whole job in a process of its own; tests/opdrachtregel/test_demo.py has it done in this one")
def test_without_a_display_the_whole_job_is_done_and_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "demo").mkdir()
    run = run_without_display(tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
    documents = tmp_path / "demo-2" / "documenten"
    made = [path for path in documents.rglob("*") if path.is_file()]
    assert len(made) == 216
    assert "216 documenten geschreven" in run.stdout
    assert f"De documenten staan in {documents}" in run.stdout
    assert not list((tmp_path / "demo").iterdir())


def test_without_a_display_the_job_is_asked_for_in_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    bin_, asked = tmp_path / "bin", tmp_path / "asked.txt"
    bin_.mkdir()
    (bin_ / "zvh").write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{asked}"\nexit "$ZVH_CODE"\n', encoding="utf-8")
    (bin_ / "zvh").chmod(0o700)
    (tmp_path / "demo").mkdir()
    program = f"import sys; from pathlib import Path; sys.path.insert(0, {str(SCRIPT.parent)!r}); import start; "
    program += f"sys.exit(start.without_window(Path({str(bin_ / 'python')!r}), ['--oefen', '--huis', 'delft']))"
    for code in ("0", "3"):
        run = subprocess.run(
            [sys.executable, "-c", program],
            cwd=tmp_path,
            env=os.environ | {"ZVH_CODE": code},
            capture_output=True,
            text=True,
            check=False,
            timeout=500,
        )
        assert asked.read_text(encoding="utf-8").splitlines() == [
            "demo", "--uit", str(tmp_path / "demo-2"), "--huis", "delft",
        ]  # fmt: skip
        assert run.returncode == int(code), run.stderr
        assert (f"De documenten staan in {tmp_path / 'demo-2' / 'documenten'}" in run.stdout) is (code == "0")


def test_without_a_display_an_own_vault_cannot_be_opened(tmp_path: Path) -> None:
    run = run_without_display(tmp_path, "--kluis", str(tmp_path / "eigen.kluis"))
    assert run.returncode == 1
    assert "geen beeldscherm" in run.stderr
    assert not list(tmp_path.iterdir())
