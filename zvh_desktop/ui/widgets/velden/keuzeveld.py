"""Pick list and number field that the wheel passes by: it scrolls the page and never changes a field.

Also not the field with the keyboard in it: who scrolls on after choosing something would change it without seeing that.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget


class Keuzeveld(QComboBox):
    """Every pick list of the application."""

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, gebeurtenis: QWheelEvent) -> None:
        gebeurtenis.ignore()


class Getalveld(QSpinBox):
    """Every field with a number."""

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, gebeurtenis: QWheelEvent) -> None:
        gebeurtenis.ignore()
