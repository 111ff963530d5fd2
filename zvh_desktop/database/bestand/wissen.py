"""Erasing for good: what deleted and overwritten rows leave behind in the search index, the statistics and the log file
(KLUIS 4).

Done when the vault is closed, before a copy and before another key, not during work. The index is merged piece by
piece, so that its progress can be told and somebody who has no time can stop it: the next closing goes on with it.
Where nothing was changed since, there is one piece and nothing happens.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Engine, text

from zvh_desktop.database.bestand.vertaling import vertaal_fout

Voortgang = Callable[[int, int, str], None]

BLADEN_PER_STAP = 400
"""Pages of the index merged in one go: some tenths of a second on a slow disk."""
_TEKST = "Verwijderde tekst wordt gewist"
_NIETS_GEDAAN = 2
"""FTS5 says that a merge had nothing to do by changing fewer rows than this."""


def wis_resten(engine: Engine, voortgang: Voortgang | None = None) -> bool:
    """True when nothing is left; False when a reader still holds the log file and it must be tried again."""
    for naam in _zoektabellen(engine):
        _voeg_samen(engine, naam, voortgang)
    with engine.begin() as verbinding:
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


def _zoektabellen(engine: Engine) -> list[str]:
    with engine.connect() as verbinding:
        namen = verbinding.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%USING fts5%'")
        ).scalars()
        return list(namen)


def _voeg_samen(engine: Engine, naam: str, voortgang: Voortgang | None) -> None:
    with engine.connect() as verbinding:
        totaal = verbinding.exec_driver_sql(f'SELECT count(*) FROM "{naam}_data"').scalar_one()  # noqa: S608
    gedaan, bezig = 0, True
    while bezig:
        if voortgang is not None:
            voortgang(min(gedaan, totaal), totaal, _TEKST)
        with engine.begin() as verbinding:
            eerst = _wijzigingen(verbinding.exec_driver_sql("SELECT total_changes()").scalar_one())
            # Negative: every piece of the index takes part, also those that FTS5 itself would leave for later.
            verbinding.exec_driver_sql(
                f'INSERT INTO "{naam}"("{naam}", rank) VALUES (\'merge\', {-BLADEN_PER_STAP})'  # noqa: S608
            )
            daarna = _wijzigingen(verbinding.exec_driver_sql("SELECT total_changes()").scalar_one())
        bezig = daarna - eerst >= _NIETS_GEDAAN
        gedaan += BLADEN_PER_STAP
    with engine.begin() as verbinding:
        verbinding.exec_driver_sql(f'INSERT INTO "{naam}"("{naam}") VALUES (\'optimize\')')  # noqa: S608


def _wijzigingen(waarde: object) -> int:
    return waarde if isinstance(waarde, int) else 0
