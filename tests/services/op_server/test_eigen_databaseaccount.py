"""Each at work under a database account of their own: all that the role may goes on, and nothing is missed silently."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from dbserver import BAAS, EIGENAAR, KOPIEERDER, WERKER, Databaseserver, programma
from factories import BEHEER, MEDEWERKER, REGIE, ROL_VAN, WACHTWOORD, Bureau, ProefKlok, kopieer
from opruimhulp import dossier, schaal_af, tafel_met, vernietiger
from serverhuis import Huisbron, Huisbureau
from sqlalchemy import Connection, create_engine, text

from zvh_desktop.database.keten.rollen import lees_rolstand
from zvh_desktop.database.motor.rolrechten import GROEP_VAN, afgeschermd, beleid
from zvh_desktop.database.motor.teamschema import TOEPASSING
from zvh_desktop.database.openkluis import OpenKluis
from zvh_desktop.database.team.bijwerken import werk_huis_bij
from zvh_desktop.database.team.controleren import controleer_team
from zvh_desktop.database.team.databaserollen import Rolwerk, maak_rollen
from zvh_desktop.database.team.halen import haal
from zvh_desktop.database.team.openen import Serveraanmelding, open_team
from zvh_desktop.database.team.opruimen import ruim_op
from zvh_desktop.database.team.rollen import Serverrollen, zet_rollen
from zvh_desktop.database.team.verbinding import Databaseaccount, Verbinding, lees_verbinding
from zvh_desktop.database.team.werken import open_huis
from zvh_desktop.database.zitting import zitting
from zvh_desktop.errors import (
    GebruikersFout,
    InvoerOngeldig,
    KluisFout,
    NietBevoegd,
    NietGevonden,
    ProfielOngeldig,
)
from zvh_desktop.models.alles import Base
from zvh_desktop.models.keuzes import BuitenRoutering, CasusId, PartijSoort, Rol, VernietigSoort
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd
from zvh_desktop.models.profiel.lezen import lees_profiel
from zvh_desktop.services.bestuur.gegevens import BestuurpuntInvoer
from zvh_desktop.services.casus.einden import TerugkoppelingInvoer
from zvh_desktop.services.casus.triage import TriageInvoer
from zvh_desktop.services.datalek.gegevens import DatalekInvoer, Geraakt
from zvh_desktop.services.diensten import bouw_diensten
from zvh_desktop.services.huis.profielen import bezwaren_tegen
from zvh_desktop.services.huis.vakanties import Vakantie
from zvh_desktop.services.partijen.partijen import PartijInvoer
from zvh_desktop.services.tafel.tafels import OverlegInvoer
from zvh_desktop.services.werkplek.rechten import Recht

NU = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
NIEUW = "een heel ander wachtwoord"


def account_van(gebruiker: str) -> str:
    return f"db_{ROL_VAN[gebruiker].value}"


class ZonderRevoke:
    """A line on which a REVOKE goes through and takes nothing away."""

    def __init__(self, lijn: Connection) -> None:
        self._lijn = lijn

    def exec_driver_sql(self, opdracht: str) -> Any:
        return self._lijn.exec_driver_sql("SELECT 1" if opdracht.startswith("REVOKE") else opdracht)

    def __getattr__(self, naam: str) -> Any:
        return getattr(self._lijn, naam)


class Eigenbureau(Huisbureau):
    """An office on a server of which everybody works under a database account of their own."""

    def _open(self) -> OpenKluis:
        account = Databaseaccount(account_van(self.gebruiker))
        return open_huis(self.map, account, self.gebruiker, WACHTWOORD, klok=self.klok)


class Eigenhuis:
    """A house on a server, each account of which has its database account."""

    def __init__(self, pad: Path, database: str, server: Databaseserver, klok: ProefKlok) -> None:
        self.pad, self.database, self.server, self.klok = pad, database, server, klok

    @property
    def verbinding(self) -> Verbinding:
        return lees_verbinding(self.pad)

    def als(self, gebruiker: str) -> Eigenbureau:
        return Eigenbureau(self.pad, self.klok, gebruiker)

    def open(self, gebruiker: str) -> OpenKluis:
        return open_huis(self.pad, Databaseaccount(account_van(gebruiker)), gebruiker, WACHTWOORD, klok=self.klok)

    def vraag(self, opdracht: str) -> Any:
        engine = create_engine(self.server.adres(self.database, EIGENAAR).url())
        with engine.connect() as lijn:
            uit = lijn.execute(text(opdracht)).scalar()
        engine.dispose()
        return uit

    def zet(self, koppel: dict[str, str] | None = None, los: tuple[str, ...] = (), wie: str = BEHEER) -> Serverrollen:
        return zet_rollen(self.verbinding, Serveraanmelding(EIGENAAR, wie, WACHTWOORD), koppel or {}, los, nu=NU)

    def controleer(self) -> tuple[str, ...]:
        with open_team(self.verbinding, Serveraanmelding(KOPIEERDER, BEHEER, WACHTWOORD)) as team:
            return tuple(zin for zin in controleer_team(team) if "hoort bij niemand" not in zin)

    def doe(self, *opdrachten: str) -> None:
        self.server.doe(*opdrachten, database=self.database)


@pytest.fixture
def huis(huisbron: Huisbron, tmp_path: Path, klok: ProefKlok) -> Iterator[Eigenhuis]:
    pad, database = huisbron.kopie(tmp_path)
    eigen = Eigenhuis(pad, database, huisbron.server, klok)
    with open_huis(pad, Databaseaccount(WERKER), REGIE, WACHTWOORD, klok=klok) as kluis:
        bouw_diensten(kluis, klok)  # who has which role is taken down
    gevolg = eigen.zet({account_van(een): een for een in (BEHEER, REGIE, MEDEWERKER)})
    assert gevolg.gedaan == gevolg.nog == ()
    yield eigen
    huisbron.server.weg(database)


@pytest.fixture
def casus(huis: Eigenhuis) -> CasusId:
    """One that runs, on the agenda of a tafel in preparation."""
    bureau = huis.als(REGIE)
    gemaakt = bureau.casus()
    bureau.punt(bureau.tafel(), gemaakt, "Politie", "OM")
    bureau.kluis.sluit()
    return gemaakt


# --- at work ----------------------------------------------------------------------------------------


def test_een_procesregisseur_houdt_een_tafel_en_schaalt_af(huis: Eigenhuis) -> None:
    bureau = huis.als(REGIE)
    casus, ander = bureau.casus("J. Kanarievogel"), bureau.casus("T. Testpersoon")
    tafel_met(bureau, casus, ander, afschalen=casus)
    schaal_af(bureau, casus)
    assert {rij.id for rij in bureau.casussen.lijst()} == {casus, ander}
    assert bureau.diensten().zoeken.zoek("Kanarievogel")
    assert bureau.kluis.stand.controleer_keten() == ()
    bureau.kluis.sluit()
    assert huis.controleer() == ()


def test_van_een_vernietigd_dossier_blijft_niet_staan_welke_rij_er_was(
    twents_sjabloon: Path, databaseserver: Databaseserver, tmp_path: Path, klok: ProefKlok
) -> None:
    """The list of what changed: of before the destruction nothing, and after zvh team ruim nothing at all of it."""
    kantoor = Bureau(kopieer(twents_sjabloon, tmp_path / "dossier.kluis"), klok)
    ander = kantoor.casus("T. Testpersoon")
    casus = dossier(kantoor, ander, naam="J. Kanarievogel")
    kantoor.sluit()
    bron = Huisbron.maak(databaseserver, kantoor.map, tmp_path)
    huis = Eigenhuis(bron.verbinding, bron.database, databaseserver, klok)
    daad = "UPDATE zvh.{} SET gewijzigd_op = gewijzigd_op + interval '1 day' WHERE id = {}"
    alles_op_volgorde = "SET default_transaction_isolation = serializable"
    huis.doe(alles_op_volgorde, daad.format("casus", casus), daad.format("casus", ander))
    huis.doe(
        "INSERT INTO zvh.wijziging (tabel, sleutel, kolommen, zitting, op) "
        "VALUES ('partij', '999', '{naam}', '', now() - interval '3 days')"
    )
    bureau = Eigenbureau(bron.verbinding, klok)
    bureau.alsof_bevestigd()
    vernietiger(bureau).doe(casus, VernietigSoort.VERNIETIGEN)
    bureau.kluis.sluit()
    van_casus = "SELECT string_agg(soort, ' ') FROM zvh.wijziging WHERE tabel = 'casus' AND sleutel = '{}'"
    assert huis.vraag(van_casus.format(casus)) == "DELETE"
    assert huis.vraag("SELECT count(*) FROM zvh.wijziging WHERE sleutel = '999'") == 0
    assert ruim_op(huis.verbinding, EIGENAAR)
    assert huis.vraag(van_casus.format(casus)) is None
    assert "UPDATE" in huis.vraag(van_casus.format(ander))
    databaseserver.weg(bron.database)


def test_een_procesregisseur_vernietigt_onder_het_eigen_account(
    twents_sjabloon: Path, databaseserver: Databaseserver, tmp_path: Path, klok: ProefKlok
) -> None:
    kantoor = Bureau(kopieer(twents_sjabloon, tmp_path / "dossier.kluis"), klok)
    ander = kantoor.casus("T. Testpersoon")
    casus = dossier(kantoor, ander, naam="J. Kanarievogel")
    nummer = kantoor.nummer(casus)
    kantoor.sluit()
    bron = Huisbron.maak(databaseserver, kantoor.map, tmp_path)
    bureau = Eigenbureau(bron.verbinding, klok)
    bureau.alsof_bevestigd()
    assert vernietiger(bureau).doe(casus, VernietigSoort.VERNIETIGEN).nummer == nummer
    assert [rij.id for rij in bureau.casussen.lijst()] == [ander]
    bureau.kluis.sluit()
    databaseserver.weg(bron.database)


def test_wat_terug_is_na_een_oudere_stand_gaat_opnieuw_weg(
    twents_sjabloon: Path, databaseserver: Databaseserver, tmp_path: Path, klok: ProefKlok
) -> None:
    """By who may, before anybody else comes in; and who does not see it does not sign that it is not there."""
    kantoor = Bureau(kopieer(twents_sjabloon, tmp_path / "dossier.kluis"), klok)
    ander = kantoor.casus("T. Testpersoon")
    casus = dossier(kantoor, ander, naam="J. Kanarievogel")
    bouw_diensten(kantoor.kluis, klok)  # who has which role is taken down
    kantoor.sluit()
    bron = Huisbron.maak(databaseserver, kantoor.map, tmp_path)
    (tmp_path / "eerder").mkdir()
    pad, database = bron.kopie(tmp_path / "eerder")
    bureau = Eigenbureau(bron.verbinding, klok)
    bureau.alsof_bevestigd()
    vernietiger(bureau).doe(casus, VernietigSoort.VERNIETIGEN)
    bureau.kluis.sluit()

    eerder = Eigenhuis(pad, database, databaseserver, klok)
    with eerder.open(BEHEER) as kluis:
        bouw_diensten(kluis, klok)
    assert eerder.vraag("SELECT count(*) FROM zvh.verklaring WHERE soort = 'vernietiging_opnieuw'") == 0
    with eerder.open(MEDEWERKER) as kluis, pytest.raises(NietBevoegd, match="al was vernietigd"):
        bouw_diensten(kluis, klok)
    with eerder.open(REGIE) as kluis:
        assert [rij.id for rij in bouw_diensten(kluis, klok).casussen.lijst()] == [ander]
    with eerder.open(MEDEWERKER) as kluis:
        assert [rij.id for rij in bouw_diensten(kluis, klok).casussen.lijst()] == [ander]
    for naam in (bron.database, database):
        databaseserver.weg(naam)


def test_een_medewerker_bereidt_een_tafel_voor(huis: Eigenhuis, casus: CasusId) -> None:
    bureau = huis.als(MEDEWERKER)
    aanmelding = bureau.aanmelding("M. Voorbeeld")
    tafel = bureau.tafel(huis.klok.over(30))
    bureau.punt(tafel, casus)
    assert aanmelding in {regel.id for regel in bureau.aanmeldingen.lijst()}
    assert bureau.nummer(casus)
    assert bureau.diensten().cijfers.jaren()
    with pytest.raises(NietBevoegd):
        bureau.oordeel(casus, "Politie")
    bureau.kluis.sluit()


def test_een_medewerker_haalt_geen_partij_weg_uit_een_register_dat_verborgen_is(huis: Eigenhuis) -> None:
    """The server keeps it, and that is said in words."""
    bureau = huis.als(REGIE)
    partij = bureau.diensten().partijen.voeg_toe(PartijInvoer("Stichting Voorbeeld", "SV", PartijSoort.DERDE))
    datalekken = bureau.diensten().datalekken
    lek = datalekken.leg_vast(DatalekInvoer("Een brief ging naar een ander adres.", huis.klok()))
    datalekken.zet_geraakt(lek, Geraakt(partijen=(partij,)))
    bureau.kluis.sluit()
    ander = huis.als(MEDEWERKER)
    with pytest.raises(GebruikersFout, match="iets dat u niet mag bekijken"):
        ander.diensten().partijen.verwijder(partij)
    assert partij in {een.id for een in ander.diensten().partijen.lijst()}
    ander.kluis.sluit()


def test_een_medewerker_koppelt_een_einde_terug(huis: Eigenhuis) -> None:
    """What the desk keeps of a row that a procesregisseur makes goes on."""
    bureau = huis.als(REGIE)
    casus = bureau.aanmeldingen.accepteer(bureau.aanmelding())
    elders = TriageInvoer(routering=BuitenRoutering.ELDERS, toelichting="Hoort bij het wijkteam.")
    bureau.triage.bewaar(casus, elders)
    bureau.alsof_bevestigd()
    bureau.triage.rond_af(casus)
    bureau.kluis.sluit()
    ander = huis.als(MEDEWERKER)
    ander.diensten().einden.koppel_terug(
        casus, TerugkoppelingInvoer(huis.klok.vandaag, "telefonisch", "Verder elders.")
    )
    ander.kluis.sluit()
    assert huis.vraag("SELECT count(*) FROM zvh.casus_einde WHERE teruggekoppeld_op IS NOT NULL") == 1


def test_een_beheerder_ziet_het_huis_en_geen_casus(huis: Eigenhuis, casus: CasusId) -> None:
    bureau = huis.als(REGIE)
    bestuur = bureau.diensten().overleggen
    overleg = bestuur.plan(OverlegInvoer("stuurgroep", huis.klok.vandaag, time(13), time(15), "Raadzaal"))
    bestuur.voeg_punt_toe(overleg, BestuurpuntInvoer("Jaarplan"))
    bureau.kluis.sluit()
    with huis.open(BEHEER) as kluis:
        diensten = bouw_diensten(kluis, huis.klok)
        assert not kluis.stand.ziet_dossiers
        assert {een.naam for een in diensten.beheer.accounts()} == {BEHEER, MEDEWERKER, REGIE}
        assert len(diensten.partijen.lijst()) > 5
        assert diensten.overleggen.toon(overleg).punten[0].invoer.onderwerp == "Jaarplan"
        assert diensten.datalekken.lijst() == ()
        assert diensten.vandaag.toon() is not None
        wat = {regel.wat for regel in diensten.logboek.lees()}
        assert len(wat) > 3
        assert diensten.profielen.versies()[0].overleggen == 2  # also of the tafel that is not seen
        diensten.beheer.wijzig_wachtwoord(WACHTWOORD, NIEUW)
        assert kluis.stand.controleer_keten() == ()
        with kluis.lees_sessies() as sessie:
            assert sessie.execute(text("SELECT count(*) FROM casus")).scalar() == 0
    assert huis.vraag("SELECT count(*) FROM zvh.casus") == 1


def test_de_cijfers_heten_geweigerd_en_niet_nul(huis: Eigenhuis, casus: CasusId) -> None:
    with huis.open(BEHEER) as kluis:
        diensten = bouw_diensten(kluis, huis.klok)
        with pytest.raises(NietBevoegd, match="uit de dossiers geteld"):
            diensten.cijfers.jaren()
        assert not diensten.mag(Recht.CIJFERS_LEZEN).mag
        assert "uit de dossiers geteld" in diensten.mag(Recht.CIJFERS_LEZEN).reden
    with huis.open(REGIE) as kluis:
        assert bouw_diensten(kluis, huis.klok).cijfers.jaren()


def met(tekst: str, oud: str, nieuw: str) -> str:
    assert oud in tekst
    return tekst.replace(oud, nieuw)


def test_een_profiel_dat_iets_lopends_wegneemt_weigert_ook_wie_dat_niet_ziet(huis: Eigenhuis, casus: CasusId) -> None:
    """The same objections for who sees the casussen and for who does not, and neither takes it into use."""
    profiel = laad_meegeleverd("twente")
    nieuw = met(profiel.brontekst, f'versie = "{profiel.versie}"', 'versie = "9.0"')
    eerste = profiel.aanpakken[0].sleutel
    nieuw = met(nieuw, f'sleutel = "{eerste}"', 'sleutel = "andere-aanpak"')
    regie = huis.als(REGIE)
    with regie.kluis.lees_sessies() as sessie:
        ziende = bezwaren_tegen(regie.werkplek, sessie, lees_profiel(nieuw, "nieuw.toml"))
    regie.kluis.sluit()
    with huis.open(BEHEER) as kluis:
        profielen = bouw_diensten(kluis, huis.klok).profielen
        assert profielen.bekijk(nieuw).bezwaren == ziende
        with pytest.raises(ProfielOngeldig):
            profielen.neem_in_gebruik(nieuw)
    assert {een.plaats for een in ziende} == {"aanpakken"}


def test_een_profiel_in_gebruik_nemen_neemt_ook_mee_wat_de_beheerder_niet_ziet(huis: Eigenhuis, casus: CasusId) -> None:
    profiel = laad_meegeleverd("twente")
    nieuw = met(profiel.brontekst, f'versie = "{profiel.versie}"', 'versie = "9.0"')
    with huis.open(BEHEER) as kluis:
        gevolgen = bouw_diensten(kluis, huis.klok).profielen.neem_in_gebruik(nieuw)
    assert gevolgen == ("1 overleg in voorbereiding gaat verder met versie 9.0.",)
    laatste = "SELECT bool_and(profiel_versie_id = (SELECT max(id) FROM zvh.profiel_versie)) FROM zvh.overleg"
    assert huis.vraag(laatste) is True
    assert huis.controleer() == ()


def test_een_beheerder_schrijft_geen_casusnummer_in_wat_blijft_staan(huis: Eigenhuis, casus: CasusId) -> None:
    """He sees no casus, and yet the server knows that the number is of one."""
    nummer = huis.vraag("SELECT nummer FROM zvh.casus")
    with huis.open(BEHEER) as kluis:
        vakanties = bouw_diensten(kluis, huis.klok).vakanties
        vrij = date(2026, 12, 21)
        with pytest.raises(InvoerOngeldig, match="nummer van een casus"):
            vakanties.bewaar(Vakantie(f"Vrij voor {nummer}", vrij, vrij))
        vakanties.bewaar(Vakantie("Kerstvakantie", vrij, vrij))
        assert [een.naam for een in vakanties.lijst()] == ["Kerstvakantie"]


# --- whose account it is ----------------------------------------------------------------------------


def test_een_databaseaccount_is_van_een_mens(huis: Eigenhuis) -> None:
    with pytest.raises(KluisFout, match="van iemand anders"):
        open_huis(huis.pad, Databaseaccount(account_van(REGIE)), BEHEER, WACHTWOORD, klok=huis.klok)
    with pytest.raises(KluisFout, match="U hebt een eigen databaseaccount"):
        open_huis(huis.pad, Databaseaccount(WERKER), BEHEER, WACHTWOORD, klok=huis.klok)
    for account, zin in ((account_van(REGIE), "van iemand anders"), (WERKER, "U hebt een eigen databaseaccount")):
        wie = Serveraanmelding(account, BEHEER, WACHTWOORD)
        with pytest.raises(KluisFout, match=zin), open_team(huis.verbinding, wie):
            pass
    huis.zet({}, (account_van(BEHEER),))
    huis.server.doe(f"GRANT zvh_beheerder TO {account_van(BEHEER)}")  # as it was, for who comes after


def test_wat_de_server_van_een_account_weet_zegt_niets(huis: Eigenhuis) -> None:
    merken = huis.vraag("SELECT string_agg(account, ' ') FROM zvh.databaseaccount").split()
    assert len(set(merken)) == len(merken) == 3
    for naam in (BEHEER, REGIE, MEDEWERKER):
        assert all(naam not in merk for merk in merken)


# --- roles that change ------------------------------------------------------------------------------


def test_zonder_de_rol_op_de_server_wordt_er_niet_gewerkt(huis: Eigenhuis, casus: CasusId) -> None:
    """An empty list would be taken for no casus at all. Also of who has the house open."""
    account = account_van(REGIE)
    bureau = huis.als(REGIE)
    huis.server.doe(f"REVOKE zvh_procesregisseur FROM {account}", f"GRANT zvh_toepassing TO {account}")
    try:
        with pytest.raises(KluisFout, match="zvh team rollen"):
            bureau.casussen.lijst()
        with pytest.raises(KluisFout, match="zvh team rollen"):
            huis.als(REGIE)
        assert huis.controleer() == (f"Het databaseaccount {account} mist wat bij zijn rollen hoort: procesregisseur.",)
    finally:
        huis.server.doe(f"GRANT zvh_procesregisseur TO {account}", f"REVOKE zvh_toepassing FROM {account}")
    assert len(bureau.casussen.lijst()) == 1
    bureau.kluis.sluit()


@pytest.mark.mag_loggen("zvh_desktop.database.keten.geverifieerd")
def test_terwijl_de_rollen_worden_gelezen_gaat_er_geen_ander_langs(
    huis: Eigenhuis, casus: CasusId, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which roles count is read in a session of its own: what another thread begins meanwhile is asked as always."""
    account = account_van(REGIE)
    geweigerd: list[bool] = []
    with huis.open(REGIE) as kluis:

        def onderwijl(*waarden: Any) -> Any:
            if not geweigerd:
                with pytest.raises(KluisFout, match="zvh team rollen"), kluis.lees_sessies() as sessie:
                    sessie.connection()
                geweigerd.append(True)
            return lees_rolstand(*waarden)

        huis.server.doe(f"REVOKE zvh_procesregisseur FROM {account}", f"GRANT zvh_toepassing TO {account}")
        try:
            monkeypatch.setattr(zitting, "lees_rolstand", onderwijl)
            kluis._zitting.lees_rollen()
        finally:
            huis.server.doe(f"GRANT zvh_procesregisseur TO {account}", f"REVOKE zvh_toepassing FROM {account}")
    assert geweigerd == [True]


