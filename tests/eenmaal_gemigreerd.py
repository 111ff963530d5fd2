"""The steps that make a new database, worked out once: each new vault gets the same statements one after the other.

Alembic reads thirty steps, and SQLAlchemy writes their statements, as often as a vault is made: once in a run of the
program, hundreds of times in a run of the tests. What the steps do to a database with something in it, and what the
schema comes to, is tried with the real ones (tests/database/bestand).
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Engine, event, text

from zvh_desktop.database import kluis

_MAAKT = (
    *("CREATE", "ALTER", "DROP", "INSERT", "UPDATE", "DELETE"),
    *("PRAGMA writable_schema =", "PRAGMA schema_version ="),
)
_echt = kluis.werk_bij  # type: ignore[attr-defined]
_opdrachten: list[tuple[str, Any]] = []


def maak_eenmaal() -> None:
    """From now on in this process."""
    kluis.werk_bij = _werk_bij  # type: ignore[attr-defined]


def _werk_bij(engine: Engine) -> None:
    if _opdrachten and _is_leeg(engine):
        with engine.begin() as verbinding:
            for opdracht, waarden in _opdrachten:
                verbinding.exec_driver_sql(opdracht, waarden)
    elif _is_leeg(engine):
        gezien: list[tuple[str, Any]] = []

        def onthoud(
            _verbinding: Connection, _aanwijzer: object, opdracht: str, waarden: Any, _context: object, veel: bool
        ) -> None:
            assert not veel, "one statement with many rows is not kept"
            if opdracht.lstrip().startswith(_MAAKT):
                gezien.append((opdracht, waarden))

        event.listen(engine, "before_cursor_execute", onthoud)
        try:
            _echt(engine)
        finally:
            event.remove(engine, "before_cursor_execute", onthoud)
        _opdrachten[:] = gezien
    else:
        _echt(engine)


def _is_leeg(engine: Engine) -> bool:
    with engine.connect() as verbinding:
        return verbinding.scalar(text("SELECT count(*) FROM sqlite_master")) == 0
