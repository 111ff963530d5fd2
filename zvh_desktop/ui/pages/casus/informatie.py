"""The information on one casus: who supplied it, how it may be used, and who may read it beforehand."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.casus.casussen import CasusBeeld
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.informatie.aangereikt import lees_aangereikt
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.casus.onderdeel import CasusOnderdeel
from zvh_desktop.ui.pages.informatie.paneel import InformatiePaneel


class CasusInformatie(CasusOnderdeel):
    """Puts the panel on information among the parts of the casus page."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("casus_informatie_paneel")
        self.paneel = InformatiePaneel(diensten, gereedschap, self)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.addWidget(self.paneel)
        self._verbind()

    def _verbind(self) -> None:
        self.paneel.opgeslagen.connect(self.opgeslagen)
        self.paneel.gewijzigd.connect(self.gewijzigd)
        self.paneel.stand_gewijzigd.connect(self.stand_gewijzigd)

    def laad(self, beeld: CasusBeeld) -> None:
        self.paneel.items.uitgeleend = beeld.uitgeleend
        self.paneel.toon_casus(beeld.id)

    def leg_neer(self, pad: Path) -> None:
        """Propose to add this file; refused where the button is off, with its reason, or when it is not to be read."""
        try:
            self.paneel.items.eis_erbij()
            aangereikt = lees_aangereikt(pad)
        except GebruikersFout as fout:
            self.toon_weigering(fout)
            return
        self.paneel.items.voeg_toe(aangereikt)

    def bewaar_nu(self) -> None:
        self.paneel.bewaar_nu()

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self.paneel.maak_leeg()

    def eerste_focus(self) -> QWidget | None:
        return self.paneel.eerste_focus()
