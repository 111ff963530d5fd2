"""The assistant of the first start, walked through as a beheerder would."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from ui_hulp import GOED_WACHTWOORD, NepMeldingen, NepToegang

from zvh_desktop.errors import SchijfVol
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.ui.eerste_start.account import AccountStap
from zvh_desktop.ui.eerste_start.assistent import AANTAL_STAPPEN, Assistent
from zvh_desktop.ui.eerste_start.begin import Begin
from zvh_desktop.ui.eerste_start.stappen import maak_stappen
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.toegankelijkheid import bevindingen


@pytest.fixture
def toegang() -> NepToegang:
    return NepToegang()


@pytest.fixture
def assistent(qtbot, toegang: NepToegang, gereedschap: Gereedschap, tmp_path: Path) -> Assistent:
    gemaakt = Assistent(toegang, gereedschap)
    gemaakt.vul_aan(maak_stappen)
    qtbot.addWidget(gemaakt)
    gemaakt.stappen.huis.map_veld.setText(str(tmp_path))
    gemaakt.stappen.huis.profiel_keuze.setCurrentIndex(0)
    with qtbot.waitActive(gemaakt):
        gemaakt.show()
    return gemaakt


def vul_account(stap: AccountStap, naam: str, weergavenaam: str) -> None:
    stap.weergave_veld.setText(weergavenaam)
    stap.naam_veld.setText(naam)
    stap.wachtwoord.eerste.setText(GOED_WACHTWOORD)
    stap.wachtwoord.tweede.setText(GOED_WACHTWOORD)


def loop_tot_overzicht(assistent: Assistent) -> None:
    verder = assistent.volgende_knop.click
    verder()
    verder()
    verder()
    vul_account(assistent.stappen.beheerder, "t.beheer", "Testpersoon Beheer")
    verder()
    vul_account(assistent.stappen.procesregisseur, "t.regie", "Testpersoon Regie")
    verder()
    assistent.stappen.medewerker.later_vak.setChecked(True)
    verder()
    assert assistent.stap() is assistent.stappen.overzicht


def test_hele_weg_levert_een_open_kluis(qtbot, assistent: Assistent, toegang: NepToegang, tmp_path: Path) -> None:
    loop_tot_overzicht(assistent)
    assistent.volgende_knop.click()
    qtbot.waitUntil(lambda: assistent.stap() is assistent.stappen.herstelblad)
    gemaakt = toegang.gemaakt
    assert gemaakt is not None
    assert gemaakt.map == tmp_path / "casustafel.kluis"
    assert gemaakt.profiel == "twente"
    assert len(gemaakt.partijen) == 5
    assert gemaakt.beheerder.rollen == {Rol.BEHEERDER}
    assert [account.naam for account in gemaakt.overige] == ["t.regie"]
    assert "appel boom" in assistent.stappen.herstelblad.sleutel_vlak.toPlainText()
    assert not assistent.volgende_knop.isEnabled()
    assert not assistent.stop_knop.isEnabled()
    assistent.stappen.herstelblad.bewaard_vak.setChecked(True)
    with qtbot.waitSignal(assistent.afgerond) as gevangen:
        assistent.volgende_knop.click()
    assert gevangen.args == [toegang.diensten, gemaakt.map]
    assert assistent.stappen.herstelblad.sleutel_vlak.toPlainText() == ""
    assert assistent.stappen.beheerder.wachtwoord.wachtwoord() == ""


def test_herstelsleutel_kan_niet_per_ongeluk_weg(qtbot, assistent: Assistent) -> None:
    loop_tot_overzicht(assistent)
    assistent.volgende_knop.click()
    qtbot.waitUntil(lambda: assistent.stap() is assistent.stappen.herstelblad)
    qtbot.keyClick(assistent, Qt.Key.Key_Escape)
    assert assistent.isVisible()
    assert not assistent.close()


def test_bestaande_kluis_wordt_aangewezen(qtbot, assistent: Assistent, meldingen: NepMeldingen, tmp_path: Path) -> None:
    assistent.begin.kies(Begin.BESTAAND)
    meldingen.pad = tmp_path / "ander.kluis"
    with qtbot.waitSignal(assistent.bestaande_gekozen) as gevangen:
        assistent.volgende_knop.click()
    assert gevangen.args == [meldingen.pad]


def test_het_huis_op_de_server_wordt_aangewezen_met_een_bestand(
    qtbot, assistent: Assistent, meldingen: NepMeldingen, tmp_path: Path
) -> None:
    assistent.begin.kies(Begin.SERVER)
    assert assistent.volgende_knop.text() == "&Kies het bestand…"
    meldingen.pad = tmp_path / "huis.team"
    with qtbot.waitSignal(assistent.bestaande_gekozen) as gevangen:
        assistent.volgende_knop.click()
    assert gevangen.args == [meldingen.pad]
    assert meldingen.gesteld == ["Kies het verbindingsbestand"]


def test_oefenkluis_in_drie_stappen(qtbot, assistent: Assistent, toegang: NepToegang, tmp_path: Path) -> None:
    assistent.begin.kies(Begin.OEFENEN)
    assistent.volgende_knop.click()
    assert "Stap 2 van 3" in assistent.stand.text()
    assistent.volgende_knop.click()
    with qtbot.waitSignal(assistent.afgerond):
        assistent.volgende_knop.click()
    assert toegang.oefen_gemaakt == tmp_path / "casustafel.kluis"


def test_partijen_komen_uit_het_profiel_en_zijn_weg_te_laten(qtbot, assistent: Assistent) -> None:
    assistent.volgende_knop.click()
    assistent.volgende_knop.click()
    assert assistent.stappen.partijen.telling.text() == "5 van 5 partijen gekozen"
    assistent.stappen.partijen.geen_knop.click()
    assert not assistent.volgende_knop.isEnabled()
    groep = assistent.stappen.partijen.boom.topLevelItem(0)
    assert groep is not None
    groep.setCheckState(0, Qt.CheckState.Checked)
    assert assistent.stappen.partijen.gekozen() == ("Gemeente Voorbeeldstad", "Gemeente Oefendorp")
    assert assistent.volgende_knop.isEnabled()


def test_keuze_van_partijen_blijft_bij_heen_en_weer_gaan(assistent: Assistent) -> None:
    assistent.volgende_knop.click()
    assistent.volgende_knop.click()
    assistent.stappen.partijen.geen_knop.click()
    assistent.vorige_knop.click()
    assistent.volgende_knop.click()
    assert assistent.stappen.partijen.gekozen() == ()


def test_map_die_niet_bestaat_wordt_gezegd(assistent: Assistent, tmp_path: Path) -> None:
    assistent.volgende_knop.click()
    assistent.stappen.huis.map_veld.setText(str(tmp_path / "bestaat niet"))
    assert "bestaat niet" in assistent.stappen.huis.formulier.regel("map").fout()
    assert not assistent.volgende_knop.isEnabled()


@pytest.mark.parametrize("naam", ["", "a/b", "..", "../weg", "\\\\server", "con:aux"])
def test_kluisnaam_kan_niet_naar_een_andere_map_wijzen(assistent: Assistent, naam: str) -> None:
    assistent.volgende_knop.click()
    assistent.stappen.huis.naam_veld.setText(naam)
    assert not assistent.volgende_knop.isEnabled()


def test_bestaande_kluis_wordt_niet_overschreven(assistent: Assistent, tmp_path: Path) -> None:
    (tmp_path / "casustafel.kluis").mkdir()
    assistent.volgende_knop.click()
    assistent.stappen.huis.naam_veld.setText("casustafel")
    assistent.stappen.huis._on_veld_gewijzigd()
    assert not assistent.volgende_knop.isEnabled()
    assert "staat al een kluis" in assistent.stappen.huis.formulier.regel("naam").fout()


def test_zelfde_gebruikersnaam_kan_niet_twee_keer(assistent: Assistent) -> None:
    verder = assistent.volgende_knop.click
    verder()
    verder()
    verder()
    vul_account(assistent.stappen.beheerder, "zelfde", "Testpersoon Een")
    verder()
    vul_account(assistent.stappen.procesregisseur, "Zelfde", "Testpersoon Twee")
    assert not assistent.volgende_knop.isEnabled()
    assert "al gekozen" in assistent.stappen.procesregisseur.formulier.regel("naam").fout()


def test_een_naam_die_op_een_eerdere_lijkt_wordt_gezegd_en_mag(assistent: Assistent) -> None:
    for _ in range(3):
        assistent.volgende_knop.click()
    vul_account(assistent.stappen.beheerder, "pol", "Testpersoon Il")
    assistent.volgende_knop.click()
    stap = assistent.stappen.procesregisseur
    vul_account(stap, "poI", "Testpersoon 1l")
    assert 'lijkt op "pol"' in stap.formulier.regel("naam").fout()
    assert "een hoofdletter i, daar een kleine l" in stap.formulier.regel("naam").fout()
    assert 'lijkt op "Testpersoon Il"' in stap.formulier.regel("weergavenaam").fout()
    assert assistent.volgende_knop.isEnabled()
    vul_account(stap, "regie", "Testpersoon Drie")
    assert stap.formulier.regel("naam").fout() == stap.formulier.regel("weergavenaam").fout() == ""


def test_mislukt_maken_wordt_gezegd_en_kan_opnieuw(
    qtbot, assistent: Assistent, toegang: NepToegang, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vol(*_: object) -> None:
        raise SchijfVol("De schijf is vol.", veilig="Er is niets gemaakt.", advies="Maak ruimte.")

    goed = toegang.maak_kluis
    monkeypatch.setattr(toegang, "maak_kluis", vol)
    loop_tot_overzicht(assistent)
    assistent.volgende_knop.click()
    qtbot.waitUntil(lambda: "De schijf is vol." in assistent.stappen.overzicht.melding.tekst())
    monkeypatch.setattr(toegang, "maak_kluis", goed)
    assistent.volgende_knop.click()
    qtbot.waitUntil(lambda: assistent.stap() is assistent.stappen.herstelblad)


def test_elke_stap_is_toegankelijk(qtbot, assistent: Assistent) -> None:
    for stap in (assistent.begin, *assistent.stappen.alle()):
        assistent._toon(stap)
        qtbot.waitUntil(lambda: bevindingen(assistent) == [])


def test_wachtwoord_staat_niet_in_repr(assistent: Assistent) -> None:
    vul_account(assistent.stappen.beheerder, "t.beheer", "Testpersoon Beheer")
    assert GOED_WACHTWOORD not in repr(assistent.stappen.beheerder.account())


# --- the first step is there before the rest of the application ----------------------------------------


@pytest.fixture
def vroeg(qtbot, toegang: NepToegang, gereedschap: Gereedschap) -> Assistent:
    """On the screen while the rest is being loaded."""
    gemaakt = Assistent(toegang, gereedschap)
    qtbot.addWidget(gemaakt)
    with qtbot.waitActive(gemaakt):
        gemaakt.show()
    return gemaakt


@pytest.mark.parametrize("keuze", list(Begin))
def test_het_aantal_stappen_klopt_voor_ze_gemaakt_zijn(vroeg: Assistent, keuze: Begin) -> None:
    vroeg.begin.kies(keuze)
    stand = vroeg.stand.text()
    vroeg.vul_aan(maak_stappen)
    assert vroeg.stand.text() == stand
    assert AANTAL_STAPPEN[keuze] == len(vroeg.weg())


def test_wie_vroeg_verder_wil_komt_verder_als_de_rest_er_is(vroeg: Assistent) -> None:
    vroeg.volgende_knop.click()
    assert vroeg.stap() is vroeg.begin
    assert "wordt geladen" in vroeg.stand.text()
    assert not vroeg.volgende_knop.isEnabled()
    assert vroeg.stop_knop.isEnabled()
    vroeg.vul_aan(maak_stappen)
    assert vroeg.stap() is vroeg.stappen.huis
    assert "Stap 2 van 8" in vroeg.stand.text()
    vroeg.stappen.huis.profiel_keuze.setCurrentIndex(0)
    assert vroeg.volgende_knop.isEnabled()


def test_wie_niets_vroeg_blijft_op_de_eerste_stap(vroeg: Assistent) -> None:
    vroeg.begin.kies(Begin.OEFENEN)
    vroeg.vul_aan(maak_stappen)
    stappen = vroeg.stappen
    vroeg.vul_aan(maak_stappen)
    assert vroeg.stappen is stappen
    assert vroeg.stap() is vroeg.begin
    assert vroeg.begin.keuze() is Begin.OEFENEN


def test_een_bestaande_kluis_wacht_nergens_op(qtbot, vroeg: Assistent, meldingen: NepMeldingen, tmp_path: Path) -> None:
    vroeg.begin.kies(Begin.BESTAAND)
    meldingen.pad = tmp_path / "ander.kluis"
    with qtbot.waitSignal(vroeg.bestaande_gekozen):
        vroeg.volgende_knop.click()


def test_als_de_rest_niet_geladen_wordt_gaat_alleen_een_bestaande_kluis_nog(vroeg: Assistent) -> None:
    vroeg.volgende_knop.click()
    vroeg.meld_niet_geladen()
    assert "niet helemaal geladen" in vroeg.stand.text()
    assert not vroeg.volgende_knop.isEnabled()
    vroeg.begin.kies(Begin.BESTAAND)
    assert vroeg.volgende_knop.isEnabled()


def test_vroeg_stoppen_kan(qtbot, vroeg: Assistent) -> None:
    with qtbot.waitSignal(vroeg.gestopt):
        vroeg.stop_knop.click()


def test_er_wordt_geen_huis_voorgesteld(qtbot, toegang: NepToegang, gereedschap: Gereedschap, tmp_path: Path) -> None:
    assistent = Assistent(toegang, gereedschap)
    qtbot.addWidget(assistent)
    huis = maak_stappen(toegang, gereedschap, assistent).huis
    huis.map_veld.setText(str(tmp_path))
    assert huis.profiel() == ""
    assert not huis.klaar()
    huis.profiel_keuze.setCurrentIndex(0)
    assert huis.klaar()


def test_het_eigen_e_mailadres_gaat_mee_en_moet_kloppen(assistent: Assistent) -> None:
    huis = assistent.stappen.huis
    huis.email_veld.setText("geen adres")
    assert not huis.klaar()
    assert huis.formulier.regel("email").fout()
    huis.email_veld.setText("secretariaat@voorbeeld.invalid")
    assert huis.klaar()
    loop_tot_overzicht(assistent)
    assert assistent.stappen.invoer().email == "secretariaat@voorbeeld.invalid"
