"""The application itself, logged in and at rest: the main window on the vault that is named, everything loaded.

Called with the folder, the user name and the password, all invented: it loads nothing that the application does not.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.processen import KLAAR
from zvh_desktop.app import Opdracht, begin, bouw

RUST_MS = 2000


def main() -> int:
    """Type the password once everything has been loaded, and say so when the window is at rest."""
    qt = QApplication(sys.argv[:1])
    qt.setQuitOnLastWindowClosed(False)
    toepassing = bouw(qt)
    begin(toepassing, Opdracht(Path(sys.argv[1]), oefen=False, huis=""))

    def meld_aan() -> None:
        venster = toepassing.verloop.aanmeldvenster
        assert venster is not None
        venster.naam_veld.setCurrentText(sys.argv[2])
        venster.wachtwoord_veld.setText(sys.argv[3])
        venster.open_knop.click()

    def meld() -> None:
        gc.collect()
        print(KLAAR, flush=True)

    def wacht_op_rust() -> None:
        QTimer.singleShot(RUST_MS, meld)

    toepassing.lader.geladen.connect(meld_aan)
    toepassing.verloop.ontgrendeld.connect(wacht_op_rust)
    return qt.exec()


if __name__ == "__main__":
    sys.exit(main())
