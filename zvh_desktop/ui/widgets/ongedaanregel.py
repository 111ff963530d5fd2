"""The way back in a panel: a line that says what was done, with Ctrl+Z and Ctrl+Y over the acts of that panel."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from zvh_desktop.ui.ongedaan import Omkeerbaar, Ongedaan
from zvh_desktop.ui.toetsenbord.sneltoetsen import ongedaan_toets, opnieuw_toets
from zvh_desktop.ui.widgets.meldregel import Meldregel

Poging = Callable[[Callable[[], object]], bool]
"""Does something, shows the refusal when there is one, and says whether it was done."""


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
        self._lukt = lukt
        self._vernieuw = vernieuw
        self._teruggezet = teruggezet
        self._ongedaan = Ongedaan()
        self._terug = ongedaan_toets(paneel)
        self._opnieuw = opnieuw_toets(paneel)
        self.terug_gevraagd.connect(self.maak_ongedaan)
        self._terug.activated.connect(self.maak_ongedaan)
        self._opnieuw.activated.connect(self.doe_opnieuw)

    def doe(self, handeling: Omkeerbaar) -> None:
        """Do something that can be undone. Raises GebruikersFout."""
        self._ongedaan.doe(handeling)
        self._vernieuw()
        self.zeg(handeling.tekst, terug=True)

    def probeer(self, handeling: Omkeerbaar) -> bool:
        """The same, with a refusal shown by the panel; whether it was done."""
        if not self._lukt(partial(self._ongedaan.doe, handeling)):
            return False
        self._vernieuw()
        self.zeg(handeling.tekst, terug=True)
        return True

    def maak_ongedaan(self) -> None:
        """Take back what was done last."""
        if self._ongedaan.laatste() and self._lukt(self._ongedaan.terug):
            self._vernieuw()
            self.zeg(self._teruggezet)

    def doe_opnieuw(self) -> None:
        """Do again what was taken back."""
        if self._ongedaan.kan_opnieuw() and self._lukt(self._ongedaan.opnieuw):
            self._vernieuw()
            self.zeg(self._ongedaan.laatste(), terug=True)

    def vergeet(self) -> None:
        """Nothing can be taken back any more, and nothing is said."""
        self._ongedaan.maak_leeg()
        self.zeg("")
