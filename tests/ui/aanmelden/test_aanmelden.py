"""Login: one clear answer, a growing wait, nothing that stays behind."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from factories import BEHEER, WACHTWOORD, maak_sjabloon
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit
from ui_hulp import GOED_WACHTWOORD, NepMeldingen, NepToegang

from zvh_desktop.models.keuzes import Rol
from zvh_desktop.services.kluis.gegevens import AccountInvoer
from zvh_desktop.services.kluis.kluisinfo import Serveraccount, Serverbewaring
from zvh_desktop.services.toegang import ToegangDienst
from zvh_desktop.ui.aanmelden.aanmeldvenster import Aanmeldvenster
from zvh_desktop.ui.aanmelden.eigen_wachtwoord import EigenWachtwoordDialoog
from zvh_desktop.ui.aanmelden.hersteldialoog import Herstelantwoord, Hersteldialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.toegankelijkheid import bevindingen

GEKREGEN = "paard steiger lampion vijver"


@pytest.fixture
def toegang() -> NepToegang:
    return NepToegang()


@pytest.fixture
def kluismap(tmp_path: Path) -> Path:
    map_ = tmp_path / "voorbeeld.kluis"
    map_.mkdir()
    return map_


def maak(toegang: NepToegang, g: Gereedschap, **anders) -> Aanmeldvenster:
    return Aanmeldvenster(toegang, g.taken, g.melder, g.instellingen, **anders)


@pytest.fixture
def venster(qtbot, toegang: NepToegang, gereedschap: Gereedschap, kluismap: Path) -> Aanmeldvenster:
    gemaakt = maak(toegang, gereedschap, kluismap=kluismap, gebruiker="j.oefenman")
    qtbot.addWidget(gemaakt)
    with qtbot.waitActive(gemaakt):
        gemaakt.show()
    return gemaakt


def test_goed_wachtwoord_opent_met_enter_naast_het_venster(qtbot, venster, toegang: NepToegang, gereedschap) -> None:
    assert venster.wachtwoord_veld.hasFocus()
    qtbot.keyClicks(venster.wachtwoord_veld, GOED_WACHTWOORD)
    with qtbot.waitSignal(venster.aangemeld) as gevangen:
        qtbot.keyClick(venster.wachtwoord_veld, Qt.Key.Key_Return)
    assert gevangen.args == [toegang.diensten]
    assert toegang.draden
    assert threading.get_ident() not in toegang.draden
    assert venster.wachtwoord_veld.text() == ""
    assert gereedschap.instellingen.recente_kluizen() == (venster.kluismap(),)


def test_zonder_wachtwoord_kan_er_niet_geopend_worden(venster) -> None:
    assert not venster.open_knop.isEnabled()


def test_fout_wachtwoord_geeft_een_antwoord_en_leegt_het_veld(qtbot, venster, toegang: NepToegang) -> None:
    qtbot.keyClicks(venster.wachtwoord_veld, "fout wachtwoord")
    venster.open_knop.click()
    assert not venster.open_knop.isEnabled()
    qtbot.waitUntil(lambda: "klopt niet" in venster.melding.tekst())
    assert venster.wachtwoord_veld.text() == ""
    assert venster.wachtwoord_veld.hasFocus()
    assert toegang.pogingen == 1
    assert bevindingen(venster) == []


def test_wachttijd_telt_af_en_houdt_de_knop_dicht(qtbot, venster, toegang: NepToegang) -> None:
    toegang.wacht_seconden = 1.4
    qtbot.keyClicks(venster.wachtwoord_veld, "fout wachtwoord")
    venster.open_knop.click()
    qtbot.waitUntil(lambda: "over 2 seconden" in venster.melding.tekst())
    venster.wachtwoord_veld.setText("nog eens")
    assert not venster.open_knop.isEnabled()
    qtbot.waitUntil(lambda: "over 1 seconde " in venster.melding.tekst())
    qtbot.waitUntil(venster.open_knop.isEnabled)


def test_map_die_geen_kluis_is_wordt_uitgelegd(qtbot, venster, meldingen: NepMeldingen, tmp_path: Path) -> None:
    meldingen.pad = tmp_path
    venster.zoek_knop.click()
    assert "geen kluis" in venster.melding.tekst()
    venster.wachtwoord_veld.setText(GOED_WACHTWOORD)
    assert not venster.open_knop.isEnabled()


def test_dit_apparaat_staat_er_alleen_als_het_kan(qtbot, venster, toegang: NepToegang) -> None:
    assert not venster.apparaat_knop.isVisible()
    toegang.bewaard.dit_apparaat = True
    venster.naam_veld.setCurrentText("m.voorbeeld")
    qtbot.waitUntil(venster.apparaat_knop.isVisible)
    with qtbot.waitSignal(venster.aangemeld):
        venster.apparaat_knop.click()


def test_vergrendeld_vraagt_alleen_dezelfde_gebruiker(qtbot, toegang, gereedschap, kluismap) -> None:
    venster = maak(toegang, gereedschap, kluismap=kluismap, gebruiker="m.voorbeeld", vergrendeld=True)
    qtbot.addWidget(venster)
    venster.show()
    assert venster.naam() == "m.voorbeeld"
    assert not venster.naam_veld.isEnabled()
    assert not venster.kluis_keuze.isVisible()
    assert not venster.nieuw_knop.isVisible()
    assert "vergrendeld" in venster.windowTitle()


def test_escape_bij_het_slot_sluit_het_programma_niet(qtbot, toegang, gereedschap, kluismap) -> None:
    venster = maak(toegang, gereedschap, kluismap=kluismap, gebruiker="m.voorbeeld", vergrendeld=True)
    qtbot.addWidget(venster)
    venster.show()
    qtbot.keyClicks(venster.wachtwoord_veld, "half")
    with qtbot.assertNotEmitted(venster.gestopt):
        qtbot.keyClick(venster.wachtwoord_veld, Qt.Key.Key_Escape)
    assert venster.isVisible()
    assert venster.wachtwoord_veld.text() == ""


def test_zonder_kluis_wijst_het_venster_de_weg(qtbot, toegang, gereedschap) -> None:
    venster = maak(toegang, gereedschap)
    qtbot.addWidget(venster)
    venster.show()
    assert "Kies een kluis" in venster.uitleg.text()
    with qtbot.waitSignal(venster.nieuw_gevraagd):
        venster.nieuw_knop.click()


def test_caps_lock_wordt_gezegd(qtbot, venster) -> None:
    qtbot.keyClick(venster.wachtwoord_veld, "A")
    assert venster.melding.tekst() == "Caps Lock staat aan."
    qtbot.keyClick(venster.wachtwoord_veld, "b")
    assert venster.melding.tekst() == ""


def test_wachtwoord_vergeten_gaat_met_de_herstelsleutel(qtbot, venster, monkeypatch) -> None:
    antwoord = Herstelantwoord("j.oefenman", "appel boom", GOED_WACHTWOORD)
    monkeypatch.setattr(Hersteldialoog, "vraag", lambda *_: antwoord)
    with qtbot.waitSignal(venster.aangemeld):
        venster.herstel_knop.click()


def test_herstelsleutel_en_wachtwoord_komen_niet_in_repr() -> None:
    assert "appel" not in repr(Herstelantwoord("j.oefenman", "appel boom", "geheim woord"))
    assert "geheim" not in repr(Herstelantwoord("j.oefenman", "appel boom", "geheim woord"))


def test_hersteldialoog_wil_een_sterk_wachtwoord_tweemaal(qtbot, toegang, thema) -> None:
    dialoog = Hersteldialoog(toegang, "j.oefenman")
    qtbot.addWidget(dialoog)
    with qtbot.waitExposed(dialoog):
        dialoog.show()
    dialoog.sleutel_veld.setText(" Appel   boom ")
    dialoog.wachtwoord.eerste.setText("kort")
    assert not dialoog.herstel_knop.isEnabled()
    assert "Te kort" in dialoog.wachtwoord.oordeel.tekst()
    dialoog.wachtwoord.eerste.setText(GOED_WACHTWOORD)
    dialoog.wachtwoord.tweede.setText("iets anders")
    assert "niet gelijk" in dialoog.wachtwoord.oordeel.tekst()
    dialoog.wachtwoord.tweede.setText(GOED_WACHTWOORD)
    assert dialoog.herstel_knop.isEnabled()
    assert dialoog.invoer() == Herstelantwoord("j.oefenman", "Appel boom", GOED_WACHTWOORD)
    assert bevindingen(dialoog) == []
    dialoog.maak_leeg()
    assert dialoog.sleutel_veld.text() == ""


def test_na_escape_uit_wachtwoord_vergeten_gaat_het_typen_naar_het_wachtwoord(qtbot, venster) -> None:
    def escape() -> None:
        dialoog = QApplication.activeModalWidget()
        assert isinstance(dialoog, Hersteldialoog)
        qtbot.keyClick(dialoog, Qt.Key.Key_Escape)

    QTimer.singleShot(0, escape)
    venster.herstel_knop.setFocus()
    qtbot.keyClick(venster.herstel_knop, Qt.Key.Key_Space)
    veld = venster.focusWidget()
    assert veld is venster.wachtwoord_veld
    qtbot.keyClicks(veld, "mijn geheime zin")
    assert venster.wachtwoord_veld.text() == "mijn geheime zin"
    assert venster.wachtwoord_veld.echoMode() is QLineEdit.EchoMode.Password
    assert QApplication.activeModalWidget() is None


def test_terug_uit_een_ander_venster_staat_de_toets_in_het_wachtwoord(qtbot, venster) -> None:
    venster.herstel_knop.setFocus()
    ander = QDialog()
    qtbot.addWidget(ander)
    with qtbot.waitActive(ander):
        ander.show()
    with qtbot.waitActive(venster):
        ander.close()
        venster.activateWindow()
    qtbot.waitUntil(venster.wachtwoord_veld.hasFocus)


def test_geen_map_gekozen_laat_de_toets_niet_op_de_knop(venster, meldingen: NepMeldingen) -> None:
    venster.zoek_knop.setFocus()
    venster.zoek_knop.click()
    assert venster.wachtwoord_veld.hasFocus()


def test_herstelsleutel_is_niet_te_lezen_en_vraagt_om_groepen(qtbot, toegang) -> None:
    dialoog = Hersteldialoog(toegang, "j.oefenman")
    qtbot.addWidget(dialoog)
    with qtbot.waitActive(dialoog):
        dialoog.show()
    qtbot.keyClicks(QApplication.focusWidget(), "mijn geheime zin")
    assert dialoog.sleutel_veld.text() == "mijn geheime zin"
    assert dialoog.sleutel_veld.displayText() == "\u25cf" * 16
    assert [veld for veld in dialoog.findChildren(QLineEdit) if veld.echoMode() is QLineEdit.EchoMode.Normal] == [
        dialoog.naam_veld
    ]
    dialoog.sleutel_veld.toon_actie.trigger()
    assert dialoog.sleutel_veld.displayText() == "mijn geheime zin"
    tekst = " ".join(deel.text() for deel in dialoog.findChildren(QLabel))
    assert "groepen" in tekst
    assert "De woorden" not in tekst


def test_gekregen_wachtwoord_vraagt_eerst_een_eigen(qtbot, venster, toegang: NepToegang) -> None:
    toegang.tijdelijk = True

    def kies() -> None:
        dialoog = QApplication.activeModalWidget()
        assert isinstance(dialoog, EigenWachtwoordDialoog)
        assert dialoog.focusWidget() is dialoog.wachtwoord.eerste
        for veld in (dialoog.wachtwoord.eerste, dialoog.wachtwoord.tweede):
            qtbot.keyClicks(veld, GOED_WACHTWOORD)
        assert not dialoog.kies_knop.isEnabled()
        for veld in (dialoog.wachtwoord.eerste, dialoog.wachtwoord.tweede):
            qtbot.keyClicks(veld, " en meer")
        assert bevindingen(dialoog) == []
        qtbot.keyClick(dialoog.wachtwoord.tweede, Qt.Key.Key_Return)

    qtbot.keyClicks(venster.wachtwoord_veld, GOED_WACHTWOORD)
    veld_gezien = QTimer(venster)
    veld_gezien.timeout.connect(lambda: kies() if QApplication.activeModalWidget() else None)
    veld_gezien.start(0)
    with qtbot.waitSignal(venster.aangemeld):
        qtbot.keyClick(venster.wachtwoord_veld, Qt.Key.Key_Return)
    veld_gezien.stop()
    assert toegang.eigen_wachtwoord == f"{GOED_WACHTWOORD} en meer"
    assert venster.wachtwoord_veld.text() == ""


def test_rol_die_wacht_wordt_gezegd_en_het_nieuwe_wachtwoord_geldt(
    qtbot, gereedschap, tmp_path: Path, monkeypatch
) -> None:
    """The real vault: a new procesregisseur chooses a password and hears that somebody has to confirm the role."""
    eigen, toegang = "kastanje fluit dakraam zomer", ToegangDienst()
    map_ = maak_sjabloon(tmp_path / "huis.kluis")
    diensten = toegang.ontgrendel(map_, BEHEER, WACHTWOORD)
    diensten.bevestig(WACHTWOORD)
    rollen = frozenset({Rol.PROCESREGISSEUR})
    diensten.beheer.voeg_account_toe(AccountInvoer("n.voorbeeld", "N. Voorbeeld", rollen, GEKREGEN))
    diensten.sluit()
    monkeypatch.setattr(EigenWachtwoordDialoog, "vraag", lambda *_: eigen)
    venster = maak(toegang, gereedschap, kluismap=map_, gebruiker="n.voorbeeld")
    qtbot.addWidget(venster)
    venster.show()
    qtbot.keyClicks(venster.wachtwoord_veld, GEKREGEN)
    venster.open_knop.click()
    qtbot.waitUntil(lambda: "wacht op bevestiging" in venster.melding.tekst())
    assert venster.melding.tekst() == (
        "Uw nieuwe wachtwoord geldt. Uw rol wacht op bevestiging door iemand anders. Vraag een collega die bij "
        "Beheer rolwijzigingen mag bevestigen, de kluis te openen en dat te doen. Daarna opent u met het nieuwe "
        "wachtwoord."
    )
    assert venster.wachtwoord_veld.text() == ""
    qtbot.keyClicks(venster.wachtwoord_veld, eigen)
    venster.open_knop.click()
    qtbot.waitUntil(lambda: "Er is niets gewijzigd" in venster.melding.tekst())
    assert venster.melding.tekst().startswith("Uw rol wacht op bevestiging")
    assert venster.wachtwoord_veld.text() == ""


@pytest.mark.parametrize("schaal", [1.0, 1.5, 2.0])
def test_aanmelden_is_leesbaar_bij_elke_letter(qtbot, qapp, toegang, gereedschap, kluismap, schaal: float) -> None:
    gewoon, groter = qapp.font(), qapp.font()
    groter.setPointSizeF(gewoon.pointSizeF() * schaal)
    qapp.setFont(groter)
    try:
        toegang.bewaard.dit_apparaat = True
        venster = maak(toegang, gereedschap, kluismap=kluismap, gebruiker="j.oefenman")
        qtbot.addWidget(venster)
        venster.show()
        qtbot.waitUntil(venster.apparaat_knop.isVisible)
        qtbot.waitUntil(lambda: bevindingen(venster) == [])
    finally:
        qapp.setFont(gewoon)


# --- a house on a server ----------------------------------------------------------------------------


@pytest.fixture
def op_server(qtbot, toegang: NepToegang, gereedschap: Gereedschap, tmp_path: Path) -> Aanmeldvenster:
    gemaakt = maak(toegang, gereedschap, kluismap=tmp_path / "huis.team")
    qtbot.addWidget(gemaakt)
    with qtbot.waitActive(gemaakt):
        gemaakt.show()
    return gemaakt


def test_een_kluis_vraagt_geen_databaseaccount(venster) -> None:
    assert not venster.serverdeel.isVisible()
    assert venster.serverdeel.account() == ()


def test_een_huis_op_een_server_gaat_open_met_een_databaseaccount(
    qtbot, op_server: Aanmeldvenster, toegang: NepToegang, gereedschap: Gereedschap
) -> None:
    assert op_server.serverdeel.isVisible()
    assert "db.voorbeeld.invalid" in op_server.uitleg.text()
    op_server.naam_veld.setCurrentText("j.oefenman")
    qtbot.keyClicks(op_server.wachtwoord_veld, GOED_WACHTWOORD)
    assert not op_server.open_knop.isEnabled()
    qtbot.keyClicks(op_server.serverdeel.account_veld, "zvh_bureau")
    qtbot.keyClicks(op_server.serverdeel.wachtwoord_veld, "geheim")
    op_server.serverdeel.onthoud_vak.click()
    assert not op_server.terug_knop.isEnabled()
    with qtbot.waitSignal(op_server.aangemeld):
        op_server.open_knop.click()
    assert toegang.account == Serveraccount("zvh_bureau", "geheim", onthoud=True)
    assert op_server.serverdeel.wachtwoord_veld.text() == ""
    assert gereedschap.instellingen.recente_kluizen() == (op_server.kluismap(),)


def test_bewaring_staat_er_al_en_niets_staat_in_de_instellingen(
    qtbot, toegang: NepToegang, gereedschap: Gereedschap, tmp_path: Path
) -> None:
    toegang.bewaard.account = Serverbewaring("zvh_bureau")
    gemaakt = maak(toegang, gereedschap, kluismap=tmp_path / "huis.team", gebruiker="j.oefenman")
    qtbot.addWidget(gemaakt)
    deel = gemaakt.serverdeel
    qtbot.waitUntil(deel.onthoud_vak.isChecked)
    assert (deel.account_veld.text(), deel.onthoud_vak.isChecked()) == ("zvh_bureau", True)
    assert "bewaard" in deel.wachtwoord_veld.placeholderText()
    qtbot.keyClicks(gemaakt.wachtwoord_veld, GOED_WACHTWOORD)
    with qtbot.waitSignal(gemaakt.aangemeld):
        gemaakt.open_knop.click()
    assert toegang.account == Serveraccount("zvh_bureau", "", onthoud=True)
    gereedschap.instellingen.bewaar()
    ini = (tmp_path / "venster.ini").read_text(encoding="utf-8")
    assert "huis.team" in ini and "zvh_bureau" not in ini


def test_zonder_veilige_sleutelhanger_is_onthouden_uit_met_de_reden(
    qtbot, toegang: NepToegang, gereedschap: Gereedschap, tmp_path: Path
) -> None:
    toegang.bewaard.account = Serverbewaring(bezwaar="Hier is geen sleutelhanger.")
    gemaakt = maak(toegang, gereedschap, kluismap=tmp_path / "huis.team")
    qtbot.addWidget(gemaakt)
    qtbot.waitUntil(lambda: not gemaakt.serverdeel.onthoud_vak.isEnabled())
    # It may have been locked for a moment: what is kept is not forgotten because of that.
    gemaakt.serverdeel.account_veld.setText("zvh_bureau")
    assert gemaakt.serverdeel.account() == (Serveraccount("zvh_bureau", "", onthoud=None),)
    assert gemaakt.serverdeel.onthoud_vak.toolTip() == "Hier is geen sleutelhanger."


def test_wat_al_was_aangevinkt_blijft_zo_als_de_sleutelhanger_antwoordt(
    qtbot, toegang: NepToegang, gereedschap: Gereedschap, tmp_path: Path
) -> None:
    toegang.bewaard.antwoordt.clear()
    gemaakt = maak(toegang, gereedschap, kluismap=tmp_path / "huis.team")
    qtbot.addWidget(gemaakt)
    with qtbot.waitActive(gemaakt):
        gemaakt.show()
    gemaakt.serverdeel.onthoud_vak.click()
    with qtbot.waitSignal(gemaakt._hanger.bewaring_bekend):
        toegang.bewaard.antwoordt.set()
    gemaakt.vernieuw()
    assert gemaakt.serverdeel.onthoud_vak.isChecked()
    assert threading.get_ident() not in {draad for _, draad in toegang.bewaard.vragen}


def test_zolang_niet_bekend_is_bewaring_wordt_het_niet_vergeten(
    qtbot, toegang: NepToegang, gereedschap: Gereedschap, tmp_path: Path
) -> None:
    toegang.bewaard.antwoordt.clear()
    gemaakt = maak(toegang, gereedschap, kluismap=tmp_path / "huis.team")
    qtbot.addWidget(gemaakt)
    gemaakt.serverdeel.account_veld.setText("zvh_bureau")
    assert gemaakt.serverdeel.account() == (Serveraccount("zvh_bureau", "", onthoud=None),)
    with qtbot.waitSignal(gemaakt._hanger.bewaring_bekend):
        toegang.bewaard.antwoordt.set()
    assert gemaakt.serverdeel.account() == (Serveraccount("zvh_bureau", "", onthoud=False),)


def test_de_sleutelhanger_wordt_naast_het_venster_gevraagd_en_bij_een_wachtwoord_niet_opnieuw(
    qtbot, toegang: NepToegang, venster: Aanmeldvenster
) -> None:
    qtbot.waitUntil(lambda: not venster._hanger.wacht())
    eerder = list(toegang.bewaard.vragen)
    assert {naam for naam, _ in eerder} == {"j.oefenman"}
    assert threading.get_ident() not in {draad for _, draad in eerder}
    qtbot.keyClicks(venster.wachtwoord_veld, "half wachtwoord")
    assert not venster._hanger.wacht()
    assert toegang.bewaard.vragen == eerder


def test_een_sleutelhanger_die_niet_antwoordt_houdt_niets_op(
    qtbot, toegang: NepToegang, gereedschap: Gereedschap, tmp_path: Path
) -> None:
    toegang.bewaard.antwoordt.clear()
    gemaakt = maak(toegang, gereedschap, kluismap=tmp_path / "huis.team", gebruiker="j.oefenman")
    qtbot.addWidget(gemaakt)
    assert gemaakt._hanger.wacht()
    assert gereedschap.taken.bezig() == 0
    gemaakt.serverdeel.account_veld.setText("zvh_bureau")
    qtbot.keyClicks(gemaakt.wachtwoord_veld, GOED_WACHTWOORD)
    with qtbot.waitSignal(gemaakt.aangemeld):
        gemaakt.open_knop.click()
    assert len(toegang.bewaard.vragen) == 1
    toegang.bewaard.antwoordt.set()


def test_een_ander_huis_begint_met_lege_velden_en_wat_daarvan_bewaard_is(
    qtbot, toegang: NepToegang, gereedschap: Gereedschap, meldingen: NepMeldingen, tmp_path: Path
) -> None:
    toegang.bewaard.account = Serverbewaring("zvh_bureau")
    gemaakt = maak(toegang, gereedschap, kluismap=tmp_path / "huis.team")
    qtbot.addWidget(gemaakt)
    deel = gemaakt.serverdeel
    qtbot.waitUntil(deel.onthoud_vak.isChecked)
    deel.wachtwoord_veld.setText("geheim")
    toegang.bewaard.account = Serverbewaring()
    meldingen.pad = tmp_path / "ander.team"
    gemaakt._kluis.server_knop.click()
    assert (deel.account_veld.text(), deel.wachtwoord_veld.text(), deel.onthoud_vak.isChecked()) == ("", "", False)
    assert deel.wachtwoord_veld.placeholderText() == ""
    qtbot.waitUntil(lambda: not gemaakt._hanger.wacht())
    assert (deel.account_veld.text(), deel.onthoud_vak.isChecked()) == ("", False)


def test_bladeren_naar_een_verbindingsbestand(qtbot, venster, meldingen: NepMeldingen, tmp_path: Path) -> None:
    meldingen.pad = tmp_path / "ander.team"
    venster._kluis.server_knop.click()
    assert venster.kluismap() == tmp_path / "ander.team"
    assert venster.kluis_keuze.currentText() == "ander (server)"
    assert venster.serverdeel.isVisible()
    assert list(bevindingen(venster)) == []
