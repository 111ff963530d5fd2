"""Readers beside each other on one line: one at a time, waiting together, and a fault of one is no fault of another."""

from __future__ import annotations

import select
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg
import pytest
from dbserver import HUISSLEUTEL
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError, StatementError
from sqlalchemy.orm import Session, sessionmaker

from zvh_desktop.database.bestand.engine import LEZEN
from zvh_desktop.database.bestand.serverzinnen import sqlstate
from zvh_desktop.database.bestand.vertaling import vertaal_databasefout
from zvh_desktop.database.motor.cellen import Cellen
from zvh_desktop.database.motor.herhaling import in_een_keer, is_botsing
from zvh_desktop.database.motor.motor import lees_naast, motor_van
from zvh_desktop.database.motor.naast import Bundel
from zvh_desktop.errors import KluisBeschadigd, KluisFout, KluisInGebruik, LijnWeg
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


def vraagt(verbinding: Connection, *getallen: int) -> Callable[[], list[int]]:
    return lambda: [int(verbinding.execute(text(f"SELECT 12 / {getal}")).scalar_one()) for getal in getallen]


def test_op_een_server_krijgt_elk_zijn_eigen_antwoorden(engine: Engine) -> None:
    with engine.execution_options(**{LEZEN: True}).connect() as verbinding:
        gelezen = lees_naast(
            verbinding, [vraagt(verbinding, 1, 2, 3), vraagt(verbinding, 4), vraagt(verbinding, 6, 12)]
        )
        assert gelezen == [[12, 6, 4], [3], [2, 1]]
        assert verbinding.execute(text("SELECT 7")).scalar_one() == 7


def test_wie_na_een_lijn_die_wegviel_nog_iets_vraagt_hoort_dat_zij_wegviel(engine: Engine) -> None:
    with engine.execution_options(**{LEZEN: True}).connect() as verbinding:
        verbinding.execute(text("SELECT 1"))

        def valt_weg() -> None:
            verbinding.invalidate()
            raise LijnWeg

        with pytest.raises(LijnWeg):
            lees_naast(verbinding, [lambda: lees_naast(verbinding, [vraagt(verbinding, 1)] * 2), valt_weg])


def test_na_wat_een_server_weigert_is_de_lijn_weer_vrij(engine: Engine) -> None:
    with engine.execution_options(**{LEZEN: True}).connect() as verbinding:
        with pytest.raises(DBAPIError, match="division by zero"):
            lees_naast(verbinding, [vraagt(verbinding, 1, 2), vraagt(verbinding, 0), vraagt(verbinding, 3)])
        verbinding.rollback()
        assert lees_naast(verbinding, [vraagt(verbinding, 1), vraagt(verbinding, 2)]) == [[12], [6]]


BOTST = "DO $$ BEGIN RAISE EXCEPTION 'verzonnen' USING ERRCODE = '40001'; END $$"
MISLUKT = "SELECT 12 / (random() * 0)::int"


@dataclass
class Met:
    """Readers of which one is refused; the others go on when the server has said so."""

    verbinding: Connection
    geweigerd: str
    samen: bool = False
    gesteld: bool = False

    def stuk(self) -> None:
        self.gesteld = True
        try:
            self.verbinding.execute(text(self.geweigerd))
        finally:
            self.gesteld = False

    def heel(self) -> None:
        if self.gesteld:
            self.gesteld = False
            lijn = self.verbinding.connection.dbapi_connection.fileno()  # type: ignore[union-attr]
            assert select.select([lijn], [], [], 20)[0], "de server zei niets"
        if self.samen:
            motor_van(self.verbinding).vraag_samen(self.verbinding, [text("SELECT 1"), text("SELECT 2")])
        else:
            self.verbinding.execute(text("SELECT 1"))

    def ouder(self) -> None:
        """Asks after the others, though it is the first."""
        lees_naast(self.verbinding, [lambda: None])
        self.heel()

    def lees(self, plek: int, *, ouder: bool) -> None:
        lezers = [self.heel, self.heel]
        lezers.insert(plek, self.stuk)
        lees_naast(self.verbinding, [self.ouder, *lezers] if ouder else lezers)


@pytest.mark.parametrize("plek", [0, 1, 2])
@pytest.mark.parametrize("ouder", [False, True])
@pytest.mark.parametrize("begonnen", [False, True])
@pytest.mark.parametrize("samen", [False, True])
def test_wie_er_ook_wordt_geweigerd_gezegd_wordt_wat_de_server_zei(
    engine: Engine, plek: int, *, ouder: bool, begonnen: bool, samen: bool
) -> None:
    """Not that the server skipped the rest, which would be said as a line that fell away (ADR 0104)."""
    lezend = engine.execution_options(**{LEZEN: True})
    for geweigerd, verwacht in ((BOTST, "40001"), (MISLUKT, "22012")):
        with (
            pytest.raises((DBAPIError, psycopg.Error, KluisFout)) as mis,
            vertaal_databasefout(),
            lezend.connect() as verbinding,
        ):
            if begonnen:
                verbinding.execute(text("SELECT 0"))
            Met(verbinding, geweigerd, samen).lees(plek, ouder=ouder)
        assert (sqlstate(mis.value) or sqlstate(mis.value.__cause__)) == verwacht
        assert isinstance(mis.value, KluisInGebruik) == (geweigerd is BOTST)
        assert is_botsing(mis.value) == (geweigerd is BOTST)
        assert not isinstance(mis.value, LijnWeg)


def test_wie_vraagt_na_een_geweigerd_begin_hoort_waarom(engine: Engine) -> None:
    with engine.execution_options(**{LEZEN: True}).connect() as verbinding:
        met = Met(verbinding, BOTST, samen=True)
        with pytest.raises((DBAPIError, psycopg.Error, KluisFout)) as mis:
            lees_naast(verbinding, [met.ouder, met.stuk])
    assert is_botsing(mis.value)


@pytest.mark.parametrize("plek", [0, 1, 2])
def test_een_botsing_onder_lezers_naast_elkaar_wordt_opnieuw_geprobeerd(engine: Engine, plek: int) -> None:
    beurten: list[int] = []

    def werk(sessie: Session) -> str:
        beurten.append(len(beurten))
        if len(beurten) < 3:
            Met(sessie.connection(), BOTST).lees(plek, ouder=False)
        lees_naast(sessie.connection(), [vraagt(sessie.connection(), 1), vraagt(sessie.connection(), 2)])
        return "gelukt"

    assert in_een_keer(sessionmaker(engine), werk) == "gelukt"
    assert beurten == [0, 1, 2]


def test_naast_elkaar_leest_niemand_bij_stukjes(engine: Engine) -> None:
    with engine.execution_options(**{LEZEN: True}).connect() as verbinding:

        def bij_stukjes() -> list[int]:
            rijen = verbinding.execute(text("SELECT generate_series(1, 3)"), execution_options={"yield_per": 2})
            return [int(rij[0]) for rij in rijen]

        with pytest.raises(StatementError, match="bij stukjes"):
            lees_naast(verbinding, [vraagt(verbinding, 1), bij_stukjes, vraagt(verbinding, 2)])
        assert bij_stukjes() == [1, 2, 3]
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
