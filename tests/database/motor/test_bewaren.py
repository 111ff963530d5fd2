"""What is said to be saved is saved: a server ends a transaction that cannot be kept without calling that an error."""

from __future__ import annotations

import contextlib

import pytest
from dbserver import WERKER, Databaseserver
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from zvh_desktop.database.bestand.engine import LEZEN


@pytest.mark.parametrize("lezen", [False, True], ids=["met het slot", "zonder"])
def test_waarin_iets_werd_geweigerd_heet_niet_bewaard_ook_als_niemand_de_fout_hoorde(
    engine: Engine, *, lezen: bool
) -> None:
    bron = engine.execution_options(**{LEZEN: True}) if lezen else engine
    with (
        pytest.raises(DBAPIError, match="geen transactie"),
        bron.begin() as verbinding,
        contextlib.suppress(DBAPIError),
    ):
        verbinding.execute(text("SELECT 1 / 0"))
    with bron.begin() as verbinding:  # and the line works on
        assert verbinding.scalar(text("SELECT 1")) == 1


def test_wat_al_was_geeindigd_heet_niet_bewaard(engine: Engine) -> None:
    with pytest.raises(DBAPIError, match="geen transactie"), engine.begin() as verbinding:
        verbinding.execute(text("SELECT 1"))
        kaal = verbinding.connection.dbapi_connection
        assert kaal is not None
        kaal.execute("ROLLBACK")
    with engine.begin() as verbinding:
        assert verbinding.scalar(text("SELECT 1")) == 1


def test_wie_ondanks_een_weigering_bewaart_laat_de_lijn_en_het_slot_vrij(
    databaseserver: Databaseserver, engine: Engine
) -> None:
    with engine.connect() as verbinding:
        with contextlib.suppress(DBAPIError):
            verbinding.execute(text("SELECT 1 / 0"))
        with pytest.raises(DBAPIError, match="geen transactie"):
            verbinding.commit()
    database = str(engine.url.database)
    anders = databaseserver.motor(database, WERKER).open()
    try:
        for een in (anders, engine):
            with een.begin() as verbinding:
                assert verbinding.scalar(text("SELECT 1")) == 1
    finally:
        anders.dispose()
