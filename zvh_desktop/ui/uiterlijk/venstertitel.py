"""The title of every window: the name of the program first, so that in a taskbar or a list of windows it is found."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

PROGRAMMA = "Casustafel"


def zet_venstertitel(venster: QWidget, wat: str) -> None:
    """Say above this window what it is for."""
    venster.setWindowTitle(f"{PROGRAMMA} - {wat}")
