"""Schonen or vernietigen on the page of a casus: from when, what stands in the way, and the act."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from zvh_desktop.models.keuzes import VernietigSoort
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.services.vernietigen.eigen import NAAM
from zvh_desktop.services.vernietigen.gegevens import Opruimstap
from zvh_desktop.services.werkplek.rechten import Toestemming
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.teksten.opruimen import WERKWOORD, handeling, voorstel, wanneer
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, Kleur
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.knoppen import knop, zet_toestemming
from zvh_desktop.ui.widgets.statuslabel import Statuslabel

_UITLEG = {
    VernietigSoort.SCHONEN: "Wat niet langer nodig is, gaat weg. De kern en wat het huis koos, blijven.",
    **dict.fromkeys(NAAM, "Alleen dit gaat weg, onder een eigen bewaartermijn. Het dossier blijft."),
    VernietigSoort.VERNIETIGEN: "Alles van dit dossier gaat weg. Er blijft een verklaring die niemand noemt.",
}


class OpruimstapVlak(QWidget):
    """One step. The button says what it does now: propose, or do."""

    gevraagd = Signal(object)
    """A VernietigSoort."""
    intrekken_gevraagd = Signal(object)
    """The same: the proposal that waits is to be withdrawn."""

    def __init__(self, soort: VernietigSoort, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.soort = soort
        kop = f"{NAAM[soort]} vernietigen" if soort in NAAM else WERKWOORD[soort]
        naam = soort.value
        self.wanneer = QLabel("", self)
        self.wanneer.setObjectName(f"opruimen_{naam}_wanneer")
        self.wanneer.setTextFormat(Qt.TextFormat.PlainText)
        self.wanneer.setWordWrap(True)
        self.bezwaar = Statuslabel(Icoon.INFO, "", self, kleur=Kleur.STIL)
        self.bezwaar.setObjectName(f"opruimen_{naam}_bezwaar")
        self.bezwaar.laat_afbreken()
        self.knop = knop(f"opruimen_{naam}_knop", hoofdletter(kop), self, Icoon.PRULLENBAK)
        rij = QHBoxLayout()
        rij.setSpacing(RASTER)
        self.intrek_knop = knop(f"opruimen_{naam}_intrek_knop", "Trek het voorstel in", self)
        self.intrek_knop.setAccessibleName(f"Trek het voorstel in: {kop}")
        rij.addWidget(self.knop)
        rij.addWidget(self.intrek_knop)
        rij.addStretch(1)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(HALF)
        indeling.addWidget(Kop(hoofdletter(kop), self, factor=1.05))
        indeling.addWidget(StilleTekst(_UITLEG[soort], self))
        indeling.addWidget(self.wanneer)
        indeling.addWidget(self.bezwaar)
        indeling.addLayout(rij)
        self._verbind()

    def _verbind(self) -> None:
        self.knop.clicked.connect(self._on_knop)
        self.intrek_knop.clicked.connect(self._on_intrekken)

    def zet(self, stap: Opruimstap, nummer: str, toestemming: Toestemming) -> None:
        """Show how it stands."""
        self.wanneer.setText(wanneer(stap))
        woord = f"Stel voor {voorstel(self.soort, nummer)}" if stap.moet_voorstellen else handeling(self.soort, nummer)
        self.knop.setText(woord)
        self.knop.setAccessibleName(woord)
        self.knop.setVisible(stap.gedaan_op is None)
        reden = " ".join(stap.bezwaren)
        if not reden and stap.voorstel is not None:
            op = datum_kort(stap.voorstel.op)
            reden = (
                f"U hebt dit voorgesteld op {op}. Een ander moet het doen."
                if stap.wacht_op_ander
                else f"{stap.voorstel.door} heeft dit voorgesteld op {op}. U kunt het doen."
            )
        self.bezwaar.zet(Icoon.INFO, reden, kleur=Kleur.STIL)
        self.intrek_knop.setVisible(stap.voorstel is not None and stap.gedaan_op is None)
        zet_toestemming(self.intrek_knop, toestemming)
        zet_toestemming(self.knop, toestemming, verder=stap.kan and not stap.wacht_op_ander, reden=reden)

    def maak_leeg(self) -> None:
        """Drop what was read."""
        self.wanneer.setText("")
        self.bezwaar.zet(Icoon.INFO, "")

    def _on_intrekken(self) -> None:
        self.intrekken_gevraagd.emit(self.soort)

    def _on_knop(self) -> None:
        self.gevraagd.emit(self.soort)
