"""Connections that know the tables before somebody needs them (ADR 0098).

A new connection to a server is made, and the first thing asked on it looks every table up. That happened to whoever
first did something while something else went on beside the window.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Final

from sqlalchemy import CompoundSelect, Connection, Engine, false, literal, select, union_all

from zvh_desktop.database.bestand.engine import LEZEN
from zvh_desktop.database.motor.motor import werkt_samen
from zvh_desktop.models.alles import Base

KLAAR: Final = 2
"""What a window uses at once: one for the window, one for what is done beside it."""
_SAMEN: Final = 10
"""Tables in one statement: each is locked against another form while it lasts, and a server has a bound to that."""


def zet_lijnen_klaar(engine: Engine | Connection) -> None:
    """Make them, and let each look up every table; no row is read. Nothing is done where nobody else works.

    Raises KluisFout where there is no line.
    """
    if not isinstance(engine, Engine) or not werkt_samen(engine):
        return
    with ExitStack() as open_:
        lezend = engine.execution_options(**{LEZEN: True})
        # All of them first: one that went back would be given out again.
        lijnen = [open_.enter_context(lezend.connect()) for _ in range(KLAAR)]
        for lijn in lijnen:
            for vraag in _vragen():
                lijn.execute(vraag)
                lijn.rollback()


def _vragen() -> Iterator[CompoundSelect[*tuple[int]]]:
    tabellen = Base.metadata.sorted_tables
    for eerste in range(0, len(tabellen), _SAMEN):
        deel = tabellen[eerste : eerste + _SAMEN]
        yield union_all(*(select(literal(1)).select_from(tabel).where(false()) for tabel in deel))
