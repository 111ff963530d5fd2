"""A database at a revision, without anything in it: migrated once by this worker and copied as a file after that.

Each revision is made from the one before it, so all of them together take the time of one walk up.
"""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from zvh_desktop.database.bestand.engine import open_engine
from zvh_desktop.database.bestand.migraties import configuratie

SLEUTEL: Final = b"s" * 32
REVISIES: Final = tuple(
    reversed([script.revision for script in ScriptDirectory.from_config(configuratie()).walk_revisions()])
)


def lege_database(pad: Path, revisie: str = REVISIES[-1]) -> Engine:
    """An open database at this revision, in a file that is not there yet; "base" is one without a single table."""
    pad.write_bytes(b"" if revisie == "base" else _inhoud(revisie))
    return open_engine(pad, SLEUTEL, nieuw=revisie == "base")


def gevulde_database(pad: Path, vul: Callable[[Connection], None]) -> Engine:
    """An open database at the newest revision with what this function puts into it."""
    vul_bestand(pad, vul)
    return open_engine(pad, SLEUTEL)


def vul_bestand(pad: Path, vul: Callable[[Connection], None]) -> None:
    """The file of such a database, with nobody who has it open."""
    pad.write_bytes(_met_inhoud(vul))


def ga_naar(engine: Engine, revisie: str, *, omlaag: bool = False) -> None:
    """Migrate as the application does: in one transaction."""
    instelling = configuratie()
    with engine.begin() as verbinding:
        instelling.attributes["connection"] = verbinding
        (command.downgrade if omlaag else command.upgrade)(instelling, revisie)


@functools.cache
def _inhoud(revisie: str) -> bytes:
    plaats = REVISIES.index(revisie)
    with tempfile.TemporaryDirectory() as naam:
        pad = Path(naam) / "db.sqlite"
        engine = lege_database(pad, REVISIES[plaats - 1] if plaats else "base")
        ga_naar(engine, revisie)
        return _gesloten(engine, pad)


@functools.cache
def _met_inhoud(vul: Callable[[Connection], None]) -> bytes:
    with tempfile.TemporaryDirectory() as naam:
        pad = Path(naam) / "db.sqlite"
        engine = lege_database(pad)
        with engine.begin() as verbinding:
            vul(verbinding)
        return _gesloten(engine, pad)


def _gesloten(engine: Engine, pad: Path) -> bytes:
    engine.dispose()  # what was written stands in the file itself when nobody has it open
    assert not pad.with_name(f"{pad.name}-wal").exists()
    return pad.read_bytes()
