"""Keys that belong to a part of the screen, made in one way everywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

OPNIEUW_TOETSEN = ("Ctrl+Y", "Ctrl+Shift+Z")
"""Doing again has two keys, by where somebody learnt it; both work everywhere."""


def sneltoets(*toetsen: str, waar: QWidget) -> QShortcut:
    """A key, or several that do the same, for as long as the keyboard is in this part or within it."""
    gemaakt = QShortcut(waar)
    gemaakt.setKeys([QKeySequence(toets) for toets in toetsen])
    gemaakt.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    return gemaakt


def venstertoets(*toetsen: str, waar: QWidget) -> QShortcut:
    """A key that works wherever in the window the keyboard is."""
    gemaakt = sneltoets(*toetsen, waar=waar)
    gemaakt.setContext(Qt.ShortcutContext.WindowShortcut)
    return gemaakt


def ongedaan_toets(waar: QWidget) -> QShortcut:
    """Takes back the last act in this part. A field in which is typed undoes its own typing first."""
    return sneltoets("Ctrl+Z", waar=waar)


def opnieuw_toets(waar: QWidget) -> QShortcut:
    """Does again what was taken back."""
    return sneltoets(*OPNIEUW_TOETSEN, waar=waar)


def vraagt_ongedaan(toets: QKeyEvent) -> bool:
    """Whether this key asks a field to take back what was typed."""
    return toets.matches(QKeySequence.StandardKey.Undo)


def vraagt_opnieuw(toets: QKeyEvent) -> bool:
    """Whether this key asks a field to do again what was taken back; either of the two keys."""
    return QKeySequence(toets.keyCombination()) in tuple(map(QKeySequence, OPNIEUW_TOETSEN))
