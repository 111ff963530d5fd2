"""A row that the program chooses is the only one, also while Ctrl is down: what came here was a key with Ctrl."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from zvh_desktop.ui.toetsenbord.rijkeuze import kies_rij
from zvh_desktop.ui.widgets.tabellen.rijentabel import Rijentabel, zet_rijgedrag


@pytest.fixture
def tabel(qtbot: QtBot) -> Iterator[Rijentabel]:
    """With Ctrl down, as the window system says it."""
    tabel = Rijentabel()
    qtbot.addWidget(tabel)
    model: QAbstractItemModel = QStringListModel(["een", "twee", "drie"], tabel)
    tabel.setModel(model)
    zet_rijgedrag(tabel)
    with qtbot.waitActive(tabel):
        tabel.show()
    QTest.keyPress(tabel.windowHandle(), Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.keyboardModifiers() == Qt.KeyboardModifier.ControlModifier
    yield tabel
    QTest.keyRelease(tabel.windowHandle(), Qt.Key.Key_Control)


def gekozen(tabel: QTableView) -> list[int]:
    return [index.row() for index in tabel.selectionModel().selectedRows()]


def test_een_andere_rij_komt_niet_bij_wat_gekozen_was(tabel: Rijentabel) -> None:
    for rij in (0, 2, 2, 1):
        kies_rij(tabel, tabel.model().index(rij, 0))
        assert (gekozen(tabel), tabel.currentIndex().row()) == ([rij], rij)


def test_met_het_toetsenbord_in_de_lijst_is_er_een_rij_gekozen(tabel: Rijentabel) -> None:
    tabel.clearSelection()
    tabel.kies_iets()
    assert gekozen(tabel) == [0]
