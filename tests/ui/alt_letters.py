"""The letters that are reached with Alt on what is now on the screen, and who has them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from op_het_scherm import niet_verborgen
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QGroupBox, QLabel, QTabBar, QWidget


def letters_met_deel(venster: QWidget) -> Iterator[tuple[str, QWidget]]:
    """Each letter with Alt, and the thing on the screen that shows it; what is switched off included."""
    for letter, _tekst, deel in _gevonden(venster):
        yield letter, deel


def alt_letters(venster: QWidget) -> dict[str, list[str]]:
    """Per letter the texts on the screen that answer to it."""
    wie: dict[str, list[str]] = defaultdict(list)
    for letter, tekst, _deel in _gevonden(venster):
        wie[letter].append(tekst)
    return wie


def dubbele_letters(venster: QWidget) -> dict[str, list[str]]:
    """The letters that more than one text has."""
    return {letter: teksten for letter, teksten in alt_letters(venster).items() if len(teksten) > 1}


def _gevonden(venster: QWidget) -> Iterator[tuple[str, str, QWidget]]:
    for deel in niet_verborgen(venster):
        for tekst in _teksten(deel):
            letter = QKeySequence.mnemonic(tekst).toString() if "&" in tekst else ""
            if letter:
                yield letter, tekst, deel


def _teksten(deel: QWidget) -> list[str]:
    if isinstance(deel, QLabel):
        buddy = deel.buddy()
        return [deel.text()] if buddy is not None and buddy.isEnabled() else []
    if isinstance(deel, QAbstractButton):
        return [deel.text()]
    if isinstance(deel, QGroupBox):
        return [deel.title()]
    if isinstance(deel, QTabBar):
        return [deel.tabText(nummer) for nummer in range(deel.count())]
    return []
