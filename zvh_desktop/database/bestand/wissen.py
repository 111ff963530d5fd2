"""Erasing for good: what deleted rows leave behind in the search index, the statistics and the log file (KLUIS 4).

Call it after destroying, not during work: rebuilding the index takes up to a second per five thousand documents.
"""

from __future__ import annotations

from sqlalchemy import Engine, text

from zvh_desktop.database.bestand.vertaling import vertaal_fout


def wis_resten(engine: Engine) -> bool:
    """True when nothing is left; False when a reader still holds the log file and it must be tried again."""
    with engine.begin() as verbinding:
        namen = verbinding.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%USING fts5%'")
        ).scalars()
        for naam in list(namen):
            verbinding.exec_driver_sql(f'INSERT INTO "{naam}"("{naam}") VALUES (\'optimize\')')  # noqa: S608
        # Statistics hold samples of the text; they are made anew from what is left, and only if they existed.
        if verbinding.execute(text("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat1'")).first():
            verbinding.exec_driver_sql("ANALYZE")
    return leeg_wal(engine)


def leeg_wal(engine: Engine) -> bool:
    """Bring the write-ahead log into the database and cut it off; False when a reader was in the way."""
    # On the bare connection: within a transaction the log file cannot be cut off.
    with vertaal_fout():
        verbinding = engine.raw_connection()
        try:
            aanwijzer = verbinding.cursor()
            aanwijzer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            uitkomst = aanwijzer.fetchone()
        finally:
            verbinding.close()
    return uitkomst is not None and uitkomst[0] == 0
