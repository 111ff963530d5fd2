"""On a real desktop of Linux: with a bus, on which the lock of the screen is told."""

from __future__ import annotations

from sessiebus import Sessiebus
from toneel import REGISSEUR, Toneel


def test_met_het_scherm_gaat_ook_de_kluis_op_slot(toneel: Toneel) -> None:
    with Sessiebus() as bus:
        toneel.erbij["DBUS_SESSION_BUS_ADDRESS"] = bus.adres
        programma = toneel.start_aangemeld(toneel.oefenkluis())
        bus.meld_schermbeveiliging(False)
        toneel.ga_naar("casussen_pagina")
        bus.meld_schermbeveiliging(True)
        toneel.wacht_weg("hoofdvenster")
        assert toneel.wacht_op("naam_veld").tekst == REGISSEUR[0]
        toneel.meld_aan(*REGISSEUR)
        toneel.sluit_venster()
        assert programma.einde() == "0"
