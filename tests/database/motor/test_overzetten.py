"""All rows from a file to a server and back: the same rows, the triggers on again, and ids that go on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from dbserver import EIGENAAR, Databaseserver
from lege_database import SLEUTEL, vul_bestand
from motoren import zin
from sqlalchemy import Connection, Engine, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from test_informatie_in_database import verstrekking, vrijgave
from test_informatie_in_database import vul as vul_informatie
from test_poort_in_database import zet_stoel

from zvh_desktop.database.motor.motor import Motor, motor_van
from zvh_desktop.database.motor.overzetten import zet_over
from zvh_desktop.database.motor.sqlcipher import SqlcipherMotor
from zvh_desktop.errors import KluisVreemd, ProgrammaFout
from zvh_desktop.models.alles import Base
from zvh_desktop.models.casus import Betrokkene
from zvh_desktop.models.geboortedatum import Geboortedatum

VREEMD = 'Oefenman \u202e "A" 🦆 \' -- %s %(x)s'


def niets(_verbinding: Connection) -> None:
    """Nothing is put in."""


def vol(verbinding: Connection) -> None:
    """Rows that no step would make again as they are: released, sent, agreed to, and text of every kind."""
    vul_informatie(verbinding)
    for opdracht in (
        vrijgave(),
        verstrekking(),
        "UPDATE inzage_vrijgave SET verzonden_op = '2026-09-01 10:11:12'",
        "UPDATE overleg SET status = 'akkoord', akkoord_verklaring = 1 WHERE id = 1",
        "UPDATE overleg SET status = 'gehouden' WHERE id = 1",
    ):
        verbinding.exec_driver_sql(opdracht)
    verbinding.execute(text("UPDATE informatie_item SET bijlage = :b WHERE id = 2"), {"b": bytes(range(256))})
    sessie = Session(verbinding)
    for volgorde, dag in enumerate((Geboortedatum(1980), Geboortedatum(1980, 2), Geboortedatum(1980, 2, 29), None)):
        sessie.add(Betrokkene(casus_id=1, volgorde=volgorde, naam=VREEMD, geboortedatum=dag))
    sessie.flush()


@pytest.fixture
def kluis(tmp_path: Path) -> Iterator[Engine]:
    vul_bestand(tmp_path / "van.sqlite", vol)
    engine = SqlcipherMotor(tmp_path / "van.sqlite", SLEUTEL).open(alleen_lezen=True)
    yield engine
    engine.dispose()


@pytest.fixture
def server(databaseserver: Databaseserver) -> Iterator[Engine]:
    naam = databaseserver.lege()
    engine = databaseserver.motor(naam, EIGENAAR).open()
    yield engine
    engine.dispose()
    databaseserver.geef_terug(naam)


def rijen(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    with engine.connect() as verbinding:
        return {
            tabel.name: sorted((tuple(rij) for rij in verbinding.execute(select(tabel))), key=repr)
            for tabel in Base.metadata.sorted_tables
        }


def motor(engine: Engine) -> Motor:
    with engine.connect() as verbinding:
        return motor_van(verbinding)


def test_heen_en_terug_zijn_het_dezelfde_rijen(kluis: Engine, server: Engine, tmp_path: Path) -> None:
    with kluis.connect() as van, server.begin() as naar:
        geteld = zet_over(van, naar)
    assert rijen(server) == rijen(kluis)
    assert geteld == {naam: len(lijst) for naam, lijst in rijen(kluis).items()}
    assert geteld["betrokkene"] == 4
    assert motor(server).controleer(server) == ()
    vul_bestand(tmp_path / "terug.sqlite", niets)
    terug = SqlcipherMotor(tmp_path / "terug.sqlite", SLEUTEL).open()
    with server.connect() as van, terug.begin() as naar:
        zet_over(van, naar)
    assert rijen(terug) == rijen(kluis)
    assert motor(terug).controleer(terug) == ()
    with terug.connect() as verbinding, kluis.connect() as eerder:
        geteld_zoek = text("SELECT count(*) FROM zoek WHERE zoek MATCH 'oefenman'")
        assert verbinding.execute(geteld_zoek).scalar() == eerder.execute(geteld_zoek).scalar() == 1
    terug.dispose()


def test_daarna_wordt_er_weer_op_gepast_en_gaan_de_nummers_door(kluis: Engine, server: Engine) -> None:
    with kluis.connect() as van, server.begin() as naar:
        zet_over(van, naar)
    with pytest.raises(IntegrityError) as fout, server.begin() as verbinding:
        zet_stoel(verbinding, 1, 1, 5, 5)
    assert zin(fout.value) == "poort: geen geldend oordeel"
    with server.begin() as verbinding:
        sql = "INSERT INTO partij (naam, kort, soort, groep, opmerking) VALUES ('x', 'y', 'derde', '', '') RETURNING id"
        assert verbinding.exec_driver_sql(sql).scalar() == 10


def test_er_gaat_niets_over_wat_er_al_staat(kluis: Engine, server: Engine) -> None:
    with kluis.connect() as van, server.begin() as naar:
        zet_over(van, naar)
    with kluis.connect() as van, pytest.raises(KluisVreemd, match="staat al iets"), server.begin() as naar:
        zet_over(van, naar)


def test_een_rij_die_nergens_bij_hoort_houdt_alles_tegen(server: Engine, tmp_path: Path) -> None:
    vul_bestand(tmp_path / "fout.sqlite", niets)
    kapot = SqlcipherMotor(tmp_path / "fout.sqlite", SLEUTEL).open()
    with kapot.connect() as verbinding:
        verbinding.connection.dbapi_connection.execute("PRAGMA foreign_keys = OFF")
        verbinding.exec_driver_sql("INSERT INTO betrokkene (casus_id, volgorde, naam, gemeente, adres) "
                                   "VALUES (77, 0, 'x', '', '')")  # fmt: skip
        verbinding.commit()
    with kapot.connect() as van, pytest.raises(IntegrityError), server.begin() as naar:
        zet_over(van, naar)
    assert not any(rijen(server).values())
    assert motor(server).controleer(server) == ()
    kapot.dispose()


def test_zonder_wachters_komen_ze_terug_zoals_ze_waren(kluis: Engine, tmp_path: Path) -> None:
    vul_bestand(tmp_path / "anders.sqlite", niets)
    engine = SqlcipherMotor(tmp_path / "anders.sqlite", SLEUTEL).open()
    with engine.begin() as verbinding, motor_van(verbinding).zonder_wachters(verbinding):
        over = verbinding.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars().all()
        assert over
        assert all(naam.startswith("zoek_") for naam in over)
    assert motor(engine).controleer(engine) == ()
    assert motor(engine).wis_resten(engine)
    with engine.begin() as verbinding:
        verbinding.exec_driver_sql("DROP TRIGGER oordeel_weg")
    assert motor(engine).controleer(engine) == (
        "In de database ontbreekt de trigger oordeel_weg; het programma maakte die wel.",
    )
    engine.dispose()


def test_een_verbinding_zonder_motor_is_van_ons(kluis: Engine) -> None:
    with kluis.connect() as verbinding, pytest.raises(ProgrammaFout):
        motor_van(verbinding.execution_options(zvh_motor=None))
