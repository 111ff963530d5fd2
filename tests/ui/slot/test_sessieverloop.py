"""From login to window, to lock, and back to the same place with the same text."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from sessiehulp import bouw_vensters, ontgrendel
from ui_hulp import NepMeldingen, NepToegang, TekstPagina

from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.main_window import Hoofdvenster
from zvh_desktop.ui.slot.sessieverloop import Sessieverloop
from zvh_desktop.ui.slot.vergrendeling import Inactiviteit, Platformslot


@pytest.fixture
def kluismap(tmp_path: Path) -> Path:
    map_ = tmp_path / "voorbeeld.kluis"
    map_.mkdir()
    return map_


@pytest.fixture
def verloop(qtbot, toegang: NepToegang, gereedschap: Gereedschap) -> Iterator[Sessieverloop]:
    gemaakt = Sessieverloop(toegang, bouw_vensters, gereedschap)
    yield gemaakt
    gemaakt.stop()
    for deel in QApplication.topLevelWidgets():
        deel.close()
        deel.deleteLater()


@pytest.fixture
def venster(qtbot, verloop: Sessieverloop, kluismap: Path) -> Hoofdvenster:
    verloop.toon_aanmelden(kluismap)
    return ontgrendel(qtbot, verloop)


def tekstpagina(venster: Hoofdvenster, sleutel: str = "casussen") -> TekstPagina:
    pagina = venster.pagina(sleutel)
    assert isinstance(pagina, TekstPagina)
    return pagina


def test_eerste_keer_komt_de_assistent(verloop: Sessieverloop) -> None:
    verloop.begin()
    assert verloop.assistent is not None
    assert verloop.aanmeldvenster is None


def test_met_een_bekende_kluis_komt_het_aanmelden(verloop, gereedschap, kluismap: Path) -> None:
    gereedschap.instellingen.onthoud_kluis(kluismap)
    verloop.begin()
    assert verloop.assistent is None
    assert verloop.aanmeldvenster is not None
    assert verloop.aanmeldvenster.kluismap() == kluismap


@pytest.mark.parametrize("naam", ["Overleg 7.koffer", "huis.team"])
def test_een_koffer_die_er_niet_meer_is_gaat_uit_de_lijst(verloop, gereedschap, kluismap: Path, naam: str) -> None:
    weg = kluismap.parent / naam
    for een in (kluismap, weg):
        gereedschap.instellingen.onthoud_kluis(een)
    verloop.begin()
    assert verloop.aanmeldvenster is not None
    assert verloop.aanmeldvenster.kluismap() == kluismap
    gezegd = f"“{weg.stem}” staat er niet meer en is uit de lijst gehaald."
    assert verloop.aanmeldvenster.melding.tekst() == gezegd
    assert gereedschap.instellingen.recente_kluizen() == (kluismap,)


def test_een_koffer_op_een_stick_die_eruit_is_blijft_in_de_lijst(verloop, gereedschap, kluismap: Path) -> None:
    stick = kluismap.parent / "stick"
    for een in (kluismap, stick / "Overleg 7.koffer"):
        gereedschap.instellingen.onthoud_kluis(een)
    stick.mkdir()
    verloop.begin()
    assert len(gereedschap.instellingen.recente_kluizen()) == 2


class Kernel:
    """What Windows says of drives."""

    def __init__(self, soort: int) -> None:
        self._soort = soort
        self.gevraagd: list[str] = []
        self.kernel32 = self

    def GetDriveTypeW(self, schijf: str) -> int:
        self.gevraagd.append(schijf)
        return self._soort


@pytest.mark.parametrize(("soort", "blijft"), [(4, True), (3, False)], ids=["netwerkschijf", "eigen schijf"])
def test_naar_een_koffer_op_een_netwerkschijf_wordt_niet_gekeken(
    gereedschap, kluismap: Path, monkeypatch: pytest.MonkeyPatch, soort: int, blijft: bool
) -> None:
    """With a letter, as Z: at Windows: where that is gone, looking takes until the network gives up."""
    weg = kluismap.parent / "Overleg 7.koffer"
    gereedschap.instellingen.onthoud_kluis(weg)
    kernel = Kernel(soort)
    with monkeypatch.context() as windows:
        windows.setattr(sys, "platform", "win32")
        windows.setattr(ctypes, "windll", kernel, raising=False)
        verdwenen = gereedschap.instellingen.vergeet_verdwenen(None)
    assert kernel.gevraagd == [weg.anchor]
    assert (verdwenen == ()) is blijft


def test_een_kluis_die_er_niet_is_blijft_in_de_lijst_om_terug_te_zetten(verloop, gereedschap, kluismap: Path) -> None:
    weg = kluismap.parent / "weg.kluis"
    gereedschap.instellingen.onthoud_kluis(weg)
    verloop.begin()
    assert verloop.aanmeldvenster is not None
    assert verloop.aanmeldvenster.kluismap() == weg
    assert gereedschap.instellingen.recente_kluizen() == (weg,)


def test_zelfde_plaats_tekst_en_aanwijzer_komen_terug(qtbot, verloop, venster, toegang: NepToegang) -> None:
    venster.ga_naar("casussen", 42)
    veld = tekstpagina(venster).veld
    qtbot.keyClicks(veld, "Half getypte zin")
    aanwijzer = veld.textCursor()
    aanwijzer.setPosition(5)
    veld.setTextCursor(aanwijzer)
    with qtbot.waitSignal(verloop.vergrendeld):
        venster.vergrendelen_gevraagd.emit()
    assert toegang.diensten.bewaarde_tekst == "Half getypte zin"
    assert toegang.diensten.gesloten
    nieuw = ontgrendel(qtbot, verloop)
    plaats = nieuw.plaats()
    assert (plaats.pagina, plaats.onderdeel) == ("casussen", 42)
    assert tekstpagina(nieuw).veld.toPlainText() == "Half getypte zin"
    assert tekstpagina(nieuw).veld.textCursor().position() == 5


def test_na_vergrendelen_staat_er_niets_meer_op_een_scherm(qtbot, verloop, venster, toegang: NepToegang) -> None:
    pagina = tekstpagina(venster)
    qtbot.keyClicks(pagina.veld, "Testpersoon geheim")
    with qtbot.waitSignals([pagina.destroyed, venster.destroyed]):
        verloop.vergrendel()
        assert not venster.isVisible()
    for deel in QApplication.allWidgets():
        tekst = deel.property("text") or deel.property("plainText") or ""
        assert "geheim" not in str(tekst)
    assert verloop.aanmeldvenster is not None
    assert verloop.aanmeldvenster.naam() == "j.oefenman"
    assert not verloop.inactiviteit.telt()


def test_vergrendelen_stelt_geen_vraag_en_leegt_het_klembord(verloop, venster, gereedschap, meldingen) -> None:
    gereedschap.klembord.zet("Testpersoon")
    verloop.vergrendel()
    assert meldingen.gesteld == []
    assert QGuiApplication.clipboard().text() == ""


def test_wat_niet_bewaard_kon_worden_wordt_na_ontgrendelen_gezegd(
    qtbot, verloop, venster, meldingen: NepMeldingen
) -> None:
    tekstpagina(venster).weigert = True
    verloop.vergrendel()
    assert meldingen.fouten == []
    ontgrendel(qtbot, verloop)
    assert [fout.gebeurd for fout in meldingen.fouten] == ["De schijf is vol."]


def test_vergrendelen_sluit_een_open_dialoog(qtbot, verloop, venster) -> None:
    class Dialoog(QDialog):
        bewaard = False
        geleegd = False

        def bewaar_nu(self) -> None:
            self.bewaard = True

        def maak_leeg(self) -> None:
            self.geleegd = True

    dialoog = Dialoog(venster)
    veld = QLineEdit(dialoog)
    veld.setText("Testpersoon")
    QTimer.singleShot(0, verloop.vergrendel)
    assert dialoog.exec() == QDialog.DialogCode.Rejected
    assert dialoog.bewaard
    assert dialoog.geleegd
    assert verloop.venster is None
    assert verloop.aanmeldvenster is not None


def test_tweemaal_vergrendelen_doet_niets_extra(qtbot, verloop, venster) -> None:
    verloop.vergrendel()
    eerste = verloop.aanmeldvenster
    verloop.vergrendel()
    assert verloop.aanmeldvenster is eerste


def test_na_niets_doen_wordt_vergrendeld(qtbot, verloop, venster) -> None:
    with qtbot.waitSignal(verloop.vergrendeld):
        verloop.inactiviteit.zet_minuten(0.0005)
    assert verloop.venster is None


def test_slot_van_de_computer_vergrendelt_ook(qtbot, verloop, venster) -> None:
    with qtbot.waitSignal(verloop.vergrendeld):
        verloop.platformslot.vergrendeld.emit()


def test_sluiten_van_het_venster_sluit_de_kluis(qtbot, verloop, venster, toegang: NepToegang) -> None:
    with qtbot.waitSignal(verloop.gestopt):
        venster.close()
    assert toegang.diensten.gesloten


def test_stoppen_bij_het_slot_beeindigt_de_applicatie(qtbot, verloop, venster) -> None:
    verloop.vergrendel()
    with qtbot.waitSignal(verloop.gestopt):
        verloop.aanmeldvenster.reject()


def test_toets_of_muis_begint_de_tijd_opnieuw(qtbot, qapp) -> None:
    wachter = Inactiviteit(5)
    veld = QLineEdit()
    qtbot.addWidget(veld)
    veld.show()
    wachter.begin()
    wachter._wachter.start(60_000)
    qtbot.keyClick(veld, "a")
    assert wachter._wachter.remainingTime() > 250_000 or wachter._wachter.interval() == 60_000
    wachter.stop()
    assert not wachter.telt()


def test_schermbeveiliging_die_uitgaat_vergrendelt_niet(qtbot) -> None:
    slot = Platformslot()
    with qtbot.assertNotEmitted(slot.vergrendeld):
        slot._on_schermbeveiliging_gewijzigd(False)
    with qtbot.waitSignal(slot.vergrendeld):
        slot._on_schermbeveiliging_gewijzigd(True)


def test_vergrendeltijd_komt_uit_de_kluis_en_volgt_een_wijziging(qtbot, verloop, toegang, kluismap: Path) -> None:
    toegang.diensten.vergrendel_minuten = 2
    verloop.toon_aanmelden(kluismap)
    ontgrendel(qtbot, verloop)
    assert verloop.inactiviteit._wachter.interval() == 120_000
    toegang.diensten.vergrendel_minuten = 9
    verloop.venster.pagina("casussen").instellingen_gewijzigd.emit()
    assert verloop.inactiviteit._wachter.interval() == 540_000


def test_onder_een_overleg_duurt_het_langer_en_dan_toch(qtbot, qapp) -> None:
    aan_tafel = [True, True]
    wachter = Inactiviteit(1)
    wachter.zet_minuten(0.0005, 0.002, aan_tafel.pop)
    with qtbot.waitSignal(wachter.inactief_geworden):
        wachter.begin()
    assert aan_tafel == [True]
    wachter.zet_minuten(0.0005, 60, lambda: False)
    with qtbot.waitSignal(wachter.inactief_geworden):
        wachter.begin()
    wachter.stop()


def test_onder_een_overleg_telt_een_toets_weer_van_voren_af(qtbot, qapp) -> None:
    gevraagd: list[int] = []

    def blijft_open() -> bool:
        gevraagd.append(1)
        return True

    wachter = Inactiviteit(1)
    wachter.zet_minuten(0.0005, 60, blijft_open)
    wachter.begin()
    qtbot.waitUntil(lambda: len(gevraagd) == 1)
    assert wachter.telt()
    veld = QLineEdit()
    qtbot.addWidget(veld)
    qtbot.keyClick(veld, "a")
    qtbot.waitUntil(lambda: len(gevraagd) == 2)
    wachter.stop()


def test_aan_tafel_geldt_de_tijd_van_het_huis(qtbot, verloop, venster, toegang, monkeypatch) -> None:
    monkeypatch.setattr(type(venster), "aan_tafel", lambda _venster: True)
    toegang.diensten.vergrendel_minuten = 0.0005
    toegang.diensten.vergrendel_minuten_tafel = 60
    venster.instellingen_gewijzigd.emit()
    qtbot.waitUntil(lambda: verloop.inactiviteit._verlengd)
    assert verloop.venster is venster
    verloop.vergrendel()
    assert verloop.venster is None


def test_afmelden_bewaart_sluit_en_laat_de_naam_vrij(qtbot, verloop, venster, toegang: NepToegang) -> None:
    venster.ga_naar("casussen", 42)
    qtbot.keyClicks(tekstpagina(venster).veld, "Half getypte zin")
    with qtbot.waitSignal(verloop.vergrendeld):
        qtbot.keyClick(venster, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert toegang.diensten.bewaarde_tekst == "Half getypte zin"
    assert toegang.diensten.gesloten
    aanmelden = verloop.aanmeldvenster
    assert aanmelden is not None
    assert aanmelden.naam() == ""
    assert aanmelden.naam_veld.isEnabled()
    assert aanmelden.windowTitle() == "Casustafel - aanmelden"


def test_na_afmelden_begint_de_volgende_vooraan(qtbot, verloop, venster) -> None:
    eerste = venster.plaats()
    venster.ga_naar("casussen", 42)
    qtbot.mouseClick(venster.slotknoppen.afmeld_knop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: verloop.aanmeldvenster is not None)
    verloop.aanmeldvenster.naam_veld.setEditText("j.oefenman")
    plaats = ontgrendel(qtbot, verloop).plaats()
    assert plaats.pagina == eerste.pagina
    assert plaats.onderdeel != 42


def test_afmelden_vraagt_wat_er_met_onbewaarde_tekst_moet(qtbot, verloop, venster, meldingen: NepMeldingen) -> None:
    tekstpagina(venster).weigert = True
    meldingen.antwoord = False
    qtbot.mouseClick(venster.slotknoppen.afmeld_knop, Qt.MouseButton.LeftButton)
    assert verloop.venster is venster
    assert "afmelden" in meldingen.gesteld[-1]
