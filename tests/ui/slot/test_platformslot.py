"""The lock of the desktop is heard over a real bus: what PySide6 says of its arguments and what it takes are two."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

_PROEF = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtWidgets import QApplication, QWidget
from zvh_desktop.ui.slot.vergrendeling import Platformslot

app = QApplication([])
slot, venster = Platformslot(), QWidget()
slot.volg_venster(venster)
slot.vergrendeld.connect(lambda: app.exit(7))
bericht = QDBusMessage.createSignal("/een/pad", sys.argv[1], "ActiveChanged")
bericht.setArguments([sys.argv[2] == "aan"])
QTimer.singleShot(0, lambda: QDBusConnection.sessionBus().send(bericht))
einde = QDBusMessage.createSignal("/een/pad", "org.gnome.ScreenSaver", "ActiveChanged")
einde.setArguments([True])
if sys.argv[2] == "uit":
    slot.vergrendeld.disconnect()
    slot.vergrendeld.connect(lambda: app.exit(8))
    QTimer.singleShot(0, lambda: QDBusConnection.sessionBus().send(einde))
sys.exit(app.exec())
"""


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("dbus-run-session") is None, reason="geen bus op dit systeem"
)
@pytest.mark.parametrize(
    ("wie", "wat", "einde"),
    [
        ("org.gnome.ScreenSaver", "aan", 7),
        ("org.freedesktop.ScreenSaver", "aan", 7),
        ("org.gnome.ScreenSaver", "uit", 8),
    ],
)
def test_de_schermbeveiliging_van_het_bureaublad_wordt_gehoord(wie: str, wat: str, einde: int) -> None:
    """``uit`` by itself locks nothing: only the one that comes after it does."""
    run = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", _PROEF, wie, wat],  # noqa: S607  wherever it is
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == einde, run.stderr
