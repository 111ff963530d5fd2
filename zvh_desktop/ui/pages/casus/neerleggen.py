"""A file that is dropped on the page of a casus."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget


class Neerlegger(QObject):
    """Takes one file of this computer; a link, a piece of text or several files are not taken."""

    neergelegd = Signal(object)
    """A Path."""

    def __init__(self, vlak: QWidget) -> None:
        super().__init__(vlak)
        vlak.setAcceptDrops(True)
        vlak.installEventFilter(self)

    def eventFilter(self, vlak: QObject, gebeurtenis: QEvent) -> bool:
        if isinstance(gebeurtenis, QDropEvent):  # entering and moving are kinds of it
            bestand = _bestand(gebeurtenis)
            if bestand is None:
                gebeurtenis.ignore()
                return True
            gebeurtenis.acceptProposedAction()
            if gebeurtenis.type() == QEvent.Type.Drop:
                self.neergelegd.emit(bestand)
            return True
        return super().eventFilter(vlak, gebeurtenis)


def _bestand(gebeurtenis: QDropEvent) -> Path | None:
    plekken = gebeurtenis.mimeData().urls()
    return Path(plekken[0].toLocalFile()) if len(plekken) == 1 and plekken[0].isLocalFile() else None
