"""A second server that follows the first, and takes over; and the one name under which an office reaches either."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dbserver import BAAS, Databaseserver, draai, programma, serveraccount
from sqlalchemy import create_engine

_WACHT_S = 60


@dataclass(frozen=True)
class Servernaam:
    """A folder with the socket of one of several servers: as a name in a network that is pointed elsewhere."""

    map: Path

    def wijst_naar(self, server: Databaseserver) -> None:
        """From the next connection on."""
        naam = f".s.PGSQL.{server.poort}"
        nieuw = self.map / "nieuw"
        nieuw.symlink_to(server.map / naam)
        nieuw.replace(self.map / naam)


@contextlib.contextmanager
def reserveserver(bron: Databaseserver) -> Iterator[Databaseserver]:
    """One that has all that this one has, and receives what comes; started, and waiting to take over."""
    basis = Path(tempfile.mkdtemp(prefix="zvh-reserve-"))
    wie = serveraccount()
    try:
        if wie is not None:
            os.chown(basis, *wie)
        draai(
            *(programma("pg_basebackup"), "-D", basis / "d", "-h", bron.map, "-p", bron.poort, "-U", BAAS),
            *("-R", "-X", "stream", "-c", "fast", "--no-sync"),
        )
        server = Databaseserver(basis, bron.poort, bron.instellingen)
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(basis, ignore_errors=True)


def wacht_op_volger(bron: Databaseserver) -> None:
    """From now on nothing is confirmed here that the other has not on its disk."""
    bron.doe("ALTER SYSTEM SET synchronous_standby_names = '*'", "SELECT pg_reload_conf()")
    _wacht_tot(bron, "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'")


def neem_over(server: Databaseserver) -> None:
    """It follows nobody any more."""
    server.doe("SELECT pg_promote(true, 60)")


def _wacht_tot(server: Databaseserver, vraag: str) -> None:
    einde = time.monotonic() + _WACHT_S
    engine = create_engine(server.adres("postgres", BAAS).url(), isolation_level="AUTOCOMMIT")
    with engine.connect() as verbinding:
        while not verbinding.exec_driver_sql(vraag).scalar_one():
            assert time.monotonic() < einde, vraag
            verbinding.exec_driver_sql("SELECT pg_sleep(0.05)")
    engine.dispose()
