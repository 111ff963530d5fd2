"""Two habits of Qt with keys in a field that is typed in, put right for every field at once.

A letter with Alt opens or presses something; when that is switched off, Qt gives the letter to the field with the
keyboard, and the field types it. And doing again has two keys, of which each system knows one for its fields: the other
went on to the page around the field, which did something again that nobody was looking at.
"""

from __future__ import annotations

import sys
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from zvh_desktop.errors import ProgrammaFout
from zvh_desktop.ui.toetsenbord.sneltoetsen import OPNIEUW_TOETSEN

_TYPT = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox, QAbstractItemView)
_VELD = (QLineEdit, QPlainTextEdit, QTextEdit)
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_OPNIEUW: Final = tuple(map(QKeySequence, OPNIEUW_TOETSEN))
_TOETS: Final = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)


class Veldtoetsen(QObject):
    """Looks at the keys of whatever has the keyboard, for as long as it has it.

    Not on the application: a filter there shows Python everything that happens to every part of every window, and
    setting the theme, building a page or reading a long list then takes up to twice as long.
    """

    def __init__(self, ouder: QObject) -> None:
        super().__init__(ouder)
        toepassing = QApplication.instance()
        if not isinstance(toepassing, QApplication):
            raise ProgrammaFout("toetsen zonder vensters")
        toepassing.focusChanged.connect(self._volg)
        self._volg(None, toepassing.focusWidget())

    def eventFilter(self, doel: QObject, gebeurtenis: QEvent) -> bool:
        if gebeurtenis.type() not in _TOETS or not isinstance(gebeurtenis, QKeyEvent):
            return False
        return _is_verdwaalde_letter(doel, gebeurtenis) or _deed_opnieuw(doel, gebeurtenis)

    def _volg(self, oud: QWidget | None, nieuw: QWidget | None) -> None:
        if oud is not None:
            oud.removeEventFilter(self)
        if isinstance(nieuw, _TYPT):
            nieuw.installEventFilter(self)


def _is_verdwaalde_letter(doel: QObject, gebeurtenis: QKeyEvent) -> bool:
    """Not on macOS, where Option is how people type an accent."""
    return (
        gebeurtenis.type() is QEvent.Type.KeyPress
        and gebeurtenis.modifiers() in (_ALT, _ALT | _SHIFT)
        and bool(gebeurtenis.text().strip())
        and isinstance(doel, _TYPT)
        and sys.platform != "darwin"
    )


def _deed_opnieuw(doel: QObject, gebeurtenis: QKeyEvent) -> bool:
    """The field does its own typing again, by either key; with nothing to do again it keeps the key all the same."""
    if not gebeurtenis.modifiers() & _CTRL or QKeySequence(gebeurtenis.keyCombination()) not in _OPNIEUW:
        return False
    if not isinstance(doel, _VELD) or doel.isReadOnly():
        return False
    if gebeurtenis.type() is QEvent.Type.KeyPress:
        doel.redo()
    gebeurtenis.accept()
    return True
