"""Change the code that guards the gate, one small thing at a time, and list the changes that no test notices.

`make mutaties ARGS="zvh_desktop/services/poort/poort.py --aantal 20"`. The changes are made in a copy, never in the
project itself. It is no part of `make check`: every mutant costs a run of the tests that hold its module.
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT = Path(__file__).resolve().parents[1]

HELD_BY: Final = {
    "zvh_desktop/services/werkplek/rechten.py": ("tests/services/werkplek/test_rechten.py",),
    "zvh_desktop/services/poort": ("tests/services/poort",),
    "zvh_desktop/database/keten": ("tests/database/keten", "tests/database/test_controle.py"),
    "zvh_desktop/database/sleutels": ("tests/database/sleutels", "tests/database/test_tijdelijk_wachtwoord.py"),
}
"""Which tests hold which modules, the fast ones first: the first that fails ends the run."""

TURNED: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}


def variants(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Each small change of one node: what it is called, and the node in its place."""
    if isinstance(node, ast.Compare):
        for place, operator in enumerate(node.ops):
            other = copy.deepcopy(node)
            other.ops[place] = TURNED[type(operator)]()
            yield "vergelijking gedraaid", other
    elif isinstance(node, ast.BoolOp):
        for place in range(len(node.values)):
            rest = [value for at, value in enumerate(node.values) if at != place]
            yield "voorwaarde weg", rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)
        yield "en/of verwisseld", ast.BoolOp(ast.And() if isinstance(node.op, ast.Or) else ast.Or(), node.values)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "not weg", node.operand
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield "waar/onwaar verwisseld", ast.Constant(not node.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield "getal gewijzigd", ast.Constant(node.value + 1)
    elif isinstance(node, ast.Raise):
        yield "raise weg", ast.Pass()
    elif isinstance(node, ast.Return) and node.value is not None:
        yield "return weg", ast.Pass()


class Replace(ast.NodeTransformer):
    """Puts one node in the place of another."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        """The new node where the old one stands, everything else as it is."""
        if node is self.old:
            return self.new
        result: ast.AST = self.generic_visit(node)
        return result


def mutants(source: str) -> Iterator[tuple[int, str, str]]:
    """Every mutant of a module: the line, what changed, and the whole source with the change in it."""
    for index, node in enumerate(ast.walk(ast.parse(source))):
        for number, (name, _) in enumerate(variants(node)):
            tree = ast.parse(source)
            old = list(ast.walk(tree))[index]
            new = list(variants(old))[number][1]
            changed = ast.fix_missing_locations(Replace(old, new).visit(tree))
            yield getattr(node, "lineno", 0), name, ast.unparse(changed)


def tests_of(module: str) -> tuple[str, ...]:
    """The tests that hold this module."""
    for place, tests in HELD_BY.items():
        if module == place or module.startswith(f"{place}/"):
            return tests
    raise SystemExit(f"Geen tests bekend voor {module}; kies uit: {', '.join(HELD_BY)}")


def modules(places: list[str]) -> Iterator[str]:
    """Every module in these files and folders, as a path from the root of the project."""
    for place in places:
        path = ROOT / place
        if not path.exists():
            raise SystemExit(f"{place} bestaat niet.")
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            yield file.relative_to(ROOT).as_posix()


def noticed(where: Path, tests: tuple[str, ...], seconds: float) -> bool | None:
    """Whether a test fails in this copy; None when the time was up first, or no test could be run."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        code = subprocess.run(
            command, cwd=where, env=environment, stdout=subprocess.DEVNULL, timeout=seconds, check=False
        ).returncode
    except subprocess.TimeoutExpired:
        return None
    return {0: False, 1: True, 2: True}.get(code)  # 2: the module no longer imports, which the tests notice as well


def main() -> int:
    """Try the mutants within the bounds; one when some survived."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("plaatsen", nargs="*", default=list(HELD_BY))
    parser.add_argument("--aantal", type=int, default=40, help="hoogstens zoveel mutanten")
    parser.add_argument("--minuten", type=float, default=30, help="hoogstens zoveel minuten")
    parser.add_argument("--zaad", type=int, default=1, help="welke mutanten het worden")
    choice = parser.parse_args()
    end = time.monotonic() + choice.minuten * 60
    todo = [
        (module, *mutant)
        for module in modules(choice.plaatsen)
        for mutant in mutants((ROOT / module).read_text("utf-8"))
    ]
    chosen = random.Random(choice.zaad).sample(todo, min(choice.aantal, len(todo)))  # noqa: S311  no secret
    survived, undecided, tried = [], 0, 0
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder) / "project"
        shutil.copytree(ROOT, where, ignore=shutil.ignore_patterns(".*", "__pycache__", "build", "dist", "installer"))
        for tests in sorted({tests_of(module) for module, *_ in chosen}):
            if noticed(where, tests, max(1.0, end - time.monotonic())) is not False:
                raise SystemExit(f"Zonder mutatie al rood of te langzaam: {' '.join(tests)}")
        for module, line, name, source in chosen:
            if time.monotonic() > end:
                break
            original = (ROOT / module).read_text("utf-8")
            (where / module).write_text(source, encoding="utf-8")
            result = noticed(where, tests_of(module), max(1.0, end - time.monotonic()))
            (where / module).write_text(original, encoding="utf-8")
            tried += 1
            undecided += result is None
            if result is False:
                survived.append(f"{module}:{line}: {name}")
                print(f"overleeft  {survived[-1]}", flush=True)
    print(f"{tried} van {len(todo)} mutanten geprobeerd, {len(survived)} overleven, {undecided} niet beslist.")
    return 1 if survived else 0


if __name__ == "__main__":
    sys.exit(main())
