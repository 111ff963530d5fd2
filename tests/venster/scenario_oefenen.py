"""`zvh-desktop --oefen`: the first time the vault is made, after that it is opened.

Making takes long, so it is done once here: the five starts are on a vault that was there.
"""

from __future__ import annotations

from toneel import Toneel

KEREN = 5
MAAKTIJD = 500
"""Seconds for making a whole practice vault on a machine that is busy."""


def test_vijf_keer_oefenen(toneel: Toneel) -> None:
    toneel.leg_oefenkluis_klaar()
    for _keer in range(KEREN):
        programma = toneel.start("--oefen")
        toneel.wacht_op("oefenband")
        toneel.sluit_venster()
        assert programma.einde() == "0"


def test_stoppen_terwijl_de_oefenkluis_wordt_gemaakt(toneel: Toneel) -> None:
    programma = toneel.start("--oefen")
    toneel.klik("voortgang_stop_knop")
    assert programma.einde() == "0"
    assert not list(toneel.map.rglob("*.kluis/db-*"))
    programma = toneel.start("--oefen")
    toneel.wacht_op("oefenband", geduld=MAAKTIJD)
    toneel.wacht_op_hoofdvenster()
    toneel.sluit_venster()
    assert programma.einde() == "0"
