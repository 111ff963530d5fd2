"""A database of a server, for several people at once (ADR 0074).

Every transaction is SERIALIZABLE: what it saw is as if it were alone. One that writes holds the write lock from before
it begins, as a vault does with BEGIN IMMEDIATE: the next link of a chain follows on the last, so two that write at once
would always be in each other's way. Taken within the transaction it would come too late: SELECT pg_advisory_xact_lock
fixes what is seen before it waits, so that who had waited would still see the chain as it was before.

This module is loaded, and the driver with it, only when a database of a server is opened.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Final

from sqlalchemy import Connection, Engine, Executable, QueuePool, create_engine, event, text
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.engine import AFGESLOTEN, LEZEN, SCHRIJFWACHT, WACHT_OP_SLOT_MS, Afsluiting
from zvh_desktop.database.bestand.serverzinnen import van_de_server, weg_voor_het_opslaan
from zvh_desktop.database.bestand.vertaling import vertaal_databasefout, vertaling
from zvh_desktop.database.motor.buitenzicht import Serverbuitenzicht
from zvh_desktop.database.motor.cellen import Cellen
from zvh_desktop.database.motor.leeskopie import Leeskopie
from zvh_desktop.database.motor.luisteraar import Luisteraar
from zvh_desktop.database.motor.motor import GEEN_WAARDEN, MOTOR, Blik, Buitenzicht, Moment, Weggaand
from zvh_desktop.database.motor.opslag import Opslag
from zvh_desktop.database.motor.rijnummers import geef_nummers, volgend_rijnummer
from zvh_desktop.database.motor.serveradres import Serveradres
from zvh_desktop.database.motor.servercontrole import AFDRUK, bevindingen, eis_geschikt, rechtenbevindingen
from zvh_desktop.database.motor.serverdialect import STUURPROGRAMMA, Serverdialect
from zvh_desktop.database.motor.teamschema import SCHEMA, zet_reeksen
from zvh_desktop.database.motor.wijzigingen import ZITTING, botst, kijk, lees_moment, vertelt_niet_alles
from zvh_desktop.errors import LijnWeg, ProgrammaFout
from zvh_desktop.models.alles import Base

ZONDER_SLOT: Final = "zvh_zonder_slot"
"""An execution option: write without the lock, and be refused when somebody else came between."""
_OPTIES: Final[Mapping[str, str]] = {
    "search_path": SCHEMA,
    "idle_in_transaction_session_timeout": "60000",
    "timezone": "UTC",
    "datestyle": "ISO",
}


class PostgresMotor:
    """One database of a server, as one database account."""

    bundelt = False
    leest_teksten = False
    samen = True
    wist_zelf = False

    def __init__(
        self,
        adres: Serveradres,
        *,
        sleutel: bytes | None = None,
        als_eigenaar: bool = False,
        grootte: int = 5,
        wacht_ms: int = WACHT_OP_SLOT_MS,
    ) -> None:
        """``sleutel``: the key of the house. Without it nothing that is encrypted can be read or written."""
        self._adres = adres
        self._cellen = None if sleutel is None else Cellen(sleutel)
        self._wacht_ms = wacht_ms
        self._als_eigenaar = als_eigenaar
        self._grootte = grootte
        # Tells what was done here from what others did; also of the same person at another window.
        self._zitting = secrets.token_hex(8)
        self._kopie = Leeskopie()
        self._gezien: tuple[str, tuple[str, ...]] = ("", ())

    def open(self, *, alleen_lezen: bool = False) -> Engine:
        """An engine; the first connection is made here, so that what is wrong shows at once."""
        opties = {**_OPTIES, "lock_timeout": str(self._wacht_ms), ZITTING: self._zitting}
        if self._als_eigenaar:
            # The owner sees every row. Should that ever not be so, a statement fails rather than pass rows over.
            opties["row_security"] = "off"
        engine = create_engine(
            self._adres.url(STUURPROGRAMMA),
            poolclass=QueuePool,
            pool_size=self._grootte,
            max_overflow=0,
            pool_use_lifo=True,
            pool_pre_ping=True,
            hide_parameters=True,
            isolation_level="SERIALIZABLE",
            connect_args={"options": " ".join(f"-c {naam}={waarde}" for naam, waarde in opties.items())},
        )
        engine.update_execution_options(**{LEZEN: alleen_lezen, MOTOR: self, AFGESLOTEN: Afsluiting()})
        engine.dialect.kluishouder = self._cellen  # type: ignore[attr-defined]
        Opslag(self._cellen).bewaak(engine)
        event.listen(engine, "begin", self.neem_slot)
        event.listen(engine, "handle_error", _op_fout)
        event.listen(engine, "engine_disposed", self._kopie.vergeet)
        if self._cellen is not None:
            event.listen(engine, "engine_disposed", self._cellen.vergeet)
        with vertaal_databasefout():
            try:
                with engine.execution_options(**{LEZEN: True}).connect() as verbinding:
                    eis_geschikt(verbinding, als_eigenaar=self._als_eigenaar)
            except BaseException:
                engine.dispose()
                raise
        return engine

    def neem_slot(self, verbinding: Connection) -> None:
        """At the beginning of a transaction: that it wants the write lock, or that nothing is written.

        Both go out with the first statement, before it: no trips of their own.
        """
        opties = verbinding.get_execution_options()
        opties[AFGESLOTEN].eis_open()
        verbinding.connection.dbapi_connection.read_only = bool(opties.get(LEZEN))  # type: ignore[union-attr]
        if opties.get(LEZEN):
            return
        wacht = opties.get(SCHRIJFWACHT)
        if wacht is not None:
            wacht()
        dialect = verbinding.dialect
        if not opties.get(ZONDER_SLOT) and isinstance(dialect, Serverdialect):
            dialect.neem_slot(verbinding.connection.dbapi_connection)

    def vraag_samen(
        self, verbinding: Connection, vragen: Sequence[Executable], waarden: Mapping[str, object] = GEEN_WAARDEN
    ) -> list[list[tuple[Any, ...]]]:
        """All of them on their way before the first is answered: over a line each would be a wait."""
        dialect = _eigen_dialect(verbinding)
        try:
            return dialect.vraag_samen(verbinding, vragen, waarden)
        except dialect.loaded_dbapi.Error as fout:
            raise van_de_server(fout) or fout from fout

    def leesbaar(self, sessie: Session, tabellen: Iterable[str]) -> AbstractContextManager[Session]:
        """In the memory of this computer, as long as the engine is open."""
        return self._kopie.bij(sessie, tabellen)

    def kijk(self, verbinding: Connection, sinds: Blik) -> Blik | None:
        """In one statement, as the transaction sees it."""
        return kijk(verbinding, SCHEMA, sinds)

    def volgend_nummer(self, verbinding: Connection, jaar: int, hoogste: int) -> int:
        """From a sequence of the server: never the same to two, also when one of them does not go through."""
        vraag = text(f"SELECT {SCHEMA}.volgend_nummer(:jaar, :hoogste)")
        return int(verbinding.execute(vraag, {"jaar": jaar, "hoogste": hoogste}).scalar_one())

    def buiten_zicht(self, verbinding: Connection) -> Buitenzicht:
        """The owner looks, and says what is in use and nothing more."""
        return Serverbuitenzicht(verbinding, self._cellen)

    @contextmanager
    def op_zichzelf(self, verbinding: Connection, nieuw_in: str = "") -> Iterator[int | None]:
        """Behind a savepoint: after a refusal a server does nothing more in a transaction.

        The id is of the sequence of the table: what is encrypted is bound to it before it is sent.
        """
        with verbinding.begin_nested():
            yield volgend_rijnummer(verbinding, Base.metadata.tables[nieuw_in]) if nieuw_in else None

    @contextmanager
    def zonder_wachters(self, verbinding: Connection) -> Iterator[None]:
        """Only the owner can, and who else looks meanwhile waits for the end of this transaction."""
        self._zet_wachters(verbinding, "DISABLE")
        yield
        # References that wait are looked at now: as long as they wait, the server changes nothing about their tables.
        verbinding.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")
        self._zet_wachters(verbinding, "ENABLE")
        vertelt_niet_alles(verbinding, SCHEMA)

    @staticmethod
    def _zet_wachters(verbinding: Connection, aan: str) -> None:
        for tabel in Base.metadata.sorted_tables:
            verbinding.exec_driver_sql(f"ALTER TABLE {SCHEMA}.{tabel.name} {aan} TRIGGER USER")

    @contextmanager
    def laat_gaan(self, verbinding: Connection, weg: Weggaand) -> Iterator[None]:
        """The owner has said what may go, and when (ADR 0097)."""
        verbinding.execute(
            text(
                f"SELECT {SCHEMA}.laat_gaan(CAST(:casus AS bigint), CAST(:aanmelding AS bigint), "
                "CAST(:verzoek AS bigint), CAST(:delen AS text[]))"
            ),
            {"casus": weg.casus, "aanmelding": weg.aanmelding, "verzoek": weg.verzoek, "delen": list(weg.delen)},
        )
        yield

    def na_overzetten(self, verbinding: Connection) -> None:
        """The sequences go on above the ids that came in."""
        zet_reeksen(verbinding)

    def stel_uit(self, verbinding: Connection) -> None:
        """References are looked at when the transaction ends."""
        verbinding.exec_driver_sql("SET CONSTRAINTS ALL DEFERRED")

    def controleer(self, engine: Engine) -> tuple[str, ...]:
        """Findings on the server, the schema and the triggers; none when all is as this version made it."""
        with engine.execution_options(**{LEZEN: True}).connect() as verbinding:
            return (*bevindingen(verbinding), *rechtenbevindingen(verbinding))

    def vreemd(self, verbinding: Connection) -> tuple[str, ...]:
        """Also what is missing: on a server the gate rests on its triggers, whoever works there.

        Read before each use. What was looked over in exactly this form is told by one print of it, in one statement.
        """
        afdruk = str(verbinding.execute(AFDRUK, {"schema": SCHEMA}).scalar_one())
        if afdruk != self._gezien[0]:
            self._gezien = (afdruk, bevindingen(verbinding))
        return self._gezien[1]

    def moment(self, verbinding: Connection) -> Moment:
        """The last change that was written down, and the last line of the log."""
        return lees_moment(verbinding, SCHEMA)

    def botst(self, verbinding: Connection, sinds: Moment, buiten: Sequence[str]) -> bool:
        """What was written down in this transaction, beside what was since by others than this engine."""
        return botst(verbinding, SCHEMA, sinds.wijziging, buiten)

    def luister(self, engine: Engine, nummer: int) -> Luisteraar:
        """A line of its own, beside those that work. Raises KluisFout."""
        return Luisteraar(engine, nummer, self._zitting)

    def wis_resten(self, engine: Engine) -> bool:
        """Write what is left anew, without what was removed. Only the owner may; False when this account is not."""
        with engine.connect() as verbinding:
            kaal = verbinding.execution_options(isolation_level="AUTOCOMMIT", **{LEZEN: False, ZONDER_SLOT: True})
            eigenaar = kaal.execute(
                text("SELECT pg_has_role(nspowner, 'USAGE') FROM pg_namespace WHERE nspname = :naam"), {"naam": SCHEMA}
            ).scalar_one()
            if not eigenaar:
                return False
            kaal.exec_driver_sql("VACUUM (FULL)")
        return True


event.listen(Session, "before_flush", geef_nummers)


def _eigen_dialect(verbinding: Connection) -> Serverdialect:
    dialect = verbinding.dialect
    if not isinstance(dialect, Serverdialect):
        raise ProgrammaFout("een server zonder eigen dialect")
    return dialect


def _op_fout(context: ExceptionContext) -> BaseException | None:
    if context.is_pre_ping:
        return None  # a line that fell away while nobody used it is made anew, and nobody hears of it
    vertaald = vertaling(context.original_exception)
    if isinstance(vertaald, LijnWeg) and (context.connection is None or context.statement is not None):
        return weg_voor_het_opslaan()  # only a commit, which is no statement, can have been done unheard
    return vertaald
