"""What one open house on a server changed, as another sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from dbserver import WERKER, Databaseserver
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import ProgrammingError
from test_poort_in_database import vul

from zvh_desktop.database.motor.motor import Moment, motor_van, werkt_samen

TERUG = text("UPDATE deelname SET vervallen = true WHERE partij_id = 1")


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


def test_een_ander_ziet_welke_kolommen_van_welke_rij_en_de_eigen_niet(server: Callable[[], Engine]) -> None:
    hier, daar = server(), server()
    with hier.connect() as verbinding:
        begin = moment(verbinding)
    with daar.begin() as verbinding:
        verbinding.execute(TERUG)
        rij = verbinding.execute(text("SELECT id FROM deelname WHERE partij_id = 1")).scalar_one()
    with hier.connect() as verbinding:
        gezien = motor_van(verbinding).van_anderen(verbinding, begin)
    with daar.connect() as verbinding:
        eigen = motor_van(verbinding).van_anderen(verbinding, begin)

    assert [(een.tabel, een.sleutel, een.kolommen) for een in gezien] == [
        ("deelname", str(rij), frozenset({"vervallen"}))
    ]
    assert eigen == ()


def test_na_bijlezen_is_er_niets_nieuws(server: Callable[[], Engine]) -> None:
    hier, daar = server(), server()
    with daar.begin() as verbinding:
        verbinding.execute(TERUG)
    with hier.connect() as verbinding:
        assert motor_van(verbinding).van_anderen(verbinding, moment(verbinding)) == ()


def test_wat_niet_doorging_of_niets_wijzigde_wordt_niet_opgeschreven(server: Callable[[], Engine]) -> None:
    hier, daar = server(), server()
    with hier.connect() as verbinding:
        begin = moment(verbinding)
    with daar.connect() as verbinding:
        verbinding.execute(TERUG)
        verbinding.rollback()
    with daar.begin() as verbinding:
        verbinding.execute(text("UPDATE deelname SET vervallen = vervallen"))
    with hier.connect() as verbinding:
        assert motor_van(verbinding).van_anderen(verbinding, begin) == ()


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
