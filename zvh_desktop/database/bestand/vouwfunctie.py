"""The function and the order by which texts are compared, on a connection with the database.

Both are only for statements: nothing in the schema calls them (trusted_schema), so a database opens without them too.
"""

from __future__ import annotations

from typing import Any

from zvh_desktop.models.vouwing import SQL_NAAM, gevouwen, vergelijk


def leer_vouwen(verbinding: Any) -> None:
    """Give this connection the same comparison as Python has."""
    verbinding.create_function(SQL_NAAM, 1, _vouw, deterministic=True)
    verbinding.create_collation(SQL_NAAM, vergelijk)


def _vouw(waarde: object) -> str | None:
    return None if waarde is None else gevouwen(str(waarde))
