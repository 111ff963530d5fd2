"""The stage of a scenario: a screen of its own, and a verdict over what the application said on it."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from beurten import beurt, een_per_bestand, laat_wachten, wacht_op_beurt, zeg
from filelock import FileLock
from scherm import LAPTOP, Scherm
from toneel import Toneel
from wachten import KORT

from zvh_desktop.services.oefenen.kluis import maak_oefenkluis

BEELDEN = Path(os.environ.get("VENSTERPROEF_MAP") or "build/venster-proef").resolve()
_gang = pytest.StashKey[bool]()


def pytest_configure(config: pytest.Config) -> None:
    """As the suite without a display does."""
    if KORT:
        beurt()
    config.addinivalue_line("markers", "lang(reden): not in the short form, and why")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """In the short form one trial of half of the subjects, in turns; what is asked for by name is done all the same."""
    if KORT and not config.option.keyword:
        laat_wachten(config, items, wacht_op_beurt(items, beurt()))
        laat_wachten(config, items, een_per_bestand(items, beurt()))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Which turn it was, so that it can be done again."""
    if KORT:
        terminalreporter.write_line(zeg(beurt()))


def _stil(_gedaan: int, _totaal: int, _zin: str) -> None:
    """The practice vault is made without showing how far it is."""


@pytest.fixture(scope="session")
def voorbeeldkluis(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Makes one practice vault for the whole run, when it is first asked for; every scenario takes a copy."""
    gedeeld = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        gedeeld = gedeeld.parent

    def geef() -> Path:
        kluis, klaar = gedeeld / "voorbeeld.kluis", gedeeld / "voorbeeld.klaar"
        with FileLock(gedeeld / "voorbeeld.slot"):
            if not klaar.exists():
                maak_oefenkluis(kluis, "twente", _stil)
                klaar.touch()
        return kluis

    return geef


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember whether the scenario itself came to its end."""
    verslag = yield
    if verslag.when == "call":
        item.stash[_gang] = verslag.passed
    return verslag


@pytest.fixture(autouse=True)
def gebruikersmap(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a scenario makes of a vault by itself is remembered in a folder of its own, never in the real user's.

    The vaults that scenarios begin with are one and the same: what the one did with it, the next has not seen.
    """
    monkeypatch.setenv("ZVH_GEBRUIKERSMAP", str(tmp_path_factory.mktemp("gebruiker")))


@pytest.fixture
def toneel(request: pytest.FixtureRequest, tmp_path: Path, voorbeeldkluis: Callable[[], Path]) -> Iterator[Toneel]:
    """A stage on the screen of a common laptop, or on that of ``parametrize("toneel", [...], indirect=True)``."""
    scherm = Scherm(getattr(request, "param", LAPTOP), tmp_path)
    spel = Toneel(scherm, tmp_path, voorbeeldkluis)
    try:
        scherm.open()
        yield spel
        if not request.node.stash.get(_gang, False):
            _bewaar(spel, request.node.name)
        fouten = spel.keur()
    finally:
        spel.ruim_op()
        scherm.sluit()
    if fouten:
        pytest.fail("het programma liet dit achter:\n" + "\n".join(fouten), pytrace=False)


def _bewaar(spel: Toneel, naam: str) -> None:
    """The screen at the moment that a scenario failed, where it can still be taken."""
    BEELDEN.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(AssertionError, IndexError):
        plaats = BEELDEN / f"{naam.replace('/', '_')}.png"
        shutil.move(spel.beeld("mislukt"), plaats)  # the scratch may lie on another disk, as in memory
        print(f"beeld: {plaats}")  # noqa: T201  shown with the failure
