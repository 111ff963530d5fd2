"""Python's own import stands in its place, so that no source of a module is read and kept."""

from __future__ import annotations

import builtins
import subprocess
import sys

from zvh_desktop.ui.importhaak import zet_import_terug


def zeg(vraag: str) -> str:
    return subprocess.run([sys.executable, "-c", vraag], capture_output=True, text=True, check=True).stdout.strip()


def test_na_het_laden_van_alles_is_geen_broncode_bewaard() -> None:
    vraag = """
import linecache
import zvh_desktop.ui.na_aanmelden
import PySide6.QtPdf
bestanden = [naam for naam in linecache.cache if not naam.startswith("<")]
print(bestanden)
"""
    assert zeg(vraag) == "[]"


def test_een_later_deel_van_pyside_zet_de_haak_niet_weer_neer() -> None:
    vraag = """
import builtins
import zvh_desktop.ui
import PySide6.QtSvg, PySide6.QtPdf, PySide6.QtPdfWidgets, PySide6.QtDBus
from PySide6.QtWidgets import QApplication
print(builtins.__import__ is builtins.__orig_import__, builtins.__import__ is builtins.__feature_import__)
"""
    assert zeg(vraag) == "True False"


def test_wie_ook_een_eigen_import_heeft_neergezet_houdt_hem(monkeypatch) -> None:
    eigen = builtins.__import__

    def ander(*gegevens: object, **woorden: object) -> object:
        return eigen(*gegevens, **woorden)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", ander)
    zet_import_terug()
    assert builtins.__import__ is ander


def test_de_haak_maakt_plaats_voor_de_import_van_python(monkeypatch) -> None:
    eigen = builtins.__orig_import__  # type: ignore[attr-defined]
    monkeypatch.setattr(builtins, "__import__", builtins.__feature_import__)  # type: ignore[attr-defined]
    zet_import_terug()
    assert builtins.__import__ is eigen
