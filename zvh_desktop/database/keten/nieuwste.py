"""What a transaction sees at the end of the chain of statements, read in one question where there is nothing new."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, cast

from sqlalchemy import Connection, bindparam, func, literal, select
from sqlalchemy.orm import Session, SessionTransaction

from zvh_desktop.database.keten.ondertekening import NIEUW
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


def lees_vanaf(verbinding: Connection, nummer: int, naast: Naast = na_elkaar, *, verwacht: bool = False) -> Keteneinde:
    """From this number on. ``verwacht``: there is more, so it is asked for at once."""

    def uitersten() -> Keteneinde:
        laagste, hoogste, hash_ = verbinding.execute(_UITERSTEN, {"nummer": nummer}).one()
        return Keteneinde(laagste, int(hoogste or 0), hash_, ())

    def nieuwer() -> tuple[Rij, ...]:
        vraag = select(_TABEL).where(_TABEL.c.nummer > nummer).order_by(_TABEL.c.nummer)
        return tuple(tuple(rij) for rij in verbinding.execute(vraag))

    if verwacht:
        einde, rijen = naast(verbinding, (uitersten, nieuwer))
        return cast(Keteneinde, einde._replace(nieuwer=rijen))
    einde = uitersten()
    return einde._replace(nieuwer=nieuwer()) if einde.hoogste > nummer else einde


def laatste_nummer(sessie: Session) -> int:
    """The newest of all, 0 where nothing was signed."""
    return int(sessie.execute(_UITERSTEN, {"nummer": 0}).one()[1] or 0)


@dataclass(frozen=True, slots=True)
class Ketenblik:
    """What was seen of the schema and the end of the chain as a transaction began."""

    transactie: SessionTransaction | None
    tot: int
    vreemd: tuple[str, ...]
    einde: Keteneinde

    def past(self, sessie: Session, tot: int) -> bool:
        """Whether that still is all there is: the same transaction, in which nothing was signed since."""
        return self.transactie is sessie.get_transaction() and self.tot == tot and not sessie.info.get(NIEUW)
