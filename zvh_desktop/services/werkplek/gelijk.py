"""The folded form of text in a query: the same function as in Python, and the order that goes with it.

Every connection with the database has both (``database/bestand/engine.py``).
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, collate, func

from zvh_desktop.models.vouwing import SQL_NAAM


def vouw(kolom: Any) -> ColumnElement[str]:
    """This column as texts are compared."""
    return getattr(func, SQL_NAAM)(kolom)  # type: ignore[no-any-return]


def op_naam(kolom: Any) -> ColumnElement[str]:
    """The order of names, as Dutch people look for them in a list."""
    return collate(kolom, SQL_NAAM)
