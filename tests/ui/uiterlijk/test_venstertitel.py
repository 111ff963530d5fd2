"""The name of the program stands first in the title of every window, whatever made it."""

from __future__ import annotations

import ast
from pathlib import Path

from PySide6.QtWidgets import QWidget

import zvh_desktop
from zvh_desktop.ui.uiterlijk.venstertitel import PROGRAMMA, zet_venstertitel

ZELF = {
    "main_window.py": "the title of the session, with OEFENING and KOFFER",
    "veldstand.py": "emptied at the lock",
    "venstertitel.py": "the one place",
}


def test_de_naam_van_het_programma_staat_voorop(qapp: object) -> None:
    venster = QWidget()
    zet_venstertitel(venster, "Notulen GGD Twente")
    assert venster.windowTitle() == "Casustafel - Notulen GGD Twente"


def test_wie_een_titel_geeft_noemt_het_programma_niet_ook() -> None:
    """Or it stands there twice, as it did above the letters."""
    dubbel = {
        f"{bestand.name}: {deel.value}"
        for bestand in (Path(zvh_desktop.__file__).parent / "ui").rglob("*.py")
        for deel in ast.walk(ast.parse(bestand.read_text(encoding="utf-8")))
        if isinstance(deel, ast.Constant) and isinstance(deel.value, str) and deel.value.startswith(f"{PROGRAMMA} - ")
    }
    assert dubbel == set()


def test_niemand_geeft_een_venster_zelf_een_titel() -> None:
    zelf = {
        bestand.name
        for bestand in Path(zvh_desktop.__file__).parent.rglob("*.py")
        if "setWindowTitle" in (bron := bestand.read_text(encoding="utf-8"))
        for deel in ast.walk(ast.parse(bron))
        if isinstance(deel, ast.Attribute) and deel.attr == "setWindowTitle"
    }
    assert zelf == set(ZELF)
