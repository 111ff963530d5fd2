"""A main window with every case of a vault in its list, and the memory that takes."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.casuslijst import maak_lijst
from benchmarks.kluizen import GEBRUIKER, WACHTWOORD
from benchmarks.venster_kaal import Kaal
from zvh_desktop.services.toegang import ToegangDienst
from zvh_desktop.ui.draden.verwijzingen import maak_onsterfelijk
from zvh_desktop.ui.uiterlijk.thema import Thema


def main() -> int:
    """Open the vault that is named and show the list, scrolled through to the end."""
    maak_onsterfelijk()
    toepassing = QApplication(sys.argv)
    thema = Thema(toepassing)
    diensten = ToegangDienst().ontgrendel(Path(sys.argv[1]), GEBRUIKER, WACHTWOORD)
    venster = Kaal()
    lijst = maak_lijst(Path(sys.argv[2]))
    venster.setCentralWidget(lijst)
    venster.resize(1280, 800)
    venster.show()
    lijst.zet_regels(diensten.casussen.lijst())
    for _ in range(5):
        toepassing.processEvents()
    lijst.tabel.scrollToBottom()
    toepassing.processEvents()
    venster.meld()
    diensten.sluit()
    thema.deleteLater()
    return 0


if __name__ == "__main__":
    sys.exit(main())
