"""Counts the keys that an act takes, pressed in whatever has the keyboard: the number may only go down."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot


class Toetsteller:
    """Each key that is pressed and each letter that is typed counts as one."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.aantal = 0

    def druk(
        self,
        toets: Qt.Key,
        hulptoets: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        *,
        waar: QWidget | None = None,
    ) -> None:
        """Press a key where the keyboard is, or in this window."""
        doel = waar or QApplication.focusWidget()
        assert doel is not None, "niets heeft het toetsenbord"
        self.aantal += 1
        self._qtbot.keyClick(doel, toets, hulptoets)
        QApplication.processEvents()

    def typ(self, tekst: str) -> None:
        """Type a text, letter by letter."""
        for letter in tekst:
            doel = QApplication.focusWidget()
            assert doel is not None, "niets heeft het toetsenbord"
            self.aantal += 1
            self._qtbot.keyClick(doel, letter)
            QApplication.processEvents()
