"""The letters of one datalek: to whom, the letter, the draft, and that it was sent."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import DatalekId
from zvh_desktop.services.datalek.gegevens import BriefRegel
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.ongedaan import Omkeerbaar
from zvh_desktop.ui.pages.beheer.datalek.handelingen import BriefVersturen
from zvh_desktop.ui.pdf_voorbeeld import PdfVenster, schrijf_bestand
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.knoppen import knop, zet_toestemming
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.loopregel import Loopregel


def _partij(regel: BriefRegel) -> object:
    return regel.partij


def _aan(regel: BriefRegel) -> object:
    return regel.aan or "geen contactpersoon met e-mailadres"


def _verstuurd(regel: BriefRegel) -> object:
    return regel.verstuurd_op.date() if regel.verstuurd_op is not None else "nog niet"


def _icoon(regel: BriefRegel) -> Icoon:
    return Icoon.VINK if regel.verstuurd_op is not None else Icoon.POST


class DatalekBrieven(QWidget):
    """One line per partij. ``doe`` does an act that can be taken back, and shows the refusal."""

    def __init__(
        self,
        diensten: Diensten,
        gereedschap: Gereedschap,
        doe: Callable[[Omkeerbaar], None],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(ouder)
        self._diensten = diensten
        self._gereedschap = gereedschap
        self._doe = doe
        self.tabel: FilterTabel[BriefRegel] = FilterTabel(
            "datalekbrieven",
            "brieven over dit datalek",
            (
                Kolom[BriefRegel]("partij", "Partij", _partij, breedte=28),
                Kolom[BriefRegel]("aan", "Aan", _aan, breedte=40),
                Kolom[BriefRegel]("verstuurd", "Verstuurd op", _verstuurd, breedte=18, icoon=_icoon),
            ),
            leeg=LegeStaat(Icoon.POST, "Geen partijen", "Kies met Wie het raakt wie bericht moet krijgen."),
            instellingen=gereedschap.instellingen,
            klembord=gereedschap.klembord,
            ouder=self,
        )
        self.brief_knop = knop("datalek_brief_knop", "Brief bekijken…", self, Icoon.DOCUMENT)
        self.concept_knop = knop("datalek_concept_knop", "Bewaar concept…", self, Icoon.OPSLAAN)
        self.verstuurd_knop = knop("datalek_verstuurd_knop", "Noteer als verstuurd", self, Icoon.VINK)
        rij = Loopregel(tussen=RASTER)
        for een in (self.brief_knop, self.concept_knop, self.verstuurd_knop):
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

    def toon(self, datalek_id: DatalekId | None) -> None:
        """Show the partijen of this one."""
        if datalek_id is None:
            self.tabel.maak_leeg()
        else:
            self.tabel.zet_regels(self._diensten.datalekken.brieven.lijst(datalek_id))
            if self.tabel.gekozen() is None:
                self.tabel.kies(0)
        self._toon_knoppen()

    def bekijk(self) -> None:
        """The letter as it went, or as it would go now."""
        stuk = self._maak(self._diensten.datalekken.brieven.brief)
        if stuk is not None:
            melder = self._gereedschap.melder
            PdfVenster.vraag(stuk.inhoud, stuk.bestandsnaam, "Casustafel - Brief", melder, ouder=self)

    def bewaar_concept(self) -> None:
        """The draft for the mail program."""
        stuk = self._maak(self._diensten.datalekken.brieven.concept)
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
            self._doe(BriefVersturen(self._diensten.datalekken.brieven, regel))

    def _maak(self, bron: Callable[..., Stuk]) -> Stuk | None:
        regel = self.tabel.gekozen()
        if regel is None:
            return None
        try:
            return partial(bron, regel.datalek_id, regel.partij_id)()
        except GebruikersFout as fout:
            self._gereedschap.melder.toon_fout(self, fout)
            return None

    def _toon_knoppen(self) -> None:
        regel = self.tabel.gekozen()
        mag = self._diensten.mag(Recht.DATALEK_BIJHOUDEN)
        open_ = regel is not None and regel.verstuurd_op is None
        zet_toestemming(self.brief_knop, mag, verder=regel is not None, reden="Kies eerst een partij.")
        al = "Kies eerst een partij." if regel is None else "Deze partij heeft al bericht gekregen."
        zet_toestemming(self.concept_knop, mag, verder=open_, reden=al)
        zet_toestemming(self.verstuurd_knop, mag, verder=open_, reden=al)
