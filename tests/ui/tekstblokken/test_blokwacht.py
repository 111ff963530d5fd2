"""A block of text in a field by real keys: "/kort" and a space, the list, the way back, and where nothing happens."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.huis.tekstblokken import Blokregel, Ingevuldblok
from zvh_desktop.ui.tekstblokken.blokwacht import Blokwacht
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld

_BLOKKEN = {
    "gesprek": Ingevuldblok("\U0001f600 Er sprak [wie]\nen nog iets.", 11, 16),
    "ok": Ingevuldblok("Akkoord.", 8, 8),
}


class Bron:
    """Two blocks, or a vault that cannot be read."""

    def __init__(self) -> None:
        self.dicht = False
        self.gevraagd: list[str] = []

    def lijst(self) -> tuple[Blokregel, ...]:
        self._eis_open()
        return tuple(Blokregel(kort, een.tekst) for kort, een in _BLOKKEN.items())

    def gevuld(self, kort: str) -> Ingevuldblok | None:
        self.gevraagd.append(kort)
        self._eis_open()
        return _BLOKKEN.get(kort.lower())

    def vul(self, blok: Blokregel) -> Ingevuldblok:
        return _BLOKKEN[blok.kort]

    def _eis_open(self) -> None:
        if self.dicht:
            raise GebruikersFout("De kluis is dicht.")


@pytest.fixture
def bron() -> Bron:
    return Bron()


@pytest.fixture
def veld(qtbot: QtBot, bron: Bron) -> Iterator[Tekstveld]:
    venster = QWidget()
    qtbot.addWidget(venster)
    wacht = Blokwacht(lambda: bron, venster)
    gemaakt = Tekstveld("Beeld", venster)
    venster.show()
    qtbot.waitExposed(venster)
    gemaakt.setFocus()
    qtbot.waitUntil(lambda: gemaakt.uitbreiding is not None)
    yield gemaakt
    wacht.deleteLater()


def test_korte_naam_en_spatie_wordt_de_tekst_met_het_lege_gekozen(qtbot: QtBot, veld: Tekstveld) -> None:
    qtbot.keyClicks(veld, "Ook: /gesprek ")
    assert veld.toPlainText() == "Ook: \U0001f600 Er sprak [wie]\nen nog iets."
    assert veld.textCursor().selectedText() == "[wie]"
    qtbot.keyClicks(veld, "Jan")
    assert "sprak Jan" in veld.toPlainText()


def test_een_stap_terug_geeft_de_korte_naam_weer(qtbot: QtBot, veld: Tekstveld) -> None:
    qtbot.keyClicks(veld, "/ok ")
    assert veld.toPlainText() == "Akkoord."
    veld.undo()
    assert veld.toPlainText() == "/ok"


@pytest.mark.parametrize("getypt", ["1/ok ", "/onbekend ", "/ ", "a/b ", "en/of ", "https://ok ", "/o "])
def test_wat_geen_korte_naam_is_blijft_wat_er_staat(qtbot: QtBot, veld: Tekstveld, getypt: str) -> None:
    qtbot.keyClicks(veld, getypt)
    assert veld.toPlainText() == getypt


def test_zonder_schuine_streep_wordt_er_niets_gelezen(qtbot: QtBot, veld: Tekstveld, bron: Bron) -> None:
    qtbot.keyClicks(veld, "een gewone zin ")
    assert bron.gevraagd == []


def test_een_dichte_kluis_houdt_het_typen_niet_op(qtbot: QtBot, veld: Tekstveld, bron: Bron) -> None:
    bron.dicht = True
    qtbot.keyClicks(veld, "/ok ")
    assert veld.toPlainText() == "/ok "


def _menu(qtbot: QtBot, veld: Tekstveld) -> QMenu:
    qtbot.keyClick(veld, Qt.Key.Key_F8, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_uit_de_lijst_met_de_toets(qtbot: QtBot, veld: Tekstveld) -> None:
    menu = _menu(qtbot, veld)
    assert [actie.text().split()[0] for actie in menu.actions()] == ["/gesprek", "/ok"]
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert veld.toPlainText() == "Akkoord."


def test_de_lijst_zegt_waarom_er_niets_te_kiezen_is(qtbot: QtBot, veld: Tekstveld, bron: Bron) -> None:
    bron.dicht = True
    menu = _menu(qtbot, veld)
    assert [(actie.text(), actie.isEnabled()) for actie in menu.actions()] == [("De kluis is dicht.", False)]
    menu.close()


def test_een_veld_dat_vast_staat_krijgt_niets(qtbot: QtBot, veld: Tekstveld) -> None:
    veld.setReadOnly(True)
    qtbot.keyClicks(veld, "/ok ")
    qtbot.keyClick(veld, Qt.Key.Key_F8, Qt.KeyboardModifier.AltModifier)
    assert veld.toPlainText() == ""
    assert QApplication.activePopupWidget() is None
