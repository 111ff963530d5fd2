"""A database server of this run alone: a cluster in a temporary folder, reached by a socket in it and by nothing else.

Started when a test first asks for it. Where there is no server the tests say so; in continuous integration they fail.
"""

from __future__ import annotations

import contextlib
import functools
import itertools
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import pytest
from sqlalchemy import Connection, Engine, create_engine, delete, exists, literal, select, union_all

from zvh_desktop.database.motor.postgresql import PostgresMotor
from zvh_desktop.database.motor.rolrechten import GROEP_VAN, KOPIE
from zvh_desktop.database.motor.serveradres import POORT, Serveradres
from zvh_desktop.database.motor.teamschema import TOEPASSING, maak_schema, zet_reeksen
from zvh_desktop.models.alles import Base

sys.path.append(str(Path(__file__).resolve().parent.parent / "scripts"))

from database_server import programs

BAAS: Final = "baas"
EIGENAAR: Final = "zvh_eigenaar"
WERKER: Final = "werker"
"""A database account as an office has one for all of its people: a member of each role of the house, no more."""
EIGEN_ACCOUNT: Final = {f"db_{rol.value}": groep for rol, groep in GROEP_VAN.items()}
"""A database account of somebody with one role alone."""
KOPIEERDER: Final = "kopieerder"
"""Under which copies are fetched."""
HUISSLEUTEL: Final = bytes(range(32))
"""The key under which these databases are encrypted."""
_LEEG: Final = "sjabloon_leeg"
_VLUG: Final = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "autovacuum=off",
    "checkpoint_flush_after=0",
)
"""Nobody takes the power away from a test, and what is thrown away after a second needs no cleaning."""
_RUIM: Final = ("max_connections=80", "shared_buffers=64MB", "listen_addresses=", "max_pred_locks_per_transaction=256")
_WACHT_S: Final = 60


def _niets(_verbinding: Connection) -> None:
    """Nothing is put in."""


@dataclass(frozen=True)
class Teruggenomen:
    """Stands for an engine: each transaction on it is a part of one that is taken back when the test is over."""

    verbinding: Connection

    @contextlib.contextmanager
    def begin(self) -> Iterator[Connection]:
        with self.verbinding.begin_nested():
            yield self.verbinding
            # What waits for the end of a transaction is looked at here, as it would be there.
            self.verbinding.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")


