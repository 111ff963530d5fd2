"""From a vault to a server and back with `zvh team`: everything as it was, and nobody comes in who may not."""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from dbserver import BAAS, EIGENAAR, KOPIEERDER, WERKER, Databaseserver, draaiende_server, programma
from demos import Afloop, Demo, roep
from sqlalchemy import Engine, create_engine, select, text
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.canoniek import canoniek
from zvh_desktop.database.kluis import herstel_toegang, open_kluis
from zvh_desktop.database.team.verbinding import Serverplek, Verbinding
from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.alles import Base
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.plan import PlanVanAanpak
from zvh_desktop.models.uitnodiging import Uitgegeven
from zvh_desktop.models.verzoeken.verzoek import Betrokkeneverzoek, Weglating
from zvh_desktop.services.diensten import bouw_diensten
from zvh_desktop.services.oefenen.accounts import oefenaccount
from zvh_desktop.services.stukken.stuk import Stuk

BEHEER = oefenaccount(Rol.BEHEERDER)
NIEUW_WACHTWOORD = "een huis op een server"


@pytest.fixture(scope="module")
def server() -> Iterator[Databaseserver]:
    """A server of its own."""
    with draaiende_server() as eigen:
        yield eigen


@dataclass(frozen=True)
class Gebracht:
    """The practice vault on a server: the vault that was brought, and how to come in."""

    kluis: Path
    verbinding: Path
    database: str
    server: Databaseserver
    afloop: Afloop
    wachtwoord: Path

    @contextlib.contextmanager
    def geknoeid(self, sql: str) -> Iterator[None]:
        """As who runs the server can: past every trigger. A copy of the database takes its place meanwhile."""
        eigen, opzij = self.database, f"{self.database}_opzij"
        self.server.doe(f"CREATE DATABASE {opzij} OWNER {EIGENAAR} TEMPLATE {eigen}")
        self.server.doe("SET session_replication_role = replica", sql, database=eigen)
        try:
            yield
        finally:
            self.server.doe(f"DROP DATABASE {eigen} WITH (FORCE)", f"ALTER DATABASE {opzij} RENAME TO {eigen}")
            self.server.doe(f"GRANT CONNECT ON DATABASE {eigen} TO zvh_toepassing, zvh_kopie")

    def zvh(self, opdracht: str, *rest: str | Path, naam: str = BEHEER.gebruiker) -> Afloop:
        wie = ("--account", WERKER, "--gebruiker", naam, "--wachtwoord-bestand", self.wachtwoord)
        return roep("team", opdracht, self.verbinding, *rest, *wie)


def plek(server: Databaseserver, database: str) -> tuple[str | Path, ...]:
    return ("--server", str(server.map), "--database", database, "--account", EIGENAAR)


@pytest.fixture(scope="module")
def gebracht(server: Databaseserver, demo: Demo, tmp_path_factory: pytest.TempPathFactory) -> Gebracht:
    """The whole of the practice vault, brought over once."""
    map_ = tmp_path_factory.mktemp("gebracht")
    kluis, wachtwoord = map_ / "oefen.kluis", map_ / "wachtwoord"
    shutil.copytree(demo.kluis, kluis)
    kluis.chmod(0o700)
    wachtwoord.write_text(BEHEER.wachtwoord, encoding="utf-8")
    with open_kluis(kluis, BEHEER.gebruiker, BEHEER.wachtwoord) as open_, Session(open_.engine) as sessie:
        verzoek = sessie.scalars(select(Betrokkeneverzoek)).first()
        assert verzoek is not None
        for sleutel in ("persoon:Verzonnen Tweelicht", "persoon:Ander Verzinsel", "besluit:4"):
            verzoek.weglatingen.append(Weglating(sleutel=sleutel, reden="Is iemand anders.", door="Iemand"))
        sessie.commit()
    database = server.zonder_schema("huis")
    afloop = roep("team", "breng", kluis, map_ / "huis.team", *plek(server, database), "--werkaccount", WERKER)
    return Gebracht(kluis, map_ / "huis.team", database, server, afloop, wachtwoord)


