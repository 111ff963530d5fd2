"""Ctrl+Z in a field that shows one point after another takes back what was typed at this point."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from zvh_desktop.ui.widgets.velden.eerdere_teksten import MEESTE, EerdereTeksten
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld

CTRL = Qt.KeyboardModifier.ControlModifier


def _veld(qtbot: QtBot) -> tuple[Tekstveld, dict[str, str]]:
    veld, kluis = Tekstveld("Beeld"), {"een": "", "twee": "bij twee"}
    qtbot.addWidget(veld)
    veld.tekst_bewaren.connect(lambda tekst: kluis.__setitem__("een", tekst))
    veld.laad("", "een")
    veld.show()
    veld.setFocus()
    return veld, kluis


def test_terug_naar_een_punt_en_dan_nog_ongedaan(qtbot: QtBot) -> None:
    veld, kluis = _veld(qtbot)
    for stuk in ("eerst ", "daarna"):
        qtbot.keyClicks(veld, stuk)
        veld.bewaar_nu()
    veld.laad(kluis["twee"], "twee")
    veld.laad(kluis["een"], "een")
    qtbot.keyClick(veld, Qt.Key.Key_Z, CTRL)
    assert veld.toPlainText() == "eerst "
    veld.bewaar_nu()
    assert kluis["een"] == "eerst "
    qtbot.keyClick(veld, Qt.Key.Key_Z, CTRL)
    assert veld.toPlainText() == ""
    qtbot.keyClick(veld, Qt.Key.Key_Z, CTRL)
    assert veld.toPlainText() == ""
    for verwacht in ("eerst ", "eerst daarna", "eerst daarna"):
        qtbot.keyClick(veld, Qt.Key.Key_Y, CTRL)
        assert veld.toPlainText() == verwacht


def test_wat_hier_ongedaan_is_gemaakt_komt_niet_terug_als_het_vorige(qtbot: QtBot) -> None:
    veld, _ = _veld(qtbot)
    qtbot.keyClicks(veld, "weg")
    veld.bewaar_nu()
    qtbot.keyClick(veld, Qt.Key.Key_Z, CTRL)
    veld.bewaar_nu()
    qtbot.keyClick(veld, Qt.Key.Key_Z, CTRL)
    assert veld.toPlainText() == ""


def test_een_ander_punt_krijgt_niets_van_het_eerste(qtbot: QtBot) -> None:
    veld, kluis = _veld(qtbot)
    qtbot.keyClicks(veld, "van een")
    veld.bewaar_nu()
    veld.laad(kluis["twee"], "twee")
    qtbot.keyClick(veld, Qt.Key.Key_Z, CTRL)
    assert veld.toPlainText() == "bij twee"


def test_wat_alleen_gelezen_kan_worden_gaat_niet_terug(qtbot: QtBot) -> None:
    veld, kluis = _veld(qtbot)
    qtbot.keyClicks(veld, "vast")
    veld.bewaar_nu()
    veld.laad(kluis["twee"], "twee")
    veld.laad(kluis["een"], "een")
    veld.setReadOnly(True)
    qtbot.keyClick(veld, Qt.Key.Key_Z, CTRL)
    assert veld.toPlainText() == "vast"


def test_na_het_slot_is_er_niets_meer(qtbot: QtBot) -> None:
    veld, _ = _veld(qtbot)
    qtbot.keyClicks(veld, "geheim")
    veld.bewaar_nu()
    veld.maak_leeg()
    veld.laad("x", "een")
    qtbot.keyClick(veld, Qt.Key.Key_Z, CTRL)
    assert veld.toPlainText() == "x"


def test_er_wordt_niet_eindeloos_onthouden() -> None:
    teksten = EerdereTeksten()
    for nummer in range(MEESTE + 10):
        teksten.bewaard(str(nummer))
    teksten.toon(None)
    terug = list(iter(lambda: teksten.terug("nu"), None))
    assert len(terug) == MEESTE
    assert terug[0] == str(MEESTE + 9)