@dataclass
class Databaseserver:
    """One cluster while it runs, and the databases that were made in it."""

    map: Path
    poort: int = POORT
    instellingen: tuple[str, ...] = ()
    proces: subprocess.Popen[bytes] | None = None
    _nummers: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    _vrij: list[str] = field(default_factory=list)
    _open: dict[Callable[[Connection], None], Engine] = field(default_factory=dict)

    def adres(self, database: str, account: str) -> Serveradres:
        return Serveradres(str(self.map), database, account, poort=self.poort)

    def motor(self, database: str, account: str = WERKER, grootte: int = 5) -> PostgresMotor:
        return PostgresMotor(
            self.adres(database, account),
            sleutel=HUISSLEUTEL,
            als_eigenaar=account in {BAAS, EIGENAAR},
            grootte=grootte,
        )

    def doe(self, *opdrachten: str, database: str = "postgres", account: str = BAAS) -> None:
        """Statements of who runs the server, outside any transaction."""
        engine = create_engine(self.adres(database, account).url(), isolation_level="AUTOCOMMIT")
        try:
            with engine.connect() as verbinding:
                for opdracht in opdrachten:
                    verbinding.exec_driver_sql(opdracht)
        finally:
            engine.dispose()

    @functools.cached_property
    def versie(self) -> int:
        """As the server says it: 150004 is 15.4."""
        engine = create_engine(self.adres("postgres", BAAS).url())
        try:
            with engine.connect() as verbinding:
                return int(verbinding.exec_driver_sql("SHOW server_version_num").scalar_one())
        finally:
            engine.dispose()

    def begin(self) -> None:
        """The roles, and a database with an empty schema to copy from."""
        self.doe(
            f"CREATE ROLE {EIGENAAR} LOGIN NOSUPERUSER",
            f"CREATE ROLE {TOEPASSING} NOLOGIN",
            *(f"CREATE ROLE {groep} NOLOGIN IN ROLE {TOEPASSING}" for groep in GROEP_VAN.values()),
            f"CREATE ROLE {KOPIE} NOLOGIN",
            f"CREATE ROLE {WERKER} LOGIN NOSUPERUSER IN ROLE {', '.join(GROEP_VAN.values())}",
            *(f"CREATE ROLE {account} LOGIN NOSUPERUSER IN ROLE {groep}" for account, groep in EIGEN_ACCOUNT.items()),
            f"CREATE ROLE {KOPIEERDER} LOGIN NOSUPERUSER IN ROLE {KOPIE}",
        )
        self.maak_database(_LEEG, "template0")
        engine = self.motor(_LEEG, EIGENAAR).open()
        with engine.execution_options(zvh_zonder_slot=True).begin() as verbinding:
            maak_schema(verbinding)
        engine.dispose()

    def start(self) -> None:
        """Until it takes connections; also after it fell over, and then it puts itself right first."""
        programma = _eis_programmas() / "postgres"
        self.proces = _start(programma, self.map / "d", self.map, (*self.instellingen, f"port={self.poort}"))
        _wacht_tot(self.map, self.proces)

    def stop(self) -> None:
        """At once: nobody needs what stands in it any more, so it writes nothing of that."""
        if self.proces is None:
            return
        self.proces.send_signal(signal.SIGQUIT)
        try:
            self.proces.wait(_WACHT_S)
        except subprocess.TimeoutExpired:
            self.proces.kill()
            self.proces.wait()

    def val_om(self) -> None:
        """Everything of it is gone from one moment to the next, as when the power goes."""
        if self.proces is not None:
            kinderen = kinderen_van(self.proces.pid)
            self.proces.kill()
            for kind in kinderen:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(kind, signal.SIGKILL)
            self.proces.wait()

    def maak_database(self, naam: str, sjabloon: str) -> None:
        soort = "ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'" if sjabloon == "template0" else "STRATEGY file_copy"
        self.doe(
            f"CREATE DATABASE {naam} OWNER {EIGENAAR} TEMPLATE {sjabloon} {soort}",
            f"REVOKE ALL ON DATABASE {naam} FROM PUBLIC",
            f"GRANT CONNECT ON DATABASE {naam} TO {TOEPASSING}, {KOPIE}",
        )

    def zonder_schema(self, naam: str) -> str:
        """A database as who runs a server makes one: nothing stands in it."""
        self.maak_database(naam, "template0")
        return naam

    def lege(self) -> str:
        """The name of a database with the schema and nothing in it."""
        return self.gevulde(_niets)

    def gevulde(self, vul: Callable[[Connection], None]) -> str:
        """The name of a database with what this function puts in, as the application does.

        A database is some nine hundred files: one that was given back is emptied rather than made anew.
        """
        if self._vrij:
            naam = self._vrij.pop()
            self._maak_leeg(naam)
        else:
            naam = self._kopie(_LEEG)
        engine = self.motor(naam).open()
        with engine.begin() as verbinding:
            vul(verbinding)
        engine.dispose()
        return naam

    def geef_terug(self, naam: str) -> None:
        """Rows may have been changed in it, and nothing of its schema."""
        self._vrij.append(naam)

    def _maak_leeg(self, naam: str) -> None:
        """As nobody but who runs the server can: with every trigger and reference off on this connection."""
        engine = create_engine(self.adres(naam, BAAS).url())
        tabellen = Base.metadata.sorted_tables
        with engine.begin() as verbinding:
            doe = verbinding.exec_driver_sql
            doe("SET session_replication_role = replica")
            doe("SET search_path = zvh")
            vol = union_all(*(select(literal(een.name)).where(exists(select(1).select_from(een))) for een in tabellen))
            for tabel in verbinding.execute(vol).scalars().all():
                verbinding.execute(delete(Base.metadata.tables[tabel]))
            doe("DELETE FROM teambestand")
            doe("DELETE FROM databaseaccount")
            reeksen = "SELECT relname FROM pg_class WHERE relkind = 'S' AND relname LIKE 'casusnummer\\_%%'"
            for reeks in doe(reeksen).scalars().all():
                doe(f"DROP SEQUENCE zvh.{reeks}")
            zet_reeksen(verbinding)
        engine.dispose()

    def weg(self, naam: str) -> None:
        self.doe(f"DROP DATABASE IF EXISTS {naam} WITH (FORCE)")

    @contextlib.contextmanager
    def database(self, vul: Callable[[Connection], None]) -> Iterator[Any]:
        """One with what this function puts in; whatever is done in it is taken back afterwards."""
        if vul not in self._open:
            self._open[vul] = self.motor(self.gevulde(vul)).open()
        with self._open[vul].connect() as verbinding, verbinding.begin() as alles:
            yield Teruggenomen(verbinding)
            alles.rollback()

    def sluit(self) -> None:
        for engine in self._open.values():
            engine.dispose()

    def _kopie(self, sjabloon: str) -> str:
        naam = f"proef_{next(self._nummers)}"
        self.maak_database(naam, sjabloon)
        return naam


