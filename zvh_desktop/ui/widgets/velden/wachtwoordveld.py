"""A password field: can be shown, warns for Caps Lock, never remembers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.uiterlijk.icons import Icoon, zet_icoon
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte

MEESTE_TEKENS = 1_100_000
"""More than the services take: they refuse such a password in a sentence; cutting it off would change it unseen."""


class Wachtwoordveld(Invoerregel):
    """Hides what is typed. ``hoofdletters_gemerkt`` says that Caps Lock seems to be on, or off again."""

    hoofdletters_gemerkt = Signal(bool)

    def __init__(self, naam: str, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setAccessibleName(naam)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(MEESTE_TEKENS)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
            | Qt.InputMethodHint.ImhSensitiveData
        )
        self.setMinimumWidth(tekstbreedte(self, 30))
        self.toon_actie = QAction(f"{naam} tonen", self)
        self.toon_actie.setCheckable(True)
        self.toon_actie.setToolTip(f"{naam} tonen of verbergen")
        zet_icoon(self.toon_actie, Icoon.OOG)
        self.addAction(self.toon_actie, QLineEdit.ActionPosition.TrailingPosition)
        self._verbind()

    def _verbind(self) -> None:
        self.toon_actie.toggled.connect(self._on_tonen_gekozen)

    def maak_leeg(self) -> None:
        """Forget the password and hide it again."""
        self.toon_actie.setChecked(False)
        self.clear()

    def _on_tonen_gekozen(self, tonen: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if tonen else QLineEdit.EchoMode.Password)

    def keyPressEvent(self, gebeurtenis: QKeyEvent) -> None:
        super().keyPressEvent(gebeurtenis)
        tekst = gebeurtenis.text()
        if len(tekst) == 1 and tekst.isalpha() and tekst.lower() != tekst.upper():
            verschoven = bool(gebeurtenis.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.hoofdletters_gemerkt.emit(tekst.isupper() != verschoven)

    def focusOutEvent(self, gebeurtenis: QFocusEvent) -> None:
        super().focusOutEvent(gebeurtenis)
        if gebeurtenis.type() is QEvent.Type.FocusOut:
            self.hoofdletters_gemerkt.emit(False)
