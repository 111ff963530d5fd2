"""Accounts: roles, removal with a new database key, passwords, recovery and 'dit apparaat'."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail
from kluis_hulp import BEHEER, MEDEWERKER, REGIE, SLEUTELS, TIJD, TWEEDE_BEHEER, Openen, log_iets, oordeel_inhoud
from proefwaarden import ANDER_WACHTWOORD, WACHTWOORD
from sqlalchemy import text

from zvh_desktop.database.controle import controleer
from zvh_desktop.database.keten.ondertekening import verifieer_keten, voeg_verklaring_toe
from zvh_desktop.database.kluis import (
    NieuweGebruiker,
    herstel_toegang,
    open_kluis,
    open_met_dit_apparaat,
)
from zvh_desktop.database.sleutels import sleutelopslag
from zvh_desktop.errors import (
    InvoerOngeldig,
    KluisFout,
    KluisNietGevonden,
    NietBevoegd,
    NietGevonden,
    SleutelhangerNietVeilig,
    WachtwoordOnjuist,
)
from zvh_desktop.models.keuzes import Rol, VerklaringSoort


class Geheugenhanger(KeyringBackend):
    """A key store in memory that passes for the platform's own."""

    priority = 1.0

    def __init__(self) -> None:
        self.inhoud: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.inhoud.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.inhoud[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.inhoud[service, username]


@pytest.fixture
def sleutelhanger(monkeypatch: pytest.MonkeyPatch) -> Geheugenhanger:
    monkeypatch.setattr(Geheugenhanger, "__module__", "keyring.backends.SecretService")
    hanger = Geheugenhanger()
    monkeypatch.setattr(keyring, "get_keyring", lambda: hanger)
    return hanger


@pytest.mark.parametrize("naam", [REGIE, MEDEWERKER])
def test_alleen_een_beheerder_beheert_accounts(openen: Openen, naam: str) -> None:
    kluis = openen(naam)
    with pytest.raises(NietBevoegd):
        kluis.accounts.voeg_toe(NieuweGebruiker("x", "X. Voorbeeld", frozenset({Rol.MEDEWERKER}), WACHTWOORD))
    with pytest.raises(NietBevoegd):
        kluis.accounts.wijzig_rollen(naam, frozenset({Rol.BEHEERDER}))
    with pytest.raises(NietBevoegd):
        kluis.accounts.verwijder(BEHEER)
    with pytest.raises(NietBevoegd):
        kluis.sleutels.vernieuw_herstelsleutel(kluis.sleutels.verzin_herstelsleutel())


def test_dubbele_en_onzichtbare_namen_worden_geweigerd(openen: Openen) -> None:
    kluis = openen(BEHEER)
    for naam in ("Regie", "", "  ", "re\u202egie", "a" * 65, "a\nb"):
        with pytest.raises(InvoerOngeldig):
            kluis.accounts.voeg_toe(NieuweGebruiker(naam, "X. Voorbeeld", frozenset({Rol.MEDEWERKER}), WACHTWOORD))


def test_namen_met_aanhalingstekens_opmaak_en_emoji_werken(openen: Openen) -> None:
    kluis = openen(BEHEER)
    naam = '<b>O\'Voorbeeld & "co"</b> 😀'
    kluis.accounts.voeg_toe(NieuweGebruiker(naam, naam, frozenset({Rol.MEDEWERKER}), WACHTWOORD))
    kluis.sluit()
    assert openen(naam).gebruiker.weergavenaam == naam


def test_rol_erbij_geldt_vanaf_de_volgende_keer_openen_zonder_wachtwoord_van_de_ander(openen: Openen) -> None:
    kluis = openen(BEHEER)
    kluis.accounts.wijzig_rollen(MEDEWERKER, frozenset({Rol.MEDEWERKER, Rol.BEHEERDER}))
    kluis.sluit()
    nieuw = openen(MEDEWERKER)
    assert nieuw.gebruiker.rollen == {Rol.MEDEWERKER, Rol.BEHEERDER}
    nieuw.accounts.wijzig_rollen(BEHEER, frozenset({Rol.MEDEWERKER}))


def test_laatste_beheerder_blijft(openen: Openen) -> None:
    kluis = openen(BEHEER)
    kluis.accounts.verwijder(TWEEDE_BEHEER)
    with pytest.raises(NietBevoegd, match="laatste beheerder"):
        kluis.accounts.wijzig_rollen(BEHEER, frozenset({Rol.MEDEWERKER}))
    with pytest.raises(NietBevoegd, match="laatste beheerder"):
        kluis.accounts.verwijder(BEHEER)
    with pytest.raises(NietGevonden):
        kluis.accounts.verwijder("niemand")


def test_na_intrekken_van_de_rol_gelden_oude_oordelen_en_nieuwe_niet(openen: Openen) -> None:
    regie = openen()
    oude_sleutel = regie.ondertekenaar
    zaad = oude_sleutel._zaad
    regie.sluit()
    beheer = openen(BEHEER)
    beheer.accounts.wijzig_rollen(REGIE, frozenset({Rol.MEDEWERKER}))
    with beheer.lees_sessies() as sessie:
        assert verifieer_keten(sessie, beheer.wortel, beheer.kluis_id) == ()
    oude_sleutel._zaad = zaad
    with beheer.sessies.begin() as sessie:
        voeg_verklaring_toe(sessie, oude_sleutel, VerklaringSoort.OORDEEL, oordeel_inhoud(9), TIJD)
    with beheer.lees_sessies() as sessie:
        (bevinding,) = verifieer_keten(sessie, beheer.wortel, beheer.kluis_id)
    assert "ingetrokken" in bevinding


def test_verwijderde_gebruiker_heeft_niets_aan_zijn_oude_sleutelbestand(
    openen: Openen, kluismap: Path, tmp_path: Path
) -> None:
    oud = tmp_path / "oude-sleutels.json"
    shutil.copy(kluismap / SLEUTELS, oud)
    kluis = openen(BEHEER)
    kluis.accounts.verwijder(MEDEWERKER)
    with kluis.sessies.begin() as sessie:
        log_iets(sessie)
    kluis.sluit()
    assert not (kluismap / "db-1.sqlite").exists()
    with pytest.raises(WachtwoordOnjuist):
        open_kluis(kluismap, MEDEWERKER, WACHTWOORD)
    shutil.copy(oud, kluismap / SLEUTELS)
    with pytest.raises(KluisNietGevonden):
        open_kluis(kluismap, MEDEWERKER, WACHTWOORD)
    (kluismap / "db-2.sqlite").rename(kluismap / "db-1.sqlite")
    with pytest.raises(KluisFout, match="hoort niet bij deze kluis"):
        open_kluis(kluismap, MEDEWERKER, WACHTWOORD)


def test_nieuwe_databasesleutel_laat_alles_staan_en_sessies_werken_door(openen: Openen) -> None:
    kluis = openen()
    sessies, oude_sleutel = kluis.sessies, kluis.databasesleutel
    kluis.sleutels.vernieuw_databasesleutel()
    assert kluis.databasesleutel != oude_sleutel
    with sessies.begin() as sessie:
        log_iets(sessie, 4)
    kluis.sluit()
    opnieuw = openen(MEDEWERKER)
    assert opnieuw.stand.waarschuwingen == ()
    with opnieuw.lees_sessies() as sessie:
        assert sessie.execute(text("SELECT count(*) FROM logregel")).scalar_one() == 4
        assert verifieer_keten(sessie, opnieuw.wortel, opnieuw.kluis_id) == ()


def test_schrijven_tijdens_vernieuwen_gaat_nooit_stil_verloren(openen: Openen) -> None:
    kluis = openen()
    geschreven = 0
    klaar = threading.Event()

    def schrijf() -> None:
        nonlocal geschreven
        while not klaar.is_set():
            try:
                with kluis.sessies.begin() as sessie:
                    log_iets(sessie)
            except KluisFout:
                continue
            geschreven += 1

    draad = threading.Thread(target=schrijf)
    draad.start()
    for _ in range(3):
        kluis.sleutels.vernieuw_databasesleutel()
    klaar.set()
    draad.join()
    with kluis.lees_sessies() as sessie:
        assert sessie.execute(text("SELECT count(*) FROM logregel")).scalar_one() == 3 + geschreven


VERNIEUW_STEEDS = """
import sys
from pathlib import Path
from zvh_desktop.database.kluis import open_kluis
kluis = open_kluis(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
while True:
    print("klaar", flush=True)
    kluis.sleutels.vernieuw_databasesleutel()
"""


@pytest.mark.parametrize("aantal", [1, 2, 3, 5])
def test_afgebroken_tijdens_vernieuwen_gaat_de_kluis_altijd_open(openen: Openen, kluismap: Path, aantal: int) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", VERNIEUW_STEEDS, str(kluismap), REGIE, WACHTWOORD], stdout=subprocess.PIPE
    ) as proces:
        assert proces.stdout is not None
        for _ in range(aantal):
            assert proces.stdout.readline()
        proces.kill()
    kluis = openen()
    assert kluis.stand.waarschuwingen == ()
    assert controleer(kluis) == ()


