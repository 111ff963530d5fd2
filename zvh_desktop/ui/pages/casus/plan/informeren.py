"""The last part of a plan van aanpak: who informs the betrokkene, when it is evaluated, and when it can end."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from zvh_desktop.services.casus.plannen import PlanInvoer
from zvh_desktop.ui.uiterlijk.letters import letterlijk
from zvh_desktop.ui.uiterlijk.thema import RUIM
from zvh_desktop.ui.widgets.kaart import Kop
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.formulier import Formulierregel
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld


class PlanInformeren(QObject):
    """Five fields in a part of the screen; the panel around them saves.

    ``afschaling`` and ``afgeschaald`` are the words of the house for the end of a casus.
    """

    gewijzigd = Signal()

    def __init__(self, vlak: QWidget, afschaling: str, afgeschaald: str) -> None:
        super().__init__(vlak)
        self._vlak, self._afgeschaald = vlak, afgeschaald
        self.informeert = Tekstveld("Wie informeert", vlak, regels=2)
        self.niet_omdat = Tekstveld("Waarom niet geïnformeerd", vlak, regels=2)
        self.geinformeerd_op = Datumveld("Geïnformeerd op", vlak, mag_leeg=True)
        self.evaluatie_op = Datumveld("Evaluatie op", vlak, mag_leeg=True)
        self.criteria = Tekstveld(f"Criteria voor {afschaling}", vlak, regels=4)
        self._teksten = (self.informeert, self.niet_omdat, self.criteria)
        self._dagen = (self.geinformeerd_op, self.evaluatie_op)
        for sleutel, veld in (
            ("informeert", self.informeert),
            ("niet_omdat", self.niet_omdat),
            ("geinformeerd_op", self.geinformeerd_op),
            ("evaluatie_op", self.evaluatie_op),
            ("criteria", self.criteria),
        ):
            veld.setObjectName(f"plan_{sleutel}")
        for tekst in self._teksten:
            tekst.textChanged.connect(self.gewijzigd)
        for dag in self._dagen:
            dag.datum_gewijzigd.connect(self.gewijzigd)

    def deel_in(self, indeling: QVBoxLayout) -> None:
        """Place them at the end of this layout, so that they share its height with what stands above."""
        vlak = self._vlak
        rooster = QGridLayout()
        rooster.setHorizontalSpacing(RUIM)
        rooster.setVerticalSpacing(RUIM)
        rooster.setColumnStretch(0, 1)
        rooster.setColumnStretch(1, 1)
        boven = Qt.AlignmentFlag.AlignTop
        rooster.addWidget(
            Formulierregel(letterlijk("Wie informeert de betrokkene"), self.informeert, ouder=vlak),
            0,
            0,
        )
        rooster.addWidget(Formulierregel("Of: waarom gebeurt dat niet", self.niet_omdat, ouder=vlak), 0, 1)
        rooster.addWidget(Formulierregel("Geïnformeerd op", self.geinformeerd_op, ouder=vlak), 1, 0, boven)
        rooster.addWidget(Formulierregel("Evaluatie op", self.evaluatie_op, ouder=vlak), 1, 1, boven)
        wanneer = letterlijk(f"Wanneer kan de casus worden {self._afgeschaald}")
        indeling.addWidget(Kop("Informeren en evalueren", vlak, factor=1.05))
        indeling.addLayout(rooster)
        indeling.addWidget(Formulierregel(wanneer, self.criteria, "Eén criterium per regel.", vlak))

    def laad(self, invoer: PlanInvoer) -> None:
        """Show what was stored."""
        for veld, tekst in (
            (self.informeert, invoer.informeert_betrokkene),
            (self.niet_omdat, invoer.niet_geinformeerd_omdat),
            (self.criteria, invoer.afschalingscriteria),
        ):
            veld.laad(tekst)
        self.geinformeerd_op.zet_datum(invoer.betrokkene_geinformeerd_op)
        self.evaluatie_op.zet_datum(invoer.evaluatie_op)

    def zet_vast(self, *, vast: bool) -> None:
        """To be read only, or to be typed in."""
        for tekst in self._teksten:
            tekst.setReadOnly(vast)
        for dag in self._dagen:
            dag.setEnabled(not vast)

    def dagen(self) -> tuple[date | None, date | None]:
        """When the betrokkene was informed, and when there is an evaluation, as far as these can be read."""
        return self.geinformeerd_op.datum_tot_nu(), self.evaluatie_op.datum_tot_nu()

    def eis_leesbaar(self) -> None:
        """Raises InvoerOngeldig when something else than a date was typed."""
        for dag in self._dagen:
            dag.eis_leesbaar()

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        for tekst in self._teksten:
            tekst.maak_leeg()
