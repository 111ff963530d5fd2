"""The thread that listens, and what it has ready first."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from zvh_desktop.ui.slot.samen import luisterdraad
from zvh_desktop.ui.slot.samen.luisterdraad import Luisterdraad

GENOEG = 30.0


@dataclass
class Luisteraar:
    """Hears nothing; says that it was put away."""

    weg: threading.Event = field(default_factory=threading.Event)

    def wacht(self, _seconden: float) -> SimpleNamespace:
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
