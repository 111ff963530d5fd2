"""What is still needed, with the rule behind it: once per rule, with the keyboard, and without losing one's place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zvh_desktop.services.regelboek.uitleg import Aandachtspunt
from zvh_desktop.ui.toegankelijkheid import bevindingen
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import Thema
from zvh_desktop.ui.widgets.aandachtslijst import Aandachtslijst
from zvh_desktop.ui.widgets.aandachtsregel import Aandachtsregel

EEN = Aandachtspunt("Vul een doel in (art. 99.1).", "doel", "art. 99.1", "Het doel staat vooraf vast.")
NOG_EEN = Aandachtspunt("Vul nog een doel in (art. 99.1).", "doel", "art. 99.1", "Het doel staat vooraf vast.")
TWEE = Aandachtspunt("Leg een besluit vast (art. 99.2).", "besluit", "art. 99.2", "Er is een besluit per casus.")
LOS = Aandachtspunt("Er staat nog geen casus op de agenda.")


def toon(qtbot, lijst: QWidget) -> QWidget:
    """In a window, as wide as a page."""
    venster = QWidget()
    qtbot.addWidget(venster)
    indeling = QVBoxLayout(venster)
    indeling.addWidget(lijst)
    indeling.addStretch()
    venster.resize(900, 400)
    with qtbot.waitExposed(venster):
        venster.show()
    return venster


def aangeboden(lijst: Aandachtslijst) -> list[tuple[str, str]]:
    """Each line at which a rule can be read, with the name of its button."""
    return [
        (regel.tekst(), regel.regel_knop.accessibleName())
        for regel in lijst.regels()
        if regel.regel_knop.isVisibleTo(lijst)
    ]


def test_elke_regel_wordt_een_keer_aangeboden_met_zijn_artikel_in_de_naam(qtbot, thema: Thema) -> None:
    lijst = Aandachtslijst(kop="Nog nodig:")
    venster = toon(qtbot, lijst)
    assert lijst.isHidden()
    lijst.zet((LOS, EEN, NOG_EEN, TWEE))
    assert [regel.tekst() for regel in lijst.regels()] == ["Nog nodig:", LOS.zin, EEN.zin, NOG_EEN.zin, TWEE.zin]
    assert aangeboden(lijst) == [
        (EEN.zin, "Wat zegt de regel? (art. 99.1)"),
        (TWEE.zin, "Wat zegt de regel? (art. 99.2)"),
    ]
    assert lijst.accessibleName() == " ".join((LOS.zin, EEN.zin, NOG_EEN.zin, TWEE.zin))
    assert bevindingen(venster) == []
    lijst.zet(())
    assert lijst.isHidden()


def test_toetsenbord_opent_de_tekst_en_vouwt_die_weer_weg(qtbot, thema: Thema) -> None:
    lijst = Aandachtslijst(kop="Nog nodig:")
    venster = toon(qtbot, lijst)
    lijst.zet((EEN, TWEE))
    _, een, twee = lijst.regels()
    een.regel_knop.setFocus()
    qtbot.keyClick(een.regel_knop, Qt.Key.Key_Tab)
    assert venster.focusWidget() is twee.regel_knop
    qtbot.keyClick(twee.regel_knop, Qt.Key.Key_Space)
    assert twee.regeltekst.text() == "De regel (art. 99.2): Er is een besluit per casus."
    assert twee.regeltekst.isVisibleTo(lijst)
    assert twee.regel_knop.accessibleDescription() == twee.regeltekst.text()
    assert not een.regeltekst.isVisibleTo(lijst)
    assert bevindingen(venster) == []
    qtbot.keyClick(twee.regel_knop, Qt.Key.Key_Space)
    assert not twee.regeltekst.isVisibleTo(lijst)
    assert twee.regel_knop.accessibleDescription() == ""


def test_wie_leest_houdt_de_tekst_en_het_toetsenbord_als_de_lijst_korter_wordt(qtbot, thema: Thema) -> None:
    lijst = Aandachtslijst(kop="Nog nodig:")
    venster = toon(qtbot, lijst)
    lijst.zet((EEN, NOG_EEN, TWEE))
    knop = lijst.regels()[3].regel_knop
    knop.setFocus()
    knop.click()
    lijst.zet((NOG_EEN, TWEE))
    nieuw = lijst.regels()[2]
    assert (nieuw.tekst(), nieuw.regeltekst.text()) == (TWEE.zin, "De regel (art. 99.2): Er is een besluit per casus.")
    assert venster.focusWidget() is nieuw.regel_knop
    assert aangeboden(lijst)[0][0] == NOG_EEN.zin
    lijst.zet((LOS,))
    assert aangeboden(lijst) == []


def test_boven_een_tabel_een_regel_die_de_rest_opent(qtbot, thema: Thema) -> None:
    lijst = Aandachtslijst(alles_in_orde="Alles is ingevuld.")
    venster = toon(qtbot, lijst)
    assert [regel.tekst() for regel in lijst.regels()] == ["Alles is ingevuld."]
    assert not lijst.meer_knop.isVisibleTo(lijst)
    lijst.zet((EEN,), (TWEE, LOS))
    assert aangeboden(lijst) == [(EEN.zin, "Wat zegt de regel? (art. 99.1)")]
    assert lijst.meer_knop.accessibleName() == "Nog 2 aandachtspunten tonen"
    assert bevindingen(venster) == []
    lijst.meer_knop.click()
    assert [tekst for tekst, _ in aangeboden(lijst)] == [EEN.zin, TWEE.zin]
    assert lijst.zinnen() == (EEN.zin, TWEE.zin, LOS.zin)
    assert bevindingen(venster) == []


def test_kop_kan_zelf_op_een_regel_rusten(qtbot, thema: Thema) -> None:
    lijst = Aandachtslijst(kop="Nog nodig:")
    venster = toon(qtbot, lijst)
    lijst.zet((LOS,), kop=EEN)
    assert aangeboden(lijst) == [(EEN.zin, "Wat zegt de regel? (art. 99.1)")]
    lijst.zet((LOS,))
    assert lijst.regels()[0].tekst() == "Nog nodig:"
    assert bevindingen(venster) == []


def test_knop_staat_vlak_achter_de_zin_en_een_lange_zin_breekt_af(qtbot, thema: Thema) -> None:
    regel = Aandachtsregel()
    venster = toon(qtbot, regel)
    regel.zet(EEN, Icoon.INFO)
    assert bevindingen(venster) == []
    assert regel.regel_knop.x() < regel.width() // 2
    lang = Aandachtspunt("Vul bij casus 2026-0001 het doel in. " * 8, EEN.regel, EEN.artikel, EEN.regeltekst)
    regel.zet(lang, Icoon.INFO)
    qtbot.waitUntil(lambda: bevindingen(venster) == [])
    assert regel.regel_knop.geometry().right() <= regel.width()
    regel.zet(None)
    assert not regel.regel_knop.isVisibleTo(regel)
    assert regel.tekst() == ""
