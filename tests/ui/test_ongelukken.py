"""The looks that the walk through every house takes, each on a window with the fault in it that it is there for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from ongelukken import Ongelukken
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QTextBrowser, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from ui_hulp import NepMeldingen

from zvh_desktop.ui.toetsenbord.veldtoetsen import Veldtoetsen
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld


class RechtsOokKnop(QPushButton):
    """Takes every button of the mouse."""

    def mousePressEvent(self, gebeurtenis: QMouseEvent) -> None:
        self.setText("Weg ermee")


class MenuDoetHet(QCheckBox):
    """Does something when a menu is asked for."""

    def contextMenuEvent(self, gebeurtenis: QContextMenuEvent) -> None:
        self.toggle()


class Groeiletter(QLabel):
    """Grows under the wheel."""

    def wheelEvent(self, gebeurtenis: QWheelEvent) -> None:
        letter = self.font()
        letter.setPointSizeF(letter.pointSizeF() + 1)
        self.setFont(letter)


class Doof(QPushButton):
    """Shows a letter that is not the one it answers to."""

    def __init__(self) -> None:
        super().__init__("&Opslaan")
        self.setShortcut("Alt+K")


def dubbel() -> list[QWidget]:
    return [QPushButton("&Bewaar"), QPushButton("&Bellen")]


def gewone_keuze() -> list[QWidget]:
    keuze = QComboBox()
    keuze.addItems(["een", "twee", "drie"])
    keuze.setCurrentIndex(1)
    return [keuze]


def bladeraar() -> list[QWidget]:
    """Nobody can type in it, and still the wheel with Ctrl makes its letters larger."""
    return [QTextBrowser()]


def verkeerd_label() -> list[QWidget]:
    """The field has given the keyboard to another."""
    label, veld, ander = QLabel("&Naam"), QLineEdit(), QLineEdit()
    label.setBuddy(veld)
    veld.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return [ander, label, veld]


def uitgezet() -> list[QWidget]:
    knop = QPushButton("&Versturen")
    knop.setEnabled(False)
    return [QLineEdit(), knop]


def goed() -> list[QWidget]:
    keuze = Keuzeveld()
    keuze.addItems(["een", "twee"])
    label, veld = QLabel("&Naam"), QLineEdit()
    label.setBuddy(veld)
    return [QPushButton("&Bewaar"), keuze, label, veld, QCheckBox("&Klaar")]


@pytest.mark.parametrize(
    ("maak", "fout"),
    [
        (dubbel, "Alt+B van meer: &Bewaar / &Bellen"),
        (lambda: [Doof()], "Alt+O bereikt"),
        (verkeerd_label, "Alt+N van '&Naam' brengt het toetsenbord naar"),
        (uitgezet, "Alt+V typt iets in QLineEdit"),
        (gewone_keuze, "het wiel verandert iets op QComboBox"),
        (bladeraar, "het wiel verandert iets op QTextBrowser"),
        (lambda: [Groeiletter("a")], "het wiel verandert iets op Groeiletter"),
        (lambda: [RechtsOokKnop("Weg")], "een rechtermuisklik op een van"),
        (lambda: [MenuDoetHet("Klaar")], "een rechtermuisklik op een van"),
    ],
)
def test_elke_fout_wordt_gezien(
    qtbot: QtBot, meldingen: NepMeldingen, maak: Callable[[], list[QWidget]], fout: str
) -> None:
    venster = _venster(qtbot, maak())
    gevonden = Ongelukken(qtbot, meldingen, [])(venster)
    assert any(een.startswith(fout) for een in gevonden), gevonden


def test_wat_goed_is_geeft_geen_fout(qtbot: QtBot, meldingen: NepMeldingen) -> None:
    venster = _venster(qtbot, goed())
    Veldtoetsen(venster)
    ongelukken = Ongelukken(qtbot, meldingen, [])
    assert ongelukken(venster) == []
    assert min(ongelukken.geteld.values()) > 0
    geteld = dict(ongelukken.geteld)
    assert ongelukken(venster) == []
    assert ongelukken.geteld == geteld, "what was tried is not tried again"


def _venster(qtbot: QtBot, delen: list[QWidget]) -> QWidget:
    venster = QWidget()
    qtbot.addWidget(venster)
    indeling = QVBoxLayout(venster)
    for deel in delen:
        indeling.addWidget(deel)
    venster.resize(300, 300)
    venster.show()
    qtbot.waitExposed(venster)
    return venster