def test_een_andere_rol_in_het_huis_volgt_de_server_als_ict_dat_doet(huis: Eigenhuis) -> None:
    """What the owner may not grant himself is said in SQL, and that is enough."""
    account = account_van(MEDEWERKER)
    with huis.open(BEHEER) as kluis:
        bouw_diensten(kluis, huis.klok).rollen.wijzig(MEDEWERKER, frozenset({Rol.MEDEWERKER, Rol.PROCESREGISSEUR}))
    assert huis.zet().nog == ()  # nobody stands behind it yet
    with huis.open(REGIE) as kluis:
        diensten = bouw_diensten(kluis, huis.klok)
        diensten.bevestig(WACHTWOORD)
        diensten.rollen.bevestig(diensten.rollen.voor_mij()[0].nummer)
    gevolg = huis.zet()
    assert gevolg.nog == (f"GRANT zvh_procesregisseur TO {account}",)
    try:
        huis.server.doe(*gevolg.nog)
        assert huis.zet().nog == ()
        assert huis.controleer() == ()
        huis.als(MEDEWERKER).kluis.sluit()
    finally:
        huis.server.doe(f"REVOKE zvh_procesregisseur FROM {account}")


def test_wie_meer_mag_dan_zijn_rollen_valt_op_en_verliest_het(huis: Eigenhuis, casus: CasusId) -> None:
    account = account_van(BEHEER)
    huis.server.doe(f"GRANT zvh_procesregisseur TO {account}")
    try:
        assert huis.controleer() == (
            f"Het databaseaccount {account} mag meer dan zijn rollen in het huis: procesregisseur.",
        )
        assert huis.zet().nog == (terug(huis, "zvh_procesregisseur", account),)
    finally:
        huis.server.doe(f"REVOKE zvh_procesregisseur FROM {account}")
    assert huis.controleer() == ()


