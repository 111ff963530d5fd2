"""How a casus ended without afschaling, and whom was spoken beforehand; only there when there is something to say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from zvh_desktop.models.keuzen.eindekeuzes import EindeSoort
from zvh_desktop.models.keuzes import CasusStatus
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.services.casus.casussen import CasusBeeld
from zvh_desktop.services.casus.einden import EindeBeeld, EindeInvoer, EindeRegel
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.dialogs.keuring import Keuring
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.casus.eindedialogen import EindeDialoog, HeropenDialoog, TerugkoppelingDialoog
from zvh_desktop.ui.pages.casus.onderdeel import CasusOnderdeel
from zvh_desktop.ui.pages.casus.vooroverleg import VooroverlegKaart
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER
from zvh_desktop.ui.widgets.kaart import Kaart
from zvh_desktop.ui.widgets.knoppen import knop


class EindePaneel(CasusOnderdeel):
    """Right below the head."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("casus_einde")
        self._beeld: EindeBeeld | None = None
        self.kaart = Kaart("Hoe de casus is geëindigd", self)
        self.tekst = QLabel("", self.kaart)
        self.tekst.setObjectName("casus_einde_tekst")
        self.tekst.setTextFormat(Qt.TextFormat.PlainText)
        self.tekst.setWordWrap(True)
        self.tekst.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.beeindig_knop = knop("casus_beeindig_knop", "Beëindig de casus", self.kaart, Icoon.VINK)
        self.terug_knop = knop("casus_terugkoppel_knop", "Leg terugkoppeling vast", self.kaart, Icoon.POST)
        self.heropen_knop = knop("casus_heropen_knop", "Heropen de casus", self.kaart, Icoon.ONGEDAAN)
        regel = QHBoxLayout()
        regel.setSpacing(RASTER)
        for deel in (self.beeindig_knop, self.terug_knop, self.heropen_knop):
            regel.addWidget(deel)
        regel.addStretch(1)
        self.kaart.inhoud.addWidget(self.tekst)
        self.kaart.inhoud.addLayout(regel)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.addWidget(self.kaart)
        self.vooroverleg = VooroverlegKaart(diensten, self)
        indeling.addWidget(self.vooroverleg)
        self.setVisible(False)
        self._verbind()

    def _verbind(self) -> None:
        self.beeindig_knop.clicked.connect(self.beeindig)
        self.terug_knop.clicked.connect(self.koppel_terug)
        self.heropen_knop.clicked.connect(self.heropen)
        self.vooroverleg.vastgelegd.connect(self._gedaan)

    def laad(self, beeld: CasusBeeld) -> None:
        einde = self._beeld = self._diensten.einden.toon(beeld.id)
        self.tekst.setText("\n".join(self._zinnen(einde)))
        self.kaart.setVisible(einde.nu is not None or einde.kan_eindigen or bool(einde.eerder))
        dienst = self._diensten.vooroverleg
        vooraf = dienst.bij_casus(beeld.id)
        lopend = beeld.status is CasusStatus.LOPEND
        bewaar = partial(dienst.leg_vast, casus_id=beeld.id)
        wie = partial(dienst.contacten, casus_id=beeld.id)
        self.vooroverleg.toon(vooraf, bewaar, wie, self._vandaag(), lopend=lopend)
        self.setVisible(bool(vooraf) or not self.kaart.isHidden())
        self.kaart.kop.setText("Hoe de casus is geëindigd" if einde.nu else "Einde van de casus")
        self.beeindig_knop.setVisible(einde.kan_eindigen)
        self.terug_knop.setVisible(einde.nu is not None)
        self.heropen_knop.setVisible(einde.nu is not None)
        gezegd = einde.nu is not None and einde.nu.terugkoppeling is not None
        woord = "Wijzig de terugkoppeling" if gezegd else "Leg terugkoppeling vast"
        self.terug_knop.setText(woord)
        self.terug_knop.setAccessibleName(woord)
        self.zet_recht(self.beeindig_knop, Recht.TRIAGE_AFRONDEN)
        self.zet_recht(self.terug_knop, Recht.AANMELDEN)
        self.zet_recht(self.heropen_knop, Recht.TRIAGE_AFRONDEN)

    def _zinnen(self, einde: EindeBeeld) -> Iterator[str]:
        termen = self._diensten.termen
        if einde.kan_eindigen:
            waar = f"bij {einde.procesregie}" if einde.procesregie else "elders"
            yield (
                f"{hoofdletter(termen.met_lidwoord('procesregie'))} ligt {waar}. "
                "Beëindig de casus als die is overgedragen."
            )
        for regel in (*einde.eerder, *((einde.nu,) if einde.nu else ())):
            yield from self._regel(regel)

    def _regel(self, regel: EindeRegel) -> Iterator[str]:
        wat = {
            EindeSoort.ELDERS: "hoort bij een ander overleg of een andere organisatie",
            EindeSoort.NIET: "geen verdere behandeling",
            EindeSoort.PROCESREGIE_ELDERS: f"{self._diensten.termen.procesregie} bij {regel.bij}",
        }[regel.soort]
        yield f"Beëindigd op {datum_kort(regel.beeindigd_op)} door {regel.beeindigd_door}: {wat}."
        if regel.geinformeerd_op is not None:
            yield f"{regel.bij} is geïnformeerd op {datum_kort(regel.geinformeerd_op)}."
        if regel.advies:
            yield f"Toelichting en advies: {regel.advies}"
        terug, wie = regel.terugkoppeling, self._diensten.termen.met_lidwoord("aanmelder")
        if terug is not None:
            yield (
                f"Teruggekoppeld aan {wie} op {datum_kort(terug.op)} ({terug.hoe}) door "
                f"{regel.teruggekoppeld_door}: {terug.wat}"
            )
        elif regel.heropend_op is None:
            yield f"Aan {wie} is nog niets teruggekoppeld."
        if regel.heropend_op is not None:
            yield f"Heropend op {datum_kort(regel.heropend_op)} door {regel.heropend_door}: {regel.heropend_omdat}"

    # --- acts -------------------------------------------------------------------------------------

    def beeindig(self) -> None:
        """Ask who has the casus from now on, end it here and sign that."""
        if self._casus is None or self._beeld is None:
            return
        nummer, daad = self._casus.nummer, partial(self._diensten.einden.beeindig, self._casus.id)
        bezig = Keuring[EindeInvoer](self._diensten, daad)
        if not EindeDialoog.vraag(self._beeld.procesregie, self._vandaag(), bezig.keur, ouder=self):
            return
        invoer = bezig.gekozen[-1]
        if self.teken(partial(daad, invoer), (f"Casus {nummer} is beëindigd", f"Bij: {invoer.bij.strip()}")):
            self._gedaan()

    def koppel_terug(self) -> None:
        """Record what the aanmelder was told, or change that."""
        if self._casus is None or self._beeld is None or self._beeld.nu is None:
            return
        bewaar = partial(self._diensten.einden.koppel_terug, self._casus.id)
        wie = self._diensten.termen.met_lidwoord("aanmelder")
        if TerugkoppelingDialoog.vraag(wie, self._beeld.nu.terugkoppeling, self._vandaag(), bewaar, ouder=self):
            self._gedaan()

    def heropen(self) -> None:
        """Ask why, open the casus again and sign that."""
        if self._casus is None:
            return
        nummer, daad = self._casus.nummer, partial(self._diensten.einden.heropen, self._casus.id)
        bezig = Keuring[str](self._diensten, daad)
        if not HeropenDialoog.vraag(nummer, bezig.keur, ouder=self):
            return
        reden = bezig.gekozen[-1]
        if self.teken(partial(daad, reden), (f"Casus {nummer} gaat weer open", f"Reden: {reden.strip()}")):
            self._gedaan()

    def _vandaag(self) -> date:
        return self._gereedschap.klok().date()

    def _gedaan(self) -> None:
        if self._casus is not None:
            self.toon_casus(self._diensten.casussen.toon(self._casus.id))
        self.opgeslagen.emit()
        self.gewijzigd.emit()

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self._beeld = None
        self.tekst.setText("")
        self.vooroverleg.maak_leeg()
        self.setVisible(False)
