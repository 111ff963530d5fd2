"""Plain columns of a list that can be as long as the vault is old (ADR 0027)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVarTuple

from sqlalchemy import Row, Select
from sqlalchemy.orm import Session

Kolommen = TypeVarTuple("Kolommen")


def lees_kolommen(sessie: Session, vraag: Select[*Kolommen]) -> Sequence[Row[*Kolommen]]:
    """The rows of a select of columns, straight from the connection.

    A session looks at every row for mapped objects in it; of a hundred thousand rows that takes as long as reading
    them. As a session does, this first writes what waits to be written.
    """
    if sessie.autoflush:
        sessie.flush()
    return sessie.connection().execute(vraag).all()
