"""The partijen of one procedure: to whom the letter goes, that it was sent, and what was answered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.samenwerking.gegevens import Instemminginvoer, TrajectPartijRegel, TrajectRegel
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.ongedaan import Omkeerbaar
from zvh_desktop.ui.pages.beheer.samenwerking.dialogen import AntwoordDialoog
from zvh_desktop.ui.pages.beheer.samenwerking.handelingen import Antwoorden, PartijbriefVersturen
from zvh_desktop.ui.pages.beheer.samenwerking.woorden import INSTEMMING_TEKST
from zvh_desktop.ui.pdf_voorbeeld import PdfVenster, schrijf_bestand
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.knoppen import knop, zet_toestemming
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.loopregel import Loopregel

_KIES = "Kies eerst een partij."


def _partij(regel: TrajectPartijRegel) -> object:
    return regel.partij


def _aan(regel: TrajectPartijRegel) -> object:
    return regel.aan or "geen contactpersoon met e-mailadres"


def _verstuurd(regel: TrajectPartijRegel) -> object:
    return regel.verstuurd_op.date() if regel.verstuurd_op is not None else "nog niet"


def _besluit(regel: TrajectPartijRegel) -> object:
    if not regel.besloten:
        return "na het besluit"
    return regel.besluit_op.date() if regel.besluit_op is not None else "nog niet"


def _besluit_icoon(regel: TrajectPartijRegel) -> Icoon | None:
    if not regel.besloten:
        return None
    return Icoon.VINK if regel.besluit_op is not None else Icoon.POST


def _icoon(regel: TrajectPartijRegel) -> Icoon:
    return Icoon.VINK if regel.verstuurd_op is not None else Icoon.POST


def _antwoord(regel: TrajectPartijRegel) -> object:
    return INSTEMMING_TEKST[regel.instemming]


class TrajectPartijen(QWidget):
    """One line per partij. ``doe`` does an act that can be taken back, ``klaar`` the same from a dialog."""

    def __init__(
        self,
        diensten: Diensten,
        gereedschap: Gereedschap,
        doe: Callable[[Omkeerbaar], None],
        klaar: Callable[[Omkeerbaar], None],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(ouder)
        self._diensten = diensten
        self._gereedschap = gereedschap
        self._doe, self._klaar = doe, klaar
        self._open = False
        self.tabel: FilterTabel[TrajectPartijRegel] = FilterTabel(
            "trajectpartijen",
            "partijen bij deze procedure",
            (
                Kolom[TrajectPartijRegel]("partij", "Partij", _partij, breedte=28),
                Kolom[TrajectPartijRegel]("aan", "Aan", _aan, breedte=36),
                Kolom[TrajectPartijRegel]("verstuurd", "Verstuurd op", _verstuurd, breedte=16, icoon=_icoon),
                Kolom[TrajectPartijRegel]("besluit", "Brief na besluit", _besluit, breedte=18, icoon=_besluit_icoon),
                Kolom[TrajectPartijRegel]("antwoord", "Antwoord", _antwoord, breedte=18),
            ),
            leeg=LegeStaat(Icoon.POST, "Geen partijen", "Bij deze procedure hoort nog geen partij."),
            instellingen=gereedschap.instellingen,
            klembord=gereedschap.klembord,
            ouder=self,
        )
        self.brief_knop = knop("traject_brief_knop", "Brief bekijken…", self, Icoon.DOCUMENT)
        self.concept_knop = knop("traject_concept_knop", "Bewaar concept…", self, Icoon.OPSLAAN)
        self.verstuurd_knop = knop("traject_verstuurd_knop", "Noteer als verstuurd", self, Icoon.VINK)
        self.antwoord_knop = knop("traject_antwoord_knop", "Antwoord…", self, Icoon.POTLOOD)
        rij = Loopregel(tussen=RASTER)
        for een in (self.brief_knop, self.concept_knop, self.verstuurd_knop, self.antwoord_knop):
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
        self.brief_knop.clicked.connect(self.bekijk)
        self.concept_knop.clicked.connect(self.bewaar_concept)
        self.verstuurd_knop.clicked.connect(self.noteer)
        self.antwoord_knop.clicked.connect(self.antwoord)

    def toon(self, regel: TrajectRegel | None) -> None:
        """Show the partijen of this one."""
        if regel is None:
            self._open = False
            self.tabel.maak_leeg()
        else:
            self._open = regel.open
            self.tabel.zet_regels(self._diensten.samenwerking.trajecten.brieven.lijst(regel.id))
            if self.tabel.gekozen() is None:
                self.tabel.kies(0)
        self._toon_knoppen()

    def bekijk(self) -> None:
        """The letter as it went, or as it would go now."""
        stuk = self._maak(self._diensten.samenwerking.trajecten.brieven.brief)
        if stuk is not None:
            melder = self._gereedschap.melder
            PdfVenster.vraag(stuk.inhoud, stuk.bestandsnaam, "Casustafel - Brief", melder, ouder=self)

    def bewaar_concept(self) -> None:
        """The draft for the mail program."""
        stuk = self._maak(self._diensten.samenwerking.trajecten.brieven.concept)
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
        """It was sent; with a way back on the same day."""
        regel = self.tabel.gekozen()
        if regel is not None:
            self._doe(PartijbriefVersturen(self._diensten.samenwerking.trajecten.brieven, regel))

    def antwoord(self) -> None:
        """Record what the partij answered."""
        regel = self.tabel.gekozen()
        if regel is not None:
            vandaag = self._gereedschap.klok().date()
            AntwoordDialoog(regel, vandaag, partial(self._antwoord, regel), self).antwoord()

    def _antwoord(self, regel: TrajectPartijRegel, invoer: Instemminginvoer) -> None:
        self._klaar(Antwoorden(self._diensten.samenwerking.trajecten, regel, invoer))

    def _maak(self, bron: Callable[..., Stuk]) -> Stuk | None:
        regel = self.tabel.gekozen()
        if regel is None:
            return None
        try:
            return partial(bron, regel.traject_id, regel.partij_id)()
        except GebruikersFout as fout:
            self._gereedschap.melder.toon_fout(self, fout)
            return None

    def _toon_knoppen(self) -> None:
        regel = self.tabel.gekozen()
        mag = self._diensten.mag(Recht.SAMENWERKING_BIJHOUDEN)
        nog = regel is not None and (regel.besluit_op if regel.besloten else regel.verstuurd_op) is None
        zet_toestemming(self.brief_knop, mag, verder=regel is not None, reden=_KIES)
        al = _KIES if regel is None else "Deze partij heeft al bericht gekregen."
        zet_toestemming(self.concept_knop, mag, verder=nog, reden=al)
        zet_toestemming(self.verstuurd_knop, mag, verder=nog, reden=al)
        klaar = _KIES if regel is None else "Over deze procedure is al besloten."
        zet_toestemming(self.antwoord_knop, mag, verder=regel is not None and self._open, reden=klaar)
