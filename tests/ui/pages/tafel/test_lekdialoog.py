"""Before it leaves, by keyboard: the sentence, the choice, the way back, and then what goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from zvh_desktop.models.keuzen.lekkeuzes import Leksoort, Lezersoort
from zvh_desktop.models.keuzes import CasusId, DatalekId, PartijId
from zvh_desktop.services.lek.bestemming import Bestemming
from zvh_desktop.services.lek.gegevens import BSN_AL_WEG, BSN_NOOIT, Lekbevinding, LekOpen
from zvh_desktop.services.lek.vondst import Vondst
from zvh_desktop.services.werkplek.rechten import Toestemming
from zvh_desktop.ui.pages.tafel.stukken.lekdatalek import MOGELIJK_DATALEK, STAAT_AL
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

    def ging_ten_onrechte(self, bevinding: Lekbevinding) -> None:
        self.gedaan.append(("onterecht", bevinding.gevonden))


class NepRegister:
    """Keeps what was put in it; ``toegestaan`` says who may."""

    def __init__(self, reden: str = "") -> None:
        self.erin: dict[DatalekId, list[str]] = {}
        self._reden = reden

    def mag(self) -> Toestemming:
        return Toestemming(mag=not self._reden, reden=self._reden)

    def leg_vast(self, bevindingen: Sequence[Lekbevinding]) -> DatalekId:
        nummer = DatalekId(len(self.erin) + 1)
        self.erin[nummer] = [een.gevonden for een in bevindingen]
        return nummer

    def haal_weg(self, datalek_id: DatalekId) -> None:
        del self.erin[datalek_id]


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


def na_het_versturen(qtbot: QtBot, dienst: NepDienst, register: NepRegister) -> LekDialoog:
    gevonden = (bevinding("06-55012345", Leksoort.TELEFOON), bevinding("999990019", Leksoort.BSN))
    dialoog = LekDialoog(tuple(replace(een, al_weg=True) for een in gevonden), dienst, None, register)
    qtbot.addWidget(dialoog)
    with qtbot.waitActive(dialoog):
        dialoog.show()
        dialoog.activateWindow()
    return dialoog


def test_van_wat_al_weg_is_zegt_de_dialoog_wat_een_keuze_dan_betekent(
    qtbot: QtBot, dienst: NepDienst, dialoog: LekDialoog
) -> None:
    weg = na_het_versturen(qtbot, dienst, NepRegister())
    assert weg.windowTitle().endswith("Wat er al weg is")
    assert "wat weg is, is weg" in weg.uitleg.text() and "wat weg is, is weg" not in dialoog.uitleg.text()
    knoppen = [een.text().replace("&", "") for een in (weg.mag_knop, weg.onterecht_knop, weg.weg_knop)]
    assert knoppen == ["Ging terecht mee", "Had niet mee gemoeten", "Stond er niet in"]
    assert not dialoog.onterecht_knop.isVisible() and not dialoog.datalek.isVisible()
    weg.lijst.setCurrentRow(1)
    assert weg.bsn.text() == BSN_AL_WEG and not weg.mag_knop.isEnabled()
    assert bevindingen(weg) == []


def test_wat_niet_mee_had_gemoeten_wordt_hier_een_datalek_met_een_weg_terug(qtbot: QtBot, dienst: NepDienst) -> None:
    register = NepRegister()
    weg = na_het_versturen(qtbot, dienst, register)
    assert not weg.datalek.isVisible()
    qtbot.keyClick(weg.onterecht_knop, Qt.Key.Key_Space)
    qtbot.keyClick(weg.weg_knop, Qt.Key.Key_Space)
    assert dienst.gedaan == [("onterecht", "06-55012345"), ("weg", "999990019")]
    assert "(had niet mee gemoeten)" in weg.lijst.item(0).text()
    assert weg.datalek.isVisible() and weg.datalek.tekst.tekst() == MOGELIJK_DATALEK
    assert weg.focusWidget() is weg.datalek.knop, "what is to be done now"
    qtbot.keyClick(weg.datalek.knop, Qt.Key.Key_Space)
    assert register.erin == {1: ["06-55012345"]}
    assert not weg.datalek.knop.isEnabled() and weg.datalek.knop.toolTip() == STAAT_AL
    assert weg.focusWidget() is weg.verder_knop
    qtbot.keyClick(weg, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert register.erin == {} and weg.datalek.knop.isEnabled()
    qtbot.keyClick(weg, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(weg, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not weg.datalek.isVisible() and "(nog kiezen)" in weg.lijst.item(0).text()


def test_wie_geen_datalek_vastlegt_leest_waar_en_wie(qtbot: QtBot, dienst: NepDienst) -> None:
    register = NepRegister("Dat doet een procesregisseur.")
    weg = na_het_versturen(qtbot, dienst, register)
    qtbot.keyClick(weg.onterecht_knop, Qt.Key.Key_Space)
    assert "Beheer, Datalekken" in weg.datalek.tekst.tekst()
    assert not weg.datalek.knop.isEnabled() and weg.datalek.knop.toolTip() == "Dat doet een procesregisseur."
    qtbot.keyClick(weg.weg_knop, Qt.Key.Key_Space)
    assert weg.focusWidget() is weg.verder_knop
