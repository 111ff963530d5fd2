"""Who works here and in which role, at the left of the status bar."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from zvh_desktop.ui.uiterlijk.thema import tekstbreedte


class Rollabel(QLabel):
    """Gives way to what stands beside it, but not altogether."""

    def __init__(self, tekst: str, ouder: QWidget) -> None:
        super().__init__(tekst, ouder)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(tekstbreedte(ouder, 24))