def test_wat_een_account_langs_een_andere_rol_is_blijft_niet_ongezegd(huis: Eigenhuis) -> None:
    """What was taken away and is there all the same has not been done."""
    account = account_van(BEHEER)
    huis.server.doe("CREATE ROLE team_ict NOLOGIN IN ROLE zvh_procesregisseur", f"GRANT team_ict TO {account}")
    try:
        gevolg = huis.zet()
        assert (gevolg.gedaan, gevolg.nog) == ((), (f"REVOKE team_ict FROM {account}",))
        huis.server.doe(*gevolg.nog, "GRANT zvh_kopie TO zvh_beheerder")
        assert huis.zet().nog == ("REVOKE zvh_kopie FROM zvh_beheerder",)
        huis.server.doe("REVOKE zvh_kopie FROM zvh_beheerder", f"ALTER ROLE {account} SUPERUSER")
        assert huis.zet().nog == (f"ALTER ROLE {account} NOSUPERUSER",)
    finally:
        huis.server.doe(
            f"ALTER ROLE {account} NOSUPERUSER", "REVOKE zvh_kopie FROM zvh_beheerder", "DROP ROLE IF EXISTS team_ict"
        )
    assert huis.zet().nog == ()


PER_GEVER = 160000
"""From this version on a right is taken back in the name of who gave it, and given by who got the right to."""


