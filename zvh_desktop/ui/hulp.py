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
    "casussen/triage": "triage",
    "casussen/oordelen": "oordelen",
    "casussen/informatie": "informatie",
    "casussen/acties": "acties",
    "casussen/plan": "plan-van-aanpak",
    "casussen/planrond": "plan-van-aanpak",
    "casussen/brieven": "brieven",
    "casussen/opschaling": "opschaling",
    "casussen/afschaling": "afschaling",
    "casussen/opruimen": "bewaren-en-vernietigen",
    "tafels": "tafel-plannen-en-agenda",
    "tafels/1": "uitnodigen",
    "tafels/2": "aan-tafel",
    "tafels/3": "verslag-en-notulen",
    "tafels/4": "verslag-en-notulen",
    "acties": "acties",
    "partijen": "partijen",
    "overleggen": "overleggen",
    "beheer": "beheer-en-reservekopie",
    "beheer/samenwerking": "partijen-en-convenant",
    "beheer/geschillen": "partijen-en-convenant",
    "beheer/convenant": "partijen-en-convenant",
    "beheer/datalekken": "datalek",
    "beheer/brieven": "brieven",
    "beheer/verzoeken": "verzoeken",
    "beheer/bewaartermijnen": "bewaren-en-vernietigen",
    "beheer/opruimen": "bewaren-en-vernietigen",
    "rapportage": "rapportage",
}
"""Which chapter belongs to which place of the window, and to a part of it (a step from 0) where that has its own."""


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
        bladzijde = HOOFDSTUK_BIJ.get(plaats.partition("/")[0], "eerste-keer")
        self.venster.toon_hoofdstuk(HOOFDSTUK_BIJ.get(plaats, bladzijde))
        self.venster.show()
        self.venster.raise_()
        self.venster.activateWindow()

    def sluit(self) -> None:
        """Close the window and drop it: its words are of another house, or the application ends."""
        if self.venster is not None:
            self.venster.close()
            verwijder(self.venster)
            self.venster = None
