"""Size and place of the main window, remembered per user of this computer, and what happens when it becomes narrow."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow, QSplitter

from zvh_desktop.ui.instellingen import Instellingen
from zvh_desktop.ui.omlijsting.navigatie import Navigatie
from zvh_desktop.ui.scherm import zet_maat
from zvh_desktop.ui.uiterlijk.thema import tekstbreedte

_EERSTE_MAAT = (1280, 800)
_SMAL = 125
"""Characters: a window narrower than this needs the room of the names on the left."""


class Venstermaat:
    """Of one window, with the places on the left in one half of its splitter."""

    def __init__(
        self, venster: QMainWindow, splitser: QSplitter, navigatie: Navigatie, instellingen: Instellingen
    ) -> None:
        self._venster = venster
        self._splitser = splitser
        self._navigatie = navigatie
        self._instellingen = instellingen
        self._navigatiebreedte = navigatie.sizeHint().width()

    def herstel(self) -> None:
        """As it was last time, as far as it fits on the screen of now."""
        venster = self._venster
        bewaard = self._instellingen.lees_bytes("venster/maat")
        if bewaard.isEmpty() or not venster.restoreGeometry(bewaard):
            zet_maat(venster, *_EERSTE_MAAT)
        elif not venster.isMaximized() and not venster.isFullScreen():
            zet_maat(venster, venster.width(), venster.height())  # the screen may be another than last time
        splitser = self._instellingen.lees_bytes("venster/splitser")
        if not splitser.isEmpty():
            self._splitser.restoreState(splitser)
        self._navigatiebreedte = self._splitser.sizes()[0] or self._navigatiebreedte

    def bewaar(self) -> None:
        """Remember it."""
        self._instellingen.zet_bytes("venster/maat", self._venster.saveGeometry())
        if not self._navigatie.smal():  # that is not a width that the user chose
            self._instellingen.zet_bytes("venster/splitser", self._splitser.saveState())
        self._instellingen.bewaar()

    def pas_aan(self) -> None:
        """In a narrow window the places on the left are icons alone."""
        navigatie = self._navigatie
        smal = self._venster.width() < tekstbreedte(self._venster, _SMAL)
        if smal == navigatie.smal():
            return
        if smal:
            self._navigatiebreedte = self._splitser.sizes()[0]
        navigatie.zet_smal(smal)
        breed = navigatie.minimumSizeHint().width() if smal else self._navigatiebreedte
        navigatie.setMaximumWidth(breed if smal else self._venster.maximumWidth())
        self._splitser.setSizes([breed, max(1, self._splitser.width() - breed)])
