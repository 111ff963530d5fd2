"""The sheet of oordelen: by keyboard, signed at once, history and false signatures in view."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from proefkluis import WACHTWOORD, maak_casus
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import text
from toetsteller import Toetsteller

from zvh_desktop.models.keuzes import CasusId, OordeelUitkomst, PoortStand
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.poort.oordelen import OordeelInvoer
from zvh_desktop.ui.dialogs.bevestiging import Bevestigingsdialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.casus.oordelen import OordelenPaneel
from zvh_desktop.ui.pages.casus.oordelenmodel import OordeelKolom, OordelenModel
from zvh_desktop.ui.toegankelijkheid import bevindingen


@pytest.fixture
def casus(diensten: Diensten) -> CasusId:
    return maak_casus(diensten)


@pytest.fixture
def paneel(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, casus: CasusId) -> OordelenPaneel:
    gemaakt = OordelenPaneel(diensten, gereedschap)
    qtbot.addWidget(gemaakt)
    gemaakt.resize(1000, 900)
    gemaakt.show()
    qtbot.waitExposed(gemaakt)
    gemaakt.toon_casus(diensten.casussen.toon(casus))
    gemaakt.tabel.setFocus()
    return gemaakt


@pytest.fixture
def wachtwoord_gevraagd(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Gives the right password whenever it is asked, and counts."""
    gevraagd: list[bool] = []

    def vraag(bevestiger: Any, *_rest: object) -> bool:
        if not bevestiger.bevestigd:
            bevestiger.bevestig(WACHTWOORD)
            gevraagd.append(True)
        return True

    monkeypatch.setattr(Bevestigingsdialoog, "vraag", vraag)
    return gevraagd


def _veld(paneel: OordelenPaneel) -> QComboBox | QLineEdit:
    for veld in (*paneel.tabel.findChildren(QComboBox), *paneel.tabel.findChildren(QLineEdit)):
        if veld.isVisible():
            return veld  # type: ignore[return-value]
    raise AssertionError("er staat geen invoerveld open")


def _enter(qtbot: QtBot, paneel: OordelenPaneel) -> None:
    """Enter ends typing; Qt stores what was typed a moment later."""
    qtbot.keyClick(_veld(paneel), Qt.Key.Key_Return)
    QApplication.processEvents()


def test_model_houdt_zich_aan_de_regels_van_qt(paneel: OordelenPaneel, qtmodeltester: Any) -> None:
    qtmodeltester.check(paneel.model)


