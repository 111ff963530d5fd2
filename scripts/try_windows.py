"""Try the application in real windows: every scenario of tests/venster, on an X server of its own.

``try_windows.py naam`` runs the scenarios with that name in theirs. What the screens need is installed with apt
where that may be done, and named otherwise. An X server is a matter of Linux; elsewhere this says so and ends with 0.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

import compiled
import packages
import qt_libraries
import scratch

ROOT = Path(__file__).resolve().parent.parent
WISHED = {"gnome-keyring-daemon": "gnome-keyring"}
"""A key store of a desktop, for the whole trial. What uses it is left out where it is not, and said so."""
TOOLS = {"Xvfb": "xvfb", "openbox": "openbox", "xdotool": "xdotool", "dbus-daemon": "dbus-daemon"}


def missing() -> list[str]:
    """The Debian packages of what is not on this machine: the screen, its manager, the hand, and Qt's way to them."""
    tools = [package for tool, package in TOOLS.items() if shutil.which(tool) is None]
    return sorted({*tools, *qt_libraries.absent(qt_libraries.BASE | qt_libraries.X11)})


def ensure_screen() -> bool:
    """True when a screen can be made here."""
    wanted = missing()
    wished = [package for tool, package in WISHED.items() if shutil.which(tool) is None]
    if wished and not os.environ.get("VENSTERPROEF_KORT") and packages.may_install():
        packages.install(wished)
    if not wanted or (packages.may_install() and packages.install(wanted) and not missing()):
        return True
    print("Voor de proef in een echt venster ontbreken onderdelen op deze computer.", file=sys.stderr)
    print(packages.advice(wanted), file=sys.stderr)
    return False


def main() -> int:
    parser = argparse.ArgumentParser(description="Probeert het programma in echte vensters.")
    parser.add_argument("naam", nargs="?", default="", help="alleen de scenario's met deze naam (als pytest -k)")
    parser.add_argument("--werkers", default=os.environ.get("WERKERS", "2"), help="zoveel schermen tegelijk")
    choice, further = parser.parse_known_args()
    if sys.platform != "linux":
        print("De proef in een echt venster draait alleen op Linux; hier is niets geprobeerd.")
        return 0
    if not ensure_screen():
        return 1
    command = [sys.executable, "-m", "pytest", "-c", "tests/venster/pytest.ini", "tests/venster", "--quiet"]
    command += ["-n", choice.werkers, "--dist", "worksteal", "--durations", "5", "--durations-min", "5"]
    command += ["-k", choice.naam] if choice.naam else []
    compiled.keep()
    with scratch.in_memory():
        return subprocess.run([*command, *further], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
