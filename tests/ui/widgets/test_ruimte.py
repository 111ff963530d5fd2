"""Rows, titles and halves that give way when there is little room, instead of asking for more width."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from zvh_desktop.ui.widgets.loopregel import Loopregel
from zvh_desktop.ui.widgets.titelregel import Titelregel
from zvh_desktop.ui.widgets.wijksplitser import Wijksplitser


def test_een_rij_knoppen_gaat_eronder_verder(qtbot: QtBot) -> None:
    vlak = QWidget()
    qtbot.addWidget(vlak)
    rij = Loopregel(tussen=8)
    knoppen = [QPushButton(f"Knop nummer {nummer}", vlak) for nummer in range(4)]
    for knop in knoppen:
        rij.addWidget(knop)
    indeling = QVBoxLayout(vlak)
    indeling.setContentsMargins(0, 0, 0, 0)
    indeling.addLayout(rij)
    indeling.addStretch(1)
    with qtbot.waitExposed(vlak):
        vlak.show()
    vlak.resize(rij.sizeHint().width() + 10, 300)
    qtbot.waitUntil(lambda: len({knop.y() for knop in knoppen}) == 1)
    assert vlak.minimumSizeHint().width() == max(knop.sizeHint().width() for knop in knoppen)
    vlak.resize(2 * knoppen[0].sizeHint().width() + 20, 300)
    qtbot.waitUntil(lambda: [knop.y() for knop in knoppen] == [0, 0, knoppen[2].y(), knoppen[2].y()])
    assert knoppen[2].y() == knoppen[0].height() + 8
    assert all(knop.width() >= knop.sizeHint().width() for knop in knoppen)
    knoppen[0].hide()
    qtbot.waitUntil(lambda: knoppen[1].x() == 0)


def test_een_titel_wordt_korter_en_blijft_geheel_te_lezen(qtbot: QtBot) -> None:
    vlak = QWidget()
    qtbot.addWidget(vlak)
    titel = Titelregel(vlak)
    indeling = QVBoxLayout(vlak)
    indeling.setContentsMargins(0, 0, 0, 0)
    indeling.addWidget(titel)
    lang, korter, kort = "Overleg - dinsdag 15 december, 09:00-12:30, Zaal", "Overleg - dinsdag 15 december", "Overleg"
    titel.zet(lang, korter, kort)
    with qtbot.waitExposed(vlak):
        vlak.show()
    for vorm in (lang, korter, kort):
        vlak.resize(titel.fontMetrics().horizontalAdvance(vorm) + 4, 60)
        qtbot.waitUntil(lambda vorm=vorm: titel.text() == vorm)
        assert titel.toolTip() == titel.accessibleName() == titel.geheel() == lang
    vlak.resize(900, 60)
    qtbot.waitUntil(lambda: titel.text() == lang)
    titel.zet("")
    assert (titel.text(), titel.toolTip(), titel.accessibleName()) == ("", "", "")


def test_twee_helften_gaan_onder_elkaar_als_ze_niet_naast_elkaar_passen(qtbot: QtBot) -> None:
    blad = QWidget()
    qtbot.addWidget(blad)
    splitser = Wijksplitser(blad)
    for _helft in range(2):
        deel = QWidget()
        deel.setMinimumSize(300, 100)
        splitser.addWidget(deel)
    splitser.resize(800, 400)
    with qtbot.waitExposed(blad):
        blad.show()
    splitser.setSizes([450, 340])
    naast = splitser.sizes()
    assert splitser.minimumSizeHint().width() == 300
    splitser.resize(500, 400)
    assert splitser.onder_elkaar()
    assert splitser.orientation() is Qt.Orientation.Vertical
    assert splitser.minimumSizeHint().height() >= 200
    splitser.resize(800, 400)
    assert not splitser.onder_elkaar()
    assert splitser.sizes() == naast
