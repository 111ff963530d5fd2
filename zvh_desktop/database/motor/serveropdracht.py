"""One statement on its way to a server, which may not be waited for by itself."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy.dialects.postgresql import psycopg
from sqlalchemy.sql.compiler import SQLCompiler

from zvh_desktop.errors import ProgrammaFout

SAMEN: Final = "zvh_samen"
"""The execution option with the list in which statements that go out together note themselves."""


@dataclass(frozen=True, slots=True)
class Pijplijn:
    """What is sent one after the other and waited for once; ``na``: what is done when all was answered."""

    stuurprogramma: Any
    na: ExitStack

    def sluit_stuk(self) -> None:
        """What was sent until here is done or refused by itself, also where nobody waits at it."""
        self.stuurprogramma.command_queue.append(self.stuurprogramma.pgconn.pipeline_sync)
        self.stuurprogramma.result_queue.append(None)


class _Wachtend:
    """Of a statement that waits for its answer: one that has no rows yet would be put away as if it had none."""

    def __init__(self, aanwijzer: Any) -> None:
        self._aanwijzer = aanwijzer

    def __getattr__(self, naam: str) -> Any:
        return getattr(self._aanwijzer, naam)

    def close(self) -> None:
        """Its answer is still to come; it goes with who asked."""


class Serveropdracht(psycopg.PGExecutionContext_psycopg):
    """One statement on its way."""

    @property
    def gaat_door(self) -> bool:
        """Whether nobody waits for this by itself: a row that is added where that was said to be so."""
        dialect: Any = self.dialect
        gemaakt = self.compiled
        if not self.isinsert or self.executemany or not isinstance(gemaakt, SQLCompiler):
            return False
        return not gemaakt.effective_returning and dialect.stuurt_door(self._dbapi_connection.dbapi_connection)

    def create_cursor(self) -> Any:
        """One that can wait for its answer, for a statement that goes out together with others."""
        aanwijzer = super().create_cursor()
        return _Wachtend(aanwijzer) if SAMEN in self.execution_options or self.gaat_door else aanwijzer

    def create_server_side_cursor(self) -> Any:
        """For rows that come piece by piece. Raises ProgrammaFout among readers beside each other: each piece waits."""
        dialect: Any = self.dialect
        if dialect.leest_naast(self._dbapi_connection.dbapi_connection):
            raise ProgrammaFout("wat naast elkaar leest, leest niet bij stukjes")
        return super().create_server_side_cursor()  # type: ignore[no-untyped-call]
