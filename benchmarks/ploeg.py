"""A day on a server: several people at once at one house of 15,000 cases, on one computer.

Each person has the house open, thinks for a while and does one thing (werkdag.py). What is measured is how long that
one thing takes, over all of them. Then the same through a line that takes 20 ms there and back, and how often each
thing waits for the line. Nothing may fail, and what was confirmed has to be there: that is counted, and not only timed.

The people are spread over processes: a hundred of them in one would wait for each other in Python, which in an office
they do not. They share the cores of this computer with the server all the same, so the table tells who used them.
"""

from __future__ import annotations

import functools
import gc
import multiprocessing
import os
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.kluizen import GEBRUIKER, WACHTWOORD, Kluizen
from benchmarks.meting import MILLI, Uitslag, duur, mediaan, ms, overgeslagen, p95
from benchmarks.tussenlijn import Tussenlijn
from benchmarks.werkdag import Gemeten, Ploeg, aan_het_werk, werkdag, zet_klaar
from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.team.inrichten import Servereigenaar, breng
from zvh_desktop.database.team.verbinding import Serverplek, lees_verbinding, schrijf_verbinding
from zvh_desktop.services.werkplek.klok import systeemklok

sys.path.append(str(Path(__file__).resolve().parent.parent / "tests"))

from dbserver import EIGENAAR, WERKER, Databaseserver, draaiende_server, kinderen_van

KLUIS = 15_000
PLOEGEN = (
    Ploeg(1, 100, (0.5, 1.5)),
    Ploeg(5, 40, (1.5, 3.5)),
    Ploeg(25, 25, (2.0, 6.0)),
    Ploeg(100, 20, (2.0, 6.0), deelt=True),
)
PROCESSEN = 10
"""Over how many the people are spread at most; memory allows no hundred."""
GENOEG_VOOR_P95 = 20
"""Of fewer than this the highest counts."""
LIJN_S = 0.010
"""In each direction."""
HOOGSTENS_S, HOOGSTENS_LIJN_S, HOOGSTENS_REIZEN = 0.100, 0.400, 8
HOOGSTENS_EERSTE_S = 0.400
"""What somebody waits for once in a day, when the window has not had everything ready yet."""
_ECHT = ("fsync=on", "synchronous_commit=on", "full_page_writes=on", "autovacuum=on", "max_connections=400")


def meet(kluizen: Kluizen) -> list[Uitslag]:
    """For each size of the office a line for what was done and lost, and one for each act; then the line of 20 ms."""
    try:
        with draaiende_server(_niets, *_ECHT) as server:
            plek = Serverplek(str(server.map), server.zonder_schema("ploeg"))
            verbinding = kluizen.los_bestand("ploeg.team")
            verbinding.unlink(missing_ok=True)
            with open_kluis(kluizen.kopie("ploeg", KLUIS), GEBRUIKER, WACHTWOORD) as kluis:
                breng(kluis, Servereigenaar(plek, EIGENAAR, werkaccounts=(WERKER,)), verbinding, nu=systeemklok())
            os.environ["ZVH_GEBRUIKERSMAP"] = str(kluizen.los_bestand("ploeggebruikers"))
            uitslagen = [uitslag for ploeg in PLOEGEN for uitslag in _dag(server, verbinding, ploeg)]
            return [*uitslagen, *_over_een_lijn(server.map, verbinding, kluizen)]
    except BaseException as fout:
        if type(fout).__name__ == "Skipped":  # raised where there is no server on this computer
            return [overgeslagen("ploeg", "er is geen databaseserver op deze computer")]
        raise


def _niets(_map: Path) -> None:
    """Nothing stands beside this server."""


def _dag(server: Databaseserver, verbinding: Path, ploeg: Ploeg) -> Iterator[Uitslag]:
    processen = min(ploeg.mensen, PROCESSEN)
    delen = [range(eerste, ploeg.mensen, processen) for eerste in range(processen)]
    vers = multiprocessing.get_context("spawn")  # nothing of this process goes along
    with vers.Manager() as beheer, vers.Pool(processen) as bezig_met:
        begin = beheer.Barrier(processen + 1)
        doe = functools.partial(werkdag, verbinding, os.environ["ZVH_GEBRUIKERSMAP"], ploeg, begin)
        bezig = bezig_met.map_async(doe, delen, chunksize=1)
        begin.wait()
        klok, van_server = time.perf_counter(), _rekentijd_server(server)
        gemeten = bezig.get()
        duurde, van_server = time.perf_counter() - klok, _rekentijd_server(server) - van_server
    kernen = duurde * len(os.sched_getaffinity(0))
    yield _samen(ploeg, gemeten, kernen, van_server)
    eerste, later = _bijeen([een.eerste for een in gemeten]), _bijeen([een.later for een in gemeten])
    for naam in sorted({*eerste, *later}):
        yield _per_handeling(ploeg, naam, eerste.get(naam, ()), later.get(naam, ()))


