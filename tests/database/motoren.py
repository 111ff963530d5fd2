"""One engine on which a test runs: the file of a vault, or a database of a server under the role of the application."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from dbserver import Databaseserver
from lege_database import SLEUTEL, vul_bestand
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, IntegrityError, ProgrammingError

from zvh_desktop.database.bestand.serverzinnen import sqlstate, zin_van_de_server
from zvh_desktop.database.motor.sqlcipher import SqlcipherMotor

MOTOREN: Final = ("sqlcipher", "postgresql")
MAG_NIET: Final = "42501"


@dataclass(frozen=True)
class Proefmotor:
    """Makes databases of one kind."""

    naam: str
    map: Path
    server: Databaseserver | None = None

    @contextlib.contextmanager
    def gevuld(self, vul: Callable[[Connection], None]) -> Iterator[Engine]:
        """An open database at the newest revision with what this function puts into it."""
        if self.server is not None:
            with self.server.database(vul) as engine:
                yield engine
            return
        pad = self.map / "db.sqlite"
        vul_bestand(pad, vul)
        engine = SqlcipherMotor(pad, SLEUTEL).open()
        yield engine
        engine.dispose()

    @contextlib.contextmanager
    def eigen(self, vul: Callable[[Connection], None]) -> Iterator[Engine]:
        """The same, for who works with several connections at once: what is done in it is really done."""
        if self.server is None:
            with self.gevuld(vul) as engine:
                yield engine
            return
        naam = self.server.gevulde(vul)
        engine = self.server.motor(naam, grootte=8).open()
        yield engine
        engine.dispose()
        self.server.geef_terug(naam)


def zin(fout: DBAPIError) -> str:
    """What the database said, whichever it is."""
    return zin_van_de_server(fout) or str(fout.orig)


@contextlib.contextmanager
def geweigerd() -> Iterator[None]:
    """A rule in the database refuses, or the role of the application may not do this at all: a vault has no roles."""
    with pytest.raises((IntegrityError, ProgrammingError)) as fout:
        yield
    assert isinstance(fout.value, IntegrityError) or sqlstate(fout.value) == MAG_NIET
