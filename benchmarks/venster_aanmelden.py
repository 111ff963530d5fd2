"""The application itself, from its own composition root until its login can be typed in."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.processen import KLAAR
from zvh_desktop.app import Opdracht, begin, bouw


def main() -> int:
    """Show the login of the vault that is named."""
    qt = QApplication(sys.argv[:1])
    toepassing = bouw(qt)
    begin(toepassing, Opdracht(Path(sys.argv[1]), oefen=False, huis=""))

    def meld() -> None:
        print(KLAAR, flush=True)
        qt.quit()

    QTimer.singleShot(0, meld)
    return qt.exec()


if __name__ == "__main__":
    sys.exit(main())
