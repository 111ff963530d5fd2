"""What goes into the bundle does the same without its docstrings."""

from __future__ import annotations

import sys
from pathlib import Path
from types import CodeType

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "installer"))

from docstrings import bare, without_docstrings

SOURCE = '''"""Of the module."""
from __future__ import annotations
from dataclasses import dataclass


@dataclass
class Pair:
    """Of the class."""

    left: int
    """Of the field."""


def told() -> None:
    """Of a function with nothing else."""


async def later() -> int:
    """Of another."""
    return 3


def strict(value: int) -> str:
    """Refuses."""
    assert value, "nothing"
    return f"{value}"
'''


@pytest.fixture
def bare_names() -> dict[str, object]:
    names: dict[str, object] = {"__name__": __name__}
    exec(bare(SOURCE, "source.py"), names)  # noqa: S102  that is what is tried
    return names


def test_what_was_told_is_gone_and_what_is_done_is_not(bare_names: dict[str, object]) -> None:
    assert [bare_names[name].__doc__ for name in ("told", "later", "strict")] == [None] * 3
    assert bare_names.get("__doc__") is None
    assert bare_names["Pair"](1) == bare_names["Pair"](1)  # type: ignore[operator]
    assert bare_names["told"]() is None  # type: ignore[operator]
    assert bare_names["strict"](2) == "2"  # type: ignore[operator]


def test_an_assertion_stays(bare_names: dict[str, object]) -> None:
    with pytest.raises(AssertionError, match="nothing"):
        bare_names["strict"](0)  # type: ignore[operator]


def test_a_dataclass_works_no_signature_out_at_each_start(bare_names: dict[str, object]) -> None:
    assert bare_names["Pair"].__doc__ == " "


def test_what_reads_docstrings_while_it_loads_keeps_them(tmp_path: Path) -> None:
    path = tmp_path / "source.py"
    path.write_text(SOURCE, encoding="utf-8")
    code: dict[str, CodeType] = {}
    names = ("alembic.op", "sqlalchemy.orm.events", "sqlalchemy.orm.eventslike", "docx.api")
    named = [*((name, str(path), "PYMODULE") for name in names), ("a.so", "a.so", "EXTENSION")]
    without_docstrings(named, code)
    assert set(code) == {"sqlalchemy.orm.eventslike", "docx.api"}
