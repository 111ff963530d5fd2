"""A day of several people in one house on a server, in which a process dies every moment.

``make serverstoringen``: a hundred times somebody's program is killed, and a hundred times the server: one of its
processes, on which it starts itself anew, or all of it at once, as when the power goes. Meanwhile everybody types in a
verslag, signs an oordeel and takes in an aanmelding, one after the other. Each says what it was told of each act, and
at the end that is laid beside what stands there: what was confirmed is there once, what was refused is not there, of
what nobody heard either is right. The house is sound, by its own looking over.
"""

from __future__ import annotations

import functools
import logging
import os
import random
import select
import signal
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from dbserver import WERKER, Databaseserver, draaiende_server, kinderen_van
from factories import REGIE, WACHTWOORD, ProefKlok, maak_sjabloon
from nacl.pwhash import argon2id
from serverhuis import ACCOUNT, Huisbron, Huisbureau

from zvh_desktop.database.team.controleren import controleer_team
from zvh_desktop.database.team.openen import Serveraanmelding, open_team
from zvh_desktop.database.team.verbinding import lees_verbinding
from zvh_desktop.database.team.werken import open_huis
from zvh_desktop.errors import GebruikersFout, KluisFout, LijnWeg
from zvh_desktop.models.keuzes import AgendapuntId, CasusId, OordeelUitkomst, OverlegId
from zvh_desktop.services.diensten import bouw_diensten
from zvh_desktop.services.poort.oordelen import OordeelInvoer
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst

MENSEN = 4
KEREN = 100
LANGSTE_MS = 400
"""At most so long after the last death comes the next."""
OPEN_BINNEN_S = 60
TELT = ("synchronous_commit=on", "full_page_writes=on", "autovacuum=on")
"""What is confirmed has been handed to the disk. That the disk then keeps it is not tried here: nobody pulls a plug."""


class Afloop(StrEnum):
    """What somebody was told of an act."""

    BEGONNEN = "begonnen"
    """Nothing yet; and nothing ever, when the program was killed."""
    JA = "ja"
    NEE = "nee"
    ONBEKEND = "onbekend"


class Soort(StrEnum):
    TEKST = "tekst"
    OORDEEL = "oordeel"
    AANMELDING = "aanmelding"


class Lopendeklok(ProefKlok):
    """Begins where a trial begins, and runs: at the same moment in each process, as on the computers of an office.

    An act of which the answer was lost is known again by its line in the log. With a clock that stands still two people
    under one account write the same line, when a server that fell over gives out a number for the second time.
    """

    def __call__(self) -> datetime:
        return super().__call__() + timedelta(seconds=time.monotonic() % 3600)


@dataclass(frozen=True, slots=True)
class Plaats:
    """Where one of them works: a table that is held, and its casus."""

    overleg: OverlegId
    punt: AgendapuntId
    casus: CasusId


@dataclass(slots=True)
class Mens:
    """One of the office: the process that works for this person now, and what was heard of each act."""

    nummer: int
    plaats: Plaats
    pid: int = 0
    lezer: int = -1
    open: bool = False
    heet: dict[tuple[Soort, int], Afloop] = field(default_factory=dict)
    rauw: list[str] = field(default_factory=list)
    _rest: bytes = b""

    def naam(self, soort: Soort, keer: int) -> str:
        """By which this act is found again. No letters follow each other that look like a number or a name."""
        return f"Proef {soort} {self.nummer} keer {keer}."

    def hoor(self, deel: bytes) -> None:
        *regels, self._rest = (self._rest + deel).split(b"\n")
        for regel in regels:
            wat, soort, keer = regel.decode().split(" ")
            if wat == "open":
                self.open = True
            elif wat == "rauw":
                self.rauw.append(soort)
            else:
                self.heet[Soort(soort), int(keer)] = Afloop(wat)

    @property
    def volgende(self) -> int:
        return 1 + max((keer for _, keer in self.heet), default=0)

    def geweest(self) -> None:
        """Its process is gone; what it had not said to the end is not heard."""
        os.close(self.lezer)
        os.waitpid(self.pid, 0)
        self.pid, self.lezer, self.open, self._rest = 0, -1, False, b""


@dataclass
class Serverzaak:
    """A house with a table for each of them."""

    server: Databaseserver
    pad: Path
    plaatsen: tuple[Plaats, ...]


@contextmanager
def serverzaak(basis: Path, mensen: int = MENSEN) -> Iterator[Serverzaak]:
    """Made anew, on a server of its own that keeps what it confirmed."""
    sjabloon = maak_sjabloon(basis / "sjabloon.kluis", oefen=False)
    with draaiende_server(lambda _: None, *TELT) as server:
        pad, _ = Huisbron.maak(server, sjabloon, basis).kopie(basis)
        bureau = Huisbureau(pad, ProefKlok())
        plaatsen = []
        for _ in range(mensen):
            casus, overleg = bureau.casus(), bureau.tafel()
            plaatsen.append(Plaats(overleg, bureau.punt(overleg, casus, "Politie"), casus))
            bureau.akkoord(overleg)
        bureau.sluit()
        yield Serverzaak(server, pad, tuple(plaatsen))


