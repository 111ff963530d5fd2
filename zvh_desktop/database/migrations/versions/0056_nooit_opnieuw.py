"""A number of a row is never given out again (ADR 0082).

SQLite gives the number of a last row that went to the next one. What kept that number, in the log, in a koffer, in a
file that was sent or in a window, then points at somebody else's casus. A table cannot be altered to count on; making
it anew would take every trigger and reference along. So the text of the table is changed, as SQLite describes it for
changes that leave the pages as they are: https://www.sqlite.org/lang_altertable.html, section 7.
"""

import re

import sqlalchemy as sa
from alembic import op

revision = "0056"
down_revision = "0051"
branch_labels = None
depends_on = None

_ZONDER = r"^(CREATE TABLE \S+ \(\s*id INTEGER NOT NULL)(,.*?),\s*CONSTRAINT \w+ PRIMARY KEY \(id\)(.*)$"
_MET = r"^(CREATE TABLE \S+ \(\s*id INTEGER NOT NULL) PRIMARY KEY AUTOINCREMENT(,.*)$"
_VAN_OUDS = "informatie_item"
"""Counted on from the beginning (migration 0004)."""
_RUIM = 1000
"""More rows of one kind than one file has: how far the numbers were when one was destroyed, nobody knows any more."""


def upgrade() -> None:
    """Every table with a number of its own counts on from the highest that it may ever have given out."""
    verbinding = op.get_bind()
    vernietigd = verbinding.execute(sa.text("SELECT count(*) FROM vernietiging")).scalar_one()
    tabellen = {naam: _telt_door(maker) for naam, maker in _tabellen(verbinding) if re.match(_ZONDER, maker, re.S)}
    _schrijf(verbinding, tabellen)
    for naam in tabellen:
        verbinding.execute(
            sa.text(f"INSERT INTO sqlite_sequence (name, seq) SELECT :naam, coalesce(max(id), 0) + :erbij FROM {naam}"),  # noqa: S608
            {"naam": naam, "erbij": _RUIM * vernietigd},
        )


def downgrade() -> None:
    """Count as SQLite does by itself."""
    verbinding = op.get_bind()
    tabellen = {
        naam: _telt_niet_door(naam, maker)
        for naam, maker in _tabellen(verbinding)
        if naam != _VAN_OUDS and re.match(_MET, maker, re.S)
    }
    _schrijf(verbinding, tabellen)
    for naam in tabellen:
        verbinding.execute(sa.text("DELETE FROM sqlite_sequence WHERE name = :naam"), {"naam": naam})


def _tabellen(verbinding: sa.Connection) -> list[tuple[str, str]]:
    rijen = verbinding.execute(sa.text("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL"))
    return [(naam, maker) for naam, maker in rijen]


def _telt_door(maker: str) -> str:
    return re.sub(_ZONDER, r"\1 PRIMARY KEY AUTOINCREMENT\2\3", maker, flags=re.S)


def _telt_niet_door(naam: str, maker: str) -> str:
    """The key as the first of the constraints, where the migrations before this one have it."""
    sleutel = f"CONSTRAINT pk_{naam} PRIMARY KEY (id)"
    kaal = re.sub(_MET, r"\1\2", maker, flags=re.S)
    begin, komma, rest = kaal.partition(", \n\tCONSTRAINT ")
    if komma:
        return f"{begin}, \n\t{sleutel}{komma}{rest}"
    return re.sub(r"\n\)$", f", \n\t{sleutel}\n)", kaal)


def _schrijf(verbinding: sa.Connection, tabellen: dict[str, str]) -> None:
    """Within the transaction of the migration: whoever reads the schema sees all of it or nothing."""
    versie = verbinding.exec_driver_sql("PRAGMA schema_version").scalar_one()
    verbinding.exec_driver_sql("PRAGMA writable_schema = ON")
    for naam, maker in tabellen.items():
        verbinding.execute(
            sa.text("UPDATE sqlite_master SET sql = :maker WHERE type = 'table' AND name = :naam"),
            {"maker": maker, "naam": naam},
        )
    verbinding.exec_driver_sql(f"PRAGMA schema_version = {int(versie) + 1}")
    verbinding.exec_driver_sql("PRAGMA writable_schema = OFF")
