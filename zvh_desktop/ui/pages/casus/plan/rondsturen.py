"""The plan van aanpak that goes round: its part to each partij, and all of it to the casusregisseur."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zvh_desktop.models.keuzes import PlanStatus, VerzendingSoort
from zvh_desktop.services.casus.casussen import CasusBeeld
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.casus.onderdeel import CasusOnderdeel
from zvh_desktop.ui.pages.tafel.stukken.rondsturen import Rondsturen
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import Kleur
from zvh_desktop.ui.widgets.kaart import StilleTekst


class PlanRondsturen(CasusOnderdeel):
    """Shows the version that counts now; a concept does not go round."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("casus_plan_rondsturen")
        naam = diensten.termen.plan_van_aanpak
        self.leeg = StilleTekst(f"Er is nog geen vastgesteld {naam}. Stel het eerst vast.", self)
        self.blad = Rondsturen(diensten, gereedschap, self)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.addWidget(self.leeg)
        indeling.addWidget(self.blad)
        self._verbind()

    def _verbind(self) -> None:
        self.blad.opgeslagen.connect(self._on_opgeslagen)

    def laad(self, beeld: CasusBeeld) -> None:
        versies = self._diensten.plannen.toon(beeld.plan_id).versies if beeld.plan_id is not None else ()
        vast = next((versie.id for versie in versies if versie.status is PlanStatus.VASTGESTELD), None)
        self.leeg.setVisible(vast is None)
        self.blad.setVisible(vast is not None)
        if vast is None:
            self.blad.maak_leeg()
            self.zeg_stand(Icoon.PUNT, "nog niets")
            return
        self.blad.toon(VerzendingSoort.PLAN, vast)
        self._toon_stand()

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self.blad.maak_leeg()

    def eerste_focus(self) -> QWidget | None:
        return self.blad.tabel if self.blad.isVisibleTo(self) else None

    def _toon_stand(self) -> None:
        aantal = sum(1 for regel in self.blad.tabel.regelmodel.regels if regel.te_versturen)
        if aantal:
            self.zeg_stand(Icoon.UITROEP, f"{aantal} nog te versturen", Kleur.LET_OP)
        else:
            self.zeg_stand(Icoon.VINK, "verstuurd", Kleur.GOED)

    def _on_opgeslagen(self) -> None:
        self._toon_stand()
        self.opgeslagen.emit()