def rijen(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    with engine.connect() as verbinding:
        return {
            tabel.name: [tuple(rij) for rij in verbinding.execute(select(tabel).order_by(*tabel.primary_key.columns))]
            for tabel in Base.metadata.sorted_tables
        }


def rijen_van(kluis: Path) -> dict[str, list[tuple[object, ...]]]:
    with open_kluis(kluis, BEHEER.gebruiker, BEHEER.wachtwoord, alleen_lezen=True) as open_:
        return rijen(open_.engine)


def test_heen_en_terug_is_alles_zoals_het_was(gebracht: Gebracht, tmp_path: Path) -> None:
    assert (gebracht.afloop.code, gebracht.afloop.fout) == (0, "")
    assert f"rijen uit {len(Base.metadata.tables)} tabellen" in gebracht.afloop.uit
    afloop = gebracht.zvh("haal", tmp_path / "terug.kluis")
    assert (afloop.code, afloop.fout) == (0, "")
    van, terug = rijen_van(gebracht.kluis), rijen_van(tmp_path / "terug.kluis")
    assert len(van) == len(Base.metadata.tables) > 80
    assert sum(map(len, van.values())) > 1000
    erbij = terug["logregel"][len(van["logregel"]) :]
    terug["logregel"] = terug["logregel"][: len(van["logregel"])]
    assert terug == van
    assert [regel[4] for regel in erbij][:1] == ["kluis naar een server gebracht"]
    assert {regel[4] for regel in erbij[1:]} == {"alles van de server gehaald"}
    assert roep("controleer", tmp_path / "terug.kluis").uit == "De kluis is in orde: er is niets gevonden.\n"


def stukken(kluis: Path) -> list[tuple[str, bytes]]:
    """Every document about a tafel, a plan or an afschaling, made now."""
    regie = oefenaccount(Rol.PROCESREGISSEUR)
    gemaakt = []
    with open_kluis(kluis, regie.gebruiker, regie.wachtwoord, alleen_lezen=True) as open_:
        documenten = bouw_diensten(open_, lambda: datetime(2026, 6, 1, 12, tzinfo=UTC)).documenten
        with open_.lees_sessies() as sessie:
            overleggen = sessie.scalars(select(Overleg.id).where(Overleg.casuistiek)).all()
            plannen = sessie.scalars(select(PlanVanAanpak.id)).all()
            uitgegeven = sessie.scalars(select(Uitgegeven.id)).all()
        vragen: list[Callable[[], Stuk]] = [partial(documenten.toon_uitgegeven, een) for een in uitgegeven]
        vragen += [partial(documenten.plan, plan) for plan in plannen]
        for overleg in overleggen:
            for lijst in (documenten.agendastukken, documenten.verslagstukken):
                with contextlib.suppress(GebruikersFout):
                    vragen += [partial(documenten.maak, vraag) for vraag in lijst(overleg)]
        for vraag in vragen:
            try:
                stuk = vraag()
                gemaakt.append((stuk.bestandsnaam, stuk.inhoud))
            except GebruikersFout as fout:
                gemaakt.append(("geweigerd", str(fout).encode()))
    return gemaakt


def test_elk_stuk_dat_opnieuw_wordt_gemaakt_is_hetzelfde(gebracht: Gebracht, tmp_path: Path) -> None:
    assert gebracht.zvh("haal", tmp_path / "terug.kluis").code == 0
    van, terug = stukken(gebracht.kluis), stukken(tmp_path / "terug.kluis")
    assert terug == van
    assert sum(naam != "geweigerd" for naam, _ in van) > 100


def test_wat_buiten_de_database_stond_komt_mee(gebracht: Gebracht, tmp_path: Path) -> None:
    assert gebracht.zvh("haal", tmp_path / "terug.kluis").code == 0
    eerder = gebracht.kluis / "vernietigd.bin"
    assert eerder.exists()
    assert (tmp_path / "terug.kluis" / "vernietigd.bin").read_bytes() == eerder.read_bytes()


def test_een_opgehaalde_kluis_is_nooit_ouder_dan_wat_deze_computer_zag(gebracht: Gebracht, tmp_path: Path) -> None:
    for doel in ("een.kluis", "twee.kluis"):
        assert gebracht.zvh("haal", tmp_path / doel).code == 0
        for _ in range(3):
            with open_kluis(tmp_path / doel, BEHEER.gebruiker, BEHEER.wachtwoord) as open_:
                assert open_.stand.waarschuwingen == ()


def test_in_de_gebrachte_kluis_werkt_niemand_door(gebracht: Gebracht) -> None:
    afloop = roep("vul", gebracht.kluis, "--casussen", "1")
    assert afloop.code == 1
    assert "naar een server gebracht" in afloop.fout
    assert "Werk op de server verder" in afloop.fout


def test_controleer_vindt_niets_en_daarna_wat_er_is_veranderd(gebracht: Gebracht) -> None:
    afloop = gebracht.zvh("controleer")
    assert (afloop.code, afloop.uit) == (0, "De server is in orde: er is niets gevonden.\n")
    for knoei, zin in (
        (
            "UPDATE zvh.betrokkene SET naam = (SELECT naam FROM zvh.betrokkene ORDER BY id DESC LIMIT 1) WHERE id = "
            "(SELECT min(id) FROM zvh.betrokkene)",
            "betrokkene, naam",
        ),
        ("DELETE FROM zvh.logregel WHERE nummer = 7", "In het logboek ontbreekt een deel voor regel 8"),
        ("ALTER TABLE zvh.deelname DISABLE TRIGGER ALL", "staat uit"),
    ):
        with gebracht.geknoeid(knoei):
            afloop = gebracht.zvh("controleer")
        assert afloop.code == 1
        assert zin in afloop.uit


def test_een_verklaring_minder_valt_op(gebracht: Gebracht) -> None:
    with gebracht.geknoeid("UPDATE zvh.verklaring SET inhoud = NULL WHERE nummer = 3"):
        assert "erklaring 3" in gebracht.zvh("controleer").uit


def _zonder_einde(tabel: str) -> str:
    return f"DELETE FROM zvh.{tabel} WHERE nummer = (SELECT max(nummer) FROM zvh.{tabel})"  # noqa: S608


@pytest.mark.parametrize(("tabel", "zin"), [("verklaring", "De verklaringen "), ("logregel", "De logregels ")])
def test_wie_hier_al_keek_ziet_dat_het_einde_eraf_is(gebracht: Gebracht, tmp_path: Path, tabel: str, zin: str) -> None:
    assert gebracht.zvh("controleer").code == 0
    with gebracht.geknoeid(_zonder_einde(tabel)):
        for _ in range(2):  # what was found is not taken for seen
            afloop = gebracht.zvh("controleer")
            assert afloop.code == 1
            assert zin in afloop.uit
            assert "ontbreken (deze computer)" in afloop.uit
        haal = gebracht.zvh("haal", tmp_path / "terug.kluis")
        assert zin in haal.fout
        # Of a statement that is gone other rows still speak.
        assert ("rijen waar andere rijen naar verwijzen" in haal.fout) is (tabel == "verklaring")
        assert (haal.code == 0) is (tmp_path / "terug.kluis").exists() is (tabel == "logregel")
    assert gebracht.zvh("controleer").code == 0


def test_ook_wat_iemand_van_de_gebrachte_kluis_zag_telt(gebracht: Gebracht) -> None:
    vervangen = gebracht.kluis / "vervangen.json"
    teken = vervangen.read_bytes()
    vervangen.unlink()  # as before it was brought
    with open_kluis(gebracht.kluis, BEHEER.gebruiker, BEHEER.wachtwoord):
        pass
    vervangen.write_bytes(teken)
    with gebracht.geknoeid(_zonder_einde("verklaring")):
        assert "ontbreken (deze computer)" in gebracht.zvh("controleer").uit


def test_een_teruggezette_dump_is_hetzelfde_huis(gebracht: Gebracht, tmp_path: Path) -> None:
    server = gebracht.server
    waar = ("-h", str(server.map), "-U", BAAS)
    dump = subprocess.run([programma("pg_dump"), *waar, "-Fc", gebracht.database], capture_output=True, check=True)
    nieuw = server.zonder_schema("teruggezet")
    terug = [programma("pg_restore"), *waar, "--exit-on-error", "-d", nieuw]
    subprocess.run(terug, input=dump.stdout, capture_output=True, check=True)
    inhoud = json.loads(gebracht.verbinding.read_text(encoding="utf-8"))
    (tmp_path / "nieuw.team").write_bytes(canoniek({**inhoud, "database": nieuw}) + b"\n")
    afloop = replace(gebracht, verbinding=tmp_path / "nieuw.team").zvh("controleer")
    assert (afloop.code, afloop.uit, afloop.fout) == (0, "De server is in orde: er is niets gevonden.\n", "")


def test_wie_er_niet_in_mag_komt_er_niet_in(gebracht: Gebracht, tmp_path: Path) -> None:
    regie = oefenaccount(Rol.PROCESREGISSEUR)
    fout_wachtwoord = tmp_path / "fout"
    fout_wachtwoord.write_text("iets anders", encoding="utf-8")
    wie = ("--account", WERKER, "--gebruiker", BEHEER.gebruiker, "--wachtwoord-bestand", fout_wachtwoord)
    assert "Naam of wachtwoord klopt niet" in roep("team", "haal", gebracht.verbinding, tmp_path / "a", *wie).fout
    goed = tmp_path / "goed"
    goed.write_text(regie.wachtwoord, encoding="utf-8")
    wie = ("--account", WERKER, "--gebruiker", regie.gebruiker, "--wachtwoord-bestand", goed)
    assert "Alleen een beheerder" in roep("team", "haal", gebracht.verbinding, tmp_path / "a", *wie).fout
    assert not (tmp_path / "a").exists()


def test_zonder_de_code_is_geen_account_te_lezen(gebracht: Gebracht, tmp_path: Path) -> None:
    inhoud = json.loads(gebracht.verbinding.read_text(encoding="utf-8"))
    ander = tmp_path / "ander.team"
    ander.write_bytes(canoniek({**inhoud, "code": "00" * 32}) + b"\n")
    afloop = replace(gebracht, verbinding=ander).zvh("controleer")
    assert (afloop.code, "hoort niet bij dit verbindingsbestand" in afloop.fout) == (1, True)
    ander.write_text("iets anders", encoding="utf-8")
    assert "geen verbindingsbestand" in replace(gebracht, verbinding=ander).zvh("controleer").fout
    assert "niet te lezen" in replace(gebracht, verbinding=tmp_path / "weg.team").zvh("controleer").fout


def test_waar_al_een_huis_staat_komt_er_geen_bij(gebracht: Gebracht, demo: Demo, tmp_path: Path) -> None:
    kluis = tmp_path / "kluis"
    shutil.copytree(demo.kluis, kluis)
    afloop = roep("team", "breng", kluis, tmp_path / "b.team", *plek(gebracht.server, gebracht.database))
    assert (afloop.code, "staat al een huis" in afloop.fout) == (1, True)
    assert not (tmp_path / "b.team").exists()
    assert not (kluis / "vervangen.json").exists()


def test_mislukt_het_dan_is_er_niets(server: Databaseserver, demo: Demo, tmp_path: Path) -> None:
    kluis, bezet = tmp_path / "kluis", tmp_path / "bezet.team"
    shutil.copytree(demo.kluis, kluis)
    bezet.write_text("van een ander", encoding="utf-8")
    database = server.zonder_schema("mislukt")
    afloop = roep("team", "breng", kluis, bezet, *plek(server, database))
    assert "staat al een verbindingsbestand" in afloop.fout
    assert bezet.read_text(encoding="utf-8") == "van een ander"
    afloop = roep("team", "breng", kluis, tmp_path / "b.team", *plek(server, database), "--werkaccount", "er_niet")
    assert "CREATE ROLE er_niet LOGIN" in afloop.fout
    afloop = roep("team", "breng", kluis, tmp_path / "b.team", *plek(server, database), "--werkaccount", "x; DROP")
    assert "geen naam van een databaseaccount" in afloop.fout
    assert not (tmp_path / "b.team").exists()
    engine = create_engine(server.adres(database, BAAS).url())
    with engine.connect() as verbinding:
        assert verbinding.execute(text("SELECT to_regnamespace('zvh')")).scalar() is None
    engine.dispose()
    regie = oefenaccount(Rol.PROCESREGISSEUR)
    wachtwoord = tmp_path / "ww"
    wachtwoord.write_text(regie.wachtwoord, encoding="utf-8")
    wie = ("--gebruiker", regie.gebruiker, "--wachtwoord-bestand", wachtwoord)
    assert "Alleen een beheerder" in roep("team", "breng", kluis, tmp_path / "b", *plek(server, database), *wie).fout


def test_een_nieuw_huis_begint_op_een_lege_database(server: Databaseserver, tmp_path: Path) -> None:
    database, verbinding, wachtwoord = server.zonder_schema("nieuw"), tmp_path / "nieuw.team", tmp_path / "ww"
    wachtwoord.write_text(NIEUW_WACHTWOORD, encoding="utf-8")
    wie = ("--gebruiker", "beheer", "--wachtwoord-bestand", wachtwoord)
    erbij = ("--huis", "twente", "--erbij", "procesregisseur:regie", "--oefen")
    afloop = roep("team", "begin", verbinding, *plek(server, database), *wie, *erbij)
    assert (afloop.code, afloop.fout) == (0, "")
    regels = afloop.uit.splitlines()
    (tijdelijk,) = (regel.rpartition(": ")[2] for regel in regels if regel.startswith("Account regie"))
    als = ("--account", WERKER, *wie)
    assert roep("team", "controleer", verbinding, *als).code == 0
    assert roep("team", "haal", verbinding, tmp_path / "kluis", *als).code == 0
    assert roep("controleer", tmp_path / "kluis", *wie).uit == "De kluis is in orde: er is niets gevonden.\n"
    with open_kluis(tmp_path / "kluis", "regie", tijdelijk) as kluis:
        assert kluis.accounts.wachtwoord_tijdelijk
        assert {een.naam for een in kluis.gebruikers()} == {"beheer", "regie"}
    hersteld = herstel_toegang(tmp_path / "kluis", regels[-1], "beheer", "weer binnen met papier")
    hersteld.sluit()
    tijdelijk_bestand = tmp_path / "tijdelijk"
    tijdelijk_bestand.write_text(tijdelijk, encoding="utf-8")
    als_regie = ("--account", WERKER, "--gebruiker", "regie", "--wachtwoord-bestand", tijdelijk_bestand)
    assert roep("team", "controleer", verbinding, *als_regie).code == 1
    fout = roep(
        "team", "begin", tmp_path / "b", *plek(server, database), *wie, "--huis", "twente", "--erbij", "baas:jan"
    )
    assert "rol en een naam" in fout.fout


def test_rollen_en_bijwerken_met_een_opdracht(gebracht: Gebracht) -> None:
    als_eigenaar = ("--account", EIGENAAR)
    bij = roep("team", "bijwerken", gebracht.verbinding, *als_eigenaar)
    assert (bij.code, bij.uit) == (0, "De database was al van deze versie.\n")
    wie = (*als_eigenaar, "--gebruiker", BEHEER.gebruiker, "--wachtwoord-bestand", gebracht.wachtwoord)
    rollen = partial(roep, "team", "rollen", gebracht.verbinding, *wie)
    assert "DATABASEACCOUNT=ACCOUNT" in rollen("--koppel", "db_beheerder").fout
    gekoppeld = rollen("--koppel", f"db_beheerder={BEHEER.gebruiker}")
    assert (gekoppeld.code, f"databaseaccount {WERKER} hoort bij niemand" in gekoppeld.fout) == (1, True)
    assert f"databaseaccount {KOPIEERDER} leest alles" in gekoppeld.uit
    assert "heeft de rechten van zijn rollen" not in gekoppeld.uit
    als_kopie = ("--account", KOPIEERDER, "--gebruiker", BEHEER.gebruiker, "--wachtwoord-bestand", gebracht.wachtwoord)
    gevonden = roep("team", "controleer", gebracht.verbinding, *als_kopie)
    assert (gevonden.code, f"databaseaccount {WERKER} hoort bij niemand" in gevonden.uit) == (1, True)
    los = rollen("--los", "db_beheerder")
    # From PostgreSQL 16 on who gave a membership is said besides: another cannot take it back.
    opdracht = re.sub(r" GRANTED BY \w+;", ";", los.uit.splitlines()[1])
    assert (los.code, opdracht, los.uit.count("REVOKE")) == (1, "REVOKE zvh_beheerder FROM db_beheerder;", 1)
    assert gebracht.zvh("controleer").code == 0


def test_de_code_staat_niet_in_een_repr() -> None:
    verbinding = Verbinding.nieuw(Serverplek("server", "huis"), "00" * 16)
    assert verbinding.code.hex() not in repr(verbinding)
    assert str(verbinding.code) not in repr(verbinding)


def test_een_nieuwe_sleutel_met_een_opdracht(gebracht: Gebracht) -> None:
    with gebracht.geknoeid("SELECT 1"):  # in a copy of the database
        wie = ("--gebruiker", BEHEER.gebruiker, "--wachtwoord-bestand", gebracht.wachtwoord)
        afloop = roep("team", "vernieuw", gebracht.verbinding, "--account", EIGENAAR, *wie)
        assert (afloop.code, afloop.fout) == (0, "")
        assert afloop.uit.startswith("Alles staat onder een nieuwe sleutel: ")
        assert gebracht.zvh("controleer").uit.strip().endswith("er is niets gevonden.")


def test_de_eigenaar_ruimt_op_wat_een_vernietiging_achterliet(gebracht: Gebracht) -> None:
    notitie = "INSERT INTO zvh.instelling VALUES ('vernietigen:te_wissen', '.verzonnen')"
    with gebracht.geknoeid(notitie):
        ander = roep("team", "ruim", gebracht.verbinding, "--account", WERKER)
        assert ander.code != 0
        assert "geen eigenaar" in ander.fout
        eerste = roep("team", "ruim", gebracht.verbinding, "--account", EIGENAAR)
        assert (eerste.code, "niets vernietigd" in eerste.uit) == (0, False)
        tweede = roep("team", "ruim", gebracht.verbinding, "--account", EIGENAAR)
        assert (tweede.code, "niets vernietigd" in tweede.uit) == (0, True)
        assert gebracht.zvh("controleer").code == 0
