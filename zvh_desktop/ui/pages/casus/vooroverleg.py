"""With whom was spoken beforehand: what this house asks for, what is recorded, and a button to record it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from zvh_desktop.models.keuzes import VastleggingSoort
from zvh_desktop.services.casus.vooroverleg import VastleggingInvoer, VastleggingRegel
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.partijen.partijen import ContactpersoonRegel
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER, tekstbreedte
from zvh_desktop.ui.widgets.aandachtslijst import Aandachtslijst
from zvh_desktop.ui.widgets.kaart import Kaart
from zvh_desktop.ui.widgets.knoppen import knop, zet_toestemming
from zvh_desktop.ui.widgets.velden.contactveld import Contacten, Contactveld
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld

_WAT = {
    VastleggingSoort.AANMELDER: "Overleg met {aanmelder}",
    VastleggingSoort.GEMEENTE: "Afstemming met de gemeente",
    VastleggingSoort.BETROKKENE: "Betrokkene geïnformeerd",
}
Bewaren = Callable[[VastleggingSoort, VastleggingInvoer], object]
Wie = Callable[[VastleggingSoort], Sequence[ContactpersoonRegel]]


class VastleggingDialoog(Invoerdialoog[VastleggingInvoer]):
    """A day and with whom, or why not."""

    def __init__(
        self,
        titel: str,
        begin: VastleggingInvoer,
        bewaar: Callable[[VastleggingInvoer], object],
        ouder: QWidget | None = None,
        *,
        bron: Contacten | None = None,
    ) -> None:
        uitleg = "Vul de dag en de naam in. Is het niet gebeurd, laat de dag dan leeg en schrijf op waarom."
        super().__init__(titel, "&Bewaar", bewaar, ouder, uitleg=uitleg)
        self.setObjectName("vastleggingdialoog")
        self.op = Datumveld("Op", self, mag_leeg=True)
        self.op.zet_datum(begin.op)
        self.met = Contactveld(bron, self) if bron is not None else Invoerregel(self)
        self.met.setText(begin.met)
        self.met.setMinimumWidth(tekstbreedte(self, 46))
        self.niet_omdat = Tekstveld("Niet gebeurd, omdat", self, regels=2)
        self.niet_omdat.laad(begin.niet_omdat)
        self.formulier.voeg_toe("op", "&Op", self.op)
        self.formulier.voeg_toe("met", "&Met wie", self.met)
        self.formulier.voeg_toe("niet_omdat", "Niet gebeurd, om&dat", self.niet_omdat)

    def invoer(self) -> VastleggingInvoer:
        return VastleggingInvoer(self.op.datum(), self.met.text(), self.niet_omdat.toPlainText())

    @classmethod
    def vraag(
        cls,
        titel: str,
        begin: VastleggingInvoer,
        bewaar: Callable[[VastleggingInvoer], object],
        *,
        ouder: QWidget,
        bron: Contacten | None = None,
    ) -> bool:
        """Whether it was recorded. ``bron``: who in the register it may have been."""
        return cls(titel, begin, bewaar, ouder, bron=bron).antwoord() is not None


class VooroverlegKaart(Kaart):
    """Hidden in a house that asks for nothing here."""

    vastgelegd = Signal()

    def __init__(self, diensten: Diensten, ouder: QWidget | None = None, *, met_regels: bool = False) -> None:
        super().__init__("Vooraf overlegd", ouder)
        self.setObjectName("vooroverleg")
        self._diensten = diensten
        self._met_regels = met_regels
        self._regels: dict[VastleggingSoort, VastleggingRegel] = {}
        self._bewaar: Bewaren | None = None
        self._wie: Wie | None = None
        self._vandaag = date.min
        self.nodig = Aandachtslijst(self, kop="Nog vast te leggen:")
        self.inhoud.addWidget(self.nodig)
        self.teksten: dict[VastleggingSoort, QLabel] = {}
        self.knoppen: dict[VastleggingSoort, QPushButton] = {}
        for soort in VastleggingSoort:
            self._bouw_rij(soort)
        self.setVisible(False)

    def _bouw_rij(self, soort: VastleggingSoort) -> None:
        tekst = QLabel("", self)
        tekst.setTextFormat(Qt.TextFormat.PlainText)
        tekst.setWordWrap(True)
        vastleggen = knop(f"vooroverleg_{soort.value}_knop", "Leg vast", self, Icoon.POTLOOD)
        vastleggen.clicked.connect(partial(self.leg_vast, soort))
        rij = QHBoxLayout()
        rij.setSpacing(RASTER)
        rij.addWidget(tekst, 1)
        rij.addWidget(vastleggen)
        self.inhoud.addLayout(rij)
        self.teksten[soort], self.knoppen[soort] = tekst, vastleggen

    def toon(
        self, regels: Sequence[VastleggingRegel], bewaar: Bewaren, wie: Wie, vandaag: date, *, lopend: bool
    ) -> None:
        """Show these records; ``bewaar`` stores one, ``wie`` says who it can be about."""
        self._wie = wie
        self._regels = {regel.soort: regel for regel in regels}
        self._bewaar, self._vandaag = bewaar, vandaag
        self.nodig.zet([r.punt for r in regels if r.punt is not None] if self._met_regels and lopend else [])
        for soort in VastleggingSoort:
            regel = self._regels.get(soort)
            self.teksten[soort].setVisible(regel is not None)
            self.knoppen[soort].setVisible(regel is not None)
            if regel is None:
                continue
            self.teksten[soort].setText(_zin(self._wat(soort), regel))
            woord = "Wijzig" if regel.invoer is not None else "Leg vast"
            self.knoppen[soort].setText(woord)
            self.knoppen[soort].setAccessibleName(f"{woord}: {self._wat(soort)}")
            recht = Recht.TRIAGE_BIJHOUDEN if soort is VastleggingSoort.BETROKKENE else Recht.AANMELDING_BEOORDELEN
            zet_toestemming(self.knoppen[soort], self._diensten.mag(recht))
        self.setVisible(bool(regels))

    def leg_vast(self, soort: VastleggingSoort) -> None:
        """Ask when and with whom, or why not."""
        regel = self._regels.get(soort)
        if regel is None or self._bewaar is None:
            return
        begin = regel.invoer or VastleggingInvoer(self._vandaag)
        bron = partial(self._wie, soort) if self._wie and soort is not VastleggingSoort.BETROKKENE else None
        if VastleggingDialoog.vraag(self._wat(soort), begin, partial(self._bewaar, soort), ouder=self, bron=bron):
            self.vastgelegd.emit()

    def _wat(self, soort: VastleggingSoort) -> str:
        return _WAT[soort].replace("{aanmelder}", self._diensten.termen.met_lidwoord("aanmelder"))

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self._regels.clear()
        self._bewaar, self._wie = None, None
        for tekst in self.teksten.values():
            tekst.setText("")
        self.nodig.zet(())
        self.setVisible(False)


def _zin(wat: str, regel: VastleggingRegel) -> str:
    if regel.invoer is None:
        return f"{wat}: nog niet vastgelegd."
    door = (
        f"vastgelegd op {datum_kort(regel.vastgelegd_op)} door {regel.vastgelegd_door}" if regel.vastgelegd_op else ""
    )
    if regel.invoer.op is None:
        return f"{wat}: niet gebeurd, {regel.invoer.niet_omdat} ({door})"
    return f"{wat} op {datum_kort(regel.invoer.op)}, met {regel.invoer.met} ({door})"
