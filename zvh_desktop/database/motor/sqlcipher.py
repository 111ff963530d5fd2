"""The encrypted file of one seat, and of a koffer: what stands in ``bestand/``, in the form of a Motor (ADR 0074)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Executable, event, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.engine import engine_in_geheugen, in_geheugen, open_engine
from zvh_desktop.database.bestand.paginas import paginabevindingen
from zvh_desktop.database.bestand.schema import vergelijk_schema
from zvh_desktop.database.bestand.vouwfunctie import leer_vouwen
from zvh_desktop.database.bestand.wissen import wis_resten
from zvh_desktop.database.bestand.zoekindex import is_zoektrigger
from zvh_desktop.database.motor.motor import GEEN_WAARDEN, MOTOR, Blik, Buitenzicht, Moment, Oor, Weggaand
from zvh_desktop.database.sleutels.primitieven import willekeurig
from zvh_desktop.errors import ProgrammaFout


class SqlcipherMotor:
    """One database file with its key."""

    bundelt = True
    leest_teksten = True
    samen = False
    wist_zelf = True

    def __init__(self, pad: Path, sleutel: bytes) -> None:
        self._pad = pad
        self._sleutel = sleutel

    def open(self, *, alleen_lezen: bool = False, nieuw: bool = False) -> Engine:
        """An engine on the file. BEGIN IMMEDIATE is the write lock: one transaction writes at a time.

        ``nieuw``: the file is empty still.
        """
        engine = open_engine(self._pad, self._sleutel, alleen_lezen=alleen_lezen, nieuw=nieuw)
        engine.update_execution_options(**{MOTOR: self})
        return engine

    def vraag_samen(
        self, verbinding: Connection, vragen: Sequence[Executable], waarden: Mapping[str, object] = GEEN_WAARDEN
    ) -> list[list[tuple[Any, ...]]]:
        """Each after the other: nobody waits for a file."""
        return [[tuple(rij) for rij in verbinding.execute(vraag, waarden)] for vraag in vragen]

    def buiten_zicht(self, verbinding: Connection) -> Buitenzicht:
        """Who opens a vault sees all of it."""
        raise ProgrammaFout("wie een kluis opent, ziet alles")

    def kijk(self, _verbinding: Connection, _sinds: Blik) -> Blik | None:
        """A vault writes nothing down for others."""
        return None

    def leesbaar(self, sessie: Session, _tabellen: Iterable[str]) -> AbstractContextManager[Session]:
        """The same session."""
        return nullcontext(sessie)

    def volgend_nummer(self, _verbinding: Connection, _jaar: int, hoogste: int) -> int:
        """Who asks holds the write lock, so nobody else is given the same."""
        return hoogste + 1

    def op_zichzelf(self, _verbinding: Connection, _nieuw_in: str = "") -> AbstractContextManager[None]:
        """SQLite takes back the one statement that was refused, and numbers a row as it comes in."""
        return nullcontext()

    def stel_uit(self, verbinding: Connection) -> None:
        """References are looked at when the transaction ends."""
        verbinding.exec_driver_sql("PRAGMA defer_foreign_keys = ON")

    @contextmanager
    def zonder_wachters(self, verbinding: Connection) -> Iterator[None]:
        """Take the triggers off and put the same ones back, in this transaction; those of the search index stay."""
        vraag = text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY rowid")
        weg = [(naam, sql) for naam, sql in verbinding.execute(vraag) if not is_zoektrigger(sql)]
        for naam, _sql in weg:
            verbinding.exec_driver_sql(f'DROP TRIGGER "{naam}"')
        yield
        for _naam, sql in weg:
            verbinding.exec_driver_sql(sql)

    def laat_gaan(self, verbinding: Connection, _weg: Weggaand) -> AbstractContextManager[None]:
        """Who has the file open is the one who guards it."""
        return self.zonder_wachters(verbinding)

    def na_overzetten(self, _verbinding: Connection) -> None:
        """The next id is the highest in the table and one."""

    def controleer(self, engine: Engine) -> tuple[str, ...]:
        """The pages, the references, and whether the schema is what the migrations make."""
        with engine.connect() as verbinding:
            verschil = vergelijk_schema(verbinding)
        return (*paginabevindingen(self._pad, self._sleutel), *verschil.vreemd, *verschil.weg)

    def vreemd(self, _verbinding: Connection) -> None:
        """The schema of the file is compared with what the migrations make (bestand/schema.py)."""

    def moment(self, _verbinding: Connection) -> Moment:
        """One at a time works in a vault: there is nothing to look back to."""
        return Moment()

    def botst(self, _verbinding: Connection, _sinds: Moment, _buiten: Sequence[str]) -> bool:
        """Nobody else can write here meanwhile."""
        return False

    def luister(self, _engine: Engine, _nummer: int) -> Oor:
        """Raises ProgrammaFout: there is nobody to hear."""
        raise ProgrammaFout("een kluis heeft niemand om naar te luisteren")

    def wis_resten(self, engine: Engine) -> bool:
        """From the search index, the statistics and the log file."""
        return wis_resten(engine)


def open_in_geheugen() -> Engine:
    """A database in the memory of this computer alone, with the one connection that it has."""

    def maak() -> DBAPIConnection:
        verbinding = in_geheugen(willekeurig())
        # Sorting much would else be done in a file.
        verbinding.cursor().execute("PRAGMA temp_store = MEMORY")
        leer_vouwen(verbinding)
        return verbinding

    engine = engine_in_geheugen(maak)
    event.listen(engine, "begin", lambda verbinding: verbinding.exec_driver_sql("BEGIN"))
    engine.update_execution_options(**{MOTOR: SqlcipherMotor(Path(), b"")})
    return engine
