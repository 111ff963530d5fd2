"""Widgets go once the signal that is being delivered is over, and not before, whatever opens in the meantime."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from zvh_desktop.ui.na_afloop import gaat_weg, na_afloop, verwijder
from zvh_desktop.ui.toetsenbord.tabvolgorde import zet_tabvolgorde
from zvh_desktop.ui.toetsenbord.toetsplek import Toetsplek, herstel_toetsplek

W = TypeVar("W", bound=QWidget)


class Lijst(QWidget):
    """Rebuilds itself in the click of its own button."""

    herbouwd = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.knoppen: list[QPushButton] = []
        self.binnen = QHBoxLayout()
        QVBoxLayout(self).addLayout(self.binnen)
        self.oude: QPushButton | None = None
        self.stond_nog: list[bool] = []
        self.herbouw()

    def herbouw(self) -> None:
        for knop in self.knoppen:
            verwijder(knop)
        self.knoppen = [self._knop("een"), self._knop("twee")]
        zet_tabvolgorde(self)

    def _knop(self, naam: str) -> QPushButton:
        knop = QPushButton(naam, self)
        knop.setObjectName(naam)
        knop.clicked.connect(self._on_gebruikt)
        self.binnen.addWidget(knop)
        knop.show()  # now, so that it can take the keyboard at once
        return knop

    def _on_gebruikt(self) -> None:
        self.oude = self.knoppen[0]
        self.herbouw()
        self.stond_nog.append(isValid(self.oude))
        lus = QEventLoop()  # as a dialog does that is opened in answer to the click
        QTimer.singleShot(0, lus.quit)
        lus.exec()
        self.stond_nog.append(isValid(self.oude) and self.oude.isVisible())
        self.herbouwd.emit()


def test_een_knop_overleeft_zijn_eigen_klik_ook_als_daarin_een_venster_opengaat(qtbot: QtBot) -> None:
    lijst = _toon(qtbot, Lijst())
    QTimer.singleShot(0, lijst.knoppen[0].click)  # from within the loop, as a click comes
    with qtbot.waitSignal(lijst.herbouwd):
        pass
    assert lijst.stond_nog == [True, True]
    oude = lijst.oude
    assert oude is not None
    qtbot.waitUntil(lambda: not isValid(oude))
    assert [knop.text() for knop in lijst.findChildren(QPushButton)] == ["een", "twee"]


def test_wat_weggaat_staat_in_geen_indeling_en_krijgt_geen_toetsen(qtbot: QtBot) -> None:
    lijst = _toon(qtbot, Lijst())
    lijst.activateWindow()
    qtbot.waitActive(lijst)
    oud = lijst.knoppen[0]
    lijst.herbouw()
    assert gaat_weg(oud)
    assert lijst.binnen.indexOf(oud) < 0
    herstel_toetsplek(lijst, Toetsplek("een"))
    assert lijst.focusWidget() is lijst.knoppen[0]


def test_de_tabvolgorde_wordt_een_keer_gezet_na_afloop(qtbot: QtBot) -> None:
    lijst = _toon(qtbot, Lijst())
    qtbot.waitUntil(lambda: lijst.knoppen[0].nextInFocusChain() is lijst.knoppen[1])
    erbij = QLineEdit(lijst)
    lijst.binnen.insertWidget(1, erbij)
    zet_tabvolgorde(lijst)
    zet_tabvolgorde(lijst)
    assert lijst.knoppen[0].nextInFocusChain() is lijst.knoppen[1]
    qtbot.waitUntil(lambda: lijst.knoppen[0].nextInFocusChain() is erbij)
    assert erbij.nextInFocusChain() is lijst.knoppen[1]


def test_niets_gebeurt_als_het_deel_er_dan_niet_meer_is(qtbot: QtBot) -> None:
    gedaan: list[str] = []
    venster = _toon(qtbot, QWidget())
    deel = QWidget(venster)
    na_afloop(deel, partial(gedaan.append, "te laat"))
    na_afloop(venster, partial(gedaan.append, "op tijd"))
    verwijder(deel)
    qtbot.waitUntil(lambda: not isValid(deel))
    qtbot.waitUntil(lambda: "op tijd" in gedaan)


def _toon(qtbot: QtBot, venster: W) -> W:
    qtbot.addWidget(venster)
    venster.show()
    qtbot.waitExposed(venster)
    return venster
