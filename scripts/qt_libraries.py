"""Find the shared libraries that Qt needs and this Linux machine does not have.

The wheels bring Qt itself but not libEGL, libxcb and their like. Whether something is missing is decided by
really loading Qt; the table below only tells which Debian package then has to be installed. Its rows were
read with ldd from the libraries and platform plugins in the wheels.

Standard library only, so that it also runs where Qt does not load. The environment's Python is an argument.
"""

from __future__ import annotations

import ctypes
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import packages

BASE = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libOpenGL.so.0": "libopengl0",
    "libGLX.so.0": "libglx0",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}

_LOAD_QT = """
import ctypes, pathlib, PySide6
from PySide6 import QtGui, QtPdf, QtPdfWidgets, QtPrintSupport, QtSvg, QtTest, QtWidgets
platforms = pathlib.Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms"
for name in {names!r}:
    ctypes.CDLL(str(platforms / f"libq{{name}}.so"))
"""


def load_qt(python: Path, plugins: tuple[str, ...]) -> str:
    """Load what the application uses of Qt and these platform plugins; the loader's complaint, or nothing."""
    run = subprocess.run(
        [str(python), "-c", _LOAD_QT.format(names=plugins)], capture_output=True, text=True, check=False
    )
    if run.returncode == 0:
        return ""
    return (run.stderr.strip().splitlines() or [f"exit {run.returncode}"])[-1]


def absent(table: Mapping[str, str]) -> list[str]:
    """The packages of the libraries in ``table`` that the loader cannot find."""
    found: set[str] = set()
    for library, package in table.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            found.add(package)
    return sorted(found)


def wanted(environment: Mapping[str, str]) -> tuple[tuple[str, ...], dict[str, str]]:
    """The platform plugins this session can use, and the libraries that belong to them."""
    plugins, table = ["offscreen"], dict(BASE)
    if environment.get("DISPLAY"):
        plugins.append("xcb")
        table |= X11
    if environment.get("WAYLAND_DISPLAY"):
        plugins.append("wayland")
        table |= WAYLAND
    return tuple(plugins), table


def ensure(python: Path) -> bool:
    """True when Qt loads; installs what is missing where that may be done, and says it otherwise."""
    if sys.platform != "linux":
        return True
    plugins, table = wanted(os.environ)
    complaint = load_qt(python, plugins)
    if not complaint:
        return True
    missing = absent(table)
    if missing and packages.may_install() and packages.install(missing):
        complaint = load_qt(python, plugins)
        if not complaint:
            return True
        missing = absent(table)
    print("Qt kan niet worden geladen: op deze computer ontbreken systeembibliotheken.", file=sys.stderr)
    if missing:
        print(packages.advice(missing), file=sys.stderr)
    else:
        library = re.search(r"[\w.+-]+\.so[\w.]*", complaint)
        print(f"De melding was: {library.group() if library else complaint}", file=sys.stderr)
    return False
