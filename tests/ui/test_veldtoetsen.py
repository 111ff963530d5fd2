"""Doing again in a field that is typed in: by either key, and never what the page around the field did."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from zvh_desktop.ui.toetsenbord.sneltoetsen import opnieuw_toets
from zvh_desktop.ui.toetsenbord.veldtoetsen import Veldtoetsen

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(("toets", "met"), [(Qt.Key.Key_Y, CTRL), (Qt.Key.Key_Z, CTRL | SHIFT)])
@pytest.mark.parametrize("soort", [QLineEdit, QPlainTextEdit, QTextEdit])
def test_het_veld_doet_zijn_eigen_typen_opnieuw(
    qtbot: QtBot, qapp: QApplication, soort: type[QLineEdit | QPlainTextEdit | QTextEdit], toets: Qt.Key, met: object
) -> None:
    pagina = QWidget()
    qtbot.addWidget(pagina)
    veld = soort(pagina)
    QVBoxLayout(pagina).addWidget(veld)
    gedaan: list[str] = []
    opnieuw = opnieuw_toets(pagina)
    opnieuw.activated.connect(lambda: gedaan.append("pagina"))
    filter_ = Veldtoetsen(pagina)
    qapp.installEventFilter(filter_)
    with qtbot.waitActive(pagina):
        pagina.show()
    veld.setFocus()
    tekst = veld.text if isinstance(veld, QLineEdit) else veld.toPlainText
    qtbot.keyClicks(veld, "afspraak")
    qtbot.keyClick(veld, Qt.Key.Key_Z, CTRL)
    assert tekst() == ""
    qtbot.keyClick(veld, toets, met)
    assert tekst() == "afspraak"
    qtbot.keyClick(veld, toets, met)
    assert (tekst(), gedaan) == ("afspraak", [])
    veld.setReadOnly(True)
    qtbot.keyClick(veld, toets, met)
    assert gedaan == ["pagina"], "where nothing is typed the key is the page's"
    qapp.removeEventFilter(filter_)
