"""The bare engine: PySide6 with one empty main window; it stays when told to (``blijf``)."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from benchmarks.processen import KLAAR, eigen_geheugen


class Kaal(QMainWindow):
    """A window with one word in it."""

    def meld(self) -> None:
        """The window was drawn and the event loop is free: tell it, and stop."""
        print(KLAAR, eigen_geheugen() if sys.platform == "linux" else 0, flush=True)
        self.close()


def main() -> int:
    """Show the window."""
    toepassing = QApplication(sys.argv)
    venster = Kaal()
    venster.setCentralWidget(QLabel("Kaal venster"))
    venster.show()
    if "blijf" in sys.argv[1:]:
        venster.resize(400, 300)
    else:
        QTimer.singleShot(0, venster.meld)
    return toepassing.exec()


if __name__ == "__main__":
    sys.exit(main())
