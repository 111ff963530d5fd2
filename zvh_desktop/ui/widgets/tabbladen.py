"""Tabs that the wheel passes by: who scrolls over them does not end up on another one."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QTabBar, QTabWidget, QWidget


class _Tabbalk(QTabBar):
    def wheelEvent(self, gebeurtenis: QWheelEvent) -> None:
        gebeurtenis.ignore()


class Tabbladen(QTabWidget):
    """Every row of tabs of the application."""

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setTabBar(_Tabbalk(self))

    def setAccessibleName(self, naam: str) -> None:
        """The row of tabs is what takes the keyboard, so it has the name as well."""
        super().setAccessibleName(naam)
        self.tabBar().setAccessibleName(naam)
