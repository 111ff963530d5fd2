"""SQLAlchemy's own dialect for psycopg, with a write lock that is let go after a transaction has ended.

A lock within the transaction is given free a moment too early: the server does that before it has noted that this
transaction is over, and takes the next one for one at the same time. Under SERIALIZABLE both may then be refused for
nothing; seen once in some thousand writes of eight at once on a busy machine. So it is a lock of the connection.
"""

from __future__ import annotations

import select
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext, suppress
from typing import Any, Final
from weakref import WeakKeyDictionary, WeakSet

from sqlalchemy import Connection, CursorResult, Executable, Table
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql import psycopg  # the whole first, as Alembic does: its parts need one another

from zvh_desktop.database.motor.naast import Bundel, Taak
from zvh_desktop.database.motor.rijnummers import volgende_rijnummers
from zvh_desktop.database.motor.serveropdracht import SAMEN, Pijplijn, Serveropdracht
from zvh_desktop.database.motor.serverstellingen import Serverstellingen
from zvh_desktop.models.server.kolom import Kluishouder

STUURPROGRAMMA: Final = "postgresql+casustafel"
_SLOT: Final = 0x7A76685F736C6F74
"""The number of the lock: in the database of a team nobody else uses one of these."""


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
        self._begint: WeakSet[Any] = WeakSet()
        """Connections whose next statement has BEGIN before it."""
        self._begonnen: WeakSet[Any] = WeakSet()
        """Connections of which the transaction was begun here, and not by the driver."""
        self._bundels: WeakKeyDictionary[Any, Bundel] = WeakKeyDictionary()
        self._pijplijnen: WeakKeyDictionary[Any, Pijplijn] = WeakKeyDictionary()
        """That of each connection on which something is on its way."""
        self._onderweg: WeakKeyDictionary[Any, ExitStack] = WeakKeyDictionary()
        """Of each connection on which rows were sent that nobody waited for yet: what waits for them."""
        self._stuurt_door: WeakSet[Any] = WeakSet()

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

    @contextmanager
    def stuur_door(self, verbinding: Connection) -> Iterator[None]:
        """Rows that are added in this are sent, and waited for with what is asked next, at the latest with the commit.

        So what the server refuses of them is raised there. It never gets past the commit: after a refusal a server does
        nothing more of what was sent with it.
        """
        kaal = verbinding.connection.dbapi_connection
        if kaal in self._stuurt_door:
            yield
            return
        self._stuurt_door.add(kaal)
        try:
            yield
        finally:
            self._stuurt_door.discard(kaal)

    def stuurt_door(self, verbinding: Any) -> bool:
        """Whether rows that are added on it now are not waited for; readers beside each other add nothing."""
        return verbinding in self._stuurt_door and verbinding not in self._bundels

    def nummers_vooraf(self, verbinding: Connection, tabel: Table, aantal: int) -> list[int]:
        """The ids of as many rows of this table that are going to be added."""
        return volgende_rijnummers(verbinding, tabel, aantal)

    def do_execute(self, cursor: Any, statement: str, parameters: Any, context: Any = None) -> None:
        """The first of a transaction goes out together with its BEGIN; one of several is waited for later."""
        verbinding = cursor.connection
        bundel = self._bundels.get(verbinding)
        if bundel is not None:
            bundel.vraagt()
        door = bundel is None and context is not None and context.gaat_door
        try:
            wacht_mee = nullcontext() if door or bundel is not None else self._wat_onderweg_is(verbinding, cursor)
            with wacht_mee, self._begonnen_voor(verbinding, cursor):
                if door:
                    self._ga_door(verbinding)
                super().do_execute(cursor, statement, parameters, context)  # type: ignore[no-untyped-call]
        except self.loaded_dbapi.Error as fout:
            if bundel is not None:
                bundel.ging_mis(fout)
            if door:
                self._laat_vallen(verbinding)
            raise
        if context is not None and SAMEN in context.execution_options:
            context.execution_options[SAMEN].append(context)
        elif bundel is not None:
            bundel.wacht()

    def do_executemany(self, cursor: Any, statement: str, parameters: Any, context: Any = None) -> None:
        """Of many rows at once: the driver itself sends them together."""
        with self._wat_onderweg_is(cursor.connection), self._begonnen_voor(cursor.connection, cursor):
            super().do_executemany(cursor, statement, parameters, context)  # type: ignore[no-untyped-call]

    def _ga_door(self, verbinding: Any) -> None:
        if verbinding not in self._pijplijnen:
            self._onderweg[verbinding] = onderweg = ExitStack()
            onderweg.enter_context(self._pijplijn(verbinding))

    def _laat_vallen(self, verbinding: Any) -> None:
        """What was sent and not waited for is of no use any more: somebody was told why, or it is taken back."""
        onderweg = self._onderweg.pop(verbinding, None)
        if onderweg is not None:
            with suppress(self.loaded_dbapi.Error):
                onderweg.close()

    def _wat_onderweg_is(self, verbinding: Any, aanwijzer: Any = None) -> AbstractContextManager[object]:
        """What was sent and not waited for: that is done when this ends. Raises what the server refused of it."""
        onderweg = self._onderweg.pop(verbinding, None)
        if onderweg is not None and isinstance(aanwijzer, self.loaded_dbapi.ServerCursor):
            onderweg.close()  # one of those cannot go along with others
            return nullcontext()
        return nullcontext() if onderweg is None else onderweg

    @contextmanager
    def _begonnen_voor(self, verbinding: Any, aanwijzer: Any = None) -> Iterator[None]:
        """The write lock where it is wanted, then BEGIN, then this statement: sent one after the other, one wait.

        The driver would wait for each of the three. The lock is taken in a transaction of its own, that has ended
        before the next begins: what is seen is fixed after the wait for it, and it is let go after the end.
        """
        stuurprogramma = self.loaded_dbapi
        if not self._moet_beginnen(verbinding):
            yield
            return
        self._begint.discard(verbinding)
        self._begonnen.add(verbinding)
        wil_slot = verbinding in self._wil_slot
        self._wil_slot.discard(verbinding)
        alleen = isinstance(aanwijzer, stuurprogramma.ServerCursor)  # one of those cannot go along with others
        with self._pijplijn(verbinding) as pijplijn:
            if wil_slot:
                gevraagd = verbinding.execute(f"SELECT pg_advisory_lock({_SLOT})")
                pijplijn.na.callback(self._na_antwoord, self._houders.add, verbinding, gevraagd)
                pijplijn.sluit_stuk()
            verbinding.execute(_begin(verbinding))
            if not alleen:
                yield
        if alleen:
            yield

    def _moet_beginnen(self, verbinding: Any) -> bool:
        """Whether BEGIN is to be sent; from here on it is sent here, or the driver would do so as well.

        Asked before a pipeline is entered: within one the driver first waits for all of it.
        """
        if verbinding in self._begint:
            return True
        standen = self.loaded_dbapi.pq.TransactionStatus
        if verbinding.autocommit or verbinding.info.transaction_status != standen.IDLE:
            return False
        verbinding.autocommit = True
        self._begint.add(verbinding)
        return True

    def _na_antwoord(self, noteer: Callable[[Any], None], verbinding: Any, antwoord: Any) -> None:
        if _gelukt(antwoord, self.loaded_dbapi):
            noteer(verbinding)

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
                verbinding.execute(vraag, waarden, execution_options={SAMEN: gesteld})
        if bundel is not None:
            bundel.wacht()
        antwoorden: list[CursorResult[*tuple[Any, ...]]] = [
            CursorResult(een, een.cursor_fetch_strategy, een.cursor.description) for een in gesteld
        ]
        return [[tuple(rij) for rij in antwoord] for antwoord in antwoorden]

    @contextmanager
    def _pijplijn(self, verbinding: Any) -> Iterator[Pijplijn]:
        """What is sent in this is answered when it ends; within another one when that ends.

        Raises what the server refused, and not that it then did nothing with what came after that.
        """
        if verbinding in self._pijplijnen:
            yield self._pijplijnen[verbinding]
            return
        eerst: BaseException | None = None
        try:
            with ExitStack() as na, verbinding.pipeline() as stuurprogramma:
                self._pijplijnen[verbinding] = pijplijn = Pijplijn(stuurprogramma, na)
                na.callback(self._pijplijnen.pop, verbinding, None)
                try:
                    yield pijplijn
                except Exception as fout:  # noqa: BLE001  raised again below: the driver would log what follows on it
                    eerst = fout
        except self.loaded_dbapi.Error as fout:
            eerst = eerst or fout
        if isinstance(eerst, self.loaded_dbapi.errors.PipelineAborted):
            hierdoor = eerst.__context__
            raise hierdoor if isinstance(hierdoor, self.loaded_dbapi.Error) else eerst
        if eerst is not None:
            raise eerst

    @contextmanager
    def _ingepakt(self, verbinding: Any) -> Iterator[None]:
        """What is asked meanwhile goes out together, with the BEGIN when that is still to come."""
        with self._begonnen_voor(verbinding) if self._moet_beginnen(verbinding) else self._ronde(verbinding):
            yield

    @contextmanager
    def _ronde(self, verbinding: Any) -> Iterator[None]:
        """What is asked meanwhile goes out together, and is waited for with what was sent before."""
        self._moet_beginnen(verbinding)
        with self._wat_onderweg_is(verbinding), self._pijplijn(verbinding):
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
        if len(taken) == 1:
            return [taken[0]()]
        self._bundels[kaal] = bundel = Bundel(lambda: self._ronde(kaal))
        try:
            return bundel.lees(taken)
        finally:
            del self._bundels[kaal]

    def do_commit(self, dbapi_connection: Any) -> None:
        """Lets the lock go in the same message, after the end.

        What the server refuses now has ended as well, and not everybody asks for a rollback after that.
        """
        verbinding = getattr(dbapi_connection, "driver_connection", dbapi_connection)
        onderweg = self._onderweg.pop(verbinding, None)
        try:
            self._eis_te_bewaren(verbinding)
            if onderweg is not None:
                self._bewaar_met(onderweg, verbinding)
            elif verbinding not in self._houders:
                super().do_commit(dbapi_connection)  # type: ignore[no-untyped-call]
            else:
                verbinding.execute(f"COMMIT; SELECT pg_advisory_unlock({_SLOT})")
                self._houders.discard(verbinding)
        except self.loaded_dbapi.Error:
            standen = self.loaded_dbapi.pq.TransactionStatus
            if verbinding.info.transaction_status == standen.INERROR:
                # Something was refused, and so the commit was not even looked at; nobody asks for a rollback after it.
                verbinding.execute("ROLLBACK")
            if verbinding.info.transaction_status == standen.IDLE:
                self._laat_los(verbinding)
                self._is_voorbij(verbinding)
            raise
        self._is_voorbij(verbinding)

    def _bewaar_met(self, onderweg: ExitStack, verbinding: Any) -> None:
        """The commit goes out behind the rows that were not waited for: where one is refused, so is the commit.

        What was answered as saved is saved, whatever goes wrong after that: the lock then goes with the line.
        """
        houdt_slot, bewaard = verbinding in self._houders, None
        try:
            with onderweg:
                bewaard = verbinding.execute("COMMIT")
                if houdt_slot:
                    pijplijn = self._pijplijnen[verbinding]
                    pijplijn.sluit_stuk()
                    losgelaten = verbinding.execute(f"SELECT pg_advisory_unlock({_SLOT})")
                    pijplijn.na.callback(self._na_antwoord, self._houders.discard, verbinding, losgelaten)
        except self.loaded_dbapi.Error:
            if bewaard is None or bewaard.statusmessage != "COMMIT":
                raise
            self._houders.discard(verbinding)
            verbinding.close()
        if bewaard.statusmessage != "COMMIT":
            raise self.loaded_dbapi.errors.InFailedSqlTransaction("de server heeft niet bewaard wat is gestuurd")

    def _eis_te_bewaren(self, verbinding: Any) -> None:
        """COMMIT of a transaction in which something was refused is answered with ROLLBACK: no error, to a server.

        Nor does the driver when there is no transaction at all. Nobody may be told then that something was saved.
        """
        standen, stand = self.loaded_dbapi.pq.TransactionStatus, verbinding.info.transaction_status
        if stand == standen.INERROR or (stand == standen.IDLE and verbinding in self._begonnen):
            raise self.loaded_dbapi.errors.InFailedSqlTransaction("er is geen transactie die bewaard kan worden")

    def do_release_savepoint(self, connection: Connection, name: str) -> None:
        """What was sent within it is waited for here at the latest; of what is refused all since it is taken back."""
        try:
            super().do_release_savepoint(connection, name)  # type: ignore[no-untyped-call]
        except Exception:  # also what was told in a sentence of ours
            if not connection.invalidated:
                self.do_rollback_to_savepoint(connection, name)
            raise

    def do_rollback_to_savepoint(self, connection: Connection, name: str) -> None:
        """What was sent since is taken back with the rest, and is not in the way of that."""
        self._laat_vallen(connection.connection.dbapi_connection)
        super().do_rollback_to_savepoint(connection, name)  # type: ignore[no-untyped-call]

    def do_rollback(self, dbapi_connection: Any) -> None:
        """Also asked when a connection goes back to those that wait for work.

        Of a line that fell away the server has taken back what was not saved.
        """
        self._laat_vallen(getattr(dbapi_connection, "driver_connection", dbapi_connection))
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
        if verbinding in self._begonnen or verbinding in self._begint:
            self._begonnen.discard(verbinding)
            self._begint.discard(verbinding)
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
