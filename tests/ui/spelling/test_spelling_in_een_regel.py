"""The same in a field of one line, where Qt itself has no way to draw a part of a line in another way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMenu
from ui_hulp import NepMeldingen

from zvh_desktop.services.spelling.opdracht import opdracht_woordenboek
from zvh_desktop.ui.draden.taken import Taken
from zvh_desktop.ui.instellingen import Instellingen
from zvh_desktop.ui.spelling.regelonderstreper import Regelonderstreper
from zvh_desktop.ui.spelling.spelwacht import Spelwacht
from zvh_desktop.ui.widgets.velden.zinregel import Zinregel


class Woorden:
    """A house without words of its own, beside the real dictionary."""

    def opdracht(self) -> tuple[str, ...]:
        return opdracht_woordenboek()

    def goede_woorden(self) -> frozenset[str]:
        return frozenset()

    def voeg_toe(self, woord: str) -> None:
        raise AssertionError(woord)


@pytest.fixture
def veld(qtbot) -> Zinregel:
    gemaakt = Zinregel()
    gemaakt.setAccessibleName("Onderwerp")
    gemaakt.resize(500, 40)
    qtbot.addWidget(gemaakt)
    gemaakt.show()
    return gemaakt


@pytest.fixture(autouse=True)
def wacht(qtbot, veld: Zinregel, tmp_path) -> Iterator[Spelwacht]:
    meldingen = NepMeldingen()
    taken = Taken(meldingen)
    gemaakt = Spelwacht(Woorden, taken, Instellingen(tmp_path / "venster.ini"), meldingen, veld)
    gemaakt._rust.setInterval(0)
    yield gemaakt
    gemaakt.meester.stop()
    assert taken.stop_alles()


def begin(qtbot, veld: Zinregel) -> Regelonderstreper:
    veld.activateWindow()
    veld.setFocus()
    qtbot.waitUntil(lambda: veld.spelling is not None)
    assert isinstance(veld.spelling, Regelonderstreper)
    return veld.spelling


def onderstreept(veld: Zinregel) -> list[str]:
    assert isinstance(veld.spelling, Regelonderstreper)
    rauw = veld.text().encode("utf-16-le")
    return [rauw[2 * begin : 2 * (begin + lengte)].decode("utf-16-le") for begin, lengte in veld.spelling.plekken]


def getekend(veld: Zinregel) -> list[tuple[int, int]]:
    assert isinstance(veld.spelling, Regelonderstreper)
    return veld.spelling.plekken


def rode_punten(veld: Zinregel) -> int:
    """How many points of the picture are red rather than grey, as the letters and the field are."""
    beeld = veld.grab().toImage()
    punten = (beeld.pixelColor(x, y) for x in range(beeld.width()) for y in range(beeld.height()))
    return sum(punt.red() - punt.green() > 40 and punt.red() - punt.blue() > 40 for punt in punten)


def menu_op(veld: Zinregel, plaats: int) -> QMenu:
    veld.setCursorPosition(plaats)
    gebeurtenis = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), veld.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(veld, gebeurtenis)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_een_tikfout_krijgt_een_lijn_zodra_het_woord_af_is(qtbot, veld: Zinregel, wacht: Spelwacht) -> None:
    begin(qtbot, veld)
    veld.setText("Een 😀 ")
    qtbot.keyClicks(veld, "afspraaak")
    qtbot.waitUntil(lambda: wacht.meester.is_goed("afspraaak") is False)
    assert onderstreept(veld) == []
    assert rode_punten(veld) == 0
    qtbot.keyClicks(veld, " met Verzonnensen")
    qtbot.waitUntil(lambda: onderstreept(veld) == ["afspraaak"])
    assert rode_punten(veld) > 10
    assert veld.text() == "Een 😀 afspraaak met Verzonnensen"


def test_de_lijn_gaat_mee_met_de_tekst_en_weg_met_de_fout(qtbot, veld: Zinregel) -> None:
    veld.setText("Geen afspraaak hier")
    begin(qtbot, veld)
    qtbot.waitUntil(lambda: onderstreept(veld) == ["afspraaak"])
    veld.setCursorPosition(0)
    qtbot.keyClicks(veld, "Nog ")
    qtbot.waitUntil(lambda: getekend(veld) == [(9, 9)])
    veld.setText("Geen afspraak hier")
    qtbot.waitUntil(lambda: onderstreept(veld) == [])
    assert rode_punten(veld) == 0


def test_lijnen_zijn_geen_wijziging_en_komen_niet_in_ongedaan(qtbot, veld: Zinregel) -> None:
    gewijzigd: list[str] = []
    veld.setText("Geen afspraaak hier")
    veld.textChanged.connect(gewijzigd.append)
    begin(qtbot, veld)
    qtbot.waitUntil(lambda: onderstreept(veld) == ["afspraaak"])
    assert gewijzigd == []
    assert not veld.isUndoAvailable()
    veld.selectAll()
    assert veld.selectedText() == "Geen afspraaak hier"


def test_de_suggestie_komt_er_in_een_stap_en_gaat_er_in_een_stap_af(qtbot, veld: Zinregel) -> None:
    veld.setText("De 😀 coordinatie volgt")
    begin(qtbot, veld)
    qtbot.waitUntil(lambda: onderstreept(veld) == ["coordinatie"])
    menu = menu_op(veld, 8)
    qtbot.waitUntil(lambda: menu.actions()[0].text() == "coördinatie")
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: veld.text() == "De 😀 coördinatie volgt")
    qtbot.waitUntil(lambda: onderstreept(veld) == [])
    veld.undo()
    assert veld.text() == "De 😀 coordinatie volgt"


def test_alt_f7_gaat_naar_de_volgende_fout_en_rond(qtbot, veld: Zinregel) -> None:
    veld.setText("Een afspraaak en een coordinatie")
    begin(qtbot, veld)
    veld.setCursorPosition(0)
    qtbot.waitUntil(lambda: onderstreept(veld) == ["afspraaak", "coordinatie"])
    gezien = []
    for _ in range(3):
        qtbot.keyClick(veld, Qt.Key.Key_F7, Qt.KeyboardModifier.AltModifier)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        menu.close()
        gezien.append(veld.selectedText())
    assert gezien == ["afspraaak", "coordinatie", "afspraaak"]


def test_uit_is_uit_en_een_vast_veld_heeft_geen_lijnen(qtbot, veld: Zinregel, wacht: Spelwacht) -> None:
    veld.setText("Geen afspraaak hier")
    begin(qtbot, veld)
    qtbot.waitUntil(lambda: onderstreept(veld) == ["afspraaak"])
    wacht.zet_aan(False)
    assert onderstreept(veld) == []
    assert rode_punten(veld) == 0
    wacht.zet_aan(True)
    assert onderstreept(veld) == ["afspraaak"]
    assert rode_punten(veld) > 10
    menu = menu_op(veld, 6)
    next(keuze for keuze in menu.actions() if keuze.text() == "&Negeer").trigger()
    menu.close()
    qtbot.waitUntil(lambda: onderstreept(veld) == [])
    veld.setText("Nog een coordinatie")
    veld.setCursorPosition(0)
    qtbot.waitUntil(lambda: rode_punten(veld) > 10)
    veld.setReadOnly(True)
    assert rode_punten(veld) == 0
    assert not veld.hasSelectedText()
    qtbot.keyClick(veld, Qt.Key.Key_F7, Qt.KeyboardModifier.AltModifier)
    assert not veld.hasSelectedText()
    assert rode_punten(veld) == 0


def test_een_letter_die_uit_twee_toetsen_komt_wordt_niet_afgebroken(qtbot, veld: Zinregel, wacht: Spelwacht) -> None:
    veld.setText("Geen afspraaak hier ")
    begin(qtbot, veld)
    qtbot.waitUntil(lambda: onderstreept(veld) == ["afspraaak"])
    veld.end(False)
    QApplication.sendEvent(veld, QInputMethodEvent("¨", []))
    wacht.meester.negeer("ander")
    QApplication.processEvents()
    assert veld._stelt_samen
    klaar = QInputMethodEvent("", [])
    klaar.setCommitString("ë")
    QApplication.sendEvent(veld, klaar)
    assert veld.text() == "Geen afspraaak hier ë"
    qtbot.waitUntil(lambda: rode_punten(veld) > 10)
    assert onderstreept(veld) == ["afspraaak"]


def test_een_suggestie_die_niet_past_wordt_niet_geboden(qtbot, veld: Zinregel) -> None:
    veld.setText("Een fuot is")
    veld.setMaxLength(len(veld.text()))
    begin(qtbot, veld)
    qtbot.waitUntil(lambda: onderstreept(veld) == ["fuot"])
    menu = menu_op(veld, 6)
    qtbot.waitUntil(lambda: menu.actions()[0].text() != "Suggesties zoeken…")
    geboden = [keuze.text() for keuze in menu.actions() if keuze.font().bold()]
    assert geboden
    assert max(map(len, geboden)) <= len("fuot")
    menu.close()
