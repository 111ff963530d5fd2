"""Dates and times typed in a real window: what is understood, what is refused, and what the wheel leaves alone."""

from __future__ import annotations

import blik
from PySide6.QtGui import QGuiApplication
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


DATUMS = (
    ("1.3.85", "^vr 1 maart 1985$"),
    ("01 03 1985", "^vr 1 maart 1985$"),
    ("29-2-2028", "^di 29 februari 2028$"),
    ("di week 50 2026", "^di 8 december 2026$"),
    ("overmorgen", "^(ma|di|wo|do|vr|za|zo) "),
    ("ma", "^ma "),
    ("a.s. vrijdag", "^vr "),
    ("-3", "^(ma|di|wo|do|vr|za|zo) "),
    ("over twee weken", "^(ma|di|wo|do|vr|za|zo) "),
)
GEPLAKTE_DATUMS = (
    ("\u00a01-3-2027\u00a0", "ma 1 maart 2027"),
    ("\u200e2-3-2027\r\n", "di 2 maart 2027"),
    ("３－３－２０２７", "wo 3 maart 2027"),
    ("4 maart\n2027", "do 4 maart 2027"),
)
GEEN_DATUMS = (
    ("31-2-2026", "Februari 2026 heeft 28 dagen; dag 31 is er niet."),
    ("29-2-2027", "Februari 2027 heeft 28 dagen; dag 29 is er niet."),
    ("volgende week", "Zet de week en de dag erbij, bijvoorbeeld: volgende week dinsdag."),
    ("15", "Zet de maand erbij, bijvoorbeeld 15-12 of 15 december."),
    ("15-12-2026 9:30", "Hier staat ook een tijd bij. Vul alleen de dag in."),
    ("snel", "Deze datum is niet te lezen. Schrijf bijvoorbeeld 1-3-2027, 1 maart 2027, morgen of +7."),
)
TIJDEN = (("9 uur", "09:00"), ("12u", "12:00"), ("23:59", "23:59"), ("00:00", "00:00"), ("9 30", "09:30"))
GEEN_TIJDEN = (
    ("half tien", "Deze tijd is niet te lezen. Schrijf bijvoorbeeld 9:00, 9.15, 9u30 of 0900."),
    ("9:5", "Schrijf de minuten met twee cijfers, bijvoorbeeld 9:05."),
    ("9:75", "Minuut 75 bestaat niet: een uur heeft 60 minuten."),
    ("24:00", "Uur 24 bestaat niet: een dag loopt van 0:00 tot en met 23:59."),
)


def test_elke_schrijfwijze_getypt_en_geplakt(toneel: Toneel) -> None:
    programma = toneel.start_aangemeld(toneel.oefenkluis())
    toneel.ga_naar("tafels_pagina")
    toneel.klik("tafel_plannen_knop")
    toneel.wacht_op("tafeldialoog")
    datum, begin = "tafeldialoog > datum", "tafeldialoog > tafel_begin"
    for getypt, patroon in DATUMS:
        _vervang(toneel, datum, getypt)
        toneel.toets("Tab")
        toneel.wacht_op(datum, tekst=patroon)
    for geplakt, staat in GEPLAKTE_DATUMS:
        toneel.vraag(zet_op_klembord, geplakt)
        _vervang(toneel, datum, "")
        toneel.toets("ctrl+v", "Tab")
        toneel.wacht_op(datum, tekst=f"^{staat}$")
    for getypt, staat in TIJDEN:
        _vervang(toneel, begin, getypt)
        toneel.toets("Tab")
        toneel.wacht_op(begin, tekst=f"^{staat}$")
    _weigert_en_haalt_terug(toneel, datum, "do 4 maart 2027", GEEN_DATUMS)
    _weigert_en_haalt_terug(toneel, begin, "09:30", GEEN_TIJDEN)
    toneel.toets("Escape", "Escape")
    toneel.wacht_weg("tafeldialoog")
    toneel.sluit_venster()
    assert programma.einde() == "0"


def _vervang(toneel: Toneel, veld: str, getypt: str) -> None:
    toneel.klik(veld)
    toneel.toets("ctrl+a")
    toneel.typ(getypt)


def _weigert_en_haalt_terug(toneel: Toneel, veld: str, stond: str, gevallen: tuple[tuple[str, str], ...]) -> None:
    """What cannot be read stays as it was typed, with its sentence; Escape brings back what stood there."""
    for getypt, zin in gevallen:
        _vervang(toneel, veld, getypt)
        toneel.toets("Tab")
        toneel.wacht_op(f"tafeldialoog > ={zin}")
        assert toneel.wacht_op(veld).tekst == getypt
        toneel.klik(veld)
        toneel.toets("Escape")
        toneel.wacht_op(veld, tekst=f"^{stond}$")
        toneel.wacht_weg(f"tafeldialoog > ={zin}")


GEBOORTEDATUMS = (
    ("1-3-85", "vr 1 maart 1985"),
    ("mrt 1985", "maart 1985"),
    ("1985", "1985"),
    ("00-03-1985", "maart 1985"),
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


def zet_op_klembord(tekst: str) -> bool:
    """As if this was copied in another program."""
    QGuiApplication.clipboard().setText(tekst)
    return True


def keuze(doel: str) -> str:
    veld = blik.zoek(doel)
    return veld.currentText() if isinstance(veld, QComboBox) else ""


def kies_tabblad(doel: str, nummer: int) -> bool:
    tabs = blik.zoek(doel)
    if isinstance(tabs, QTabWidget):
        tabs.setCurrentIndex(nummer)
    return True
