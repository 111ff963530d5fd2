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
        balk = _Tabbalk(self)
        balk.setObjectName("qt_tabwidget_tabbar")  # as Qt calls its own: a part of the tabs, no field of the page
        self.setTabBar(balk)

    def setAccessibleName(self, naam: str) -> None:
        super().setAccessibleName(naam)
        self.tabBar().setAccessibleName(naam)  # the row of tabs has the keyboard
