"""`zvh-desktop --oefen`: the first time the vault is made, after that it is opened."""

from __future__ import annotations

from toneel import Toneel

KEREN = 5


def test_vijf_keer_oefenen(toneel: Toneel) -> None:
    for _keer in range(KEREN):
        programma = toneel.start("--oefen")
        toneel.wacht_op("oefenband", geduld=60)
        toneel.sluit_venster()
        assert programma.einde() == "0"


def test_stoppen_terwijl_de_oefenkluis_wordt_gemaakt(toneel: Toneel) -> None:
    programma = toneel.start("--oefen")
    toneel.klik("voortgang_stop_knop")
    assert programma.einde() == "0"
    assert not list(toneel.map.rglob("*.kluis/db-*"))
    programma = toneel.start("--oefen")
    toneel.wacht_op("oefenband", geduld=60)
    toneel.sluit_venster()
    assert programma.einde() == "0"
