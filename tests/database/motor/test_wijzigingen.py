"""What one open house on a server changed, as another sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from dbserver import WERKER, Databaseserver
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import ProgrammingError
from test_poort_in_database import vul, zet_stoel

from zvh_desktop.database.motor.motor import Moment, motor_van, werkt_samen
from zvh_desktop.database.motor.wijzigingen import naastkolommen, trigger
from zvh_desktop.models.alles import Base


@pytest.fixture
def server(databaseserver: Databaseserver) -> Iterator[Callable[[], Engine]]:
    """Engines on one new database; each call another one, as another window has."""
    naam = databaseserver.gevulde(vul)
    open_: list[Engine] = []

    def maak() -> Engine:
        engine = databaseserver.motor(naam, WERKER).open()
        open_.append(engine)
        return engine

    yield maak
    for engine in open_:
        engine.dispose()
    databaseserver.geef_terug(naam)


def moment(verbinding: Connection) -> Moment:
    return motor_van(verbinding).moment(verbinding)


Daad = Callable[[Connection], object]


def sql(opdracht: str) -> Daad:
    """This, past everything that the program itself keeps of what it writes."""
    return lambda verbinding: verbinding.execute(text(opdracht))


def stoel(verbinding: Connection) -> None:
    """The seat of partij 1 is put there again."""
    zet_stoel(verbinding, 1, 1, 1, 1)


def botst(server: Callable[[], Engine], van_daar: Daad, van_hier: Daad, *, gelezen: bool) -> bool:
    """Whether what is done here is in the way of what was done there; ``gelezen``: after that was read here."""
    hier, daar = server(), server()
    with hier.connect() as verbinding:
        sinds = moment(verbinding)
    with daar.begin() as verbinding:
        van_daar(verbinding)
    if gelezen:
        with hier.connect() as verbinding:
            sinds = moment(verbinding)
    with hier.connect() as verbinding:
        van_hier(verbinding)
        return motor_van(verbinding).botst(verbinding, sinds, ("eigen",))


VERVALT = sql("UPDATE deelname SET vervallen = true WHERE partij_id = 1")
STOEL_WEG = sql("DELETE FROM deelname WHERE partij_id = 1")
ERBIJ = sql("INSERT INTO instelling (sleutel, waarde) VALUES ('huis', 'x')")
ANDERS = sql("UPDATE instelling SET waarde = 'y'")
BOTSEN = {
    "dezelfde kolom": (VERVALT, sql("UPDATE deelname SET vervallen = false WHERE partij_id = 1")),
    "een rij die is gewijzigd gaat weg": (VERVALT, STOEL_WEG),
    "een rij die erbij kwam gaat weg": (ERBIJ, sql("DELETE FROM instelling")),
    "een rij die erbij kwam wordt gewijzigd": (ERBIJ, ANDERS),
    "een rij gaat mee met waar zij onder staat": (VERVALT, sql("DELETE FROM agendapunt WHERE id = 1")),
    "een rij die wegging komt op haar plek terug": (STOEL_WEG, stoel),
    "een rij staat onder iets anders": (
        sql("UPDATE agendapunt SET overleg_id = 1, casus_id = NULL, onderwerp = 'x' WHERE id = 3"),
        sql("UPDATE agendapunt SET minuten = 7 WHERE id = 3"),
    ),
}
BOTSEN_NIET = {
    "andere kolommen": (VERVALT, sql("UPDATE deelname SET aanwezigheid = 'aanwezig' WHERE partij_id = 1")),
    "andere rijen": (VERVALT, sql("UPDATE deelname SET vervallen = true WHERE partij_id = 2")),
    "allebei iets erbij": (ERBIJ, sql("INSERT INTO instelling (sleutel, waarde) VALUES ('ander', 'x')")),
    "wat ieder voor zich bijhoudt": (
        sql("INSERT INTO instelling (sleutel, waarde) VALUES ('eigen', 'x')"),
        sql("UPDATE instelling SET waarde = 'y' WHERE sleutel = 'eigen'"),
    ),
    "allebei hetzelfde": (VERVALT, VERVALT),
    "er werd niets anders": (sql("UPDATE deelname SET vervallen = vervallen"), VERVALT),
    "een andere stoel ging weg": (sql("DELETE FROM deelname WHERE partij_id = 2"), VERVALT),
}


@pytest.mark.parametrize("wat", BOTSEN)
def test_wat_botst_en_na_lezen_niet_meer(server: Callable[[], Engine], wat: str) -> None:
    van_daar, van_hier = BOTSEN[wat]
    assert botst(server, van_daar, van_hier, gelezen=False)


@pytest.mark.parametrize("wat", BOTSEN)
def test_wie_het_las_mag_door(server: Callable[[], Engine], wat: str) -> None:
    van_daar, van_hier = BOTSEN[wat]
    assert not botst(server, van_daar, van_hier, gelezen=True)


@pytest.mark.parametrize("wat", BOTSEN_NIET)
def test_wat_niet_botst(server: Callable[[], Engine], wat: str) -> None:
    van_daar, van_hier = BOTSEN_NIET[wat]
    assert not botst(server, van_daar, van_hier, gelezen=False)


def test_wat_niet_doorging_botst_met_niets(server: Callable[[], Engine]) -> None:
    hier, daar = server(), server()
    with hier.connect() as verbinding:
        sinds = moment(verbinding)
    with daar.connect() as verbinding:
        VERVALT(verbinding)
        verbinding.rollback()
    with hier.connect() as verbinding:
        VERVALT(verbinding)
        assert not motor_van(verbinding).botst(verbinding, sinds, ())


def test_wie_alleen_leest_botst_met_niets(server: Callable[[], Engine]) -> None:
    with server().begin() as verbinding:
        VERVALT(verbinding)
    with server().connect() as verbinding:
        assert not motor_van(verbinding).botst(verbinding, Moment(), ())


def test_van_elke_tabel_wordt_opgeschreven_wat_er_gebeurt() -> None:
    """So no statement gets round it: neither one of many rows at once, nor one past the mapped classes."""
    zonder = {tabel.name for tabel in Base.metadata.sorted_tables if trigger(tabel) is None}
    assert zonder == {"logregel", "verklaring"}


def test_een_trigger_is_elke_keer_dezelfde() -> None:
    """Also where two things may be there once: a server is refused of which one is other than it was made."""
    tabel = Base.metadata.tables["vastlegging"]
    assert naastkolommen(tabel) == ("aanmelding_id", "soort")


def test_de_toepassing_schrijft_er_zelf_niet_in(server: Callable[[], Engine]) -> None:
    with server().connect() as verbinding:
        for opdracht in (
            "DELETE FROM wijziging",
            "UPDATE wijziging SET zitting = ''",
            "INSERT INTO wijziging (tabel, sleutel, kolommen, zitting, op) VALUES ('a', 'b', '{}', 'c', now())",
        ):
            with pytest.raises(ProgrammingError):
                verbinding.execute(text(opdracht))
            verbinding.rollback()


def test_een_kluis_heeft_geen_anderen(server: Callable[[], Engine]) -> None:
    assert werkt_samen(server())
    assert not werkt_samen(None)
