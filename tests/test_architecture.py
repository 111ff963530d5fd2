"""The rules of the code base that no linter knows, each as a test over the source itself.

They read files and syntax trees only, so they cost little and cannot be got round by not importing a module.
"""

from __future__ import annotations

import ast
import logging
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from zvh_desktop.ui.toetsenbord.sneltoetsen import OPNIEUW_TOETSEN

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "zvh_desktop"
RESOURCES = ROOT / "resources"

HOUSE_NAMES = re.compile(
    r"twente|haaglanden|midden-limburg|delft|enschede|den haag|roermond|regionale casustafel|ronde tafel overleg",
    re.IGNORECASE,
)
RESOURCE_NAME = re.compile(r"(?:huisprofielen|icons|oefen|qss|fonts|i18n)/[\w./-]+\.\w+")

# A house may be named where a practice vault or the command line's own default chooses one of the profiles.
MAY_NAME_A_HOUSE = ("opdrachtregel/", "oefen")


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of one file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Everything in that tree; most of these rules go through all of it."""
    return tuple(ast.walk(tree(path)))


@cache
def package_files() -> tuple[Path, ...]:
    """Every module of the application."""
    return tuple(sorted(PACKAGE.rglob("*.py")))


def that_say(*words: str) -> list[Path]:
    """Those in whose text one of these words stands: what is looked for is nowhere else."""
    return [path for path in package_files() if any(word in path.read_text(encoding="utf-8") for word in words)]


def suite_files() -> list[Path]:
    """Every module of the suite."""
    return sorted((ROOT / "tests").rglob("*.py"))


def place(path: Path, node: ast.AST) -> str:
    """Where something stands, as an editor opens it."""
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}"


def prose(path: Path) -> set[int]:
    """The identity of every string that stands on its own, as docstrings do: no value that the program uses."""
    return {
        id(node.value) for node in nodes(path) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def string_values(path: Path) -> Iterator[tuple[str, ast.Constant]]:
    """Every string that the code uses, the fixed parts of f-strings included; docstrings left out."""
    skip = prose(path)
    for node in nodes(path):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skip:
            yield node.value, node


def called_name(call: ast.Call) -> str:
    """What is called, as it is written: ``qtbot.wait``, ``time.sleep``."""
    return ast.unparse(call.func)


def last_name(call: ast.Call) -> str:
    """The end of that, ``wait`` or ``sleep``: writing out every call of the suite takes longer than all else here."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


@pytest.mark.skipif(
    not (PACKAGE / "app.py").exists() or not (PACKAGE / "opdrachtregel").exists(),
    reason="the layers can only be judged when both composition roots exist",
)
def test_import_contracts_hold() -> None:
    try:
        assert lint_imports(config_filename=str(ROOT / "pyproject.toml")) == EXIT_STATUS_SUCCESS
    finally:
        # It sets up logging in a way that silences every logger there is; the tests after this one want theirs back.
        for logger in logging.Logger.manager.loggerDict.values():
            if isinstance(logger, logging.Logger):
                logger.disabled = False


IMPORTS = (ast.Import, ast.ImportFrom)


def test_no_import_stands_inside_a_function() -> None:
    found = [
        place(path, inner)
        for path in package_files()
        if any(isinstance(node, IMPORTS) and node not in tree(path).body for node in nodes(path))
        for outer in nodes(path)
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(outer)
        if isinstance(inner, IMPORTS)
    ]
    assert not found


TRANSLATORS = {"vertaal_fout", "vertaal_databasefout", "ruwe_verbinding"}
DRIVER_CALLS = {"raw_connection", "backup", "verbinder"}
"""What reaches the driver without passing the engine, whose errors are translated by its own event."""
SESSIONS = {"sessies", "lees_sessies"}
"""A session gives values too, and one that does not fit its column comes from none of the driver's calls."""


