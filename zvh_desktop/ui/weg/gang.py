"""Going to where something that is missing is filled in, from whatever said so.

What refuses knows no pages, and a page knows no other. So the request goes up from the button, part by part and window
by window, until the frame takes it; that remembers the place of now and offers the way back (``Terugstrook``).
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from zvh_desktop.errors import Weg
from zvh_desktop.ui.na_afloop import na_afloop
from zvh_desktop.ui.uiterlijk.doelen import Drukknop
from zvh_desktop.ui.uiterlijk.letters import zonder_letter

_SOORT = QEvent.Type(QEvent.registerEventType())


class WegGevraagd(QEvent):
    """Somebody wants to go there."""

    def __init__(self, weg: Weg) -> None:
        super().__init__(_SOORT)
        self.weg = weg


def kan_erheen(vanaf: QWidget | None, weg: Weg | None) -> bool:
    """Whether there is a way, and nothing in front of the window that has to be closed first."""
    return vanaf is not None and weg is not None and not isinstance(vanaf.window(), QDialog)


def ga_erheen(vanaf: QWidget, weg: Weg) -> None:
    """Ask the frame to go there, once the signal that is being delivered is over."""
    na_afloop(vanaf, partial(_vraag, vanaf, weg))


def _vraag(vanaf: QWidget, weg: Weg) -> None:
    plek: QWidget | None = vanaf
    while plek is not None:
        gebeurtenis = WegGevraagd(weg)
        gebeurtenis.ignore()
        QApplication.sendEvent(plek, gebeurtenis)
        if gebeurtenis.isAccepted():
            return
        plek = plek.parentWidget()


class Wegknop(Drukknop):
    """There only while there is somewhere to go. No letter of its own: several can be on one screen."""

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("weg_knop")
        self.setAutoDefault(False)
        self._weg: Weg | None = None
        self.zet(None)
        self.clicked.connect(self._on_gekozen)

    def zet(self, weg: Weg | None) -> None:
        """Offer this way, or none."""
        self._weg = weg if kan_erheen(self, weg) else None
        self.setText(zonder_letter(self._weg.knop) if self._weg is not None else "")
        self.setAccessibleName(self.text())
        self.setVisible(self._weg is not None)

    def _on_gekozen(self) -> None:
        if self._weg is not None:
            ga_erheen(self, self._weg)
