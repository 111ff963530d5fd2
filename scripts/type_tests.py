"""Type-checks the tests: every folder of theirs is a root, since pytest finds their modules by name alone."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"


def modules() -> Iterator[Path]:
    """Every module but the conftests of folders: those share one name, and mypy knows a name once."""
    for path in sorted(TESTS.rglob("*.py")):
        if path.name != "conftest.py" or path.parent == TESTS:
            yield path


def main(arguments: list[str]) -> int:
    """Run mypy and give its exit code."""
    found = list(modules())
    roots = sorted({str(path.parent) for path in found})
    command = [sys.executable, "-m", "mypy", "--config-file", str(TESTS / "mypy.ini")]
    # A cache of its own: the other settings would throw away that of the product.
    command += ["--cache-dir", str(ROOT / ".mypy_cache" / "tests"), *arguments, *map(str, found)]
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, "MYPYPATH": os.pathsep.join([str(ROOT), *roots])}, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