# --- what one of them does ---------------------------------------------------------------------------------


def werkdag(pad: Path, mens: Mens, zeg: Callable[[str, str, int], None]) -> None:
    """Work until somebody kills it."""
    bureau = _open(pad)
    bureau.alsof_bevestigd()
    zeg("open", "-", 0)
    daden: Mapping[Soort, Callable[[str], object]] = {
        Soort.TEKST: lambda naam: bureau.verslagen.bewaar_tekst(mens.plaats.punt, VerslagTekst(naam, "", "")),
        Soort.OORDEEL: lambda naam: bureau.oordelen.geef(
            mens.plaats.casus,
            [OordeelInvoer(bureau.partij("OM"), OordeelUitkomst.RECHTMATIG, "eigen wettelijke taak", naam)],
        ),
        Soort.AANMELDING: bureau.aanmelding,
    }
    keer = mens.volgende
    while True:
        for soort, daad in daden.items():
            try:
                bureau.werkplek.lees_bij()
            except KluisFout:
                threading.Event().wait(0.05)
                continue
            zeg(Afloop.BEGONNEN, soort, keer)
            zeg(_loop_af(daad, mens.naam(soort, keer)), soort, keer)
            keer += 1


def _loop_af(daad: Callable[[str], object], naam: str) -> Afloop:
    try:
        daad(naam)
    except LijnWeg as fout:
        return Afloop.NEE if fout.opgeslagen is False else Afloop.ONBEKEND
    except GebruikersFout:
        return Afloop.NEE
    return Afloop.JA


def _open(pad: Path) -> Huisbureau:
    """As soon as the server is there."""
    einde = time.monotonic() + OPEN_BINNEN_S
    while True:
        try:
            return Huisbureau(pad, Lopendeklok())
        except KluisFout:
            if time.monotonic() > einde:
                raise
            threading.Event().wait(0.1)


def zet_aan_het_werk(zaak: Serverzaak, mens: Mens) -> None:
    """A process of its own, that tells on a pipe what it hears."""
    lezer, schrijver = os.pipe()
    mens.pid = os.fork()
    if mens.pid == 0:
        try:
            os.close(lezer)
            werkdag(zaak.pad, mens, functools.partial(_zeg, schrijver))
        except BaseException as fout:  # noqa: BLE001 - the one that waits hears of it; nothing of the child may go on
            _zeg(schrijver, "rauw", type(fout).__name__, 0)
        finally:
            os._exit(0)
    os.close(schrijver)
    mens.lezer = lezer


def _zeg(schrijver: int, wat: str, soort: str, keer: int) -> None:
    os.write(schrijver, f"{wat} {soort} {keer}\n".encode())


# --- what becomes of them ----------------------------------------------------------------------------------


@dataclass
class Dag:
    """Kills, hears, and lets go on."""

    zaak: Serverzaak
    toeval: random.Random
    mensen: list[Mens] = field(default_factory=list)
    gedood: Counter[str] = field(default_factory=Counter)

    def draai(self, keren: int) -> list[str]:
        """So many deaths of a program and as many of the server; what does not agree with what was heard."""
        self.mensen = [Mens(nummer, plaats) for nummer, plaats in enumerate(self.zaak.plaatsen, start=1)]
        for mens in self.mensen:
            zet_aan_het_werk(self.zaak, mens)
        beurten = ["programma", "server"] * keren
        self.toeval.shuffle(beurten)
        for beurt in beurten:
            self.luister_tot(lambda: any(mens.open for mens in self.mensen))
            self.luister(self.toeval.uniform(0, LANGSTE_MS) / 1000)
            if beurt == "programma":
                self.dood_programma()
            else:
                self.dood_server()
        self.luister_tot(lambda: all(mens.open for mens in self.mensen))
        self.luister(1.0)
        for mens in self.mensen:
            self._dood(mens)
        return [zin for mens in self.mensen for zin in mens.rauw] + oordeel(self.zaak, self.mensen)

    def dood_programma(self) -> None:
        mens = self.toeval.choice([mens for mens in self.mensen if mens.open])
        self._dood(mens)
        self.gedood["programma"] += 1
        zet_aan_het_werk(self.zaak, mens)

    def dood_server(self) -> None:
        server = self.zaak.server
        pid = server.proces.pid if server.proces is not None else 0
        self.luister_tot(lambda: bool(kinderen_van(pid)))
        kinderen = kinderen_van(pid)
        if self.toeval.random() < 0.5:
            self.gedood["proces van de server"] += 1
            with suppress(ProcessLookupError):
                os.kill(self.toeval.choice(kinderen), signal.SIGKILL)
        else:
            self.gedood["server"] += 1
            server.val_om()
            server.start()
        # Somebody is through again: otherwise the next death would be one of a server that nobody reached.
        gelukt = self._gelukt()
        self.luister_tot(lambda: self._staat() and self._gelukt() > gelukt)

    def _staat(self) -> bool:
        """Of a server whose process died that was putting it right, the rest stops as well: somebody starts it."""
        server = self.zaak.server
        if server.proces is not None and server.proces.poll() is not None:
            server.start()
        return True

    def _gelukt(self) -> int:
        return sum(afloop is Afloop.JA for mens in self.mensen for afloop in mens.heet.values())

    def _dood(self, mens: Mens) -> None:
        os.kill(mens.pid, signal.SIGKILL)
        while deel := os.read(mens.lezer, 65536):
            mens.hoor(deel)
        mens.geweest()

    def luister(self, seconden: float) -> None:
        einde = time.monotonic() + seconden
        while (nog := einde - time.monotonic()) > 0:
            self._hoor(nog)

    def luister_tot(self, klaar: Callable[[], bool]) -> None:
        einde = time.monotonic() + OPEN_BINNEN_S
        while not klaar():
            assert time.monotonic() < einde, f"niemand komt er nog door: {[mens.rauw for mens in self.mensen]}"
            self._hoor(0.5)

    def _hoor(self, seconden: float) -> None:
        op_lezer = {mens.lezer: mens for mens in self.mensen}
        for lezer in select.select(list(op_lezer), [], [], seconden)[0]:
            deel = os.read(lezer, 65536)
            if deel:
                op_lezer[lezer].hoor(deel)
            else:  # it stopped by itself, and said why
                op_lezer[lezer].geweest()
                zet_aan_het_werk(self.zaak, op_lezer[lezer])


