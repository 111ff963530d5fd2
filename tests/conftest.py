"""What holds for every test: no display, no trace of this machine's user, one time zone, and no noise.

Importing this module sets the platform before anything can import Qt.
"""

from __future__ import annotations

import faulthandler
import functools
import gc
import logging
import os
import shutil
import time
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from beurten import beurt, laat_wachten, wacht_op_beurt, zeg
from demos import Demos
from eenmaal_gemigreerd import maak_eenmaal
from hypothesis import HealthCheck, settings
from nacl.pwhash import argon2id
from oefenkluizen import Oefenkluizen
from sqlalchemy import Engine
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

from zvh_desktop.database.bestand import engine
from zvh_desktop.database.keten.geverifieerd import GeverifieerdeKeten
from zvh_desktop.database.sleutels import sleutelbestand
from zvh_desktop.ui.draden.verwijzingen import maak_onsterfelijk

if TYPE_CHECKING:
    from _typeshed import FileDescriptorLike

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "Europe/Amsterdam"
if hasattr(time, "tzset"):
    time.tzset()

# Opening a vault costs a key derivation, so examples are slow by nature; the count stays modest instead.
settings.register_profile("lokaal", deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("lokaal"), derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "lokaal")


ECHTE_PRAGMAS = engine._PRAGMAS
_ERNAAST = GeverifieerdeKeten.begin
_ZONDER_WACHTEN = ("synchronous", "OFF", 0)


_ZELDEN = (5_000, 10, 30)
"""When Python looks for garbage: seven times as seldom as it does by itself, and through all there is after a million
and a half new objects. A worker keeps millions; going through them took a tenth of all the time."""


def _wacht_niet_op_de_schijf(_bestand: FileDescriptorLike) -> None:
    """In place of os.fsync."""


def _verifieer_meteen(keten: GeverifieerdeKeten, *waarden: Any) -> None:
    """In place of GeverifieerdeKeten.begin: it begins as in the program, and here opening waits for it.

    Beside it, opening needs a second connection, which reads the whole schema anew: a tenth of an opening, and there
    are some ten thousand in a run. Of a test vault all is verified before that connection stands.
    """
    _ERNAAST(keten, *waarden)
    keten.wacht()


class _EenDialect(SQLiteDialect_pysqlite):
    """What was translated for one engine is right for another; all else, such as what listens to it, is its own."""

    supports_statement_cache = True

    def __eq__(self, ander: object) -> bool:
        return isinstance(ander, _EenDialect)

    def __hash__(self) -> int:
        return hash(_EenDialect)


def _deel_wat_vertaald_is() -> None:
    """Translate each statement to SQL once, and not once for every vault that is opened.

    SQLAlchemy keeps what it translated for each engine, and each opening has an engine of its own: one in a run of the
    program, some ten thousand in a run of the tests, all on the same driver and the same tables.
    """
    vertaald = LRUCache[Any, Any](2_000)
    maak = engine.create_engine  # type: ignore[attr-defined]

    def create_engine(*waarden: Any, **opties: Any) -> Engine:
        nieuw = maak(*waarden, **opties)
        nieuw.dialect.__class__ = _EenDialect
        nieuw.update_execution_options(compiled_cache=vertaald)
        return nieuw

    engine.create_engine = create_engine  # type: ignore[attr-defined]


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--kort``: what decides whether something lands; without it all there is."""
    parser.addoption("--kort", action="store_true", help="van wat zich herhaalt alleen wat nu aan de beurt is")


def pytest_configure(config: pytest.Config) -> None:
    """Markers that the suite may use; --strict-markers refuses every other one."""
    if config.getoption("--kort"):
        beurt()  # before there are workers: they take it from this process
    maak_onsterfelijk()
    # The real key derivation, slow on purpose: from the same password and salt it gives the same key, so for the
    # thousand copies of one vault it is worked out once.
    argon2id.kdf = functools.cache(argon2id.kdf)
    # So too what a key file says: it is read and checked three times at each opening, and the same bytes say the same.
    sleutelbestand.ontleed = functools.lru_cache(500)(sleutelbestand.ontleed)
    # Waiting for the disk itself is what takes the time of a small write, and no test takes the power away. What a
    # write does that fails, or a process that ends in it, is tried all the same (tests/aanvallen/daad_schijf.py).
    os.fsync = _wacht_niet_op_de_schijf  # type: ignore[assignment]
    engine._PRAGMAS = tuple(_ZONDER_WACHTEN if pragma[0] == "synchronous" else pragma for pragma in ECHTE_PRAGMAS)
    GeverifieerdeKeten.begin = _verifieer_meteen  # type: ignore[assignment, method-assign]
    _deel_wat_vertaald_is()
    maak_eenmaal()
    gc.set_threshold(*_ZELDEN)
    config.addinivalue_line("markers", "mag_loggen(*namen): warnings and errors of these loggers are expected here")
    config.addinivalue_line("markers", "regel(sleutel): tries this rule; docs/regels.md names the test")
    config.addinivalue_line("markers", "om_beurten(huis): in the short check only when this house has its turn")
    config.addinivalue_line("markers", "lang(reden): not in the short check, and why")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """First what takes long: begun last, it would keep one worker at it while the other has nothing left to do.

    What may take longer than the rest, says so with ``timeout``. A short run leaves out what has no turn.
    """
    if config.getoption("--kort"):
        laat_wachten(config, items, wacht_op_beurt(items, beurt()))
    items.sort(key=lambda item: item.get_closest_marker("timeout") is None)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """A short run says which turn it was, so that it can be done again."""
    if config.getoption("--kort"):
        terminalreporter.write_line(zeg(beurt()))


def pytest_collection_finish() -> None:
    """All modules and tests stay until the end: garbage is looked for among what comes after them."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish() -> None:
    """Look once for what was left behind, and then leave it: pytest would look five times, and Python again at its end.

    After some thousand tests there are millions of objects to go through each time. What goes wrong in this one
    look is still reported.
    """
    gc.collect()
    gc.freeze()


