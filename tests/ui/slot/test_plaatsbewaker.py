"""After a crash the work goes on where it stood: the page, the text that was not saved yet, and the caret."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from sessiehulp import bouw_vensters, ontgrendel
from ui_hulp import NepLuisteraar, NepMeldingen, NepToegang, TekstPagina

from zvh_desktop.errors import SchijfVol
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.main_window import Hoofdvenster
from zvh_desktop.ui.slot.plaatsbewaker import Plaatsbewaker
from zvh_desktop.ui.slot.sessieverloop import Sessieverloop


class Werk:
    """One user at one computer; a crash is a window that goes without a word."""

    def __init__(self, qtbot: QtBot, gereedschap: Gereedschap, kluismap: Path) -> None:
        self.qtbot, self.gereedschap, self.kluismap = qtbot, gereedschap, kluismap
        self.toegang = NepToegang()
        self.verloop: Sessieverloop | None = None

    def begin(self) -> Hoofdvenster:
        self.verloop = Sessieverloop(self.toegang, bouw_vensters, self.gereedschap)
        self.verloop.toon_aanmelden(self.kluismap)
        return ontgrendel(self.qtbot, self.verloop)

    def bewaker(self) -> Plaatsbewaker:
        assert self.verloop is not None
        return self.verloop.findChild(Plaatsbewaker)  # type: ignore[return-value]

    def crash(self) -> None:
        assert self.verloop is not None and self.verloop.venster is not None
        plek = self.toegang.diensten.plek
        self.verloop.stop()
        self.toegang.diensten.plek = plek


@pytest.fixture
def werk(qtbot: QtBot, gereedschap: Gereedschap, tmp_path: Path) -> Werk:
    return Werk(qtbot, gereedschap, tmp_path / "voorbeeld.kluis")


def _typ(werk: Werk, venster: Hoofdvenster, tekst: str) -> TekstPagina:
    venster.ga_naar("casussen", 7)
    pagina = venster.pagina("casussen")
    assert isinstance(pagina, TekstPagina)
    pagina.veld.setFocus()
    werk.qtbot.keyClicks(pagina.veld, tekst)
    return pagina


def _pagina(venster: Hoofdvenster) -> TekstPagina:
    pagina = venster.pagina("casussen")
    assert isinstance(pagina, TekstPagina)
    return pagina


def test_elke_toets_staat_vast_nog_voor_hij_is_bewaard(werk: Werk) -> None:
    venster = werk.begin()
    with werk.qtbot.waitSignal(werk.bewaker().vastgelegd):
        pagina = _typ(werk, venster, "Afspraak met de w")
    werk.bewaker().leg_vast()
    assert werk.toegang.diensten.bewaarde_tekst == ""
    assert pagina.veld.gewijzigd()
    assert b"Afspraak" not in werk.toegang.diensten.plek  # sealed
    werk.crash()
    opnieuw = werk.begin()
    werk.qtbot.waitUntil(lambda: _pagina(opnieuw).veld.toPlainText() == "Afspraak met de w")
    assert _pagina(opnieuw).onderdeel() == 7
    assert _pagina(opnieuw).veld.hasFocus()
    werk.qtbot.keyClicks(_pagina(opnieuw).veld, "ijkagent")
    _pagina(opnieuw).bewaar_nu()
    assert werk.toegang.diensten.bewaarde_tekst == "Afspraak met de wijkagent"


def test_de_aanwijzer_staat_midden_in_de_tekst_waar_hij_stond(werk: Werk) -> None:
    pagina = _typ(werk, werk.begin(), "een twee drie")
    for _keer in range(4):
        werk.qtbot.keyClick(pagina.veld, Qt.Key.Key_Left)
    werk.bewaker().leg_vast()
    werk.crash()
    opnieuw = werk.begin()
    werk.qtbot.waitUntil(lambda: _pagina(opnieuw).veld.toPlainText() == "een twee drie")
    assert _pagina(opnieuw).veld.textCursor().position() == len("een twee ")


def test_wat_daarna_nog_is_bewaard_wordt_niet_overschreven(werk: Werk) -> None:
    _typ(werk, werk.begin(), "oud")
    werk.bewaker().leg_vast()
    werk.toegang.diensten.bewaarde_tekst = "oud en nieuw"  # saved after that note, and then it crashed
    werk.crash()
    opnieuw = werk.begin()
    assert _pagina(opnieuw).veld.toPlainText() == "oud en nieuw"


def test_waar_collegas_doorgingen_wordt_het_getypte_getoond(werk: Werk, meldingen: NepMeldingen) -> None:
    _typ(werk, werk.begin(), "half af")
    werk.bewaker().leg_vast()
    werk.toegang.diensten.bewaarde_tekst = "van een collega"
    werk.crash()
    werk.toegang.diensten.luisteraar = NepLuisteraar()
    opnieuw = werk.begin()
    werk.qtbot.waitUntil(lambda: meldingen.berichten == ["Dit had u nog getypt: half af"])
    assert _pagina(opnieuw).veld.toPlainText() == "van een collega"
    assert werk.verloop is not None
    werk.verloop.stop()


def test_wat_een_collega_bewaarde_en_hier_nog_niet_was_gelezen_wordt_niet_overschreven(
    werk: Werk, meldingen: NepMeldingen
) -> None:
    """When it was noted it stood in the house already, and not in what was typed on."""
    werk.toegang.diensten.luisteraar = NepLuisteraar()
    werk.toegang.diensten.gezien = 0
    _typ(werk, werk.begin(), "half af")
    werk.toegang.diensten.bewaarde_tekst = "van een collega"
    werk.bewaker().leg_vast()
    werk.crash()
    werk.toegang.diensten.luisteraar = NepLuisteraar()
    opnieuw = werk.begin()
    werk.qtbot.waitUntil(lambda: meldingen.berichten == ["Dit had u nog getypt: half af"])
    assert _pagina(opnieuw).veld.toPlainText() == "van een collega"
    assert werk.verloop is not None
    werk.verloop.stop()


def test_met_anderen_komt_terug_wat_op_het_nieuwste_is_getypt(werk: Werk) -> None:
    werk.toegang.diensten.luisteraar = NepLuisteraar()
    _typ(werk, werk.begin(), "half af")
    werk.bewaker().leg_vast()
    werk.crash()
    werk.toegang.diensten.luisteraar = NepLuisteraar()
    opnieuw = werk.begin()
    werk.qtbot.waitUntil(lambda: _pagina(opnieuw).veld.toPlainText() == "half af")
    assert werk.verloop is not None
    werk.verloop.stop()


def test_wie_gewoon_sluit_begint_daarna_weer_vooraan(werk: Werk) -> None:
    venster = werk.begin()
    _typ(werk, venster, "klaar")
    werk.bewaker().leg_vast()
    assert werk.toegang.diensten.plek
    assert werk.verloop is not None
    with werk.qtbot.waitSignal(werk.verloop.gestopt):
        venster.close()
    assert werk.toegang.diensten.plek == b""


def test_na_het_slot_blijft_het_op_schijf_tot_er_weer_gewerkt_wordt(werk: Werk) -> None:
    _typ(werk, werk.begin(), "bewaard")
    assert werk.verloop is not None
    werk.verloop.vergrendel()
    assert werk.toegang.diensten.plek
    werk.verloop.stop()  # the computer went off while it was locked
    assert _pagina(werk.begin()).onderdeel() == 7


def test_wie_afmeldt_begint_daarna_weer_vooraan(werk: Werk) -> None:
    _typ(werk, werk.begin(), "klaar")
    werk.bewaker().leg_vast()
    assert werk.toegang.diensten.plek
    assert werk.verloop is not None
    werk.verloop.meld_af()
    assert werk.toegang.diensten.plek == b""
    werk.verloop.stop()
    assert werk.begin().plaats().pagina != "casussen"


@pytest.mark.mag_loggen("zvh_desktop.ui.slot.plaatsbewaker")
def test_een_volle_schijf_houdt_het_typen_niet_op(
    werk: Werk, meldingen: NepMeldingen, monkeypatch: pytest.MonkeyPatch
) -> None:
    venster = werk.begin()

    def vol(_gegevens: bytes) -> None:
        raise SchijfVol("De schijf is vol.")

    monkeypatch.setattr(werk.toegang.diensten, "leg_plek_vast", vol)
    pagina = _typ(werk, venster, "gaat door")
    werk.bewaker().leg_vast()
    pagina.bewaar_nu()
    assert werk.toegang.diensten.bewaarde_tekst == "gaat door"
    assert meldingen.fouten == []


@pytest.mark.mag_loggen("zvh_desktop.ui.slot.plaatsbewaker")
def test_wat_niet_te_lezen_is_telt_niet(werk: Werk) -> None:
    werk.toegang.diensten.plek = werk.toegang.diensten.verzegel(b"geen pickle")
    venster = werk.begin()
    assert venster.isVisible()


def test_een_regel_die_op_enter_wacht_gaat_niet_verloren_ook_als_de_plek_weg_is(
    werk: Werk, meldingen: NepMeldingen
) -> None:
    venster = werk.begin()
    pagina = _typ(werk, venster, "")
    regel = QLineEdit(pagina)
    regel.setObjectName("nieuwe_actie")
    regel.show()
    werk.qtbot.keyClicks(regel, "politie: huisbezoek")
    werk.bewaker().leg_vast()
    werk.crash()
    werk.begin()
    werk.qtbot.waitUntil(lambda: bool(meldingen.berichten))
    assert meldingen.berichten == ["Dit had u nog getypt: politie: huisbezoek"]
