"""The table at arm's length: larger type, and nothing to press that is smaller than a fingertip."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QWidget

from zvh_desktop.ui.pages.tafel.toetstabel import Toetstabel
from zvh_desktop.ui.uiterlijk.thema import kopletter
from zvh_desktop.ui.widgets.kaart import Kop

GEWOON, GROOT = 1.25, 1.55
"""How much larger than the rest of the application the type at the table is."""
VINGER: Final = 44
"""Device-independent pixels; the smallest target that can be hit without looking (WCAG 2.2, 2.5.5)."""
_MAAT: Final = "zvh_maat"
_TE_RAKEN: Final = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox)


def zet_letter(vlak: QWidget, basis: QFont, factor: float) -> None:
    """The type of this part, as ``factor`` times ``basis``; headings in it grow along."""
    letter = kopletter(basis, factor)
    letter.setWeight(basis.weight())
    vlak.setFont(letter)
    for kop in vlak.findChildren(Kop):
        kop.volg_ouder()
    for tabel in vlak.findChildren(Toetstabel):
        tabel.pas_maten_aan()


def zet_vingermaat(vlak: QWidget, *, aan: bool) -> None:
    """Everything in this part that can be pressed is at least a fingertip; or as it was made."""
    for deel in vlak.findChildren(QWidget):
        if isinstance(deel, _TE_RAKEN) and not _binnenin(deel):
            _zet(deel, aan=aan)
    for tabel in vlak.findChildren(Toetstabel):
        tabel.pas_maten_aan()
        if aan:
            kop = tabel.verticalHeader()
            kop.setDefaultSectionSize(max(VINGER, kop.defaultSectionSize()))


def _binnenin(deel: QWidget) -> bool:
    """A part that Qt makes within a field or a table."""
    ouder = deel.parentWidget()
    return deel.objectName().startswith("qt_") or isinstance(ouder, (*_TE_RAKEN, Toetstabel))


def _zet(deel: QWidget, *, aan: bool) -> None:
    was = deel.property(_MAAT)
    if aan:
        if was is None:
            deel.setProperty(_MAAT, deel.minimumSize())
        deel.setMinimumSize(deel.minimumSize().expandedTo(QSize(VINGER, VINGER)))
    elif isinstance(was, QSize):
        deel.setMinimumSize(was)
        deel.setProperty(_MAAT, None)
