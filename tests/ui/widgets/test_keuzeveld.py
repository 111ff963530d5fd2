"""Choosing from thirty: any part of a name, folded, and what is typed afterwards goes where it belongs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld

NAMEN = (
    "Kies een partij",
    "Politie Oost",
    "Gemeente Hengelo",
    "Gemeente Enschede",
    "Reclassering Enschede",
    "Stichting Café Überzicht",
)


@pytest.fixture
def veld(qtbot: QtBot) -> Keuzeveld:
    vlak = QWidget()
    qtbot.addWidget(vlak)
    keuze = Keuzeveld(vlak)
    keuze.addItems(NAMEN)
    regel = QLineEdit(vlak)
    indeling = QVBoxLayout(vlak)
    indeling.addWidget(keuze)
    indeling.addWidget(regel)
    with qtbot.waitActive(vlak):
        vlak.show()
        vlak.activateWindow()
    keuze.setFocus()
    return keuze


@pytest.mark.parametrize(
    ("getypt", "gekozen"),
    [
        ("ens", "Gemeente Enschede"),
        ("gemeente ens", "Gemeente Enschede"),
        ("rec", "Reclassering Enschede"),
        ("ens rec", "Reclassering Enschede"),
        ("uber", "Stichting Café Überzicht"),
        ("CAFE", "Stichting Café Überzicht"),
        ("pol", "Politie Oost"),
        ("polx", "Politie Oost"),
    ],
)
def test_elk_deel_van_de_naam(qtbot: QtBot, veld: Keuzeveld, getypt: str, gekozen: str) -> None:
    qtbot.keyClicks(veld, getypt)
    assert veld.currentText() == gekozen


def test_het_meldt_zich_als_gekozen(qtbot: QtBot, veld: Keuzeveld) -> None:
    with qtbot.waitSignal(veld.activated) as gemeld:
        qtbot.keyClicks(veld, "heng")
    assert gemeld.args == [NAMEN.index("Gemeente Hengelo")]


def test_wat_daarna_komt_is_voor_het_volgende_veld(qtbot: QtBot, veld: Keuzeveld) -> None:
    qtbot.keyClicks(veld, "heng")
    qtbot.keyClick(veld, Qt.Key.Key_Tab)
    volgend = QApplication.focusWidget()
    assert isinstance(volgend, QLineEdit)
    qtbot.keyClicks(volgend, "vraag")
    assert volgend.text() == "vraag"
    assert veld.currentText() == "Gemeente Hengelo"


def test_dezelfde_letter_gaat_naar_de_volgende(qtbot: QtBot, veld: Keuzeveld) -> None:
    qtbot.keyClick(veld, "g")
    assert veld.currentText() == "Gemeente Hengelo"
    veld._sinds.invalidate()
    qtbot.keyClick(veld, "g")
    assert veld.currentText() == "Gemeente Enschede"


def test_ook_in_de_open_lijst(qtbot: QtBot, veld: Keuzeveld) -> None:
    veld.showPopup()
    qtbot.keyClicks(veld.view(), "gemeente ens")
    assert veld.view().currentIndex().data() == "Gemeente Enschede"
    qtbot.keyClick(veld.view(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: veld.currentText() == "Gemeente Enschede")


def test_spatie_opent_de_lijst_nog(qtbot: QtBot, veld: Keuzeveld) -> None:
    qtbot.keyClick(veld, Qt.Key.Key_Space)
    assert veld.view().isVisible()
    veld.hidePopup()
