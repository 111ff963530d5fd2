"""Where the keyboard stood: which field, and where in its text. Kept over a lock, so that typing simply goes on.

Only the object name and two numbers are kept, nothing of what was typed. A field without a name of its own cannot
be found again, so every field in which one can type has one.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget

from zvh_desktop.ui.na_afloop import gaat_weg


@dataclass(frozen=True, slots=True)
class Toetsplek:
    """A field by its object name; the selection in it from ``anker`` to ``plaats``."""

    veld: str
    anker: int = 0
    plaats: int = 0


def toetsplek(binnen: QWidget) -> Toetsplek | None:
    """Where the keyboard stands within this widget; None when that cannot be said."""
    veld = binnen.focusWidget()
    if veld is None or not veld.objectName():
        return None
    if isinstance(veld, QPlainTextEdit):
        aanwijzer = veld.textCursor()
        return Toetsplek(veld.objectName(), aanwijzer.anchor(), aanwijzer.position())
    if isinstance(veld, QLineEdit):
        return Toetsplek(veld.objectName(), veld.cursorPosition(), veld.cursorPosition())
    return Toetsplek(veld.objectName())


def herstel_toetsplek(binnen: QWidget, plek: Toetsplek) -> None:
    """Put the keyboard back there, as far as it still exists.

    A button that is gone from view does not get it: what it stood for is there by now, and no key would do anything.
    """
    delen = [deel for deel in binnen.findChildren(QWidget, plek.veld) if not gaat_weg(deel)]
    veld = next((deel for deel in delen if deel.isVisibleTo(binnen)), delen[0] if delen else None)
    if veld is None or (isinstance(veld, QAbstractButton) and not veld.isVisibleTo(binnen)):
        return
    veld.setFocus()
    if isinstance(veld, QPlainTextEdit):
        einde = veld.document().characterCount() - 1
        aanwijzer = veld.textCursor()
        aanwijzer.setPosition(min(plek.anker, einde))
        aanwijzer.setPosition(min(plek.plaats, einde), QTextCursor.MoveMode.KeepAnchor)
        veld.setTextCursor(aanwijzer)
    elif isinstance(veld, QLineEdit):
        veld.setCursorPosition(plek.plaats)
