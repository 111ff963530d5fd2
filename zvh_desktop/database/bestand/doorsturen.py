"""Rows that are added, and not waited for one by one."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import cast

from sqlalchemy import Connection


def stuur_door(verbinding: Connection) -> AbstractContextManager[None]:
    """Rows that are added in this are not waited for one by one: over a line each would be a trip (ADR 0107).

    What is refused of them is raised by what is asked next, at the latest by the commit, which then saves nothing. Not
    while rows come in piece by piece: those cannot go along with others.
    """
    door = getattr(verbinding.dialect, "stuur_door", None)
    return nullcontext() if door is None else cast("AbstractContextManager[None]", door(verbinding))
