"""The way back at a tafel: the strip that explains also says what was done, with a button to take it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from zvh_desktop.ui.ongedaan import Omkeerbaar
from zvh_desktop.ui.pages.tafel.uitlegstrook import Uitlegstrook
from zvh_desktop.ui.terugweg import Poging, Terugweg
from zvh_desktop.ui.uiterlijk.icons import Icoon

# A G of its own at the table, where nothing else has that letter.
TERUG_MET_LETTER = "On&gedaan maken"


class Ongedaanstrook(Uitlegstrook):
    """``vernieuw`` reads the panel again; it comes before the words, since reading again may clear the strip."""

    def __init__(
        self,
        paneel: QWidget,
        lukt: Poging,
        vernieuw: Callable[[], None],
        ouder: QWidget,
        *,
        icoon: Icoon = Icoon.VINK,
        terug: str = "Ongedaan maken",
    ) -> None:
        super().__init__(ouder)
        self._vernieuw = vernieuw
        self._icoon, self._terug = icoon, terug
        self.terugweg = Terugweg(paneel, lukt)
        self.terugweg.gedaan.connect(self._on_gedaan)
        self.terugweg.ongedaan.connect(self._on_ongedaan)
        self.actie_gevraagd.connect(self.terugweg.maak_ongedaan)

    def probeer(self, handeling: Omkeerbaar) -> bool:
        """Do something with a way back, and say so; whether it was done."""
        return self.terugweg.probeer(handeling)

    def zeg_gedaan(self, tekst: str) -> None:
        """What was done, with the way back."""
        self.toon(tekst, actie=self._terug, icoon=self._icoon)

    def vergeet(self) -> None:
        """Nothing can be taken back any more, and nothing is said."""
        self.terugweg.vergeet()
        self.wis()

    def _on_gedaan(self, tekst: str) -> None:
        self._vernieuw()
        self.zeg_gedaan(tekst)

    def _on_ongedaan(self, tekst: str) -> None:
        self._vernieuw()
        self.toon(f"Ongedaan gemaakt: {tekst} Opnieuw kan met Ctrl+Y.", icoon=Icoon.ONGEDAAN)
