"""A letter with Alt opens or presses something; when that is switched off, the letter is not typed instead.

Qt gives a letter with Alt to the field with the keyboard when no control takes it, and the field types it.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit

_TYPT = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox, QAbstractItemView)
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class AltLetters(QObject):
    """Install on the application. Not on macOS, where Option is how people type an accent."""

    def eventFilter(self, doel: QObject, gebeurtenis: QEvent) -> bool:
        return (
            gebeurtenis.type() is QEvent.Type.KeyPress
            and isinstance(gebeurtenis, QKeyEvent)
            and gebeurtenis.modifiers() in (_ALT, _ALT | _SHIFT)
            and bool(gebeurtenis.text().strip())
            and isinstance(doel, _TYPT)
            and sys.platform != "darwin"
        )