def terug(huis: Eigenhuis, groep: str, account: str) -> str:
    """What takes back a role that who runs the server gave."""
    opdracht = f"REVOKE {groep} FROM {account}"
    return f"{opdracht} GRANTED BY {BAAS}" if huis.server.versie >= PER_GEVER else opdracht


@contextmanager
def eigenaar_mag_rollen_geven(huis: Eigenhuis) -> Iterator[None]:
    """As who runs the server arranges it; on a newer one each role apart."""
    groepen = ", ".join((*GROEP_VAN.values(), TOEPASSING))
    huis.server.doe(f"ALTER ROLE {EIGENAAR} CREATEROLE")
    if huis.server.versie >= PER_GEVER:
        huis.server.doe(f"GRANT {groepen} TO {EIGENAAR} WITH ADMIN TRUE, INHERIT FALSE, SET FALSE")
    try:
        yield
    finally:
        huis.server.doe(f"ALTER ROLE {EIGENAAR} NOCREATEROLE")
        if huis.server.versie >= PER_GEVER:
            huis.server.doe(f"REVOKE {groepen} FROM {EIGENAAR} CASCADE")


def test_een_revoke_die_niets_deed_heet_niet_gedaan(huis: Eigenhuis, monkeypatch: pytest.MonkeyPatch) -> None:
    """A newer server passes over what another gave, with a warning; here a statement that does as little."""
    account = account_van(BEHEER)
    huis.server.doe(f"GRANT zvh_procesregisseur TO {account}")
    engine = huis.server.motor(huis.database, EIGENAAR).open()
    try:
        with engine.connect() as lijn:
            werk = Rolwerk(lijn)
            monkeypatch.setattr(werk, "_verbinding", ZonderRevoke(lijn))
            werk.maak_geen_lid(account, "zvh_procesregisseur")
            werk.eis_geen_lid(account, "zvh_procesregisseur")
            assert (werk.gedaan, werk.nog) == ([], [terug(huis, "zvh_procesregisseur", account)])
    finally:
        engine.dispose()
        huis.server.doe(f"REVOKE zvh_procesregisseur FROM {account}")


