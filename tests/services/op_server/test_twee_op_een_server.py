"""Two people have one house on a server open: what one does counts for the other at the next thing asked or done."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from dbserver import EIGENAAR
from factories import BEHEER, MEDEWERKER, NAAM_VAN, REGIE, WACHTWOORD, ProefKlok
from serverhuis import ACCOUNT, Huisbron, Huisbureau
from sqlalchemy import select

from zvh_desktop.database.keten.geverifieerd import getekend_over, inzicht
from zvh_desktop.database.keten.logketen import verifieer_logketen
from zvh_desktop.database.keten.ondertekening import verifieer_keten
from zvh_desktop.database.motor.rolrechten import GROEP_VAN
from zvh_desktop.database.openkluis import OpenKluis
from zvh_desktop.database.sleutels.gebruikers import NieuweGebruiker
from zvh_desktop.database.sleutels.herstelsleutel import als_tekst
from zvh_desktop.database.sleutels.primitieven import willekeurig
from zvh_desktop.database.team.verbinding import lees_verbinding
from zvh_desktop.database.team.werken import herstel_in_huis, open_huis
from zvh_desktop.errors import (
    GebruikersFout,
    KluisFout,
    KluisInGebruik,
    NietBevoegd,
    RegelGeweigerd,
    WachtwoordOnjuist,
    WachtwoordTijdelijk,
)
from zvh_desktop.models.keten.logregel import Logregel
from zvh_desktop.models.keuzes import Rol, VerklaringSoort
from zvh_desktop.services.diensten import bouw_diensten

NIEUW = "een heel ander wachtwoord"


@pytest.fixture
def huis(huisbron: Huisbron, tmp_path: Path) -> Iterator[Path]:
    """The connection file of a house in which nobody is yet."""
    pad, database = huisbron.kopie(tmp_path)
    yield pad
    huisbron.server.weg(database)


@pytest.fixture
def samen(huis: Path, klok: ProefKlok) -> Iterator[tuple[Huisbureau, Huisbureau]]:
    """Two procesregisseurs at work at once; one account opened twice, as at two computers."""
    een, ander = Huisbureau(huis, klok), Huisbureau(huis, klok)
    yield een, ander
    een.kluis.sluit()
    ander.kluis.sluit()


def als(huis: Path, naam: str, klok: ProefKlok) -> OpenKluis:
    return open_huis(huis, ACCOUNT, naam, WACHTWOORD, klok=klok)


def heel(kluis: OpenKluis) -> bool:
    with kluis.lees_sessies() as sessie:
        fout = (*verifieer_keten(sessie, kluis.wortel, kluis.kluis_id), *verifieer_logketen(sessie))
    return fout == ()


def test_een_huis_op_een_server_gaat_open_als_een_kluis(huis: Path, klok: ProefKlok) -> None:
    with als(huis, REGIE, klok) as kluis:
        diensten = bouw_diensten(kluis, klok)
        assert (kluis.op_server, kluis.alleen_lezen, diensten.sessie.gebruiker) == (True, False, REGIE)
        assert diensten.sessie.kluis_naam == "proef"
        assert [een.naam for een in kluis.gebruikers()] == sorted(NAAM_VAN)
        assert diensten.waarschuwingen == ()
    with als(huis, REGIE, klok) as kluis:
        assert heel(kluis)


def test_een_verkeerd_wachtwoord_opent_niets(huis: Path) -> None:
    with pytest.raises(WachtwoordOnjuist):
        open_huis(huis, ACCOUNT, REGIE, "niet dit wachtwoord")
    with pytest.raises(WachtwoordOnjuist):
        open_huis(huis, ACCOUNT, "onbekend", WACHTWOORD)


def test_wat_de_een_doet_ziet_de_ander_en_andersom(samen: tuple[Huisbureau, Huisbureau]) -> None:
    een, ander = samen
    tafel, casus = een.tafel(), een.casus()
    nummer = een.nummer(casus)
    punt = ander.punt(tafel, casus, "Politie", "OM")
    een.werkplek.lees_bij()
    assert een.aan_tafel(tafel) == {nummer: frozenset({"Politie", "OM"})}
    een.agenda.zet_deelname(punt, een.partij("OM"), aan=False)
    assert ander.aan_tafel(tafel) == {nummer: frozenset({"Politie"})}
    assert heel(een.kluis)


def test_een_oordeel_dat_de_een_intrekt_sluit_de_poort_bij_de_ander(samen: tuple[Huisbureau, Huisbureau]) -> None:
    een, ander = samen
    tafel, casus = een.tafel(), een.casus()
    punt = een.punt(tafel, casus, "Politie", "OM")
    nummer = een.nummer(casus)
    assert ander.aan_tafel(tafel) == {nummer: frozenset({"Politie", "OM"})}
    een.trek_in(casus, "OM")
    # Not looked at since: the very next act is refused.
    with pytest.raises(RegelGeweigerd):
        ander.agenda.zet_deelname(punt, ander.partij("OM"), aan=True)
    assert ander.aan_tafel(tafel) == {nummer: frozenset({"Politie"})}
    ander.trek_in(casus, "Politie")
    with pytest.raises(RegelGeweigerd):
        een.agenda.zet_deelname(punt, een.partij("Politie"), aan=True)
    assert heel(ander.kluis)


def test_van_wat_de_een_ondertekende_weet_de_ander_dat_het_getekend_is(samen: tuple[Huisbureau, Huisbureau]) -> None:
    """In a vault memory alone says so; here somebody else signed it a moment ago."""
    een, ander = samen
    casus = een.casus()
    ander.casussen.toon(casus)
    een.oordeel(casus, "Politie")
    with een.kluis.lees_sessies() as sessie:
        zicht = inzicht(sessie)
        alles = {**zicht.basis.over, **zicht.eigen.over}
    soort, sleutel, waarde = next(wat for wat, nummers in alles.items() if zicht.kop.nummer in nummers)
    with ander.kluis.sessies() as sessie:
        assert getekend_over(sessie, VerklaringSoort(soort), sleutel, waarde)


def test_een_nieuw_profiel_geldt_bij_de_ander(samen: tuple[Huisbureau, Huisbureau], huis: Path) -> None:
    een, ander = samen
    ander.casussen.lijst()
    nieuw = een.profiel.brontekst.replace(f'versie = "{een.profiel.versie}"', 'versie = "99.1"')
    assert nieuw != een.profiel.brontekst
    beheer = Huisbureau(huis, een.klok, BEHEER)
    beheer.diensten().profielen.neem_in_gebruik(nieuw)
    beheer.kluis.sluit()
    ander.casussen.lijst()
    assert ander.werkplek.profiel.versie == "99.1"
    een.casus()
    assert een.werkplek.profiel.versie == "99.1"


# --- keys and accounts ------------------------------------------------------------------------------


def test_een_eigen_wachtwoord_wordt_vervangen_en_staat_in_het_logboek(huis: Path, klok: ProefKlok) -> None:
    with als(huis, REGIE, klok) as kluis:
        bouw_diensten(kluis, klok).beheer.wijzig_wachtwoord(WACHTWOORD, NIEUW)
        with kluis.lees_sessies() as sessie:
            assert sessie.scalars(select(Logregel.handeling).order_by(Logregel.nummer.desc())).first() == (
                "wachtwoord gewijzigd"
            )
    with pytest.raises(WachtwoordOnjuist):
        open_huis(huis, ACCOUNT, REGIE, WACHTWOORD)
    with open_huis(huis, ACCOUNT, REGIE, NIEUW, klok=klok) as kluis:
        assert heel(kluis)


def test_wat_een_ander_intussen_aan_de_sleutels_deed_gaat_niet_verloren(huis: Path, klok: ProefKlok) -> None:
    with als(huis, REGIE, klok) as regie, als(huis, MEDEWERKER, klok) as medewerker:
        regie.accounts.wijzig_wachtwoord(WACHTWOORD, NIEUW)
        oud = medewerker.sleutelbestand
        # At a computer where nothing was asked since: the file it has is that of before.
        with pytest.raises(KluisInGebruik, match="Iemand anders"):
            medewerker.sleutels.schrijf(oud, None)
        medewerker.accounts.wijzig_wachtwoord(WACHTWOORD, NIEUW)
    for naam in (REGIE, MEDEWERKER):
        open_huis(huis, ACCOUNT, naam, NIEUW, klok=klok).sluit()


def test_een_handeling_die_mislukt_laat_sleutels_en_logboek_zoals_zij_waren(huis: Path, klok: ProefKlok) -> None:
    def struikel(_sessie: object) -> None:
        raise KluisFout("verzonnen")

    with als(huis, REGIE, klok) as kluis:
        daad = replace(bouw_diensten(kluis, klok).werkplek.daad("wachtwoord gewijzigd"), erbij=struikel)
        with pytest.raises(KluisFout, match="verzonnen"):
            kluis.accounts.wijzig_wachtwoord(WACHTWOORD, NIEUW, daad)
        assert kluis.accounts.controleer_wachtwoord(WACHTWOORD)
        with kluis.lees_sessies() as sessie:
            assert "wachtwoord gewijzigd" not in sessie.scalars(select(Logregel.handeling)).all()
    als(huis, REGIE, klok).sluit()


def test_een_nieuw_account_ziet_iedereen_meteen_en_het_kan_naar_binnen(huis: Path, klok: ProefKlok) -> None:
    with als(huis, BEHEER, klok) as beheer, als(huis, REGIE, klok) as regie:
        beheer.accounts.voeg_toe(
            NieuweGebruiker(
                "nieuweling", "Verzonnen Nieuweling", frozenset({Rol.MEDEWERKER}), WACHTWOORD, tijdelijk=True
            )
        )
        with regie.lees_sessies() as sessie:
            sessie.connection()
        assert "nieuweling" in {een.naam for een in regie.gebruikers()}
    with als(huis, "nieuweling", klok) as nieuw:
        assert nieuw.accounts.wachtwoord_tijdelijk
        with pytest.raises(WachtwoordTijdelijk):
            bouw_diensten(nieuw, klok)
        nieuw.accounts.wijzig_wachtwoord(WACHTWOORD, NIEUW)
        assert bouw_diensten(nieuw, klok).sessie.gebruiker == "nieuweling"


@pytest.mark.mag_loggen("zvh_desktop.services.werkplek.werkplek")
def test_wie_verwijderd_is_kan_bij_de_volgende_handeling_niets_meer(huis: Path, klok: ProefKlok) -> None:
    medewerker = Huisbureau(huis, klok, MEDEWERKER)
    medewerker.casussen.lijst()
    with als(huis, BEHEER, klok) as beheer:
        bouw_diensten(beheer, klok).beheer.verwijder_account(MEDEWERKER)
    with pytest.raises(NietBevoegd, match="niet meer"):
        medewerker.casussen.lijst()
    with pytest.raises(NietBevoegd, match="niet meer"):
        medewerker.aanmelding()
    medewerker.kluis.sluit()
    with pytest.raises(WachtwoordOnjuist):
        als(huis, MEDEWERKER, klok)


@pytest.mark.mag_loggen("zvh_desktop.services.werkplek.werkplek")
def test_een_rol_die_de_een_afneemt_ondertekent_bij_de_ander_niets_meer(huis: Path, klok: ProefKlok) -> None:
    regie = Huisbureau(huis, klok)
    casus = regie.casus()
    with als(huis, BEHEER, klok) as beheer:
        diensten = bouw_diensten(beheer, klok)
        diensten.werkplek._bevestigd_tot = diensten.werkplek.looptijd() + 60
        diensten.beheer.verwijder_account(REGIE)
    with pytest.raises(GebruikersFout):
        regie.oordeel(casus, "Politie")
    regie.kluis.sluit()
    with als(huis, BEHEER, klok) as beheer:
        assert heel(beheer)


def test_met_de_herstelsleutel_komt_iemand_weer_binnen(huis: Path, klok: ProefKlok) -> None:
    sleutel = als_tekst(willekeurig())
    with als(huis, BEHEER, klok) as beheer:
        beheer.sleutels.vernieuw_herstelsleutel(sleutel)
    with pytest.raises(GebruikersFout):
        herstel_in_huis(huis, ACCOUNT, als_tekst(willekeurig()), MEDEWERKER, NIEUW)
    open_ = Huisbureau(huis, klok, MEDEWERKER)
    with herstel_in_huis(huis, ACCOUNT, sleutel, MEDEWERKER, NIEUW, klok=klok) as kluis:
        assert bouw_diensten(kluis, klok).sessie.gebruiker == MEDEWERKER
    # Who had it open under the keys of before does not go on with those.
    with pytest.raises(NietBevoegd, match="nieuwe sleutels"):
        open_.casussen.lijst()
    open_.kluis.sluit()
    with open_huis(huis, ACCOUNT, MEDEWERKER, NIEUW, klok=klok) as kluis:
        assert heel(kluis)


def test_een_database_van_eerder_zegt_wie_het_recht_geeft(huisbron: Huisbron, huis: Path, klok: ProefKlok) -> None:
    database = lees_verbinding(huis).plek.database
    terug = f"REVOKE UPDATE (inhoud) ON zvh.teambestand FROM {', '.join(GROEP_VAN.values())}"
    huisbron.server.doe(terug, database=database, account=EIGENAAR)
    with als(huis, REGIE, klok) as kluis:
        with pytest.raises(KluisFout, match="laat de afdeling ICT dat recht geven"):
            kluis.accounts.wijzig_wachtwoord(WACHTWOORD, NIEUW)
        assert kluis.accounts.controleer_wachtwoord(WACHTWOORD)


def test_een_nieuwe_sleutel_voor_alles_wordt_met_een_zin_geweigerd(huis: Path, klok: ProefKlok) -> None:
    with als(huis, BEHEER, klok) as kluis, pytest.raises(KluisFout, match="nieuwe sleutel"):
        kluis.sleutels.vernieuw_databasesleutel()


# --- side by side -----------------------------------------------------------------------------------


def test_twee_die_samen_een_nieuw_huis_openen_leggen_de_rollen_een_keer_vast(huis: Path, klok: ProefKlok) -> None:
    with als(huis, REGIE, klok) as een, als(huis, BEHEER, klok) as ander:
        assert not een.rolstand.begonnen and not ander.rolstand.begonnen
        een_bij_deur, ander_bij_deur = partial(bouw_diensten, een, klok), partial(bouw_diensten, ander, klok)
        with ThreadPoolExecutor(2) as werkers:
            klaar = [werkers.submit(een_bij_deur), werkers.submit(ander_bij_deur)]
            assert {deel.result().sessie.gebruiker for deel in klaar} == {REGIE, BEHEER}
        assert heel(een) and een.stand.controleer_keten() == ()
        with een.lees_sessies() as sessie:
            assert sessie.scalars(select(Logregel.handeling)).all().count("rollen vastgelegd") == 1


def test_wat_gelezen_wordt_vraagt_de_server_niets_te_schrijven(huis: Path, klok: ProefKlok) -> None:
    with open_huis(huis, ACCOUNT, REGIE, WACHTWOORD, alleen_lezen=True, klok=klok) as kluis:
        assert kluis.alleen_lezen
        diensten = bouw_diensten(kluis, klok)
        assert diensten.casussen.lijst() == ()
        with pytest.raises(GebruikersFout):
            diensten.beheer.wijzig_wachtwoord(WACHTWOORD, NIEUW)


def test_na_het_vergrendelen_begint_er_niets_meer(huis: Path, klok: ProefKlok) -> None:
    kluis = als(huis, REGIE, klok)
    kluis.sluit()
    with pytest.raises(KluisInGebruik, match="vergrendeld"), kluis.lees_sessies() as sessie:
        sessie.connection()


def test_een_einde_dat_eraf_is_ziet_wie_het_eerder_zag(huisbron: Huisbron, huis: Path, klok: ProefKlok) -> None:
    bureau = Huisbureau(huis, klok)
    bureau.oordeel(bureau.casus(), "Politie")
    bureau.kluis.sluit()
    database = lees_verbinding(huis).plek.database
    weg = "DELETE FROM zvh.verklaring WHERE nummer = (SELECT max(nummer) FROM zvh.verklaring)"
    huisbron.server.doe("SET session_replication_role = replica", weg, database=database)
    with als(huis, REGIE, klok) as kluis:
        assert any("ontbreken" in zin for zin in kluis.stand.waarschuwingen)
        assert kluis.stand.controleer_keten() != ()
