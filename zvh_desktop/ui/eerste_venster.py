"""The window that is shown first: loaded by name, so that neither of the two waits for the modules of the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from zvh_desktop.naladen import laad_module

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from zvh_desktop.ui.aanmelden.aanmeldvenster import Aanmeldvenster
    from zvh_desktop.ui.eerste_start.assistent import Assistent

AANMELDEN = "zvh_desktop.ui.aanmelden.aanmeldvenster"
ASSISTENT = "zvh_desktop.ui.eerste_start.assistent"


def soort_aanmeldvenster() -> type[Aanmeldvenster]:
    """The login."""
    soort: type[Aanmeldvenster] = laad_module(AANMELDEN).Aanmeldvenster
    return soort


def soort_assistent() -> type[Assistent]:
    """The assistant of the first start."""
    soort: type[Assistent] = laad_module(ASSISTENT).Assistent
    return soort


class Eerstebeeld(QObject):
    """Says once that a window stands on the screen: it has been painted and the event loop is free again."""

    getoond = Signal()

    def __init__(self, venster: QWidget, ouder: QObject | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("eerstebeeld")
        venster.installEventFilter(self)

    def eventFilter(self, venster: QObject, gebeurtenis: QEvent) -> bool:
        if gebeurtenis.type() is QEvent.Type.Paint:
            venster.removeEventFilter(self)
            QTimer.singleShot(0, self._on_vrij)
        return False

    def _on_vrij(self) -> None:
        self.getoond.emit()
