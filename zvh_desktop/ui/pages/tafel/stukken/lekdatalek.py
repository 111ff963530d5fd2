"""From what went and should not have, to the register of datalekken: said, and recorded with one button."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zvh_desktop.models.keuzes import DatalekId
from zvh_desktop.services.lek.gegevens import Lekbevinding
from zvh_desktop.services.werkplek.rechten import Toestemming
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER, Kleur
from zvh_desktop.ui.widgets.knoppen import knop, zet_toestemming
from zvh_desktop.ui.widgets.loopregel import Loopregel
from zvh_desktop.ui.widgets.statuslabel import Statuslabel

MOGELIJK_DATALEK = (
    "Wat niet mee had gemoeten, kan een datalek zijn. Leg het vast, ook als u twijfelt: vanaf nu lopen 72 uur om het "
    "te melden (AVG art. 33). Het kan hier, en later bij Beheer, Datalekken."
)
STAAT_AL = "Dit staat al in het register."


class Lekmelder(Protocol):
    """What is asked of the register of datalekken."""

    def mag(self) -> Toestemming:
        """Whether this user may record one."""

    def leg_vast(self, bevindingen: Sequence[Lekbevinding]) -> DatalekId:
        """Record that these went and should not have."""

    def haal_weg(self, datalek_id: DatalekId) -> None:
        """It was none."""


class Datalekvastlegging:
    """One line in the register; taken back and done again it has another number there."""

    tekst = "Het datalek is vastgelegd. Het staat bij Beheer, Datalekken."

    def __init__(self, melder: Lekmelder, bevindingen: Sequence[Lekbevinding]) -> None:
        self._melder = melder
        self.bevindingen = tuple(bevindingen)
        self._nummer: DatalekId | None = None

    def staat_er(self) -> bool:
        """Whether it is in the register now."""
        return self._nummer is not None

    def doe(self) -> None:
        """Record it."""
        self._nummer = self._melder.leg_vast(self.bevindingen)

    def terug(self) -> None:
        """It was none."""
        if self._nummer is not None:
            self._melder.haal_weg(self._nummer)
            self._nummer = None


class Datalekstrook(QWidget):
    """Only there when something should not have gone; what is in the register by now is not offered again."""

    gevraagd = Signal()

    def __init__(self, melder: Lekmelder | None, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._melder = melder
        self._gedaan: list[Datalekvastlegging] = []
        self._open: tuple[Lekbevinding, ...] = ()
        self.tekst = Statuslabel(Icoon.WAARSCHUWING, MOGELIJK_DATALEK, self, kleur=Kleur.LET_OP)
        self.tekst.setObjectName("lek_datalek_tekst")
        self.tekst.laat_afbreken()
        self.knop = knop("lek_datalek", "&Datalek vastleggen", self)
        self.knop.clicked.connect(self.gevraagd)
        rij = Loopregel(tussen=RASTER)
        rij.addWidget(self.knop)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RASTER)
        indeling.addWidget(self.tekst)
        indeling.addLayout(rij)
        self.hide()

    def zet(self, ten_onrechte: Sequence[Lekbevinding]) -> None:
        """Show it for these."""
        al = {een for daad in self._gedaan if daad.staat_er() for een in daad.bevindingen}
        self._open = tuple(een for een in ten_onrechte if een not in al)
        self.setVisible(bool(ten_onrechte))
        if self._melder is not None:
            zet_toestemming(self.knop, self._melder.mag(), verder=bool(self._open), reden=STAAT_AL)
        else:
            self.knop.hide()

    def wacht(self) -> bool:
        """Whether there is something here to record, by this user."""
        return bool(self._open) and self._melder is not None and self.knop.isEnabled()

    def handeling(self) -> Datalekvastlegging | None:
        """The act that records it."""
        if self._melder is None or not self._open:
            return None
        self._gedaan.append(Datalekvastlegging(self._melder, self._open))
        return self._gedaan[-1]
