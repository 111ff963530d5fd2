"""Who the casus is about."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzes import CasusStatus
from zvh_desktop.services.casus.aanmelding_gegevens import BetrokkeneInvoer
from zvh_desktop.services.casus.casussen import CasusBeeld
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.casus.aanmelding.betrokkenen import BetrokkenenVelden
from zvh_desktop.ui.pages.casus.onderdeel import CasusOnderdeel
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import Kleur
from zvh_desktop.ui.widgets.statuslabel import Statuslabel


class CasusBetrokkenen(CasusOnderdeel):
    """The same fields as at the aanmelding, saved into the casus."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("casus_betrokkenen")
        self.velden = BetrokkenenVelden(self)
        self.fout = Statuslabel(Icoon.FOUT, "", self, kleur=Kleur.FOUT)
        self.fout.laat_afbreken()
        indeling = QVBoxLayout(self)
        indeling.addWidget(self.velden)
        indeling.addWidget(self.fout)
        self._verbind()

    def _verbind(self) -> None:
        self.velden.gewijzigd.connect(self._on_veld_gewijzigd)

    def laad(self, beeld: CasusBeeld) -> None:
        vast = beeld.status is not CasusStatus.LOPEND or not self.mag_hier(Recht.AANMELDEN).mag
        self.velden.laad(beeld.betrokkenen_invoer, vast=vast)
        self.fout.zet(Icoon.FOUT, "")
        self.zeg_stand(Icoon.PERSOON, str(len(beeld.betrokkenen)))

    def bewaar_velden(self) -> None:
        if self._casus is None:
            return
        self.velden.eis_leesbaar()
        self._diensten.casussen.bewaar_betrokkenen(self._casus.id, self.velden.invoer())
        self.velden.wis_fouten()
        self.fout.zet(Icoon.FOUT, "")
        beeld = self._diensten.casussen.toon(self._casus.id)
        self.velden.onthoud_ids([een.id for een in beeld.betrokkenen])
        self._casus = beeld
        self.gewijzigd.emit()

    def toon_weigering(self, fout: GebruikersFout) -> None:
        self.velden.wis_fouten()
        if isinstance(fout, InvoerOngeldig) and self.velden.toon_fout(fout.veld, str(fout)):
            return
        self.fout.zet_fout(fout)

    def onbewaard(self) -> object:
        return self.velden.invoer() if self.vuil() else None

    def herstel_onbewaard(self, wat: object) -> None:
        if isinstance(wat, tuple) and all(isinstance(een, BetrokkeneInvoer) for een in wat):
            self.velden.laad(wat, vast=False)
            self._on_veld_gewijzigd()

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self.velden.maak_leeg()

    def eerste_focus(self) -> QWidget | None:
        vakken = self.velden.vakken()
        return vakken[0].naam if vakken else None
