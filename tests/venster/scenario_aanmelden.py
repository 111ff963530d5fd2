"""Logging in on an existing vault."""

from __future__ import annotations

from toneel import Toneel


def test_aanmelden_toont_het_hoofdvenster(toneel: Toneel) -> None:
    programma = toneel.start_aangemeld(toneel.oefenkluis())
    toneel.wacht_op("slot_knop")
    toneel.sluit_venster()
    assert programma.einde() == "0"
