"""The place Rapportage: the figures of a period beside the year before, to look at and to give out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.services.cijfers.gegevens import Cijferbestanden, Rapport, Sluitregel
from zvh_desktop.services.cijfers.tijdvak import Kwartaal, Tijdvak, heel_jaar
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.rapportage.cijferblad import CijferBlad
from zvh_desktop.ui.pages.rapportage.doelen import DoelenBlad
from zvh_desktop.ui.pages.rapportage.redenen import RedenenBlad
from zvh_desktop.ui.pages.rapportage.tijdvakkeuze import TijdvakKeuze
from zvh_desktop.ui.pagina import Pagina
from zvh_desktop.ui.pdf_voorbeeld import PdfVenster, schrijf_bestand
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RASTER, RUIM
from zvh_desktop.ui.widgets.kaart import Kop
from zvh_desktop.ui.widgets.knoppen import knop, zet_toestemming
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.tabbladen import Tabbladen

_LOPEND = (
    "Dit tijdvak hoort bij een jaar dat nog loopt. Geeft u het nu uit, dan kan het zijn dat een jaarcijfer later "
    "wordt weggelaten: met een kwartaal van eerder is een klein getal uit te rekenen."
)
_NIETS = "Er is nog geen tijdvak dat voorbij is. Cijfers zijn er vanaf het einde van het eerste kwartaal."
_BLIJFT = "Wat u uitgeeft, verandert daarna niet meer. Wat later wordt gewijzigd, telt in deze cijfers niet mee."


@dataclass(frozen=True, slots=True)
class Gelezen:
    """What was read beside the window, and which reading it is."""

    beurt: int
    jaren: tuple[int, ...]
    laatste: Kwartaal
    rapport: Rapport | None
    tijdvak: Tijdvak | None
    """What was read; None, and no report either, while no period is over."""
    gesloten: tuple[Sluitregel, ...]


class RapportagePagina(Pagina):
    """Read beside the window; what is shown is what would be given out."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("rapportage_pagina")
        self._diensten = diensten
        self._gereedschap = gereedschap
        self._beurt = 0
        self.rapport: Rapport | None = None
        self._tijdvak: Tijdvak | None = None
        self.keuze = TijdvakKeuze(self)
        self.pdf_knop = knop("rapportage_pdf_knop", "Uitgeven als &PDF…", self, Icoon.DOCUMENT)
        self.xlsx_knop = knop("rapportage_xlsx_knop", "Uitgeven als &XLSX…", self, Icoon.OPSLAAN)
        self.csv_knop = knop("rapportage_csv_knop", "Uitgeven als CS&V…", self, Icoon.OPSLAAN)
        self.vast = Statuslabel(Icoon.INFO, "", self)
        self.vast.setObjectName("rapportage_stand")
        self.vast.laat_afbreken()
        self.cijfers = CijferBlad(gereedschap.klembord, self)
        self.doelen = DoelenBlad(diensten, gereedschap, self)
        self.redenen = RedenenBlad(diensten, gereedschap, self)
        self.bladen = Tabbladen(self)
        self.bladen.setObjectName("rapportage_bladen")
        self.bladen.setAccessibleName("Onderdelen van de rapportage")
        self.bladen.addTab(self.cijfers, "Cijfers")
        self.bladen.addTab(self.doelen, "Doelen")
        self.bladen.addTab(self.redenen, "Redenen van afsluiten")
        self.bladen.setTabVisible(2, diensten.mag(Recht.CASUS_LEZEN).mag)
        self._bouw()
        self._verbind()
        self._toon_knoppen()

    def _bouw(self) -> None:
        kopregel = QHBoxLayout()
        kopregel.addWidget(Kop("Rapportage", self), 1)
        kopregel.addWidget(self.keuze, 0, Qt.AlignmentFlag.AlignVCenter)
        knoppen = QHBoxLayout()
        knoppen.setSpacing(RASTER)
        for een in (self.pdf_knop, self.xlsx_knop, self.csv_knop):
            knoppen.addWidget(een)
        knoppen.addStretch(1)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RUIM, RANDRUIMTE, RUIM)
        indeling.setSpacing(RUIM)
        indeling.addLayout(kopregel)
        indeling.addLayout(knoppen)
        indeling.addWidget(self.vast)
        indeling.addWidget(self.bladen, 1)

    def _verbind(self) -> None:
        self.keuze.gewijzigd.connect(self.vernieuw)
        self.doelen.gewijzigd.connect(self._on_gewijzigd)
        self.redenen.vastgelegd.connect(self._on_gewijzigd)
        self.pdf_knop.clicked.connect(self.geef_pdf)
        self.xlsx_knop.clicked.connect(self.geef_xlsx)
        self.csv_knop.clicked.connect(self.geef_csv)

    def _on_gewijzigd(self) -> None:
        self.opgeslagen.emit()
        self.vernieuw()

    def vernieuw(self) -> None:
        self._beurt += 1
        lees = partial(self._lees, self._beurt, self.keuze.tijdvak())
        self._gereedschap.taken.start(lees, gelukt=self._on_gelezen, mislukt=self._on_niet_gelezen)

    def _lees(self, beurt: int, tijdvak: Tijdvak | None) -> Gelezen:
        dienst = self._diensten.cijfers
        jaren, laatste = dienst.jaren(), dienst.laatste()
        if tijdvak is None:  # the first time: what the pick list will begin with
            tijdvak = next((heel_jaar(jaar) for jaar in jaren if (jaar, 4) <= laatste), None)
        rapport = None if tijdvak is None else dienst.rapport(tijdvak)
        gesloten = dienst.gesloten() if self._diensten.mag(Recht.CASUS_LEZEN).mag else ()
        return Gelezen(beurt, jaren, laatste, rapport, tijdvak, gesloten)

    def _on_gelezen(self, gelezen: Gelezen) -> None:
        if gelezen.beurt != self._beurt:
            return
        self.keuze.zet(gelezen.jaren, gelezen.laatste)
        self.redenen.zet(gelezen.gesloten)
        gekozen = self.keuze.tijdvak()
        if gekozen is None or gelezen.rapport is None or gelezen.tijdvak is None:
            self._toon_niets()
            self.vast.zet(Icoon.INFO, _NIETS)
            return
        if gelezen.tijdvak != gekozen:
            self.vernieuw()
            return
        self.rapport, self._tijdvak = gelezen.rapport, gelezen.tijdvak
        self.cijfers.zet(gelezen.rapport)
        self.doelen.zet(gelezen.rapport, gelezen.tijdvak.jaren[-1])
        self._toon_knoppen()

    def _toon_niets(self) -> None:
        self.rapport = self._tijdvak = None
        self.cijfers.maak_leeg()
        self.doelen.maak_leeg()
        self._toon_knoppen()

    def _on_niet_gelezen(self, fout: GebruikersFout) -> None:
        self._toon_niets()
        self.vast.zet_fout(fout)
        if not isinstance(fout, InvoerOngeldig):
            self._gereedschap.melder.toon_fout(self, fout)

    def _toon_knoppen(self) -> None:
        mag = self._diensten.mag(Recht.CIJFERS_UITGEVEN)
        for een in (self.pdf_knop, self.xlsx_knop, self.csv_knop):
            zet_toestemming(een, mag, verder=self.rapport is not None, reden="Kies eerst een tijdvak dat voorbij is.")
        self.doelen.toon_knoppen()
        if self.rapport is None:
            self.vast.zet(Icoon.INFO, "")
        elif self.rapport.uitgegeven_op is not None:
            wie = f"{datum_kort(self.rapport.uitgegeven_op)} door {self.rapport.uitgegeven_door}"
            self.vast.zet(Icoon.SLOT, f"Uitgegeven op {wie}. Deze cijfers veranderen niet meer.")
        else:
            self.vast.zet(Icoon.INFO, f"Nog niet uitgegeven. {_BLIJFT}")

    def geef_pdf(self) -> None:
        """To read, print and save."""
        self._geef(self._on_pdf)

    def geef_xlsx(self) -> None:
        """To calculate with."""
        self._geef(self._on_xlsx)

    def geef_csv(self) -> None:
        """To read in elsewhere."""
        self._geef(self._on_csv)

    def _geef(self, gelukt: object) -> None:
        if self._tijdvak is None or self.rapport is None or not callable(gelukt):
            return
        if self.rapport.uitgegeven_op is None:
            lopend = self._tijdvak.jaren[-1] == self._diensten.cijfers.laatste()[0] and (
                self._diensten.cijfers.laatste()[1] < 4
            )
            vraag = f"De cijfers van {self.rapport.naam} uitgeven? {_BLIJFT}"
            if not self._gereedschap.melder.bevestig(self, f"{vraag} {_LOPEND}" if lopend else vraag, "Geef uit"):
                return
        self._gereedschap.taken.start(
            partial(self._diensten.cijfers.geef_uit, self._tijdvak), gelukt=gelukt, mislukt=self._on_niet_gegeven
        )

    def _on_niet_gegeven(self, fout: GebruikersFout) -> None:
        self._gereedschap.melder.toon_fout(self, fout)

    def _on_pdf(self, bestanden: Cijferbestanden) -> None:
        self._on_gewijzigd()
        PdfVenster.vraag(bestanden.pdf, f"{bestanden.naam}.pdf", "Jaarcijfers", self._gereedschap.melder, ouder=self)

    def _on_xlsx(self, bestanden: Cijferbestanden) -> None:
        self._bewaar(f"{bestanden.naam}.xlsx", bestanden.xlsx, "Excel (*.xlsx)")

    def _on_csv(self, bestanden: Cijferbestanden) -> None:
        self._bewaar(f"{bestanden.naam}.csv", bestanden.csv, "CSV (*.csv)")

    def _bewaar(self, naam: str, inhoud: bytes, filter_: str) -> None:
        self._on_gewijzigd()
        melder = self._gereedschap.melder
        doel: Path | None = melder.kies_bestand_opslaan(self, "Jaarcijfers bewaren", naam, filter_)
        if doel is None:
            return
        if not doel.suffix:
            doel = doel.with_suffix(Path(naam).suffix)
        try:
            schrijf_bestand(doel, inhoud)
        except GebruikersFout as fout:
            melder.toon_fout(self, fout)

    def maak_leeg(self) -> None:
        self._beurt += 1
        self.rapport = self._tijdvak = None
        for blad in (self.cijfers, self.doelen, self.redenen):
            blad.maak_leeg()

    def eerste_focus(self) -> QWidget:
        return self.keuze.soort
