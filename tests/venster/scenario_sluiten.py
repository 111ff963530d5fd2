"""Closing the window while a service call is still on its way."""

from __future__ import annotations

from toneel import BEHEERDER, Toneel


def _begin_controle(toneel: Toneel) -> None:
    toneel.klik_regel("navigatie", "Beheer")
    toneel.klik_regel("beheer_onderdelen", "Controle")
    toneel.klik("controleer_knop")


def test_sluiten_tijdens_de_controle_van_de_kluis(toneel: Toneel) -> None:
    programma = toneel.start_aangemeld(toneel.oefenkluis(), BEHEERDER)
    _begin_controle(toneel)
    toneel.sluit_venster()
    assert programma.einde() == "0"


def test_vergrendelen_tijdens_de_controle_van_de_kluis(toneel: Toneel) -> None:
    programma = toneel.start_aangemeld(toneel.oefenkluis(), BEHEERDER)
    _begin_controle(toneel)
    toneel.toets("ctrl+l")
    toneel.wacht_op("aanmeldvenster")
    toneel.meld_aan(*BEHEERDER)
    _begin_controle(toneel)
    toneel.wacht_op("controle_stand", tekst="De kluis is in orde")
    toneel.sluit_venster()
    assert programma.einde() == "0"