def _samen(ploeg: Ploeg, gemeten: Sequence[Gemeten], kernen: float, van_server: float) -> Uitslag:
    alle = [
        duurde for een in gemeten for deel in (een.eerste, een.later) for van_een in deel.values() for duurde in van_een
    ]
    fouten, kwijt = [fout for deel in gemeten for fout in deel.fouten], sum(deel.kwijt for deel in gemeten)
    welke = f" ({', '.join(sorted(set(fouten)))})" if fouten else ""
    vensters = sum(deel.rekentijd for deel in gemeten) / kernen
    return Uitslag(
        f"{ploeg.mensen} mensen, {len(alle)} handelingen samen",
        ms(_hoog(alle)),
        ms(mediaan(alle)),
        f"{len(fouten)} fouten{welke}, {kwijt} kwijt; "
        f"rekentijd vensters {vensters:.0%}, server {van_server / kernen:.0%}",
        "0 fouten",
        not fouten and not kwijt,
    )


def _per_handeling(ploeg: Ploeg, naam: str, eerste: Sequence[float], later: Sequence[float]) -> Uitslag:
    """Held against what was promised are the later times; a first one may take longer, and not for long."""
    vlot = not eerste or _hoog(eerste) <= HOOGSTENS_EERSTE_S
    doel = f"{ms(HOOGSTENS_S)}, eerste {ms(HOOGSTENS_EERSTE_S)}"
    mensen = f"{ploeg.mensen} mensen{' (per tien een zoekkopie)' if ploeg.deelt else ''}"
    begin = f"eerste keer {ms(_hoog(eerste))} ({len(eerste)})" if eerste else "-"
    if not later:
        return Uitslag(f"{mensen}, {naam}", "-", "-", begin, doel, vlot, "alleen een eerste keer")
    hoog = _hoog(later)
    vorm = "p95" if len(later) >= GENOEG_VOOR_P95 else "hoogste"
    rij = f"{mensen}, {naam}, {vorm} van {len(later)}"
    return Uitslag(rij, ms(hoog), ms(mediaan(later)), begin, doel, vlot and hoog <= HOOGSTENS_S)


def _bijeen(delen: Sequence[Mapping[str, Sequence[float]]]) -> Mapping[str, Sequence[float]]:
    uit: dict[str, list[float]] = defaultdict(list)
    for deel in delen:
        for naam, van_een in deel.items():
            uit[naam] += van_een
    return uit


def _hoog(waarden: Sequence[float]) -> float:
    """What 95 of 100 stay under; of few the highest, for 95 of 100 cannot be told of those."""
    return p95(waarden) if len(waarden) >= GENOEG_VOOR_P95 else max(waarden)


def _rekentijd_server(server: Databaseserver) -> float:
    """Seconds of all its processes, also of those that ended (Linux)."""
    if server.proces is None:
        return 0.0
    tikken, eigen = 0, server.proces.pid
    for nummer in (eigen, *kinderen_van(eigen)):
        try:
            velden = Path(f"/proc/{nummer}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            continue  # it ended meanwhile
        tikken += sum(int(veld) for veld in velden[11 : 15 if nummer == eigen else 13])
    return tikken / os.sysconf("SC_CLK_TCK")


def _over_een_lijn(servermap: Path, verbinding: Path, kluizen: Kluizen) -> Iterator[Uitslag]:
    with (
        tempfile.TemporaryDirectory(prefix="zvh-lijn-") as map_,
        Tussenlijn(servermap, Path(map_), LIJN_S) as lijn,
    ):
        anders = kluizen.los_bestand("ploeg-lijn.team")
        anders.unlink(missing_ok=True)
        gelezen = lees_verbinding(verbinding)
        schrijf_verbinding(anders, replace(gelezen, plek=replace(gelezen.plek, server=map_)))
        with aan_het_werk(anders, (0,)) as (mens,):
            zet_klaar([mens])
            try:
                gc.disable()
                yield from (_over_de_lijn(lijn, naam, doe) for naam, doe in mens.handelingen().items())
            finally:
                gc.enable()
                gc.unfreeze()


def _over_de_lijn(lijn: Tussenlijn, naam: str, doe: Callable[[], object]) -> Uitslag:
    doe()
    tijden, reizen = [], []
    for _ in range(10):
        voor = lijn.reizen
        tijden.append(duur(doe))
        reizen.append(lijn.reizen - voor)
    return Uitslag(
        f"{naam} over een lijn van {2 * LIJN_S * MILLI:.0f} ms, hoogste van {len(tijden)}",
        ms(_hoog(tijden)),
        f"{mediaan(reizen):.0f} reizen",
        f"{mediaan(reizen) / HOOGSTENS_REIZEN:.2f}x",
        f"{ms(HOOGSTENS_LIJN_S)}, {HOOGSTENS_REIZEN} reizen",
        _hoog(tijden) <= HOOGSTENS_LIJN_S and mediaan(reizen) <= HOOGSTENS_REIZEN,
    )
