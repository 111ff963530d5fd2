"""Opens the manual at the chapter of where the user is (F1), in the words of the house that is open now.

The window itself (hulpvenster.py) is handed in: the first window is on the screen before it has been loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from zvh_desktop.ui.na_afloop import verwijder

if TYPE_CHECKING:
    from zvh_desktop.ui.hulpvenster import Hulpvenster
    from zvh_desktop.ui.protocollen import Hulphoofdstuk

HOOFDSTUK_BIJ = {
    "eerste-keer": "eerste-keer",
    "aanmelden": "aanmelden-en-vergrendelen",
    "vandaag": "vandaag-en-zoeken",
    "casussen": "aanmelding",
    "aanmelding": "aanmelding",
    "casus": "triage",
    "tafels": "tafel-plannen-en-agenda",
    "tafel": "tafel-plannen-en-agenda",
    "acties": "acties",
    "partijen": "partijen",
    "overleggen": "overleggen",
    "beheer": "beheer-en-reservekopie",
    "rapportage": "rapportage",
}
"""Which chapter belongs to which place of the window."""


class Hulp(QObject):
    """Keeps one help window and opens it at the right chapter, in the words of the house that is open now."""

    def __init__(
        self,
        lees: Callable[[], Sequence[Hulphoofdstuk]],
        maak: Callable[[Sequence[Hulphoofdstuk]], Hulpvenster],
        ouder: QObject | None = None,
    ) -> None:
        super().__init__(ouder)
        self.setObjectName("hulp")
        self._lees = lees
        self._maak = maak
        self.venster: Hulpvenster | None = None

    def toon(self, plaats: str) -> None:
        """Show the chapter that belongs to this place of the window."""
        hoofdstukken = self._lees()
        if self.venster is not None and not self.venster.toont(hoofdstukken):
            self.sluit()
        if self.venster is None:
            self.venster = self._maak(hoofdstukken)
        self.venster.toon_hoofdstuk(HOOFDSTUK_BIJ.get(plaats, "eerste-keer"))
        self.venster.show()
        self.venster.raise_()
        self.venster.activateWindow()

    def sluit(self) -> None:
        """Close the window and drop it: its words are of another house, or the application ends."""
        if self.venster is not None:
            self.venster.close()
            verwijder(self.venster)
            self.venster = None
