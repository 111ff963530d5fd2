"""The folded form of text in a query: the same function as in Python, and the order that goes with it.

Every connection with the database has both (``database/bestand/engine.py``).
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, and_, collate, func, or_

from zvh_desktop.models.tekst.naamvormen import SQL_LOS, Gezocht
from zvh_desktop.models.vouwing import SQL_NAAM


def vouw(kolom: Any) -> ColumnElement[str]:
    """This column as texts are compared."""
    return getattr(func, SQL_NAAM)(kolom)  # type: ignore[no-any-return]


def bevat(kolom: Any, gezocht: Gezocht) -> ColumnElement[bool]:
    """Whether what was typed is in this text, also as people type a name that they do not have before them."""
    vorm = getattr(func, SQL_LOS)(kolom)  # not with LIKE: its capitals are for another question
    delen = (and_(*(or_(*(func.instr(vorm, een) for een in keuze)) for keuze in vraag)) for vraag in gezocht.vragen)
    return or_(*delen)


def op_naam(kolom: Any) -> ColumnElement[str]:
    """The order of names, as Dutch people look for them in a list."""
    return collate(kolom, SQL_NAAM)
