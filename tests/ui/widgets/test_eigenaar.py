"""At the next casus, tafel, point or partij nothing is chosen in the lists yet; at the same one the choice stays."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.pages.tafel.toetstabel import Toetstabel
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.widgets.eigenaar import toont_van
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.legestaat import LegeStaat


def _zelf(regel: str) -> object:
    return regel


KOLOMMEN = (Kolom[str]("wie", "Wie", _zelf),)


class Deel(QWidget):
    """A part with a list of each kind, and a choice."""

    def __init__(self, gereedschap: Gereedschap) -> None:
        super().__init__()
        self.rijen: Toetstabel[str] = Toetstabel("rijen", "Rijen", KOLOMMEN, ouder=self)
        self.lijst: FilterTabel[str] = FilterTabel(
            "lijst", "lijst", KOLOMMEN, leeg=LegeStaat(Icoon.ACTIES, "Leeg", "Leeg"),
            instellingen=gereedschap.instellingen, klembord=gereedschap.klembord, ouder=self,
        )  # fmt: skip
        self.keuze = QComboBox(self)
        self.keuze.addItems(["een", "twee"])
        indeling = QVBoxLayout(self)
        for deel in (self.rijen, self.lijst, self.keuze):
            indeling.addWidget(deel)

    def toon(self, eigenaar: int, regels: tuple[str, ...]) -> bool:
        ander = toont_van(self, eigenaar)
        self.rijen.zet_regels(regels)
        self.lijst.zet_regels(regels)
        return ander


@pytest.fixture
def deel(qtbot: QtBot, gereedschap: Gereedschap) -> Deel:
    gemaakt = Deel(gereedschap)
    qtbot.addWidget(gemaakt)
    with qtbot.waitActive(gemaakt):
        gemaakt.show()
        gemaakt.activateWindow()
    gemaakt.toon(1, ("Een", "Twee", "Drie"))
    gemaakt.rijen.setFocus()
    qtbot.keyClick(gemaakt.rijen, Qt.Key.Key_Down)
    gemaakt.lijst.naar_tabel()
    qtbot.keyClick(gemaakt.lijst.tabel, Qt.Key.Key_Down)
    gemaakt.keuze.setCurrentIndex(1)
    assert (gemaakt.rijen.gekozen(), gemaakt.lijst.gekozen()) == ("Twee", "Twee") or gemaakt.lijst.gekozen()
    gemaakt.keuze.setFocus()
    return gemaakt


def test_bij_dezelfde_blijft_de_keuze(deel: Deel) -> None:
    gekozen = deel.lijst.gekozen()
    assert not deel.toon(1, ("Een", "Twee", "Drie"))
    assert deel.rijen.gekozen() == "Twee"
    assert deel.lijst.gekozen() == gekozen


def test_bij_een_ander_is_niets_gekozen_en_niets_gefilterd(qtbot: QtBot, deel: Deel) -> None:
    qtbot.keyClicks(deel.lijst.zoek_veld, "Twee")
    assert deel.toon(2, ("Vier", "Vijf", "Zes"))
    assert deel.rijen.gekozen() == "Vier", "the first, as at every opening"
    assert deel.lijst.gekozen() is None
    assert deel.lijst.alle_gekozen() == ()
    assert deel.lijst.zoek_veld.text() == ""
    assert deel.lijst.filter.rowCount() == 3
    assert deel.keuze.currentText() == "twee", "a combo box is no list of rows"


def test_een_gelijke_regel_van_een_ander_is_niet_gekozen(deel: Deel) -> None:
    deel.toon(2, ("Een", "Twee", "Drie"))
    assert deel.lijst.gekozen() is None
