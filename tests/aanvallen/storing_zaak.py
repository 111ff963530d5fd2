"""The vault of the trials with faults, and a child that is killed in the middle of what it does."""

from __future__ import annotations

import functools
import os
import select
import shutil
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from factories import REGIE, WACHTWOORD, Bureau, ProefKlok, kopieer, maak_sjabloon

from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.models.keuzes import AgendapuntId, OverlegId
from zvh_desktop.services.diensten import Diensten, bouw_diensten

TEKST = "Afspraak {} met de wijkagent."
FOUT = "fout"
"""Said by a child that could not do what it was asked."""
Zegger = Callable[[str, int], None]
"""Tells that something is confirmed: its kind, and its number."""


@dataclass(frozen=True, slots=True)
class Zaak:
    """A closed vault with a meeting that is being held, and the point that is typed at."""

    map: Path
    overleg: OverlegId
    punt: AgendapuntId


def maak_zaak(basis: Path) -> Zaak:
    """Made once and copied for each trial. No practice vault: only another makes backups of itself."""
    kluismap = maak_sjabloon(basis / "sjabloon.kluis", oefen=False)
    bureau = Bureau(kluismap, ProefKlok())
    bureau.contact("Politie")
    casus = bureau.casus()
    bureau.oordeel(casus, "Politie")
    overleg = bureau.tafel()
    punt = bureau.punt(overleg, casus, "Politie")
    bureau.akkoord(overleg)
    bureau.kluis.sluit()
    return Zaak(kluismap, overleg, punt)


def zet_klaar(zaak: Zaak, map_: Path) -> Path:
    """A copy for one trial, with a user who saw nothing yet."""
    shutil.rmtree(map_, ignore_errors=True)
    map_.mkdir(parents=True)
    os.environ["ZVH_GEBRUIKERSMAP"] = str(map_ / "gebruiker")
    return kopieer(zaak.map, map_ / "proef.kluis")


def open_diensten(kluismap: Path, gebruiker: str = REGIE) -> Diensten:
    """As the window does."""
    return bouw_diensten(open_kluis(kluismap, gebruiker, WACHTWOORD), ProefKlok(), "toets")


def fork_en_dood(doe: Callable[[Zegger], None], *, na: int, ms: float) -> dict[str, int]:
    """Let a child do this, and kill it a moment after the ``na``-th thing that it confirmed; what it confirmed."""
    lezer, schrijver = os.pipe()
    kind = os.fork()
    if kind == 0:
        os.close(lezer)
        try:
            doe(functools.partial(_zeg, schrijver))
        except BaseException:  # noqa: BLE001 - the one that waits hears of it; nothing of the child may go on
            _zeg(schrijver, FOUT, 1)
        finally:
            os._exit(0)
    os.close(schrijver)
    gezegd = _luister(lezer, kind, na=na, ms=ms)
    os.close(lezer)
    return gezegd


def _zeg(schrijver: int, soort: str, nummer: int) -> None:
    os.write(schrijver, f"{soort} {nummer}\n".encode())


def _luister(lezer: int, kind: int, *, na: int, ms: float) -> dict[str, int]:
    """Hear what is confirmed; kill a moment after the ``na``-th."""
    gezegd, over, rest, dood_om = dict[str, int](), na, b"", None
    while True:
        if dood_om is None and over <= 0:
            dood_om = time.monotonic() + ms / 1000
        wacht = None if dood_om is None else max(0.0, dood_om - time.monotonic())
        if not select.select([lezer], [], [], wacht)[0]:
            os.kill(kind, signal.SIGKILL)
            dood_om = time.monotonic() + 60
            continue
        deel = os.read(lezer, 65536)
        if not deel:
            os.waitpid(kind, 0)
            return gezegd
        *regels, rest = (rest + deel).split(b"\n")
        for regel in regels:
            soort, _, nummer = regel.decode().partition(" ")
            gezegd[soort] = int(nummer)
            over -= 1
