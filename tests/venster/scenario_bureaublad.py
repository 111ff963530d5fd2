"""On a real desktop of Linux: with a bus, on which the lock of the screen is told, and the key store of the user."""

from __future__ import annotations

import blik
from sessiebus import Sessiebus
from sleutelbos import Sleutelbos, zonder_sleutelbos
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


@zonder_sleutelbos
def test_de_kluis_gaat_open_met_wat_in_de_sleutelhanger_staat(toneel: Toneel) -> None:
    kluis = toneel.oefenkluis()
    with Sessiebus() as bus, Sleutelbos(bus, toneel.map / "bos"):
        toneel.erbij["DBUS_SESSION_BUS_ADDRESS"] = bus.adres
        toneel.start_aangemeld(kluis)
        zet_dit_apparaat(toneel, "Inschakelen", "Aan:")
        toneel.sluit_venster()

        toneel.start("--kluis", kluis)
        toneel.wacht_op("aanmeldvenster")
        toneel.typ(REGISSEUR[0], op="naam_veld")
        toneel.klik("apparaat_knop")
        toneel.wacht_op_hoofdvenster()
        zet_dit_apparaat(toneel, "Uitschakelen", "Uit:")
        toneel.sluit_venster()

        programma = toneel.start("--kluis", kluis)
        toneel.wacht_op("aanmeldvenster")
        toneel.typ(REGISSEUR[0], op="naam_veld")
        assert toneel.zie("apparaat_knop") is None
        toneel.meld_aan(*REGISSEUR)
        toneel.sluit_venster()
        assert programma.einde() == "0"


def zet_dit_apparaat(toneel: Toneel, knop: str, stand: str) -> None:
    """At Beheer: let this computer open the vault, or no longer."""
    toneel.ga_naar("beheer_pagina")
    toneel.klik_regel("beheer_onderdelen", "Mijn account")
    assert knop in toneel.wacht_op("dit_apparaat_knop").tekst
    toneel.klik("dit_apparaat_knop")
    toneel.wacht_tot(blik.staat_ergens, stand)
