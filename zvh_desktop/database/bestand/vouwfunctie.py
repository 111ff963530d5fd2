"""The functions and the order by which texts are compared and looked for, on a connection with the database.

They are only for statements: nothing in the schema calls them (trusted_schema), so a database opens without them too.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from zvh_desktop.models.tekst.naamvormen import SQL_LOS, SQL_NAMEN, losvorm, naamvormen
from zvh_desktop.models.vouwing import SQL_NAAM, gevouwen, vergelijk


def leer_vouwen(verbinding: Any) -> None:
    """Give this connection the same comparison as Python has."""
    for naam, vorm in ((SQL_NAAM, gevouwen), (SQL_LOS, losvorm), (SQL_NAMEN, naamvormen)):
        verbinding.create_function(naam, 1, _van_tekst(vorm), deterministic=True)
    verbinding.create_collation(SQL_NAAM, vergelijk)


def _van_tekst(vorm: Callable[[str], str]) -> Callable[[object], str | None]:
    return lambda waarde: None if waarde is None else vorm(str(waarde))
