"""Reminding who did not answer: the partij that is chosen, or all of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from zvh_desktop.ui.uiterlijk.doelen import Balkknop


class Herinnerknop(Balkknop):
    """Two ways under one button."""

    def __init__(self, ouder: QWidget) -> None:
        super().__init__(ouder)
        self.setObjectName("uitnodiging_herinneren")
        self.setText("Herinner")
        self.setAccessibleName("Herinner wie niet heeft geantwoord")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        keuzes = QMenu(self)
        self.een = keuzes.addAction("De &gekozen partij…")
        self.alle = keuzes.addAction("&Alle partijen die niet hebben geantwoord…")
        self.setMenu(keuzes)
