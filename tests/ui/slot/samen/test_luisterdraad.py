"""The thread that listens, and what it has ready first."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest

from zvh_desktop.errors import KluisFout, LijnWeg
from zvh_desktop.ui.slot.samen import luisterdraad
from zvh_desktop.ui.slot.samen.luisterdraad import Luisterdraad

GENOEG = 30.0


@dataclass
class Luisteraar:
    """Hears nothing; says that it was put away."""

    weg: threading.Event = field(default_factory=threading.Event)
    luistert: threading.Event = field(default_factory=threading.Event)

    def wacht(self, _seconden: float) -> SimpleNamespace:
        self.luistert.set()
        self.weg.wait(GENOEG)
        return SimpleNamespace(gewijzigd=False, collegas=())

    def meld_plek(self, _soort: str, _id: int) -> None:
        """Nobody is told."""

    def sluit(self) -> None:
        self.weg.set()


def test_vergrendelen_wacht_niet_op_wat_wordt_klaargezet(qapp, monkeypatch) -> None:
    monkeypatch.setattr(luisterdraad, "STOP_S", GENOEG)
    bezig, verder, luisteraar = threading.Event(), threading.Event(), Luisteraar()

    def vooraf() -> None:
        bezig.set()
        verder.wait(GENOEG)

    def luister() -> Any:
        return luisteraar

    draad = Luisterdraad(luister, vooraf)
    draad.begin()
    assert bezig.wait(GENOEG)
    slot = threading.Thread(target=draad.stop)
    slot.start()
    slot.join(GENOEG / 2)
    wachtte = slot.is_alive()
    verder.set()
    luisteraar.weg.set()
    slot.join(GENOEG)
    assert not wachtte


@dataclass
class Klaarzetten:
    """What is had ready, and goes wrong as often as there are errors for it."""

    fouten: list[Exception]
    keren: int = 0

    def __call__(self) -> None:
        self.keren += 1
        if self.fouten:
            raise self.fouten.pop(0)


@pytest.mark.parametrize(
    ("fouten", "keren", "lijnen"),
    [
        ([LijnWeg(lezend=True), LijnWeg(lezend=True)], 3, 3),
        ([KluisFout("dicht")], 1, 1),
        pytest.param([ValueError("van ons")], 1, 1, marks=pytest.mark.mag_loggen(luisterdraad.__name__)),
    ],
)
def test_wat_door_de_lijn_niet_werd_klaargezet_wordt_opnieuw_geprobeerd(
    qapp, monkeypatch, fouten: list[Exception], keren: int, lijnen: int
) -> None:
    """Only that: what else went wrong goes wrong again, and says nothing of the line."""
    monkeypatch.setattr(luisterdraad, "OPNIEUW_S", 0.0)
    gemaakt: list[Luisteraar] = []
    luistert = threading.Event()
    vooraf = Klaarzetten(fouten)

    def luister() -> Any:
        gemaakt.append(Luisteraar(luistert=luistert))
        return gemaakt[-1]

    draad = Luisterdraad(luister, vooraf)
    draad.begin()
    assert luistert.wait(GENOEG)
    gemaakt[-1].weg.set()
    draad.stop()
    assert (vooraf.keren, len(gemaakt)) == (keren, lijnen)
