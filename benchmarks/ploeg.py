"""A day on a server: several people at once at one house of 15,000 cases, on one computer.

Each person has the house open, thinks for a while and does one thing. What is measured is how long that one thing
takes, over all of them. Then the same through a line that takes 20 ms there and back, and how often each thing waits
for the line. Nothing may fail, and what was confirmed has to be there: that is counted, and not only timed.

The people are spread over processes: a hundred of them in one would wait for each other in Python, which in an office
they do not. They share the cores of this computer with the server all the same, so the table tells who used them.
"""

from __future__ import annotations

import functools
import itertools
import multiprocessing
import os
import random
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import select

from benchmarks.kluizen import GEBRUIKER, WACHTWOORD, Kluizen
from benchmarks.meting import MILLI, Uitslag, duur, mediaan, ms, overgeslagen, p95
from benchmarks.tussenlijn import Tussenlijn
from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.team.inrichten import Servereigenaar, breng
from zvh_desktop.database.team.verbinding import Databaseaccount, Serverplek, lees_verbinding, schrijf_verbinding
from zvh_desktop.database.team.werken import open_huis
from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import AgendapuntId, CasusId, OverlegId
from zvh_desktop.models.overleg import Agendapunt
from zvh_desktop.services.diensten import Diensten, bouw_diensten
from zvh_desktop.services.tafel.agenda_gegevens import PuntInvoer
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst
from zvh_desktop.services.werkplek.klok import systeemklok

sys.path.append(str(Path(__file__).resolve().parent.parent / "tests"))

from dbserver import EIGENAAR, WERKER, Databaseserver, draaiende_server, kinderen_van

KLUIS = 15_000
PLOEGEN = (1, 5, 25, 100)
HANDELINGEN = 12
DENKT_S = (2.0, 6.0)
"""How long somebody thinks between two acts. In a real office that is a minute: this is a busy hour put together."""
PROCESSEN = 10
"""Over how many the people are spread at most; memory allows no hundred."""
LIJN_S = 0.010
"""In each direction."""
HOOGSTENS_S, HOOGSTENS_LIJN_S, HOOGSTENS_REIZEN = 0.100, 0.400, 8
_ECHT = ("fsync=on", "synchronous_commit=on", "full_page_writes=on", "autovacuum=on", "max_connections=400")


@dataclass
class Mens:
    """One of the office, with the house open; at a table of its own, as a rule."""

    diensten: Diensten
    overleg: OverlegId
    punt: AgendapuntId
    casus: CasusId
    bewaard: str = ""
    nummers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def schrijf(self) -> None:
        """Type in the verslag; what was confirmed last is remembered."""
        tekst = f"Alinea {next(self.nummers)} van deze proef."
        self.diensten.verslagen.bewaar_tekst(self.punt, VerslagTekst(tekst, "", ""))
        self.bewaard = tekst

    def wijzig(self) -> None:
        """Type in the agenda."""
        self.diensten.agenda.wijzig_punt(self.punt, PuntInvoer(20, "", f"Doel {next(self.nummers)} van deze proef."))

    def handelingen(self) -> Mapping[str, Callable[[], object]]:
        """What an office does all day."""
        return {
            "verslag typen": self.schrijf,
            "verslag openen": lambda: self.diensten.verslagen.toon(self.overleg),
            "agenda openen": lambda: self.diensten.agenda.toon(self.overleg),
            "agenda typen": self.wijzig,
            "bijlezen": self.diensten.werkplek.lees_bij,
            "vandaag": self.diensten.vandaag.toon,
            "zoeken": lambda: self.diensten.zoeken.zoek("verzonnen"),
            "oordelen openen": lambda: self.diensten.oordelen.blad(self.casus),
            "casus openen": lambda: self.diensten.casussen.toon(self.casus),
            "tafels": self.diensten.tafels.lijst,
        }


