"""Beheer in the window, on a real vault: what each role may do, and what really happens to the vault."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from proefkluis import BEHEER, MEDEWERKER, REGIE, WACHTWOORD, open_diensten
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from ui_hulp import NepMeldingen

from zvh_desktop.errors import InvoerOngeldig, SchijfVol, WachtwoordOnjuist
from zvh_desktop.models.bestuurskeuzes import TrajectSoort
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.services.beheer.beheer import BeheerService
from zvh_desktop.services.beheer.rollen import Rolgevolg
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.huis.handleiding import lees_handleiding
from zvh_desktop.services.huis.instellingen import HuisInstellingen
from zvh_desktop.services.kluis.gegevens import AccountInvoer
from zvh_desktop.services.werkplek.plekken import BijToetreding
from zvh_desktop.services.werkplek.rechten import BEVOEGD, rolnaam
from zvh_desktop.ui.dialogs.bevestiging import Bevestigingsdialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.hulp import HOOFDSTUK_BIJ
from zvh_desktop.ui.pages.beheer import accounts
from zvh_desktop.ui.pages.beheer.accountdialoog import AccountDialoog, RollenDialoog
from zvh_desktop.ui.pages.beheer.accounts import Accounts
from zvh_desktop.ui.pages.beheer.beheer import BeheerPagina
from zvh_desktop.ui.pages.beheer.herstelsleuteldialoog import HerstelsleutelDialoog
from zvh_desktop.ui.pages.beheer.samenwerking.trajectdialoog import TrajectDialoog
from zvh_desktop.ui.toegankelijkheid import bevindingen

DELEN = (
    "mijn_account",
    "accounts",
    "rolwijzigingen",
    "herstelsleutel",
    "instellingen",
    "woordenlijst",
    "huisprofiel",
    "samenwerking",
    "geschillen",
    "convenant",
    "datalekken",
    "verzoeken",
    "reservekopie",
    "controle",
    "logboek",
)
NIEUW = "groene boot op het water"

Opener = Callable[..., Diensten]


@pytest.fixture
def maak(qtbot: QtBot, openen: Opener, gereedschap: Gereedschap) -> Callable[..., BeheerPagina]:
    def doe(naam: str = BEHEER) -> BeheerPagina:
        pagina = BeheerPagina(openen(naam), gereedschap)
        qtbot.addWidget(pagina)
        pagina.resize(860, 700)
        pagina.show()
        pagina.vernieuw()
        qtbot.waitUntil(lambda: gereedschap.taken.bezig() == 0)
        return pagina

    return doe


@pytest.fixture
def pagina(maak: Callable[..., BeheerPagina]) -> BeheerPagina:
    return maak()


def klaar(qtbot: QtBot, gereedschap: Gereedschap) -> None:
    qtbot.waitUntil(lambda: gereedschap.taken.bezig() == 0)


def diensten_van(pagina: BeheerPagina) -> Diensten:
    return pagina.accounts._diensten


@pytest.mark.parametrize("naam", [BEHEER, MEDEWERKER, REGIE])
def test_elk_deel_is_leesbaar_en_met_het_toetsenbord_te_gebruiken(maak, naam: str, qtbot, gereedschap) -> None:
    pagina = maak(naam)
    for deel in DELEN:
        pagina.toon(deel)
        klaar(qtbot, gereedschap)
        QApplication.processEvents()
        assert pagina.onderdeel() == deel
        assert bevindingen(pagina) == []


def test_wie_geen_beheerder_is_ziet_de_knoppen_uit_met_de_reden(maak) -> None:
    pagina = maak(MEDEWERKER)
    for deel in DELEN:
        pagina.toon(deel)
    uit = {
        pagina.accounts.nieuw_knop: "accounts beheren",
        pagina.herstelsleutel.nieuw_knop: "accounts beheren",
        pagina.reservekopie.maak_knop: "reservekopieën maken",
        pagina.controle.controleer_knop: "reservekopieën maken",
        pagina.huisprofiel.nieuw_knop: "instellingen van het huis",
    }
    for knop, reden in uit.items():
        assert not knop.isEnabled()
        assert reden in knop.toolTip()
    assert "instellingen van het huis" in pagina.instellingen.reden.tekst()
    assert not pagina.instellingen.formulier.isEnabled()
    assert pagina.mijn_account.oud_veld.isEnabled()


def test_de_handleiding_noemt_elk_onderdeel_met_voor_wie_het_is(maak) -> None:
    """In the order of the screen. What is for every role is for everyone."""
    pagina = maak()
    termen = diensten_van(pagina).termen
    hoofdstukken = lees_handleiding(diensten_van(pagina).profiel)
    tekst = next(een.tekst for een in hoofdstukken if een.sleutel == "beheer-en-reservekopie")
    genoemd = re.findall(r"^\| \*\*(.+?)\*\* \| (.+?) \|", tekst, re.MULTILINE)
    verwacht = []
    for _icoon, deel in pagina._delen.values():
        rollen = set(Rol) if deel.recht is None else BEVOEGD[deel.recht]
        wie = ", ".join(rolnaam(rol, termen) for rol in Rol if rol in rollen)
        verwacht.append((deel.titel, "iedereen" if rollen == set(Rol) else wie))
    assert genoemd == verwacht
    verwijst = re.findall(r"^\| \*\*(.+?)\*\* \|.*\]\(\d\d-(.+)\.md\)", tekst, re.MULTILINE)
    delen = {sleutel: deel.titel for sleutel, (_icoon, deel) in pagina._delen.items()}
    eigen = {plek.partition("/")[2]: een for plek, een in HOOFDSTUK_BIJ.items() if plek.startswith("beheer/")}
    assert {delen[sleutel]: een for sleutel, een in eigen.items()} == dict(verwijst), "F1 opens what the table names"
    pagina.toon("datalekken")
    assert pagina.hulpplek() == "datalekken"


NAMEN = {rol: f"naam van {rol.value}" for rol in Rol}


# --- accounts -------------------------------------------------------------------------------------


def test_wie_op_een_server_een_account_verwijdert_leest_wat_ict_nog_doet() -> None:
    vraag = accounts._vraag_verwijderen("j.jansen", "J. Jansen", op_server=True)
    assert "databaseaccount intrekken" in vraag
    assert "zvh team vernieuw" in vraag
    assert "zvh team" not in accounts._vraag_verwijderen("j.jansen", "J. Jansen", op_server=False)


def test_nieuw_account_kan_de_kluis_openen(qtbot, pagina: BeheerPagina, kluismap: Path, gereedschap) -> None:
    dialoog = AccountDialoog(diensten_van(pagina).beheer, diensten_van(pagina).beheer.voeg_account_toe,
                             gereedschap.taken, NAMEN)  # fmt: skip
    qtbot.addWidget(dialoog)
    dialoog.show()
    assert bevindingen(dialoog) == []
    dialoog.weergavenaam.setText("N. Testpersoon")
    dialoog.naam.setText("nieuw")
    dialoog.wachtwoord.eerste.setText("kort")
    dialoog.bewaar_knop.click()
    assert "sterk wachtwoord" in dialoog.fout()
    dialoog.wachtwoord.eerste.setText(NIEUW)
    dialoog.wachtwoord.tweede.setText(NIEUW)
    with qtbot.waitSignal(dialoog.accepted):
        dialoog.bewaar_knop.click()
    assert dialoog.wachtwoord.wachtwoord() == ""
    pagina.toon("accounts")
    assert {regel.naam for regel in pagina.accounts.tabel.model.regels} == {BEHEER, REGIE, MEDEWERKER, "nieuw"}
    klaar(qtbot, gereedschap)


def test_een_naam_die_er_al_is_wordt_bij_het_veld_geweigerd(qtbot, pagina: BeheerPagina, gereedschap) -> None:
    beheer = diensten_van(pagina).beheer
    dialoog = AccountDialoog(beheer, beheer.voeg_account_toe, gereedschap.taken, NAMEN)
    qtbot.addWidget(dialoog)
    dialoog.show()
    dialoog.weergavenaam.setText("M. Testpersoon")
    dialoog.naam.setText(MEDEWERKER)
    for veld in (dialoog.wachtwoord.eerste, dialoog.wachtwoord.tweede):
        veld.setText(NIEUW)
    dialoog.bewaar_knop.click()
    klaar(qtbot, gereedschap)
    assert "Er is al een gebruiker" in dialoog.formulier.regel("naam").fout()
    assert dialoog.isVisible()
    assert dialoog.bewaar_knop.isEnabled()


def test_verwijderen_zegt_wat_het_betekent_en_sluit_de_gebruiker_buiten(
    qtbot, pagina: BeheerPagina, meldingen: NepMeldingen, gereedschap, kluismap: Path
) -> None:
    pagina.toon("accounts")
    accounts = pagina.accounts
    accounts.tabel.kies(accounts.tabel.model.rijnummer(lambda regel: regel.naam == MEDEWERKER))
    accounts.tabel.tabel.setFocus()
    meldingen.antwoord = False
    qtbot.keyClick(accounts.tabel.tabel, Qt.Key.Key_Delete)
    assert "nieuwe sleutel" in meldingen.gesteld[0]
    assert meldingen.knoppen == [f"Verwijder account {MEDEWERKER}"]
    assert len(accounts.tabel.model.regels) == 3
    meldingen.antwoord = True
    accounts.weg_knop.click()
    klaar(qtbot, gereedschap)
    assert {regel.naam for regel in accounts.tabel.model.regels} == {BEHEER, REGIE}
    assert "verwijderd" in accounts.meldregel.tekst()
    pagina.maak_leeg()
    diensten_van(pagina).sluit()
    with pytest.raises(WachtwoordOnjuist):
        open_diensten(kluismap, MEDEWERKER)
    open_diensten(kluismap, REGIE).sluit()


def test_eigen_account_en_laatste_beheerder_zijn_beschermd(pagina: BeheerPagina) -> None:
    pagina.toon("accounts")
    accounts = pagina.accounts
    accounts.tabel.kies(accounts.tabel.model.rijnummer(lambda regel: regel.ik))
    assert not accounts.weg_knop.isEnabled()
    assert "eigen account" in accounts.weg_knop.toolTip()
    ander = next(regel for regel in accounts.tabel.model.regels if not regel.ik)
    assert accounts._bezwaar_verwijderen(ander) == ""


@pytest.mark.parametrize("op_server", [False, True])
def test_bij_een_nieuw_account_op_een_server_hoort_wat_ict_doet(
    pagina: BeheerPagina, monkeypatch: pytest.MonkeyPatch, op_server: bool
) -> None:
    monkeypatch.setattr(diensten_van(pagina), "sessie", replace(diensten_van(pagina).sessie, op_server=op_server))
    monkeypatch.setattr(AccountDialoog, "vraag", lambda *_keuzes, **_anders: Rolgevolg.GEDAAN)
    monkeypatch.setattr(Accounts, "_met_wachtwoord", lambda *_keuzes, **_anders: True)
    pagina.toon("accounts")
    pagina.accounts.voeg_toe()
    tekst = pagina.accounts.meldregel.tekst()
    assert tekst.startswith("Het account is toegevoegd.")
    assert ("afdeling ICT" in tekst) is op_server


def test_andere_rollen_wachten_op_een_ander(qtbot, pagina: BeheerPagina, monkeypatch: pytest.MonkeyPatch) -> None:
    beide = frozenset({Rol.MEDEWERKER, Rol.PROCESREGISSEUR})
    monkeypatch.setattr(RollenDialoog, "vraag", lambda _wie, _nu, bewaar, _namen, ouder: bewaar(beide))
    pagina.toon("accounts")
    accounts = pagina.accounts
    accounts.tabel.kies(accounts.tabel.model.rijnummer(lambda regel: regel.naam == MEDEWERKER))
    accounts.wijzig_rollen()
    regel = next(regel for regel in accounts.tabel.model.regels if regel.naam == MEDEWERKER)
    assert regel.rollen == {Rol.MEDEWERKER}
    assert "wacht op bevestiging door iemand anders" in accounts.meldregel.tekst()
    pagina.toon("rolwijzigingen")
    deel = pagina.rolwijzigingen
    assert deel.tabel.model.rowCount() == 1
    assert not deel.bevestig_knop.isEnabled()
    assert deel.bezwaar.tekst() == (
        "Medewerker Voorbeeld: van administratief medewerker naar administratief medewerker en procesregisseur. "
        "Een ander moet dit bevestigen: Regie Voorbeeld."
    )
    deel.intrek_knop.click()
    assert deel.tabel.model.rowCount() == 0


@pytest.mark.parametrize("op_server", [False, True])
def test_procesregisseur_bevestigt_met_het_eigen_wachtwoord(
    qtbot, maak, gereedschap, monkeypatch: pytest.MonkeyPatch, op_server: bool
) -> None:
    beheer = maak()
    diensten_van(beheer).beheer.wijzig_rollen(MEDEWERKER, frozenset({Rol.PROCESREGISSEUR}))
    diensten_van(beheer).sluit()
    pagina = maak(REGIE)
    monkeypatch.setattr(diensten_van(pagina), "sessie", replace(diensten_van(pagina).sessie, op_server=op_server))
    pagina.toon("rolwijzigingen")
    deel = pagina.rolwijzigingen
    assert deel.bevestig_knop.isEnabled()
    gevraagd: list[str] = []

    def geef(bevestiger: Diensten, _taken: object, _ouder: object, wat: object) -> bool:
        assert wat
        gevraagd.append("wachtwoord")
        bevestiger.bevestig(WACHTWOORD)
        return True

    monkeypatch.setattr(Bevestigingsdialoog, "vraag", geef)
    deel.bevestig_knop.click()
    assert gevraagd == ["wachtwoord"]
    assert deel.tabel.model.rowCount() == 0
    assert deel.meldregel.tekst().startswith("Bevestigd.")
    assert ("afdeling ICT" in deel.meldregel.tekst()) is op_server
    assert diensten_van(pagina).werkplek.kluis.rolstand.leden[MEDEWERKER].rollen == {Rol.PROCESREGISSEUR}


def test_rollendialoog_weigert_een_account_zonder_rol(qtbot) -> None:
    dialoog = RollenDialoog("M. Voorbeeld", frozenset({Rol.MEDEWERKER}), lambda rollen: None, NAMEN)
    qtbot.addWidget(dialoog)
    dialoog.show()
    assert bevindingen(dialoog) == []
    dialoog.rollen.vakken[Rol.MEDEWERKER].setChecked(False)
    dialoog.bewaar_knop.click()
    assert "één rol" in dialoog.fout()
    with pytest.raises(InvoerOngeldig):
        dialoog.invoer()


# --- own account ----------------------------------------------------------------------------------


def test_eigen_wachtwoord_wijzigen_als_medewerker(qtbot, maak, gereedschap, kluismap: Path) -> None:
    pagina = maak(MEDEWERKER)
    deel = pagina.mijn_account
    assert not deel.wijzig_knop.isEnabled()
    deel.oud_veld.setText("verkeerd wachtwoord")
    for veld in (deel.nieuw.eerste, deel.nieuw.tweede):
        veld.setText(NIEUW)
    deel.wijzig_knop.click()
    klaar(qtbot, gereedschap)
    assert "klopt niet" in deel.oud_formulier.regel("oud").fout()
    deel.oud_veld.setText(WACHTWOORD)
    deel.wijzig_knop.click()
    klaar(qtbot, gereedschap)
    assert "gewijzigd" in deel.stand.tekst()
    assert deel.oud_veld.text() == deel.nieuw.wachtwoord() == ""
    diensten_van(pagina).sluit()
    with pytest.raises(WachtwoordOnjuist):
        open_diensten(kluismap, MEDEWERKER)


def test_dit_apparaat_zegt_waarom_het_niet_kan(qtbot, pagina: BeheerPagina) -> None:
    assert not pagina.mijn_account.apparaat_knop.isEnabled()
    assert "geen veilige sleutelhanger" in pagina.mijn_account.apparaat_stand.tekst()


# --- recovery key ---------------------------------------------------------------------------------


def test_nieuwe_herstelsleutel_wordt_getoond_en_de_oude_werkt_niet_meer(
    qtbot, pagina: BeheerPagina, meldingen: NepMeldingen, gereedschap, monkeypatch: pytest.MonkeyPatch
) -> None:
    getoond = []
    antwoorden = [False, True, True]
    oud_bij_tonen = []

    def toon(nieuw, _melder, ouder) -> bool:
        getoond.append(nieuw)
        oud_bij_tonen.append(diensten_van(pagina).werkplek.kluis.sleutelbestand.herstel)
        return antwoorden.pop(0)

    monkeypatch.setattr(HerstelsleutelDialoog, "vraag", toon)
    pagina.toon("herstelsleutel")
    oud = diensten_van(pagina).werkplek.kluis.sleutelbestand.herstel
    pagina.herstelsleutel.nieuw_knop.click()
    assert getoond == []
    meldingen.antwoord = True
    pagina.herstelsleutel.nieuw_knop.click()
    klaar(qtbot, gereedschap)
    assert getoond[0].blad_pdf.startswith(b"%PDF")
    assert getoond[0].sleutel not in repr(getoond[0])
    assert diensten_van(pagina).werkplek.kluis.sleutelbestand.herstel == oud
    assert "oude herstelblad werkt nog" in pagina.herstelsleutel.meldregel.tekst()
    bewaard = BeheerService.herstelsleutel_bewaard

    def vol(*_: object) -> None:
        monkeypatch.setattr(BeheerService, "herstelsleutel_bewaard", bewaard)
        raise SchijfVol("De schijf is vol.")

    monkeypatch.setattr(BeheerService, "herstelsleutel_bewaard", vol)
    pagina.herstelsleutel.nieuw_knop.click()
    qtbot.waitUntil(lambda: diensten_van(pagina).werkplek.kluis.sleutelbestand.herstel != oud)
    klaar(qtbot, gereedschap)
    # shown again after it could not be saved: the same key, and until then the old one counts
    assert getoond[2] == getoond[1] != getoond[0]
    assert oud_bij_tonen == [oud, oud, oud]
    assert "De nieuwe herstelsleutel geldt." in pagina.herstelsleutel.meldregel.tekst()


def test_herstelsleutel_kan_niet_per_ongeluk_weg(qtbot, pagina: BeheerPagina, meldingen: NepMeldingen) -> None:
    nieuw = diensten_van(pagina).beheer.nieuwe_herstelsleutel()
    dialoog = HerstelsleutelDialoog(nieuw, meldingen)
    qtbot.addWidget(dialoog)
    dialoog.show()
    assert bevindingen(dialoog) == []
    qtbot.keyClick(dialoog, Qt.Key.Key_Escape)
    assert dialoog.isVisible()
    assert not dialoog.klaar_knop.isEnabled()
    dialoog.stap.bewaard_vak.setChecked(True)
    dialoog.klaar_knop.click()
    assert not dialoog.isVisible()
    assert dialoog.result() == QDialog.DialogCode.Accepted
    dialoog.maak_leeg()
    assert dialoog.stap.sleutel_vlak.toPlainText() == ""


def test_herstelsleutel_annuleren_laat_de_oude_gelden(qtbot, pagina: BeheerPagina, meldingen: NepMeldingen) -> None:
    dialoog = HerstelsleutelDialoog(diensten_van(pagina).beheer.nieuwe_herstelsleutel(), meldingen)
    qtbot.addWidget(dialoog)
    dialoog.show()
    dialoog.annuleer_knop.click()
    assert not dialoog.isVisible()
    assert dialoog.result() == QDialog.DialogCode.Rejected


# --- settings -------------------------------------------------------------------------------------


def test_instellingen_bewaren_zichzelf_en_melden_het_slot(qtbot, pagina: BeheerPagina) -> None:
    pagina.toon("instellingen")
    pagina.instellingen.minuten.setValue(12)
    pagina.instellingen.minuten_tafel.setValue(45)
    pagina.instellingen.email.setText("tafel@voorbeeld.invalid")
    with qtbot.waitSignal(pagina.instellingen_gewijzigd):
        pagina.bewaar_nu()
    assert diensten_van(pagina).zorg.vergrendel_minuten == 12
    assert diensten_van(pagina).zorg.vergrendel_minuten_tafel == 45
    assert diensten_van(pagina).instellingen.toon().afzender_email == "tafel@voorbeeld.invalid"


def test_aan_tafel_nooit_korter_dan_gewoon_en_nooit_eindeloos(qtbot, pagina: BeheerPagina) -> None:
    dienst = diensten_van(pagina).instellingen
    assert dienst.toon().vergrendel_minuten_tafel == 30
    dienst.bewaar(HuisInstellingen(vergrendel_minuten=20, vergrendel_minuten_tafel=3))
    assert diensten_van(pagina).zorg.vergrendel_minuten_tafel == 20
    for grens in (0, 121):
        with pytest.raises(InvoerOngeldig, match="tussen 1 en 120"):
            dienst.bewaar(HuisInstellingen(vergrendel_minuten_tafel=grens))


def test_instellingen_zonder_wijziging_worden_niet_opnieuw_bewaard(qtbot, pagina: BeheerPagina) -> None:
    pagina.toon("instellingen")
    with qtbot.assertNotEmitted(pagina.opgeslagen):
        pagina.bewaar_nu()


# --- profile, backup, check -----------------------------------------------------------------------


def test_reservekopie_is_zelf_een_kluis(
    qtbot, pagina: BeheerPagina, meldingen: NepMeldingen, gereedschap, tmp_path: Path
) -> None:
    pagina.toon("reservekopie")
    pagina.reservekopie.maak_knop.click()
    assert pagina.reservekopie.stand.tekst() == ""
    meldingen.pad = tmp_path / "elders"
    meldingen.pad.mkdir()
    pagina.reservekopie.maak_knop.click()
    klaar(qtbot, gereedschap)
    assert "gemaakt en nagekeken" in pagina.reservekopie.stand.tekst()
    (kopie,) = meldingen.pad.iterdir()
    assert (kopie / "sleutels.json").is_file()
    assert kopie.name.endswith(".kluis")


def test_controle_vindt_niets_en_daarna_een_vreemd_bestand(
    qtbot, pagina: BeheerPagina, gereedschap, kluismap: Path
) -> None:
    pagina.toon("controle")
    pagina.controle.controleer_knop.click()
    klaar(qtbot, gereedschap)
    assert "in orde" in pagina.controle.stand.tekst()
    (kluismap / "vreemd.txt").write_text("x")
    pagina.controle.controleer_knop.click()
    klaar(qtbot, gereedschap)
    assert [pagina.controle.lijst.item(n).text() for n in range(pagina.controle.lijst.count())] == [
        "In de kluismap staat een bestand dat er niet hoort: vreemd.txt."
    ]
    assert pagina.controle.aanvaard_knop.isEnabled(), "a colleague may have seen more"
    assert bevindingen(pagina) == []


def test_een_teruggezette_oude_kluis_blijft_zichtbaar_tot_de_stand_is_aanvaard(
    maak, openen: Opener, kluismap: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    openen(BEHEER).sluit()
    oud = shutil.copytree(kluismap, tmp_path / "oud.kluis")
    for _keer in range(2):
        openen(BEHEER).sluit()
    shutil.rmtree(kluismap)
    shutil.copytree(oud, kluismap)
    pagina = maak(BEHEER)
    pagina.toon("controle")
    deel = pagina.controle
    assert deel.aanvaard_knop.isEnabled()
    assert deel.waarschuwing.tekst() in "\n".join(diensten_van(pagina).waarschuwingen)
    getoond: list[Sequence[str]] = []

    def geef(bevestiger: Diensten, _taken: object, _ouder: object, wat: Sequence[str]) -> bool:
        getoond.append(wat)
        bevestiger.bevestig(WACHTWOORD)
        return True

    monkeypatch.setattr(Bevestigingsdialoog, "vraag", geef)
    deel.aanvaard_knop.click()
    assert "geldt als de nieuwste stand" in getoond[0][0]
    assert "Niet ouder" in deel.waarschuwing.tekst()


def test_na_het_slot_blijft_er_niets_staan(pagina: BeheerPagina) -> None:
    for deel in DELEN:
        pagina.toon(deel)
    pagina.mijn_account.oud_veld.setText(WACHTWOORD)
    pagina.maak_leeg()
    assert pagina.mijn_account.oud_veld.text() == ""
    assert pagina.accounts.tabel.model.regels == ()
    assert pagina.instellingen.email.text() == ""


def test_account_zonder_wachtwoord_in_beeld() -> None:
    assert NIEUW not in repr(AccountInvoer("n", "N", frozenset(), NIEUW))


def test_een_toetreding_die_bij_partijen_werd_getypt_gaat_hier_verder(
    qtbot: QtBot, maak: Callable[..., BeheerPagina], monkeypatch: pytest.MonkeyPatch
) -> None:
    pagina = maak(REGIE)

    def bewaar(dialoog: TrajectDialoog) -> int:
        dialoog.bewaar_knop.click()
        return dialoog.result()

    monkeypatch.setattr(TrajectDialoog, "exec", bewaar)
    pagina.toon(BijToetreding("Stichting Verzonnen", "Verz.", "zorg"))
    qtbot.waitUntil(lambda: bool(pagina.samenwerking.lees()))
    assert pagina.onderdeel() == "samenwerking"
    (regel,) = pagina.samenwerking.lees()
    assert (regel.soort, regel.invoer.naam, regel.invoer.kort, regel.invoer.groep) == (
        TrajectSoort.TOETREDING, "Stichting Verzonnen", "Verz.", "zorg",
    )  # fmt: skip


def test_wie_naar_een_deel_wordt_gestuurd_begint_daarin_en_wie_zelf_komt_kiest(
    maak: Callable[..., BeheerPagina],
) -> None:
    pagina = maak()
    assert pagina.eerste_focus() is pagina.lijst
    pagina.toon("instellingen")
    assert pagina.eerste_focus().objectName() == "afzender_email"
    pagina.toon(None)
    assert pagina.eerste_focus() is pagina.lijst
