"""The first window of the application, until it can be typed in."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.processen import KLAAR
from zvh_desktop.services.toegang import ToegangDienst
from zvh_desktop.ui.aanmelden.aanmeldvenster import Aanmeldvenster
from zvh_desktop.ui.instellingen import Instellingen
from zvh_desktop.ui.meldingen import Meldingen
from zvh_desktop.ui.taken import Taken
from zvh_desktop.ui.thema import Thema


def main() -> int:
    """Show the login of the vault that is named."""
    toepassing = QApplication(sys.argv)
    thema = Thema(toepassing)
    melder = Meldingen()
    venster = Aanmeldvenster(
        ToegangDienst(), Taken(melder), melder, Instellingen(Path(sys.argv[2])), kluismap=Path(sys.argv[1])
    )
    venster.show()

    def meld() -> None:
        print(KLAAR, flush=True)
        toepassing.quit()

    QTimer.singleShot(0, meld)
    uitkomst = toepassing.exec()
    thema.deleteLater()
    return uitkomst


if __name__ == "__main__":
    sys.exit(main())
