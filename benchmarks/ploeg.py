"""A day on a server: several people at once at one house of 15,000 cases, on one computer.

Each person has the house open, thinks for a while and does one thing. What is measured is how long that one thing
takes, over all of them. Then the same through a line that takes 20 ms there and back, and how often each thing waits
for the line. Nothing may fail, and what was confirmed has to be there: that is counted, and not only timed.
"""

from __future__ import annotations

import itertools
import os
import random
import sys
import tempfile
import threading
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
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst
from zvh_desktop.services.werkplek.klok import systeemklok

sys.path.append(str(Path(__file__).resolve().parent.parent / "tests"))

from dbserver import EIGENAAR, WERKER, draaiende_server

KLUIS = 15_000
PLOEGEN = (1, 5, 25, 100)
HANDELINGEN = 12
DENKT_S = (2.0, 6.0)
"""How long somebody thinks between two acts. In a real office that is a minute: this is a busy hour put together."""
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
        self.diensten.werkplek.lees_bij()
        self.diensten.verslagen.bewaar_tekst(self.punt, VerslagTekst(tekst, "", ""))
        self.bewaard = tekst

    def handelingen(self) -> Mapping[str, Callable[[], object]]:
        """What an office does all day."""
        return {
            "verslag typen": self.schrijf,
            "verslag openen": lambda: self.diensten.verslagen.toon(self.overleg),
            "agenda openen": lambda: self.diensten.agenda.toon(self.overleg),
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
            uitslagen = [uitslag for aantal in PLOEGEN for uitslag in _dag(verbinding, aantal)]
            return [*uitslagen, *_over_een_lijn(server.map, verbinding, kluizen)]
    except BaseException as fout:
        if type(fout).__name__ == "Skipped":  # raised where there is no server on this computer
            return [overgeslagen("ploeg", "er is geen databaseserver op deze computer")]
        raise


def _niets(_map: Path) -> None:
    """Nothing stands beside this server."""


@contextmanager
def _aan_het_werk(verbinding: Path, aantal: int) -> Iterator[list[Mens]]:
    kluizen = [open_huis(verbinding, Databaseaccount(WERKER), GEBRUIKER, WACHTWOORD) for _ in range(aantal)]
    try:
        diensten = [bouw_diensten(kluis) for kluis in kluizen]
        with kluizen[0].lees_sessies() as sessie:
            vraag = select(Agendapunt.overleg_id, Agendapunt.id, Agendapunt.casus_id).where(Agendapunt.volgorde == 0)
            punten = sessie.execute(vraag.order_by(Agendapunt.id).limit(aantal)).all()
        yield [
            Mens(van_een, OverlegId(overleg), AgendapuntId(punt), CasusId(casus or 0))
            for van_een, (overleg, punt, casus) in zip(diensten, punten, strict=True)
        ]
    finally:
        for kluis in kluizen:
            kluis.sluit()


def _dag(verbinding: Path, aantal: int) -> Iterator[Uitslag]:
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

    with _aan_het_werk(verbinding, aantal) as mensen:
        draden = [threading.Thread(target=werk, args=(mens, nummer)) for nummer, mens in enumerate(mensen)]
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join()
        kwijt = sum(
            mens.bewaard != mens.diensten.verslagen.toon(mens.overleg).punten[0].tekst.beeld
            for mens in mensen
            if mens.bewaard
        )
    alle = [een for van_een in tijden.values() for een in van_een]
    langzaamst = max(tijden, key=lambda naam: p95(_genoeg(tijden[naam])))
    zwaarst = p95(_genoeg(tijden[langzaamst]))
    yield Uitslag(
        f"{aantal} mensen, {len(alle)} handelingen, p95 van {langzaamst}",
        ms(zwaarst),
        ms(mediaan(alle)),
        f"{len(fouten)} fouten, {kwijt} kwijt",
        ms(HOOGSTENS_S),
        zwaarst <= HOOGSTENS_S and not fouten and not kwijt,
    )


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
        with _aan_het_werk(anders, 1) as (mens,):
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
