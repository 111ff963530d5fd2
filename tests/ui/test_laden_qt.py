"""The rest of Qt is imported in the thread of the window: beside a working window it ended the program."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import zvh_desktop
from zvh_desktop.ui.draden.paginabron import QT_DELEN

_BIJ_HET_BEGIN = {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets", "PySide6.QtDBus"}
_PROEF = """
import sys
from PySide6.QtCore import QCoreApplication
from zvh_desktop.ui.draden.paginabron import QT_DELEN, Paginabron, Paginalader
from zvh_desktop.ui.draden.taken import Taken
qt = QCoreApplication([])
taken = Taken(None)
begin = taken.start
taken.start = lambda *wat, **anders: (print(*(naam in sys.modules for naam in QT_DELEN)), begin(*wat, **anders))
assert Paginalader(taken, qt).laad(Paginabron("this", "d"))
"""
_LADER = """
import sys, threading
from zvh_desktop import app
voor = {naam for naam in sys.modules if naam.startswith("PySide6.")}
from zvh_desktop.ui.laden import laad_rest
draad = threading.Thread(target=laad_rest)
draad.start()
draad.join()
print(*({naam for naam in sys.modules if naam.startswith("PySide6.")} - voor))
"""


def _zegt(vraag: str) -> list[str]:
    antwoord = subprocess.run([sys.executable, "-c", vraag], capture_output=True, text=True, check=True)
    return antwoord.stdout.splitlines()


def test_qt_is_er_voor_een_pagina_in_een_draad_wordt_geladen() -> None:
    assert _zegt(_PROEF)[0].split() == ["True"] * len(QT_DELEN)


def test_wat_na_het_eerste_beeld_wordt_geladen_neemt_niets_van_qt_mee() -> None:
    assert _zegt(_LADER) == [""]


def test_elk_deel_van_qt_dat_ergens_wordt_gebruikt_staat_erbij() -> None:
    bron = Path(zvh_desktop.__file__).parent
    gebruikt = {
        naam
        for bestand in bron.rglob("*.py")
        for naam in re.findall(r"^\s*from (PySide6\.\w+) import", bestand.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert gebruikt - _BIJ_HET_BEGIN == set(QT_DELEN)
