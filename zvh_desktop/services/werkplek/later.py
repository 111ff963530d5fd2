"""Which overleg comes after which: by day, and on one day by the hour at which it begins.

A house can have two overleggen on a day, and what was not reached in the morning goes on in the afternoon.
"""

from __future__ import annotations

from datetime import date, time
from typing import Any, Protocol

from sqlalchemy import ColumnElement, and_, or_


class _Moment(Protocol):
    @property
    def datum(self) -> date: ...
    @property
    def begin(self) -> time: ...


def komt_na(een: _Moment, ander: _Moment) -> bool:
    """Whether the one begins after the other."""
    return (een.datum, een.begin) > (ander.datum, ander.begin)


def begint_na(een: Any, ander: Any) -> ColumnElement[bool]:
    """The same in a query: two tables of overleggen, or one of them and an overleg that was read."""
    return or_(een.datum > ander.datum, and_(een.datum == ander.datum, een.begin > ander.begin))


def begint_voor(een: Any, ander: Any) -> ColumnElement[bool]:
    """Whether the one begins before the other, in a query."""
    return or_(een.datum < ander.datum, and_(een.datum == ander.datum, een.begin < ander.begin))
