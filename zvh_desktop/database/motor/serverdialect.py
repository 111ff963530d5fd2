"""SQLAlchemy's own dialect for psycopg, with a write lock that is let go after a transaction has ended.

A lock within the transaction is given free a moment too early: the server does that before it has noted that this
transaction is over, and takes the next one for one at the same time. Under SERIALIZABLE both may then be refused for
nothing; seen once in some thousand writes of eight at once on a busy machine. So it is a lock of the connection.
"""

from __future__ import annotations

import select
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from typing import Any, Final
from weakref import WeakKeyDictionary, WeakSet

from sqlalchemy import BindParameter, Column, Connection, CursorResult, Executable, func
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql import psycopg  # the whole first, as Alembic does: its parts need one another
from sqlalchemy.sql import operators
from sqlalchemy.sql.elements import BinaryExpression, Null

from zvh_desktop.database.motor.naast import Bundel, Taak
from zvh_desktop.errors import ProgrammaFout
from zvh_desktop.models.server.kolom import MERKTEKENS, Kluishouder, is_zo_bedoeld, plek_van, zoals_opgeslagen

STUURPROGRAMMA: Final = "postgresql+casustafel"
_GELIJK: Final = frozenset({operators.eq, operators.ne, operators.in_op, operators.not_in_op})
_IS: Final = frozenset({operators.is_, operators.is_not})
_SLOT: Final = 0x7A76685F736C6F74
"""The number of the lock: in the database of a team nobody else uses one of these."""
_SAMEN: Final = "zvh_samen"
"""The execution option with the list in which statements that go out together note themselves."""


class Serverstellingen(psycopg.PGCompiler_psycopg):
    """Lets a statement say of an encrypted column only what a server can answer (ADR 0092).

    Read it, ask whether it is there, and where it has a mark whether it equals something. All else (an order of names,
    a piece of a text, a comparison with another column) would be about what is stored and not about what it means.
    """

    def visit_column(self, column: Any, *keuzes: Any, **opties: Any) -> str:
        """Raises ProgrammaFout for an encrypted column of which it was not said that what is stored is meant."""
        # What makes a table or an index has no statement of its own: there it is about what is stored.
        plek = plek_van(column.type) if getattr(self, "statement", None) is not None else None
        if plek is not None and not is_zo_bedoeld(column):
            raise ProgrammaFout(f"{plek.tabel}.{plek.kolom} is versleuteld: dit kan alleen deze computer uitzoeken")
        return str(super().visit_column(column, *keuzes, **opties))

    def get_select_precolumns(self, select: Any, **opties: Any) -> str:
        """Each row has its own encrypted value: every one of them would count as another. Raises ProgrammaFout."""
        if select._distinct and any(plek_van(kolom.type) is not None for kolom in select.selected_columns):
            raise ProgrammaFout("een versleutelde kolom wordt ontdubbeld: dat kan alleen deze computer")
        return str(super().get_select_precolumns(select, **opties))  # type: ignore[no-untyped-call]

    def visit_binary(self, binary: BinaryExpression[Any], *keuzes: Any, **opties: Any) -> str:
        """Whether it is there, or equals a value; others than of an encrypted column stay what they are."""
        plek = plek_van(binary.left.type) if isinstance(binary.left, Column) else None
        if plek is not None and (_is_met_niets(binary) or _is_met_waarde(binary)):
            gemerkt = plek.gemerkt and binary.operator in _GELIJK
            kolom = zoals_opgeslagen(binary.left)
            vraag = binary._clone()
            vraag.left = func.left(kolom, MERKTEKENS, type_=kolom.type) if gemerkt else kolom
            binary = vraag
        return str(super().visit_binary(binary, *keuzes, **opties))  # type: ignore[no-untyped-call]


def _is_met_niets(binary: BinaryExpression[Any]) -> bool:
    return binary.operator in _IS and isinstance(binary.right, Null)


def _is_met_waarde(binary: BinaryExpression[Any]) -> bool:
    """Which value is not known here; one that is no empty text needs a mark, or it is refused on its way out."""
    return binary.operator in _GELIJK and isinstance(binary.right, BindParameter)


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

    def create_cursor(self) -> Any:
        """One that can wait for its answer, for a statement that goes out together with others."""
        aanwijzer = super().create_cursor()
        return _Wachtend(aanwijzer) if _SAMEN in self.execution_options else aanwijzer

    def create_server_side_cursor(self) -> Any:
        """For rows that come piece by piece. Raises ProgrammaFout among readers beside each other: each piece waits."""
        dialect: Any = self.dialect
        if dialect.leest_naast(self._dbapi_connection.dbapi_connection):
            raise ProgrammaFout("wat naast elkaar leest, leest niet bij stukjes")
        return super().create_server_side_cursor()  # type: ignore[no-untyped-call]


