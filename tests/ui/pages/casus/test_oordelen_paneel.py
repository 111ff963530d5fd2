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
        bevestiger.bevestig(WACHTWOORD)
        gevraagd.append(True)
        return True

    monkeypatch.setattr(Bevestigingsdialoog, "vraag", vraag)
    return gevraagd


def _veld(paneel: OordelenPaneel) -> QComboBox | QLineEdit:
    for veld in (*paneel.tabel.findChildren(QComboBox), *paneel.tabel.findChildren(QLineEdit)):
        if veld.isVisible():
            return veld
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
