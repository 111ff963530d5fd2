"""The rest of Qt is imported in the thread of the window: beside a working window it ended the program."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import zvh_desktop
from zvh_desktop.ui.laden import QT_DELEN

_BIJ_HET_BEGIN = {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets", "PySide6.QtDBus"}
_PROEF = """
import sys
from zvh_desktop.ui.laden import QT_DELEN, Lader
gezien = []
lader = Lader(lambda: gezien.extend(naam in sys.modules for naam in QT_DELEN))
lader.begin()
lader._draad.join()
assert gezien == [True] * len(QT_DELEN), gezien
"""


def test_qt_is_er_voor_de_draad_begint() -> None:
    subprocess.run([sys.executable, "-c", _PROEF], check=True, timeout=500)


def test_elk_deel_van_qt_dat_ergens_wordt_gebruikt_staat_erbij() -> None:
    bron = Path(zvh_desktop.__file__).parent
    gebruikt = {
        naam
        for bestand in bron.rglob("*.py")
        for naam in re.findall(r"^\s*from (PySide6\.\w+) import", bestand.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert gebruikt - _BIJ_HET_BEGIN == set(QT_DELEN)
