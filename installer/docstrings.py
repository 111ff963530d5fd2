"""Code for the bundle without what only a reader of the source reads: two megabytes of docstrings.

Python's own way (``-OO``) takes the assertions out as well, and those stay: a library may rest on one.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, MutableMapping
from pathlib import Path
from types import CodeType

READ_AT_WORK = ("alembic", "mako", *(f"sqlalchemy.{room}.events" for room in ("engine", "orm", "pool", "sql")))
"""What has its docstrings read while it is being loaded: functions are made of them, or it is written in them what has
become of an event."""
_PLACEHOLDER = " "
"""A dataclass with no docstring works one out from its signature, at each start: so a class keeps one, of a space."""


def without_docstrings(modules: Iterable[tuple[str, str, str]], code: MutableMapping[str, CodeType]) -> None:
    """Put the bare code of these (name, path, kind, as PyInstaller lists them) where it looks for code first."""
    for name, path, kind in modules:
        read = any(name == one or name.startswith(f"{one}.") for one in READ_AT_WORK)
        if kind.startswith("PYMODULE") and path.endswith(".py") and not read:
            code[name] = bare(Path(path).read_bytes(), path)


def bare(source: bytes | str, filename: str) -> CodeType:
    """The compiled source without its docstrings. Raises SyntaxError."""
    tree = ast.parse(source, filename)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and _told(node):
            first = node.body[0]
            if isinstance(node, ast.ClassDef):
                node.body[0] = ast.copy_location(ast.Expr(ast.Constant(_PLACEHOLDER)), first)
            else:
                node.body = node.body[1:] or [ast.copy_location(ast.Pass(), first)]
    return compile(ast.fix_missing_locations(tree), filename, "exec", dont_inherit=True)


def _told(node: ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return ast.get_docstring(node, clean=False) is not None
