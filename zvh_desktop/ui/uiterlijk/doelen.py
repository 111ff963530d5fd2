"""Whatever one points at is at least 24 by 24 (WCAG 2.2, 2.5.8; EN 301 549): Fusion makes most of these two smaller.

Fields, boxes and buttons of the application are of these classes and never Qt's own; a test looks at every screen.
A minimum of their own they are not given: that would let a layout make them smaller than their text.

In a dialog Enter presses the button that has the keys. Qt presses the main one in its place, so that somebody who went
to another button with Tab does what that one says.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QToolButton,
)

DOEL: Final = QSize(24, 24)
"""Device-independent pixels."""


class Invoerregel(QLineEdit):
    """A field of one line."""

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(DOEL)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(DOEL)


class Vinkvak(QCheckBox):
    """A box to tick."""

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(DOEL)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(DOEL)


class Keuzerondje(QRadioButton):
    """One of several."""

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(DOEL)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(DOEL)


def drukt_met_enter(knop: QAbstractButton, gebeurtenis: QKeyEvent) -> bool:
    """Press it when this is Enter in a dialog; whether it was. A key that is held down presses nothing."""
    if gebeurtenis.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not isinstance(knop.window(), QDialog):
        return False
    if gebeurtenis.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    gebeurtenis.accept()
    if not gebeurtenis.isAutoRepeat():
        knop.click()
    return True


class Drukknop(QPushButton):
    """A button with a clear action."""

    def keyPressEvent(self, gebeurtenis: QKeyEvent) -> None:
        if not drukt_met_enter(self, gebeurtenis):
            super().keyPressEvent(gebeurtenis)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(DOEL)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(DOEL)


class Balkknop(QToolButton):
    """A quiet button, in a bar or a line."""

    def keyPressEvent(self, gebeurtenis: QKeyEvent) -> None:
        if not drukt_met_enter(self, gebeurtenis):
            super().keyPressEvent(gebeurtenis)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(DOEL)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(DOEL)


class Dialoogknoppen(QDialogButtonBox):
    """The row of buttons under a dialog, in the order of the platform."""

    def maak(self, tekst: str, rol: QDialogButtonBox.ButtonRole) -> QPushButton:
        """Another button, as large as every other one."""
        knop = Drukknop(tekst, self)
        self.addButton(knop, rol)
        return knop
