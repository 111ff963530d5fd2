"""The way back in a panel, said in a line at its foot: what was done, with a button beside Ctrl+Z and Ctrl+Y."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from zvh_desktop.ui.ongedaan import Omkeerbaar
from zvh_desktop.ui.terugweg import Poging, Terugweg
from zvh_desktop.ui.widgets.meldregel import Meldregel


class OngedaanRegel(Meldregel):
    """``vernieuw`` reads the panel again after an act was done, taken back or done again."""

    def __init__(
        self,
        paneel: QWidget,
        lukt: Poging,
        vernieuw: Callable[[], None],
        *,
        teruggezet: str = "Teruggezet. Opnieuw kan met Ctrl+Y.",
    ) -> None:
        super().__init__(paneel)
        self._vernieuw = vernieuw
        self._teruggezet = teruggezet
        self._terugweg = Terugweg(paneel, lukt)
        self._terugweg.gedaan.connect(self._on_gedaan)
        self._terugweg.ongedaan.connect(self._on_ongedaan)
        self.terug_gevraagd.connect(self.maak_ongedaan)

    def doe(self, handeling: Omkeerbaar) -> None:
        """Do something that can be undone. Raises GebruikersFout."""
        self._terugweg.doe(handeling)

    def probeer(self, handeling: Omkeerbaar) -> bool:
        """The same, with a refusal shown by the panel; whether it was done."""
        return self._terugweg.probeer(handeling)

    def maak_ongedaan(self) -> None:
        """Take back what was done last."""
        self._terugweg.maak_ongedaan()

    def doe_opnieuw(self) -> None:
        """Do again what was taken back."""
        self._terugweg.doe_opnieuw()

    def vergeet(self) -> None:
        """Nothing can be taken back any more, and nothing is said."""
        self._terugweg.vergeet()
        self.zeg("")

    def _on_gedaan(self, tekst: str) -> None:
        self._vernieuw()
        self.zeg(tekst, terug=True)

    def _on_ongedaan(self, _tekst: str) -> None:
        self._vernieuw()
        self.zeg(self._teruggezet)