def test_een_eigenaar_die_rollen_mag_geven_doet_het_zelf(huis: Eigenhuis) -> None:
    """All that can be done; what who runs the server gave, a newer server lets nobody else take back."""
    oud = terug(huis, "zvh_medewerker", account_van(MEDEWERKER))
    van_een_ander = huis.server.versie >= PER_GEVER
    try:
        with eigenaar_mag_rollen_geven(huis):
            gevolg = huis.zet({"db_nieuw": MEDEWERKER})
            assert gevolg.nog == ((oud,) if van_een_ander else ())
            assert any(een.startswith("CREATE ROLE db_nieuw LOGIN") for een in gevolg.gedaan)
            assert "GRANT zvh_medewerker TO db_nieuw" in gevolg.gedaan
            with open_huis(huis.pad, Databaseaccount("db_nieuw"), MEDEWERKER, WACHTWOORD, klok=huis.klok) as kluis:
                assert bouw_diensten(kluis, huis.klok).casussen.lijst() == ()
            # One account of the house has one database account: the one of before is nobody's, and may nothing more.
            assert (oud in gevolg.gedaan) is not van_een_ander
            assert (account_van(MEDEWERKER) in gevolg.van_niemand) is van_een_ander
            assert {*gevolg.van_niemand} - {account_van(MEDEWERKER)} == {WERKER}
            assert gevolg.kopieerders == (KOPIEERDER,)
            weg = huis.zet({}, ("db_nieuw",))
            zelf = "REVOKE zvh_medewerker FROM db_nieuw"
            assert weg.gedaan == (f"{zelf} GRANTED BY {EIGENAAR}" if van_een_ander else zelf,)
            with pytest.raises(GebruikersFout):
                open_huis(huis.pad, Databaseaccount("db_nieuw"), MEDEWERKER, WACHTWOORD, klok=huis.klok)
    finally:
        huis.server.doe("DROP ROLE IF EXISTS db_nieuw", f"GRANT zvh_medewerker TO {account_van(MEDEWERKER)}")


