"""Search as you type, against the same trigram query on plain SQLite with the same texts.

The bare side has no encryption, no session and no titles to show: rowids only. It runs on the same SQLite library,
opened without a key.
"""

from __future__ import annotations

from typing import Any

import sqlcipher3.dbapi2 as stuurprogramma

from benchmarks.kluizen import Kluizen
from benchmarks.meting import MILLI, Uitslag, duur, mediaan, ms, om_en_om, p95, rustig, verhouding
from benchmarks.teksten import typend, zoekwoorden
from zvh_desktop.services.diensten import Diensten

CASUSSEN = 20_000
HOOGSTENS = 1.3
HOOGSTENS_P95 = 0.050
KEREN = 5


def meet(kluizen: Kluizen) -> list[Uitslag]:
    """Two lines: the median against the bare query, and the slow end against 50 ms."""
    invoer = [begin for woord in zoekwoorden(CASUSSEN) for begin in typend(woord)]
    with kluizen.diensten(CASUSSEN) as diensten:
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
        verhouding(f"zoeken onder het typen, {CASUSSEN} casussen, p50", mediaan(eigen), mediaan(kaal), HOOGSTENS),
        Uitslag(
            f"zoeken onder het typen, {CASUSSEN} casussen, p95",
            ms(traag),
            ms(traag_kaal),
            f"{traag / traag_kaal:.2f}x",
            f"{HOOGSTENS_P95 * MILLI:.0f} ms",
            traag <= HOOGSTENS_P95,
        ),
    ]


def _kaal(kluizen: Kluizen, diensten: Diensten) -> Any:
    pad = kluizen.los_bestand("zoeken.sqlite")
    pad.unlink(missing_ok=True)
    verbinding = stuurprogramma.connect(str(pad), isolation_level=None)
    verbinding.execute("PRAGMA journal_mode = WAL")
    verbinding.execute("CREATE VIRTUAL TABLE zoek USING fts5(tekst, tokenize = 'trigram remove_diacritics 1')")
    verbinding.execute("BEGIN")
    with diensten.werkplek.kluis.engine.connect() as bron:
        rijen = bron.exec_driver_sql("SELECT rowid, tekst FROM zoek").all()
    verbinding.executemany("INSERT INTO zoek(rowid, tekst) VALUES (?, ?)", [tuple(rij) for rij in rijen])
    verbinding.execute("COMMIT")
    return verbinding


def _zoek_kaal(verbinding: Any, tekst: str) -> list[Any]:
    vraag = " AND ".join(f'"{woord}"' for woord in tekst.split() if len(woord) > 2)
    antwoord: list[Any] = verbinding.execute(
        "SELECT rowid FROM zoek WHERE zoek MATCH ? ORDER BY rank LIMIT 20", (vraag,)
    ).fetchall()
    return antwoord