def untranslated(module: ast.AST, names: set[str], inside: bool = False) -> Iterator[ast.Call]:
    """Calls by one of these names that stand in no with statement of a translator."""
    for child in ast.iter_child_nodes(module):
        if isinstance(child, ast.With):
            calls = [item.context_expr for item in child.items if isinstance(item.context_expr, ast.Call)]
            first = bool(calls) and called_name(calls[0]).rpartition(".")[2] in TRANSLATORS
            yield from untranslated(child, names, inside or first)
            continue
        if isinstance(child, ast.Call) and isinstance(child.func, ast.Name) and child.func.id == "Handeling":
            continue  # holds a session that is entered later
        if isinstance(child, ast.Call) and last_name(child) in names and not inside:
            yield child
        yield from untranslated(child, names, inside)


def test_every_call_of_the_driver_passes_the_translator() -> None:
    importers = {
        path.relative_to(PACKAGE).as_posix()
        for path in package_files()
        for node in nodes(path)
        if isinstance(node, ast.Import) and any(name.name.startswith("sqlcipher3") for name in node.names)
    }
    assert importers == {"database/bestand/engine.py", "database/bestand/vertaling.py"}
    found = [
        place(path, call)
        for path in that_say(*DRIVER_CALLS)
        for call in untranslated(tree(path), DRIVER_CALLS)
        # the engine makes its connections inside the translator of the maker itself
        if not (path.name == "engine.py" and called_name(call) == "verbinder")
    ]
    for path in that_say(*SESSIONS):
        if not path.is_relative_to(PACKAGE / "services"):
            continue
        found += [place(path, call) for call in untranslated(tree(path), SESSIONS)]
    assert not found


def test_no_signal_is_connected_to_a_lambda() -> None:
    found = [
        place(path, node)
        for path in package_files()
        for node in nodes(path)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "connect"
        and any(isinstance(inner, ast.Lambda) for argument in node.args for inner in ast.walk(argument))
    ]
    assert not found


# Where a widget may be destroyed, looked up by name, or strung in the tab order, and in which functions: a list that
# rebuilds itself does so within a signal of its own widget, and only these know how to wait for the end of that.
WITHIN_A_SIGNAL: dict[str, dict[str, set[str]]] = {
    "deleteLater": {"na_afloop.py": {"__call__", "na_afloop", "verwijder"}},
    "findChild": {},
    "setParent": {},
    "setTabOrder": {
        "tabvolgorde.py": {"_rijg"},
        "aanmeldvorm.py": {"_bouw_knoppen"},
        "tafel_plannen.py": {"_bouw"},
        "huis.py": {"__init__"},
        "main_window.py": {"_bouw"},
        "formulier.py": {"voeg_toe"},
    },
}


@pytest.mark.parametrize("call", WITHIN_A_SIGNAL)
def test_no_widget_is_taken_away_within_its_own_signal(call: str) -> None:
    allowed = WITHIN_A_SIGNAL[call]
    found = [
        place(path, node)
        for path in that_say(call)
        for function in nodes(path)
        if isinstance(function, ast.FunctionDef) and function.name not in allowed.get(path.name, set())
        for node in ast.walk(function)
        if isinstance(node, ast.Attribute) and node.attr == call
    ]
    assert found == []


def test_keys_are_made_in_one_place() -> None:
    """So that each key says where it works, and redo has both of its keys on every page."""
    keys = {"Ctrl+Z", *OPNIEUW_TOETSEN}
    found = [
        place(path, node)
        for path in package_files()
        if path.name != "sneltoetsen.py"
        for node in nodes(path)
        if (isinstance(node, ast.Name) and node.id == "QShortcut")
        or (isinstance(node, ast.Attribute) and node.attr in {"QShortcut", "Undo", "Redo"})
        or (isinstance(node, ast.Constant) and node.value in keys)
    ]
    assert found == []


