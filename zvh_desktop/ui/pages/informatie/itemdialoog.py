"""Adds an informatie-item or changes one: from whom, under which law, and what may be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzen.informatiekeuzes import Regime
from zvh_desktop.models.keuzes import PartijId
from zvh_desktop.models.taal import opsomming
from zvh_desktop.services.informatie.aangereikt import Aangereikt, lees_aangereikt
from zvh_desktop.services.informatie.beeld import PartijKeuze
from zvh_desktop.services.informatie.bijlagen import Bijlage
from zvh_desktop.services.informatie.items import InformatieInvoer
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.meldingen import Melder
from zvh_desktop.ui.pages.informatie.woorden import REGIME_ICOON, REGIME_UITLEG, grootte_tekst
from zvh_desktop.ui.uiterlijk.icons import Icoon, laad_icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER, tekstbreedte
from zvh_desktop.ui.widgets.kaart import StilleTekst
from zvh_desktop.ui.widgets.knoppen import knop
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld
from zvh_desktop.ui.widgets.velden.zinregel import Zinregel

BIJLAGE_FILTER = (
    "Documenten (*.pdf *.docx *.doc *.odt *.rtf *.txt *.xlsx *.ods *.csv *.eml *.msg);;"
    "Afbeeldingen (*.png *.jpg *.jpeg *.tif *.tiff);;Alle bestanden (*)"
)


class BijlageVeld(QWidget):
    """The name of the chosen file and the button that chooses it."""

    mislukt = Signal(object)
    gelezen = Signal(object)
    """What is in a message: an Aangereikt."""

    def __init__(self, melder: Melder, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self._melder = melder
        self._keuzes: tuple[Bijlage, ...] = ()
        self.tekst = StilleTekst("Geen bijlage", self)
        self.kies_knop = knop("informatie_bijlage_kiezen", "&Kies bestand…", self, Icoon.DOCUMENT)
        self.welke = Keuzeveld(self)
        self.welke.setObjectName("informatie_bijlage_welke")
        self.welke.setAccessibleName("Welke bijlage u bewaart")
        self.welke.setVisible(False)
        regel = QHBoxLayout()
        regel.setSpacing(RASTER)
        regel.addWidget(self.kies_knop)
        regel.addWidget(self.tekst, 1)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RASTER)
        indeling.addLayout(regel)
        indeling.addWidget(self.welke)
        self.setFocusProxy(self.kies_knop)
        self._verbind()

    def _verbind(self) -> None:
        self.kies_knop.clicked.connect(self.kies)

    def bijlage(self) -> Bijlage | None:
        """What was chosen."""
        return self._keuzes[max(self.welke.currentIndex(), 0)] if self._keuzes else None

    def kies(self) -> None:
        """Let the user point at a file."""
        pad = self._melder.kies_bestand_open(self, "Bijlage kiezen", BIJLAGE_FILTER)
        if pad is not None:
            self.lees(pad)

    def lees(self, pad: Path) -> None:
        """Take this file, or say why not."""
        try:
            aangereikt = lees_aangereikt(pad)
        except InvoerOngeldig as fout:
            self.mislukt.emit(fout)
            return
        self.neem(aangereikt)

    def neem(self, aangereikt: Aangereikt) -> None:
        """Take what was read; of a message with attachments one of them can be chosen in its place."""
        self._keuzes = aangereikt.bijlagen
        namen = [f"{een.naam} ({grootte_tekst(len(een.inhoud))})" for een in self._keuzes]
        over = aangereikt.overgeslagen
        rest = f". Niet los te kiezen, wel in het bericht: {opsomming(over)}" if over else ""
        self.tekst.setText(f"{namen[0]}{rest}")
        self.welke.clear()
        for nummer, naam in enumerate(namen):
            self.welke.addItem(f"Alleen de bijlage {naam}" if nummer else f"Het hele bericht: {naam}")
        self.welke.setVisible(len(namen) > 1)
        if aangereikt.is_bericht:
            self.gelezen.emit(aangereikt)


class ItemDialoog(Invoerdialoog[InformatieInvoer]):
    """``bewaar`` gets the fields and the attachment; without ``melder`` there is no field for an attachment."""

    def __init__(
        self,
        titel: str,
        knoptekst: str,
        begin: InformatieInvoer | None,
        partijen: Sequence[PartijKeuze],
        bewaar: Callable[[InformatieInvoer, Bijlage | None], object],
        melder: Melder | None,
        *,
        vandaag: date,
        uitleg: str = "",
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(titel, knoptekst, self._geef_door, ouder, uitleg=uitleg)
        self.setObjectName("informatiedialoog")
        self._doel = bewaar
        self._vandaag = vandaag
        self.verstrekker = Keuzeveld(self)
        for partij in partijen:
            self.verstrekker.addItem(partij.naam, int(partij.id))
        self.regime = Keuzeveld(self)
        for regime in Regime:
            self.regime.addItem(laad_icoon(REGIME_ICOON[regime]), REGIME_UITLEG[regime], regime)
        for veld in (self.verstrekker, self.regime):
            veld.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            veld.setMinimumContentsLength(30)
            veld.setPlaceholderText("Kies")
            veld.setCurrentIndex(-1)
        self.titel = Zinregel(self)
        self.titel.setMinimumWidth(tekstbreedte(self, 60))
        self.tekst = Tekstveld("Informatie", self, regels=5)
        self.gebruik = Tekstveld("Toegestaan gebruik", self, regels=2)
        self.ontvangen = Datumveld("Ontvangen op", self)
        self.ontvangen.zet_datum(vandaag)
        self.wijze = Zinregel(self)
        self.formulier.voeg_toe("verstrekker_id", "Gegeven &door", self.verstrekker)
        self.formulier.voeg_toe("regime", "&Soort gegevens", self.regime)
        self.naast("verstrekker_id", "regime")
        self.formulier.voeg_toe("titel", "T&itel", self.titel)
        self.formulier.voeg_toe("tekst", "I&nformatie", self.tekst)
        self.bijlage: BijlageVeld | None = None
        if melder is not None:
            self.bijlage = BijlageVeld(melder, self)
            self.formulier.voeg_toe("bijlage", "Bijlage", self.bijlage)
            self.bijlage.mislukt.connect(self._on_bijlage_mislukt)
            self.bijlage.gelezen.connect(self.vul_aan)
        self.formulier.voeg_toe(
            "gebruik",
            "T&oegestaan gebruik",
            self.gebruik,
            "Wat mogen anderen ermee doen? Dat bepaalt wie het gaf. Zonder dit wordt niets gedeeld.",
        )
        self.formulier.voeg_toe("ontvangen_op", "Ontvangen o&p", self.ontvangen)
        self.formulier.voeg_toe("ontvangen_wijze", "&Hoe ontvangen", self.wijze)
        self.naast("ontvangen_op", "ontvangen_wijze")
        if begin is not None:
            self._vul(begin)

    def _vul(self, begin: InformatieInvoer) -> None:
        self.verstrekker.setCurrentIndex(self.verstrekker.findData(int(begin.verstrekker_id)))
        self.regime.setCurrentIndex(list(Regime).index(begin.regime))
        self.titel.setText(begin.titel)
        self.tekst.laad(begin.tekst)
        self.gebruik.laad(begin.gebruik)
        if begin.ontvangen_op is not None:
            self.ontvangen.zet_datum(begin.ontvangen_op)
        self.wijze.setText(begin.ontvangen_wijze)

    def neem(self, aangereikt: Aangereikt) -> None:
        """Begin with a file that was put on the casus."""
        if self.bijlage is not None:
            self.bijlage.neem(aangereikt)
            self.vul_aan(aangereikt)

    def vul_aan(self, aangereikt: Aangereikt) -> None:
        """Fill in what is still empty; what was typed stays."""
        if not self.titel.text().strip():
            self.titel.setText(aangereikt.titel)
        if not self.tekst.toPlainText().strip() and aangereikt.tekst:
            self.tekst.laad(aangereikt.tekst)
        if aangereikt.is_bericht and not self.wijze.text().strip():
            self.wijze.setText("per e-mail")
            if aangereikt.ontvangen_op is not None and aangereikt.ontvangen_op <= self._vandaag:
                self.ontvangen.zet_datum(aangereikt.ontvangen_op)

    def invoer(self) -> InformatieInvoer:
        gekozen, regime = self.verstrekker.currentData(), self.regime.currentData()
        if gekozen is None:
            raise InvoerOngeldig("verstrekker_id", "Kies wie de informatie gaf.")
        if regime is None:
            raise InvoerOngeldig("regime", "Kies onder welke wet de gegevens vallen.")
        return InformatieInvoer(
            verstrekker_id=PartijId(int(gekozen)),
            regime=Regime(regime),
            titel=self.titel.text(),
            tekst=self.tekst.toPlainText(),
            gebruik=self.gebruik.toPlainText(),
            ontvangen_op=self.ontvangen.datum(),
            ontvangen_wijze=self.wijze.text(),
        )

    def _geef_door(self, invoer: InformatieInvoer) -> object:
        return self._doel(invoer, self.bijlage.bijlage() if self.bijlage is not None else None)

    def _on_bijlage_mislukt(self, fout: InvoerOngeldig) -> None:
        self.formulier.toon_fout(fout)

    @classmethod
    def vraag(
        cls,
        titel: str,
        knoptekst: str,
        begin: InformatieInvoer | None,
        partijen: Sequence[PartijKeuze],
        bewaar: Callable[[InformatieInvoer, Bijlage | None], object],
        melder: Melder | None,
        *,
        ouder: QWidget,
        vandaag: date,
        uitleg: str = "",
        aangereikt: Aangereikt | None = None,
    ) -> object:
        """What ``bewaar`` gave back (True when nothing), or None when nothing was saved."""
        dialoog = cls(titel, knoptekst, begin, partijen, bewaar, melder, vandaag=vandaag, uitleg=uitleg, ouder=ouder)
        if aangereikt is not None:
            dialoog.neem(aangereikt)
        uitkomst = dialoog.antwoord()
        dialoog.tekst.maak_leeg()
        dialoog.gebruik.maak_leeg()
        return uitkomst
