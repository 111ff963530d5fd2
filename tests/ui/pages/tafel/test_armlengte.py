"""At arm's length and by touch: nothing smaller than a fingertip, nothing cut off, and back to how it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QStyle,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tafelkluis import WACHTWOORD, ProefKlok, Tafelkluis

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.aan_tafel.aan_tafel import AanTafel
from zvh_desktop.ui.pages.tafel.aan_tafel.armlengte import VINGER
from zvh_desktop.ui.pages.tafel.toetstabel import Toetstabel
from zvh_desktop.ui.toegankelijkheid import bevindingen

RAAKBAAR = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox)


@pytest.fixture
def stap(
    qtbot: QtBot, regie: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis, klok: ProefKlok
) -> AanTafel:
    regie.bevestig(WACHTWOORD)
    regie.agenda.geef_akkoord(tafelkluis.overleg)
    klok.verder(dagen=14)
    gemaakt = AanTafel(regie, tafelgereedschap)
    qtbot.addWidget(gemaakt)
    gemaakt.resize(1140, 590)  # what the window of 1366x768 leaves for a step
    with qtbot.waitActive(gemaakt):
        gemaakt.show()
        gemaakt.activateWindow()
    gemaakt.toon_tafel(tafelkluis.overleg)
    gemaakt.volgende()
    return gemaakt


def te_klein(stap: AanTafel) -> list[str]:
    """What can be pressed and is smaller than a fingertip; what Qt makes within a field is part of that field."""
    klein = []
    for deel in stap.findChildren(QWidget):
        ouder = deel.parentWidget()
        binnenin = deel.objectName().startswith("qt_") or isinstance(ouder, (*RAAKBAAR, Toetstabel))
        if (
            isinstance(deel, RAAKBAAR)
            and deel.isVisible()
            and not binnenin
            and min(deel.width(), deel.height()) < VINGER
        ):
            klein.append(f"{deel.objectName()} {deel.width()}x{deel.height()}")
    tabellen = [tabel for tabel in stap.findChildren(Toetstabel) if tabel.isVisible()]
    klein += [tabel.objectName() for tabel in tabellen if tabel.verticalHeader().defaultSectionSize() < VINGER]
    return klein


def maten(stap: AanTafel) -> dict[str, tuple[int, int]]:
    return {
        deel.objectName(): (deel.minimumWidth(), deel.minimumHeight())
        for deel in stap.findChildren(QAbstractButton)
        if deel.objectName() and not deel.objectName().startswith("qt_")
    }


def test_alles_is_te_raken_voor_en_na_de_start(qtbot: QtBot, stap: AanTafel) -> None:
    assert te_klein(stap)
    qtbot.keyClick(stap, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: te_klein(stap) == [])
    qtbot.waitUntil(lambda: bevindingen(stap) == [])
    stap.start()
    QApplication.processEvents()
    qtbot.waitUntil(lambda: te_klein(stap) == [])
    qtbot.waitUntil(lambda: bevindingen(stap) == [])
    next(iter(stap.verslag.besluitknoppen.knoppen.values())).click()
    qtbot.waitUntil(lambda: te_klein(stap) == [])


def test_de_letter_groeit_mee_en_gaat_terug(qtbot: QtBot, stap: AanTafel) -> None:
    letters, was = stap.font().pointSizeF(), maten(stap)
    kop, rij = stap.wisseling.kop.font().pointSizeF(), stap.verslag.aanwezigen.verticalHeader().defaultSectionSize()
    qtbot.keyClick(stap, Qt.Key.Key_F7)
    assert stap.font().pointSizeF() > letters
    assert stap.wisseling.kop.font().pointSizeF() > kop
    assert stap.wisseling.aan_tafel.font().pointSizeF() > letters
    qtbot.keyClick(stap, Qt.Key.Key_F7)
    assert stap.font().pointSizeF() == letters
    assert stap.wisseling.kop.font().pointSizeF() == kop
    assert stap.verslag.aanwezigen.verticalHeader().defaultSectionSize() == rij
    assert maten(stap) == was


def test_deze_computer_onthoudt_het(
    qtbot: QtBot, stap: AanTafel, regie: Diensten, tafelgereedschap: Gereedschap
) -> None:
    qtbot.keyClick(stap, Qt.Key.Key_F7)
    ander = AanTafel(regie, tafelgereedschap)
    qtbot.addWidget(ander)
    assert ander.dagbalk.groot()
    assert ander.font().pointSizeF() == stap.font().pointSizeF()


def test_een_vinkje_is_over_zijn_hele_vlak_te_raken(qtbot: QtBot, stap: AanTafel) -> None:
    qtbot.keyClick(stap, Qt.Key.Key_F7)
    stap.start()
    vak = stap.geheim.vak
    aan = vak.isChecked()
    breed = vak.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth)
    qtbot.mouseClick(vak, Qt.MouseButton.LeftButton, pos=vak.rect().center())
    assert breed < vak.width()
    assert stap.geheim.vak.isChecked() != aan