def pytest_sessionstart(session: pytest.Session) -> None:
    """A worker writes where it stood when it falls over; scripts/run_tests.py prints it."""
    folder, worker = os.environ.get("ZVH_GEVALLEN_WERKERS"), os.environ.get("PYTEST_XDIST_WORKER")
    if folder and worker:
        trace = (Path(folder) / f"{worker}-{os.getpid()}").open("w", encoding="utf-8")
        session.config.add_cleanup(trace.close)
        session.config.add_cleanup(faulthandler.disable)
        faulthandler.enable(trace)


@pytest.fixture(autouse=True)
def gebruikersmap(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A user's folder of its own for each test; the real one is never read or written."""
    folder = tmp_path_factory.mktemp("gebruiker")
    monkeypatch.setenv("ZVH_GEBRUIKERSMAP", str(folder))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def echte_pragmas(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is set on a connection outside the tests: to wait for the disk as well."""
    monkeypatch.setattr(engine, "_PRAGMAS", ECHTE_PRAGMAS)


@pytest.fixture
def verifieert_ernaast(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was signed is verified beside the work, as outside the tests."""
    monkeypatch.setattr(GeverifieerdeKeten, "begin", _ERNAAST)


@pytest.fixture(scope="session")
def gedeelde_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of this run that every worker has."""
    basis = tmp_path_factory.getbasetemp()
    return basis.parent if os.environ.get("PYTEST_XDIST_WORKER") else basis


@pytest.fixture(scope="session")
def demos(gedeelde_map: Path) -> Demos:
    """The demo of each house; what one worker has played the others take too."""
    return Demos(gedeelde_map)


@pytest.fixture(scope="session")
def oefenkluizen(gedeelde_map: Path, demos: Demos) -> Oefenkluizen:
    """Practice vaults to copy; what one worker has made the others take too."""
    return Oefenkluizen(gedeelde_map, demos)


class _Opvanger(logging.Handler):
    """Keeps every record from WARNING up."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def geen_onverwachte_logregels(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail on a warning or error in the log that the test did not announce with ``mag_loggen``.

    Records that a test looks at itself, through caplog, count as announced too.
    """
    opvanger = _Opvanger()
    wortel = logging.getLogger()
    wortel.addHandler(opvanger)
    try:
        yield
    finally:
        wortel.removeHandler(opvanger)
    mark = request.node.get_closest_marker("mag_loggen")
    namen = tuple(mark.args) if mark else ()
    if "caplog" in request.fixturenames or (mark and not namen):
        return
    onverwacht = [r for r in opvanger.records if not r.name.startswith(namen)] if namen else opvanger.records
    if onverwacht:
        regels = "\n".join(f"{r.levelname} {r.name}: {r.getMessage()}" for r in onverwacht)
        pytest.fail(f"onverwachte logregels:\n{regels}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, None, None]:
    """Put back the level of the root logger, which a test of the logging set-up may have changed."""
    niveau = logging.getLogger().level
    yield
    logging.getLogger().setLevel(niveau)