def test_wie_om_de_rollen_heen_kan_valt_op(huis: Eigenhuis) -> None:
    account = account_van(BEHEER)
    huis.server.doe(f"ALTER ROLE {account} BYPASSRLS")
    try:
        (zin,) = huis.controleer()
        assert zin.startswith(f"Het databaseaccount {account} kan om de rollen heen")
    finally:
        huis.server.doe(f"ALTER ROLE {account} NOBYPASSRLS")


def test_een_databaseaccount_dat_weg_is_houdt_niets_op(huis: Eigenhuis) -> None:
    huis.server.doe("CREATE ROLE db_tijdelijk LOGIN IN ROLE zvh_medewerker")
    assert huis.zet({"db_tijdelijk": MEDEWERKER}).nog == (terug(huis, "zvh_medewerker", account_van(MEDEWERKER)),)
    huis.server.doe("DROP ROLE db_tijdelijk")
    (zin,) = huis.controleer()
    assert zin == "Het databaseaccount db_tijdelijk is er niet meer, en hoort nog bij een account van het huis."
    assert huis.zet().nog == ()
    assert huis.controleer() == ()


def test_een_verwijderd_account_mag_op_de_server_niets_meer(huis: Eigenhuis) -> None:
    account = account_van(MEDEWERKER)
    with huis.open(BEHEER) as kluis:
        kluis.accounts.verwijder(MEDEWERKER)
    assert huis.controleer() == (f"Het databaseaccount {account} mag meer dan zijn rollen in het huis: medewerker.",)
    assert huis.zet().nog == (terug(huis, "zvh_medewerker", account),)


