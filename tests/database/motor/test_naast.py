"""Readers beside each other on one line: one at a time, waiting together, and a fault of one is no fault of another."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from dbserver import HUISSLEUTEL, WERKER, Databaseserver
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from zvh_desktop.database.bestand.engine import LEZEN
from zvh_desktop.database.motor.cellen import Cellen
from zvh_desktop.database.motor.motor import lees_naast
from zvh_desktop.database.motor.naast import Bundel
from zvh_desktop.errors import KluisBeschadigd
from zvh_desktop.models.server.kolom import Onversleuteld, Plek


class Lijn:
    """Counts in how many rounds was asked, and how many in each."""

    def __init__(self) -> None:
        self.rondes: list[int] = []
        self.bundel = Bundel(self.ronde)

    @contextmanager
    def ronde(self) -> Iterator[None]:
        self.rondes.append(0)
        yield

    def vraag(self) -> None:
        self.bundel.vraagt()
        self.rondes[-1] += 1
        self.bundel.wacht()

    def lezer(self, vragen: int, antwoord: str = "") -> Callable[[], str]:
        def lees() -> str:
            for _ in range(vragen):
                self.vraag()
            return antwoord

        return lees


def test_er_zijn_zoveel_rondes_als_de_langste_vragen_heeft() -> None:
    lijn = Lijn()
    assert lijn.bundel.lees([lijn.lezer(1, "a"), lijn.lezer(3, "b"), lijn.lezer(0, "c")]) == ["a", "b", "c"]
    assert lijn.rondes == [2, 1, 1]


def test_wie_er_zelf_lezers_bij_heeft_wacht_met_de_anderen() -> None:
    lijn = Lijn()

    def met_kinderen() -> list[str]:
        lijn.vraag()
        binnen: list[str] = lijn.bundel.lees([lijn.lezer(1, "x"), lijn.lezer(2, "y")])
        lijn.vraag()
        return binnen

    assert lijn.bundel.lees([met_kinderen, lijn.lezer(4, "z")]) == [["x", "y"], "z"]
    assert lijn.rondes == [2, 3, 2, 2]


def test_er_is_er_altijd_maar_een_bezig() -> None:
    lijn, bezig, hoogste = Lijn(), [0], [0]

    def lees() -> None:
        for _ in range(5):
            bezig[0] += 1
            hoogste[0] = max(hoogste[0], bezig[0])
            bezig[0] -= 1
            lijn.vraag()

    lijn.bundel.lees([lees] * 4)
    assert hoogste == [1]
    assert not [draad for draad in threading.enumerate() if draad.name == "zvh-naast"]


def test_een_fout_van_een_lezer_houdt_de_anderen_niet_op() -> None:
    lijn, klaar = Lijn(), []

    def stuk() -> None:
        lijn.vraag()
        raise LookupError("stuk")

    def heel() -> None:
        lijn.vraag()
        lijn.vraag()
        klaar.append("heel")

    with pytest.raises(LookupError, match="stuk"):
        lijn.bundel.lees([heel, stuk])
    assert klaar == ["heel"]


@pytest.fixture
def engine(databaseserver: Databaseserver) -> Iterator[Engine]:
    naam = databaseserver.lege()
    gemaakt = databaseserver.motor(naam, WERKER).open()
    yield gemaakt
    gemaakt.dispose()
    databaseserver.geef_terug(naam)


def vraagt(verbinding: Connection, *getallen: int) -> Callable[[], list[int]]:
    return lambda: [int(verbinding.execute(text(f"SELECT 12 / {getal}")).scalar_one()) for getal in getallen]


def test_op_een_server_krijgt_elk_zijn_eigen_antwoorden(engine: Engine) -> None:
    with engine.execution_options(**{LEZEN: True}).connect() as verbinding:
        gelezen = lees_naast(
            verbinding, [vraagt(verbinding, 1, 2, 3), vraagt(verbinding, 4), vraagt(verbinding, 6, 12)]
        )
        assert gelezen == [[12, 6, 4], [3], [2, 1]]
        assert verbinding.execute(text("SELECT 7")).scalar_one() == 7


def test_na_wat_een_server_weigert_is_de_lijn_weer_vrij(engine: Engine) -> None:
    with engine.execution_options(**{LEZEN: True}).connect() as verbinding:
        with pytest.raises(DBAPIError, match="division by zero"):
            lees_naast(verbinding, [vraagt(verbinding, 1, 2), vraagt(verbinding, 0), vraagt(verbinding, 3)])
        verbinding.rollback()
        assert lees_naast(verbinding, [vraagt(verbinding, 1), vraagt(verbinding, 2)]) == [[12], [6]]


def test_wat_eens_is_geopend_telt_alleen_op_zijn_plek() -> None:
    """Kept at hand, and not for another column or row; and gone when the database is closed."""
    cellen = Cellen(HUISSLEUTEL)
    een, ander = Plek("partij", "naam", gemerkt=False, bytes=False), Plek("partij", "kort", gemerkt=False, bytes=False)
    dicht = cellen.sluit(Onversleuteld(een, "verzonnen"), "1")
    assert [cellen.open(een, "1", dicht) for _ in range(2)] == ["verzonnen"] * 2
    for plek, rij in ((ander, "1"), (een, "2")):
        with pytest.raises(KluisBeschadigd):
            cellen.open(plek, rij, dicht)
    cellen.vergeet()
    assert cellen._geopend == {}
