"""Several at once on one server: the chain goes on, numbers are given out once, and the gate holds."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from dbserver import EIGENAAR, WERKER, Databaseserver
from kluis_hulp import REGIE, Openen, log_iets, oordeel_inhoud
from motoren import Proefmotor, zin
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, sessionmaker
from test_poort_in_database import voeg_oordeel_toe, vul, zittend

from zvh_desktop.database.keten.logketen import verifieer_logketen
from zvh_desktop.database.keten.ondertekening import verifieer_keten, voeg_verklaring_toe
from zvh_desktop.database.motor.herhaling import in_een_keer, is_botsing
from zvh_desktop.database.motor.motor import motor_van
from zvh_desktop.database.motor.postgresql import ZONDER_SLOT, PostgresMotor
from zvh_desktop.database.sleutels.certificaten import OEFEN_GELDIG_VAN
from zvh_desktop.errors import KluisFout, KluisInGebruik
from zvh_desktop.models.alles import Base
from zvh_desktop.models.keuzes import VerklaringSoort

SAMEN = 8
ELK = 15
INGETROKKEN = (9, 1, 1, "ingetrokken", "2026-09-20", None)
TERUG = text("UPDATE deelname SET vervallen = false WHERE partij_id = 1")


def niets(_verbinding: Connection) -> None:
    """Nothing is put in."""


def vervallen_stoel(verbinding: Connection) -> None:
    """Partij 1 was taken off the agenda by hand; its oordeel holds."""
    vul(verbinding)
    verbinding.execute(text("UPDATE deelname SET vervallen = true WHERE partij_id = 1"))


@pytest.fixture
def server(databaseserver: Databaseserver) -> Iterator[Callable[..., Engine]]:
    """Engines on one new database with the lapsed seat; each call another one, as another person has."""
    naam = databaseserver.gevulde(vervallen_stoel)
    open_: list[Engine] = []

    def maak(account: str = WERKER, **opties: object) -> Engine:
        engine = databaseserver.motor(naam, account, grootte=SAMEN).open()
        open_.append(engine)
        return engine.execution_options(**opties)

    yield maak
    for engine in open_:
        engine.dispose()
    databaseserver.geef_terug(naam)


def samen(werk: Callable[[int], Any]) -> list[Any]:
    """The same by eight at once, let go at one moment; the first error of one of them is that of all."""
    klaar = threading.Barrier(SAMEN)

    def een(nummer: int) -> Any:
        klaar.wait(30)
        return werk(nummer)

    with ThreadPoolExecutor(SAMEN) as draden:
        return list(draden.map(een, range(SAMEN)))


def test_acht_schrijven_aan_een_logboek_en_niemand_faalt(proefmotor: Proefmotor) -> None:
    with proefmotor.eigen(niets) as engine:
        sessies = sessionmaker(engine)

        def schrijf(wie: int) -> None:
            for keer in range(ELK):
                with sessies.begin() as sessie:
                    log_iets(sessie, wie * ELK + keer)

        samen(schrijf)
        with sessies() as sessie:
            assert verifieer_logketen(sessie) == ()
            assert sessie.scalar(text("SELECT max(nummer) FROM logregel")) == SAMEN * ELK


def test_acht_ondertekenen_in_een_keten(databaseserver: Databaseserver, openen: Openen) -> None:
    kluis = openen(REGIE)
    naam = databaseserver.lege()
    engine = databaseserver.motor(naam, grootte=SAMEN).open()
    sessies = sessionmaker(engine)

    def teken(wie: int) -> None:
        for _ in range(3):
            with sessies.begin() as sessie:
                inhoud = oordeel_inhoud(wie)
                voeg_verklaring_toe(sessie, kluis.ondertekenaar, VerklaringSoort.OORDEEL, inhoud, OEFEN_GELDIG_VAN)

    samen(teken)
    with sessies() as sessie:
        assert verifieer_keten(sessie, kluis.wortel, kluis.kluis_id) == ()
        assert sessie.scalar(text("SELECT max(nummer) FROM verklaring")) == SAMEN * 3
    engine.dispose()
    databaseserver.geef_terug(naam)


def test_nummers_komen_uit_een_reeks_en_nooit_twee_keer(server: Callable[..., Engine]) -> None:
    engine = server(**{ZONDER_SLOT: True})

    def neem(wie: int) -> list[int]:
        nummers = []
        for keer in range(ELK):
            with engine.connect() as verbinding:
                nummers.append(motor_van(verbinding).volgend_nummer(verbinding, 2026, 41))
                # What it was for does not always go through; the number does not come back for that.
                (verbinding.commit if keer % 2 or not wie else verbinding.rollback)()
        return nummers

    with engine.begin() as verbinding:
        assert motor_van(verbinding).volgend_nummer(verbinding, 2026, 41) == 42
    alle = [nummer for lijst in samen(neem) for nummer in lijst]
    assert len(set(alle)) == SAMEN * ELK
    assert min(alle) == 43
    with engine.begin() as verbinding:
        volgend = motor_van(verbinding).volgend_nummer
        assert volgend(verbinding, 2027, 0) == 1
        assert volgend(verbinding, 2026, 5000) == 5001
        assert volgend(verbinding, 2026, 0) == 5002


def test_een_kluis_telt_door(proefmotor: Proefmotor) -> None:
    with proefmotor.eigen(niets) as engine, engine.begin() as verbinding:
        assert motor_van(verbinding).volgend_nummer(verbinding, 2026, 41) == 42


@pytest.mark.parametrize("eerst_terug", [True, False])
def test_een_stoel_keert_niet_terug_terwijl_een_ander_het_oordeel_intrekt(
    server: Callable[..., Engine], *, eerst_terug: bool
) -> None:
    """Past the write lock: each does what the gate allows, and together they would do what it does not."""
    a, b = (server(**{ZONDER_SLOT: True}).connect() for _ in range(2))
    a.execute(text("SELECT count(*) FROM oordeel"))
    b.execute(text("SELECT count(*) FROM deelname"))
    gelukt = []
    with pytest.raises(KluisInGebruik) as geweigerd:
        a.execute(TERUG)
        voeg_oordeel_toe(b, INGETROKKEN)
        for verbinding in (a, b) if eerst_terug else (b, a):
            verbinding.commit()
            gelukt.append(verbinding)
    assert is_botsing(geweigerd.value)
    assert gelukt == [a if eerst_terug else b]
    for verbinding in (a, b):
        verbinding.close()
    assert ((1, 1) in zittend(server())) is eerst_terug


def test_zonder_die_volgorde_brak_de_poort(server: Callable[..., Engine]) -> None:
    """What the order is for: with its guard taken off by the owner, the same two at READ COMMITTED both go through."""
    los = {ZONDER_SLOT: True, "isolation_level": "READ COMMITTED"}
    with server(EIGENAAR, **los).begin() as verbinding:
        for tabel in Base.metadata.tables:
            verbinding.exec_driver_sql(f"ALTER TABLE {tabel} DISABLE TRIGGER op_volgorde")
    a, b = (server(**los).connect() for _ in range(2))
    a.execute(TERUG)
    voeg_oordeel_toe(b, INGETROKKEN)
    for verbinding in (a, b):
        verbinding.commit()
        verbinding.close()
    assert (1, 1) in zittend(server())
    with server(EIGENAAR, **los).begin() as verbinding:
        for tabel in Base.metadata.tables:
            verbinding.exec_driver_sql(f"ALTER TABLE {tabel} ENABLE TRIGGER op_volgorde")


@pytest.mark.parametrize("volgorde", ["READ COMMITTED", "REPEATABLE READ"])
def test_buiten_de_volgorde_wordt_niet_geschreven(server: Callable[..., Engine], volgorde: str) -> None:
    engine = server(**{ZONDER_SLOT: True, "isolation_level": volgorde})
    with pytest.raises(IntegrityError) as fout, engine.begin() as verbinding:
        verbinding.execute(TERUG)
    assert zin(fout.value) == "er wordt alleen op volgorde geschreven"


def test_wie_schrijft_wacht_op_wie_schrijft_en_ziet_dan_wat_er_kwam(server: Callable[..., Engine]) -> None:
    a, b = server(), server()
    begonnen, klaar = threading.Event(), threading.Event()

    def trek_in() -> None:
        begonnen.set()
        with b.begin() as verbinding:
            verbinding.execute(text("SELECT 1"))
            klaar.set()
            voeg_oordeel_toe(verbinding, INGETROKKEN)

    with ThreadPoolExecutor(1) as draden:
        with a.begin() as verbinding:
            verbinding.execute(TERUG)
            bezig = draden.submit(trek_in)
            assert begonnen.wait(30)
            # Nothing that it asks is answered as long as this one holds the lock; so it cannot have looked either.
            assert not klaar.is_set()
        bezig.result(30)
    assert (1, 1) not in zittend(a)


def test_wie_te_lang_wacht_krijgt_een_zin(databaseserver: Databaseserver, server: Callable[..., Engine]) -> None:
    a = server()
    naam = str(a.url.database)
    b = PostgresMotor(databaseserver.adres(naam, WERKER), wacht_ms=20).open()
    with a.begin() as eerste:
        eerste.execute(TERUG)
        with pytest.raises(KluisInGebruik, match="duurde te lang"), b.begin() as tweede:
            tweede.exec_driver_sql("SELECT 1")  # the lock is asked for with the first statement, and before it
        eerste.rollback()
    with b.begin() as verbinding:
        verbinding.execute(TERUG)
    assert (1, 1) in zittend(a)
    b.dispose()


@pytest.mark.parametrize("einde", ["commit", "rollback", "close"])
def test_na_het_einde_van_de_een_kan_de_ander(server: Callable[..., Engine], einde: str) -> None:
    """Also while the first keeps its connection: the lock is of the transaction, as far as anybody notices."""
    a, b = server().connect(), server()
    a.execute(TERUG)
    getattr(a, einde)()
    with b.begin() as verbinding:
        verbinding.execute(TERUG)
    a.close()


def test_het_slot_van_wie_wordt_afgebroken_komt_vrij(
    databaseserver: Databaseserver, server: Callable[..., Engine]
) -> None:
    a, b = server().connect(), server()
    nummer = a.exec_driver_sql("SELECT pg_backend_pid()").scalar()
    databaseserver.doe(f"SELECT pg_terminate_backend({nummer}, 10000)")
    with pytest.raises(KluisFout, match="weggevallen"):
        a.execute(TERUG)
    a.close()
    with b.begin() as verbinding:
        verbinding.execute(TERUG)
    assert (1, 1) in zittend(b)


def test_wie_alleen_leest_wacht_op_niemand_en_schrijft_niets(
    databaseserver: Databaseserver, server: Callable[..., Engine]
) -> None:
    a, lezer = server(), server(zvh_lezen=True)
    with a.begin() as schrijft, lezer.begin() as leest:
        schrijft.execute(TERUG)
        assert leest.execute(text("SELECT count(*) FROM deelname WHERE vervallen = false")).scalar() == 2
    with pytest.raises(Exception, match="alleen worden gelezen"), lezer.begin() as leest:
        leest.execute(TERUG)


class Botser:
    """An act that meets somebody else, so many times."""

    def __init__(self, engine: Engine, ander: Engine, keren: int) -> None:
        self.sessies = sessionmaker(engine)
        self.ander = ander
        self.keren = keren
        self.pogingen = 0

    def __call__(self, sessie: Session) -> int:
        self.pogingen += 1
        aantal = int(sessie.scalar(text("SELECT count(*) FROM oordeel_verzoek")) or 0)
        if self.pogingen <= self.keren:
            with self.ander.begin() as verbinding:
                verbinding.execute(text("UPDATE partij SET opmerking = opmerking || 'x' WHERE id = 1"))
        sessie.execute(text("UPDATE partij SET opmerking = opmerking || 'y' WHERE id = 1"))
        return aantal


def test_wie_een_ander_tegenkwam_probeert_het_opnieuw(server: Callable[..., Engine]) -> None:
    botser = Botser(server(**{ZONDER_SLOT: True}), server(), keren=2)
    assert in_een_keer(botser.sessies, botser) == 0
    assert botser.pogingen == 3
    with server().begin() as verbinding:
        assert verbinding.execute(text("SELECT opmerking FROM partij WHERE id = 1")).scalar() == "xxy"


def test_maar_niet_eindeloos(server: Callable[..., Engine]) -> None:
    botser = Botser(server(**{ZONDER_SLOT: True}), server(), keren=99)
    with pytest.raises(KluisInGebruik, match="op hetzelfde moment"):
        in_een_keer(botser.sessies, botser, pogingen=4)
    assert botser.pogingen == 4


def test_een_andere_fout_wordt_niet_herhaald(server: Callable[..., Engine]) -> None:
    gezien = []

    def fout(_sessie: Session) -> None:
        gezien.append(1)
        raise ValueError("iets van onszelf")

    with pytest.raises(ValueError, match="onszelf"):
        in_een_keer(sessionmaker(server()), fout)
    assert gezien == [1]


def test_na_een_geweigerd_einde_is_het_slot_los_en_schrijft_de_volgende_op_volgorde(
    server: Callable[..., Engine],
) -> None:
    """Who hears at the end that it may not, and goes away without a word, leaves nothing behind on the line."""
    een, ander = server(), server()
    verbinding = een.connect()
    verbinding.exec_driver_sql("SET CONSTRAINTS ALL DEFERRED")
    verbinding.execute(text("UPDATE agendapunt SET overleg_id = 4711 WHERE id = 3"))
    with pytest.raises(IntegrityError):
        verbinding.commit()
    with ander.begin() as erna:  # waits for whoever still has the lock
        erna.execute(text("SET LOCAL lock_timeout = '2s'"))
        assert erna.scalar(text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted")) == 1
    verbinding.close()
    with een.connect() as volgende:
        assert volgende.scalar(text("SELECT current_setting('transaction_isolation')")) == "serializable"
        assert volgende.connection.dbapi_connection.autocommit is True  # begun by our own BEGIN
