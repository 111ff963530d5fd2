"""Write resources/schema.txt: every table, index and trigger that the migrations make, with a print of each.

And resources/team/wachters.sql: those triggers in the words of a server. And resources/team/zoek.sql: the search index
with its triggers, which a computer keeps in memory of a house on a server. And resources/team/vernietigen.sql: what a
server looks at before a file goes.

Run it after adding a migration; a test runs it and compares, so the file cannot fall behind.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, text

from zvh_desktop.database.bestand.engine import open_engine
from zvh_desktop.database.bestand.migraties import migreer
from zvh_desktop.database.bestand.schema import SCHEMABESTAND, schema_van
from zvh_desktop.database.bestand.zoekindex import ZOEKBESTAND, is_zoektrigger, zoekschema_als_tekst
from zvh_desktop.database.motor.plpgsql import als_tekst, vertaal
from zvh_desktop.database.motor.teamschema import (
    VERNIETIGBESTAND,
    WACHTERBESTAND,
    geheime_kolommen,
    ja_nee_kolommen,
    rijnamen,
)
from zvh_desktop.database.vernietigen.opserver import opdrachten

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / "resources" / SCHEMABESTAND
GUARDS = ROOT / "resources" / WACHTERBESTAND
DESTROYING = ROOT / "resources" / VERNIETIGBESTAND
SEARCH = ROOT / "resources" / ZOEKBESTAND
HEAD = "# Made by scripts/make_schema.py from the migrations; do not change it here.\n"
GUARDS_HEAD = "# Made by scripts/make_schema.py from the triggers of the migrations; do not change it here.\n\n"


def contents() -> str:
    """The whole of schema.txt, from a database that is migrated anew."""
    with migrated() as connection:
        return HEAD + "".join(sorted(f"{key} {mark}\n" for key, mark in schema_van(connection)))


def guards() -> str:
    """The whole of wachters.sql, from the triggers of such a database."""
    with migrated() as connection:
        found = connection.execute(text("SELECT sql FROM sqlite_master WHERE type = 'trigger'")).scalars()
        yes_no, hidden, rows = ja_nee_kolommen(), geheime_kolommen(), rijnamen()
        return GUARDS_HEAD + als_tekst(vertaal(sql, yes_no, hidden, rows) for sql in found if not is_zoektrigger(sql))


def searching() -> str:
    """The whole of zoek.sql: what a vault searches with, for a house of which the texts are on a server."""
    with migrated() as connection:
        made = connection.execute(text("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
        return GUARDS_HEAD.replace("#", "--") + zoekschema_als_tekst(tuple(row) for row in made)


@contextmanager
def migrated() -> Iterator[Connection]:
    """A connection with a database in which the migrations have just made everything."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "leeg.sqlite"
        path.touch()
        engine = open_engine(path, bytes(32), nieuw=True)
        try:
            migreer(engine)
            with engine.connect() as connection:
                yield connection
        finally:
            engine.dispose()


if __name__ == "__main__":
    FILE.write_text(contents(), encoding="utf-8", newline="\n")
    GUARDS.parent.mkdir(exist_ok=True)
    GUARDS.write_text(guards(), encoding="utf-8", newline="\n")
    SEARCH.write_text(searching(), encoding="utf-8", newline="\n")
    DESTROYING.write_text(opdrachten(), encoding="utf-8", newline="\n")