def meet(kluizen: Kluizen) -> list[Uitslag]:
    """A line for each size of the office, two for the line of 20 ms, and one for what was lost."""
    try:
        with draaiende_server(_niets, *_ECHT) as server:
            plek = Serverplek(str(server.map), server.zonder_schema("ploeg"))
            verbinding = kluizen.los_bestand("ploeg.team")
            verbinding.unlink(missing_ok=True)
            with open_kluis(kluizen.kopie("ploeg", KLUIS), GEBRUIKER, WACHTWOORD) as kluis:
                breng(kluis, Servereigenaar(plek, EIGENAAR, werkaccounts=(WERKER,)), verbinding, nu=systeemklok())
            os.environ["ZVH_GEBRUIKERSMAP"] = str(kluizen.los_bestand("ploeggebruikers"))
            uitslagen = [_dag(server, verbinding, aantal) for aantal in PLOEGEN]
            return [*uitslagen, *_over_een_lijn(server.map, verbinding, kluizen)]
    except BaseException as fout:
        if type(fout).__name__ == "Skipped":  # raised where there is no server on this computer
            return [overgeslagen("ploeg", "er is geen databaseserver op deze computer")]
        raise


def _niets(_map: Path) -> None:
    """Nothing stands beside this server."""


@contextmanager
def _aan_het_werk(verbinding: Path, nummers: Sequence[int]) -> Iterator[list[Mens]]:
    """These of the office, each with a house of its own open and at an own table."""
    kluizen = [open_huis(verbinding, Databaseaccount(WERKER), GEBRUIKER, WACHTWOORD) for _ in nummers]
    try:
        diensten = [bouw_diensten(kluis) for kluis in kluizen]
        with kluizen[0].lees_sessies() as sessie:
            vraag = select(Agendapunt.overleg_id, Agendapunt.id, Agendapunt.casus_id).where(Agendapunt.volgorde == 0)
            punten = sessie.execute(vraag.order_by(Agendapunt.id).limit(max(nummers) + 1)).all()
        yield [Mens(van_een, *_plek(*punten[nummer])) for van_een, nummer in zip(diensten, nummers, strict=True)]
    finally:
        for kluis in kluizen:
            kluis.sluit()


def _plek(overleg: int, punt: int, casus: int | None) -> tuple[OverlegId, AgendapuntId, CasusId]:
    return OverlegId(overleg), AgendapuntId(punt), CasusId(casus or 0)


@dataclass(frozen=True, slots=True)
class _Gemeten:
    """What came of the people of one process."""

    tijden: Mapping[str, Sequence[float]]
    fouten: int
    kwijt: int
    rekentijd: float


def _werkdag(verbinding: Path, gebruikersmap: str, begin: threading.Barrier, nummers: Sequence[int]) -> _Gemeten:
    """In a process of its own: these people work until each did what it had to do."""
    os.environ["ZVH_GEBRUIKERSMAP"] = gebruikersmap
    tijden: dict[str, list[float]] = defaultdict(list)
    fouten: list[str] = []
    slot = threading.Lock()

    def werk(mens: Mens, zaad: int) -> None:
        keuze = random.Random(zaad)  # noqa: S311  how long somebody thinks
        for _ in range(HANDELINGEN):
            threading.Event().wait(keuze.uniform(*DENKT_S))
            naam, doe = keuze.choice(list(mens.handelingen().items()))
            try:
                duurde = duur(doe)
            except GebruikersFout as fout:
                with slot:
                    fouten.append(type(fout).__name__)
            else:
                with slot:
                    tijden[naam].append(duurde)

    with _aan_het_werk(verbinding, nummers) as mensen:
        for mens in mensen:
            mens.diensten.bereid_zoeken_voor()
            mens.diensten.werkplek.lees_bij()
        draden = [threading.Thread(target=werk, args=paar) for paar in zip(mensen, nummers, strict=True)]
        begin.wait()
        rekentijd = time.process_time()
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join()
        rekentijd = time.process_time() - rekentijd
        kwijt = sum(
            mens.bewaard != mens.diensten.verslagen.toon(mens.overleg).punten[0].tekst.beeld
            for mens in mensen
            if mens.bewaard
        )
    return _Gemeten(dict(tijden), len(fouten), kwijt, rekentijd)


