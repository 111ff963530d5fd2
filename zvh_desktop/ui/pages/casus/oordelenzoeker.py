"""Finds partijen among the oordelen by any part of their name; the other rows are out of sight meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from zvh_desktop.ui.pages.casus.oordelentabel import OordelenTabel
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte

_NAAR_TABEL = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class Partijzoeker(Invoerregel):
    """Enter and Down go to the first row that was found, Escape shows all rows again."""

    def __init__(self, tabel: OordelenTabel, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("oordelen_zoek")
        self.setAccessibleName("Zoek een partij in deze oordelen")
        self.setPlaceholderText("Zoek een partij")
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(tekstbreedte(self, 16))
        self.setMaximumWidth(tekstbreedte(self, 30))
        self._tabel = tabel
        self.textChanged.connect(tabel.filter)
        tabel.zoeken_getypt.connect(self._on_letter_getypt)
        tabel.alles_gevraagd.connect(self.clear)

    def keyPressEvent(self, gebeurtenis: QKeyEvent) -> None:
        if gebeurtenis.key() in _NAAR_TABEL:
            self._tabel.naar_eerste()
        elif gebeurtenis.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._tabel.setFocus()
        else:
            super().keyPressEvent(gebeurtenis)

    def _on_letter_getypt(self, letter: str) -> None:
        self.setText(letter)
        self.setFocus()
