"""Beheer, Brieven: the text of each letter, checked while it is typed, with the fields that can be put in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QListWidget, QListWidgetItem, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.tekst.briefsoorten import Briefsoort
from zvh_desktop.services.brieven.brieftaal import Tekstbevinding
from zvh_desktop.services.brieven.teksten import BrieftekstRegel
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.beheer.brieven.handelingen import TekstWijzigen
from zvh_desktop.ui.pages.beheer.deel import BeheerDeel
from zvh_desktop.ui.pdf_voorbeeld import PdfVenster
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.teksten.uitleg import platte_uitleg
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RUIM, Kleur, tekstbreedte
from zvh_desktop.ui.widgets.kaart import StilleTekst
from zvh_desktop.ui.widgets.knoppen import knop, zet_toestemming
from zvh_desktop.ui.widgets.ongedaanregel import OngedaanRegel
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.velden.formulier import Formulierregel
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld
from zvh_desktop.ui.widgets.velden.zinregel import Zinregel

_HULP = (
    "Een lege regel begint een nieuwe alinea. Begin een regel met # voor een kopje, en met - voor een punt. Een alinea "
    "met een veld dat leeg is, valt weg."
)


class BrievenDeel(BeheerDeel):
    """Saved with a button: half a text is no letter. What was typed for another letter stays until then."""

    recht = Recht.BRIEFTEKSTEN_BEHEREN

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(
            "Brieven",
            "De vaste tekst van elke brief. Wat u hier wijzigt, geldt voor brieven die u daarna maakt. Wat verstuurd "
            "is, blijft zoals het verstuurd is.",
            diensten,
            gereedschap,
            ouder,
            rolt=False,
        )
        self.setObjectName("beheer_brieven")
        self._regels: dict[Briefsoort, BrieftekstRegel] = {}
        self._getypt: dict[Briefsoort, tuple[str, str]] = {}
        self._bevindingen: tuple[Tekstbevinding, ...] = ()
        self._bouw()
        self._verbind()
        self.vlak_inhoud.setVisible(self.mag())
        if not self.mag():
            self.ruimte()

    def _bouw(self) -> None:
        self.vlak_inhoud = QWidget(self.vlak)
        self.keuze = Keuzeveld(self.vlak_inhoud)
        self.keuze.setObjectName("brieftekst_keuze")
        self.onderwerp = Zinregel(self.vlak_inhoud)
        self.onderwerp.setObjectName("brieftekst_onderwerp")
        self.inhoud_veld = Tekstveld("Tekst van de brief", self.vlak_inhoud, regels=12)
        self.inhoud_veld.setObjectName("brieftekst_tekst")
        self.velden = QListWidget(self.vlak_inhoud)
        self.velden.setObjectName("brieftekst_velden")
        self.velden.setAccessibleName("Velden om in te voegen")
        self.velden.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.velden.setFixedWidth(tekstbreedte(self, 26))
        self.veld_uitleg = StilleTekst("", self.vlak_inhoud)
        self.veld_uitleg.setFixedWidth(tekstbreedte(self, 26))
        self.versie = StilleTekst("", self.vlak_inhoud)
        self.bevinding = Statuslabel(Icoon.VINK, "", self.vlak_inhoud)
        self.bevinding.setObjectName("brieftekst_bevinding")
        self.bevinding.laat_afbreken()
        self.invoeg_knop = knop("brieftekst_invoeg_knop", "Voeg veld in", self.vlak_inhoud, Icoon.PLUS)
        self.bewaar_knop = knop("brieftekst_bewaar_knop", "&Bewaar de tekst", self.vlak_inhoud, Icoon.OPSLAAN)
        self.voorbeeld_knop = knop("brieftekst_voorbeeld_knop", "Voorbeeld…", self.vlak_inhoud, Icoon.DOCUMENT)
        self.standaard_knop = knop(
            "brieftekst_standaard_knop", "Terug naar de standaardtekst", self.vlak_inhoud, Icoon.TERUG
        )
        self.ongedaan = OngedaanRegel(self, self.lukt, self.vernieuw)
        rooster = QGridLayout(self.vlak_inhoud)
        rooster.setContentsMargins(0, 0, 0, 0)
        rooster.setHorizontalSpacing(RUIM)
        rooster.setColumnStretch(0, 1)
        rooster.addWidget(Formulierregel("B&rief", self.keuze, ouder=self.vlak_inhoud), 0, 0)
        rooster.addWidget(self.versie, 0, 1)
        rooster.addWidget(Formulierregel("&Onderwerp", self.onderwerp, ouder=self.vlak_inhoud), 1, 0)
        rooster.addWidget(Formulierregel("&Tekst", self.inhoud_veld, _HULP, self.vlak_inhoud), 2, 0, 2, 1)
        rooster.addWidget(Formulierregel("&Velden", self.velden, ouder=self.vlak_inhoud), 1, 1, 2, 1)
        rooster.addWidget(self.veld_uitleg, 3, 1, Qt.AlignmentFlag.AlignTop)
        rooster.addWidget(self.invoeg_knop, 4, 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        rooster.addWidget(self.bevinding, 4, 0)
        rooster.addLayout(self.rij(self.bewaar_knop, self.voorbeeld_knop, self.standaard_knop), 5, 0, 1, 2)
        rooster.addWidget(self.ongedaan, 6, 0, 1, 2)
        rooster.setRowStretch(2, 1)
        self.inhoud.addWidget(self.vlak_inhoud, 1)

    def _verbind(self) -> None:
        self.keuze.currentIndexChanged.connect(self._on_brief_gekozen)
        self.onderwerp.textChanged.connect(self._on_getypt)
        self.inhoud_veld.textChanged.connect(self._on_getypt)
        self.velden.currentRowChanged.connect(self._on_veld_gekozen)
        self.velden.itemActivated.connect(self.voeg_in)
        self.invoeg_knop.clicked.connect(self.voeg_in)
        self.bewaar_knop.clicked.connect(self.bewaar)
        self.voorbeeld_knop.clicked.connect(self.toon_voorbeeld)
        self.standaard_knop.clicked.connect(self.naar_standaard)

    # --- showing ----------------------------------------------------------------------------------

    def soort(self) -> Briefsoort | None:
        """Which letter is shown."""
        gekozen = self.keuze.currentData()
        return Briefsoort(gekozen) if gekozen is not None else None

    def vernieuw(self) -> None:
        if not self.mag():
            return
        regels = self._diensten.brieven.teksten.lijst()
        self._regels = {regel.soort: regel for regel in regels}
        if self.keuze.count() != len(regels):
            self._laden = True
            self.keuze.clear()
            for regel in regels:
                self.keuze.addItem(regel.titel, regel.soort)
            self._laden = False
        self._toon()

    def _toon(self) -> None:
        soort = self.soort()
        if soort is None or soort not in self._regels:
            return
        regel = self._regels[soort]
        onderwerp, tekst = self._getypt.get(soort, (regel.onderwerp, regel.tekst))
        self._laden = True
        self.onderwerp.setText(onderwerp)
        self.onderwerp.setCursorPosition(0)
        self.inhoud_veld.laad(tekst)
        gekozen = max(0, self.velden.currentRow())
        self.velden.clear()
        for veld in regel.velden:
            nodig = " (moet erin)" if veld.naam in regel.verplicht else ""
            item = QListWidgetItem(f"{{{veld.naam}}}{nodig}", self.velden)
            item.setToolTip(platte_uitleg(veld.uitleg))
        self._laden = False
        self.velden.setCurrentRow(min(gekozen, self.velden.count() - 1))
        stand = f"Versie {regel.versie} van uw huis" if regel.eigen else "Dit is de standaardtekst"
        if regel.gewijzigd_op is not None:
            stand += f", gewijzigd op {datum_kort(regel.gewijzigd_op)} door {regel.gewijzigd_door}"
        self.versie.setText(f"{stand}.")
        self._keur()

    def _keur(self) -> None:
        soort = self.soort()
        if soort is None:
            return
        onderwerp, tekst = self.onderwerp.text(), self.inhoud_veld.toPlainText()
        self._bevindingen = self._diensten.brieven.teksten.keur(soort, onderwerp, tekst)
        if self._bevindingen:
            zinnen = "\n".join(een.zin for een in self._bevindingen[:3])
            self.bevinding.zet(Icoon.UITROEP, zinnen, kleur=Kleur.LET_OP)
        else:
            self.bevinding.zet(Icoon.VINK, "De tekst kan zo worden gebruikt.", kleur=Kleur.GOED)
        regel = self._regels.get(soort)
        mag = self._diensten.mag(Recht.BRIEFTEKSTEN_BEHEREN)
        fout = self._bevindingen[0].zin if self._bevindingen else ""
        anders = regel is not None and (onderwerp.strip(), tekst.strip()) != (regel.onderwerp, regel.tekst.strip())
        zet_toestemming(self.bewaar_knop, mag, verder=not fout and anders, reden=fout or "Er is niets veranderd.")
        zet_toestemming(self.voorbeeld_knop, mag, verder=not fout, reden=fout)
        eigen = regel is not None and regel.eigen
        zet_toestemming(self.standaard_knop, mag, verder=eigen, reden="Dit is de standaardtekst al.")

    # --- acts -------------------------------------------------------------------------------------

    def voeg_in(self) -> None:
        """The chosen field, where the cursor is in the text."""
        item = self.velden.currentItem()
        if item is not None:
            self.inhoud_veld.insertPlainText(item.text().removesuffix(" (moet erin)"))
            self.inhoud_veld.setFocus()

    def bewaar(self) -> None:
        """As the next version; with a way back."""
        soort = self.soort()
        if soort is None:
            return
        handeling = TekstWijzigen(
            self._diensten.brieven.teksten, self._regels[soort], self.onderwerp.text(), self.inhoud_veld.toPlainText()
        )
        self._doe(soort, handeling)

    def naar_standaard(self) -> None:
        """The standard text again; what the house had stays as a version."""
        soort = self.soort()
        if soort is not None:
            self._doe(soort, TekstWijzigen(self._diensten.brieven.teksten, self._regels[soort], "", ""))

    def _doe(self, soort: Briefsoort, handeling: TekstWijzigen) -> None:
        getypt = self._getypt.pop(soort, None)
        if not self.ongedaan.probeer(handeling) and getypt is not None:
            self._getypt[soort] = getypt

    def toon_voorbeeld(self) -> None:
        """The letter with invented values, as it is typed now."""
        soort = self.soort()
        if soort is None:
            return
        try:
            stuk = self._diensten.brieven.teksten.voorbeeld(
                soort, self.onderwerp.text(), self.inhoud_veld.toPlainText()
            )
        except GebruikersFout as fout:
            self.toon_weigering(fout)
            return
        PdfVenster.vraag(stuk.inhoud, stuk.bestandsnaam, "Voorbeeld", self._gereedschap.melder, ouder=self)

    def maak_leeg(self) -> None:
        self._laden = True
        self._getypt.clear()
        self._regels.clear()
        self.onderwerp.clear()
        self.inhoud_veld.maak_leeg()
        self.velden.clear()
        self.keuze.clear()
        self._laden = False
        self.versie.setText("")
        self.ongedaan.vergeet()

    def eerste_focus(self) -> QWidget | None:
        return self.keuze if self.mag() else None

    # --- slots ------------------------------------------------------------------------------------

    def _on_brief_gekozen(self) -> None:
        if not self._laden:
            self._toon()

    def _on_getypt(self) -> None:
        soort = self.soort()
        if self._laden or soort is None:
            return
        self._getypt[soort] = (self.onderwerp.text(), self.inhoud_veld.toPlainText())
        self._keur()

    def _on_veld_gekozen(self, nummer: int) -> None:
        soort = self.soort()
        if soort is not None and soort in self._regels and 0 <= nummer < len(self._regels[soort].velden):
            self.veld_uitleg.setText(f"Hier komt: {self._regels[soort].velden[nummer].uitleg}.")
