"""Dates and times typed in a real window: what is understood, what is refused, and what the wheel leaves alone."""

from __future__ import annotations

import blik
from PySide6.QtWidgets import QComboBox, QTabWidget
from toneel import Toneel


def test_datum_en_tijd_van_een_overleg(toneel: Toneel) -> None:
    programma = toneel.start_aangemeld(toneel.oefenkluis())
    toneel.ga_naar("tafels_pagina")
    toneel.klik("tafel_plannen_knop")
    toneel.wacht_op("tafeldialoog")
    soort = toneel.vraag(keuze, "tafeldialoog > tafel_soort")
    toneel.typ("15-1-2027", op="tafeldialoog > datum")
    toneel.wacht_op("leesuitleg", tekst="^vr 15 januari 2027, week 2$")
    toneel.beeld("datum-getypt")
    toneel.toets("Tab")
    toneel.wacht_op("tafeldialoog > datum", tekst="^vr 15 januari 2027$")
    for getypt, staat in (("9u15", "09:15"), ("0930", "09:30"), ("9.45", "09:45"), ("10", "10:00")):
        toneel.klik("tafeldialoog > tafel_begin")
        toneel.toets("ctrl+a")
        toneel.typ(getypt)
        toneel.toets("Tab")
        toneel.wacht_op("tafeldialoog > tafel_begin", tekst=f"^{staat}$")
    toneel.wiel("tafeldialoog > tafel_soort", klikken=3)
    toneel.wiel("tafeldialoog > tafel_begin", klikken=3)
    toneel.wiel("tafeldialoog > datum", klikken=3, met="ctrl")
    toneel.typ("2430", op="tafeldialoog > tafel_einde")
    toneel.toets("Return")
    toneel.wacht_op("tafeldialoog > =Uur 24 bestaat niet: een dag loopt van 0:00 tot en met 23:59.")
    assert toneel.vraag(keuze, "tafeldialoog > tafel_soort") == soort
    assert toneel.wacht_op("tafeldialoog > tafel_begin").tekst == "10:00"
    assert toneel.wacht_op("tafeldialoog > datum").tekst == "vr 15 januari 2027"
    toneel.toets("Escape", "Escape")
    toneel.wacht_weg("tafeldialoog")
    toneel.sluit_venster()
    assert programma.einde() == "0"


GEBOORTEDATUMS = (
    ("1-3-85", "vr 1 maart 1985"),
    ("mrt 1985", "maart 1985"),
    ("1985", "1985"),
    ("onbekend", "onbekend"),
)


def test_geboortedatum(toneel: Toneel) -> None:
    programma = toneel.start_aangemeld(toneel.oefenkluis())
    nieuwe_aanmelding(toneel)
    veld = "betrokkene_1_geboortedatum"
    toneel.klik(veld)
    toneel.toets("BackSpace", "Delete", "ctrl+c", "Tab")
    assert toneel.wacht_op(veld).tekst == ""
    for getypt, staat in GEBOORTEDATUMS:
        _typ_en_weiger(toneel, veld, getypt, staat)
    toneel.typ("T. Testpersoon", op="betrokkene_1_naam")
    toneel.sluit_venster()
    assert programma.einde() == "0"


def _typ_en_weiger(toneel: Toneel, veld: str, getypt: str, staat: str) -> None:
    """What is understood stands there, and is there still after something else was refused."""
    toneel.klik(veld)
    toneel.toets("ctrl+a")
    toneel.typ(getypt)
    toneel.toets("Tab")
    toneel.wacht_op(veld, tekst=f"^{staat}$")
    toneel.klik(veld)
    toneel.toets("ctrl+a")
    toneel.typ("31-2-2026")
    toneel.toets("Tab")
    toneel.wacht_op("=Februari 2026 heeft 28 dagen; dag 31 is er niet.")
    toneel.klik(veld)
    toneel.toets("Escape")
    toneel.wacht_op(veld, tekst=f"^{staat}$")
    toneel.toets("alt+Down")
    toneel.wacht_op("datumkiezer")
    toneel.toets("Escape")
    toneel.wacht_weg("datumkiezer")
    toneel.wacht_op(veld, tekst=f"^{staat}$")


def nieuwe_aanmelding(toneel: Toneel) -> None:
    toneel.ga_naar("casussen_pagina")
    toneel.vraag(kies_tabblad, "casussen_tabs", 1)
    toneel.klik("aanmelding_nieuw_knop")
    toneel.wacht_op("betrokkene_1_geboortedatum")


def keuze(doel: str) -> str:
    veld = blik.zoek(doel)
    return veld.currentText() if isinstance(veld, QComboBox) else ""


def kies_tabblad(doel: str, nummer: int) -> bool:
    tabs = blik.zoek(doel)
    if isinstance(tabs, QTabWidget):
        tabs.setCurrentIndex(nummer)
    return True
