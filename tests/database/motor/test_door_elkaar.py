"""Two to four sessions at once, step by step in any order, past the write lock: only the server keeps them apart.

Every session does what plain SQL can; each step may be refused, and then all of that session is. Whatever goes through,
in the end nobody sits at a casus without an oordeel that holds, and numbers and log go on without a gap.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from dbserver import Databaseserver
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kluis_hulp import log_iets
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, sessionmaker
from test_poort_in_database import BEGIN

from zvh_desktop.database.keten.logketen import verifieer_logketen
from zvh_desktop.database.motor.motor import motor_van
from zvh_desktop.database.motor.postgresql import ZONDER_SLOT
from zvh_desktop.errors import KluisInGebruik

PARTIJEN = (1, 2)
DAGEN = ("2026-10-01", "2026-10-20")
GRENS = "2026-10-15"
"""An oordeel for a time ends here: it holds on the first of those days and not on the second."""
# As the triggers put it, but written apart from them.
ZONDER_OORDEEL = text(
    "SELECT d.id FROM deelname d JOIN agendapunt a ON a.id = d.agendapunt_id JOIN overleg v ON v.id = a.overleg_id "
    "WHERE NOT d.vervallen AND NOT coalesce((SELECT o.uitkomst = 'rechtmatig' AND coalesce(o.geldig_tot, v.datum) "
    ">= v.datum FROM oordeel o WHERE o.casus_id = d.casus_id AND o.partij_id = d.partij_id "
    "AND o.geldig_vanaf <= v.datum ORDER BY o.id DESC LIMIT 1), false)"
)
VERKLARING = text(
    "INSERT INTO verklaring (nummer, soort, inhoud, inhoud_hash, vorige_hash, hash, handtekening, certificaat, "
    "gebruiker, tijd) VALUES (:n, 'oordeel', '{}', 'ih', 'vh', :h, 'ht', 'c', 'p', '2026')"
)
OORDEEL = text(
    "INSERT INTO oordeel (casus_id, partij_id, verklaring_nummer, uitkomst, grondslag, motivering, geldig_vanaf, "
    "geldig_tot, gegeven_door, gegeven_op) VALUES (:c, :p, :n, :u, 'g', 'm', '2026-09-01', :tot, 'p', '2026-09-01')"
)
NIEUWSTE = text("SELECT max(id) FROM oordeel WHERE casus_id = :c AND partij_id = :p AND uitkomst = 'rechtmatig'")
STOEL = text(
    "INSERT INTO deelname (agendapunt_id, casus_id, partij_id, oordeel_id, oordeel_uitkomst, gevraagde_bijdrage, "
    "aanwezigheid, afgevaardigde, vervallen, intrekking_verzonden) "
    "VALUES (:c, :c, :p, :o, 'rechtmatig', '', 'onbekend', '', false, false)"
)
CASUS = text(
    "INSERT INTO casus (id, nummer, aanmeldende_partij_id, aanpak, fase, status, procesregisseur, procesregie, "
    "geopend_op, gewijzigd_op) VALUES (:c, :nummer, 1, 'a', 'f', 'lopend', '', '', '2026-09-01', '2026-09-01')"
)


def overlegvrij(verbinding: Connection) -> None:
    for opdracht in BEGIN:
        if opdracht.startswith(("INSERT INTO profiel_versie", "INSERT INTO partij")):
            verbinding.execute(text(opdracht))


def _oordeel(verbinding: Connection, casus: int, partij: int, uitkomst: str, tot: str | None = None) -> None:
    nummer = verbinding.execute(text("SELECT coalesce(max(nummer), 0) + 1 FROM verklaring")).scalar()
    verbinding.execute(VERKLARING, {"n": nummer, "h": f"h{nummer}"})
    verbinding.execute(OORDEEL, {"c": casus, "p": partij, "n": nummer, "u": uitkomst, "tot": tot})


def geef(verbinding: Connection, casus: int, partij: int) -> None:
    _oordeel(verbinding, casus, partij, "rechtmatig")


def geef_tot(verbinding: Connection, casus: int, partij: int) -> None:
    _oordeel(verbinding, casus, partij, "rechtmatig", GRENS)


def trek_in(verbinding: Connection, casus: int, partij: int) -> None:
    _oordeel(verbinding, casus, partij, "ingetrokken")


def zet(verbinding: Connection, casus: int, partij: int) -> None:
    oordeel = verbinding.execute(NIEUWSTE, {"c": casus, "p": partij}).scalar()
    verbinding.execute(STOEL, {"c": casus, "p": partij, "o": oordeel})


def haal_weg(verbinding: Connection, casus: int, partij: int) -> None:
    vraag = text("UPDATE deelname SET vervallen = true WHERE casus_id = :c AND partij_id = :p")
    verbinding.execute(vraag, {"c": casus, "p": partij})


def zet_terug(verbinding: Connection, casus: int, partij: int) -> None:
    oordeel = verbinding.execute(NIEUWSTE, {"c": casus, "p": partij}).scalar()
    vraag = text("UPDATE deelname SET vervallen = false, oordeel_id = :o WHERE casus_id = :c AND partij_id = :p")
    verbinding.execute(vraag, {"o": oordeel, "c": casus, "p": partij})


def verzet(verbinding: Connection, casus: int, partij: int) -> None:
    vraag = text("UPDATE overleg SET datum = :dag WHERE id = :c")
    verbinding.execute(vraag, {"dag": DAGEN[partij - 1], "c": casus})


def log(verbinding: Connection, casus: int, partij: int) -> None:
    log_iets(Session(verbinding), partij)


def open_casus(verbinding: Connection, casus: int, partij: int) -> None:
    nummer = motor_van(verbinding).volgend_nummer(verbinding, 2026, 0)
    verbinding.execute(CASUS, {"c": casus * 1000 + nummer, "nummer": f"2026-{nummer:04}"})


STAPPEN = (geef, geef_tot, trek_in, zet, haal_weg, zet_terug, verzet, log, open_casus)
VAAK = (trek_in, zet_terug, zet, verzet, geef_tot)
"""What the gate is about, more often than what merely goes on beside it."""
AANTAL = int(os.environ.get("ZVH_DOOR_ELKAAR", "60"))
stap = st.tuples(st.sampled_from((*STAPPEN, *VAAK, *VAAK)), st.sampled_from(PARTIJEN))
lopen = st.lists(st.lists(stap, min_size=1, max_size=3), min_size=2, max_size=4)


@dataclass
class Lokaal:
    """One database for all of the interleavings; each has a casus and an overleg of its own in it."""

    engine: Engine
    nummers: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    gelukt: int = 0
    geweigerd: int = 0

    def begin(self) -> int:
        """Both partijen have an oordeel and a seat; that of partij 2 has lapsed."""
        casus = next(self.nummers)
        with self.engine.begin() as verbinding:
            verbinding.execute(CASUS, {"c": casus, "nummer": f"2025-{casus:04}"})
            verbinding.execute(
                text(
                    "INSERT INTO overleg (id, soort, profiel_versie_id, datum, begin, einde, plaats, voorzitter, "
                    "notulist, status, agenda_versie, verslag_status, verslag_versie, geheimhouding_gemeld) VALUES "
                    "(:c, 'tafel', 1, '2026-10-01', '09:30', '11:00', 'x', '', '', 'concept', 1, 'concept', 1, false)"
                ),
                {"c": casus},
            )
            verbinding.execute(
                text(
                    "INSERT INTO agendapunt (id, overleg_id, casus_id, volgorde, minuten, onderwerp, doel, "
                    "besluit_type, themas, beeld, oordeelsvorming, besluitvorming) "
                    "VALUES (:c, :c, :c, 0, 20, '', '', '', '', '', '', '')"
                ),
                {"c": casus},
            )
            for partij in PARTIJEN:
                geef(verbinding, casus, partij)
                zet(verbinding, casus, partij)
            haal_weg(verbinding, casus, 2)
        return casus

    def speel(self, casus: int, sessies: list[list[tuple[Callable[..., None], int]]], beurten: list[int]) -> None:
        """Each turn is one step of one session, or its commit when it has none left."""
        los = self.engine.execution_options(**{ZONDER_SLOT: True})
        open_: dict[int, tuple[Connection, list[tuple[Callable[..., None], int]]]] = {}
        for nummer, stappen in enumerate(sessies):
            verbinding = los.connect()
            # Who waits for a row of somebody who is not at turn would wait for ever here.
            verbinding.exec_driver_sql("SET LOCAL lock_timeout = '5ms'")
            verbinding.execute(text("SELECT count(*) FROM partij"))
            open_[nummer] = (verbinding, list(stappen))
        for beurt in itertools.chain(beurten, itertools.cycle(range(len(sessies)))):
            if not open_:
                return
            nummer = sorted(open_)[beurt % len(open_)]
            verbinding, over = open_[nummer]
            try:
                if over:
                    doe, partij = over.pop(0)
                    doe(verbinding, casus, partij)
                    continue
                verbinding.commit()
                self.gelukt += 1
            except (KluisInGebruik, IntegrityError):
                verbinding.rollback()
                self.geweigerd += 1
            verbinding.close()
            del open_[nummer]


@pytest.fixture
def lokaal(databaseserver: Databaseserver) -> Iterator[Lokaal]:
    naam = databaseserver.gevulde(overlegvrij)
    engine = databaseserver.motor(naam).open()
    yield Lokaal(engine)
    engine.dispose()
    databaseserver.geef_terug(naam)


def test_geen_volgorde_laat_een_partij_zitten_zonder_oordeel(lokaal: Lokaal) -> None:
    @given(sessies=lopen, beurten=st.lists(st.integers(0, 11), max_size=16))
    @settings(max_examples=AANTAL, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
    def door_elkaar(sessies: list[list[tuple[Callable[..., None], int]]], beurten: list[int]) -> None:
        casus = lokaal.begin()
        lokaal.speel(casus, sessies, beurten)
        with lokaal.engine.begin() as verbinding:
            assert verbinding.execute(ZONDER_OORDEEL).all() == []

    door_elkaar()
    with sessionmaker(lokaal.engine)() as sessie:
        assert verifieer_logketen(sessie) == ()
        nummers = sessie.execute(text("SELECT nummer FROM casus")).scalars().all()
        assert len(set(nummers)) == len(nummers)
        hoogste, aantal = sessie.execute(text("SELECT max(nummer), count(*) FROM verklaring")).one()
        assert hoogste == aantal
    # Or nothing was tried.
    assert lokaal.gelukt > 40
    assert lokaal.geweigerd > 20
