"""Enter in a dialog presses the button that has the keys, and the main one only where no button has them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from zvh_desktop.ui.uiterlijk.doelen import Balkknop, Dialoogknoppen, Drukknop, Invoerregel
from zvh_desktop.ui.widgets.knoppen import knop


class Proefdialoog(QDialog):
    """A field, a button of each kind, and the row below it; what was pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.gedrukt: list[str] = []
        self.veld = Invoerregel(self)
        self.druk: Drukknop | QWidget = knop("druk", "Leg vast", self)
        self.balk = Balkknop(self)
        rij = Dialoogknoppen(self)
        self.verder = rij.maak("Verder", QDialogButtonBox.ButtonRole.AcceptRole)
        self.later = rij.maak("Later", QDialogButtonBox.ButtonRole.RejectRole)
        indeling = QVBoxLayout(self)
        for deel in (self.veld, self.druk, self.balk, rij):
            indeling.addWidget(deel)
        for naam in ("druk", "balk", "verder", "later"):
            getattr(self, naam).clicked.connect(lambda _aan=False, naam=naam: self.gedrukt.append(naam))


@pytest.fixture
def dialoog(qtbot: QtBot) -> Proefdialoog:
    dialoog = Proefdialoog()
    qtbot.addWidget(dialoog)
    with qtbot.waitActive(dialoog):
        dialoog.show()
        dialoog.activateWindow()
    return dialoog


@pytest.mark.parametrize("toets", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize(
    ("waar", "drukt"),
    [("veld", "verder"), ("druk", "druk"), ("balk", "balk"), ("later", "later"), ("verder", "verder")],
)
def test_enter_drukt_op_de_knop_die_de_toetsen_heeft(
    qtbot: QtBot, dialoog: Proefdialoog, waar: str, drukt: str, toets: Qt.Key
) -> None:
    qtbot.keyClick(getattr(dialoog, waar), toets)
    assert dialoog.gedrukt == [drukt]


def test_wie_enter_ingedrukt_houdt_drukt_niet_nog_eens(dialoog: Proefdialoog) -> None:
    nog_eens = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "", autorep=True, count=1
    )
    QApplication.sendEvent(dialoog.druk, nog_eens)
    assert dialoog.gedrukt == []


def test_ctrl_enter_blijft_van_de_dialoog(qtbot: QtBot, dialoog: Proefdialoog) -> None:
    qtbot.keyClick(dialoog.druk, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialoog.gedrukt == []
