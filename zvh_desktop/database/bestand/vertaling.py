"""The one translator: whatever the driver or the disk says becomes a sentence, or stays ours when it is our mistake.

The driver names a result by number, but not always: from a copy of the whole database comes a bare sentence in English.
It does not tell one kind of trouble with the disk from another either; where hardly any room is left, that is it.
"""

from __future__ import annotations

import errno
import re
import shutil
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

import sqlcipher3.dbapi2 as stuurprogramma
from sqlalchemy.exc import DBAPIError

from zvh_desktop.database.bestand.serverzinnen import sqlstate, van_de_server
from zvh_desktop.database.bestand.zinnen import (
    alleen_te_lezen,
    beschadigd,
    bezet,
    niet_bereikbaar,
    niet_te_openen,
    onbekende_fout,
    onleesbaar,
    onvolledig,
    schijf_vol,
    schijffout,
    te_weinig_geheugen,
)
from zvh_desktop.errors import KluisFout, SchijfVol, Uitgeleend
from zvh_desktop.paths import is_van_het_programma

KRAP = 1024 * 1024
"""Less room than this on the disk is why the driver could not write, whatever else it says."""
_VOL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
ALLEEN_LEZEN = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
"""What the system says where nothing may be written."""
_VOL_WINDOWS = frozenset({39, 112})
_ONZE_FOUT = (
    stuurprogramma.IntegrityError,
    stuurprogramma.ProgrammingError,
    stuurprogramma.InterfaceError,
    stuurprogramma.NotSupportedError,
)
"""A rule in the database that refuses, or a question that cannot be asked: a mistake of this program, not of a disk."""

_UITGELEEND = re.compile(r"koffer:(\d+)")
"""What the triggers of migration 0048 say: what is changed here is out in the koffer with this number."""
_PAKKET = "zvh_desktop"
_WAARDELEZERS = frozenset({"_processors_cy", "processors", "_result_cy", "_row_cy", "sqltypes", "type_api"})
"""Where SQLAlchemy makes a value of what stands in a row; our own types are called from there."""

_VERTALINGEN: dict[int, Callable[[], KluisFout]] = {
    stuurprogramma.SQLITE_FULL: schijf_vol,
    stuurprogramma.SQLITE_READONLY: alleen_te_lezen,
    stuurprogramma.SQLITE_PERM: alleen_te_lezen,
    stuurprogramma.SQLITE_AUTH: alleen_te_lezen,
    stuurprogramma.SQLITE_BUSY: bezet,
    stuurprogramma.SQLITE_LOCKED: bezet,
    stuurprogramma.SQLITE_PROTOCOL: bezet,
    stuurprogramma.SQLITE_SCHEMA: bezet,
    stuurprogramma.SQLITE_NOTADB: beschadigd,
    stuurprogramma.SQLITE_CORRUPT: beschadigd,
    stuurprogramma.SQLITE_FORMAT: beschadigd,
    stuurprogramma.SQLITE_IOERR: schijffout,
    stuurprogramma.SQLITE_CANTOPEN: niet_te_openen,
    stuurprogramma.SQLITE_NOLFS: schijffout,
    stuurprogramma.SQLITE_NOMEM: te_weinig_geheugen,
}
_ZINNEN: dict[str, int] = {
    "database or disk is full": stuurprogramma.SQLITE_FULL,
    "disk i/o error": stuurprogramma.SQLITE_IOERR,
    "unable to open database file": stuurprogramma.SQLITE_CANTOPEN,
    "attempt to write a readonly database": stuurprogramma.SQLITE_READONLY,
    "access permission denied": stuurprogramma.SQLITE_PERM,
    "database is locked": stuurprogramma.SQLITE_BUSY,
    "database table is locked": stuurprogramma.SQLITE_LOCKED,
    "locking protocol": stuurprogramma.SQLITE_PROTOCOL,
    "database schema has changed": stuurprogramma.SQLITE_SCHEMA,
    "database disk image is malformed": stuurprogramma.SQLITE_CORRUPT,
    "file is not a database": stuurprogramma.SQLITE_NOTADB,
    "file is encrypted or is not a database": stuurprogramma.SQLITE_NOTADB,
    "out of memory": stuurprogramma.SQLITE_NOMEM,
}
"""What SQLite says for a result, for where the driver leaves the number out."""