def test_mislukte_vernieuwing_verandert_niets(openen: Openen, kluismap: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kluis = openen()

    def vol(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as even:
        even.setattr("zvh_desktop.database.bestand.bestanden.vervang", vol)
        with pytest.raises(KluisFout, match="schijf is vol"):
            kluis.sleutels.vernieuw_databasesleutel()
    assert sorted(pad.name for pad in kluismap.glob("db-*.sqlite")) == ["db-1.sqlite"]
    with kluis.sessies.begin() as sessie:
        log_iets(sessie)
    kluis.sluit()
    assert openen().stand.waarschuwingen == ()


def test_wachtwoord_wijzigen(openen: Openen, kluismap: Path) -> None:
    kluis = openen()
    with pytest.raises(WachtwoordOnjuist):
        kluis.accounts.wijzig_wachtwoord("niet het oude", ANDER_WACHTWOORD)
    with pytest.raises(InvoerOngeldig):
        kluis.accounts.wijzig_wachtwoord(WACHTWOORD, "kort")
    kluis.accounts.wijzig_wachtwoord(WACHTWOORD, ANDER_WACHTWOORD)
    kluis.sluit()
    with pytest.raises(WachtwoordOnjuist):
        open_kluis(kluismap, REGIE, WACHTWOORD)
    assert openen(REGIE, ANDER_WACHTWOORD).stand.waarschuwingen == ()


def test_herstellen_geeft_een_nieuw_wachtwoord_en_houdt_oude_oordelen_geldig(
    kluismap: Path, herstelsleutel: str
) -> None:
    slordig = herstelsleutel.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    with herstel_toegang(kluismap, slordig, REGIE, ANDER_WACHTWOORD) as kluis:
        assert kluis.gebruiker.rollen == {Rol.PROCESREGISSEUR}
        with kluis.sessies.begin() as sessie:
            voeg_verklaring_toe(sessie, kluis.ondertekenaar, VerklaringSoort.OORDEEL, oordeel_inhoud(4), TIJD)
        with kluis.lees_sessies() as sessie:
            assert verifieer_keten(sessie, kluis.wortel, kluis.kluis_id) == ()
    with pytest.raises(WachtwoordOnjuist):
        open_kluis(kluismap, REGIE, WACHTWOORD)
    open_kluis(kluismap, REGIE, ANDER_WACHTWOORD).sluit()


def test_herstellen_met_verkeerde_sleutel_of_naam_verandert_niets(
    kluismap: Path, herstelsleutel: str, openen: Openen
) -> None:
    ervoor = (kluismap / SLEUTELS).read_bytes()
    anders = "Z" if herstelsleutel[-1] != "Z" else "Y"
    for sleutel, naam in ((herstelsleutel[:-1] + anders, REGIE), ("", REGIE), (herstelsleutel, "niemand")):
        with pytest.raises((InvoerOngeldig, NietGevonden)):
            herstel_toegang(kluismap, sleutel, naam, ANDER_WACHTWOORD)
    assert (kluismap / SLEUTELS).read_bytes() == ervoor
    kluis = openen(BEHEER)
    nieuw = kluis.sleutels.verzin_herstelsleutel()
    kluis.sleutels.vernieuw_herstelsleutel(nieuw)
    kluis.sluit()
    with pytest.raises(InvoerOngeldig):
        herstel_toegang(kluismap, herstelsleutel, REGIE, ANDER_WACHTWOORD)
    herstel_toegang(kluismap, nieuw, BEHEER, ANDER_WACHTWOORD).sluit()


def test_dit_apparaat_opent_zonder_wachtwoord_tot_het_uit_staat(
    openen: Openen, kluismap: Path, sleutelhanger: Geheugenhanger
) -> None:
    kluis = openen()
    kluis.apparaat.schakel_in()
    kluis.sleutels.vernieuw_databasesleutel()
    kluis.sluit()
    assert all(WACHTWOORD not in waarde for waarde in sleutelhanger.inhoud.values())
    with open_met_dit_apparaat(kluismap, REGIE) as open_nu:
        assert open_nu.gebruiker.naam == REGIE
        open_nu.apparaat.schakel_uit()
    assert sleutelhanger.inhoud == {}
    with pytest.raises(SleutelhangerNietVeilig):
        open_met_dit_apparaat(kluismap, REGIE)


def test_onveilige_sleutelhanger_wordt_geweigerd(openen: Openen, monkeypatch: pytest.MonkeyPatch) -> None:
    kluis = openen()
    for onveilig in (fail.Keyring(), Geheugenhanger()):  # type: ignore[no-untyped-call]
        monkeypatch.setattr(keyring, "get_keyring", lambda gekozen=onveilig: gekozen)
        with pytest.raises(SleutelhangerNietVeilig):
            kluis.apparaat.schakel_in()
    assert kluis.sleutelbestand.apparaten == ()


@pytest.mark.parametrize("daad", ["get_password", "set_password"])
def test_een_sleutelhanger_die_het_niet_doet_zegt_dat_in_gewone_woorden(
    openen: Openen, sleutelhanger: Geheugenhanger, monkeypatch: pytest.MonkeyPatch, daad: str
) -> None:
    """Windows has an error of its own kind, a bus that is gone one of the network: keyring lets both through."""

    def valt_uit(*_wat: str) -> str:
        raise ConnectionResetError("verzonnen geheim")

    kluis = openen()
    monkeypatch.setattr(sleutelhanger, daad, valt_uit)
    with pytest.raises(SleutelhangerNietVeilig, match="doet het niet") as fout:
        if daad == "set_password":
            kluis.apparaat.schakel_in()
        else:
            sleutelopslag.haal(kluis.kluis_id, REGIE)
    assert "geheim" not in str(fout.value)
    assert kluis.sleutelbestand.apparaten == ()