def test_achttien_partijen_met_alleen_het_toetsenbord(
    qtbot: QtBot, paneel: OordelenPaneel, diensten: Diensten, casus: CasusId, wachtwoord_gevraagd: list[bool]
) -> None:
    aantal = paneel.model.rowCount()
    assert aantal >= 16
    for _ in range(aantal):
        qtbot.keyClick(paneel.tabel, Qt.Key.Key_1)
        _enter(qtbot, paneel)
    assert paneel.model.bezwaren() == ()
    assert f"{aantal} oordelen" in paneel.teken_knop.accessibleName()
    qtbot.keyClick(paneel.tabel, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wachtwoord_gevraagd == [True]
    blad = diensten.oordelen.blad(casus)
    assert {regel.stand for regel in blad} == {PoortStand.RECHTMATIG}
    assert len({regel.grondslag for regel in blad}) > 3
    assert not paneel.model.voornemens()


def test_grondslag_mag_ook_worden_getypt(qtbot: QtBot, paneel: OordelenPaneel) -> None:
    qtbot.keyClick(paneel.tabel, Qt.Key.Key_1)
    qtbot.keyClicks(_veld(paneel), "Eigen grondslag <b> & zo")
    _enter(qtbot, paneel)
    (invoer,) = paneel.model.invoer()
    assert invoer.grondslag == "Eigen grondslag <b> & zo"


def test_meer_rijen_tegelijk_en_een_reden_die_nog_ontbreekt(qtbot: QtBot, paneel: OordelenPaneel) -> None:
    for _ in range(2):
        qtbot.keyClick(paneel.tabel, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(paneel.tabel, Qt.Key.Key_2)
    assert len(paneel.model.voornemens()) == 3
    assert not paneel.teken_knop.isEnabled()
    assert "motivering ontbreekt" in paneel.teken_knop.toolTip()
    assert "motivering ontbreekt" in paneel.melding.tekst()
    qtbot.keyClick(paneel.tabel, Qt.Key.Key_Delete)
    assert not paneel.model.voornemens()


def test_intrekken_kan_alleen_wat_er_is(
    qtbot: QtBot, paneel: OordelenPaneel, diensten: Diensten, casus: CasusId, wachtwoord_gevraagd: list[bool]
) -> None:
    qtbot.keyClick(paneel.tabel, Qt.Key.Key_3)
    assert "geen positief oordeel" in paneel.melding.tekst()
    qtbot.keyClick(paneel.tabel, Qt.Key.Key_1)
    _enter(qtbot, paneel)
    paneel.onderteken()
    paneel.tabel.setCurrentIndex(paneel.model.index(0, 0))
    qtbot.keyClick(paneel.tabel, Qt.Key.Key_3)
    qtbot.keyClicks(_veld(paneel), "Toezicht is gestopt.")
    _enter(qtbot, paneel)
    paneel.onderteken()
    assert diensten.oordelen.blad(casus)[0].stand is PoortStand.INGETROKKEN
    paneel.tabel.setCurrentIndex(paneel.model.index(0, 0))
    uitkomsten = [regel.uitkomst for regel in paneel.geschiedenis.model.regels]
    assert sorted(uitkomsten) == [OordeelUitkomst.INGETROKKEN, OordeelUitkomst.RECHTMATIG]
    assert wachtwoord_gevraagd == [True]


def test_zonder_wachtwoord_blijft_alles_gemarkeerd(
    qtbot: QtBot, paneel: OordelenPaneel, diensten: Diensten, casus: CasusId, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Bevestigingsdialoog, "vraag", lambda *_: False)
    qtbot.keyClick(paneel.tabel, Qt.Key.Key_1)
    _enter(qtbot, paneel)
    paneel.onderteken()
    assert len(paneel.model.voornemens()) == 1
    assert diensten.oordelen.geschiedenis(casus) == ()


def test_geldig_tot_geldt_voor_wat_daarna_wordt_gemarkeerd(qtbot: QtBot, paneel: OordelenPaneel) -> None:
    paneel.tot.zet_datum(date(2027, 6, 15))
    paneel.tabel.setFocus()
    qtbot.keyClick(paneel.tabel, Qt.Key.Key_1)
    _enter(qtbot, paneel)
    assert paneel.model.invoer()[0].geldig_tot == date(2027, 6, 15)
    assert paneel.model.index(0, OordeelKolom.GELDIG_TOT).data() == "15 juni 2027"


def test_een_valse_handtekening_valt_op(paneel: OordelenPaneel, diensten: Diensten, casus: CasusId) -> None:
    diensten.bevestig(WACHTWOORD)
    partij = diensten.oordelen.blad(casus)[0].partij_id
    diensten.oordelen.geef(casus, [OordeelInvoer(partij, OordeelUitkomst.RECHTMATIG, "Politietaak")])
    with diensten.werkplek.kluis.sessies.begin() as sessie:
        for (naam,) in sessie.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'oordeel'")
        ).all():
            sessie.execute(text(f'DROP TRIGGER "{naam}"'))
        sessie.execute(text("UPDATE oordeel SET grondslag = 'vervalst'"))
    paneel.toon_casus(diensten.casussen.toon(casus))
    assert paneel.model.index(0, OordeelKolom.STAND).data() == "handtekening klopt niet"
    paneel.tabel.setCurrentIndex(paneel.model.index(0, 0))
    echt = next(nr for nr, kolom in enumerate(paneel.geschiedenis.model.kolommen) if kolom.sleutel == "echt")
    assert "klopt niet" in paneel.geschiedenis.model.index(0, echt).data()


def test_medewerker_kan_niets_markeren_en_leest_waarom(qtbot: QtBot, openen: Any, gereedschap: Gereedschap) -> None:
    casus = maak_casus(openen("regie"))
    diensten = openen("medewerker")
    paneel = OordelenPaneel(diensten, gereedschap)
    qtbot.addWidget(paneel)
    paneel.show()
    paneel.toon_casus(diensten.casussen.toon(casus))
    paneel.tabel.setFocus()
    qtbot.keyClick(paneel.tabel, Qt.Key.Key_1)
    assert not paneel.model.voornemens()
    assert "procesregisseur" in paneel.uitleg.text()
    assert "procesregisseur" in paneel.teken_knop.toolTip()


def test_wat_gemarkeerd_is_komt_na_het_slot_terug(
    qtbot: QtBot, paneel: OordelenPaneel, diensten: Diensten, gereedschap: Gereedschap, casus: CasusId
) -> None:
    qtbot.keyClick(paneel.tabel, Qt.Key.Key_1)
    _enter(qtbot, paneel)
    rest = paneel.onbewaard()
    paneel.maak_leeg()
    assert paneel.model.rowCount() == 0
    assert not paneel.model.voornemens()
    nieuw = OordelenPaneel(diensten, gereedschap)
    qtbot.addWidget(nieuw)
    nieuw.toon_casus(diensten.casussen.toon(casus))
    nieuw.herstel_onbewaard(rest)
    assert len(nieuw.model.voornemens()) == 1


def test_geen_afgekapte_tekst_en_overal_een_naam(paneel: OordelenPaneel) -> None:
    QApplication.processEvents()
    assert bevindingen(paneel) == []


def test_leeg_model_heeft_geen_rijen(qtmodeltester: Any) -> None:
    qtmodeltester.check(OordelenModel())


def _rij(paneel: OordelenPaneel, naam: str) -> int:
    namen = [str(paneel.model.index(rij, OordeelKolom.PARTIJ).data()) for rij in range(paneel.model.rowCount())]
    return next(rij for rij, een in enumerate(namen) if naam in een)


def test_grondslag_voor_alle_gekozen_rijen_in_een_keer(qtbot: QtBot, paneel: OordelenPaneel) -> None:
    qtbot.keyClick(paneel.tabel, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(paneel.tabel, Qt.Key.Key_1)
    _enter(qtbot, paneel)
    invoer = paneel.model.invoer()
    assert len(invoer) == paneel.model.rowCount()
    eersten = {
        regel.partij_id: regel.grondslagen[0].tekst for regel in map(paneel.model.regel, range(len(invoer))) if regel
    }
    assert {een.partij_id: een.grondslag for een in invoer} == eersten


def test_een_getypte_reden_gaat_naar_alle_gekozen_rijen(qtbot: QtBot, paneel: OordelenPaneel) -> None:
    for _ in range(2):
        qtbot.keyClick(paneel.tabel, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(paneel.tabel, Qt.Key.Key_2)
    qtbot.keyClicks(_veld(paneel), "Geen taak bij deze casus.")
    _enter(qtbot, paneel)
    assert [een.motivering for een in paneel.model.invoer()] == ["Geen taak bij deze casus."] * 3
    assert paneel.tabel.currentIndex().row() == 3


def test_enter_gaat_naar_de_volgende_die_ontbreekt(
    qtbot: QtBot, paneel: OordelenPaneel, wachtwoord_gevraagd: list[bool]
) -> None:
    for rij in (1, 2):
        paneel.tabel.setCurrentIndex(paneel.model.index(rij, 0))
        qtbot.keyClick(paneel.tabel, Qt.Key.Key_1)
        _enter(qtbot, paneel)
    paneel.onderteken()
    paneel.tabel.setCurrentIndex(paneel.model.index(0, 0))
    qtbot.keyClick(paneel.tabel, Qt.Key.Key_1)
    _enter(qtbot, paneel)
    assert paneel.tabel.currentIndex().row() == 3, "wat al is beoordeeld wordt overgeslagen"
    qtbot.keyClick(paneel.tabel, Qt.Key.Key_Home)
    assert paneel.tabel.currentIndex().row() == 0
    qtbot.keyClick(paneel.tabel, Qt.Key.Key_End)
    assert paneel.tabel.currentIndex().row() == paneel.model.rowCount() - 1


@pytest.mark.parametrize("getypt", ["rand", "gemeente rand"])
def test_een_letter_zoekt_en_daarna_gaat_het_verder_met_alle(qtbot: QtBot, paneel: OordelenPaneel, getypt: str) -> None:
    doel = _rij(paneel, "Gemeente Twenterand")
    for letter in getypt:
        qtbot.keyClick(QApplication.focusWidget() or paneel.tabel, letter)
    assert paneel.zoek.text() == getypt
    assert not paneel.tabel.isRowHidden(doel)
    assert paneel.tabel.isRowHidden(_rij(paneel, "Politie"))
    qtbot.keyClick(paneel.zoek, Qt.Key.Key_Return)
    qtbot.keyClick(paneel.tabel, Qt.Key.Key_1)
    _enter(qtbot, paneel)
    assert paneel.model.gemarkeerd(range(paneel.model.rowCount()), OordeelUitkomst.RECHTMATIG) == (doel,)
    assert paneel.zoek.text() == "", "de volgende staat er niet bij, dus alles is weer te zien"
    assert not paneel.tabel.isRowHidden(_rij(paneel, "Politie"))


def test_voor_de_handtekening_staat_er_wat_er_wordt_getekend_ook_binnen_vijf_minuten(
    qtbot: QtBot, paneel: OordelenPaneel, diensten: Diensten, casus: CasusId, monkeypatch: pytest.MonkeyPatch
) -> None:
    gelezen: list[tuple[str, ...]] = []

    def lees(_bevestiger: Any, _taken: Any, _ouder: Any, wat: Any) -> bool:
        gelezen.append(tuple(wat))
        return False

    diensten.bevestig(WACHTWOORD)
    monkeypatch.setattr(Bevestigingsdialoog, "vraag", lees)
    qtbot.keyClick(paneel.tabel, Qt.Key.Key_1)
    qtbot.keyClicks(_veld(paneel), "Eigen taak")
    _enter(qtbot, paneel)
    paneel.onderteken()
    regel = paneel.model.regel(0)
    assert regel is not None
    assert gelezen == [(f"{diensten.casussen.toon(casus).nummer}, {regel.partij}: rechtmatig (Eigen taak)",)]
    assert diensten.oordelen.geschiedenis(casus) == ()


def test_zes_oordelen_kosten_negen_toetsen(
    qtbot: QtBot, paneel: OordelenPaneel, diensten: Diensten, casus: CasusId, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Was 62 keys and 7 clicks. Counted without the password; the dialog itself takes one more, Enter."""
    teller = Toetsteller(qtbot)
    diensten.bevestig(WACHTWOORD)
    getekend: list[int] = []

    def teken(bevestiger: Any, taken: Any, ouder: Any, wat: Any) -> bool:
        dialoog = Bevestigingsdialoog(bevestiger, taken, ouder, wat)
        qtbot.addWidget(dialoog)
        dialoog.show()
        dialoog.activateWindow()
        assert dialoog.lijst.count() == 6
        assert not dialoog.veld.isVisible()
        assert bevindingen(dialoog) == []
        teller.druk(Qt.Key.Key_Return, waar=dialoog)
        getekend.append(dialoog.result())
        return dialoog.result() == Bevestigingsdialoog.DialogCode.Accepted

    monkeypatch.setattr(Bevestigingsdialoog, "vraag", teken)
    for _ in range(5):
        teller.druk(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    teller.druk(Qt.Key.Key_1)
    teller.druk(Qt.Key.Key_Return)
    teller.druk(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert getekend == [Bevestigingsdialoog.DialogCode.Accepted]
    assert len(diensten.oordelen.geschiedenis(casus)) == 6
    assert teller.aantal <= 9
