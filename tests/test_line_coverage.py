"""Too few lines gone through is a failure, and what nothing went through is told."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "scripts" / "run_tests.py"
PACKAGE = """
def tried():
    return 1


def forgotten():
    first = 2
    return first
"""
COMPARES = f"""
import sys
from types import CodeType
sys.path.insert(0, {str(SCRIPT.parent)!r})
import count_lines
from slipcover import slipcover

def whole(code):
    yield code
    for part in code.co_consts:
        if isinstance(part, CodeType):
            yield from whole(part)

found = 0
for path in sys.argv[1:]:
    for code in whole(compile(open(path, encoding="utf-8").read(), path, "exec")):
        lines = count_lines.annotation_lines(code)
        assert lines == slipcover._get_annotation_only_lines(code), (path, code.co_qualname)
        found += len(lines)
print(found)
"""
TAKES_AWAY = f"""
import dis
import sys
sys.path.insert(0, {str(SCRIPT.parent)!r})
import count_lines
import slipcover

SOURCE = '''
def tried(much):
    number = 1
    if much:
        number = 2
    return number


def steps():
    yield 1
    yield 2
'''

counted = slipcover.Slipcover(source=[], d_miss_threshold=2**31 - 1)
probes, made = count_lines.Probes(counted), {{}}
exec(counted.instrument(compile(SOURCE, "it.py", "exec")), made)
tried, half = made["tried"], made["steps"]()

def calls():
    whole = dis.get_instructions(tried.__code__, adaptive=True)
    return [one.opname for one in whole if one.opname in ("NOP", "JUMP_FORWARD")]

assert (tried(False), next(half), calls()) == (1, 1, ["NOP"] * 4)
assert probes.take_away() == 6, "two that are defined, three of the one, one of the other"
assert calls() == ["JUMP_FORWARD", "JUMP_FORWARD", "NOP", "JUMP_FORWARD"]
assert (tried(False), probes.take_away()) == (1, 0)
assert (tried(True), next(half), probes.take_away()) == (2, 2, 2)
assert counted.get_coverage()["files"]["it.py"]["missing_lines"] == []
"""
TESTS = """
import ctypes
from pathlib import Path
from counted.it import tried

def test_it():
    flag = Path(__file__).with_name("fallen")
    if {falls} and not flag.exists():
        flag.write_text("once")
        ctypes.string_at(0)
    assert tried() == {expected}
"""


def run(folder: Path, floor: float, *arguments: str, falls: bool = False, expected: int = 1) -> tuple[int, str]:
    """The code and the output of a run over a package of four lines, of which two are gone through."""
    (folder / "counted").mkdir()
    (folder / "counted" / "__init__.py").touch()
    (folder / "counted" / "it.py").write_text(PACKAGE, encoding="utf-8")
    (folder / "test_it.py").write_text(TESTS.format(falls=falls, expected=expected), encoding="utf-8")
    (folder / "conftest.py").touch()
    ini = "[pytest]\npythonpath = .\nfilterwarnings = error\naddopts = -p xdist.plugin\n"
    (folder / "pytest.ini").write_text(ini, encoding="utf-8")
    settings = f'[tool.slipcover]\nsource = "counted"\nfail-under = {floor}\n'
    (folder / "pyproject.toml").write_text(settings, encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    environment["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # half the time went to plugins that these tests do not use
    done = subprocess.run(
        [sys.executable, str(SCRIPT), *arguments, "-n", "1", "-p", "no:cacheprovider", "test_it.py"],
        cwd=folder,
        env=environment | {"TMPDIR": str(folder)},
        capture_output=True,
        text=True,
        check=False,
        timeout=500,
    )
    return done.returncode, done.stdout + done.stderr


def test_enough_is_enough_and_what_was_forgotten_is_listed(tmp_path: Path) -> None:
    code, output = run(tmp_path, 60.0, "--dekking")
    assert code == 0, output
    assert "dekking: 60.00 % van de regels, ten minste 60 %" in output
    assert "7-8" in (tmp_path / "build" / "dekking.txt").read_text(encoding="utf-8")


def test_fewer_than_the_floor_is_a_failure(tmp_path: Path) -> None:
    code, output = run(tmp_path, 60.5, "--dekking")
    assert code == 1, output
    assert "1 passed" in output


def test_a_failed_test_stays_a_failure(tmp_path: Path) -> None:
    code, output = run(tmp_path, 10.0, "--dekking", expected=2)
    assert code == 1, output


def test_without_it_nothing_is_counted_also_inside_a_run_that_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "counts").mkdir()
    monkeypatch.setenv("ZVH_DEKKING", str(tmp_path / "counts"))
    monkeypatch.setenv("ZVH_DEKKING_BRON", str(tmp_path / "counted"))
    code, output = run(tmp_path, 100.0)
    assert (code, "dekking" in output) == (0, False), output
    assert list((tmp_path / "counts").iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a read of address 0 is an exception there")
def test_of_a_run_that_lost_a_worker_nothing_is_concluded(tmp_path: Path) -> None:
    code, output = run(tmp_path, 100.0, "--dekking", falls=True)
    assert code == 0, output
    assert "dekking: niet gemeten" in output or "er wordt niet over geoordeeld" in output


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="there SlipCover is asked itself")
def test_which_lines_are_no_more_than_an_annotation_is_what_slipcover_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """Or other lines would be counted than the floor is about."""
    monkeypatch.delenv("ZVH_DEKKING", raising=False)
    package = SCRIPT.parent.parent / "zvh_desktop"
    modules = [*(package / "database").glob("*.py"), *(package / "services" / "tafel").glob("*.py")]
    done = subprocess.run(
        [sys.executable, "-c", COMPARES, *map(str, modules)], capture_output=True, text=True, check=False, timeout=500
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 50


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="there Python itself forgets a line that was seen")
def test_a_line_that_was_seen_costs_no_call_any_more_and_another_is_still_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Also in what is halfway: a generator goes on in the code that it began in."""
    monkeypatch.delenv("ZVH_DEKKING", raising=False)
    done = subprocess.run([sys.executable, "-c", TAKES_AWAY], capture_output=True, text=True, check=False, timeout=500)
    assert done.returncode == 0, done.stderr
