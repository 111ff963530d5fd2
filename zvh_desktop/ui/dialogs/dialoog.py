"""Base of the dialogs: grows with its text, and opens with the keyboard in the first field.

Qt does not count lines that a label breaks off when it computes the smallest size of a window; without this
a long refusal would be squeezed. And a row of buttons takes the keyboard when it is shown: the first letters would
be lost, and a space would press the button.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from zvh_desktop.ui.toetsenbord.tabvolgorde import velden_op_volgorde


class Dialoog(QDialog):
    """A QDialog that is always high enough for what stands on it."""

    heropenen = True
    """Whether it comes back after a lock, with what was typed (heropening.py). Not where there is only a secret."""
    _geopend = False
    _gewenst: QWidget | None = None

    def event(self, gebeurtenis: QEvent) -> bool:
        if gebeurtenis.type() is QEvent.Type.Polish:
            # the last moment before the buttons take it: what a dialog asked for itself holds
            self._gewenst = self.focusWidget()
        uitkomst = super().event(gebeurtenis)
        if gebeurtenis.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.FontChange):
            self._groei()
        if gebeurtenis.type() is QEvent.Type.Show and not self._geopend:
            self._geopend = True
            self._naar_eerste_veld()
        return uitkomst

    def _groei(self) -> None:
        indeling = self.layout()
        if indeling is None or not indeling.hasHeightForWidth():
            return
        nodig = min(indeling.totalHeightForWidth(self.width()), self.screen().availableGeometry().height())
        if nodig > self.height():
            self.resize(self.width(), nodig)

    def _naar_eerste_veld(self) -> None:
        gewenst, self._gewenst = self._gewenst, None
        veld = gewenst if gewenst is not None and in_te_vullen(gewenst, self) else eerste_veld(self)
        if veld is not None:
            veld.setFocus(Qt.FocusReason.OtherFocusReason)


def eerste_veld(dialoog: QWidget) -> QWidget | None:
    """The first field to fill in, as the eye reads; None when there are only texts and buttons."""
    return next((veld for veld in velden_op_volgorde(dialoog) if in_te_vullen(veld, dialoog)), None)


def in_te_vullen(veld: QWidget, dialoog: QWidget) -> bool:
    """Whether a key typed here fills something in: no button to press, no text that can only be read."""
    if not veld.isEnabled() or not veld.isVisibleTo(dialoog):
        return False
    if isinstance(veld, QAbstractButton):
        return veld.isCheckable()
    return not (isinstance(veld, QLineEdit | QPlainTextEdit | QTextEdit) and veld.isReadOnly())