class Serverdialect(psycopg.PGDialect_psycopg):
    """Knows which connections hold the write lock, and who has the key to what is encrypted."""

    supports_statement_cache = True
    statement_compiler = Serverstellingen
    execution_ctx_cls = Serveropdracht
    # What is encrypted is bound to the number of its row: so a row gets its number before it is sent.
    insert_returning = False
    insert_executemany_returning = False
    use_insertmanyvalues = False

    kluishouder: Kluishouder | None = None

    def __init__(self, **opties: Any) -> None:
        super().__init__(**opties)  # type: ignore[no-untyped-call]
        self._houders: WeakSet[Any] = WeakSet()
        self._wil_slot: WeakSet[Any] = WeakSet()
        self._begonnen: WeakSet[Any] = WeakSet()
        """Connections of which the transaction was begun here, and not by the driver."""
        self._bundels: WeakKeyDictionary[Any, Bundel] = WeakKeyDictionary()

    def neem_slot(self, verbinding: Any) -> None:
        """The transaction that begins now waits for the write lock, before anything is looked at."""
        if verbinding not in self._houders:
            self._wil_slot.add(verbinding)

    def do_ping(self, dbapi_connection: Any) -> bool:
        """Whether the line is still there. One on which nothing came in while it waited is not asked: that is a trip.

        A server that ends a connection says so, and that lies ready to be read.
        """
        verbinding = getattr(dbapi_connection, "dbapi_connection", dbapi_connection)
        if not verbinding.closed and not select.select([verbinding.fileno()], [], [], 0)[0]:
            return True
        return bool(super().do_ping(dbapi_connection))  # type: ignore[no-untyped-call]

    def do_execute(self, cursor: Any, statement: str, parameters: Any, context: Any = None) -> None:
        """The first of a transaction goes out together with its BEGIN; one of several is waited for later."""
        bundel = self._bundels.get(cursor.connection)
        if bundel is not None:
            bundel.vraagt()
        try:
            with self._begonnen_voor(cursor.connection, cursor):
                super().do_execute(cursor, statement, parameters, context)  # type: ignore[no-untyped-call]
        except self.loaded_dbapi.Error as fout:
            if bundel is not None:
                bundel.ging_mis(fout)
            raise
        if context is not None and _SAMEN in context.execution_options:
            context.execution_options[_SAMEN].append(context)
        elif bundel is not None:
            bundel.wacht()

    def do_executemany(self, cursor: Any, statement: str, parameters: Any, context: Any = None) -> None:
        """Of many rows at once: the driver itself sends them together."""
        with self._begonnen_voor(cursor.connection, cursor):
            super().do_executemany(cursor, statement, parameters, context)  # type: ignore[no-untyped-call]

    @contextmanager
    def _begonnen_voor(self, verbinding: Any, aanwijzer: Any = None) -> Iterator[None]:
        """The write lock where it is wanted, then BEGIN, then this statement: sent one after the other, one wait.

        The driver would wait for each of the three. The lock is taken in a transaction of its own, that has ended
        before the next begins: what is seen is fixed after the wait for it, and it is let go after the end.
        """
        stuurprogramma = self.loaded_dbapi
        if verbinding.autocommit or verbinding.info.transaction_status != stuurprogramma.pq.TransactionStatus.IDLE:
            yield
            return
        verbinding.autocommit = True  # or the driver would begin one as well
        self._begonnen.add(verbinding)
        wil_slot = verbinding in self._wil_slot
        self._wil_slot.discard(verbinding)
        alleen = isinstance(aanwijzer, stuurprogramma.ServerCursor)  # one of those cannot go along with others
        gevraagd: Any = None
        try:
            with self._pijplijn(verbinding) as pijplijn:
                if wil_slot:
                    gevraagd = verbinding.execute(f"SELECT pg_advisory_lock({_SLOT})")
                    pijplijn.command_queue.append(verbinding.pgconn.pipeline_sync)
                    pijplijn.result_queue.append(None)
                verbinding.execute(_begin(verbinding))
                if not alleen:
                    yield
            if alleen:
                yield
        finally:
            if gevraagd is not None and _gelukt(gevraagd, stuurprogramma):
                self._houders.add(verbinding)

    def vraag_samen(
        self, verbinding: Connection, vragen: Sequence[Executable], waarden: Mapping[str, object]
    ) -> list[list[tuple[Any, ...]]]:
        """The rows of each of these, of which the server hears before it answers the first: one wait for all."""
        gesteld: list[Any] = []
        kaal = verbinding.connection.dbapi_connection
        bundel = self._bundels.get(kaal)
        if bundel is not None:
            bundel.vraagt()
        with self._ingepakt(kaal) if bundel is None else nullcontext():
            for vraag in vragen:
                verbinding.execute(vraag, waarden, execution_options={_SAMEN: gesteld})
        if bundel is not None:
            bundel.wacht()
        antwoorden: list[CursorResult[*tuple[Any, ...]]] = [
            CursorResult(een, een.cursor_fetch_strategy, een.cursor.description) for een in gesteld
        ]
        return [[tuple(rij) for rij in antwoord] for antwoord in antwoorden]

    @contextmanager
    def _pijplijn(self, verbinding: Any) -> Iterator[Any]:
        """Raises what the server refused, and not that it then did nothing with what came after that."""
        try:
            with verbinding.pipeline() as pijplijn:
                yield pijplijn
        except self.loaded_dbapi.errors.PipelineAborted as fout:
            if isinstance(fout.__context__, self.loaded_dbapi.Error):
                raise fout.__context__ from None
            raise

    @contextmanager
    def _ingepakt(self, verbinding: Any) -> Iterator[None]:
        """What is asked meanwhile goes out together, with the BEGIN when that is still to come."""
        rust = verbinding.info.transaction_status == self.loaded_dbapi.pq.TransactionStatus.IDLE
        with self._begonnen_voor(verbinding) if rust and not verbinding.autocommit else self._pijplijn(verbinding):
            yield

    def leest_naast(self, verbinding: Any) -> bool:
        """Whether readers are beside each other on it now."""
        return verbinding in self._bundels

    def lees_naast(self, verbinding: Connection, taken: Sequence[Taak]) -> list[Any]:
        """What each of these readers gives; what one asks goes out with what the others ask."""
        kaal = verbinding.connection.dbapi_connection
        bundel = self._bundels.get(kaal)
        if bundel is not None:
            return bundel.lees(taken)
        self._bundels[kaal] = bundel = Bundel(lambda: self._pijplijn(kaal))
        try:
            return bundel.lees(taken)
        finally:
            del self._bundels[kaal]

    def do_commit(self, dbapi_connection: Any) -> None:
        """Lets the lock go in the same message, after the end.

        What the server refuses now has ended as well, and not everybody asks for a rollback after that.
        """
        verbinding = getattr(dbapi_connection, "driver_connection", dbapi_connection)
        self._eis_te_bewaren(verbinding)
        try:
            if verbinding not in self._houders:
                super().do_commit(dbapi_connection)  # type: ignore[no-untyped-call]
            else:
                verbinding.execute(f"COMMIT; SELECT pg_advisory_unlock({_SLOT})")
                self._houders.discard(verbinding)
        except self.loaded_dbapi.Error:
            if verbinding.info.transaction_status == self.loaded_dbapi.pq.TransactionStatus.IDLE:
                self._laat_los(verbinding)
                self._is_voorbij(verbinding)
            raise
        self._is_voorbij(verbinding)

    def _eis_te_bewaren(self, verbinding: Any) -> None:
        """COMMIT of a transaction in which something was refused is answered with ROLLBACK: no error, to a server.

        Nor does the driver when there is no transaction at all. Nobody may be told then that something was saved.
        """
        standen, stand = self.loaded_dbapi.pq.TransactionStatus, verbinding.info.transaction_status
        if stand == standen.INERROR or (stand == standen.IDLE and verbinding in self._begonnen):
            raise self.loaded_dbapi.errors.InFailedSqlTransaction("er is geen transactie die bewaard kan worden")

    def do_rollback(self, dbapi_connection: Any) -> None:
        """Also asked when a connection goes back to those that wait for work.

        Of a line that fell away the server has taken back what was not saved.
        """
        try:
            super().do_rollback(dbapi_connection)  # type: ignore[no-untyped-call]
        except self.loaded_dbapi.Error:
            if not getattr(dbapi_connection, "driver_connection", dbapi_connection).closed:
                raise
        self._laat_los(dbapi_connection)
        self._is_voorbij(getattr(dbapi_connection, "driver_connection", dbapi_connection))

    def _is_voorbij(self, verbinding: Any) -> None:
        """The transaction that was begun here has ended; the next is to be begun again."""
        self._wil_slot.discard(verbinding)
        if verbinding in self._begonnen:
            self._begonnen.discard(verbinding)
            if not verbinding.closed:
                verbinding.autocommit = False

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


def _begin(verbinding: Any) -> str:
    niveau = verbinding.isolation_level
    soort = "" if niveau is None else f" ISOLATION LEVEL {niveau.name.replace('_', ' ')}"
    return f"BEGIN{soort}{ {None: '', True: ' READ ONLY', False: ' READ WRITE'}[verbinding.read_only] }"


def _gelukt(aanwijzer: Any, stuurprogramma: Any) -> bool:
    antwoord = aanwijzer.pgresult
    return antwoord is not None and antwoord.status == stuurprogramma.pq.ExecStatus.TUPLES_OK


registry.register(STUURPROGRAMMA.replace("+", "."), __name__, Serverdialect.__name__)
