"""The band over a vault that is only read here: who works in it, since when, and that it has come free."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QWidget

from zvh_desktop.models.taal import datum_kort, tijd
from zvh_desktop.ui.uiterlijk.doelen import Drukknop
from zvh_desktop.ui.uiterlijk.icons import Icoon, Icoonvlak
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, RUIM, Kleur, kleur

if TYPE_CHECKING:
    from zvh_desktop.ui.protocollen import Meelezing


class Leesband(QFrame):
    """``werken_gevraagd``: the vault is free, and the user wants to work in it."""

    werken_gevraagd = Signal()

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("leesband")
        self.setAutoFillBackground(True)
        self._bezig = False
        indeling = QHBoxLayout(self)
        indeling.setContentsMargins(RUIM, HALF, RUIM, HALF)
        indeling.setSpacing(RASTER)
        indeling.addWidget(Icoonvlak(Icoon.OOG, self))
        self.label = QLabel("", self)
        self.label.setObjectName("leesband_tekst")
        self.label.setWordWrap(True)
        indeling.addWidget(self.label, 1)
        self.werk_knop = Drukknop("Openen om te &werken", self)
        self.werk_knop.setObjectName("leesband_werk_knop")
        self.werk_knop.setAccessibleName("Deze kluis openen om te werken")
        indeling.addWidget(self.werk_knop)
        self.werk_knop.clicked.connect(self.werken_gevraagd)
        self.zet(None)
        self._kleur_in()

    def zet(self, meelezing: Meelezing | None) -> None:
        """Say what was seen at the last look."""
        zin = "Alleen lezen. U kunt hier niets wijzigen."
        if meelezing is not None and meelezing.vervangen is not None:
            zin = f"Alleen lezen. Deze kluis is op {_wanneer(meelezing.vervangen)} vervangen door een reservekopie."
        elif meelezing is not None and meelezing.vrij:
            zin = "Alleen lezen. De kluis is vrij: u kunt hem openen om erin te werken."
        elif meelezing is not None and meelezing.beschermd:
            zin = "Alleen lezen. Op deze plaats kan niet worden geschreven: de schijf is beveiligd, of u mag hier niet "
            zin += "schrijven. Haal de beveiliging eraf of vraag om schrijfrechten. Een kopie van de map wordt een "
            zin += "andere kluis."
            if meelezing.wie:  # an old note on a disk that cannot be written says so too
                zin += f" Misschien werkt {meelezing.wie} erin op computer {meelezing.computer}."
        elif meelezing is not None and meelezing.wie:
            sinds = f" sinds {_wanneer(meelezing.sinds)}" if meelezing.sinds is not None else ""
            zin = f"Alleen lezen. {meelezing.wie} werkt in deze kluis op computer {meelezing.computer}{sinds}. "
            zin += "Wat daar wordt bewaard, ziet u hier vanzelf."
        self._zeg(zin)
        self.werk_knop.setVisible(meelezing is not None and meelezing.vrij)

    def zet_onbereikbaar(self) -> None:
        """Say that the last look failed: what is on the screen may be older than what is in the vault."""
        self._zeg(
            "Alleen lezen. De kluis is nu niet te bereiken: wat u ziet, kan verouderd zijn. "
            "Er wordt vanzelf opnieuw gekeken."
        )
        self.werk_knop.setVisible(False)

    def _zeg(self, zin: str) -> None:
        self.label.setText(zin)
        self.setAccessibleName(zin)

    def _kleur_in(self) -> None:
        if self._bezig:
            return
        self._bezig = True
        bron = QApplication.palette()
        eigen = QPalette(bron)
        eigen.setColor(QPalette.ColorRole.Window, kleur(Kleur.OEFEN_VLAK, bron))
        eigen.setColor(QPalette.ColorRole.WindowText, kleur(Kleur.OEFEN_TEKST, bron))
        self.setPalette(eigen)
        self._bezig = False

    def changeEvent(self, gebeurtenis: QEvent) -> None:
        super().changeEvent(gebeurtenis)
        if gebeurtenis.type() is QEvent.Type.ApplicationPaletteChange:
            self._kleur_in()


def _wanneer(moment: datetime) -> str:
    hier = moment.astimezone()
    return f"{datum_kort(hier.date())} om {tijd(hier)}"
