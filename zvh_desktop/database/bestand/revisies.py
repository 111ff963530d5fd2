"""Whether a database has the newest form, known without Alembic.

Nearly every vault that is opened has it, and Alembic takes time and memory. So it is loaded by name, and only when
there is something to migrate.
"""

from __future__ import annotations

import functools
from pathlib import Path

from sqlalchemy import Engine, text

from zvh_desktop.naladen import laad_module

MIGRATIES = "zvh_desktop.database.bestand.migraties"
VERSIES = Path(__file__).resolve().parent.parent / "migrations" / "versions"


def werk_bij(engine: Engine) -> None:
    """Bring a database to the newest form. Raises KluisVreemd when it is newer than this application."""
    if not is_nieuwste(engine):
        laad_module(MIGRATIES).migreer(engine)


def eis_nieuwste(engine: Engine) -> None:
    """Refuse a database that cannot be read as it stands. Raises KluisBeschadigd, KluisVreemd."""
    if not is_nieuwste(engine):
        laad_module(MIGRATIES).controleer_revisie(engine)


def is_nieuwste(engine: Engine) -> bool:
    """Whether this database is of the newest revision."""
    with engine.connect() as verbinding:
        if verbinding.scalar(text("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'")) is None:
            return False
        return list(verbinding.scalars(text("SELECT version_num FROM alembic_version"))) == [nieuwste()]


def wordt_bijgewerkt(engine: Engine) -> bool:
    """Whether ``werk_bij`` would change a database in which something stands."""
    with engine.connect() as verbinding:
        if verbinding.scalar(text("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'")) is None:
            return False
        return any(
            versie < nieuwste() for versie in verbinding.scalars(text("SELECT version_num FROM alembic_version"))
        )


def nieuwste() -> str:
    """The newest revision, from the names of the steps: each begins with its number."""
    return _nieuwste_in(VERSIES)


@functools.cache
def _nieuwste_in(versies: Path) -> str:
    """They are part of the program, and do not change while it runs; asked at each opening."""
    return max(bestand.name.partition("_")[0] for bestand in versies.glob("[0-9]*_*.py"))
