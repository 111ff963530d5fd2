"""The dialogs that are open when the vault locks: found, emptied and closed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QApplication, QDialog

from zvh_desktop.ui.dialogs.dialoog import Dialoog
from zvh_desktop.ui.slot.veldstand import wis_velden


@runtime_checkable
class _Leegbaar(Protocol):
    def maak_leeg(self) -> None: ...


def open_dialogen() -> list[QDialog]:
    """Every dialog of the application, in the order in which Qt knows them."""
    return [deel for deel in QApplication.topLevelWidgets() if isinstance(deel, QDialog)]


def sluit_dialogen(dialogen: Sequence[QDialog]) -> None:
    """Close what pops up, then the dialogs from the last to the first, with nothing left in them."""
    menu = QApplication.activePopupWidget()
    while menu is not None:
        menu.close()
        volgend = QApplication.activePopupWidget()
        menu = volgend if volgend is not menu else None
    for dialoog in reversed(dialogen):
        if isinstance(dialoog, _Leegbaar):
            dialoog.maak_leeg()
        wis_velden(dialoog)
        if isinstance(dialoog, Dialoog):
            dialoog.beginstand = None
        dialoog.done(int(QDialog.DialogCode.Rejected))
