"""Search as you type, against the same two trigram queries on plain SQLite with the same indexes, page for page.

The bare side has no encryption, no session and no titles to show: rowids only, names by rank and texts newest first. It
runs on the same SQLite library, opened without a key. Names with a common word are not ranked by the application; the
bare side ranks them, so that the slow end of the application may lie below it.
"""

from __future__ import annotations

from typing import Any

import sqlcipher3.dbapi2 as stuurprogramma

from benchmarks.kluizen import Kluizen
from benchmarks.meting import MILLI, Uitslag, duur, mediaan, ms, om_en_om, p95, rustig, verhouding
from benchmarks.teksten import typend, zoekwoorden
from zvh_desktop.services.diensten import Diensten

CASUSSEN = 20_000
VEEL = 100_000
HOOGSTENS = 1.3
HOOGSTENS_P95 = 0.050
KEREN = 5
MET_KORT = "afspraak zo"
"""With a word too short for a trigram."""
INDEXEN = ("zoek", "zoek_tekst")
DELEN = ("data", "idx", "content", "docsize", "config")


def meet(kluizen: Kluizen) -> list[Uitslag]:
    """Two lines for each size: the median against the bare queries, and the slow end against 50 ms."""
    return [*_meet(kluizen, CASUSSEN), *_meet(kluizen, VEEL)]


def _meet(kluizen: Kluizen, casussen: int) -> list[Uitslag]:
    invoer = [begin for woord in (*zoekwoorden(casussen), MET_KORT) for begin in typend(woord)]
    with kluizen.diensten(casussen) as diensten:
        kaal_open = _kaal(kluizen, diensten)
        eigen: list[float] = []
        kaal: list[float] = []
        try:
            for tekst in invoer:
                links, rechts = om_en_om(
                    lambda tekst=tekst: duur(lambda: diensten.zoeken.zoek(tekst)),  # type: ignore[misc]
                    lambda tekst=tekst: duur(lambda: _zoek_kaal(kaal_open, tekst)),  # type: ignore[misc]
                    keren=KEREN,
                    warm=1,
                )
                eigen.append(rustig(links))
                kaal.append(rustig(rechts))
        finally:
            kaal_open.close()
    traag, traag_kaal = p95(eigen), p95(kaal)
    return [
        verhouding(f"zoeken onder het typen, {casussen} casussen, p50", mediaan(eigen), mediaan(kaal), HOOGSTENS),
        Uitslag(
            f"zoeken onder het typen, {casussen} casussen, p95",
            ms(traag),
            ms(traag_kaal),
            f"{traag / traag_kaal:.2f}x",
            f"{HOOGSTENS_P95 * MILLI:.0f} ms",
            traag <= HOOGSTENS_P95,
        ),
    ]


def _kaal(kluizen: Kluizen, diensten: Diensten) -> Any:
    """Both indexes as they are in the vault, in a file without encryption."""
    pad = kluizen.los_bestand("zoeken.sqlite")
    pad.unlink(missing_ok=True)
    verbinding = stuurprogramma.connect(str(pad), isolation_level=None)
    verbinding.execute("PRAGMA journal_mode = WAL")
    with diensten.werkplek.kluis.engine.connect() as bron:
        for index in INDEXEN:
            verbinding.execute(f"CREATE VIRTUAL TABLE {index} USING fts5(tekst, tokenize = 'trigram case_sensitive 1')")
            verbinding.execute("BEGIN")
            for deel in DELEN:
                verbinding.execute(f"DELETE FROM {index}_{deel}")  # noqa: S608
                rijen = [tuple(rij) for rij in bron.exec_driver_sql(f"SELECT * FROM {index}_{deel}")]  # noqa: S608
                plaatsen = ", ".join("?" * len(rijen[0]))
                verbinding.executemany(f"INSERT INTO {index}_{deel} VALUES ({plaatsen})", rijen)  # noqa: S608
            verbinding.execute("COMMIT")
    verbinding.close()  # the next connection reads the indexes as they now are
    kaal = stuurprogramma.connect(str(pad), isolation_level=None)
    kaal.execute("PRAGMA cache_size = -8000")
    return kaal


def _zoek_kaal(verbinding: Any, tekst: str) -> list[Any]:
    vraag = " AND ".join(f'"{woord}"' for woord in tekst.split() if len(woord) > 2)
    namen = verbinding.execute("SELECT rowid FROM zoek WHERE zoek MATCH ? ORDER BY rank LIMIT 20", (vraag,))
    teksten = verbinding.execute(
        "SELECT rowid FROM zoek_tekst WHERE zoek_tekst MATCH ? ORDER BY rowid DESC LIMIT 20", (vraag,)
    )
    return [*namen.fetchall(), *teksten.fetchall()]
