"""How large a window may be: what the screen has left, without task bar and without the frame around the window."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStyle, QWidget


def ruimte_op_scherm(venster: QWidget) -> QSize:
    """The largest size for this window, without its frame, on the screen where it stands."""
    ruimte = venster.screen().availableGeometry().size()
    if venster.isVisible():
        return ruimte - (venster.frameGeometry().size() - venster.size())
    titel = venster.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)  # the frame comes with showing
    return ruimte - QSize(0, titel)


def zet_maat(venster: QWidget, breed: int, hoog: int) -> None:
    """This size, or as much of it as the screen has room for."""
    venster.resize(QSize(breed, hoog).boundedTo(ruimte_op_scherm(venster)))
