"""Type-checks the tests: every folder of theirs is a root, since pytest finds their modules by name alone.

They are held to less than the product (tests/mypy.ini), and the product in the same run to what it is always held to.
So mypy takes from its cache what it knows of the product, in place of going through all of it a second time.
"""

from __future__ import annotations

import configparser
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
SETTINGS = Path(".mypy_cache") / "tests.ini"
"""Made at each run, from the settings of the product and those of the tests."""


def modules() -> Iterator[Path]:
    """Every module but the conftests of folders: those share one name, and mypy knows a name once."""
    for path in sorted(TESTS.rglob("*.py")):
        if path.name != "conftest.py" or path.parent == TESTS:
            yield path


def settings(names: list[str], product: Path, tests: Path) -> configparser.ConfigParser:
    """What the product is held to, and for modules with these names what the tests are held to."""
    own = configparser.ConfigParser()
    own.read(tests, encoding="utf-8")
    table = tomllib.loads(product.read_text(encoding="utf-8"))["tool"]["mypy"]
    made = configparser.ConfigParser()
    made["mypy"] = {name: _text(value) for name, value in table.items() if name not in {"files", "overrides"}}
    for override in table["overrides"]:
        values = {name: _text(value) for name, value in override.items() if name != "module"}
        made[f"mypy-{','.join(override['module'])}"] = values
    made[f"mypy-{','.join(names)}"] = dict(own["mypy"])
    made.read_dict({name: dict(own[name]) for name in own.sections() if name != "mypy"})
    return made


def _text(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def main(arguments: list[str]) -> int:
    """Run mypy and give its exit code."""
    found = list(modules())
    roots = sorted({str(path.parent) for path in found})
    (ROOT / SETTINGS).parent.mkdir(exist_ok=True)
    with (ROOT / SETTINGS).open("w", encoding="utf-8") as file:
        settings(sorted({path.stem for path in found}), ROOT / "pyproject.toml", TESTS / "mypy.ini").write(file)
    command = [sys.executable, "-m", "mypy", "--config-file", str(SETTINGS), *arguments, *map(str, found)]
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, "MYPYPATH": os.pathsep.join([str(ROOT), *roots])}, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
