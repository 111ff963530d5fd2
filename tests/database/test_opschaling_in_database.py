"""Opschaling in the database itself: what plain SQL with the open key cannot do, and what goes with the casus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lege_database import ga_naar, lege_database
from motoren import Proefmotor
from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import IntegrityError
from test_poort_in_database import BEGIN

from zvh_desktop.database.motor.motor import MOTOR
from zvh_desktop.models.alles import Opschaling

OPSCHALING = (
    "INSERT INTO opschaling (id, casus_id, ontvanger_id, motivering, criteria_gehaald, gevraagd, besluit_id, "
    "besloten_op, besloten_door, fase_voor, akkoord_door, akkoord_functie, akkoord_wijze, akkoord_kenmerk, "
    "akkoord_vastgelegd_door, dossier_door, uitkomst, uitkomst_reden, uitkomst_door, procesregie_voor) "
    "VALUES ({id}, {casus}, {ontvanger}, 'm', 'c', 'g', {besluit}, NULL, '', 'f', '', '', '', '', '', '', "
    "'{uitkomst}', '', '', '')"
)
BESLUIT = (
    "UPDATE opschaling SET besluit_id = {besluit}, verklaring_nummer = {verklaring}, besloten_op = '2026-10-02', "
    "besloten_door = 'p' WHERE id = 1"
)
BESLOTEN = BESLUIT.format(besluit=1, verklaring=1)
AKKOORD = (
    "UPDATE opschaling SET akkoord_door = 'x', akkoord_functie = 'y', akkoord_op = '2026-10-05', "
    "akkoord_wijze = '{wijze}', akkoord_vastgelegd_door = 'p', akkoord_vastgelegd_op = '2026-10-05 09:00:00'"
)
MET_AKKOORD = AKKOORD.format(wijze="mondeling")
ZONDER_AKKOORD = (
    "UPDATE opschaling SET akkoord_door = '', akkoord_functie = '', akkoord_op = NULL, akkoord_wijze = '', "
    "akkoord_vastgelegd_door = '', akkoord_vastgelegd_op = NULL"
)
VERVANG = " ON CONFLICT (id) DO UPDATE SET casus_id = excluded.casus_id"
DOSSIER = "UPDATE opschaling SET dossier_op = '2026-10-06 09:00:00', dossier_door = 'p'"
UITKOMST = "UPDATE opschaling SET uitkomst = '{uitkomst}', uitkomst_op = '2026-10-09', uitkomst_reden = '{reden}'"


def opschaling(**anders: object) -> str:
    """Casus 1 to derde 9, as it begins, unless told otherwise."""
    velden: dict[str, object] = {"id": 1, "casus": 1, "ontvanger": 9, "besluit": "NULL", "uitkomst": "open"}
    return OPSCHALING.format(**{**velden, **anders})


@pytest.fixture
def leeg(tmp_path: Path) -> Iterator[Engine]:
    engine = lege_database(tmp_path / "db.sqlite", "0006")
    yield engine
    engine.dispose()


def vul(verbinding: Connection) -> None:
    for opdracht in (
        *BEGIN,
        "INSERT INTO partij (id, naam, kort, soort, groep, opmerking) VALUES (9, 'Derde', 'D', 'derde', '', '')",
        *(
            f"INSERT INTO verklaring VALUES ({n}, '{soort}', '{{}}', 'ih', 'vh', 'h{n}', 'ht', 'c', 'p', '2026')"  # noqa: S608
            for n, soort in ((1, "opschaling"), (2, "afschaling"))
        ),
        *(
            f"INSERT INTO besluit (id, agendapunt_id, casus_id, soort, omschrijving, conditie, informering) "  # noqa: S608
            f"VALUES ({n}, {punt}, {casus}, 's', '', '', '')"
            for n, punt, casus in ((1, 1, 1), (2, 3, 1), (3, 2, 2))
        ),
        "UPDATE overleg SET vaststelling_verklaring = 2, verslag_status = 'vastgesteld' WHERE id = 1",
    ):
        verbinding.exec_driver_sql(opdracht)


@pytest.fixture
def database(proefmotor: Proefmotor) -> Iterator[Engine]:
    """Besluit 1 on casus 1 and 3 on casus 2 stand in a vastgesteld verslag, besluit 2 on casus 1 does not."""
    with proefmotor.gevuld(vul) as engine:
        yield engine


def doe(engine: Engine, *opdrachten: str) -> None:
    with engine.begin() as verbinding:
        for opdracht in opdrachten:
            verbinding.exec_driver_sql(opdracht)


def waarde(engine: Engine, opdracht: str) -> object:
    with engine.begin() as verbinding:
        return verbinding.exec_driver_sql(opdracht).scalar()


@pytest.mark.parametrize(
    "anders",
    [
        pytest.param({"ontvanger": 2}, id="naar een convenantpartij"),
        pytest.param({"ontvanger": 99}, id="naar niemand"),
        pytest.param({"casus": 99}, id="van geen casus"),
        pytest.param({"uitkomst": "aangenomen"}, id="aangenomen begonnen"),
        pytest.param({"uitkomst": "misschien"}, id="onbekende uitkomst"),
    ],
)
def test_een_opschaling_begint_open_naar_een_derde(database: Engine, anders: dict[str, object]) -> None:
    with pytest.raises(IntegrityError):
        doe(database, opschaling(**anders))
    assert waarde(database, "SELECT count(*) FROM opschaling") == 0


def test_hoogstens_een_tegelijk_open_en_niets_wordt_vervangen(database: Engine) -> None:
    doe(database, opschaling(), BESLOTEN)
    for opdracht in (
        opschaling(id=2),
        opschaling(id=1, casus=2) + VERVANG,
        opschaling(id=2, casus=2, besluit=1) + VERVANG,
    ):
        with pytest.raises(IntegrityError):
            doe(database, opdracht)
    doe(database, UITKOMST.format(uitkomst="niet_aangenomen", reden="past niet"), opschaling(id=2))
    with pytest.raises(IntegrityError):
        doe(database, "UPDATE opschaling SET uitkomst = 'open' WHERE id = 1")


@pytest.mark.parametrize(
    "opdracht",
    [
        pytest.param(BESLUIT.format(besluit=1, verklaring="NULL"), id="zonder verklaring"),
        pytest.param(BESLUIT.format(besluit=1, verklaring=2), id="met een andere verklaring"),
        pytest.param(BESLUIT.format(besluit="NULL", verklaring=1), id="zonder besluit"),
        pytest.param(BESLUIT.format(besluit=2, verklaring=1), id="besluit in een concept"),
        pytest.param(BESLUIT.format(besluit=3, verklaring=1), id="besluit over een andere casus"),
        pytest.param(BESLOTEN.replace("SET", "SET motivering = ' ',"), id="zonder motivering"),
        pytest.param(BESLOTEN.replace("SET", "SET criteria_gehaald = '',"), id="zonder criteria"),
        pytest.param(MET_AKKOORD, id="akkoord voor het besluit"),
        pytest.param(DOSSIER, id="dossier voor het besluit"),
        pytest.param(UITKOMST.format(uitkomst="niet_aangenomen", reden="x"), id="uitkomst voor het besluit"),
    ],
)
def test_geen_besluit_zonder_overleg_en_handtekening(database: Engine, opdracht: str) -> None:
    doe(database, opschaling())
    with pytest.raises(IntegrityError):
        doe(database, opdracht)
    assert waarde(database, "SELECT besloten_op FROM opschaling") is None


@pytest.mark.parametrize(
    "opdracht",
    [
        pytest.param(DOSSIER, id="dossier"),
        pytest.param(UITKOMST.format(uitkomst="aangenomen", reden=""), id="aangenomen"),
        pytest.param(UITKOMST.format(uitkomst="niet_aangenomen", reden=""), id="weigering zonder reden"),
        pytest.param(AKKOORD.format(wijze="van horen zeggen"), id="akkoord op een onbekende wijze"),
        pytest.param(MET_AKKOORD.replace("'x'", "''"), id="akkoord van niemand"),
        pytest.param(MET_AKKOORD.replace("'y'", "''"), id="akkoord zonder functie"),
        "UPDATE opschaling SET motivering = 'anders'",
        "UPDATE opschaling SET criteria_gehaald = 'anders'",
        "UPDATE opschaling SET gevraagd = 'anders'",
        "UPDATE opschaling SET ontvanger_id = 2",
        "UPDATE opschaling SET casus_id = 2",
        "UPDATE opschaling SET besluit_id = 2",
        "UPDATE opschaling SET besloten_op = NULL",
        "UPDATE opschaling SET verklaring_nummer = 2",
        "UPDATE opschaling SET fase_voor = 'anders'",
        "DELETE FROM opschaling",
    ],
)
def test_wat_besloten_is_ligt_vast_en_wacht_op_akkoord(database: Engine, opdracht: str) -> None:
    doe(database, opschaling(), BESLOTEN)
    with pytest.raises(IntegrityError):
        doe(database, opdracht)


def test_een_akkoord_wordt_ingetrokken_en_nooit_gewijzigd(database: Engine) -> None:
    doe(database, opschaling(), BESLOTEN, MET_AKKOORD)
    for kolom in ("akkoord_door", "akkoord_functie", "akkoord_kenmerk", "akkoord_vastgelegd_door", "akkoord_op"):
        with pytest.raises(IntegrityError):
            doe(database, f"UPDATE opschaling SET {kolom} = '2026-12-31'")  # noqa: S608
    doe(database, ZONDER_AKKOORD, MET_AKKOORD, DOSSIER)
    for opdracht in (
        ZONDER_AKKOORD,
        "UPDATE opschaling SET dossier_op = NULL",
        "UPDATE opschaling SET dossier_op = '2026-12-31 00:00:00'",
        "UPDATE opschaling SET dossier_door = 'ander'",
    ):
        with pytest.raises(IntegrityError):
            doe(database, opdracht)
    doe(database, UITKOMST.format(uitkomst="aangenomen", reden=""))
    assert waarde(database, "SELECT uitkomst FROM opschaling") == "aangenomen"


@pytest.mark.parametrize("proefmotor", ["sqlcipher"], indirect=True)
def test_vervangen_op_zijn_kortst_wordt_ook_geweigerd(database: Engine) -> None:
    doe(database, opschaling(), BESLOTEN)
    for opdracht in (opschaling(id=1, casus=2), opschaling(id=2, casus=2, besluit=1)):
        with pytest.raises(IntegrityError):
            doe(database, opdracht.replace("INSERT", "REPLACE"))


def test_alles_gaat_weg_met_de_casus(database: Engine) -> None:
    doe(
        database,
        opschaling(),
        BESLOTEN,
        MET_AKKOORD,
        DOSSIER,
    )
    with database.begin() as verbinding:
        verbinding.get_execution_options()[MOTOR].stel_uit(verbinding)
        for tabel, kolom in (("casus", "id"), ("agendapunt", "casus_id")):
            verbinding.exec_driver_sql(f"DELETE FROM {tabel} WHERE {kolom} = 1")  # noqa: S608
    assert waarde(database, "SELECT count(*) FROM opschaling") == 0


def test_de_weg_terug_neemt_tabel_en_triggers_mee(leeg: Engine) -> None:
    for omlaag, revisie in ((False, "0007"), (True, "0006"), (False, "0007")):
        ga_naar(leeg, revisie, omlaag=omlaag)
        if omlaag:
            with leeg.begin() as verbinding:
                vraag = text("SELECT count(*) FROM sqlite_master WHERE name LIKE '%opschaling%'")
                assert verbinding.execute(vraag).scalar() == 0
    tabel, gevonden = Opschaling.__table__, inspect(leeg)
    kolommen = {(kolom["name"], str(kolom["type"]), kolom["nullable"]) for kolom in gevonden.get_columns("opschaling")}
    van_nu = {(k.name, k.type.compile(leeg.dialect), bool(k.nullable)) for k in tabel.columns}
    assert kolommen == {kolom for kolom in van_nu if kolom[0] != "woorden"}  # that one came with 0028
