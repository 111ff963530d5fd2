"""Counts what a use case asks of the vault: over a line, every statement is a wait."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import event

from zvh_desktop.database.kluis import OpenKluis

_GEEN_VRAAG = ("BEGIN", "ROLLBACK")


class SqlTeller:
    """The statements that went to the vault, and in how many sessions."""

    def __init__(self) -> None:
        self.opdrachten: list[str] = []
        self.sessies = 0

    @property
    def aantal(self) -> int:
        """How many statements."""
        return len(self.opdrachten)

    def _voor(
        self, _verbinding: object, _aanwijzer: object, opdracht: str, _waarden: object, _context: object, _veel: bool
    ) -> None:
        if opdracht.startswith(_GEEN_VRAAG):
            self.sessies += opdracht.startswith("BEGIN")
        else:
            self.opdrachten.append(opdracht)


@contextmanager
def geteld(kluis: OpenKluis) -> Iterator[SqlTeller]:
    """Count every statement on this vault meanwhile."""
    teller = SqlTeller()
    with kluis.sessies() as sessie:
        bron = sessie.get_bind().engine
    event.listen(bron, "before_cursor_execute", teller._voor)
    try:
        yield teller
    finally:
        event.remove(bron, "before_cursor_execute", teller._voor)


def tel(kluis: OpenKluis, handeling: Callable[[], object]) -> int:
    """How many statements this takes, once what is read only the first time has been read."""
    handeling()
    with geteld(kluis) as teller:
        handeling()
    return teller.aantal
