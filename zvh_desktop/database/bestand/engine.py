"""The one way to open the encrypted database: SQLCipher under SQLAlchemy's SQLite dialect, pragmas read back.

The pysqlcipher dialect is not used: its pool and its savepoints were found unsafe with this driver. The raw key
reaches the driver in the creator only and stands in no URL, no log and no error.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as stuurprogramma
from sqlalchemy import Connection, Engine, QueuePool, StaticPool, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor

from zvh_desktop.database.bestand.plaats import Plaatssoort, adres, plaatssoort
from zvh_desktop.database.bestand.vertaling import van_de_schijf, vertaal_fout, vertaling
from zvh_desktop.database.bestand.vouwfunctie import leer_vouwen
from zvh_desktop.database.bestand.zinnen import NIETS_GEWIJZIGD, niet_bijgewerkt
from zvh_desktop.database.bestand.zoekindex import volg_wijzigingen
from zvh_desktop.errors import KluisBeschadigd, KluisInGebruik, KluisNietGevonden, ProgrammaFout

MINIMALE_SQLITE = (3, 51, 3)
LEESBAAR_BEGIN = b"SQLite format 3"
WACHT_OP_SLOT_MS = 10_000
SLEUTEL_LENGTE = 32
LEZEN = "zvh_lezen"
AFGESLOTEN = "zvh_afgesloten"
SCHRIJFWACHT = "zvh_schrijfwacht"
"""What is asked before each transaction that writes; it raises when nothing may be written any more."""

# name, value to set, value to read back
_PRAGMAS: tuple[tuple[str, str, object], ...] = (
    ("foreign_keys", "ON", 1),
    ("synchronous", "FULL", 2),
    ("secure_delete", "ON", 1),
    ("temp_store", "MEMORY", 2),
    # Every page outside the cache is decrypted and checked anew: the default of 2 MB makes each search do that.
    ("cache_size", "-8000", -8000),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("busy_timeout", str(WACHT_OP_SLOT_MS), WACHT_OP_SLOT_MS),
)
_RUIME_CACHE = -64000
_KLADPRAGMAS: tuple[tuple[str, str, object], ...] = (
    ("journal_mode", "OFF", "off"),
    ("synchronous", "OFF", 0),
    ("cache_size", str(_RUIME_CACHE), _RUIME_CACHE),
)
_LOGBOEK_NETWERK = "TRUNCATE"
"""A journal for each transaction, in the folder itself: needs nothing that a network share does not have."""
_ZONDER_GEDEELD_GEHEUGEN = frozenset(
    {stuurprogramma.SQLITE_CANTOPEN, stuurprogramma.SQLITE_IOERR, stuurprogramma.SQLITE_READONLY}
)
"""What SQLite says where the shared memory of a write-ahead log cannot be made."""


class Afsluiting:
    """Whether an engine was ended while somebody may still have been at work on it, and what they then hear."""

    def __init__(self) -> None:
        self._gebeurd = threading.Event()
        self._vergrendeld = False

    @property
    def gebeurd(self) -> bool:
        """Whether it was ended."""
        return self._gebeurd.is_set()

    def sluit(self, *, vergrendeld: bool) -> None:
        self._vergrendeld = vergrendeld
        self._gebeurd.set()

    def eis_open(self) -> None:
        """Raises KluisInGebruik."""
        if not self._gebeurd.is_set():
            return
        if self._vergrendeld:
            raise KluisInGebruik(
                "De kluis is intussen vergrendeld.",
                veilig="Er is niets gewijzigd.",
                advies="Ontgrendel de kluis en doe het daarna opnieuw.",
            )
        raise KluisInGebruik(
            "De sleutel van de kluis is zojuist vernieuwd.",
            veilig="Er is niets gewijzigd.",
            advies="Probeer het opnieuw.",
        )


def open_engine(
    pad: Path, sleutel: bytes, *, alleen_lezen: bool = False, nieuw: bool = False, klad: bool = False
) -> Engine:
    """An engine on one encrypted file; the first connection is made here, so that a wrong key shows at once."""
    controleer_stuurprogramma()
    maak = verbinder(pad, sleutel, alleen_lezen=alleen_lezen, nieuw=nieuw, klad=klad)
    engine = create_engine(
        "sqlite+pysqlite://",
        module=stuurprogramma,
        creator=maak,
        poolclass=QueuePool,
        pool_size=5,
        max_overflow=0,
        # The connection used last has the pages of now in its cache.
        pool_use_lifo=True,
        hide_parameters=True,
    )
    engine.update_execution_options(**{LEZEN: alleen_lezen, AFGESLOTEN: Afsluiting()})
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _vertaler(pad.parent))
    volg_wijzigingen(engine, LEZEN)
    with vertaal_fout(pad.parent):
        try:
            engine.connect().close()
        except BaseException:
            engine.dispose()
            raise
    return engine


def sluit_af(engine: Engine, *, vergrendeld: bool = False) -> None:
    """No transaction may begin on this engine any more: its database file was replaced by another, or it was locked."""
    engine.get_execution_options()[AFGESLOTEN].sluit(vergrendeld=vergrendeld)


def verbinder(
    pad: Path, sleutel: bytes, *, alleen_lezen: bool = False, nieuw: bool = False, klad: bool = False
) -> Callable[[], DBAPIConnection]:
    """What makes one connection with the key and the pragmas in place.

    ``klad``: the file does not count yet. It is thrown away when anything goes wrong, and whoever makes it flushes it
    to the disk, so no journal stands beside it and no transaction waits for the disk: each page is written once.
    """
    if len(sleutel) != SLEUTEL_LENGTE:
        raise ProgrammaFout("databasesleutel heeft een verkeerde lengte")

    def maak() -> DBAPIConnection:
        _controleer_bestand(pad, nieuw=nieuw)
        vast = alleen_lezen and _onschrijfbaar(pad)
        soort = plaatssoort(pad.parent)
        netwerk = soort is not Plaatssoort.EIGEN
        if vast and _heeft_rest(pad):
            raise niet_bijgewerkt()
        with vertaal_fout(pad.parent):
            verbinding = stuurprogramma.connect(
                adres(pad.resolve(), soort="ro" if alleen_lezen else "rw", vast=vast),
                uri=True,
                isolation_level=None,
                check_same_thread=False,
            )
            try:
                _geef_sleutel(verbinding, sleutel)
                if netwerk and not alleen_lezen:
                    verlaat_wal(verbinding)
                if alleen_lezen and not vast and soort is Plaatssoort.NETWERK:
                    _eis_geen_wal(verbinding)
                _lees_schema(verbinding)
                # Who only reads takes the journal as it is, and a copy at rest has none beside it.
                if not netwerk and not alleen_lezen and not klad:
                    _zet_pragma(verbinding, "journal_mode", "WAL", "wal")
                for naam, waarde, verwacht in (*_PRAGMAS, *(_KLADPRAGMAS if klad else ())):
                    _zet_pragma(verbinding, naam, waarde, verwacht)
                leer_vouwen(verbinding)
            except BaseException:
                verbinding.close()
                raise
        gemaakt: DBAPIConnection = verbinding
        return gemaakt

    return maak


@contextmanager
def ruwe_verbinding(
    pad: Path, sleutel: bytes, *, alleen_lezen: bool = False, nieuw: bool = False, klad: bool = False
) -> Iterator[DBAPIConnection]:
    """One connection without an engine, for what only the driver can do; its errors are sentences too."""
    with vertaal_fout(pad.parent):
        verbinding = verbinder(pad, sleutel, alleen_lezen=alleen_lezen, nieuw=nieuw, klad=klad)()
        try:
            yield verbinding
        finally:
            verbinding.close()


def hecht_aan(aanwijzer: DBAPICursor, pad: Path, sleutel: bytes, naam: str) -> None:
    """Have another encrypted file at hand on this connection, only to read, under a name of its own."""
    plek = adres(pad.resolve(), soort="ro")
    aanwijzer.execute(f"ATTACH DATABASE ? AS {naam} KEY ?", (plek, f"x'{sleutel.hex()}'"))
    aanwijzer.execute(f"PRAGMA {naam}.cache_size = {_RUIME_CACHE}")


def in_geheugen(sleutel: bytes) -> DBAPIConnection:
    """An empty database in memory alone, encrypted so that its pages can be copied into a file that is."""
    controleer_stuurprogramma()
    with vertaal_fout():
        verbinding = stuurprogramma.connect(":memory:", isolation_level=None, check_same_thread=False)
        _geef_sleutel(verbinding, sleutel)
    gemaakt: DBAPIConnection = verbinding
    return gemaakt


def engine_in_geheugen(maak: Callable[[], DBAPIConnection]) -> Engine:
    """On the one connection that this makes.

    The driver is named: without that the one of Python is looked for, and the bundle does not have it.
    """
    return create_engine(
        "sqlite+pysqlite://", module=stuurprogramma, creator=maak, poolclass=StaticPool, hide_parameters=True
    )


def controleer_stuurprogramma() -> None:
    """Refuse a driver without encryption or with a known fault in its write-ahead log."""
    if stuurprogramma.sqlite_version_info < MINIMALE_SQLITE:
        raise ProgrammaFout("de meegeleverde SQLite is te oud")


def _controleer_bestand(pad: Path, *, nieuw: bool) -> None:
    try:
        with pad.open("rb") as bestand:
            begin = bestand.read(len(LEESBAAR_BEGIN))
    except FileNotFoundError as fout:
        raise KluisNietGevonden(
            "Het databasebestand van de kluis ontbreekt.",
            veilig=NIETS_GEWIJZIGD,
            advies="Zet de laatste reservekopie terug.",
        ) from fout
    except OSError as fout:
        raise van_de_schijf(fout) from fout
    if begin.startswith(LEESBAAR_BEGIN):
        raise KluisBeschadigd(
            "Het databasebestand is niet versleuteld. Het hoort niet bij deze kluis.",
            veilig=NIETS_GEWIJZIGD,
            advies="Zet de laatste reservekopie terug.",
        )
    # SQLite would take an empty file for a new database.
    if not begin and not nieuw:
        raise KluisBeschadigd(
            "Het databasebestand van de kluis is leeg.",
            veilig=NIETS_GEWIJZIGD,
            advies="Zet de laatste reservekopie terug.",
        )


def _heeft_rest(pad: Path) -> bool:
    """Whether changes stand in a write-ahead log beside it: the file taken as it is would be read without them."""
    try:
        return pad.with_name(f"{pad.name}-wal").stat().st_size > 0
    except FileNotFoundError:
        return False


def _onschrijfbaar(pad: Path) -> bool:
    return not os.access(pad.parent, os.W_OK)


def _geef_sleutel(verbinding: DBAPIConnection, sleutel: bytes) -> None:
    aanwijzer = verbinding.cursor()
    try:
        aanwijzer.execute(f"PRAGMA key = \"x'{sleutel.hex()}'\"")
        aanwijzer.execute("PRAGMA cipher_log_level = NONE")
        aanwijzer.execute("PRAGMA cipher_version")
        if not (aanwijzer.fetchone() or ("",))[0]:
            raise ProgrammaFout("het stuurprogramma versleutelt niet")
        aanwijzer.execute(f"PRAGMA busy_timeout = {WACHT_OP_SLOT_MS}")
    finally:
        aanwijzer.close()


def verlaat_wal(verbinding: DBAPIConnection, logboek: str = _LOGBOEK_NETWERK) -> None:
    """Go over to a journal that needs no shared memory: on a place that has none (ADR 0015), and for a copy at rest.

    Held for itself alone, a connection can read a write-ahead log without that memory; so a vault that comes from a
    disk of one's own is brought over. The lock falls away with the first reading after this.
    """
    aanwijzer = verbinding.cursor()
    try:
        aanwijzer.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
        _lees_schema(verbinding)
        _zet_pragma(verbinding, "journal_mode", logboek, logboek.lower())
        aanwijzer.execute("PRAGMA locking_mode = NORMAL").fetchall()
    finally:
        aanwijzer.close()
    _lees_schema(verbinding)


def _eis_geen_wal(verbinding: DBAPIConnection) -> None:
    """Refuse a write-ahead log on a share. SQLite reads one there only in part, or says that the file cannot be opened.

    Whoever opens it to work in it brings it over (``verlaat_wal``); who only reads may not.
    """
    aanwijzer = verbinding.cursor()
    try:
        _lees_schema(verbinding)
        logboek = (aanwijzer.execute("PRAGMA journal_mode").fetchone() or ("",))[0]
    except stuurprogramma.OperationalError as fout:
        if getattr(fout, "sqlite_errorcode", 0) & 0xFF not in _ZONDER_GEDEELD_GEHEUGEN:
            raise
        raise niet_bijgewerkt() from fout
    finally:
        aanwijzer.close()
    if logboek == "wal":
        raise niet_bijgewerkt()


def _lees_schema(verbinding: DBAPIConnection) -> None:
    aanwijzer = verbinding.cursor()
    try:
        aanwijzer.execute("SELECT count(*) FROM sqlite_master").fetchone()
    finally:
        aanwijzer.close()


def _zet_pragma(verbinding: DBAPIConnection, naam: str, waarde: str, verwacht: object) -> None:
    aanwijzer = verbinding.cursor()
    try:
        aanwijzer.execute(f"PRAGMA {naam} = {waarde}").fetchall()
        gelezen = aanwijzer.execute(f"PRAGMA {naam}").fetchone()
        if gelezen is None or gelezen[0] != verwacht:
            raise ProgrammaFout(f"pragma {naam} is niet ingesteld")
    finally:
        aanwijzer.close()


def _begin(verbinding: Connection) -> None:
    opties = verbinding.get_execution_options()
    wacht = None if opties.get(LEZEN) else opties.get(SCHRIJFWACHT)
    if wacht is not None:
        wacht()
    verbinding.exec_driver_sql("BEGIN" if opties.get(LEZEN) else "BEGIN IMMEDIATE")
    try:
        opties[AFGESLOTEN].eis_open()
    except KluisInGebruik:
        verbinding.exec_driver_sql("ROLLBACK")
        raise


def _vertaler(plek: Path) -> Callable[[ExceptionContext], BaseException | None]:
    def op_fout(context: ExceptionContext) -> BaseException | None:
        return vertaling(context.original_exception, plek)

    return op_fout
