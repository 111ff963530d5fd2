"""The partijen that supplied something: the letter, the draft, the own part, and what each answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzen.verzoekkeuzes import PartijAntwoord, VerzoekId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.verzoeken.gegevens import DeelRegel
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.ongedaan import Omkeerbaar
from zvh_desktop.ui.pages.beheer.verzoeken.handelingen import HeenEnTerug
from zvh_desktop.ui.pages.beheer.verzoeken.keuzedialoog import Keuzeantwoord, KeuzeDialoog
from zvh_desktop.ui.pages.beheer.verzoeken.vragen import ANTWOORD_TEKST, antwoordvraag
from zvh_desktop.ui.pdf_voorbeeld import PdfVenster, schrijf_bestand
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.knoppen import knop, zet_toestemming
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.loopregel import Loopregel


def _partij(regel: DeelRegel) -> object:
    return regel.partij


def _aantal(regel: DeelRegel) -> object:
    return "1 onderdeel" if regel.aantal == 1 else f"{regel.aantal} onderdelen"


def _verstuurd(regel: DeelRegel) -> object:
    return regel.verstuurd_op.date() if regel.verstuurd_op is not None else "nog niet"


def _antwoord(regel: DeelRegel) -> object:
    return ANTWOORD_TEKST[regel.antwoord]


def _icoon(regel: DeelRegel) -> Icoon:
    return Icoon.KLOK if regel.antwoord is PartijAntwoord.OPEN else Icoon.VINK


class Partijdelen(QWidget):
    """One line per partij. ``doe`` does an act that can be taken back; ``lukt`` one that cannot."""

    def __init__(
        self,
        diensten: Diensten,
        gereedschap: Gereedschap,
        doe: Callable[[Omkeerbaar], None],
        lukt: Callable[[Callable[[], object]], bool],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(ouder)
        self._diensten, self._gereedschap = diensten, gereedschap
        self._doe, self._lukt = doe, lukt
        self.tabel: FilterTabel[DeelRegel] = FilterTabel(
            "partijdelen",
            "delen van partijen",
            (
                Kolom[DeelRegel]("partij", "Partij", _partij, breedte=30),
                Kolom[DeelRegel]("aantal", "Gaf", _aantal, breedte=16),
                Kolom[DeelRegel]("verstuurd", "Brief verstuurd", _verstuurd, breedte=18),
                Kolom[DeelRegel]("antwoord", "Antwoord", _antwoord, breedte=28, icoon=_icoon),
            ),
            leeg=LegeStaat(Icoon.POST, "Geen partijen", "Geen partij gaf iets over deze persoon."),
            instellingen=gereedschap.instellingen,
            klembord=gereedschap.klembord,
            ouder=self,
        )
        self.deel_knop = knop("verzoek_deel_knop", "Deel bekijken…", self, Icoon.DOCUMENT)
        self.brief_knop = knop("verzoek_brief_knop", "Brief bekijken…", self, Icoon.DOCUMENT)
        self.concept_knop = knop("verzoek_concept_knop", "Bewaar concept…", self, Icoon.OPSLAAN)
        self.verstuurd_knop = knop("verzoek_verstuurd_knop", "Noteer als verstuurd", self, Icoon.VINK)
        self.antwoord_knop = knop("verzoek_antwoord_knop", "Antwoord…", self, Icoon.POTLOOD)
        rij = Loopregel(tussen=RASTER)
        for een in (self.deel_knop, self.brief_knop, self.concept_knop, self.verstuurd_knop, self.antwoord_knop):
            rij.addWidget(een)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RASTER)
        indeling.addWidget(self.tabel, 1)
        indeling.addLayout(rij)
        self._verbind()
        self._toon_knoppen()

    def _verbind(self) -> None:
        self.tabel.regel_gekozen.connect(self._toon_knoppen)
        self.deel_knop.clicked.connect(self.bekijk_deel)
        self.brief_knop.clicked.connect(self.bekijk_brief)
        self.concept_knop.clicked.connect(self.bewaar_concept)
        self.verstuurd_knop.clicked.connect(self.noteer)
        self.antwoord_knop.clicked.connect(self.antwoord)

    def toon(self, verzoek_id: VerzoekId | None) -> None:
        """Show the partijen of this one."""
        if verzoek_id is None:
            self.tabel.maak_leeg()
        else:
            self.tabel.zet_regels(self._diensten.verzoeken.delen.lijst(verzoek_id))
            if self.tabel.gekozen() is None:
                self.tabel.kies(0)
        self._toon_knoppen()

    def bekijk_deel(self) -> None:
        """What this partij supplied, as it gets it."""
        self._bekijk(self._diensten.verzoeken.inzage.deel, "Deel van een partij")

    def bekijk_brief(self) -> None:
        """The letter as it would go now."""
        self._bekijk(self._diensten.verzoeken.delen.brief, "Brief")

    def bewaar_concept(self) -> None:
        """The draft for the mail program."""
        stuk = self._maak(self._diensten.verzoeken.delen.concept)
        if stuk is None:
            return
        melder = self._gereedschap.melder
        doel = melder.kies_bestand_opslaan(self, "Bewaar het concept", stuk.bestandsnaam, "EML (*.eml)")
        if doel is None:
            return
        try:
            schrijf_bestand(doel, stuk.inhoud)
        except GebruikersFout as fout:
            melder.toon_fout(self, fout)

    def noteer(self) -> None:
        """It was sent; a copy is kept, so this is not taken back."""
        regel = self.tabel.gekozen()
        if regel is not None:
            dienst = self._diensten.verzoeken.delen
            self._lukt(partial(dienst.noteer_verstuurd, regel.verzoek_id, regel.partij_id))
            self.toon(regel.verzoek_id)

    def antwoord(self) -> None:
        """What the partij said."""
        regel = self.tabel.gekozen()
        if regel is not None:
            vraag = antwoordvraag(regel, self._gereedschap.klok().date())
            KeuzeDialoog.vraag_om(vraag, partial(self._leg_vast, regel), ouder=self)

    def _leg_vast(self, regel: DeelRegel, wat: Keuzeantwoord) -> None:
        zet = partial(self._diensten.verzoeken.delen.leg_antwoord_vast, regel.verzoek_id, regel.partij_id)
        self._doe(
            HeenEnTerug(
                f"Het antwoord van {regel.partij} is vastgelegd.",
                partial(zet, PartijAntwoord(str(wat.daad)), wat.dag, wat.tekst),
                partial(zet, regel.antwoord, regel.antwoord_op, regel.antwoord_reden),
            )
        )

    def _bekijk(self, bron: Callable[..., Stuk], titel: str) -> None:
        stuk = self._maak(bron)
        if stuk is not None:
            melder = self._gereedschap.melder
            PdfVenster.vraag(stuk.inhoud, stuk.bestandsnaam, f"Casustafel - {titel}", melder, ouder=self)

    def _maak(self, bron: Callable[..., Stuk]) -> Stuk | None:
        regel = self.tabel.gekozen()
        if regel is None:
            return None
        try:
            return bron(regel.verzoek_id, regel.partij_id)
        except GebruikersFout as fout:
            self._gereedschap.melder.toon_fout(self, fout)
            return None

    def _toon_knoppen(self) -> None:
        regel = self.tabel.gekozen()
        mag = self._diensten.mag(Recht.VERZOEK_BIJHOUDEN)
        kies = "Kies eerst een partij."
        for een in (self.deel_knop, self.brief_knop, self.concept_knop, self.antwoord_knop):
            zet_toestemming(een, mag, verder=regel is not None, reden=kies)
        open_ = regel is not None and regel.verstuurd_op is None
        al = kies if regel is None else "Deze partij kreeg deze brief al."
        zet_toestemming(self.verstuurd_knop, mag, verder=open_, reden=al)
