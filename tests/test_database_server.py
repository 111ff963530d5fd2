"""The server of the tests of a team: found, installed where that may be done, and missed in continuous integration."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import dbserver
import pytest

SCRIPTS = Path(__file__).resolve().parent.parent / "scripts"
sys.path.append(str(SCRIPTS))

import database_server  # noqa: E402  stands in scripts/
import packages  # noqa: E402

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is installed by itself")


def server_in(folder: Path) -> Path:
    folder.mkdir(parents=True)
    for name in ("initdb", "postgres"):
        (folder / name).touch()
    return folder


@pytest.fixture(autouse=True)
def nothing_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without a server."""
    monkeypatch.setattr(database_server, "DEBIAN", tmp_path / "lib")
    monkeypatch.setattr(database_server, "NO_CLUSTER", tmp_path / "etc" / "createcluster.conf")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))


def test_the_newest_that_will_do_is_taken(tmp_path: Path) -> None:
    for version in ("9", "14"):
        server_in(tmp_path / "lib" / version / "bin")
    assert database_server.programs() is None
    for version in ("15", "17"):
        server_in(tmp_path / "lib" / version / "bin")
    (tmp_path / "lib" / "18" / "bin").mkdir(parents=True)  # only the programs of a client
    assert database_server.programs() == tmp_path / "lib" / "17" / "bin"


def test_it_is_installed_where_that_may_be_done_and_makes_no_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def install(names: Sequence[str]) -> bool:
        asked.append((list(names), database_server.NO_CLUSTER.read_text(encoding="ascii")))
        server_in(tmp_path / "lib" / "15" / "bin")
        return True

    monkeypatch.setattr(packages, "may_install", lambda: True)
    monkeypatch.setattr(packages, "install", install)
    assert database_server.ensure()
    assert asked == [(["postgresql"], "create_main_cluster = false\n")]
    assert database_server.ensure()
    assert len(asked) == 1


def test_where_it_may_not_be_installed_it_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(packages, "may_install", lambda: False)
    assert not database_server.ensure()
    said = capsys.readouterr().err
    assert "overgeslagen" in said
    assert "postgresql" in said


@pytest.mark.parametrize(("in_ci", "kind"), [("true", pytest.fail.Exception), ("", pytest.skip.Exception)])
def test_without_one_it_is_said_and_in_continuous_integration_it_fails(
    monkeypatch: pytest.MonkeyPatch, in_ci: str, kind: type[BaseException]
) -> None:
    monkeypatch.setenv("CI", in_ci)
    with pytest.raises(kind, match="geen databaseserver"), dbserver.draaiende_server():
        pass
