"""What is missing elsewhere: a button goes there, and the way back ends at the field where the user was."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget  # noqa: TID251  the message is tried
from pytestqt.qtbot import QtBot
from ui_hulp import NepDiensten, PaginaMaker, TekstPagina, maak_sessie, zoek_nep

from zvh_desktop.errors import GebruikersFout, Weg
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.main_window import Hoofdvenster
from zvh_desktop.ui.meldingen import Meldingen
from zvh_desktop.ui.pages.tafel.uitlegstrook import Uitlegstrook
from zvh_desktop.ui.toegankelijkheid import bevindingen
from zvh_desktop.ui.weg.gang import Wegknop
from zvh_desktop.ui.widgets.aandachtsregel import Aandachtsregel
from zvh_desktop.ui.widgets.velden.formulier import Formulierregel
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld

WEG = Weg("casussen", 42, "Naar de &casus")
MIST = GebruikersFout("Er is nog geen adres.", weg=WEG)


@pytest.fixture
def venster(qtbot: QtBot, gereedschap: Gereedschap) -> Hoofdvenster:
    diensten = NepDiensten()
    diensten.bewaarde_tekst = "Wat de partijen zeiden"
    gemaakt = Hoofdvenster(
        maak_sessie(),
        PaginaMaker(diensten).invoer(),
        zoek_nep,
        taken=gereedschap.taken,
        melder=gereedschap.melder,
        instellingen=gereedschap.instellingen,
    )
    qtbot.addWidget(gemaakt)
    with qtbot.waitActive(gemaakt):
        gemaakt.show()
    gemaakt.toon_begin()
    return gemaakt


def pagina(venster: Hoofdvenster) -> TekstPagina:
    gevonden = venster.pagina("vandaag")
    assert isinstance(gevonden, TekstPagina)
    return gevonden


def waar(venster: Hoofdvenster) -> tuple[str, object]:
    plaats = venster.plaats()
    assert plaats is not None
    return plaats.pagina, plaats.onderdeel


def strook(ouder: QWidget) -> QWidget:
    gemaakt = Uitlegstrook(ouder)
    gemaakt.toon_fout(MIST)
    return gemaakt


def aandacht(ouder: QWidget) -> QWidget:
    gemaakt = Aandachtsregel(ouder)
    gemaakt.zet(Aandachtspunt("Er is nog geen adres.", weg=WEG))
    return gemaakt


def bij_een_veld(ouder: QWidget) -> QWidget:
    gemaakt = Formulierregel("&Adres", Tekstveld("Adres", ouder), ouder=ouder)
    gemaakt.toon_weigering(MIST)
    return gemaakt


@pytest.mark.parametrize("maak", [strook, aandacht, bij_een_veld])
def test_de_knop_gaat_erheen_en_ctrl_t_komt_terug_bij_de_letter_waar_ik_was(
    qtbot: QtBot, venster: Hoofdvenster, maak: Callable[[QWidget], QWidget]
) -> None:
    begin = pagina(venster)
    deel = maak(begin)
    deel.show()
    (knop,) = deel.findChildren(Wegknop)
    assert knop.isVisibleTo(begin)
    assert (knop.text(), knop.accessibleName()) == ("Naar de casus", "Naar de casus")
    aanwijzer = begin.veld.textCursor()
    aanwijzer.setPosition(6)
    begin.veld.setTextCursor(aanwijzer)
    qtbot.mouseClick(knop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(venster.terugstrook.isVisible)
    assert waar(venster) == ("casussen", 42)
    assert venster.terugstrook.terug_knop.text() == "Terug naar Vandaag"
    assert bevindingen(venster.terugstrook) == []
    qtbot.keyClick(venster, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert waar(venster)[0] == "vandaag"
    assert begin.veld.textCursor().position() == 6
    assert not venster.terugstrook.isVisible()


def test_de_strook_brengt_met_de_muis_terug_en_gaat_weg_als_ik_ergens_anders_heen_ga(
    qtbot: QtBot, venster: Hoofdvenster
) -> None:
    (knop,) = strook(pagina(venster)).findChildren(Wegknop)
    knop.click()
    qtbot.waitUntil(venster.terugstrook.isVisible)
    venster.terugstrook.terug_knop.click()
    assert waar(venster)[0] == "vandaag"
    knop.click()
    qtbot.waitUntil(venster.terugstrook.isVisible)
    venster.ga_naar("tafels")
    assert not venster.terugstrook.isVisible()


def test_wie_terugkomt_waar_de_knop_weg_is_heeft_de_toetsen_op_de_pagina(qtbot: QtBot, venster: Hoofdvenster) -> None:
    begin = pagina(venster)
    deel = strook(begin)
    deel.show()
    (knop,) = deel.findChildren(Wegknop)
    knop.setFocus()
    qtbot.keyClick(knop, Qt.Key.Key_Space)
    qtbot.waitUntil(venster.terugstrook.isVisible)
    knop.zet(None)  # what was missing is there
    qtbot.keyClick(venster, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert waar(venster)[0] == "vandaag"
    assert begin.veld.hasFocus()


def test_de_melding_gaat_erheen(qtbot: QtBot, venster: Hoofdvenster, monkeypatch: pytest.MonkeyPatch) -> None:
    def kies(melding: QMessageBox) -> int:
        erheen = melding.buttons()[0]
        assert erheen.text() == "Naar de &casus"
        monkeypatch.setattr(QMessageBox, "clickedButton", lambda _venster: erheen)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", kies)
    Meldingen().toon_fout(pagina(venster), MIST)
    qtbot.waitUntil(venster.terugstrook.isVisible)
    assert waar(venster) == ("casussen", 42)


def test_in_een_venster_dat_ervoor_staat_is_er_geen_weg(qtbot: QtBot, venster: Hoofdvenster) -> None:
    dialoog = QDialog(venster)
    qtbot.addWidget(dialoog)
    (knop,) = strook(dialoog).findChildren(Wegknop)
    assert not knop.isVisibleTo(dialoog)
    QApplication.processEvents()


def test_wie_niet_weg_kan_zonder_te_bewaren_blijft(qtbot: QtBot, venster: Hoofdvenster) -> None:
    begin = pagina(venster)
    (knop,) = strook(begin).findChildren(Wegknop)
    begin.weigert = True
    knop.click()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # in which the way is asked for
    assert waar(venster)[0] == "vandaag"
    assert not venster.terugstrook.isVisible()
