"""People at work at one house on a server: some of them in one process, each with the house open.

An office has a computer for each of them. Here some share a process, and with it what Python does once in one: what was
loaded, and who may run now. So of each act the first time of somebody is told apart from the later ones: it is what is
noticed once a day, on a connection that the server does not know yet.

Garbage is collected as in the application: what was there before the day began is not gone through again.
"""

from __future__ import annotations

import gc
import itertools
import os
import random
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import select

from benchmarks.kluizen import GEBRUIKER, WACHTWOORD
from benchmarks.meting import duur
from zvh_desktop.database.motor.motor import MOTOR
from zvh_desktop.database.team.verbinding import Databaseaccount
from zvh_desktop.database.team.werken import open_huis
from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import AgendapuntId, CasusId, OordeelUitkomst, OverlegId, PartijId, PartijSoort
from zvh_desktop.models.overleg import Agendapunt
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.diensten import Diensten, bouw_diensten
from zvh_desktop.services.poort.oordelen import OordeelInvoer
from zvh_desktop.services.tafel.agenda_gegevens import PuntInvoer
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst

sys.path.append(str(Path(__file__).resolve().parent.parent / "tests"))

from dbserver import WERKER


@dataclass(frozen=True, slots=True)
class Ploeg:
    """An office: how many people, how much each does, and how long somebody thinks between two acts, in seconds.

    In a real office that is a minute: this is a busy hour put together. ``deelt``: those of one process search one copy
    of the texts, for a hundred copies are more than the memory of one computer. What others wrote is then read by the
    first who searches after it, and not by each.
    """

    mensen: int
    handelingen: int
    denkt: tuple[float, float]
    deelt: bool = False


@dataclass
class Mens:
    """One of the office, with the house open; at a table of its own, as a rule."""

    diensten: Diensten
    overleg: OverlegId
    punt: AgendapuntId
    casus: CasusId
    partijen: Sequence[PartijId]
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

    def oordeel(self) -> None:
        """Give one oordeel, as a procesregisseur does for one partij after the other."""
        partij = self.partijen[next(self.nummers) % len(self.partijen)]
        gegeven = OordeelInvoer(partij, OordeelUitkomst.RECHTMATIG, "Eigen taak", f"Nodig, {next(self.nummers)}.")
        self.diensten.oordelen.geef(self.casus, [gegeven])

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
            "oordeel geven": self.oordeel,
            "oordelen openen": lambda: self.diensten.oordelen.blad(self.casus),
            "casus openen": lambda: self.diensten.casussen.toon(self.casus),
            "tafels": self.diensten.tafels.lijst,
        }


@contextmanager
def aan_het_werk(verbinding: Path, nummers: Sequence[int]) -> Iterator[list[Mens]]:
    """These of the office, each with a house of its own open and at an own table."""
    kluizen = [open_huis(verbinding, Databaseaccount(WERKER), GEBRUIKER, WACHTWOORD) for _ in nummers]
    try:
        diensten = [bouw_diensten(kluis) for kluis in kluizen]
        with kluizen[0].lees_sessies() as sessie:
            vraag = select(Agendapunt.overleg_id, Agendapunt.id, Agendapunt.casus_id).where(Agendapunt.volgorde == 0)
            punten = sessie.execute(vraag.order_by(Agendapunt.id).limit(max(nummers) + 1)).all()
            partijen = sessie.scalars(
                select(Partij.id).where(Partij.soort != PartijSoort.DERDE).order_by(Partij.id)
            ).all()
        yield [
            Mens(van_een, *_plek(*punten[nummer]), partijen) for van_een, nummer in zip(diensten, nummers, strict=True)
        ]
    finally:
        for kluis in kluizen:
            kluis.sluit()


def _plek(overleg: int, punt: int, casus: int | None) -> tuple[OverlegId, AgendapuntId, CasusId]:
    return OverlegId(overleg), AgendapuntId(punt), CasusId(casus or 0)


@dataclass(frozen=True, slots=True)
class Gemeten:
    """What came of the people of one process; ``eerste``: of each act the first time of each of them."""

    eerste: Mapping[str, Sequence[float]]
    later: Mapping[str, Sequence[float]]
    fouten: Sequence[str]
    """What kind each of them was."""
    kwijt: int
    rekentijd: float


def zet_klaar(mensen: Sequence[Mens], *, deelt: bool = False) -> None:
    """As the window does beside the first page (ui/slot/samen/collegabewaker.py)."""
    gc.disable()
    try:
        for mens in mensen[:1] if deelt else mensen:
            mens.diensten.bereid_voor()
        if deelt:
            kopie = _motor_van(mensen[0])._kopie
            for mens in mensen[1:]:
                _motor_van(mens)._kopie = kopie
        for mens in mensen:
            mens.diensten.werkplek.lees_bij()
            mens.diensten.werkplek.bevestig(WACHTWOORD)  # holds for five minutes, longer than the day takes
    finally:
        gc.freeze()
        gc.enable()


def _motor_van(mens: Mens) -> Any:
    return mens.diensten.werkplek.kluis.engine.get_execution_options()[MOTOR]


def werkdag(
    verbinding: Path, gebruikersmap: str, ploeg: Ploeg, begin: threading.Barrier, nummers: Sequence[int]
) -> Gemeten:
    """In a process of its own: these people work until each did what it had to do."""
    os.environ["ZVH_GEBRUIKERSMAP"] = gebruikersmap
    eerste: dict[str, list[float]] = defaultdict(list)
    later: dict[str, list[float]] = defaultdict(list)
    fouten: list[str] = []
    slot = threading.Lock()

    def werk(mens: Mens, zaad: int) -> None:
        keuze = random.Random(zaad)  # noqa: S311  how long somebody thinks
        gedaan: set[str] = set()
        for _ in range(ploeg.handelingen):
            threading.Event().wait(keuze.uniform(*ploeg.denkt))
            naam, doe = keuze.choice(list(mens.handelingen().items()))
            try:
                duurde = duur(doe)
            except GebruikersFout as fout:
                with slot:
                    fouten.append(type(fout).__name__)
            else:
                with slot:
                    (later if naam in gedaan else eerste)[naam].append(duurde)
                gedaan.add(naam)

    with aan_het_werk(verbinding, nummers) as mensen:
        zet_klaar(mensen, deelt=ploeg.deelt)
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
    return Gemeten(dict(eerste), dict(later), fouten, kwijt, rekentijd)
