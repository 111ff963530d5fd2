"""What a database account sees and may do by itself, without the program: what its role may, and no more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from dbserver import EIGEN_ACCOUNT, EIGENAAR, KOPIEERDER, Databaseserver
from factories import Bureau, ProefKlok, kopieer
from opruimhulp import dossier
from serverhuis import Huisbron
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import DBAPIError

from zvh_desktop.database.bestand.serverzinnen import sqlstate
from zvh_desktop.database.motor.rolrechten import (
    DOSSIERROLLEN,
    GROEP_VAN,
    SLEUTELRIJ,
    TEN_DELE,
    VAN_DOSSIERS,
    VAN_HET_HUIS,
    VAN_HET_REGISTER,
    makers,
    schrijvers,
)
from zvh_desktop.database.team.teambestand import SLEUTELS
from zvh_desktop.models.alles import Base
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.services.bestuur.gegevens import BestuurpuntInvoer
from zvh_desktop.services.bestuur.overleggen import OverleggenService
from zvh_desktop.services.datalek.gegevens import DatalekInvoer
from zvh_desktop.services.tafel.tafels import OverlegInvoer
from zvh_desktop.services.werkplek.rechten import BEVOEGD, Recht

MAG_NIET = "42501"
DB_BEHEER, DB_REGIE, DB_MEDEWERKER = (f"db_{rol.value}" for rol in (Rol.BEHEERDER, Rol.PROCESREGISSEUR, Rol.MEDEWERKER))

STUK = (
    "INSERT INTO uitgegeven (soort, overleg_id, casus_id, versie, bestandsnaam, inhoud, sha256, kop_nummer, "
    "gemaakt_door, gemaakt_op, aan_naam, aan_email) VALUES ('{}', {}, {}, 1, '', '', '', 0, '', now(), '', '')"
)


WERK_IN = {
    **dict.fromkeys(VAN_HET_REGISTER, (Recht.DATALEK_BIJHOUDEN,)),
    **dict.fromkeys(("brieftekst", "wordsjabloon"), (Recht.BRIEFTEKSTEN_BEHEREN,)),
    **dict.fromkeys(
        ("termijnbesluit", "verlenging", "vernietiging", "vernietigtelling", "vernietigvoorstel"),
        (Recht.VERNIETIGEN,),
    ),
    "afschaling_besluit": (Recht.AFSCHALEN,),
    "casus_einde": (Recht.TRIAGE_AFRONDEN,),
    "fasestap": (Recht.TRIAGE_AFRONDEN, Recht.VERSLAG_VASTSTELLEN, Recht.AFSCHALEN, Recht.OPSCHALEN),
    "inzage_vrijgave": (Recht.INZAGE_VRIJGEVEN,),
    "oordeel": (Recht.OORDELEN,),
    "profiel_versie": (Recht.INSTELLINGEN_BEHEREN,),
    "regisseurwissel": (Recht.TRIAGE_AFRONDEN,),
    "verslag_correctie": (Recht.VERSLAG_VASTSTELLEN,),
    "verzoek_besluit": (Recht.VERZOEK_BESLUITEN,),
}
"""In which work of the application each of these tables is written; in all others both roles of the desk do that."""


@dataclass
class Databasehuis:
    """A house on a server with a day of work in it, and lines to it without the program."""

    server: Databaseserver
    database: str
    engines: dict[str, Engine]

    def lijn(self, account: str) -> Engine:
        if account not in self.engines:
            url = self.server.adres(self.database, account).url()
            self.engines[account] = create_engine(
                url,
                isolation_level="SERIALIZABLE",
                connect_args={"options": "-c search_path=zvh"},
            )
        return self.engines[account]

    def vraag(self, account: str, opdracht: str) -> Any:
        with self.lijn(account).connect() as verbinding:
            return verbinding.execute(text(opdracht)).scalar()

    def tel(self, account: str, tabel: str, waar: str = "true") -> int:
        return int(self.vraag(account, f"SELECT count(*) FROM {tabel} WHERE {waar}"))  # noqa: S608

    def weigert(self, account: str, *opdrachten: str) -> None:
        """The last of these is refused for want of a right, and nothing else."""
        with self.lijn(account).connect() as verbinding:
            for opdracht in opdrachten[:-1]:
                verbinding.exec_driver_sql(opdracht)
            with pytest.raises(DBAPIError) as fout:
                verbinding.exec_driver_sql(opdrachten[-1])
            assert sqlstate(fout.value) == MAG_NIET


@pytest.fixture(scope="module")
def huis(
    twents_sjabloon: Path, databaseserver: Databaseserver, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Databasehuis]:
    """With a casus that was discussed beside another and ended, documents of both, and a meeting without casussen."""
    map_ = tmp_path_factory.mktemp("rollen")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(map_ / "gebruiker"))
        bureau = Bureau(kopieer(twents_sjabloon, map_ / "werk.kluis"), ProefKlok())
        dossier(bureau, bureau.casus("T. Testpersoon"))
        bureau.contact("Politie", "OM")
        tafel = bureau.tafel()
        bureau.punt(tafel, bureau.casus("N. Naam"), "Politie", "OM")
        bureau.akkoord(tafel)
        bestuur = OverleggenService(bureau.werkplek)
        overleg = bestuur.plan(OverlegInvoer("stuurgroep", bureau.klok.vandaag, time(13), time(15), "Raadzaal"))
        bestuur.voeg_punt_toe(overleg, BestuurpuntInvoer("Jaarplan"))
        bureau.diensten().spelling.voeg_toe("kanarievogel")
        datalekken = bureau.diensten().datalekken
        datalekken.leg_vast(DatalekInvoer("Een brief ging naar een ander adres.", bureau.klok()))
        bureau.sluit()
        bron = Huisbron.maak(databaseserver, bureau.map, map_)
    eigen = Databasehuis(databaseserver, bron.database, {})
    databaseserver.doe(
        "SET session_replication_role = replica",
        "SET search_path = zvh",
        STUK.format("notulen", "(SELECT min(id) FROM overleg WHERE casuistiek)", "NULL"),
        STUK.format("plan-van-aanpak", "NULL", "(SELECT min(id) FROM casus)"),
        STUK.format("overleg-verslag", "(SELECT min(id) FROM overleg WHERE NOT casuistiek)", "NULL"),
        "INSERT INTO datalek_casus VALUES ((SELECT min(id) FROM datalek), (SELECT min(id) FROM casus))",
        "INSERT INTO datalek_betrokkene VALUES ((SELECT min(id) FROM datalek), (SELECT min(id) FROM betrokkene))",
        "INSERT INTO datalek_partij (datalek_id, partij_id) SELECT min(d.id), min(p.id) FROM datalek d, partij p",
        database=bron.database,
    )
    yield eigen
    for engine in eigen.engines.values():
        engine.dispose()
    databaseserver.weg(bron.database)


# --- what is seen -----------------------------------------------------------------------------------


def test_elke_tabel_staat_in_een_van_de_vier_lijsten() -> None:
    """A new one belongs to the house, to dossiers, to the register, or in part: somebody has to choose."""
    lijsten = (VAN_HET_HUIS, frozenset(TEN_DELE), VAN_DOSSIERS, frozenset(VAN_HET_REGISTER))
    assert frozenset().union(*lijsten) == set(Base.metadata.tables)
    assert sum(map(len, lijsten)) == len(Base.metadata.tables)


def test_wie_op_de_server_dossiers_ziet_mag_casussen_bekijken() -> None:
    assert BEVOEGD[Recht.CASUS_LEZEN] == DOSSIERROLLEN


def test_een_beheerder_ziet_van_dossiers_geen_rij(huis: Databasehuis) -> None:
    gevuld = {tabel for tabel in VAN_DOSSIERS if huis.tel(EIGENAAR, tabel)}
    assert {"betrokkene", "oordeel", "casus", "aanmelding", "deelname", "besluit", "actie", "afschaling"} <= gevuld
    assert {tabel for tabel in VAN_DOSSIERS if huis.tel(DB_BEHEER, tabel)} == set()


def test_van_wat_deels_van_dossiers_is_ziet_een_beheerder_alleen_de_rest(huis: Databasehuis) -> None:
    for tabel, waar in (("overleg", "NOT casuistiek"), ("agendapunt", "casus_id IS NULL")):
        assert huis.tel(EIGENAAR, tabel) > huis.tel(EIGENAAR, tabel, waar) == 1
        assert huis.tel(DB_BEHEER, tabel) == 1
    assert huis.tel(EIGENAAR, "uitgegeven") == 3
    assert huis.vraag(DB_BEHEER, "SELECT string_agg(soort, ' ') FROM uitgegeven") == "overleg-verslag"


@pytest.mark.parametrize("account", [DB_REGIE, DB_MEDEWERKER, KOPIEERDER])
def test_wie_casussen_mag_bekijken_ziet_alles(huis: Databasehuis, account: str) -> None:
    """But for the register of datalekken, which a medewerker keeps out of."""
    for tabel in Base.metadata.tables:
        ziet = account != DB_MEDEWERKER or tabel not in VAN_HET_REGISTER
        assert huis.tel(account, tabel) == (huis.tel(EIGENAAR, tabel) if ziet else 0), tabel


def test_wie_het_register_van_datalekken_ziet_mag_het_bekijken(huis: Databasehuis) -> None:
    """Who is named in it is of a dossier, so of that a beheerder sees nothing."""
    zien = {rol for rol in Rol if GROEP_VAN[rol] in VAN_HET_REGISTER["datalek"]}
    assert zien == BEVOEGD[Recht.DATALEKKEN_LEZEN]
    for tabel in VAN_HET_REGISTER:
        assert huis.tel(EIGENAAR, tabel) == huis.tel(DB_REGIE, tabel) == huis.tel(KOPIEERDER, tabel) == 1, tabel
        assert huis.tel(DB_BEHEER, tabel) == (tabel != "datalek_betrokkene"), tabel
        assert huis.tel(DB_MEDEWERKER, tabel) == 0, tabel


@pytest.mark.parametrize("tabel", sorted(WERK_IN))
def test_in_een_tabel_schrijft_wie_het_werk_mag_doen(tabel: str) -> None:
    """What a role may write follows from the table of rights of the application."""
    mogen = frozenset().union(*(BEVOEGD[recht] for recht in WERK_IN[tabel]))
    assert set(schrijvers(tabel)) == {GROEP_VAN[rol] for rol in mogen}


def test_een_casus_maakt_en_verwijdert_alleen_wie_een_aanmelding_mag_beoordelen(huis: Databasehuis) -> None:
    """Whoever works at the desk changes one."""
    assert set(makers("casus")) == {GROEP_VAN[rol] for rol in BEVOEGD[Recht.AANMELDING_BEOORDELEN]}
    erbij = (
        "INSERT INTO casus (nummer, aanmelding_id, aanpak, fase, status, procesregisseur, geopend_op, gewijzigd_op) "
        "VALUES ('2026-9999', 0, '', '', 'lopend', '', now(), now())"
    )
    for opdracht in (erbij, "DELETE FROM casus"):
        huis.weigert(DB_MEDEWERKER, opdracht)
    with huis.lijn(DB_MEDEWERKER).connect() as verbinding:
        gewijzigd = verbinding.exec_driver_sql("UPDATE casus SET gewijzigd_op = now()").rowcount
    assert gewijzigd == huis.tel(EIGENAAR, "casus") > 0


@pytest.mark.parametrize("account", [DB_MEDEWERKER, DB_REGIE, DB_BEHEER])
def test_naast_het_sleutelbestand_wijzigt_niemand_iets_van_wat_ernaast_staat(huis: Databasehuis, account: str) -> None:
    """All keys of the house are one sealed row: who changes the own password puts another in its place."""
    assert SLEUTELS == SLEUTELRIJ
    assert huis.tel(account, "teambestand") == huis.tel(EIGENAAR, "teambestand") > 1
    with huis.lijn(account).connect() as verbinding:
        assert verbinding.exec_driver_sql("UPDATE teambestand SET inhoud = inhoud").rowcount == 1
        assert verbinding.exec_driver_sql("UPDATE teambestand SET inhoud = '' WHERE naam <> 'sleutels'").rowcount == 0


def test_van_elke_tabel_van_een_rol_staat_het_werk_erbij() -> None:
    bureau = {GROEP_VAN[rol] for rol in BEVOEGD[Recht.CASUS_LEZEN]}
    eigen = {tabel for tabel in Base.metadata.tables if set(schrijvers(tabel)) != bureau}
    assert eigen == set(WERK_IN) | {"instelling"}


def test_een_instelling_schrijft_wie_haar_mag_beheren(huis: Databasehuis) -> None:
    """A term after which files are destroyed is of a beheerder; the own list of words is not."""
    erbij = (
        "INSERT INTO instelling (sleutel, waarde) VALUES ('{}', 'x') ON CONFLICT (sleutel) DO UPDATE SET waarde = 'x'"
    )
    van_bureau = {"tekstblokken:eigen", "weergaven:eigen", "woordenlijst"}
    for account, eigen in (
        (DB_MEDEWERKER, van_bureau),
        (DB_REGIE, {*van_bureau, "vernietigen:te_wissen"}),
        (DB_BEHEER, {*van_bureau, "vernietigen:te_wissen", "bewaar_dossier", "afzender_email", "kopie_plaats"}),
    ):
        for sleutel in (*van_bureau, "vernietigen:te_wissen", "bewaar_dossier", "afzender_email", "kopie_plaats"):
            if sleutel not in eigen:
                huis.weigert(account, erbij.format(sleutel))
                continue
            with huis.lijn(account).connect() as verbinding:
                assert verbinding.exec_driver_sql(erbij.format(sleutel)).rowcount == 1, (account, sleutel)
    with huis.lijn(DB_MEDEWERKER).connect() as verbinding:
        assert verbinding.exec_driver_sql("DELETE FROM instelling WHERE sleutel = 'afzender_email'").rowcount == 0
    assert huis.tel(DB_MEDEWERKER, "instelling") == huis.tel(EIGENAAR, "instelling") > 0


def test_iedereen_kan_de_ketens_volgen(huis: Databasehuis) -> None:
    for tabel in ("logregel", "verklaring"):
        assert huis.tel(DB_BEHEER, tabel) == huis.tel(EIGENAAR, tabel) > 0


def test_wie_geen_dossiers_ziet_krijgt_ze_ook_niet_met_een_omweg(huis: Databasehuis) -> None:
    assert huis.vraag(DB_BEHEER, "SELECT count(*) FROM casus c LEFT JOIN betrokkene b ON b.casus_id = c.id") == 0
    assert huis.vraag(DB_BEHEER, "SELECT max(casus_id) FROM deelname") is None
    huis.weigert(DB_BEHEER, "SET row_security = off", "SELECT count(*) FROM casus")
    assert huis.vraag(DB_BEHEER, "WITH w AS (SELECT id FROM oordeel) SELECT count(*) FROM w") == 0


# --- what may not be done ---------------------------------------------------------------------------


@pytest.mark.parametrize("account", [DB_BEHEER, DB_MEDEWERKER, DB_REGIE, KOPIEERDER])
@pytest.mark.parametrize(
    "opdracht",
    [
        "SET ROLE zvh_eigenaar",
        "SET SESSION AUTHORIZATION zvh_eigenaar",
        "GRANT zvh_procesregisseur TO CURRENT_USER",
        "ALTER TABLE casus DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE casus NO FORCE ROW LEVEL SECURITY",
        "ALTER POLICY dossier ON casus TO PUBLIC",
        "DROP POLICY dossier ON casus",
        "CREATE POLICY alles ON casus USING (true)",
        "ALTER TABLE casus DISABLE TRIGGER ALL",
        "TRUNCATE casus CASCADE",
        "CREATE TABLE zvh.erbij (id integer)",
        "CREATE ROLE erbij LOGIN",
        "ALTER ROLE CURRENT_USER BYPASSRLS",
        "INSERT INTO databaseaccount VALUES ('x', 'y')",
        "UPDATE databaseaccount SET account = 'y'",
        "DELETE FROM databaseaccount",
        "DELETE FROM logregel",
        "UPDATE logregel SET gebruiker = 'x'",
        "UPDATE verklaring SET hash = 'x'",
        "UPDATE teambestand SET naam = 'x'",
        "DELETE FROM wijziging",
        "SELECT * FROM vernietigrij",
    ],
)
def test_wat_geen_enkel_account_mag(huis: Databasehuis, account: str, opdracht: str) -> None:
    with huis.lijn(account).connect() as verbinding:
        with pytest.raises(DBAPIError) as fout:
            verbinding.exec_driver_sql(opdracht)
        assert sqlstate(fout.value) in {MAG_NIET, "22023"}


@pytest.mark.parametrize("account", [DB_BEHEER, DB_MEDEWERKER, DB_REGIE, KOPIEERDER])
def test_niemand_geeft_een_recht_door(huis: Databasehuis, account: str) -> None:
    """Who has a right and not that to give it gives nothing: the server says so in a warning, and that is all."""
    with huis.lijn(account).connect() as verbinding:
        verbinding.exec_driver_sql("GRANT SELECT ON casus TO PUBLIC")
        verbinding.commit()
    voor_iedereen = (
        "SELECT count(*) FROM pg_class c, aclexplode(c.relacl) a WHERE c.relname = 'casus' AND a.grantee = 0"
    )
    assert huis.vraag(EIGENAAR, voor_iedereen) == 0


@pytest.mark.parametrize("naar", ["zvh_procesregisseur", "zvh_medewerker", "zvh_kopie", "db_procesregisseur"])
def test_een_beheerder_wordt_geen_ander(huis: Databasehuis, naar: str) -> None:
    huis.weigert(DB_BEHEER, f"SET ROLE {naar}")


@pytest.mark.parametrize("naar", ["zvh_procesregisseur", "zvh_beheerder", "zvh_kopie", "db_procesregisseur"])
def test_een_medewerker_wordt_geen_ander(huis: Databasehuis, naar: str) -> None:
    huis.weigert(DB_MEDEWERKER, f"SET ROLE {naar}")


@pytest.mark.parametrize(
    ("account", "opdracht"),
    [
        (DB_MEDEWERKER, "UPDATE profiel_versie SET inhoud = 'x'"),
        (DB_MEDEWERKER, "DELETE FROM profiel_versie"),
        (DB_MEDEWERKER, "UPDATE brieftekst SET tekst = 'x'"),
        (DB_MEDEWERKER, "UPDATE oordeel SET motivering = 'x'"),
        (DB_MEDEWERKER, "DELETE FROM oordeel"),
        (DB_MEDEWERKER, "DELETE FROM vernietiging"),
        (DB_MEDEWERKER, "INSERT INTO inzage_vrijgave (item_id) VALUES (1)"),
        (DB_MEDEWERKER, "UPDATE inzage_vrijgave SET vervallen = false"),
        (DB_MEDEWERKER, "UPDATE inzage_vrijgave SET partij_id = 1"),
        (DB_MEDEWERKER, "DELETE FROM inzage_vrijgave"),
        (DB_MEDEWERKER, "UPDATE datalek SET wat = 'x'"),
        (DB_MEDEWERKER, "DELETE FROM datalek_partij"),
        (DB_MEDEWERKER, "UPDATE verzoek_besluit SET reden = 'x'"),
        (DB_MEDEWERKER, "UPDATE casus_einde SET heropend_op = now()"),
        (DB_MEDEWERKER, "DELETE FROM casus_einde"),
        (DB_MEDEWERKER, "DELETE FROM regisseurwissel"),
        (DB_MEDEWERKER, "DELETE FROM fasestap"),
        (DB_MEDEWERKER, "DELETE FROM afschaling_besluit"),
        (DB_BEHEER, "DELETE FROM datalek"),
        (DB_MEDEWERKER, "UPDATE verklaring SET inhoud = NULL"),
        (DB_MEDEWERKER, "SELECT zvh.laat_gaan(1, 1, NULL, ARRAY['kern'])"),
        (DB_MEDEWERKER, "SELECT zvh.volg_profiel(1)"),
        (DB_REGIE, "UPDATE profiel_versie SET inhoud = 'x'"),
        (DB_REGIE, "SELECT zvh.volg_profiel(1)"),
        (DB_BEHEER, "UPDATE partij SET naam = 'x'"),
        (DB_BEHEER, "UPDATE casus SET status = 'afgesloten'"),
        (DB_BEHEER, "UPDATE overleg SET status = 'concept'"),
        (DB_BEHEER, "DELETE FROM betrokkene"),
        (DB_BEHEER, "UPDATE verklaring SET inhoud = NULL"),
        (DB_BEHEER, "SELECT zvh.laat_gaan(1, 1, NULL, ARRAY['kern'])"),
        (DB_BEHEER, "SELECT zvh.volgend_nummer(2026, 1)"),
        (KOPIEERDER, "UPDATE instelling SET waarde = 'x'"),
        (KOPIEERDER, "DELETE FROM betrokkene"),
        (KOPIEERDER, "UPDATE teambestand SET inhoud = ''"),
        (KOPIEERDER, "SELECT zvh.laat_gaan(1, 1, NULL, ARRAY['kern'])"),
    ],
)
def test_wat_een_rol_niet_mag_weigert_de_server(huis: Databasehuis, account: str, opdracht: str) -> None:
    huis.weigert(account, opdracht)


def test_welke_rij_van_een_dossier_is_gewijzigd_ziet_een_beheerder_ook_niet(huis: Databasehuis) -> None:
    with huis.lijn(DB_REGIE).connect() as verbinding:
        verbinding.exec_driver_sql("UPDATE casus SET gewijzigd_op = gewijzigd_op + interval '1 day'")
        verbinding.exec_driver_sql("UPDATE instelling SET waarde = waarde || 'x' WHERE sleutel = 'woordenlijst'")
        verbinding.exec_driver_sql("UPDATE datalek SET gebeurd_op = gevonden_op::date")
        verbinding.commit()
    # That the house was brought here past the list stands in it as well, and is about no row.
    gewijzigd = "SELECT string_agg(DISTINCT tabel, ' ' ORDER BY tabel) FROM wijziging WHERE soort <> 'ALLES'"
    assert huis.vraag(DB_MEDEWERKER, gewijzigd) == "casus instelling"
    assert huis.vraag(DB_BEHEER, gewijzigd) == "datalek instelling"
    assert huis.vraag(DB_REGIE, gewijzigd) == "casus datalek instelling"


def test_een_eigen_account_heeft_niets_dan_zijn_rol(huis: Databasehuis) -> None:
    """No right was given to an account itself; what it has, it has by its one role and that of the application."""
    leden = (
        "SELECT string_agg(g.rolname, ' ' ORDER BY 1) FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid "
        "JOIN pg_roles r ON r.oid = m.member WHERE r.rolname = '{}'"
    )
    for account, groep in EIGEN_ACCOUNT.items():
        assert huis.vraag(EIGENAAR, leden.format(account)) == groep
        assert huis.vraag(EIGENAAR, leden.format(groep)) == "zvh_toepassing"
