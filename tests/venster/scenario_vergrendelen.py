"""Locking and unlocking, by key and by button."""

from __future__ import annotations

import blik
from toneel import REGISSEUR, Toneel


def test_vergrendelen_en_terug_op_dezelfde_plaats(toneel: Toneel) -> None:
    programma = toneel.start_aangemeld(toneel.oefenkluis())
    eerste = toneel.wacht_tot(blik.pagina)
    toneel.toets("ctrl+2")
    plaats = toneel.wacht_tot(blik.andere_pagina, (eerste,))
    for _keer in range(3):
        toneel.toets("ctrl+l")
        toneel.wacht_weg("hoofdvenster")
        assert toneel.wacht_op("naam_veld").tekst == REGISSEUR[0]
        toneel.meld_aan(*REGISSEUR)
        assert toneel.wacht_tot(blik.pagina) == plaats
    toneel.klik("slot_knop")
    toneel.wacht_op("aanmeldvenster")
    toneel.meld_aan(*REGISSEUR)
    toneel.sluit_venster()
    assert programma.einde() == "0"