@contextmanager
def vertaal_databasefout(plek: Path | None = None) -> Iterator[None]:
    """Turn errors of the driver into sentences; for work on an open vault, that touches no file of the vault itself.

    A value that cannot be what its column holds is said so too. An error of the disk passes unchanged here: it is about
    a file of the program, or one that somebody chose. ``plek``: where there may be no room left.
    """
    try:
        yield
    except (DBAPIError, stuurprogramma.Error, ValueError, LookupError, TypeError) as fout:
        vertaald = vertaling(fout, plek)
        if vertaald is None:
            raise
        raise vertaald from fout


@contextmanager
def vertaal_fout(plek: Path | None = None) -> Iterator[None]:
    """Turn errors of the driver and of the disk into sentences, in one place. Anything else passes unchanged.

    Around what reads and writes the files of a vault, and nothing else: an error about a file of the program itself
    is never said to be one of the vault.
    """
    try:
        with vertaal_databasefout(plek):
            yield
    except OSError as fout:
        vertaald = vertaling(fout, plek)
        if vertaald is None:
            raise
        raise vertaald from fout


def vertaling(fout: BaseException | None, plek: Path | None = None) -> KluisFout | None:
    """What is said of this error; None when it is ours, and has to be seen as such."""
    if isinstance(fout, KluisFout):  # a question within a question, such as for the number of a new row
        return fout
    if isinstance(fout, OSError):
        return None if is_van_het_programma(fout.filename) else van_de_schijf(fout)
    if isinstance(fout, DBAPIError):
        return vertaling(fout.orig, plek)
    if fout is not None and sqlstate(fout) is not None:
        return van_de_server(fout)
    if isinstance(fout, stuurprogramma.Error):
        return _van_het_stuurprogramma(fout, plek)
    return onleesbaar() if _is_onleesbare_waarde(fout) else None


def van_de_schijf(fout: OSError) -> KluisFout:
    """What is said of a file that could not be read or written."""
    if fout.errno in _VOL or getattr(fout, "winerror", None) in _VOL_WINDOWS:
        return schijf_vol()
    if fout.errno in ALLEEN_LEZEN:
        return alleen_te_lezen()
    if fout.errno == errno.EIO:
        return schijffout()
    if fout.errno == errno.ENAMETOOLONG or getattr(fout, "winerror", None) == 206:
        return niet_te_openen()
    return niet_bereikbaar()


def is_schijf_vol(fout: BaseException | None, plek: Path | None = None) -> bool:
    """Whether room given free would help."""
    return isinstance(vertaling(fout, plek), SchijfVol)


def is_krap(plek: Path) -> bool:
    """Whether hardly anything can be written there."""
    try:
        return shutil.disk_usage(plek).free < KRAP
    except OSError:
        return False


def _van_het_stuurprogramma(fout: BaseException, plek: Path | None) -> KluisFout | None:
    zin = str(fout).strip().casefold()
    if isinstance(fout, _ONZE_FOUT):
        uitgeleend = _UITGELEEND.fullmatch(zin)
        return Uitgeleend(int(uitgeleend[1])) if uitgeleend else None
    code = getattr(fout, "sqlite_errorcode", None)
    soort = code & 0xFF if isinstance(code, int) else _ZINNEN.get(zin)
    if soort in {stuurprogramma.SQLITE_IOERR, stuurprogramma.SQLITE_CANTOPEN} and plek is not None and is_krap(plek):
        return schijf_vol()
    if soort in _VERTALINGEN:
        return _VERTALINGEN[soort]()
    if zin.startswith("could not decode"):
        return onleesbaar()
    if zin.startswith("no such table") or zin.startswith("no such column"):
        return onvolledig()
    # Everything that is left and has a number is about how the question was put.
    return onbekende_fout() if soort is None and isinstance(fout, stuurprogramma.OperationalError) else None


def _is_onleesbare_waarde(fout: BaseException | None) -> bool:
    """Whether a value did not fit its column: said where the library makes values of rows, not by our own code."""
    if not isinstance(fout, ValueError | LookupError | TypeError):
        return False
    spoor = traceback.extract_tb(fout.__traceback__)
    if spoor and PurePosixPath(spoor[-1].filename.replace("\\", "/")).name == "enum.py":
        # A word for a choice that nobody knows: most choices stand in the database as text.
        return True
    # from the place where it went wrong back to the first of our own
    for deel in reversed(spoor):
        plaats = PurePosixPath(deel.filename.replace("\\", "/"))
        if "sqlalchemy" in plaats.parts:
            return plaats.stem in _WAARDELEZERS
        if _PAKKET in plaats.parts and "models" not in plaats.parts:
            return False
    return False
