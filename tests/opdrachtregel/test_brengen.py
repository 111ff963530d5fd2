"""Bringing a vault to a server: what stands in the way, who may work there, and never two houses that both go on."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from dbserver import BAAS, EIGENAAR, Databaseserver, draaiende_server
from demos import Demo
from sqlalchemy import create_engine, select, text
from sqlalchemy.orm import Session

from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.openkluis import OpenKluis
from zvh_desktop.database.team import inrichten
from zvh_desktop.database.team.inrichten import Servereigenaar, breng
from zvh_desktop.database.team.openen import Serveraanmelding, open_team
from zvh_desktop.database.team.verbinding import Serverplek, Verbinding, lees_verbinding, schrijf_verbinding
from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, KluisFout
from zvh_desktop.models.keuzen.kofferkeuzes import KofferStand
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.models.koffer.koffer import Koffer
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.services.oefenen.accounts import oefenaccount

BEHEER = oefenaccount(Rol.BEHEERDER)


@pytest.fixture(scope="module")
def server() -> Iterator[Databaseserver]:
    """A server of its own: accounts are made on it."""
    with draaiende_server() as eigen:
        yield eigen


def test_een_bezette_plaats_voor_het_verbindingsbestand_valt_op_voor_er_iets_wordt_gekopieerd(
    eigen_kluis: OpenKluis, tmp_path: Path
) -> None:
    bezet = tmp_path / "bezet.team"
    bezet.write_text("van een ander", encoding="utf-8")
    eigenaar = Servereigenaar(Serverplek(str(tmp_path), "er_is_geen_server"), EIGENAAR)
    with pytest.raises(InvoerOngeldig, match="staat al een verbindingsbestand"):
        breng(eigen_kluis, eigenaar, bezet, nu=datetime.now(UTC))


@pytest.mark.parametrize("bestaat", [False, True])
def test_een_werkaccount_met_een_gereserveerd_woord_als_naam_wordt_lid(
    server: Databaseserver, eigen_kluis: OpenKluis, tmp_path: Path, *, bestaat: bool
) -> None:
    naam = "order" if bestaat else "user"
    if bestaat:
        server.doe(f'CREATE ROLE "{naam}" LOGIN')
    database = server.zonder_schema(f"met_{naam}")
    eigenaar = Servereigenaar(Serverplek(str(server.map), database), BAAS, werkaccounts=(naam,))
    breng(eigen_kluis, eigenaar, tmp_path / "w.team", nu=datetime.now(UTC))
    wie = Serveraanmelding(naam, BEHEER.gebruiker, BEHEER.wachtwoord)
    with open_team(lees_verbinding(tmp_path / "w.team"), wie) as team:
        assert team.ouder == ()


def test_een_account_dat_er_is_en_geen_lid_wordt_genoemd(
    server: Databaseserver, eigen_kluis: OpenKluis, tmp_path: Path
) -> None:
    server.doe("CREATE ROLE buitenstaander LOGIN")
    database = server.zonder_schema("geen_lid")
    eigenaar = Servereigenaar(Serverplek(str(server.map), database), EIGENAAR, werkaccounts=("buitenstaander",))
    with pytest.raises(KluisFout, match="geen lid") as fout:
        breng(eigen_kluis, eigenaar, tmp_path / "w.team", nu=datetime.now(UTC))
    assert "GRANT zvh_medewerker TO buitenstaander;" in str(fout.value)
    assert not heeft_huis(server, database)


def test_het_verbindingsbestand_noemt_geen_map_van_een_computer(tmp_path: Path) -> None:
    hier, daar = tmp_path / "hier" / "huis.team", tmp_path / "daar" / "huis.team"
    plek = Serverplek("db.huis.example", "huis", certificaat=str(tmp_path / "hier" / "uitgever.crt"))
    schrijf_verbinding(hier, Verbinding.nieuw(plek, "00" * 16))
    assert str(tmp_path) not in hier.read_text(encoding="utf-8")
    daar.parent.mkdir()
    shutil.copy(hier, daar)
    assert lees_verbinding(daar).plek.certificaat == str(tmp_path / "daar" / "uitgever.crt")


@pytest.fixture
def eigen_kluis(demo: Demo, tmp_path: Path) -> Iterator[OpenKluis]:
    """A copy that nobody brought yet, open."""
    shutil.copytree(demo.kluis, tmp_path / "eigen.kluis")
    with open_kluis(tmp_path / "eigen.kluis", BEHEER.gebruiker, BEHEER.wachtwoord) as kluis:
        yield kluis


def heeft_huis(server: Databaseserver, database: str) -> bool:
    engine = create_engine(server.adres(database, BAAS).url())
    with engine.connect() as verbinding:
        gevonden = verbinding.execute(text("SELECT to_regnamespace('zvh')")).scalar() is not None
    engine.dispose()
    return gevonden


@pytest.mark.parametrize("waarbij", ["schrijf_vervangen", "schrijf_verbinding"])
def test_op_een_volle_schijf_blijft_er_een_huis(
    server: Databaseserver, eigen_kluis: OpenKluis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waarbij: str
) -> None:
    def vol(*_wat: object, **_hoe: object) -> None:
        raise OSError(errno.ENOSPC, "vol")

    monkeypatch.setattr(inrichten, waarbij, vol)
    database = server.zonder_schema(f"vol_{waarbij}")
    eigenaar = Servereigenaar(Serverplek(str(server.map), database), EIGENAAR)
    with pytest.raises((OSError, GebruikersFout)):
        breng(eigen_kluis, eigenaar, tmp_path / "vol.team", nu=datetime.now(UTC))
    assert not heeft_huis(server, database)
    assert not (eigen_kluis.map / "vervangen.json").exists()
    assert not (tmp_path / "vol.team").exists()


def test_een_kluis_met_een_koffer_uit_gaat_naar_een_server_en_hij_blijft_daar_uit(
    server: Databaseserver, eigen_kluis: OpenKluis, tmp_path: Path
) -> None:
    with Session(eigen_kluis.engine) as sessie, sessie.begin():
        overleg = sessie.scalars(select(Overleg.id)).first()
        assert overleg is not None
        velden = {"kenmerk": "00" * 8, "voor": "regie", "voor_naam": "R. Regisseur", "kop_hash": "00", "volledig": "[]"}
        dag = datetime(2026, 6, 1, 12, tzinfo=UTC)
        sessie.add(
            Koffer(
                **velden,
                overleg_id=overleg,
                terug_uiterlijk=dag.date(),
                stand=KofferStand.UIT,
                tot_en_met=0,
                uitgegeven_op=dag,
                uitgegeven_door="R. Regisseur",
            )
        )
    database = server.zonder_schema("koffer")
    eigenaar = Servereigenaar(Serverplek(str(server.map), database), EIGENAAR)
    breng(eigen_kluis, eigenaar, tmp_path / "k.team", nu=datetime.now(UTC))
    assert heeft_huis(server, database)
    engine = create_engine(server.adres(database, BAAS).url())
    with engine.connect() as verbinding:
        assert verbinding.exec_driver_sql("SELECT stand FROM zvh.koffer").scalars().all() == ["uit"]
    engine.dispose()