def test_work_beside_the_window_goes_through_taken_or_the_lader() -> None:
    """Those two hand every fault to the window as a GebruikersFout; a thread of one's own would let it get lost.

    The chain is verified beside the window as well: a fault there is met again by the first who asks (ADR 0029). Two
    processes at a lock listen to each other beside the window: a fault there is heard as silence (ADR 0035). What waits
    for colleagues has no end and so no outcome: a fault there is a line that fell away, and is shown so (ADR 0098). Who
    reads beside another on one line stands still in a thread; a fault there is raised by who asked (ADR 0104). A key
    store may be locked and ask for a password of its own: nobody waits for it, and a fault there offers nothing.
    """
    elsewhere = {
        "geverifieerd.py",
        "opvolger.py",
        "voorganger.py",
        "luisterdraad.py",
        "naast.py",
        "sleutelhangerstand.py",
    }
    found = [
        place(path, node)
        for path in package_files()
        if path.name not in {"taken.py", "laden.py"} | elsewhere
        for node in nodes(path)
        if isinstance(node, ast.Name | ast.Attribute)
        and (node.id if isinstance(node, ast.Name) else node.attr) in {"Thread", "QThread", "QRunnable", "QThreadPool"}
    ]
    assert found == []


WAITS = re.compile(r"\b(?:sleep|wait|qWait)\b")
"""In the text of whoever calls one of these; what is looked for is nowhere else."""


def test_no_test_waits_for_a_fixed_time() -> None:
    found = [
        place(path, node)
        for path in suite_files()
        if WAITS.search(path.read_text(encoding="utf-8"))
        for node in nodes(path)
        if isinstance(node, ast.Call)
        and last_name(node) in {"sleep", "wait", "qWait"}
        and (last_name(node) == "sleep" or called_name(node) in {"qtbot.wait", "QTest.qWait"})
    ]
    assert not found


def test_no_house_is_named_in_the_code() -> None:
    found = [
        f"{place(path, node)} {value!r}"
        for path in package_files()
        if not any(part in path.relative_to(PACKAGE).as_posix() for part in MAY_NAME_A_HOUSE)
        for value, node in string_values(path)
        if HOUSE_NAMES.search(value)
    ]
    assert not found, "what differs per house belongs in its huisprofiel"


def test_every_resource_named_in_the_code_exists() -> None:
    found = [
        f"{place(path, node)} {name}"
        for path in package_files()
        for value, node in string_values(path)
        for name in RESOURCE_NAME.findall(value)
        if not (RESOURCES / name).is_file()
    ]
    assert not found


def test_resources_hold_data_only() -> None:
    assert not [p for p in RESOURCES.rglob("*") if p.suffix in {".py", ".pyc", ".so", ".dll"}]


@pytest.mark.parametrize("name", ["utils", "common", "helpers", "misc", "core"])
def test_no_module_is_a_home_for_anything(name: str) -> None:
    assert not [p for p in PACKAGE.rglob("*") if p.stem == name]


def test_every_module_says_why_it_exists() -> None:
    assert not [str(p.relative_to(ROOT)) for p in package_files() if not ast.get_docstring(tree(p))]


def test_no_field_follows_the_wheel() -> None:
    """The wheel changes a plain Qt field that it happens to pass, so that only our own kinds may be made."""
    gewoon = ("QComboBox", "QSpinBox", "QDoubleSpinBox", "QDateEdit", "QTimeEdit", "QDateTimeEdit", "QSlider", "QDial")
    gemaakt = re.compile(rf"\b(?:{'|'.join(gewoon)})\((?!\))|class \w+\((?:{'|'.join(gewoon)})\)")
    fout = [
        f"{bestand.relative_to(PACKAGE)}: {regel.strip()}"
        for bestand in sorted((PACKAGE / "ui").rglob("*.py"))
        if bestand.name != "keuzeveld.py"
        for regel in bestand.read_text(encoding="utf-8").splitlines()
        if gemaakt.search(regel)
    ]
    assert fout == []
