"""One line under the matrix: why something is not possible, with the article, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt, in_een_zin
from zvh_desktop.ui.uiterlijk.doelen import Balkknop, Drukknop
from zvh_desktop.ui.uiterlijk.icons import Icoon, zet_icoon
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER
from zvh_desktop.ui.weg.gang import Wegknop
from zvh_desktop.ui.widgets.kader import Kader
from zvh_desktop.ui.widgets.regelknop import Regelknop
from zvh_desktop.ui.widgets.statuslabel import Statuslabel


class Uitlegstrook(Kader):
    """Hidden while there is nothing to say."""

    actie_gevraagd = Signal()

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("uitlegstrook")
        self.label = Statuslabel(Icoon.INFO, "", self)
        self.label.laat_afbreken()
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.actie_knop = Drukknop("", self)
        self.actie_knop.setObjectName("uitleg_actie_knop")
        self.regel_knop = Regelknop(self)
        self.weg_knop = Wegknop(self)
        self.sluit_knop = Balkknop(self)
        self.sluit_knop.setAutoRaise(True)
        self.sluit_knop.setText("Uitleg sluiten")
        self.sluit_knop.setAccessibleName("Uitleg sluiten")
        self.sluit_knop.setToolTip("Uitleg sluiten")
        zet_icoon(self.sluit_knop, Icoon.SLUITEN)
        indeling = QHBoxLayout(self)
        indeling.setContentsMargins(RASTER, HALF, HALF, HALF)
        indeling.setSpacing(RASTER)
        indeling.addWidget(self.label, 1)
        indeling.addWidget(self.regel_knop)
        indeling.addWidget(self.weg_knop)
        indeling.addWidget(self.actie_knop)
        indeling.addWidget(self.sluit_knop)
        self._verbind()
        self.wis()

    def _verbind(self) -> None:
        self.actie_knop.clicked.connect(self._on_actie)
        self.sluit_knop.clicked.connect(self.wis)
        self.regel_knop.regel_gevraagd.connect(self._on_regel_gevraagd)

    def toon(self, tekst: str, *, actie: str = "", icoon: Icoon = Icoon.INFO) -> None:
        """Say this; with a button when something can be done about it."""
        self.label.zet(icoon, tekst)
        self.setAccessibleName(tekst)
        self.actie_knop.setText(actie)
        self.actie_knop.setAccessibleName(actie.replace("&", ""))
        self.actie_knop.setVisible(bool(actie))
        self.regel_knop.zet(None)
        self.weg_knop.zet(None)
        self.setVisible(True)

    def toon_fout(
        self, fout: GebruikersFout, *, tekst: str = "", actie: str = "", icoon: Icoon = Icoon.WAARSCHUWING
    ) -> None:
        """Say what was refused (or ``tekst`` in its place), with its rule and the way to what is missing."""
        self.toon(tekst or str(fout), actie=actie, icoon=icoon)
        self.regel_knop.zet(fout)
        self.weg_knop.zet(fout.weg)

    def toon_punten(self, punten: Sequence[Aandachtspunt]) -> None:
        """Say these, and offer the rule behind the first that has one."""
        self.toon(in_een_zin(punten), icoon=Icoon.WAARSCHUWING)
        self.regel_knop.zet(next((punt for punt in punten if punt.regeltekst), None))

    def wis(self) -> None:
        """Say nothing."""
        self.label.zet(Icoon.INFO, "")
        self.setAccessibleName("")
        self.setVisible(False)

    def tekst(self) -> str:
        """What is said now."""
        return self.label.tekst()

    def _on_regel_gevraagd(self, regel: str) -> None:
        tekst = f"{self.label.tekst()}\n\n{regel}"
        self.label.zet(Icoon.SCHILD, tekst)
        self.setAccessibleName(tekst)

    def _on_actie(self) -> None:
        self.actie_gevraagd.emit()
