"""Informatie, prior reading and verstrekkingen in the database itself: what plain SQL with the open key cannot do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from motoren import Proefmotor
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import IntegrityError
from test_poort_in_database import BEGIN, OORDELEN, voeg_oordeel_toe

ITEM = (
    "INSERT INTO informatie_item (id, casus_id, verstrekker_id, regime, titel, tekst, gebruik, ontvangen_op, "
    "ontvangen_wijze, bijlage_naam, bijlage_grootte, bijlage_pdf, vastgelegd_door, vastgelegd_op, gewijzigd_op) "
    "VALUES ({id}, {casus}, 1, '{regime}', 't', '{tekst}', 'g', '2026-09-01', '', '', 0, false, 'p', "
    "'2026-09-01 00:00:00', '2026-09-01 00:00:00')"
)
AKKOORD = (
    "INSERT INTO inzage_akkoord (id, item_id, gegeven_door, op, wijze, vastgelegd_door, vastgelegd_op, "
    "ingetrokken_op, ingetrokken_vastgelegd_door) "
    "VALUES ({id}, {item}, 'x', '2026-09-01', 'brief', 'p', '2026-09-01 00:00:00', {weg}, '')"
)
VRIJGAVE = (
    "INSERT INTO inzage_vrijgave (id, item_id, casus_id, overleg_id, partij_id, akkoord_id, oordeel_id, "
    "oordeel_uitkomst, overlegd_met_id, vrijgegeven_door, vrijgegeven_op, vervallen) "
    "VALUES ({id}, {item}, {casus}, {overleg}, {partij}, {akkoord}, {oordeel}, 'rechtmatig', 1, 'p', "
    "'2026-09-01 00:00:00', {vervallen})"
)
VERSTREKKING = (
    "INSERT INTO verstrekking (id, casus_id, derde_id, verstrekker_id, wat, grondslag, wijze, verstrekt_op, "
    "toestemming_op, toestemming_kenmerk, toestemming_door, vastgelegd_door, vastgelegd_op, vervallen_reden) "
    "VALUES ({id}, 1, {derde}, 1, 'w', '{grondslag}', '', '2026-09-10', '{op}', '{kenmerk}', '{door}', "
    "'p', '2026-09-01 00:00:00', '')"
)


def vrijgave(**anders: object) -> str:
    """Release item 1 to partij 2 at overleg 1, unless told otherwise."""
    velden: dict[str, object] = {
        "id": 1, "item": 1, "casus": 1, "overleg": 1, "partij": 2, "akkoord": 1, "oordeel": 2, "vervallen": "false",
    }  # fmt: skip
    return VRIJGAVE.format(**{**velden, **anders})


def verstrekking(**anders: object) -> str:
    """Give derde 9 something with consent, unless told otherwise."""
    velden: dict[str, object] = {
        "id": 1, "derde": 9, "grondslag": "g", "op": "2026-09-09", "kenmerk": "brief 1", "door": "x",
    }  # fmt: skip
    return VERSTREKKING.format(**{**velden, **anders})


def vul(verbinding: Connection) -> None:
    for opdracht in BEGIN:
        verbinding.execute(text(opdracht))
    for rij in OORDELEN:
        voeg_oordeel_toe(verbinding, rij)
    verbinding.exec_driver_sql(
        "INSERT INTO partij (id, naam, kort, soort, groep, opmerking) VALUES (9, 'Derde', 'D', 'derde', '', '')"
    )
    for nummer, casus in ((1, 1), (2, 1), (3, 2)):
        verbinding.exec_driver_sql(ITEM.format(id=nummer, casus=casus, regime="avg", tekst="x"))
    verbinding.exec_driver_sql(AKKOORD.format(id=1, item=1, weg="NULL"))
    verbinding.exec_driver_sql(AKKOORD.format(id=2, item=2, weg="'2026-09-02'"))


@pytest.fixture
def database(proefmotor: Proefmotor) -> Iterator[Engine]:
    """Items 1 and 2 at casus 1, 3 at casus 2; only item 1 has an accord in force, that on item 2 was withdrawn."""
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
    "opdracht",
    [
        pytest.param(vrijgave(item=2, akkoord=2), id="met een ingetrokken akkoord"),
        pytest.param(vrijgave(item=2, akkoord=1), id="met het akkoord van een ander stuk"),
        pytest.param(vrijgave(akkoord=99), id="zonder akkoord"),
        pytest.param(vrijgave(partij=8, oordeel=1), id="met het oordeel van een ander"),
        pytest.param(vrijgave(partij=4, oordeel=4), id="niet rechtmatig"),
        pytest.param(vrijgave(partij=5, oordeel=5), id="ingetrokken oordeel"),
        pytest.param(vrijgave(partij=6, oordeel=7), id="verlopen oordeel"),
        pytest.param(vrijgave(partij=7, oordeel=8), id="oordeel dat later begint"),
        pytest.param(vrijgave(overleg=2), id="oordeel verlopen op de dag van dit overleg"),
        pytest.param(vrijgave(item=3, casus=1), id="stuk uit een andere casus"),
        pytest.param(vrijgave(item=3, casus=2, overleg=2, partij=3, oordeel=3), id="casus niet op deze agenda"),
        pytest.param(vrijgave(item=2, akkoord=2, vervallen="true"), id="vervallen begonnen"),
    ],
)
def test_geen_vrijgave_zonder_akkoord_oordeel_en_agenda(database: Engine, opdracht: str) -> None:
    with pytest.raises(IntegrityError):
        doe(database, opdracht)
    assert waarde(database, "SELECT count(*) FROM inzage_vrijgave") == 0


def test_ingetrokken_akkoord_sluit_de_vrijgave_en_opent_niet_weer(database: Engine) -> None:
    doe(database, vrijgave(), "UPDATE inzage_akkoord SET ingetrokken_op = '2026-09-05' WHERE id = 1")
    assert waarde(database, "SELECT vervallen FROM inzage_vrijgave")
    for opdracht in (
        "UPDATE inzage_vrijgave SET vervallen = false",
        "UPDATE inzage_vrijgave SET verzonden_op = '2026-09-06 00:00:00'",
        "UPDATE inzage_akkoord SET ingetrokken_op = NULL WHERE id = 1",
        "DELETE FROM inzage_akkoord WHERE id = 2",
        "UPDATE inzage_akkoord SET gegeven_door = 'iemand anders' WHERE id = 1",
        "INSERT INTO inzage_vrijgave SELECT id, item_id, casus_id, overleg_id, partij_id, akkoord_id, oordeel_id, "
        "oordeel_uitkomst, overlegd_met_id, vrijgegeven_door, vrijgegeven_op, verzonden_op, false FROM inzage_vrijgave "
        "WHERE true ON CONFLICT (id) DO UPDATE SET vervallen = false",
    ):
        with pytest.raises(IntegrityError):
            doe(database, opdracht)
    doe(database, AKKOORD.format(id=3, item=1, weg="NULL"))
    with pytest.raises(IntegrityError):
        doe(database, AKKOORD.format(id=4, item=1, weg="NULL"))
    assert waarde(database, "SELECT vervallen FROM inzage_vrijgave")


@pytest.mark.parametrize(
    "opdracht",
    [
        "UPDATE inzage_vrijgave SET partij_id = 8",
        "UPDATE inzage_vrijgave SET item_id = 2",
        "UPDATE inzage_vrijgave SET overleg_id = 2",
        "UPDATE inzage_vrijgave SET oordeel_id = 7",
        "UPDATE informatie_item SET tekst = 'anders' WHERE id = 1",
        "UPDATE informatie_item SET gebruik = '' WHERE id = 1",
        "UPDATE informatie_item SET casus_id = 2 WHERE id = 1",
        "UPDATE informatie_item SET regime = 'geheim' WHERE id = 2",
    ],
)
def test_wat_vrijgegeven_is_verschuift_niet(database: Engine, opdracht: str) -> None:
    doe(database, vrijgave())
    with pytest.raises(IntegrityError):
        doe(database, opdracht)


def test_bijlage_van_wat_vrijgegeven_is_wordt_geen_andere(database: Engine) -> None:
    doe(database, vrijgave())
    with pytest.raises(IntegrityError, match="zoals het is"), database.begin() as verbinding:
        verbinding.execute(text("UPDATE informatie_item SET bijlage = :bijlage WHERE id = 1"), {"bijlage": b"0"})


def test_oordeel_en_datum_werken_door(database: Engine) -> None:
    doe(database, vrijgave(), vrijgave(id=2, partij=1, oordeel=1))
    doe(database, "UPDATE overleg SET datum = '2026-10-20' WHERE id = 1")
    assert waarde(database, "SELECT vervallen FROM inzage_vrijgave WHERE id = 1")
    assert not waarde(database, "SELECT vervallen FROM inzage_vrijgave WHERE id = 2")
    with database.begin() as verbinding:
        voeg_oordeel_toe(verbinding, (9, 1, 1, "rechtmatig", "2026-09-01", None))
    assert waarde(database, "SELECT oordeel_id FROM inzage_vrijgave WHERE id = 2") == 9
    doe(database, "DELETE FROM agendapunt WHERE id = 1")
    with database.begin() as verbinding:
        voeg_oordeel_toe(verbinding, (10, 1, 1, "rechtmatig", "2026-09-01", None))
        voeg_oordeel_toe(verbinding, (11, 1, 1, "ingetrokken", "2026-10-01", None))
    assert waarde(database, "SELECT vervallen FROM inzage_vrijgave WHERE id = 2")


def test_wat_verzonden_is_blijft_staan_tot_het_stuk_met_de_casus_weggaat(database: Engine) -> None:
    doe(database, vrijgave(), "UPDATE inzage_vrijgave SET verzonden_op = '2026-09-01 00:00:00'")
    for opdracht in ("DELETE FROM inzage_vrijgave", "UPDATE inzage_vrijgave SET verzonden_op = NULL"):
        with pytest.raises(IntegrityError):
            doe(database, opdracht)
    doe(database, "DELETE FROM informatie_item WHERE id = 1")
    assert waarde(database, "SELECT count(*) FROM inzage_vrijgave") == 0
    assert waarde(database, "SELECT count(*) FROM inzage_akkoord WHERE item_id = 1") == 0


@pytest.mark.parametrize("proefmotor", ["sqlcipher"], indirect=True)
def test_vervangen_op_zijn_kortst_wordt_ook_geweigerd(database: Engine) -> None:
    doe(database, vrijgave(), verstrekking(), "UPDATE inzage_akkoord SET ingetrokken_op = '2026-09-05' WHERE id = 1")
    for opdracht in (
        "REPLACE INTO inzage_vrijgave SELECT id, item_id, casus_id, overleg_id, partij_id, akkoord_id, oordeel_id, "
        "oordeel_uitkomst, overlegd_met_id, vrijgegeven_door, vrijgegeven_op, verzonden_op, 0 FROM inzage_vrijgave",
        "REPLACE INTO verstrekking SELECT * FROM verstrekking",
    ):
        with pytest.raises(IntegrityError):
            doe(database, opdracht)


@pytest.mark.parametrize(
    "anders",
    [
        pytest.param({"kenmerk": ""}, id="zonder kenmerk"),
        pytest.param({"kenmerk": "  "}, id="leeg kenmerk"),
        pytest.param({"door": ""}, id="zonder naam"),
        pytest.param({"op": "2026-09-11"}, id="toestemming achteraf"),
        pytest.param({"grondslag": ""}, id="zonder grondslag"),
        pytest.param({"derde": 2}, id="aan een convenantpartij"),
        pytest.param({"derde": 99}, id="aan niemand"),
    ],
)
def test_geen_verstrekking_zonder_toestemming_vooraf(database: Engine, anders: dict[str, object]) -> None:
    with pytest.raises(IntegrityError):
        doe(database, verstrekking(**anders))
    assert waarde(database, "SELECT count(*) FROM verstrekking") == 0


def test_register_wordt_niet_herschreven(database: Engine) -> None:
    doe(
        database,
        verstrekking(),
        "INSERT INTO verstrekt_item (verstrekking_id, item_id, casus_id) VALUES (1, 1, 1)",
        "UPDATE informatie_item SET verstrekker_id = 2 WHERE id = 2",
    )
    for opdracht in (
        "UPDATE verstrekking SET wat = 'anders'",
        "UPDATE verstrekking SET toestemming_op = '2026-09-01'",
        "DELETE FROM verstrekking",
        "INSERT INTO verstrekking SELECT * FROM verstrekking WHERE true ON CONFLICT (id) DO UPDATE SET wat = 'anders'",
        "DELETE FROM verstrekt_item",
        "UPDATE verstrekt_item SET item_id = 2",
        "INSERT INTO verstrekt_item (verstrekking_id, item_id, casus_id) VALUES (1, 2, 1)",
        "INSERT INTO verstrekt_item (verstrekking_id, item_id, casus_id) VALUES (1, 3, 1)",
    ):
        with pytest.raises(IntegrityError):
            doe(database, opdracht)
    doe(database, "UPDATE verstrekking SET vervallen_op = '2026-09-01 00:00:00', vervallen_reden = 'fout'")
    assert waarde(database, "SELECT vervallen_reden FROM verstrekking") == "fout"
