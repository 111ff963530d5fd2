"""How large a window may be: what the screen has left, without task bar and without the frame around the window."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

TITELBALK: Final = 24
"""Device-independent pixels of the bar above a window that is not shown yet, as Fusion has it. To ask the style for it
makes the class of styles with all its names: 6 ms before the first window."""


def ruimte_op_scherm(venster: QWidget) -> QSize:
    """The largest size for this window, without its frame, on the screen where it stands."""
    ruimte = venster.screen().availableGeometry().size()
    if venster.isVisible():
        return ruimte - (venster.frameGeometry().size() - venster.size())
    return ruimte - QSize(0, TITELBALK)  # the frame comes with showing


def zet_midden(venster: QWidget, midden: QPoint) -> None:
    """The middle of a window that is not shown yet at this point, as far as the screen there has room for it."""
    venster.adjustSize()
    scherm = QGuiApplication.screenAt(midden) or venster.screen()
    ruimte = scherm.availableGeometry()
    plek = midden - QPoint(venster.width() // 2, venster.height() // 2)
    laatste = ruimte.bottomRight() - QPoint(venster.width(), venster.height())
    venster.move(
        max(ruimte.left(), min(plek.x(), laatste.x())),
        max(ruimte.top(), min(plek.y(), laatste.y())),
    )


def zet_maat(venster: QWidget, breed: int, hoog: int) -> None:
    """This size, or as much of it as the screen has room for."""
    venster.resize(QSize(breed, hoog).boundedTo(ruimte_op_scherm(venster)))
