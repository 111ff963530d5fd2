"""A long page that scrolls as one: never sideways, and the wheel never changes a field that it happens to pass."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RUIM


class Rolvlak(QScrollArea):
    """Put widgets in ``inhoud``; call ``bescherm`` for what is added later."""

    def __init__(self, naam: str, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setAccessibleName(naam)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.vlak = QWidget(self)
        self.inhoud = QVBoxLayout(self.vlak)
        self.inhoud.setContentsMargins(RANDRUIMTE, RUIM, RANDRUIMTE, RANDRUIMTE)
        self.inhoud.setSpacing(RUIM)
        self.setWidget(self.vlak)

    def bescherm(self) -> None:
        """Let the wheel scroll the page instead of changing choices and dates."""
        for veld in (*self.vlak.findChildren(QComboBox), *self.vlak.findChildren(QAbstractSpinBox)):
            if veld.focusPolicy() is Qt.FocusPolicy.WheelFocus:
                veld.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            veld.removeEventFilter(self)
            veld.installEventFilter(self)

    def eventFilter(self, doel: QObject, gebeurtenis: QEvent) -> bool:
        if gebeurtenis.type() is QEvent.Type.Wheel and isinstance(doel, QComboBox | QAbstractSpinBox):
            gebeurtenis.ignore()
            return True
        return super().eventFilter(doel, gebeurtenis)
