"""SQLAlchemy's own dialect for psycopg, with a write lock that is let go after a transaction has ended.

A lock within the transaction is given free a moment too early: the server does that before it has noted that this
transaction is over, and takes the next one for one at the same time. Under SERIALIZABLE both may then be refused for
nothing; seen once in some thousand writes of eight at once on a busy machine. So it is a lock of the connection.
"""

from __future__ import annotations

from typing import Any, Final
from weakref import WeakSet

from sqlalchemy import Column, func
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.psycopg import PGCompiler_psycopg, PGDialect_psycopg
from sqlalchemy.sql import operators
from sqlalchemy.sql.elements import BinaryExpression

from zvh_desktop.models.server.kolom import MERKTEKENS, Kluishouder, plek_van

STUURPROGRAMMA: Final = "postgresql+casustafel"
_GELIJK: Final = frozenset({operators.eq, operators.ne, operators.in_op, operators.not_in_op})
_SLOT: Final = 0x7A76685F736C6F74
"""The number of the lock: in the database of a team nobody else uses one of these."""


class Serverstellingen(PGCompiler_psycopg):
    """Asks of a marked column whether it is something by the mark at its beginning (ADR 0092)."""

    def visit_binary(self, binary: BinaryExpression[Any], *keuzes: Any, **opties: Any) -> str:
        """A comparison; others than of a marked column with a value stay what they are."""
        plek = plek_van(binary.left.type) if isinstance(binary.left, Column) else None
        if plek is not None and plek.gemerkt and binary.operator in _GELIJK:
            vraag = binary._clone()
            vraag.left = func.left(binary.left, MERKTEKENS, type_=binary.left.type)
            binary = vraag
        return str(super().visit_binary(binary, *keuzes, **opties))  # type: ignore[no-untyped-call]


class Serverdialect(PGDialect_psycopg):
    """Knows which connections hold the write lock, and who has the key to what is encrypted."""

    supports_statement_cache = True
    statement_compiler = Serverstellingen
    # What is encrypted is bound to the number of its row: so a row gets its number before it is sent.
    insert_returning = False
    insert_executemany_returning = False
    use_insertmanyvalues = False

    kluishouder: Kluishouder | None = None

    def __init__(self, **opties: Any) -> None:
        super().__init__(**opties)  # type: ignore[no-untyped-call]
        self._houders: WeakSet[Any] = WeakSet()

    def neem_slot(self, verbinding: Any) -> None:
        """Wait for the write lock, before anything is looked at; outside any transaction, so that it lasts longer."""
        if verbinding not in self._houders:
            self._buiten_transactie(verbinding, f"SELECT pg_advisory_lock({_SLOT})")
            self._houders.add(verbinding)

    def do_commit(self, dbapi_connection: Any) -> None:
        """When this raises, the rollback that follows lets the lock go."""
        super().do_commit(dbapi_connection)  # type: ignore[no-untyped-call]
        self._laat_los(dbapi_connection)

    def do_rollback(self, dbapi_connection: Any) -> None:
        """Also asked when a connection goes back to those that wait for work."""
        super().do_rollback(dbapi_connection)  # type: ignore[no-untyped-call]
        self._laat_los(dbapi_connection)

    def _laat_los(self, dbapi_connection: Any) -> None:
        # SQLAlchemy hands over the one of its pool, which stands before that of the driver.
        verbinding = getattr(dbapi_connection, "dbapi_connection", dbapi_connection)
        if verbinding not in self._houders:
            return
        self._houders.discard(verbinding)
        try:
            self._buiten_transactie(verbinding, f"SELECT pg_advisory_unlock({_SLOT})")
        except self.loaded_dbapi.Error:
            # What counts has been done. The lock of a line that fell away goes with it, and so must this line.
            verbinding.close()

    @staticmethod
    def _buiten_transactie(verbinding: Any, opdracht: str) -> None:
        gewoon = verbinding.autocommit
        verbinding.autocommit = True
        try:
            verbinding.execute(opdracht)
        finally:
            if not verbinding.closed:
                verbinding.autocommit = gewoon


registry.register(STUURPROGRAMMA.replace("+", "."), __name__, Serverdialect.__name__)