@contextlib.contextmanager
def draaiende_server(
    bereid_voor: Callable[[Path], None] = lambda _basis: None, *instellingen: str, netwerkpoort: int = POORT
) -> Iterator[Databaseserver]:
    """Make and start a cluster, and take all of it away again.

    ``bereid_voor`` gets its folder before the start; what it puts there becomes the server's.
    """
    programmas = _eis_programmas()
    # Under the folder of pytest another account may not come, and the path of a socket must be short.
    basis = Path(tempfile.mkdtemp(prefix="zvh-server-"))
    wie = serveraccount()
    try:
        if wie is not None:
            os.chown(basis, *wie)
        gegevens = basis / "d"
        draai(programmas / "initdb", "-D", gegevens, "-U", BAAS, "--auth=trust", "-E", "UTF8", "--locale=C", "-N")
        bereid_voor(basis)
        if wie is not None:
            for pad in basis.iterdir():
                os.chown(pad, *wie)
        server = Databaseserver(basis, netwerkpoort, instellingen)
        try:
            server.start()
            server.begin()
            yield server
            server.sluit()
        finally:
            server.stop()
    finally:
        shutil.rmtree(basis, ignore_errors=True)


def kinderen_van(pid: int) -> list[int]:
    """The processes that this one started, on Linux: a server has one for each connection."""
    kinderen = []
    for map_ in Path("/proc").iterdir():
        if map_.name.isdigit():
            with contextlib.suppress(OSError):
                # Behind the name, which may hold anything, stand the state and the number of the parent.
                velden = (map_ / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
                kinderen += [int(map_.name)] if int(velden[1]) == pid else []
    return kinderen


def programma(naam: str) -> str:
    """Where one of the programs is that come with the server, such as pg_dump."""
    return str(_eis_programmas() / naam)


def _eis_programmas() -> Path:
    programmas = programs()
    if programmas is not None:
        return programmas
    reden = "er is op deze computer geen databaseserver (PostgreSQL 15 of nieuwer)"
    if os.environ.get("CI"):
        pytest.fail(reden)
    pytest.skip(reden)


@functools.cache
def serveraccount() -> tuple[int, int] | None:
    """As whom a server runs: it refuses to run as root."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return None
    import pwd

    for naam in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            wie = pwd.getpwnam(naam)
            return wie.pw_uid, wie.pw_gid
    pytest.skip("er is geen account zonder rechten om de databaseserver onder te draaien")


def _als() -> dict[str, Any]:
    wie = serveraccount()
    return {} if wie is None else {"user": wie[0], "group": wie[1], "extra_groups": []}


def draai(*opdracht: object) -> None:
    omgeving = {**os.environ, "LC_ALL": "C"}
    klaar = subprocess.run(
        [str(deel) for deel in opdracht], env=omgeving, cwd="/", capture_output=True, text=True, check=False, **_als()
    )
    assert klaar.returncode == 0, klaar.stderr


def _start(programma: Path, gegevens: Path, basis: Path, instellingen: tuple[str, ...]) -> subprocess.Popen[bytes]:
    opdracht = [str(programma), "-D", str(gegevens), "-k", str(basis)]
    for instelling in (*_VLUG, *_RUIM, *instellingen):
        opdracht += ["-c", instelling]
    with (basis / "server.log").open("wb") as logboek:
        return subprocess.Popen(
            opdracht, env={**os.environ, "LC_ALL": "C"}, cwd="/", stdout=logboek, stderr=subprocess.STDOUT, **_als()
        )


def _wacht_tot(basis: Path, proces: subprocess.Popen[bytes]) -> None:
    """Until it says, in the last line of the file with its number, that it takes connections."""
    einde = time.monotonic() + _WACHT_S
    pidbestand = basis / "d" / "postmaster.pid"
    while time.monotonic() < einde:
        with contextlib.suppress(FileNotFoundError):
            if pidbestand.read_text(encoding="ascii").rstrip().endswith("ready"):
                return
        if proces.poll() is not None:
            break
        with contextlib.suppress(subprocess.TimeoutExpired):
            proces.wait(0.02)
    pytest.fail((basis / "server.log").read_text(encoding="utf-8", errors="replace")[-2000:])
