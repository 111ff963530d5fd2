"""Open the window; where there is no display, do the whole job without one, as `make demo` does.

Without a display Qt ends the process with a message that helps nobody; so a display is tried first. Who asks for a
vault of their own without a display is refused, with exit code 1: that can only be done in a window.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from itertools import count
from pathlib import Path

import prepare
import qt_libraries

NO_DISPLAY = """Er is hier geen beeldscherm, dus het venster kan niet open.
In plaats daarvan gebeurt nu het hele werk zonder venster, met verzonnen gegevens.
"""
NO_WINDOW_FOR_VAULT = """Er is hier geen beeldscherm, dus het venster kan niet open.
Een eigen kluis opent u op een computer met een beeldscherm. Wat er zonder kan, toont:  .venv/bin/zvh --help
"""
CLOSING = """
De documenten staan in {documents}
De kluis opent u op een computer met een beeldscherm:  make run ARGS="--kluis {vault}\""""


def display_answers(python: Path) -> bool:
    """True when Qt can really open the display that the environment names."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    attempt = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
    return subprocess.run([str(python), "-c", attempt], capture_output=True, check=False).returncode == 0


def free_folder(where: Path) -> Path:
    """demo, or the first of demo-2, demo-3 that is not there yet: what somebody made before is not touched."""
    names = ("demo" if number == 1 else f"demo-{number}" for number in count(1))
    return next(folder for name in names if not (folder := where / name).exists())


def without_window(python: Path, arguments: Sequence[str]) -> int:
    """The whole job, with every document written to a folder, and where that is. Exit code of the job."""
    if any(argument.startswith("--kluis") for argument in arguments):
        print(NO_WINDOW_FOR_VAULT, file=sys.stderr)
        return 1
    print(NO_DISPLAY, flush=True)
    folder = free_folder(Path.cwd())
    further = [argument for argument in arguments if argument != "--oefen"]
    command = [str(python.with_name("zvh")), "demo", "--uit", str(folder), *further]
    code = subprocess.run(command, check=False).returncode
    if code == 0:
        print(CLOSING.format(documents=folder / "documenten", vault=folder / "kluis"))
    return code


def main() -> int:
    python = prepare.VENV_PYTHON
    if not display_answers(python):
        # A display that is named but does not answer may only want the libraries of its platform.
        named = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
        if named and not qt_libraries.ensure(python):
            return 1
        if not named or not display_answers(python):
            return without_window(python, sys.argv[1:])
    return subprocess.run([str(python), "-m", "zvh_desktop", *sys.argv[1:]], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