def test_wie_weg_is_krijgt_bij_het_bijwerken_geen_rol_terug(huis: Eigenhuis) -> None:
    """A member of the application alone looks like an account of before the roles; in this house it is not."""
    huis.server.doe("CREATE ROLE db_vertrokken LOGIN IN ROLE zvh_medewerker, zvh_toepassing")
    over = terug(huis, "zvh_toepassing", "db_vertrokken")
    try:
        assert huis.zet({"db_vertrokken": MEDEWERKER}).nog == (terug(huis, "zvh_medewerker", account_van(MEDEWERKER)),)
        with huis.open(BEHEER) as kluis:
            kluis.accounts.verwijder(MEDEWERKER)
        gevolg = huis.zet()
        assert gevolg.nog == (terug(huis, "zvh_medewerker", "db_vertrokken"), over)
        huis.server.doe(gevolg.nog[0])
        assert huis.controleer() == (
            "Het databaseaccount db_vertrokken mag meer dan zijn rollen in het huis: het huis openen.",
        )
        assert huis.zet().nog == (over,)
        huis.doe("REVOKE SELECT ON zvh.partij FROM zvh_kopie")  # so that there is something to bring up
        with eigenaar_mag_rollen_geven(huis):
            assert werk_huis_bij(huis.verbinding, EIGENAAR)
            lid = "SELECT count(*) FROM pg_auth_members WHERE member = 'db_vertrokken'::regrole"
            assert huis.vraag(lid) == 1
            gevolg = huis.zet()
            assert (*gevolg.gedaan, *gevolg.nog) == (over,)
            huis.server.doe(*gevolg.nog)
        assert huis.controleer() == ()
    finally:
        huis.server.doe("DROP ROLE db_vertrokken")


def test_het_account_van_een_bureau_van_toen_krijgt_alle_rollen(huis: Eigenhuis) -> None:
    """In a house that cannot say yet whose a database account is."""
    huis.server.doe("CREATE ROLE bureau_van_toen LOGIN IN ROLE zvh_toepassing")
    huis.doe("DROP TABLE zvh.databaseaccount")
    try:
        with pytest.raises(KluisFout, match="GRANT zvh_beheerder TO bureau_van_toen;"):
            werk_huis_bij(huis.verbinding, EIGENAAR)
        with eigenaar_mag_rollen_geven(huis):
            assert werk_huis_bij(huis.verbinding, EIGENAAR)
            assert huis.vraag("SELECT pg_has_role('bureau_van_toen', 'zvh_procesregisseur', 'MEMBER')") is True
    finally:
        huis.server.doe("DROP ROLE bureau_van_toen")


def test_alleen_een_beheerder_zet_rollen_en_alleen_voor_wie_er_is(huis: Eigenhuis) -> None:
    with pytest.raises(NietBevoegd, match="Alleen een beheerder"):
        huis.zet(wie=REGIE)
    with pytest.raises(NietGevonden, match="geen account van dit huis"):
        huis.zet({"db_iemand": "iemand"})
    with pytest.raises(InvoerOngeldig, match="geen naam van een databaseaccount"):
        huis.zet({"zvh_kopie": MEDEWERKER})
    assert huis.controleer() == ()


# --- copies and a house of before -------------------------------------------------------------------


