"""What a transaction sees at the end of the chain of statements, read in one question where there is nothing new."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, func, literal, select
from sqlalchemy.orm import Session

from zvh_desktop.database.keten.schakels import Rij
from zvh_desktop.models.keten.verklaring import Verklaring

_TABEL = Verklaring.__table__
_ALTIJD = select(literal(1).label("een")).subquery("altijd")
_UITERSTEN = select(
    select(func.min(_TABEL.c.nummer)).correlate(None).scalar_subquery(),
    select(func.max(_TABEL.c.nummer)).correlate(None).scalar_subquery(),
    _TABEL.c.hash,
).select_from(_ALTIJD.outerjoin(_TABEL, _TABEL.c.nummer == bindparam("nummer")))
"""The lowest and highest number, and the hash of one of them: one row, also where nothing was signed."""
Naast = Callable[[Connection, Sequence[Callable[[], Any]]], list[Any]]


def na_elkaar(_verbinding: Connection, taken: Sequence[Callable[[], Any]]) -> list[Any]:
    """Where nobody waits for a line."""
    return [taak() for taak in taken]


class Keteneinde(NamedTuple):
    """What a transaction sees of the chain: its ends, the print of the last that is known, and what came after."""

    laagste: int | None
    hoogste: int
    hash: str | None
    nieuwer: tuple[Rij, ...]


def lees_vanaf(sessie: Session, nummer: int) -> Keteneinde:
    """From this number on."""
    laagste, hoogste, hash_ = sessie.execute(_UITERSTEN, {"nummer": nummer}).one()
    hoogste = int(hoogste or 0)
    vraag = select(_TABEL).where(_TABEL.c.nummer > nummer).order_by(_TABEL.c.nummer)
    nieuwer = tuple(tuple(rij) for rij in sessie.execute(vraag)) if hoogste > nummer else ()
    return Keteneinde(laagste, hoogste, hash_, nieuwer)


def laatste_nummer(sessie: Session) -> int:
    """The newest of all, 0 where nothing was signed."""
    return int(sessie.execute(_UITERSTEN, {"nummer": 0}).one()[1] or 0)
