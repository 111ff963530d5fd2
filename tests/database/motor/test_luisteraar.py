"""A window hears that somebody else changed something, and where the others are."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from dbserver import BAAS, WERKER, Databaseserver
from sqlalchemy import Engine, text
from test_poort_in_database import vul

from zvh_desktop.database.motor.luisteraar import Luisteraar
from zvh_desktop.database.motor.motor import AnderVenster, motor_van
from zvh_desktop.errors import KluisFout

RUIM = 10.0
"""Seconds in which a server on the same computer has said it; nothing waits for this long that goes well."""
TERUG = text("UPDATE deelname SET vervallen = true WHERE partij_id = 1")


@pytest.fixture
def server(databaseserver: Databaseserver) -> Iterator[Callable[[], Engine]]:
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


@pytest.fixture
def luister(server: Callable[[], Engine]) -> Iterator[Callable[[int], Luisteraar]]:
    open_: list[Luisteraar] = []

    def maak(nummer: int) -> Luisteraar:
        open_.append(Luisteraar(server(), nummer, "een ander"))
        return open_[-1]

    yield maak
    for een in open_:
        een.sluit()


def wacht_op(oor: Luisteraar, klaar: Callable[[tuple[AnderVenster, ...]], bool]) -> tuple[AnderVenster, ...]:
    """Until it is told of those that are there; each look waits for the server and not for the clock."""
    for _ in range(200):
        gehoord = oor.wacht(0.05)
        if klaar(gehoord.aanwezig):
            return gehoord.aanwezig
    raise AssertionError("niet gehoord")


def test_wat_een_ander_bewaart_wordt_gehoord(
    server: Callable[[], Engine], luister: Callable[[int], Luisteraar]
) -> None:
    oor, daar = luister(1), server()
    oor.wacht(0.01)
    with daar.begin() as verbinding:
        verbinding.execute(TERUG)
    assert oor.wacht(RUIM).gewijzigd


def test_wat_hier_zelf_wordt_bewaard_wordt_niet_gehoord(server: Callable[[], Engine]) -> None:
    hier = server()
    with hier.connect() as verbinding:
        oor = motor_van(verbinding).luister(hier, 1)
    oor.wacht(0.01)
    with hier.begin() as verbinding:
        verbinding.execute(TERUG)
    gehoord = oor.wacht(0.2)
    oor.sluit()
    assert not gehoord.gewijzigd


def test_wat_niet_doorging_wordt_niet_gehoord(
    server: Callable[[], Engine], luister: Callable[[int], Luisteraar]
) -> None:
    oor, daar = luister(1), server()
    oor.wacht(0.01)
    with daar.connect() as verbinding:
        verbinding.execute(TERUG)
        verbinding.rollback()
    assert not oor.wacht(0.2).gewijzigd


def test_de_ander_is_te_zien_en_gaat_weg_met_de_lijn(luister: Callable[[int], Luisteraar]) -> None:
    een, twee = luister(1), luister(2)
    twee.meld_plek("overleg", 12)
    twee.wacht(0.01)
    daar = AnderVenster(2, "overleg", 12)
    assert wacht_op(een, lambda anderen: daar in anderen) == (daar,)

    twee.meld_plek("", 0)
    twee.wacht(0.01)
    wacht_op(een, lambda anderen: anderen == (AnderVenster(2),))

    twee.sluit()
    wacht_op(een, lambda anderen: anderen == ())


def test_een_lijn_die_wegvalt_wordt_gezegd(
    databaseserver: Databaseserver, luister: Callable[[int], Luisteraar]
) -> None:
    oor = luister(1)
    oor.wacht(0.01)
    databaseserver.doe(
        "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE starts_with(application_name, 'zvh ')",
        account=BAAS,
    )
    with pytest.raises(KluisFout):
        for _ in range(200):
            oor.wacht(0.05)
