"""The one way to open the encrypted database: SQLCipher under SQLAlchemy's SQLite dialect, pragmas read back.

The pysqlcipher dialect is not used: its pool and its savepoints were found unsafe with this driver. The raw key
reaches the driver in the creator only and stands in no URL, no log and no error.
"""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as stuurprogramma
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError

from zvh_desktop.database.bestand.plaats import Plaatssoort, adres, plaatssoort
from zvh_desktop.database.bestand.vouwfunctie import leer_vouwen
from zvh_desktop.database.bestand.zoekindex import volg_wijzigingen
from zvh_desktop.errors import (
    AlleenLezen,
    KluisBeschadigd,
    KluisFout,
    KluisInGebruik,
    KluisNietGevonden,
    ProgrammaFout,
    SchijfVol,
)
from zvh_desktop.paths import is_van_het_programma

MINIMALE_SQLITE = (3, 51, 3)
LEESBAAR_BEGIN = b"SQLite format 3"
WACHT_OP_SLOT_MS = 10_000
SLEUTEL_LENGTE = 32
LEZEN = "zvh_lezen"
AFGESLOTEN = "zvh_afgesloten"

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
_LOGBOEK_NETWERK = "TRUNCATE"
"""A journal for each transaction, in the folder itself: needs nothing that a network share does not have."""
_ZONDER_GEDEELD_GEHEUGEN = frozenset(
    {stuurprogramma.SQLITE_CANTOPEN, stuurprogramma.SQLITE_IOERR, stuurprogramma.SQLITE_READONLY}
)
"""What SQLite says where the shared memory of a write-ahead log cannot be made."""
_VEILIG = "Er is niets gewijzigd of verwijderd."


def open_engine(pad: Path, sleutel: bytes, *, alleen_lezen: bool = False, nieuw: bool = False) -> Engine:
    """An engine on one encrypted file; the first connection is made here, so that a wrong key shows at once."""
    controleer_stuurprogramma()
    maak = verbinder(pad, sleutel, alleen_lezen=alleen_lezen, nieuw=nieuw)
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
    engine.update_execution_options(**{LEZEN: alleen_lezen, AFGESLOTEN: threading.Event()})
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _op_fout)
    volg_wijzigingen(engine, LEZEN)
    with vertaal_fout():
        try:
            engine.connect().close()
        except BaseException:
            engine.dispose()
            raise
    return engine


def sluit_af(engine: Engine) -> None:
    """No transaction may begin on this engine any more: its database file was replaced by another."""
    engine.get_execution_options()[AFGESLOTEN].set()


def verbinder(
    pad: Path, sleutel: bytes, *, alleen_lezen: bool = False, nieuw: bool = False
) -> Callable[[], DBAPIConnection]:
    """What makes one connection with the key and the pragmas in place."""
    if len(sleutel) != SLEUTEL_LENGTE:
        raise ProgrammaFout("databasesleutel heeft een verkeerde lengte")

    def maak() -> DBAPIConnection:
        _controleer_bestand(pad, nieuw=nieuw)
        vast = alleen_lezen and _onschrijfbaar(pad)
        soort = plaatssoort(pad.parent)
        netwerk = soort is not Plaatssoort.EIGEN
        if vast and _heeft_rest(pad):
            raise niet_bijgewerkt()
        with vertaal_fout():
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
                if not netwerk and not alleen_lezen:
                    _zet_pragma(verbinding, "journal_mode", "WAL", "wal")
                for naam, waarde, verwacht in _PRAGMAS:
                    _zet_pragma(verbinding, naam, waarde, verwacht)
                leer_vouwen(verbinding)
            except BaseException:
                verbinding.close()
                raise
        gemaakt: DBAPIConnection = verbinding
        return gemaakt

    return maak


def controleer_stuurprogramma() -> None:
    """Refuse a driver without encryption or with a known fault in its write-ahead log."""
    if stuurprogramma.sqlite_version_info < MINIMALE_SQLITE:
        raise ProgrammaFout("de meegeleverde SQLite is te oud")


@contextmanager
def vertaal_databasefout() -> Iterator[None]:
    """Turn errors of the driver into sentences; for work on an open vault, that touches no file of the vault itself.

    An error of the disk passes unchanged here: it is about a file of the program, or one that somebody chose.
    """
    try:
        yield
    except (DBAPIError, stuurprogramma.Error) as fout:
        vertaald = _vertaling(fout.orig if isinstance(fout, DBAPIError) else fout)
        if vertaald is None:
            raise
        raise vertaald from fout


@contextmanager
def vertaal_fout() -> Iterator[None]:
    """Turn errors of the driver and of the disk into sentences, in one place. Anything else passes unchanged.

    Around what reads and writes the files of a vault, and nothing else: an error about a file of the program itself
    is never said to be one of the vault.
    """
    try:
        yield
    except DBAPIError as fout:
        vertaald = _vertaling(fout.orig)
        if vertaald is None:
            raise
        raise vertaald from fout
    except (stuurprogramma.Error, OSError) as fout:
        vertaald = _vertaling(fout)
        if vertaald is None:
            raise
        raise vertaald from fout


