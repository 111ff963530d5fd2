"""Open the window, or say why that cannot be done here.

Without a display Qt ends the process with a message that helps nobody; so a display is tried first.
Exit code 1 without one: no window was opened, and a script that calls this has to know.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import prepare
import qt_libraries

NO_DISPLAY = """Er is hier geen beeldscherm, dus het venster kan niet open.
Zonder scherm doet dit het hele werk met oefengegevens en schrijft het de documenten:

    .venv/bin/zvh demo --uit demo --huis twente        (of: make demo)
"""


def display_answers(python: Path) -> bool:
    """True when Qt can really open the display that the environment names."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    attempt = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
    return subprocess.run([str(python), "-c", attempt], capture_output=True, check=False).returncode == 0


def main() -> int:
    python = prepare.VENV_PYTHON
    if not display_answers(python):
        # A display that is named but does not answer may only want the libraries of its platform.
        named = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
        if named and not qt_libraries.ensure(python):
            return 1
        if not named or not display_answers(python):
            print(NO_DISPLAY, file=sys.stderr)
            return 1
    return subprocess.run([str(python), "-m", "zvh_desktop", *sys.argv[1:]], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