def _dag(server: Databaseserver, verbinding: Path, aantal: int) -> Uitslag:
    processen = min(aantal, PROCESSEN)
    delen = [range(eerste, aantal, processen) for eerste in range(processen)]
    vers = multiprocessing.get_context("spawn")  # nothing of this process goes along
    with vers.Manager() as beheer, vers.Pool(processen) as ploeg:
        begin = beheer.Barrier(processen + 1)
        doe = functools.partial(_werkdag, verbinding, os.environ["ZVH_GEBRUIKERSMAP"], begin)
        bezig = ploeg.map_async(doe, delen, chunksize=1)
        begin.wait()
        klok, van_server = time.perf_counter(), _rekentijd_server(server)
        gemeten = bezig.get()
        duurde, van_server = time.perf_counter() - klok, _rekentijd_server(server) - van_server
    tijden: dict[str, list[float]] = defaultdict(list)
    for deel in gemeten:
        for naam, van_een in deel.tijden.items():
            tijden[naam] += van_een
    alle = [een for van_een in tijden.values() for een in van_een]
    langzaamst = max(tijden, key=lambda naam: p95(_genoeg(tijden[naam])))
    zwaarst = p95(_genoeg(tijden[langzaamst]))
    fouten, kwijt = sum(deel.fouten for deel in gemeten), sum(deel.kwijt for deel in gemeten)
    kernen = duurde * len(os.sched_getaffinity(0))
    vensters = sum(deel.rekentijd for deel in gemeten) / kernen
    return Uitslag(
        f"{aantal} mensen, {len(alle)} handelingen, p95 van {langzaamst}",
        ms(zwaarst),
        ms(mediaan(alle)),
        f"{fouten} fouten, {kwijt} kwijt; rekentijd vensters {vensters:.0%}, server {van_server / kernen:.0%}",
        ms(HOOGSTENS_S),
        zwaarst <= HOOGSTENS_S and not fouten and not kwijt,
    )


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


def _genoeg(waarden: Sequence[float]) -> Sequence[float]:
    return waarden if len(waarden) > 1 else [*waarden, *waarden]


def _over_een_lijn(servermap: Path, verbinding: Path, kluizen: Kluizen) -> Iterator[Uitslag]:
    with (
        tempfile.TemporaryDirectory(prefix="zvh-lijn-") as map_,
        Tussenlijn(servermap, Path(map_), LIJN_S) as lijn,
    ):
        anders = kluizen.los_bestand("ploeg-lijn.team")
        anders.unlink(missing_ok=True)
        gelezen = lees_verbinding(verbinding)
        schrijf_verbinding(anders, replace(gelezen, plek=replace(gelezen.plek, server=map_)))
        with _aan_het_werk(anders, (0,)) as (mens,):
            mens.diensten.bereid_zoeken_voor()
            for naam, doe in mens.handelingen().items():
                doe()
                tijden, reizen = [], []
                for _ in range(10):
                    voor = lijn.reizen
                    tijden.append(duur(doe))
                    reizen.append(lijn.reizen - voor)
                yield Uitslag(
                    f"{naam} over een lijn van {2 * LIJN_S * MILLI:.0f} ms",
                    ms(p95(tijden)),
                    f"{mediaan(reizen):.0f} reizen",
                    f"{mediaan(reizen) / HOOGSTENS_REIZEN:.2f}x",
                    f"{ms(HOOGSTENS_LIJN_S)}, {HOOGSTENS_REIZEN} reizen",
                    p95(tijden) <= HOOGSTENS_LIJN_S and mediaan(reizen) <= HOOGSTENS_REIZEN,
                )
