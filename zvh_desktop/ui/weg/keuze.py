"""Letting somebody choose first, from whatever was refused until that is done; then the same act goes on.

What refuses knows no dialog. So the request goes up from the widget, part by part and window by window, until the one
that has the services takes it (``Lekwacht``). Where nobody does, the refusal is shown as any other.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from zvh_desktop.errors import TeKiezen

T = TypeVar("T")
_SOORT = QEvent.Type(QEvent.registerEventType())


class KeuzeGevraagd(QEvent):
    """Something has to be chosen; ``gekozen`` says in the end whether that was done."""

    def __init__(self, fout: TeKiezen, vanaf: QWidget) -> None:
        super().__init__(_SOORT)
        self.fout, self.vanaf = fout, vanaf
        self.gekozen = False


def laat_kiezen(vanaf: QWidget, fout: TeKiezen) -> bool:
    """Ask for the choices; whether all of them were made, so that the same act may be tried again.

    Whoever locks meanwhile is asked again after the lock, by the dialog that comes back, and told nothing now.
    """
    venster = vanaf.window()
    stond_er = venster.isVisible()
    gekozen = _vraag(vanaf, fout)
    fout.weggelegd = stond_er and not (isValid(venster) and venster.isVisible())
    return gekozen and not fout.weggelegd


def _vraag(vanaf: QWidget, fout: TeKiezen) -> bool:
    plek: QWidget | None = vanaf
    while plek is not None:
        gebeurtenis = KeuzeGevraagd(fout, vanaf)
        gebeurtenis.ignore()
        QApplication.sendEvent(plek, gebeurtenis)
        if gebeurtenis.isAccepted():
            return gebeurtenis.gekozen
        plek = plek.parentWidget()
    return False


def na_keuze(vanaf: QWidget, doe: Callable[[], T]) -> T:
    """Do it, after what had to be chosen first was chosen. Raises as ``doe``; TeKiezen when it was left for later.

    A choice that settled nothing is not asked for again: then the refusal is shown.
    """
    eerder: TeKiezen | None = None
    while True:
        try:
            return doe()
        except TeKiezen as fout:
            if (eerder is not None and eerder.zelfde(fout)) or not laat_kiezen(vanaf, fout):
                raise
            eerder = fout
