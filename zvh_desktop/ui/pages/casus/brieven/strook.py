"""Below a letter that was chosen: whether it was sent or why it cannot be made, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.brieven.gegevens import BriefInvoer, Brievenregel
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.casus.brieven.dialoog import Briefdialoog
from zvh_desktop.ui.pages.casus.brieven.handelingen import BriefNoteren
from zvh_desktop.ui.pdf_voorbeeld import PdfVenster
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.terugweg import Poging
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, Kleur
from zvh_desktop.ui.widgets.knoppen import knop, zet_toestemming
from zvh_desktop.ui.widgets.loopregel import Loopregel
from zvh_desktop.ui.widgets.ongedaanregel import OngedaanRegel
from zvh_desktop.ui.widgets.statuslabel import Statuslabel


class Briefstrook(QWidget):
    """``lukt`` shows a refusal where it belongs; ``vernieuw`` reads again after something was noted."""

    def __init__(
        self,
        diensten: Diensten,
        gereedschap: Gereedschap,
        lukt: Poging,
        vernieuw: Callable[[], None],
        ouder: QWidget,
    ) -> None:
        super().__init__(ouder)
        self.setObjectName("briefstrook")
        self._diensten, self._gereedschap = diensten, gereedschap
        self._lukt, self._vernieuw = lukt, vernieuw
        self._regel: Brievenregel | None = None
        self.label = Statuslabel(Icoon.PUNT, "", self)
        self.label.laat_afbreken()
        self.maak_knop = knop("brief_maak_knop", "Maak de brief…", self, Icoon.POST)
        self.kopie_knop = knop("brief_kopie_knop", "Bekijk wat is verstuurd…", self, Icoon.DOCUMENT)
        self.terug_knop = knop("brief_terug_knop", "Versturen ongedaan maken", self, Icoon.TERUG)
        self.ongedaan = OngedaanRegel(self, lukt, vernieuw)
        rij = Loopregel(tussen=RASTER)
        for een in (self.maak_knop, self.kopie_knop, self.terug_knop):
            rij.addWidget(een)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(HALF)
        indeling.addWidget(self.label)
        indeling.addLayout(rij)
        indeling.addWidget(self.ongedaan)
        self._verbind()
        self.toon(None)

    def _verbind(self) -> None:
        self.maak_knop.clicked.connect(self.maak)
        self.kopie_knop.clicked.connect(self.bekijk_kopie)
        self.terug_knop.clicked.connect(self.neem_terug)

    def toon(self, regel: Brievenregel | None) -> None:
        """This letter; None when none was chosen."""
        self._regel = regel
        mag = self._diensten.mag(Recht.BRIEVEN_MAKEN)
        eerder = regel.eerder if regel is not None else ()
        waarom = regel.waarom_niet if regel is not None else "Kies eerst een brief."
        zet_toestemming(self.maak_knop, mag, verder=not waarom, reden=waarom)
        self.kopie_knop.setVisible(bool(eerder))
        self.terug_knop.setVisible(bool(eerder) and eerder[0].dag == self._diensten.werkplek.vandaag())
        zet_toestemming(self.terug_knop, mag)
        if regel is None:
            self.label.zet(Icoon.PUNT, "")
        elif waarom:
            self.label.zet(Icoon.SLOT, waarom, kleur=Kleur.LET_OP)
        elif eerder:
            keer = f" Het is de {len(eerder)}e keer." if len(eerder) > 1 else ""
            zin = f"Verstuurd op {datum_kort(eerder[0].dag)} aan {eerder[0].aan}.{keer}"
            self.label.zet(Icoon.VINK, zin, kleur=Kleur.GOED)
        else:
            self.label.zet(Icoon.PUNT, f"{regel.titel}: nog niet verstuurd.", kleur=Kleur.STIL)

    def maak(self) -> None:
        """Open the letter; noting it as sent has a way back."""
        if self._regel is not None:
            maak = partial(self._diensten.brieven.stukken, self._regel.vraag)
            als_word = partial(self._diensten.brieven.als_word, self._regel.vraag)
            Briefdialoog.vraag(self._gereedschap, self._regel, maak, als_word, self._noteer, ouder=self)

    def _noteer(self, invoer: BriefInvoer) -> None:
        if self._regel is not None:
            self.ongedaan.doe(BriefNoteren(self._diensten.brieven, self._regel, invoer))

    def bekijk_kopie(self) -> None:
        """The last one, as it was sent."""
        if self._regel is None or not self._regel.eerder:
            return
        try:
            stuk = self._diensten.brieven.kopie(self._regel.eerder[0].id)
        except GebruikersFout as fout:
            self._gereedschap.melder.toon_fout(self, fout)
            return
        PdfVenster.vraag(stuk.inhoud, stuk.bestandsnaam, "Brief", self._gereedschap.melder, ouder=self)

    def neem_terug(self) -> None:
        """It was not sent after all."""
        if self._regel is not None and self._regel.eerder:
            brief_id = self._regel.eerder[0].id
            if self._lukt(partial(self._diensten.brieven.neem_terug, brief_id)):
                self._vernieuw()

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self.ongedaan.vergeet()
        self.toon(None)
