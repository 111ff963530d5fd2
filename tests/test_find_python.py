"""Which Python `make` takes: the first that is new enough, and that of the system before one built to be slow."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "scripts" / "find_python.sh"
NAME = f"python{sys.version_info[0]}.{sys.version_info[1]}"
OF_SYSTEM = Path("/usr/bin") / NAME

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a shell, and the Python of a distribution")


def found(folder: Path, slow: bool, **environment: str) -> str:
    """With a Python of one's own first on the path; whether it was built to be slow, it says itself."""
    own = folder / NAME
    own.write_text(
        f'#!/bin/sh\ncase $2 in *CONFIG_ARGS*) exit {int(not slow)} ;; *) echo "$0" ;; esac\n', encoding="utf-8"
    )
    own.chmod(0o755)
    run = subprocess.run(
        ["/bin/sh", str(SCRIPT)],
        env={"PATH": f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin", **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.strip()


def has_what_an_environment_needs(python: Path) -> bool:
    return python.exists() and not subprocess.run([python, "-c", "import ensurepip, venv"], check=False).returncode


def test_one_that_was_built_to_be_fast_is_taken(tmp_path: Path) -> None:
    assert found(tmp_path, slow=False) == str(tmp_path / NAME)


def test_that_of_the_system_goes_before_a_slow_one(tmp_path: Path) -> None:
    best = OF_SYSTEM if has_what_an_environment_needs(OF_SYSTEM) else tmp_path / NAME
    assert found(tmp_path, slow=True) == str(best)


def test_who_names_one_gets_that_one(tmp_path: Path) -> None:
    assert found(tmp_path, slow=True, PYTHON=str(tmp_path / NAME)) == str(tmp_path / NAME)
