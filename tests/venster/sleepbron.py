"""A window of another program, to drag a file from: its whole face is the file. ``sleepbron.py PAD``."""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QExposeEvent, QGuiApplication, QMouseEvent, QRasterWindow


class Sleepbron(QRasterWindow):
    """Drags as a file manager does: as soon as the mouse moves with its button down."""

    def __init__(self, pad: str) -> None:
        super().__init__()
        self._pad = pad
        self._sleept = self._staat = False
        self.setFlags(Qt.WindowType.BypassWindowManagerHint | Qt.WindowType.WindowStaysOnTopHint)
        self.setGeometry(0, 0, 60, 60)

    def exposeEvent(self, gebeurtenis: QExposeEvent) -> None:
        super().exposeEvent(gebeurtenis)
        if self.isExposed() and not self._staat:
            self._staat = True
            print("staat", flush=True)  # noqa: T201  who drags waits for it

    def mouseMoveEvent(self, gebeurtenis: QMouseEvent) -> None:
        if self._sleept or gebeurtenis.buttons() != Qt.MouseButton.LeftButton:
            return
        self._sleept = True
        sleep, wat = QDrag(self), QMimeData()
        wat.setUrls([QUrl.fromLocalFile(self._pad)])
        sleep.setMimeData(wat)
        sleep.actionChanged.connect(_zeg_actie)
        print("sleept", flush=True)  # noqa: T201  who drags waits for it
        sleep.exec(Qt.DropAction.CopyAction)  # what was dropped is fetched after this: whoever began us ends us


def _zeg_actie(actie: Qt.DropAction) -> None:
    """Where the mouse is, it may be dropped: the other program said so."""
    if actie is Qt.DropAction.CopyAction:
        print("mag hier", flush=True)  # noqa: T201  who drags waits for it


if __name__ == "__main__":
    toepassing = QGuiApplication(sys.argv)
    bron = Sleepbron(sys.argv[1])
    bron.show()
    sys.exit(toepassing.exec())