def test_een_kopie_is_heel_of_er_komt_geen(huis: Eigenhuis, casus: CasusId, tmp_path: Path) -> None:
    """Under an account that does not see everything there would be a vault with holes, that looks whole."""
    with (
        open_team(huis.verbinding, Serveraanmelding(account_van(BEHEER), BEHEER, WACHTWOORD)) as team,
        pytest.raises(KluisFout, match="ziet niet alles"),
    ):
        haal(team, tmp_path / "half.kluis", nu=NU)
    assert not (tmp_path / "half.kluis").exists()
    with open_team(huis.verbinding, Serveraanmelding(KOPIEERDER, BEHEER, WACHTWOORD)) as team:
        geteld = haal(team, tmp_path / "heel.kluis", nu=NU)
    assert (geteld["casus"], geteld["deelname"]) == (1, 2)


def test_met_een_andere_afscherming_komt_er_geen_kopie(huis: Eigenhuis, tmp_path: Path) -> None:
    huis.doe("DROP POLICY kopie ON zvh.betrokkene")
    with (
        open_team(huis.verbinding, Serveraanmelding(KOPIEERDER, BEHEER, WACHTWOORD)) as team,
        pytest.raises(KluisFout, match="is op deze server niet zeker"),
    ):
        haal(team, tmp_path / "half.kluis", nu=NU)
    assert werk_huis_bij(huis.verbinding, EIGENAAR)
    with open_team(huis.verbinding, Serveraanmelding(KOPIEERDER, BEHEER, WACHTWOORD)) as team:
        assert haal(team, tmp_path / "heel.kluis", nu=NU)["casus"] == 0


def test_een_dump_van_wie_niet_alles_ziet_mislukt(huis: Eigenhuis, casus: CasusId) -> None:
    waar = ("-h", str(huis.server.map), huis.database)
    dump = [programma("pg_dump"), "-U", account_van(REGIE), "--table=zvh.casus", *waar]
    half = subprocess.run(dump, capture_output=True, check=False)
    mag_niet = (b"permission denied", b"may lack SELECT privilege")
    assert (half.returncode, any(zin in half.stderr for zin in mag_niet)) == (1, True), half.stderr
    heel = subprocess.run([programma("pg_dump"), "-U", EIGENAAR, *waar], capture_output=True, check=False)
    assert (heel.returncode, b"COPY zvh.betrokkene" in heel.stdout) == (0, True)


def test_een_huis_van_voor_de_rollen_wordt_bijgewerkt(huis: Eigenhuis, casus: CasusId) -> None:
    """As it was made before: one role for everybody, guards that look as who writes, and no row withheld."""
    tabellen = [tabel.name for tabel in Base.metadata.sorted_tables]
    huis.doe("DROP TABLE zvh.databaseaccount")
    huis.doe(*(f"ALTER TABLE zvh.{tabel} DISABLE ROW LEVEL SECURITY" for tabel in afgeschermd()))
    huis.doe(*(f"DROP POLICY {een.naam} ON zvh.{een.tabel}" for een in beleid()))
    huis.doe(*(f"GRANT SELECT, INSERT, UPDATE, DELETE ON zvh.{tabel} TO zvh_toepassing" for tabel in tabellen))
    huis.doe(
        *(f"DROP FUNCTION zvh.{naam}" for naam in ("in_gebruik", "volg_profiel", "bestaande_casussen")),
        "ALTER FUNCTION zvh.wacht_oordeel_weg() SECURITY INVOKER",
        f"GRANT SELECT ON zvh.betrokkene TO {account_van(BEHEER)}",
        f"GRANT SELECT (nummer) ON zvh.casus TO {account_van(BEHEER)}",
    )
    with pytest.raises(KluisFout, match="zvh team bijwerken"):
        huis.als(REGIE)
    assert werk_huis_bij(huis.verbinding, EIGENAAR)
    assert not werk_huis_bij(huis.verbinding, EIGENAAR)
    with open_huis(huis.pad, Databaseaccount(WERKER), REGIE, WACHTWOORD, klok=huis.klok) as kluis:
        assert len(bouw_diensten(kluis, huis.klok).casussen.lijst()) == 1
    assert huis.controleer() == ()
    huis.zet({account_van(BEHEER): BEHEER})
    with huis.open(BEHEER) as kluis:
        assert not kluis.stand.ziet_dossiers


def test_wie_de_rollen_niet_mag_maken_leest_wat_er_eerst_moet(databaseserver: Databaseserver) -> None:
    """On a server on which nobody made them yet: all of it is said at once, and nothing was done."""
    naam = databaseserver.zonder_schema("rollen_erbij")
    databaseserver.doe("ALTER ROLE zvh_kopie RENAME TO zvh_kopie_elders", "CREATE ROLE bureau_van_toen LOGIN")
    engine = databaseserver.motor(naam, EIGENAAR).open()
    try:
        with engine.begin() as lijn, pytest.raises(KluisFout, match="mag dat niet regelen") as fout:
            maak_rollen(lijn, ("bureau_van_toen",))
        assert "CREATE ROLE zvh_kopie NOLOGIN" in str(fout.value)
        assert "GRANT zvh_medewerker TO bureau_van_toen;" in str(fout.value)
    finally:
        engine.dispose()
        databaseserver.weg(naam)
        databaseserver.doe("DROP ROLE bureau_van_toen", "ALTER ROLE zvh_kopie_elders RENAME TO zvh_kopie")
