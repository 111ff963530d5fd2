"""Base of the dialogs: grows with its text.

Qt does not count lines that a label breaks off when it computes the smallest size of a window; without this
a long refusal would be squeezed.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog


class Dialoog(QDialog):
    """A QDialog that is always high enough for what stands on it."""

    heropenen = True
    """Whether it comes back after a lock, with what was typed (heropening.py). Not where there is only a secret."""

    def event(self, gebeurtenis: QEvent) -> bool:
        uitkomst = super().event(gebeurtenis)
        if gebeurtenis.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.FontChange):
            self._groei()
        return uitkomst

    def _groei(self) -> None:
        indeling = self.layout()
        if indeling is None or not indeling.hasHeightForWidth():
            return
        nodig = min(indeling.totalHeightForWidth(self.width()), self.screen().availableGeometry().height())
        if nodig > self.height():
            self.resize(self.width(), nodig)
