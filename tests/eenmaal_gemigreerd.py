"""What the steps make of a new database, worked out once: each new vault is made as it is at the end of them.

Alembic reads some seventy steps, and SQLAlchemy writes their statements, as often as a vault is made: once in a run of
the program, hundreds of times in a run of the tests. Most of those statements change what an earlier one made, and to
change a table SQLite goes through the whole schema. So what stands there afterwards is made at once, to the letter and
in the same order; that it is the same is looked at each time, object by object and row by row. What the steps do to a
database with something in it, and what the schema comes to, is tried with the real ones (tests/database/bestand).
"""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import Connection, Engine, event, text

from zvh_desktop.database import kluis

_VIRTUEEL = re.compile(r"CREATE VIRTUAL TABLE (\w+) ")
_DELEN = ("data", "idx", "content", "docsize", "config")
"""The tables in which one for searching keeps what it has."""
_AAN_VIRTUEEL = re.compile(r"INSERT INTO (\w+)\(\1, rank\)")
"""A setting of a table for searching; it is no row of it."""
_OBJECTEN = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name != 'sqlite_sequence' ORDER BY rowid"
_REEKSEN = "SELECT * FROM sqlite_sequence"
"""Of SQLite itself, which makes it when a table first asks for it."""
_Stand = tuple[list[Any], dict[str, list[Any]]]
_echt = kluis.werk_bij  # type: ignore[attr-defined]
_opdrachten: list[tuple[str, Any]] = []
_einde: list[_Stand] = []


def maak_eenmaal() -> None:
    """From now on in this process."""
    kluis.werk_bij = _werk_bij  # type: ignore[attr-defined]


def _werk_bij(engine: Engine) -> None:
    if not _is_leeg(engine):
        _echt(engine)
        return
    if not _opdrachten:
        instellingen = _met_de_stappen(engine)
        with engine.connect() as verbinding:
            _einde[:] = [_stand(verbinding)]
        _opdrachten[:] = _van_het_einde(*_einde[0], instellingen)
        return
    with engine.begin() as verbinding:
        for opdracht, waarden in _opdrachten:
            verbinding.exec_driver_sql(opdracht, waarden)
        assert _stand(verbinding) == _einde[0], "what is made at once is not what the steps make"


def _met_de_stappen(engine: Engine) -> list[tuple[str, Any]]:
    """Go through all of them; gives what was set on tables for searching, once: one may have been made anew."""
    gezien: dict[str, Any] = {}

    def onthoud(
        _verbinding: Connection, _aanwijzer: object, opdracht: str, waarden: Any, _context: object, _veel: bool
    ) -> None:
        if _AAN_VIRTUEEL.match(opdracht):
            gezien[opdracht] = waarden

    event.listen(engine, "before_cursor_execute", onthoud)
    try:
        _echt(engine)
    finally:
        event.remove(engine, "before_cursor_execute", onthoud)
    return list(gezien.items())


def _stand(verbinding: Connection) -> _Stand:
    """Every object in its order, as it is written, and every row."""
    objecten = [tuple(rij) for rij in verbinding.exec_driver_sql(_OBJECTEN)]
    rijen = {
        naam: [tuple(rij) for rij in verbinding.exec_driver_sql(f'SELECT * FROM "{naam}"')]  # noqa: S608
        for soort, naam, _, _ in objecten
        if soort == "table"
    }
    return objecten, rijen | {"sqlite_sequence": [tuple(rij) for rij in verbinding.exec_driver_sql(_REEKSEN)]}


def _van_het_einde(
    objecten: list[Any], rijen: dict[str, list[Any]], instellingen: list[tuple[str, Any]]
) -> list[tuple[str, Any]]:
    """The statements that make this at once. What is SQLite's own, it makes by itself."""
    virtueel = {gevonden[1] for *_, sql in objecten if sql and (gevonden := _VIRTUEEL.match(sql))}
    eigen = {f"{naam}_{deel}" for naam in virtueel for deel in _DELEN}
    gemaakt = [
        (sql, ())
        for _, naam, _, sql in objecten
        if sql is not None and naam not in eigen and not naam.startswith("sqlite_")
    ]
    gevuld = [
        (f'INSERT INTO "{naam}" VALUES ({", ".join("?" * len(rij))})', rij)  # noqa: S608
        for naam, alle in rijen.items()
        if naam not in virtueel | eigen
        for rij in alle
    ]
    return [*gemaakt, *instellingen, *gevuld]


def _is_leeg(engine: Engine) -> bool:
    with engine.connect() as verbinding:
        return verbinding.scalar(text("SELECT count(*) FROM sqlite_master")) == 0
