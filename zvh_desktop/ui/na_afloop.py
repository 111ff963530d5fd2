"""What may only be done once the signal that is being delivered is over: taking widgets away, above all.

A list that rebuilds itself does so in answer to one of its own boxes or buttons. Qt is then still inside the click of
that very widget, and goes on using it afterwards. Whoever destroys it there, gives the keyboard to a box that is
about to go, or strings such a box into the tab order, leaves Qt with pointers to freed memory: the program ends some
clicks later, with a message that names nothing. So nothing in the window is destroyed but through ``verwijder``.

The turn of the event loop is marked by an object that asks Qt to delete itself: Qt does that only in the loop in which
it was asked, so a dialog that is opened in the meantime does not bring it forward. A timer would go off inside it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLayout, QWidget

_GAAT_WEG = "gaat_weg"


class _Afloop(QObject):
    """Does its work at the moment that Qt deletes it; never, when the object it belongs to is gone before that."""

    def __init__(self, bij: QObject, werk: Callable[[], object]) -> None:
        super().__init__(bij)
        self._werk = werk

    def event(self, gebeurtenis: QEvent) -> bool:
        if gebeurtenis.type() is QEvent.Type.DeferredDelete:
            self._werk()
        return super().event(gebeurtenis)


class _Verwijdering:
    """Hides first: Qt then passes the keyboard on, which it does not when a widget with the focus is destroyed."""

    def __init__(self, deel: QWidget) -> None:
        self._deel = deel

    def __call__(self) -> None:
        self._deel.hide()
        self._deel.deleteLater()


def na_afloop(bij: QObject, werk: Callable[[], object]) -> None:
    """Do this once the signal that is being delivered is over, if ``bij`` is still there then."""
    _Afloop(bij, werk).deleteLater()


def verwijder(deel: QObject) -> None:
    """Take this away for good; from now on it is in no layout, and ``gaat_weg`` says that it is going."""
    if not isinstance(deel, QWidget) or deel.isWindow():
        deel.deleteLater()
        return
    deel.setProperty(_GAAT_WEG, True)
    ouder = deel.parentWidget()
    indeling = ouder.layout() if ouder is not None else None
    if indeling is not None:
        _neem_uit(indeling, deel)
    if deel.isVisible():
        na_afloop(deel, _Verwijdering(deel))
    else:
        deel.deleteLater()


def _neem_uit(indeling: QLayout, deel: QWidget) -> None:
    """Also out of a layout within this one, which Qt itself does not look into."""
    indeling.removeWidget(deel)
    for plaats in range(indeling.count()):
        onder = indeling.itemAt(plaats)
        binnen = onder.layout() if onder is not None else None
        if binnen is not None:
            _neem_uit(binnen, deel)


def gaat_weg(deel: QWidget) -> bool:
    """Whether this, or something around it, is on its way out: nobody gives it the keyboard or a place any more."""
    plek: QWidget | None = deel
    while plek is not None:
        if plek.property(_GAAT_WEG):
            return True
        plek = plek.parentWidget()
    return False
