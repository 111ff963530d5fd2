"""One letter: to whom and where, what is added, how it looks, the draft, and that it was sent."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzes import ContactpersoonId
from zvh_desktop.services.brieven.brieven import MEESTE_TOELICHTING
from zvh_desktop.services.brieven.gegevens import BriefInvoer, BriefStukken, Brievenregel
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.word.sjablonen import Wordbestand
from zvh_desktop.ui.bewaren.berichtknoppen import Berichtknoppen, Mailbericht
from zvh_desktop.ui.bewaren.wordknop import BUITEN, WORD
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pdf_voorbeeld import PdfVenster, bewaar_concept_als, schrijf_bestand
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER, tekstbreedte
from zvh_desktop.ui.weg.keuze import na_keuze
from zvh_desktop.ui.widgets.knoppen import knop
from zvh_desktop.ui.widgets.loopregel import Loopregel
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld


class Briefdialoog(Invoerdialoog[BriefInvoer]):
    """``maak`` makes the letter as it would go, ``als_word`` one to change, ``bewaar`` notes that it was sent.

    Only the last closes the dialog.
    """

    def __init__(
        self,
        gereedschap: Gereedschap,
        regel: Brievenregel,
        maak: Callable[[BriefInvoer], BriefStukken],
        als_word: Callable[[BriefInvoer], Wordbestand],
        bewaar: Callable[[BriefInvoer], object],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(
            regel.titel,
            "Noteer als &verstuurd",
            bewaar,
            ouder,
            uitleg=f"Aan {regel.aan}. De tekst van deze brief staat bij Beheer, Brieven.",
        )
        self.setObjectName("briefdialoog")
        self._gereedschap, self._regel, self._maak_stukken = gereedschap, regel, maak
        self._als_word = als_word
        self.niet_knop.setText("&Sluiten")
        self.niet_knop.setAccessibleName("Sluiten")
        self.contact = Keuzeveld(self)
        self.adres = Tekstveld("Adres voor de envelop", self, regels=4)
        self.email = Invoerregel(self)
        self.toelichting = Tekstveld("Toelichting", self, regels=4, meeste_tekens=MEESTE_TOELICHTING)
        self.toelichting.setMinimumWidth(tekstbreedte(self, 60))
        self._bouw_geadresseerde()
        self.formulier.voeg_toe(
            "toelichting",
            "&Toelichting in deze brief",
            self.toelichting,
            "Mag leeg blijven. Noem alleen wie de ontvanger mag kennen.",
        )
        self.voorbeeld_knop = knop("brief_voorbeeld_knop", "&Brief bekijken…", self, Icoon.DOCUMENT)
        self.concept_knop = knop("brief_concept_knop", "Bewaar &concept…", self, Icoon.OPSLAAN)
        self.word_knop = knop("brief_word_knop", "Bewaar als Wo&rd…", self, Icoon.POTLOOD)
        rij = Loopregel(tussen=RASTER)
        for een in (self.voorbeeld_knop, self.concept_knop, self.word_knop):
            rij.addWidget(een)
        vlak = QWidget(self)
        vlak.setLayout(rij)
        self.formulier.voeg_los_toe(vlak)
        self.bericht = Berichtknoppen("brief", self._bericht, self._lukt, self._gereedschap, self)
        self.formulier.voeg_los_toe(self.bericht)
        self.gezegd = Statuslabel(Icoon.INFO, "", self)
        self.gezegd.laat_afbreken()
        self.formulier.voeg_los_toe(self.gezegd)
        self._verbind()

    def _bouw_geadresseerde(self) -> None:
        """For somebody at home lines for an envelope or an address; for a partij one of its contactpersonen."""
        self.contact.setVisible(False)
        self.adres.setVisible(False)
        self.email.setVisible(False)
        if self._regel.per_post:
            self.adres.laad(self._regel.adres)
            self.formulier.voeg_toe(
                "adres",
                "&Adres voor de envelop",
                self.adres,
                "Naam, straat en huisnummer, postcode en plaats: elk op een regel. De brief drukt u af.",
            )
            self.formulier.voeg_toe("email", "Of een &e-mailadres", self.email, "Dan maakt u een concept.")
            self.adres.setVisible(True)
            self.email.setVisible(True)
            return
        for contact in self._regel.contactpersonen:
            functie = f", {contact.functie}" if contact.functie else ""
            self.contact.addItem(f"{contact.naam}{functie} ({contact.email})", int(contact.id))
        mandaat = next((n for n, een in enumerate(self._regel.contactpersonen) if een.mandaat), 0)
        self.contact.setCurrentIndex(mandaat if self._regel.contactpersonen else -1)
        self.formulier.voeg_toe(
            "contactpersoon", "&Aan", self.contact, "Contactpersonen met een e-mailadres, uit het register."
        )
        self.contact.setVisible(True)

    def _verbind(self) -> None:
        self.voorbeeld_knop.clicked.connect(self.bekijk)
        self.concept_knop.clicked.connect(self.bewaar_concept)
        self.word_knop.clicked.connect(self.bewaar_word)
        self.bericht.gedaan.connect(self._on_bericht)

    def invoer(self) -> BriefInvoer:
        gekozen = self.contact.currentData()
        return BriefInvoer(
            toelichting=self.toelichting.toPlainText(),
            contact_id=ContactpersoonId(int(gekozen)) if gekozen is not None else None,
            email=self.email.text(),
            adres=self.adres.toPlainText() if self._regel.per_post else "",
        )

    def bekijk(self) -> None:
        """The letter as it would go now; from there it can be printed."""
        stuk = self._maak(concept=False)
        if stuk is not None:
            PdfVenster.vraag(stuk.inhoud, stuk.bestandsnaam, "Brief", self._gereedschap.melder, ouder=self)

    def bewaar_concept(self) -> None:
        """The draft for the mail program."""
        stuk = self._maak(concept=True)
        if stuk is not None:
            bewaar_concept_als(self._gereedschap.melder, self, stuk)

    def bewaar_word(self) -> None:
        """The letter for a word processor: what is changed there, is sent from there."""
        if self._maak(concept=False) is None:  # a refusal is said before a place is asked
            return
        melder = self._gereedschap.melder
        doel = melder.kies_bestand_opslaan(self, "Bewaar als Word", "brief.docx", WORD)
        if doel is None:
            return
        try:
            word = na_keuze(self, partial(self._als_word, self.invoer()))
            schrijf_bestand(doel if doel.suffix else doel.with_suffix(".docx"), word.inhoud)
        except GebruikersFout as fout:
            self._fout.zet_fout(fout)
            return
        self.gezegd.zet(Icoon.INFO, f"Bewaard als Word. {BUITEN}")

    def _maak(self, *, concept: bool) -> Stuk | None:
        stukken = self._nu(met_adres=concept)
        if stukken is None:
            return None
        return stukken.concept if concept else stukken.brief

    def _nu(self, *, met_adres: bool) -> BriefStukken | None:
        """The letter as it would go now; None after it was said why there is none."""
        self.formulier.wis_fouten()
        try:
            stukken = na_keuze(self, partial(self._maak_stukken, self.invoer()))
            if met_adres and stukken.concept is None:
                raise InvoerOngeldig("email", "Zonder e-mailadres is er geen concept. Bekijk de brief en druk hem af.")
        except InvoerOngeldig as fout:
            if not self.formulier.toon_fout(fout):
                self._fout.zet_fout(fout)
            return None
        except GebruikersFout as fout:
            self._fout.zet_fout(fout)
            return None
        return stukken

    def _bericht(self) -> Mailbericht | None:
        stukken = self._nu(met_adres=True)
        if stukken is None or stukken.bericht is None:
            return None
        return Mailbericht(stukken.ontvanger.email, stukken.bericht.onderwerp, stukken.bericht.tekst)

    def _lukt(self, handeling: Callable[[], object]) -> bool:
        try:
            handeling()
        except GebruikersFout as fout:
            self._fout.zet_fout(fout)
            return False
        return True

    def _on_bericht(self, zin: str) -> None:
        self.gezegd.zet(Icoon.KOPIE, zin)

    @classmethod
    def vraag(
        cls,
        gereedschap: Gereedschap,
        regel: Brievenregel,
        maak: Callable[[BriefInvoer], BriefStukken],
        als_word: Callable[[BriefInvoer], Wordbestand],
        bewaar: Callable[[BriefInvoer], object],
        *,
        ouder: QWidget,
    ) -> object:
        """What ``bewaar`` gave back (True when nothing), or None when it was not noted."""
        return cls(gereedschap, regel, maak, als_word, bewaar, ouder).antwoord()
