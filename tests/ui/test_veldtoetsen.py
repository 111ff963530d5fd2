"""Keys in a field that is typed in: doing again by either key, and a letter with Alt types nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from zvh_desktop.ui.toetsenbord.sneltoetsen import opnieuw_toets
from zvh_desktop.ui.toetsenbord.veldtoetsen import Veldtoetsen

ALT = Qt.KeyboardModifier.AltModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(("toets", "met"), [(Qt.Key.Key_Y, CTRL), (Qt.Key.Key_Z, CTRL | SHIFT)])
@pytest.mark.parametrize("soort", [QLineEdit, QPlainTextEdit, QTextEdit])
def test_het_veld_doet_zijn_eigen_typen_opnieuw(
    qtbot: QtBot, soort: type[QLineEdit | QPlainTextEdit | QTextEdit], toets: Qt.Key, met: object
) -> None:
    pagina = QWidget()
    qtbot.addWidget(pagina)
    veld = soort(pagina)
    QVBoxLayout(pagina).addWidget(veld)
    gedaan: list[str] = []
    opnieuw = opnieuw_toets(pagina)
    opnieuw.activated.connect(lambda: gedaan.append("pagina"))
    Veldtoetsen(pagina)
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


def test_een_letter_met_alt_typt_ook_in_een_opengeklapte_lijst_niets(qtbot: QtBot) -> None:
    pagina = QWidget()
    qtbot.addWidget(pagina)
    keuze = QComboBox(pagina)
    keuze.addItems(["Aanpak", "Brief", "Casus"])
    QVBoxLayout(pagina).addWidget(keuze)
    Veldtoetsen(pagina)
    with qtbot.waitActive(pagina):
        pagina.show()
    keuze.setFocus()
    keuze.showPopup()
    lijst = QApplication.focusWidget()
    assert lijst is not None
    assert lijst is not keuze
    qtbot.keyClick(lijst, Qt.Key.Key_C, ALT)
    assert keuze.view().currentIndex().data() == "Aanpak"
    qtbot.keyClick(lijst, Qt.Key.Key_C)
    assert keuze.view().currentIndex().data() == "Casus"
    keuze.hidePopup()


def test_wat_het_toetsenbord_niet_heeft_wordt_niet_bekeken(qtbot: QtBot) -> None:
    """All that happens in a window would go through Python otherwise."""
    gezien: list[QObject] = []

    class Tellend(Veldtoetsen):
        def eventFilter(self, doel: QObject, gebeurtenis: QEvent) -> bool:
            gezien.append(doel)
            return super().eventFilter(doel, gebeurtenis)

    pagina = QWidget()
    qtbot.addWidget(pagina)
    velden = [QLineEdit(pagina), QLineEdit(pagina), QPushButton("Klaar", pagina)]
    indeling = QVBoxLayout(pagina)
    for veld in velden:
        indeling.addWidget(veld)
    Tellend(pagina)
    with qtbot.waitActive(pagina):
        pagina.show()
    for veld in velden:
        veld.setFocus()
        gezien.clear()
        pagina.setStyleSheet("QLineEdit { color: black }")
        QApplication.processEvents()
        assert {een for een in gezien if een is not veld} == set()
    assert gezien == [], "a button types nothing"