def _vertaling(fout: BaseException | None) -> KluisFout | None:
    if isinstance(fout, OSError):
        return None if is_van_het_programma(fout.filename) else _vertaling_schijf(fout)
    code = getattr(fout, "sqlite_errorcode", None)
    maak = _VERTALINGEN.get(code & 0xFF) if isinstance(code, int) else None
    return None if maak is None else maak()


def _vertaling_schijf(fout: OSError) -> KluisFout:
    if fout.errno in {errno.ENOSPC, errno.EDQUOT} or getattr(fout, "winerror", None) in {39, 112}:
        return schijf_vol()
    if fout.errno in {errno.EROFS, errno.EACCES, errno.EPERM}:
        return alleen_te_lezen()
    if fout.errno == errno.EIO:
        return beschadigd()
    return niet_bereikbaar()


def is_schijf_vol(fout: BaseException | None) -> bool:
    """Whether room given free would help."""
    return isinstance(_vertaling(fout), SchijfVol)


def schijf_vol() -> SchijfVol:
    """The sentence for a full disk."""
    return SchijfVol(
        "De schijf is vol. De laatste wijziging is niet opgeslagen.",
        veilig="Alles wat eerder is opgeslagen, is er nog.",
        advies="Maak ruimte vrij en probeer het opnieuw.",
    )


def alleen_te_lezen() -> AlleenLezen:
    """The sentence for a place that cannot be written to."""
    return AlleenLezen(
        "Op deze plaats kan niet worden geschreven.",
        veilig="Er is niets gewijzigd.",
        advies="Vraag om schrijfrechten op de map van de kluis.",
    )


def niet_bereikbaar() -> KluisFout:
    """The sentence for every other refusal of the disk: a folder that is gone, a network that is down."""
    return KluisFout(
        "De map van de kluis is niet te bereiken.",
        veilig="Het programma heeft er niets aan gewijzigd.",
        advies="Kijk of de map nog bestaat, en of de schijf of het netwerk is verbonden. Probeer het dan opnieuw.",
    )


def beschadigd() -> KluisBeschadigd:
    """The sentence for a database that cannot be read."""
    return KluisBeschadigd(
        "De database van de kluis is beschadigd of hoort niet bij deze kluis.",
        veilig=_VEILIG,
        advies="Zet de laatste reservekopie terug.",
    )


def bezet() -> KluisInGebruik:
    """The sentence for a writer that waited too long for another."""
    return KluisInGebruik(
        "De kluis is even bezet: een andere bewerking is nog niet klaar.",
        veilig="Er is niets gewijzigd.",
        advies="Probeer het zo nog eens.",
    )


def niet_bijgewerkt() -> KluisFout:
    """The sentence for a vault of which the last changes cannot be read here without writing."""
    return KluisFout(
        "De kluis staat nog zoals op de schijf van één computer: de laatste wijzigingen kunnen in een bestand ernaast "
        "staan, en dat is op deze plaats niet te lezen zonder te schrijven.",
        veilig=_VEILIG,
        advies="Open de kluis één keer gewoon, met schrijfrechten op de map, en sluit hem weer. Daarna lukt dit wel.",
    )


_VERTALINGEN: dict[int, Callable[[], KluisFout]] = {
    stuurprogramma.SQLITE_FULL: schijf_vol,
    stuurprogramma.SQLITE_READONLY: alleen_te_lezen,
    stuurprogramma.SQLITE_PERM: alleen_te_lezen,
    stuurprogramma.SQLITE_BUSY: bezet,
    stuurprogramma.SQLITE_LOCKED: bezet,
    stuurprogramma.SQLITE_NOTADB: beschadigd,
    stuurprogramma.SQLITE_CORRUPT: beschadigd,
    stuurprogramma.SQLITE_IOERR: beschadigd,
    stuurprogramma.SQLITE_CANTOPEN: beschadigd,
    stuurprogramma.SQLITE_FORMAT: beschadigd,
}


def _controleer_bestand(pad: Path, *, nieuw: bool) -> None:
    try:
        with pad.open("rb") as bestand:
            begin = bestand.read(len(LEESBAAR_BEGIN))
    except FileNotFoundError as fout:
        raise KluisNietGevonden(
            "Het databasebestand van de kluis ontbreekt.",
            veilig=_VEILIG,
            advies="Zet de laatste reservekopie terug.",
        ) from fout
    except OSError as fout:
        raise _vertaling_schijf(fout) from fout
    if begin.startswith(LEESBAAR_BEGIN):
        raise KluisBeschadigd(
            "Het databasebestand is niet versleuteld. Het hoort niet bij deze kluis.",
            veilig=_VEILIG,
            advies="Zet de laatste reservekopie terug.",
        )
    # SQLite would take an empty file for a new database.
    if not begin and not nieuw:
        raise KluisBeschadigd(
            "Het databasebestand van de kluis is leeg.",
            veilig=_VEILIG,
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
    verbinding.exec_driver_sql("BEGIN" if opties.get(LEZEN) else "BEGIN IMMEDIATE")
    if opties[AFGESLOTEN].is_set():
        verbinding.exec_driver_sql("ROLLBACK")
        raise KluisInGebruik(
            "De sleutel van de kluis is zojuist vernieuwd.",
            veilig="Er is niets gewijzigd.",
            advies="Probeer het opnieuw.",
        )


def _op_fout(context: ExceptionContext) -> BaseException | None:
    return _vertaling(context.original_exception)
