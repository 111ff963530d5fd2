"""Before it leaves, by keyboard: the sentence, the choice, the way back, and then what goes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from zvh_desktop.models.keuzen.lekkeuzes import Leksoort, Lezersoort
from zvh_desktop.models.keuzes import CasusId, PartijId
from zvh_desktop.services.lek.bestemming import Bestemming
from zvh_desktop.services.lek.gegevens import BSN_NOOIT, Lekbevinding, LekOpen
from zvh_desktop.services.lek.vondst import Vondst
from zvh_desktop.ui.pages.tafel.stukken.lekdialoog import LekDialoog
from zvh_desktop.ui.pages.tafel.stukken.lekknop import Lekknop
from zvh_desktop.ui.slot.veldstand import herstel_stand, lees_stand
from zvh_desktop.ui.toegankelijkheid import bevindingen

AAN = Bestemming(Lezersoort.PARTIJ, "Proefpartij", "1", PartijId(1))
TEKST = "Rustig. Bel 06-55012345 na vieren. BSN 999990019."


class NepDienst:
    """Keeps what was asked of it."""

    def __init__(self) -> None:
        self.gedaan: list[tuple[str, str]] = []

    def laat_mee(self, bevinding: Lekbevinding, reden: str = "") -> None:
        self.gedaan.append(("mag", reden))

    def haal_weg(self, bevinding: Lekbevinding) -> None:
        self.gedaan.append(("weg", bevinding.gevonden))

    def neem_terug(self, bevinding: Lekbevinding) -> None:
        self.gedaan.append(("terug", bevinding.gevonden))


def bevinding(gevonden: str, soort: Leksoort) -> Lekbevinding:
    begin = TEKST.index(gevonden)
    vondst = Vondst(begin, begin + len(gevonden), soort)
    return Lekbevinding(AAN, CasusId(1), "2026-0001", TEKST, "0" * 64, vondst)


@pytest.fixture
def dienst() -> NepDienst:
    return NepDienst()


@pytest.fixture
def dialoog(qtbot: QtBot, dienst: NepDienst) -> LekDialoog:
    gevonden = (bevinding("06-55012345", Leksoort.TELEFOON), bevinding("999990019", Leksoort.BSN))
    dialoog = LekDialoog(gevonden, dienst)
    qtbot.addWidget(dialoog)
    with qtbot.waitActive(dialoog):
        dialoog.show()
        dialoog.activateWindow()
    return dialoog


def test_de_zin_staat_er_met_wat_er_opvalt(dialoog: LekDialoog) -> None:
    assert dialoog.zin.toPlainText() == "Bel 06-55012345 na vieren."
    (nadruk,) = dialoog.zin.extraSelections()
    assert nadruk.cursor.selectedText() == "06-55012345"
    assert "telefoonnummer, Proefpartij, casus 2026-0001 (nog kiezen)" in dialoog.lijst.item(0).text()
    assert bevindingen(dialoog) == []


def test_wat_er_is_gekozen_staat_er_ook_bij_een_lange_naam(qtbot: QtBot, dienst: NepDienst) -> None:
    lang = Bestemming(Lezersoort.PARTIJ, "Verzonnen Arrondissementsparket van een lange streeknaam", "1", PartijId(1))
    een = bevinding("06-55012345", Leksoort.TELEFOON)
    dialoog = LekDialoog((replace(een, aan=lang),), dienst)
    qtbot.addWidget(dialoog)
    dialoog.resize(dialoog.minimumSizeHint())
    with qtbot.waitExposed(dialoog):
        dialoog.show()
    lijst = dialoog.lijst
    vak = lijst.visualItemRect(lijst.item(0))
    assert vak.right() <= lijst.viewport().width(), "nothing to the right of what is seen"
    assert vak.height() >= 2 * lijst.fontMetrics().height(), "on more lines"


def test_verder_kan_pas_als_bij_elk_is_gekozen(qtbot: QtBot, dialoog: LekDialoog, dienst: NepDienst) -> None:
    assert not dialoog.verder_knop.isEnabled()
    dialoog.reden.setText("Nodig om te bellen.")
    qtbot.keyClick(dialoog.mag_knop, Qt.Key.Key_Space)
    assert dienst.gedaan == [("mag", "Nodig om te bellen.")]
    assert dialoog.lijst.currentRow() == 1, "the next that waits"
    assert not dialoog.verder_knop.isEnabled()
    qtbot.keyClick(dialoog.weg_knop, Qt.Key.Key_Space)
    assert dienst.gedaan[-1] == ("weg", "999990019")
    assert dialoog.verder_knop.isEnabled()
    assert dialoog.focusWidget() is dialoog.verder_knop


def test_een_bsn_kan_alleen_weg_en_dat_staat_erbij(dialoog: LekDialoog) -> None:
    dialoog.lijst.setCurrentRow(1)
    assert not dialoog.mag_knop.isEnabled()
    assert dialoog.weg_knop.isEnabled()
    assert dialoog.bsn.isVisible() and dialoog.bsn.text() == BSN_NOOIT
    dialoog.lijst.setCurrentRow(0)
    assert dialoog.mag_knop.isEnabled() and not dialoog.bsn.isVisible()


def test_een_keuze_gaat_terug_en_opnieuw(qtbot: QtBot, dialoog: LekDialoog, dienst: NepDienst) -> None:
    qtbot.keyClick(dialoog.weg_knop, Qt.Key.Key_Space)
    assert "(weggelaten)" in dialoog.lijst.item(0).text()
    qtbot.keyClick(dialoog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert dienst.gedaan == [("weg", "06-55012345"), ("terug", "06-55012345")]
    assert "(nog kiezen)" in dialoog.lijst.item(0).text()
    qtbot.keyClick(dialoog, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert dienst.gedaan[-1] == ("weg", "06-55012345")


def test_de_knop_is_er_alleen_als_er_iets_te_kiezen_is(qtbot: QtBot, dienst: NepDienst) -> None:
    ouder = QWidget()
    qtbot.addWidget(ouder)
    knop = Lekknop(dienst, ouder)
    ouder.show()
    assert not knop.isVisible()
    knop.zet(LekOpen((bevinding("999990019", Leksoort.BSN),)))
    assert knop.isVisible()
    knop.zet(None)
    assert not knop.isVisible()


def test_na_het_slot_staat_de_reden_bij_dezelfde_vondst(qtbot: QtBot, dialoog: LekDialoog, dienst: NepDienst) -> None:
    dialoog.lijst.setCurrentRow(0)
    qtbot.keyClick(dialoog.weg_knop, Qt.Key.Key_Space)
    dialoog.lijst.setCurrentRow(1)
    dialoog.reden.setText("half getypt")
    stand = lees_stand(dialoog)
    # what was chosen by then is not found again
    nieuw = LekDialoog((bevinding("999990019", Leksoort.BSN),), dienst)
    qtbot.addWidget(nieuw)
    nieuw.show()
    herstel_stand(nieuw, stand)
    gekozen = nieuw.gekozen()
    assert gekozen is not None and gekozen.gevonden == "999990019"
    assert nieuw.reden.text() == "half getypt"


def test_vanuit_een_ander_venster_gaat_niemand_erachter_naar_een_casus(qtbot: QtBot, dienst: NepDienst) -> None:
    brief = QDialog()
    qtbot.addWidget(brief)
    bsn = bevinding("999990019", Leksoort.BSN)
    assert not LekDialoog((bsn,), dienst, QWidget(brief)).erheen_knop.isEnabled()
    vlak = QWidget()
    qtbot.addWidget(vlak)
    assert LekDialoog((bsn,), dienst, vlak).erheen_knop.isEnabled()
