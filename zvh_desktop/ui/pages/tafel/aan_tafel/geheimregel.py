"""Whether everyone at this casus was told about secrecy, in view while it is discussed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zvh_desktop.services.regelboek.afspraken import Afspraak
from zvh_desktop.services.tafel.verslag_gegevens import AanTafelPunt
from zvh_desktop.ui.uiterlijk.doelen import Vinkvak
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER, Kleur
from zvh_desktop.ui.widgets.statuslabel import Statuslabel


class Geheimregel(QWidget):
    """A box to tick, and a word beside it while it is not: also after somebody came in."""

    gezet = Signal(bool)

    def __init__(self, ouder: QWidget) -> None:
        super().__init__(ouder)
        self.setObjectName("geheimregel")
        self.vak = Vinkvak("", self)
        self.vak.setObjectName("geheimhouding_punt")
        self.vak.setToolTip("Zet het vinkje als iedereen die er nu is, is gewezen op de geheimhouding (F9)")
        self.stand = Statuslabel(Icoon.UITROEP, "", self)
        indeling = QHBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RASTER)
        indeling.addWidget(self.vak)
        indeling.addWidget(self.stand)
        self.vak.clicked.connect(self.gezet)

    def zet(self, punt: AanTafelPunt | None, afspraak: Afspraak, *, mag: bool) -> None:
        """For this point; hidden at a subject of the house itself."""
        self.setVisible(punt is not None and punt.casus_id is not None)
        if punt is None:
            return
        bij = f" ({afspraak.artikel})" if afspraak.artikel else ""
        self.vak.setText("Geheimhouding gezegd")
        self.vak.setAccessibleName(f"Geheimhouding gezegd: iedereen die er nu is, is gewezen op de geheimhouding{bij}")
        self.vak.setChecked(punt.gewezen)
        self.vak.setEnabled(mag)
        self.stand.setVisible(not punt.gewezen)
        self.stand.zet(Icoon.UITROEP, "" if punt.gewezen else "nog zeggen", kleur=Kleur.LET_OP)

    def wissel(self) -> None:
        """The other way round, by key."""
        if self.isVisible() and self.vak.isEnabled():
            self.vak.click()
