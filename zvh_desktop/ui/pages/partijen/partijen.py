"""The place Partijen: the register, with the contactpersonen of the chosen partij beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.models.keuzes import PartijSoort
from zvh_desktop.models.vouwing import sorteervorm
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.huis.regels import partij_hulp
from zvh_desktop.services.kluis.gegevens import Voortgang
from zvh_desktop.services.partijen.csv_lezen import lees_csv_bestand
from zvh_desktop.services.partijen.inlezen import CsvVoorbeeld, PartijenCsvService
from zvh_desktop.services.partijen.partijen import PartijInvoer, PartijRegel, partij_invoer
from zvh_desktop.services.werkplek.plekken import Onderdeel
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.bewaren.lijstbewaren import tabelbron
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.ongedaan import Omkeerbaar
from zvh_desktop.ui.pages.partijen.contactlijst import Contactlijst
from zvh_desktop.ui.pages.partijen.csv_voorbeeld import CsvVoorbeeldDialoog
from zvh_desktop.ui.pages.partijen.details import PartijDetails
from zvh_desktop.ui.pages.partijen.partijdialoog import PartijDialoog
from zvh_desktop.ui.pages.partijen.weghalen import PartijWeghalen
from zvh_desktop.ui.pagina import Pagina
from zvh_desktop.ui.teksten.dossier import groep_tekst, partijsoort_tekst
from zvh_desktop.ui.toetsenbord.sneltoetsen import sneltoets
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RASTER, RUIM, tekstbreedte
from zvh_desktop.ui.weergaven.lijst import rust_lijst_uit
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.kaart import Kop
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop, knop, zet_toestemming
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.ongedaanregel import OngedaanRegel

_BEWAAR = "Bewaar deze partijen als XLSX…"
_CSV_FILTER = "Lijsten (*.csv *.xlsx *.vcf *.txt);;Alle bestanden (*)"


def _naam(regel: PartijRegel) -> object:
    return regel.naam


def _kort(regel: PartijRegel) -> object:
    return regel.kort


def _groep(regel: PartijRegel) -> object:
    return groep_tekst(regel.groep) if regel.groep else ""


def _contacten(regel: PartijRegel) -> object:
    return ", ".join(contact.naam for contact in regel.contactpersonen)


def _aangesloten(regel: PartijRegel) -> object:
    return regel.aangesloten_op


def _uitgetreden(regel: PartijRegel) -> object:
    return regel.uitgetreden_op


def _uitgetreden_icoon(regel: PartijRegel) -> Icoon | None:
    return Icoon.UITROEP if regel.uitgetreden_op else None


class PartijenPagina(Pagina):
    """``toon`` takes a PartijId: that partij is chosen in the list."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("partijen_pagina")
        self._diensten = diensten
        self._gereedschap = gereedschap
        self._bouw()
        self._verbind()

    def _bouw(self) -> None:
        gekozen = "De gekozen partij"
        self.inlees_knop = gereedschapsknop(
            "partijen_inlezen_knop", Icoon.DOCUMENT, "&Inlezen…", "Een lijst inlezen: XLSX, CSV of VCF", self
        )
        self.wijzig_knop = gereedschapsknop(
            "partij_wijzigen_knop", Icoon.POTLOOD, "&Wijzig", f"{gekozen} wijzigen (F2)", self
        )
        self.weg_knop = gereedschapsknop(
            "partij_weghalen_knop", Icoon.PRULLENBAK, "&Haal weg", f"{gekozen} weghalen (Delete)", self
        )
        self.nieuw_knop = knop("partij_toevoegen_knop", "Voeg partij &toe", self, Icoon.PLUS)
        self.nieuw_knop.setToolTip("Toevoegen (Insert)")
        kopregel = QHBoxLayout()
        kopregel.setSpacing(RASTER)
        kopregel.addWidget(Kop("Partijen", self), 1)
        for deel in (self.inlees_knop, self.wijzig_knop, self.weg_knop, self.nieuw_knop):
            kopregel.addWidget(deel, 0, Qt.AlignmentFlag.AlignVCenter)
        self.tabel = self._bouw_tabel()
        bronnen = (tabelbron(self.tabel, Lijst.PARTIJEN, tekst=_BEWAAR), Contactlijst(self.tabel).als_bron())
        rust_lijst_uit(self.tabel, bronnen, self._diensten, self._gereedschap)
        self.details = PartijDetails(self._diensten, self._gereedschap, self)
        self.splitser = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitser.setChildrenCollapsible(False)
        self.splitser.addWidget(self.tabel)
        self.splitser.addWidget(self.details)
        self.splitser.setStretchFactor(0, 3)
        self.splitser.setStretchFactor(1, 2)
        self.splitser.setSizes([tekstbreedte(self, 70), tekstbreedte(self, 52)])
        self.meldregel = OngedaanRegel(
            self, self._lukt, self._bewaard, teruggezet="Teruggezet. Opnieuw weghalen kan met Ctrl+Y."
        )
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RUIM, RANDRUIMTE, RUIM)
        indeling.setSpacing(RUIM)
        indeling.addLayout(kopregel)
        indeling.addWidget(self.splitser, 1)
        indeling.addWidget(self.meldregel)
        self._toevoegen = sneltoets("Ins", waar=self.tabel)
        self._wijzigen = sneltoets("F2", waar=self.tabel)
        self._weghalen = sneltoets("Del", waar=self.tabel.tabel)
        self._toon_knoppen()

    def _bouw_tabel(self) -> FilterTabel[PartijRegel]:
        return FilterTabel(
            "partijen",
            "partijen",
            (
                Kolom[PartijRegel]("naam", "Naam", _naam, breedte=34),
                Kolom[PartijRegel]("kort", "Kort", _kort, breedte=13),
                Kolom[PartijRegel]("soort", "Soort", self._soort, breedte=18),
                Kolom[PartijRegel]("groep", "Groep", _groep, breedte=14, zichtbaar=False),
                Kolom[PartijRegel]("contacten", "Contactpersonen", _contacten, breedte=30),
                Kolom[PartijRegel]("aangesloten", "Aangesloten op", _aangesloten, breedte=22, zichtbaar=False),
                Kolom[PartijRegel](
                    "uitgetreden", "Uitgetreden op", _uitgetreden, breedte=22, icoon=_uitgetreden_icoon,
                    zichtbaar=False,
                ),
            ),
            leeg=LegeStaat(
                Icoon.PARTIJEN,
                "Nog geen partijen",
                "Hier staat met wie u samenwerkt, en wie daar uw contactpersoon is. Voeg ze toe met de knop of met "
                "Insert, of lees een lijst in.",
                "Voeg partij toe",
            ),
            instellingen=self._gereedschap.instellingen,
            klembord=self._gereedschap.klembord,
            ouder=self,
        )  # fmt: skip

    def _verbind(self) -> None:
        self.nieuw_knop.clicked.connect(self.voeg_toe)
        self.wijzig_knop.clicked.connect(self.wijzig)
        self.weg_knop.clicked.connect(self.haal_weg)
        self.inlees_knop.clicked.connect(self.lees_in)
        self._toevoegen.activated.connect(self.voeg_toe)
        self._wijzigen.activated.connect(self.wijzig)
        self._weghalen.activated.connect(self.haal_weg)
        self.tabel.leeg.actie_gevraagd.connect(self.voeg_toe)
        self.tabel.regel_gekozen.connect(self._on_regel_gekozen)
        self.tabel.regel_geopend.connect(self._on_regel_geopend)
        self.details.gewijzigd.connect(self._on_details_gewijzigd)
        self.details.weghalen_gevraagd.connect(self._on_weghalen_gevraagd)

    # --- the page ---------------------------------------------------------------------------------

    def vernieuw(self) -> None:
        gekozen = self.onderdeel()
        self.tabel.zet_regels(self._diensten.partijen.lijst())
        self._kies(gekozen if isinstance(gekozen, int) else 0)
        self.details.toon_partij(self.tabel.gekozen())
        self._toon_knoppen()

    def toon(self, onderdeel: Onderdeel | None) -> None:
        if isinstance(onderdeel, int) and onderdeel:
            self.tabel.wis_filters()
            self._kies(onderdeel)

    def onderdeel(self) -> Onderdeel | None:
        regel = self.tabel.gekozen()
        return int(regel.id) if regel is not None else None

    def maak_leeg(self) -> None:
        self.meldregel.vergeet()
        self.tabel.maak_leeg()
        self.details.toon_partij(None)

    def eerste_focus(self) -> QWidget | None:
        return self.tabel.tabel if self.tabel.model.rowCount() else self.tabel.leeg.knop

    def _kies(self, partij_id: int) -> None:
        for rij, regel in enumerate(self.tabel.model.regels):
            if regel.id == partij_id:
                self.tabel.kies(rij)
                return
        if self.tabel.gekozen() is None and self.tabel.model.rowCount():
            self.tabel.kies(0)

    # --- acts -------------------------------------------------------------------------------------

    def voeg_toe(self) -> None:
        """Add a partij and choose it."""
        if not self.nieuw_knop.isEnabled():
            return
        aansluiting = self._diensten.partijen.aansluiting()
        # Who joins the convenant is not typed any more once a tafel was held: then the free kind is the likely one.
        soort = PartijSoort.CONVENANTPARTIJ if aansluiting is None else PartijSoort.DEELNEMER
        begin = PartijInvoer(naam="", kort="", soort=soort)
        titel = "Partij toevoegen"
        nieuw = PartijDialoog.vraag(
            titel,
            "&Voeg toe",
            begin,
            self._groepen(),
            self._diensten.partijen.voeg_toe,
            ouder=self,
            hulp=partij_hulp(self._diensten.profiel),
            aansluiting=aansluiting,
        )
        if isinstance(nieuw, int):
            self._bewaard()
            self.toon(nieuw)

    def wijzig(self) -> None:
        """Change the chosen partij."""
        regel = self.tabel.gekozen()
        if regel is None or not self.wijzig_knop.isEnabled():
            return
        titel = "Partij wijzigen"
        bewaar = partial(self._diensten.partijen.wijzig, regel.id)
        hulp = partij_hulp(self._diensten.profiel)
        if PartijDialoog.vraag(titel, "&Bewaar", partij_invoer(regel), self._groepen(), bewaar, ouder=self, hulp=hulp):
            self._bewaard()

    def _soort(self, regel: PartijRegel) -> object:
        return partijsoort_tekst(regel.soort, self._diensten.termen.convenantpartij)

    def haal_weg(self) -> None:
        """Remove the chosen partij; Ctrl+Z puts it back."""
        regel = self.tabel.gekozen()
        if regel is not None and self.weg_knop.isEnabled():
            self._on_weghalen_gevraagd(PartijWeghalen(self._diensten.partijen, regel.id, regel.naam))

    def lees_in(self) -> None:
        """Choose a list, show what it would do, and do that when the user agrees."""
        pad = self._gereedschap.melder.kies_bestand_open(self, "Lijst van partijen kiezen", _CSV_FILTER)
        if pad is None:
            return
        try:
            inhoud = lees_csv_bestand(pad)
        except GebruikersFout as fout:
            self._gereedschap.melder.toon_fout(self, fout)
            return
        self._gereedschap.taken.start_met_voortgang(
            partial(_bekijk_lijst, self._diensten.partijen_csv, inhoud),
            ouder=self,
            titel="De lijst wordt bekeken",
            gelukt=self._on_voorbeeld_gelezen,
        )

    def _on_voorbeeld_gelezen(self, voorbeeld: CsvVoorbeeld) -> None:
        lees = partial(self._diensten.partijen_csv.voorbeeld, voorbeeld.bron)
        gekozen = CsvVoorbeeldDialoog.vraag(voorbeeld, self._gereedschap, self, lees)
        if gekozen is None:
            return
        self._gereedschap.taken.start_met_voortgang(
            partial(self._diensten.partijen_csv.voer_in, gekozen),
            ouder=self,
            titel="De lijst wordt ingelezen",
            gelukt=self._on_ingelezen,
        )

    def _on_ingelezen(self, _niets: object) -> None:
        self._bewaard()
        self.meldregel.zeg("De lijst is ingelezen.")

    def _lukt(self, handeling: Callable[[], object]) -> bool:
        try:
            handeling()
        except GebruikersFout as fout:
            self._gereedschap.melder.toon_fout(self, fout)
            return False
        return True

    def _bewaard(self) -> None:
        self.vernieuw()
        self.opgeslagen.emit()

    def _groepen(self) -> list[str]:
        return sorted({regel.groep for regel in self.tabel.model.regels if regel.groep}, key=sorteervorm)

    def _toon_knoppen(self) -> None:
        mag = self._diensten.mag(Recht.PARTIJEN_BEHEREN)
        gekozen = self.tabel.gekozen() is not None
        for doel in (self.nieuw_knop, self.inlees_knop):
            zet_toestemming(doel, mag)
        for doel in (self.wijzig_knop, self.weg_knop):
            zet_toestemming(doel, mag, verder=gekozen, reden="Kies eerst een partij.")
        self.tabel.leeg.knop.setVisible(mag.mag)

    def _on_regel_gekozen(self, regel: PartijRegel | None) -> None:
        self.details.toon_partij(regel)
        self._toon_knoppen()

    def _on_regel_geopend(self, _regel: PartijRegel) -> None:
        self.wijzig()

    def _on_details_gewijzigd(self) -> None:
        self._bewaard()

    def _on_weghalen_gevraagd(self, handeling: Omkeerbaar) -> None:
        gedaan = self.meldregel.probeer(handeling)
        if gedaan and isinstance(handeling, PartijWeghalen):
            self.tabel.naar_tabel()


def _bekijk_lijst(dienst: PartijenCsvService, inhoud: bytes, voortgang: Voortgang) -> CsvVoorbeeld:
    """In a thread of its own: what this list would do."""
    return dienst.voorbeeld(inhoud, voortgang=voortgang)
