"""One act in one transaction, tried again when somebody else came between.

Under SERIALIZABLE a server refuses one of two that could not have come after each other, and says so at any statement
or at the commit. Nothing of that one was saved, so the whole of it is done anew, from reading on. Not endlessly: after
some tries the user is told, and decides.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

from sqlalchemy.orm import Session, sessionmaker

from zvh_desktop.database.bestand.serverzinnen import BOTSINGEN, sqlstate
from zvh_desktop.database.bestand.vertaling import vertaal_databasefout

T = TypeVar("T")
POGINGEN: Final = 8


def in_een_keer(sessies: sessionmaker[Session], werk: Callable[[Session], T], pogingen: int = POGINGEN) -> T:
    """Do this in one transaction. Raises KluisInGebruik after too many tries; any other error at once."""
    for _ in range(pogingen - 1):
        try:
            return _doe(sessies, werk)
        except Exception as fout:
            if not is_botsing(fout):
                raise
    return _doe(sessies, werk)


def is_botsing(fout: BaseException) -> bool:
    """Whether this was refused because of what somebody else did at the same time."""
    return any(sqlstate(een) in BOTSINGEN for een in (fout, fout.__cause__) if een is not None)


def _doe(sessies: sessionmaker[Session], werk: Callable[[Session], T]) -> T:
    with vertaal_databasefout(), sessies.begin() as sessie:
        return werk(sessie)