def oordeel(zaak: Serverzaak, mensen: list[Mens]) -> list[str]:
    """What does not agree with what was heard; nothing when all of it does."""
    kluis = open_huis(zaak.pad, ACCOUNT, REGIE, WACHTWOORD, klok=ProefKlok())
    try:
        diensten = bouw_diensten(kluis, ProefKlok(), "toets")
        aangemeld = Counter(regel.betrokkene for regel in diensten.aanmeldingen.lijst())
        mis = []
        for mens in mensen:
            getekend = Counter(regel.motivering for regel in diensten.oordelen.geschiedenis(mens.plaats.casus))
            tekst = diensten.verslagen.toon(mens.plaats.overleg).punten[0].tekst.beeld
            mis += list(_een_keer(mens, {Soort.OORDEEL: getekend, Soort.AANMELDING: aangemeld}))
            mis += list(_laatste(mens, tekst))
    finally:
        kluis.sluit()
    with open_team(lees_verbinding(zaak.pad), Serveraanmelding(WERKER, REGIE, WACHTWOORD)) as team:
        return mis + [f"gevonden: {bevinding}" for bevinding in controleer_team(team)]


def _een_keer(mens: Mens, staat_er: Mapping[Soort, Counter[str]]) -> Iterator[str]:
    for (soort, keer), afloop in mens.heet.items():
        if soort not in staat_er:
            continue
        aantal = staat_er[soort][mens.naam(soort, keer)]
        mag = {Afloop.JA: (1,), Afloop.NEE: (0,)}.get(afloop, (0, 1))
        if aantal not in mag:
            yield f"{mens.naam(soort, keer)} heet {afloop}, en staat er {aantal} keer"


def _laatste(mens: Mens, tekst: str) -> Iterator[str]:
    """Of a text only the last counts: the last that was confirmed, or one after it of which nobody heard."""
    keren = {keer: afloop for (soort, keer), afloop in mens.heet.items() if soort is Soort.TEKST}
    zeker = max((keer for keer, afloop in keren.items() if afloop is Afloop.JA), default=0)
    mag = {keer for keer, afloop in keren.items() if keer > zeker and afloop is not Afloop.NEE} | {zeker}
    if tekst not in {mens.naam(Soort.TEKST, keer) if keer else "" for keer in mag}:
        yield f"bevestigd tot keer {zeker}, in het verslag staat: {tekst}"


def main() -> int:
    """``storing_server.py [times]``: what happened and what did not agree; the exit code is 1 where not."""
    logging.disable(logging.CRITICAL)
    argon2id.kdf = functools.cache(argon2id.kdf)
    keren = int(sys.argv[1]) if sys.argv[1:] else KEREN
    begin = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="zvh-serverstoring-") as tijdelijk:
        os.environ["ZVH_GEBRUIKERSMAP"] = str(Path(tijdelijk) / "gebruiker")
        with serverzaak(Path(tijdelijk)) as zaak:
            dag = Dag(zaak, random.Random(20261130))  # noqa: S311 - to be done again the same
            mis = dag.draai(keren)
    for wat, aantal in sorted(dag.gedood.items()):
        sys.stdout.write(f"gedood: {wat:<24}{aantal:>6}\n")
    aflopen = Counter(afloop for mens in dag.mensen for afloop in mens.heet.values())
    for afloop in Afloop:
        sys.stdout.write(f"{afloop:<32}{aflopen[afloop]:>6}\n")
    sys.stdout.write(f"na {time.monotonic() - begin:.0f} s\n")
    for regel in mis:
        sys.stdout.write(f"niet goed  {regel}\n")
    return 1 if mis else 0


if __name__ == "__main__":
    sys.exit(main())
