"""How large a part may be, and that one name means one thing: read from the source itself."""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

import pytest
from test_architecture import PACKAGE, ROOT, package_files, tree

LIMITS: Final = {"modules in a folder": 25, "lines in a file": 400, "lines in a function": 60, "public methods": 20}
"""What a newcomer can take in at a glance. Modules are counted without ``__init__``."""


@dataclass(frozen=True)
class Larger:
    """Something over its limit: how large it is, and why that is, for now or for good."""

    size: int
    reason: str


_MIGRATION: Final = "a migration is not changed once it has gone out; it says one schema from top to bottom"

# The one place for exceptions. A size here may only go down (make it smaller, then write the smaller size), and what
# fits within its limit is taken out. Nothing is added for convenience: a new part is split by subject.
LARGER: Final[Mapping[str, Mapping[str, Larger]]] = {
    "modules in a folder": {
        "database/migrations/versions": Larger(49, "one file for each step of the schema; a vault may stand at any"),
    },
    "lines in a file": {
        "database/migrations/versions/0001_begin.py": Larger(642, _MIGRATION),
    },
    "lines in a function": {
        "database/migrations/versions/0001_begin.py upgrade": Larger(574, _MIGRATION),
        "database/migrations/versions/0004_informatie.py _informatie": Larger(108, _MIGRATION),
        "database/migrations/versions/0005_overleggen.py _maak_tabellen": Larger(67, _MIGRATION),
        "database/migrations/versions/0007_opschaling.py upgrade": Larger(73, _MIGRATION),
        "database/migrations/versions/0036_samenwerking.py _maak_traject": Larger(83, _MIGRATION),
    },
    "public methods": {},
}


@cache
def _sizes() -> tuple[tuple[str, str, int], ...]:
    """Every kind of limit, the part that it holds for, and how large that part is."""
    return tuple(_measure())


def _measure() -> Iterator[tuple[str, str, int]]:
    folders = Counter(path.parent for path in package_files() if path.name != "__init__.py")
    for folder, count in folders.items():
        yield "modules in a folder", folder.relative_to(PACKAGE).as_posix(), count
    for path in package_files():
        name = path.relative_to(PACKAGE).as_posix()
        yield "lines in a file", name, len(path.read_text(encoding="utf-8").splitlines())
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield "lines in a function", f"{name} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1
            if isinstance(node, ast.ClassDef):
                public = [
                    part.name
                    for part in node.body
                    if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef) and not part.name.startswith("_")
                ]
                yield "public methods", f"{name} {node.name}", len(public)


def _over(kind: str) -> dict[str, int]:
    """What is over this limit, and by how much it should be known."""
    largest: dict[str, int] = {}
    for found, part, size in _sizes():
        if found == kind:
            largest[part] = max(size, largest.get(part, 0))
    assert largest, f"nothing was measured for {kind}"
    return {part: size for part, size in largest.items() if size > LIMITS[kind]}


@pytest.mark.parametrize("kind", LIMITS)
def test_nothing_is_larger_than_it_may_be(kind: str) -> None:
    known = {part: larger.size for part, larger in LARGER[kind].items()}
    grown = {part: size for part, size in _over(kind).items() if size > known.get(part, 0)}
    assert grown == {}, "split these by subject; the table of exceptions only shrinks"


@pytest.mark.parametrize("kind", LIMITS)
def test_the_table_of_exceptions_only_shrinks(kind: str) -> None:
    over = _over(kind)
    wrong = {part: over.get(part, 0) for part, larger in LARGER[kind].items() if over.get(part, 0) < larger.size}
    assert wrong == {}, "these became smaller: write the smaller size, or take them out"


def test_every_exception_has_a_reason() -> None:
    assert set(LARGER) == set(LIMITS)
    assert all(len(larger.reason.split()) > 4 for parts in LARGER.values() for larger in parts.values())


def test_no_class_name_stands_twice() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for path in package_files():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ClassDef):
                places[node.name].append(path.relative_to(PACKAGE).as_posix())
    assert len(places) > 500, f"too few classes were read under {ROOT}"
    assert {name: found for name, found in places.items() if len(found) > 1} == {}
