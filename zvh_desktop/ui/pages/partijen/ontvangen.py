"""Whatever one partij was ever sent: read by the page in a worker, and only once it is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.models.keuzes import OverlegId, PartijId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.uitnodigen.ontvangen import OntvangenBlad, OntvangenFilter, OntvangenRegel
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.bewaren.lijstbewaren import Lijstbron
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.pdf_voorbeeld import PdfVenster, schrijf_bestand
from zvh_desktop.ui.teksten.datums import tijd_kort
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, tekstbreedte
from zvh_desktop.ui.weergaven.lijst import rust_lijst_uit
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.kaart import StilleTekst
from zvh_desktop.ui.widgets.knoppen import knop, zet_toestemming
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.loopregel import Loopregel
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld

_GEEN_KOPIE = "Hiervan is geen kopie bewaard: het is een regel uit het register van verstrekkingen."


def _wanneer(regel: OntvangenRegel) -> object:
    return regel.op.date()


def _wanneer_uitleg(regel: OntvangenRegel) -> str:
    return f"om {tijd_kort(regel.op)}" if regel.document_id is not None else ""


def _sorteer(regel: OntvangenRegel) -> object:
    return regel.op.isoformat()


def _wat(regel: OntvangenRegel) -> object:
    return regel.wat


def _icoon(regel: OntvangenRegel) -> Icoon:
    return Icoon.DOCUMENT if regel.document_id is not None else Icoon.INFO


def _waarover(regel: OntvangenRegel) -> object:
    return regel.waarover


def _versie(regel: OntvangenRegel) -> object:
    return regel.versie


def _aan(regel: OntvangenRegel) -> object:
    return ", ".join(deel for deel in (regel.aan_naam, regel.aan_email) if deel) or "niet vastgelegd"


def _stand(regel: OntvangenRegel) -> object:
    return regel.stand or "geldt"


def _over_casus(regel: OntvangenRegel) -> tuple[str, int]:
    return regel.casusnummer, 0


def _stand_icoon(regel: OntvangenRegel) -> Icoon:
    return Icoon.STREEPJE if regel.stand else Icoon.VINK


@dataclass(frozen=True)
class _Gelezen:
    """One reading, numbered so that an old answer is dropped."""

    beurt: int
    blad: OntvangenBlad
    overleggen: tuple[tuple[OverlegId, str], ...] = field(default=())


class Ontvangen(QWidget):
    """The newest first; more is read on demand."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("partij_ontvangen")
        self._diensten = diensten
        self._gereedschap = gereedschap
        self._partij: PartijId | None = None
        self._gelezen_van: PartijId | None = None
        self._beurt = 0
        self._vult = False
        self._totaal = 0
        self._gevraagd = OntvangenFilter()
        self.van = self._dag("ontvangen_van", "Vanaf")
        self.tot = self._dag("ontvangen_tot", "Tot en met")
        self.casus = Invoerregel(self)
        self.casus.setObjectName("ontvangen_casus")
        self.casus.setAccessibleName("Casusnummer")
        self.casus.setPlaceholderText("bijvoorbeeld 2026-0042")
        self.casus.setClearButtonEnabled(True)
        self.overleg = Keuzeveld(self)
        self.overleg.setObjectName("ontvangen_overleg")
        self.overleg.setAccessibleName("Overleg")
        self.overleg.addItem("Alle overleggen", None)
        self.tabel = self._bouw_tabel()
        self.telling = StilleTekst("", self)
        self.open_knop = knop("ontvangen_open", "Openen…", self)
        self.meer_knop = knop("ontvangen_meer", "Meer laden", self)
        self.pdf_knop = knop("ontvangen_pdf", "Bewaar overzicht als PDF…", self, Icoon.OPSLAAN)
        self.pdf_knop.setToolTip("Alle regels van deze keuze in één document; dat komt in het logboek")
        rust_lijst_uit(self.tabel, (self._bron(),), diensten, gereedschap)
        self._bouw()
        self._verbind()
        self._toon_knoppen()

    def _bouw_tabel(self) -> FilterTabel[OntvangenRegel]:
        return FilterTabel(
            "ontvangen",
            "ontvangen stukken",
            (
                Kolom[OntvangenRegel](
                    "wanneer", "Wanneer", _wanneer, breedte=20, sorteer=_sorteer, uitleg=_wanneer_uitleg
                ),
                Kolom[OntvangenRegel]("wat", "Wat", _wat, breedte=26, icoon=_icoon),
                Kolom[OntvangenRegel]("waarover", "Waarover", _waarover, breedte=26),
                Kolom[OntvangenRegel]("versie", "Versie", _versie, breedte=8, rechts=True),
                Kolom[OntvangenRegel]("aan", "Aan", _aan, breedte=30),
                Kolom[OntvangenRegel]("stand", "Stand", _stand, breedte=26, icoon=_stand_icoon),
            ),
            leeg=LegeStaat(Icoon.POST, "Niets ontvangen", "Hier staat alles wat deze partij van u kreeg."),
            instellingen=self._gereedschap.instellingen,
            klembord=self._gereedschap.klembord,
            ouder=self,
        )

    def _bron(self) -> Lijstbron:
        """What stands here as a sheet; it says of how many lines that is."""

        def lees() -> tuple[Sequence[Kolom[OntvangenRegel]], Sequence[OntvangenRegel], int]:
            return self.tabel.getoonde_kolommen(), self.tabel.getoonde_regels(), self._totaal

        return Lijstbron(Lijst.ONTVANGEN, "Bewaar als XLSX…", lees, _over_casus)

    def _dag(self, naam: str, wat: str) -> Datumveld:
        veld = Datumveld(wat, self, mag_leeg=True, klok=self._gereedschap.klok)
        veld.setObjectName(naam)
        veld.setMinimumWidth(tekstbreedte(self, 14))
        return veld

    def _bouw(self) -> None:
        rooster = QGridLayout()
        rooster.setHorizontalSpacing(RASTER)
        rooster.setVerticalSpacing(HALF)
        for plaats, (tekst, veld) in enumerate(
            (("Vanaf", self.van), ("Tot en met", self.tot), ("Casus", self.casus), ("Overleg", self.overleg))
        ):
            label = QLabel(tekst, self)
            label.setBuddy(veld)
            rooster.addWidget(label, plaats // 2, plaats % 2 * 2)
            rooster.addWidget(veld, plaats // 2, plaats % 2 * 2 + 1)
        rooster.setColumnStretch(1, 1)
        rooster.setColumnStretch(3, 1)
        knoppen = Loopregel(tussen=RASTER)
        for deel in (self.open_knop, self.meer_knop, self.pdf_knop):
            knoppen.addWidget(deel)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, RASTER, 0, 0)
        indeling.setSpacing(RASTER)
        indeling.addLayout(rooster)
        indeling.addWidget(self.tabel, 1)
        indeling.addWidget(self.telling)
        indeling.addLayout(knoppen)

    def _verbind(self) -> None:
        self.van.datum_gewijzigd.connect(self._on_filter)
        self.tot.datum_gewijzigd.connect(self._on_filter)
        self.casus.editingFinished.connect(self._on_filter)
        self.overleg.currentIndexChanged.connect(self._on_filter)
        self.tabel.regel_gekozen.connect(self._toon_knoppen)
        self.tabel.regel_geopend.connect(self._on_geopend)
        self.open_knop.clicked.connect(self.open_stuk)
        self.meer_knop.clicked.connect(self.lees_meer)
        self.pdf_knop.clicked.connect(self.bewaar_pdf)

    # --- showing ----------------------------------------------------------------------------------

    def toon_partij(self, partij_id: PartijId | None) -> None:
        """Show what this partij was sent, once it is in view."""
        if partij_id == self._partij and partij_id is not None:
            self._gelezen_van = None
        else:
            self.maak_leeg()
        self._partij = partij_id
        self._toon_knoppen()
        if self.isVisible():
            self._lees()

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self._beurt += 1
        self._partij = self._gelezen_van = None
        self._gevraagd = OntvangenFilter()
        self._vult = True
        self.van.zet_datum(None)
        self.tot.zet_datum(None)
        self.casus.clear()
        self._vul_overleggen(())
        self._vult = False
        self._totaal = 0
        self.tabel.maak_leeg()
        self.telling.setText("")
        self._toon_knoppen()

    def showEvent(self, gebeurtenis: QShowEvent) -> None:
        super().showEvent(gebeurtenis)
        if self._partij is not None and self._gelezen_van != self._partij:
            self._lees()

    def filter(self) -> OntvangenFilter:
        """What is asked for. Raises InvoerOngeldig when a date cannot be read."""
        gekozen = self.overleg.currentData()
        return OntvangenFilter(
            van=self.van.datum(),
            tot=self.tot.datum(),
            casusnummer=self.casus.text(),
            overleg_id=OverlegId(gekozen) if isinstance(gekozen, int) else None,
        )

    def _lees(self, vanaf: int = 0) -> None:
        if self._partij is None or not self._diensten.mag(Recht.CASUS_LEZEN).mag:
            return
        try:
            self._gevraagd = self.filter()
        except InvoerOngeldig:
            return  # the field itself says so; the lines stay
        self._beurt += 1
        self._gelezen_van = self._partij
        self._gereedschap.taken.start(
            partial(self._vraag, self._beurt, self._partij, self._gevraagd, vanaf),
            gelukt=self._on_meer_gelezen if vanaf else self._on_gelezen,
            mislukt=self._on_mislukt,
        )

    def _vraag(self, beurt: int, partij: PartijId, gevraagd: OntvangenFilter, vanaf: int) -> _Gelezen:
        dienst = self._diensten.ontvangen
        blad = dienst.lijst(partij, gevraagd, vanaf)
        return _Gelezen(beurt, blad, () if vanaf else dienst.overleggen(partij))

    def _on_gelezen(self, gelezen: _Gelezen) -> None:
        if gelezen.beurt != self._beurt:
            return
        self._vult = True
        self._vul_overleggen(gelezen.overleggen)
        self._vult = False
        self._toon(gelezen.blad.regels, gelezen.blad.totaal)

    def _on_meer_gelezen(self, gelezen: _Gelezen) -> None:
        if gelezen.beurt == self._beurt:
            self._toon((*self.tabel.model.regels, *gelezen.blad.regels), gelezen.blad.totaal)

    def _toon(self, regels: tuple[OntvangenRegel, ...], totaal: int) -> None:
        self._totaal = totaal
        self.tabel.zet_regels(regels)
        self.telling.setText(
            f"{len(regels)} van {totaal} regels geladen" if len(regels) < totaal else f"{totaal} regels"
        )
        self._toon_knoppen()

    def _on_mislukt(self, fout: GebruikersFout) -> None:
        self._gelezen_van = None
        self._toon_knoppen()
        self._gereedschap.melder.toon_fout(self, fout)

    def _vul_overleggen(self, overleggen: tuple[tuple[OverlegId, str], ...]) -> None:
        gekozen = self.overleg.currentData()
        self.overleg.clear()
        self.overleg.addItem("Alle overleggen", None)
        for overleg_id, naam in overleggen:
            self.overleg.addItem(naam, int(overleg_id))
        self.overleg.setCurrentIndex(max(0, self.overleg.findData(gekozen)))

    def _toon_knoppen(self) -> None:
        mag = self._diensten.mag(Recht.CASUS_LEZEN)
        gekozen = self.tabel.gekozen()
        heeft = gekozen is not None and gekozen.document_id is not None
        reden = _GEEN_KOPIE if gekozen is not None else "Kies eerst een regel."
        zet_toestemming(self.open_knop, mag, verder=heeft, reden=reden)
        zet_toestemming(self.pdf_knop, mag, verder=self._partij is not None, reden="Kies eerst een partij.")
        meer = len(self.tabel.model.regels) < self._totaal
        zet_toestemming(self.meer_knop, mag, verder=meer, reden="Alles is geladen.")

    # --- doing ------------------------------------------------------------------------------------

    def open_stuk(self) -> None:
        """Show the frozen copy; what is no letter is saved where the user says."""
        regel = self.tabel.gekozen()
        if regel is None or regel.document_id is None or not self.open_knop.isEnabled():
            return
        self._gereedschap.taken.start(
            partial(self._diensten.documenten.toon_uitgegeven, regel.document_id),
            gelukt=self._on_stuk,
            mislukt=self._on_mislukt,
        )

    def lees_meer(self) -> None:
        """Read the next lines."""
        self._lees(len(self.tabel.model.regels))

    def bewaar_pdf(self) -> None:
        """Make the document of every line that was asked for, in a worker, and save it."""
        if self._partij is None or not self.pdf_knop.isEnabled():
            return
        self._gereedschap.taken.start_met_voortgang(
            partial(self._diensten.ontvangen.overzicht, self._partij, self._gevraagd),
            ouder=self,
            titel="Overzicht maken",
            gelukt=self._on_stuk,
            mislukt=self._on_mislukt,
        )

    def _on_stuk(self, stuk: Stuk) -> None:
        if stuk.bestandsnaam.endswith(".pdf"):
            melder = self._gereedschap.melder
            PdfVenster.vraag(stuk.inhoud, stuk.bestandsnaam, "Document", melder, ouder=self)
            return
        achter = stuk.bestandsnaam.rpartition(".")[2]
        doel = self._gereedschap.melder.kies_bestand_opslaan(
            self, "Bewaar het bestand", stuk.bestandsnaam, f"{achter.upper()} (*.{achter})"
        )
        if doel is None:
            return
        try:
            schrijf_bestand(doel, stuk.inhoud)
        except GebruikersFout as fout:
            self._gereedschap.melder.toon_fout(self, fout)

    # --- slots ------------------------------------------------------------------------------------

    def _on_filter(self) -> None:
        if self._vult:
            return
        try:
            anders = self.filter() != self._gevraagd
        except InvoerOngeldig:
            return
        if anders:
            self._lees()

    def _on_geopend(self, _regel: OntvangenRegel) -> None:
        self.open_stuk()
