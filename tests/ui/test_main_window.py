"""The frame: going places by mouse and keyboard, search, saving before leaving."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from ui_hulp import NepDiensten, NepMeldingen, PaginaMaker, TekstPagina, maak_sessie, zoek_nep

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.ui.dialogs.toetsenlijst import TOETSEN, Toetsenlijst
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.main_window import Hoofdvenster
from zvh_desktop.ui.protocollen import Zoektreffer
from zvh_desktop.ui.toegankelijkheid import bevindingen
from zvh_desktop.ui.uiterlijk.thema import Thema

Ctrl = Qt.KeyboardModifier.ControlModifier
Maker = Callable[..., Hoofdvenster]


def vast_moment() -> datetime:
    return datetime(2026, 12, 8, 14, 2, tzinfo=UTC)


@pytest.fixture
def diensten() -> NepDiensten:
    return NepDiensten()


@pytest.fixture
def maak(qtbot, gereedschap: Gereedschap, diensten: NepDiensten) -> Maker:
    def _maak(*, oefen: bool = False) -> Hoofdvenster:
        venster = Hoofdvenster(
            maak_sessie(oefen=oefen),
            PaginaMaker(diensten).invoer(),
            zoek_nep,
            taken=gereedschap.taken,
            melder=gereedschap.melder,
            instellingen=gereedschap.instellingen,
            klok=vast_moment,
        )
        qtbot.addWidget(venster)
        venster.resize(1024, 768)
        with qtbot.waitActive(venster):
            venster.show()
        venster.toon_begin()
        return venster

    return _maak


@pytest.fixture
def venster(maak: Maker) -> Hoofdvenster:
    return maak()


def huidige(venster: Hoofdvenster) -> str:
    plaats = venster.plaats()
    assert plaats is not None
    return plaats.pagina


def test_titel_begint_met_casustafel_en_het_huis(venster: Hoofdvenster) -> None:
    assert venster.windowTitle() == "Casustafel - ZVH Voorbeeld"


def test_oefenkluis_is_op_elk_scherm_gemerkt(maak: Maker) -> None:
    venster = maak(oefen=True)
    assert "OEFENING" in venster.windowTitle()
    for sleutel in ("vandaag", "tafels"):
        venster.ga_naar(sleutel)
        assert venster.oefenband is not None
        assert venster.oefenband.isVisible()
        assert "OEFENING" in venster.oefenband.label.text()


def test_gewone_kluis_heeft_geen_oefenband(venster: Hoofdvenster) -> None:
    assert venster.oefenband is None


def test_ctrl_cijfer_gaat_naar_een_onderdeel(qtbot, venster: Hoofdvenster) -> None:
    qtbot.keyClick(venster, Qt.Key.Key_3, Ctrl)
    assert huidige(venster) == "tafels"


def test_onderdeel_dat_niet_mag_zegt_waarom(qtbot, venster: Hoofdvenster) -> None:
    qtbot.keyClick(venster, Qt.Key.Key_6, Ctrl)
    assert huidige(venster) == "vandaag"
    assert "beheerder" in venster.statusBar().currentMessage()


def test_pijlen_lopen_door_de_onderdelen(qtbot, venster: Hoofdvenster) -> None:
    venster.navigatie.setFocus()
    qtbot.keyClick(venster.navigatie, Qt.Key.Key_Down)
    assert huidige(venster) == "casussen"
    assert venster.navigatie.hasFocus()


def test_klik_op_een_onderdeel_gaat_erheen(qtbot, venster: Hoofdvenster) -> None:
    regel = venster.navigatie.topLevelItem(2)
    plek = venster.navigatie.visualItemRect(regel).center()
    qtbot.mouseClick(venster.navigatie.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(plek))
    assert huidige(venster) == "tafels"


def test_terug_gaat_naar_waar_ik_was(qtbot, venster: Hoofdvenster) -> None:
    venster.ga_naar("casussen", 42)
    venster.ga_naar("tafels")
    qtbot.keyClick(venster, Qt.Key.Key_T, Ctrl)
    plaats = venster.plaats()
    assert plaats is not None
    assert (plaats.pagina, plaats.onderdeel) == ("casussen", 42)
    venster.terug_knop.click()
    assert huidige(venster) == "vandaag"
    assert not venster.terug_knop.isEnabled()


def test_telling_staat_als_tekst_bij_het_onderdeel(qtbot, venster: Hoofdvenster) -> None:
    qtbot.waitUntil(lambda: venster.navigatie.telling("vandaag") == "3")
    regel = venster.navigatie.topLevelItem(0)
    assert regel is not None
    assert regel.data(0, Qt.ItemDataRole.AccessibleTextRole) == "Vandaag, 3"
    venster.pagina("acties").telling_gewijzigd.emit(12)
    assert venster.navigatie.telling("acties") == "12"


def test_zoeken_vindt_en_opent_met_het_toetsenbord(qtbot, venster: Hoofdvenster) -> None:
    qtbot.keyClick(venster, Qt.Key.Key_K, Ctrl)
    assert venster.zoek_veld.hasFocus()
    qtbot.keyClicks(venster.zoek_veld, "2026")
    qtbot.waitUntil(lambda: venster.zoek_veld.model.rowCount() == 3)
    qtbot.waitUntil(venster.zoek_veld.lijst.isVisible)
    qtbot.keyClick(venster.zoek_veld.lijst, Qt.Key.Key_Down)
    qtbot.keyClick(venster.zoek_veld.lijst, Qt.Key.Key_Down)
    qtbot.keyClick(venster.zoek_veld.lijst, Qt.Key.Key_Return)
    plaats = venster.plaats()
    assert plaats is not None
    assert (plaats.pagina, plaats.onderdeel) == ("casussen", 51)
    assert venster.zoek_veld.text() == ""
    assert venster.zoek_veld.model.rowCount() == 0


def test_enter_neemt_de_eerste_treffer(qtbot, venster: Hoofdvenster) -> None:
    venster.zoek_veld.setFocus()
    qtbot.keyClicks(venster.zoek_veld, "regionale")
    qtbot.waitUntil(lambda: venster.zoek_veld.model.rowCount() == 1)
    qtbot.keyClick(venster.zoek_veld, Qt.Key.Key_Return)
    assert huidige(venster) == "tafels"


def test_niets_gevonden_wordt_gezegd(qtbot, venster: Hoofdvenster) -> None:
    venster.zoek_veld.setFocus()
    qtbot.keyClicks(venster.zoek_veld, "bestaat niet")
    qtbot.waitUntil(lambda: venster.zoek_veld.model.rowCount() == 1)
    assert venster.zoek_veld.model.treffer(0).titel == "Niets gevonden"
    qtbot.keyClick(venster.zoek_veld, Qt.Key.Key_Return)
    assert huidige(venster) == "vandaag"


def test_antwoord_op_een_oude_vraag_telt_niet(venster: Hoofdvenster) -> None:
    oud = Zoektreffer("tafels", 1, "Oud")
    venster.zoek_veld._on_gevonden((-1, (oud,)))
    assert venster.zoek_veld.model.rowCount() == 0


def test_typen_wordt_bewaard_en_de_statusbalk_zegt_het(qtbot, venster: Hoofdvenster, diensten: NepDiensten) -> None:
    pagina = venster.pagina("vandaag")
    assert isinstance(pagina, TekstPagina)
    qtbot.keyClicks(pagina.veld, "Nieuw")
    venster.ga_naar("tafels")
    assert diensten.bewaarde_tekst == "Nieuw"
    assert venster.opgeslagen_label.text() == "Opgeslagen 14:02"


def test_wat_niet_bewaard_kan_worden_houdt_mij_op_de_pagina(venster: Hoofdvenster, meldingen: NepMeldingen) -> None:
    pagina = venster.pagina("vandaag")
    assert isinstance(pagina, TekstPagina)
    pagina.weigert = True
    venster.ga_naar("tafels")
    assert huidige(venster) == "vandaag"
    assert [fout.gebeurd for fout in meldingen.fouten] == ["De schijf is vol."]


def test_sluiten_bewaart_eerst(qtbot, venster: Hoofdvenster, diensten: NepDiensten) -> None:
    pagina = venster.pagina("vandaag")
    assert isinstance(pagina, TekstPagina)
    qtbot.keyClicks(pagina.veld, "Nog even")
    with qtbot.waitSignal(venster.gesloten):
        venster.close()
    assert diensten.bewaarde_tekst == "Nog even"


def test_sluiten_zonder_bewaren_wordt_gevraagd(venster: Hoofdvenster, meldingen: NepMeldingen) -> None:
    pagina = venster.pagina("vandaag")
    assert isinstance(pagina, TekstPagina)
    pagina.weigert = True
    assert not venster.close()
    assert meldingen.knoppen == ["Stop zonder te bewaren"]
    meldingen.antwoord = True
    assert venster.close()


def test_alle_paginas_worden_bewaard_ook_als_er_een_weigert(venster: Hoofdvenster, diensten: NepDiensten) -> None:
    eerste, tweede = venster.pagina("vandaag"), venster.pagina("casussen")
    assert isinstance(eerste, TekstPagina)
    assert isinstance(tweede, TekstPagina)
    eerste.weigert = True
    tweede.veld.setPlainText("Wel bewaard")
    with pytest.raises(GebruikersFout):
        venster.bewaar_nu()
    assert diensten.bewaarde_tekst == "Wel bewaard"


def test_ctrl_l_en_de_knop_vragen_om_vergrendelen(qtbot, venster: Hoofdvenster) -> None:
    with qtbot.waitSignal(venster.vergrendelen_gevraagd):
        qtbot.keyClick(venster, Qt.Key.Key_L, Ctrl)
    with qtbot.waitSignal(venster.vergrendelen_gevraagd):
        venster.slotknoppen.slot_knop.click()


def test_f1_vraagt_hulp_bij_deze_pagina(qtbot, venster: Hoofdvenster) -> None:
    venster.ga_naar("tafels")
    with qtbot.waitSignal(venster.hulp_gevraagd) as gevangen:
        qtbot.keyClick(venster, Qt.Key.Key_F1)
    assert gevangen.args == ["tafels"]


def test_f1_zegt_ook_welk_deel_van_de_pagina_open_is(qtbot, venster: Hoofdvenster, monkeypatch) -> None:
    venster.ga_naar("tafels")
    monkeypatch.setattr(venster.pagina("tafels"), "hulpplek", lambda: "2")
    with qtbot.waitSignal(venster.hulp_gevraagd) as gevangen:
        qtbot.keyClick(venster, Qt.Key.Key_F1)
    assert gevangen.args == ["tafels/2"]


def test_vraagteken_toont_de_toetsen_maar_niet_tijdens_typen(qtbot, venster, monkeypatch) -> None:
    gevraagd: list[object] = []
    monkeypatch.setattr(Toetsenlijst, "vraag", gevraagd.append)
    pagina = venster.pagina("vandaag")
    pagina.veld.setFocus()
    qtbot.keyClick(pagina.veld, "?")
    assert pagina.veld.toPlainText() == "?"
    assert gevraagd == []
    venster.navigatie.setFocus()
    qtbot.keyClick(venster.navigatie, "?")
    assert gevraagd == [venster]


def test_toetsenlijst_is_leesbaar(qtbot, thema: Thema) -> None:
    lijst = Toetsenlijst()
    qtbot.addWidget(lijst)
    with qtbot.waitExposed(lijst):
        lijst.show()
    assert bevindingen(lijst) == []
    for _, regels in TOETSEN:
        assert len({toets for toets, _ in regels}) == len(regels)


def test_past_op_1024_bij_768(maak: Maker) -> None:
    venster = maak(oefen=True)
    assert venster.minimumSizeHint().width() <= 1024
    assert venster.minimumSizeHint().height() <= 768
    for sleutel in ("vandaag", "tafels"):
        venster.ga_naar(sleutel)
        assert bevindingen(venster) == []


@pytest.mark.parametrize("schaal", [1.25, 1.5])
def test_past_bij_een_grotere_letter(qtbot, qapp, maak: Maker, schaal: float) -> None:
    gewoon = qapp.font()
    groter = qapp.font()
    groter.setPointSizeF(gewoon.pointSizeF() * schaal)
    qapp.setFont(groter)
    try:
        venster = maak(oefen=True)
        venster.ga_naar("tafels")
        qtbot.waitUntil(lambda: bevindingen(venster) == [])
    finally:
        qapp.setFont(gewoon)


def test_leegmaken_laat_geen_pagina_over(qtbot, venster: Hoofdvenster) -> None:
    pagina = venster.pagina("vandaag")
    assert isinstance(pagina, TekstPagina)
    pagina.veld.setPlainText("Geheim")
    with qtbot.waitSignal(pagina.destroyed):
        venster.maak_leeg()
        assert pagina.veld.toPlainText() == ""
    assert venster.stapel.count() == 0
    assert venster.plaats() is None


def test_een_letter_met_alt_die_niets_doet_wordt_niet_getypt(qtbot, venster: Hoofdvenster) -> None:
    venster.zoek_veld.setFocus()
    qtbot.keyClick(venster.zoek_veld, Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)
    assert venster.zoek_veld.text() == ""
    qtbot.keyClick(venster.zoek_veld, Qt.Key.Key_V)
    assert venster.zoek_veld.text() == "v"


def test_een_klik_links_geeft_het_toetsenbord_aan_de_pagina(qtbot, venster: Hoofdvenster) -> None:
    regel = venster.navigatie.topLevelItem(1)
    assert regel is not None
    plek = venster.navigatie.visualItemRect(regel).center()
    qtbot.mouseClick(venster.navigatie.viewport(), Qt.MouseButton.LeftButton, pos=plek)
    assert not venster.navigatie.hasFocus()
    assert not venster.navigatie.isAncestorOf(venster.focusWidget())
