"""A long text to read, with links: the letters keep their size, also for who holds Ctrl and turns the wheel."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QTextBrowser


class Leestekst(QTextBrowser):
    """Qt would enlarge it on Ctrl and the wheel, and nothing here would put that back."""

    def wheelEvent(self, gebeurtenis: QWheelEvent) -> None:
        if gebeurtenis.modifiers() & Qt.KeyboardModifier.ControlModifier:
            gebeurtenis.ignore()
            return
        super().wheelEvent(gebeurtenis)
