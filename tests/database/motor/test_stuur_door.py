"""Rows that are sent and not waited for: what is refused of them is heard in time, and never saved (ADR 0107)."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
import pytest
from dbserver import HUISSLEUTEL, WERKER, Databaseserver
from lijnteller import Lijn, getelde_lijn
from sqlalchemy import Connection, Engine, event, func, insert, select, text
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.doorsturen import stuur_door
from zvh_desktop.database.bestand.engine import LEZEN
from zvh_desktop.database.keten.logketen import LOGKOP, logkop, schrijf_logregel
from zvh_desktop.database.motor import serverdialect
from zvh_desktop.database.motor.motor import lees_naast, motor_van
from zvh_desktop.database.motor.postgresql import PostgresMotor
from zvh_desktop.errors import LijnWeg, Uitgeleend
from zvh_desktop.models.keten.logregel import Logregel

WEIGERT = "een logregel wordt nooit vervangen"


@pytest.fixture
def over_lijn(databaseserver: Databaseserver) -> Iterator[tuple[Lijn, Engine]]:
    """An empty database over a line that counts how often is waited."""
    naam = databaseserver.lege()
    # the name of a socket may have some hundred signs at most
    with (
        tempfile.TemporaryDirectory() as kort,
        getelde_lijn(databaseserver.map, Path(kort), databaseserver.poort) as lijn,
    ):
        adres = replace(databaseserver.adres(naam, WERKER), server=kort)
        gemaakt = PostgresMotor(adres, sleutel=HUISSLEUTEL).open()
        yield lijn, gemaakt
        gemaakt.dispose()
    databaseserver.geef_terug(naam)


def regel(sessie: Session, wat: str = "proef") -> None:
    schrijf_logregel(
        sessie,
        tijd=datetime(2026, 11, 1, 12, tzinfo=UTC),
        gebruiker="voorbeeld",
        rol="medewerker",
        handeling=wat,
        object_soort="casus",
        object_id="1",
        resultaat="gelukt",
        herkomst="proef",
    )


def zonder_hash() -> list[Any]:
    """Of a line all but what a server cannot read."""
    return [kolom for kolom in Logregel.__table__.c if kolom.name != "hash"]


def nog_eens(verbinding: Connection) -> None:
    """The first line once more: refused, since there is one with that number."""
    eerste = verbinding.execute(select(*zonder_hash()).order_by(Logregel.nummer).limit(1)).mappings().one()
    with stuur_door(verbinding):
        verbinding.execute(insert(Logregel), {**eerste, "hash": "0" * 64})


def aantal(engine: Engine) -> int:
    with engine.execution_options(**{LEZEN: True}).connect() as verbinding:
        return int(verbinding.execute(select(func.count()).select_from(Logregel)).scalar_one())


def met_een_regel(engine: Engine) -> None:
    with Session(engine) as sessie, sessie.begin():
        regel(sessie)


def test_wat_is_gestuurd_staat_er_na_het_bewaren(engine: Engine) -> None:
    with Session(engine) as sessie, sessie.begin(), stuur_door(sessie.connection()):
        for nummer in range(20):
            regel(sessie, f"proef {nummer}")
    assert aantal(engine) == 20


def test_wat_wordt_toegevoegd_en_bewaard_wacht_samen_een_keer(over_lijn: tuple[Lijn, Engine]) -> None:
    lijn, engine = over_lijn
    met_een_regel(engine)
    with Session(engine) as sessie:
        sessie.begin()
        logkop(sessie)  # begun, and what goes before it read
        sessie.info[LOGKOP] = logkop(sessie)
        eerst = lijn.reizen
        with stuur_door(sessie.connection()):
            for nummer in range(5):
                regel(sessie, f"proef {nummer}")
        sessie.commit()
        assert lijn.reizen - eerst <= 2
    assert aantal(engine) == 6


@pytest.mark.parametrize(
    "hoort",
    [
        lambda verbinding: verbinding.scalar(text("SELECT 1")),
        lambda verbinding: lees_naast(verbinding, [partial(verbinding.scalar, text("SELECT 1"))] * 3),
        lambda verbinding: motor_van(verbinding).vraag_samen(verbinding, [text("SELECT 1"), text("SELECT 2")]),
        lambda verbinding: list(verbinding.execution_options(yield_per=2).execute(select(Logregel.nummer))),
        lambda verbinding: verbinding.execute(text("UPDATE logregel SET nummer = nummer WHERE false")),
        lambda verbinding: verbinding.begin_nested(),
        lambda verbinding: verbinding.execute(insert(Logregel), [{"nummer": 7}, {"nummer": 8}]),
        lambda verbinding: verbinding.commit(),
    ],
    ids=["een vraag", "naast elkaar", "samen", "bij stukjes", "wijzigen", "savepoint", "meer rijen", "bewaren"],
)
def test_wat_wordt_geweigerd_hoort_wie_daarna_iets_vraagt(
    engine: Engine, hoort: Callable[[Connection], object]
) -> None:
    met_een_regel(engine)
    with engine.connect() as verbinding:
        nog_eens(verbinding)
        with pytest.raises((DBAPIError, psycopg.Error), match=WEIGERT):
            hoort(verbinding)
        verbinding.rollback()
        assert verbinding.scalar(text("SELECT 1")) == 1  # and the line works on
    assert aantal(engine) == 1
    met_een_regel(engine)  # who writes next gets the lock
    assert aantal(engine) == 2


def test_na_een_weigering_wordt_niets_van_de_rest_bewaard(engine: Engine) -> None:
    met_een_regel(engine)
    with pytest.raises(DBAPIError, match=WEIGERT), Session(engine) as sessie, sessie.begin():
        regel(sessie, "hiervoor")
        nog_eens(sessie.connection())
        with stuur_door(sessie.connection()):
            sessie.info[LOGKOP] = logkop(sessie)
            regel(sessie, "hierna")
    assert aantal(engine) == 1


def test_wat_niet_wordt_bewaard_is_weg_ook_waar_niemand_het_hoorde(engine: Engine) -> None:
    met_een_regel(engine)
    with Session(engine) as sessie:
        regel(sessie, "goed")
        nog_eens(sessie.connection())
        sessie.rollback()
    with engine.connect() as verbinding:
        nog_eens(verbinding)  # given back as it is
    assert aantal(engine) == 1
    met_een_regel(engine)
    assert aantal(engine) == 2


def test_wat_achter_een_savepoint_gaat_is_alleen_daar_terug(engine: Engine) -> None:
    met_een_regel(engine)
    with Session(engine) as sessie, sessie.begin():
        with stuur_door(sessie.connection()):
            regel(sessie, "blijft")
        with pytest.raises(DBAPIError, match=WEIGERT), sessie.begin_nested():
            nog_eens(sessie.connection())
        regel(sessie, "ook")
    assert aantal(engine) == 3


def test_buiten_wat_doorgaat_wordt_meteen_gehoord(engine: Engine) -> None:
    met_een_regel(engine)
    with engine.connect() as verbinding:
        with stuur_door(verbinding):
            pass
        with pytest.raises(DBAPIError, match=WEIGERT):
            verbinding.execute(text("INSERT INTO logregel SELECT * FROM logregel"))


def test_een_eigen_reden_in_een_savepoint_gaat_voor_wat_er_was_geweigerd(engine: Engine) -> None:
    met_een_regel(engine)
    with Session(engine) as sessie, sessie.begin():
        with pytest.raises(LookupError, match="eigen reden"), sessie.begin_nested():
            nog_eens(sessie.connection())
            raise LookupError("eigen reden")
        regel(sessie, "daarna")
    assert aantal(engine) == 2


def test_ook_een_weigering_in_een_zin_van_ons_wordt_alleen_in_het_savepoint_teruggenomen(engine: Engine) -> None:
    def in_een_zin(context: ExceptionContext) -> BaseException | None:
        return Uitgeleend(3) if WEIGERT in str(context.original_exception) else None

    met_een_regel(engine)
    event.listen(engine, "handle_error", in_een_zin)
    with Session(engine) as sessie, sessie.begin():
        with pytest.raises(Uitgeleend), sessie.begin_nested():
            nog_eens(sessie.connection())
        regel(sessie, "daarna")
    assert aantal(engine) == 2


def test_een_weigering_die_iemand_inslikt_heet_daarna_geen_lijn_die_wegviel(engine: Engine) -> None:
    met_een_regel(engine)
    with pytest.raises(DBAPIError, match="geen transactie"), engine.begin() as verbinding:
        eerste = verbinding.execute(select(*zonder_hash()).limit(1)).mappings().one()
        with stuur_door(verbinding), contextlib.suppress(DBAPIError):
            for nummer in range(200):  # until it is heard as the next goes out
                verbinding.execute(insert(Logregel), {**eerste, "hash": f"{nummer:064}"})
    assert aantal(engine) == 1
    met_een_regel(engine)
    assert aantal(engine) == 2


def test_van_lijnen_die_wegvielen_blijft_niets_achter(databaseserver: Databaseserver, engine: Engine) -> None:
    met_een_regel(engine)
    for _ in range(3):
        with pytest.raises(LijnWeg), Session(engine) as sessie, sessie.begin():
            kop = logkop(sessie)
            databaseserver.doe(f"SELECT pg_terminate_backend({sessie.scalar(text('SELECT pg_backend_pid()'))})")
            with stuur_door(sessie.connection()):
                sessie.info[LOGKOP] = kop
                for nummer in range(200):
                    regel(sessie, f"proef {nummer}")
            logkop(sessie)
    dialect: Any = engine.dialect
    assert not [*dialect._onderweg, *dialect._pijplijnen]
    met_een_regel(engine)
    assert aantal(engine) == 2


def test_wat_als_bewaard_is_beantwoord_heet_bewaard_ook_als_het_slot_niet_loslaat(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Session(engine) as sessie:
        sessie.begin()
        with stuur_door(sessie.connection()):
            regel(sessie)
        with monkeypatch.context() as anders:
            anders.setattr(serverdialect, "_SLOT", "1 / 0")
            sessie.commit()
    assert aantal(engine) == 1
    met_een_regel(engine)  # the lock went with the line
    assert aantal(engine) == 2
