"""The acties of one casus."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zvh_desktop.services.casus.casussen import CasusBeeld
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.acties.actielijst import ActieLijst
from zvh_desktop.ui.pages.casus.onderdeel import CasusOnderdeel
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import Kleur
from zvh_desktop.ui.widgets.regelhoogte import Regelhoogte


class CasusActies(CasusOnderdeel):
    """The same list as on the page Acties, with those that are done."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("casus_acties_paneel")
        self.lijst = ActieLijst("casus_acties", diensten, gereedschap, self)
        self.hoogte = Regelhoogte(self.lijst.tabel.tabel, 7)
        indeling = QVBoxLayout(self)
        indeling.addWidget(self.lijst)
        self._verbind()

    def _verbind(self) -> None:
        self.lijst.opgeslagen.connect(self.opgeslagen)
        self.lijst.gewijzigd.connect(self.gewijzigd)

    def laad(self, beeld: CasusBeeld) -> None:
        regels = self._diensten.acties.lijst(alleen_open=False, casus_id=beeld.id)
        self.lijst.uitgeleend = beeld.uitgeleend
        self.lijst.zet_regels(regels, beeld.id)
        laat = sum(self.lijst.te_laat(regel) for regel in regels)
        if laat:
            self.zeg_stand(Icoon.UITROEP, f"{beeld.open_acties} open, {laat} te laat", Kleur.LET_OP)
        else:
            self.zeg_stand(Icoon.ACTIES, f"{beeld.open_acties} open")

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self.lijst.maak_leeg()

    def eerste_focus(self) -> QWidget:
        return self.lijst.tabel.tabel
