"""One meeting without casussen: its agenda and members on the left, the chosen point on the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import AgendapuntId, OverlegId
from zvh_desktop.services.bestuur.gegevens import BestuurBeeld, BestuurPunt, BestuurpuntInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.regelboek.uitleg import in_een_zin
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.bestuur.brievenknoppen import BesluitenbriefKnoppen
from zvh_desktop.ui.pages.bestuur.ledenvak import LedenVak
from zvh_desktop.ui.pages.bestuur.puntdialoog import OverlegpuntDialoog
from zvh_desktop.ui.pages.bestuur.puntpaneel import PuntPaneel
from zvh_desktop.ui.pages.bestuur.uitnodigingendialoog import UitnodigingenDialoog, uitnodigacties
from zvh_desktop.ui.pages.bestuur.weghalen import PuntWeghalen
from zvh_desktop.ui.pages.bestuur.werkbladkolommen import PUNTEN_KOLOMMEN
from zvh_desktop.ui.pages.tafel.toetstabel import Toetstabel
from zvh_desktop.ui.paneel import Paneel
from zvh_desktop.ui.pdf_voorbeeld import PdfVenster
from zvh_desktop.ui.teksten.datums import datum_voluit, tijd_kort
from zvh_desktop.ui.teksten.ondertekenlijst import bestuur_regels
from zvh_desktop.ui.toetsenbord.sneltoetsen import sneltoets
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import HALF, RANDRUIMTE, RASTER, Kleur, maak_primair, tekstbreedte
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop, knop
from zvh_desktop.ui.widgets.ongedaanregel import OngedaanRegel
from zvh_desktop.ui.widgets.paskader import Paskader
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.titelregel import Titelregel
from zvh_desktop.ui.widgets.wijksplitser import Wijksplitser


class OverlegWerkblad(Paneel):
    """Everything is saved at once; what is removed can be brought back with Ctrl+Z."""

    wijzigen_gevraagd = Signal()
    lijst_gevraagd = Signal()

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("overleg_werkblad")
        self._beeld: BestuurBeeld | None = None
        self._bouw()
        self._verbind()

    @property
    def overleg_id(self) -> OverlegId | None:
        """The meeting that is open."""
        return self._beeld.kop.id if self._beeld is not None else None

    def _bouw(self) -> None:
        self.terug_knop = gereedschapsknop("overleg_terug", Icoon.TERUG, "Alle overleggen", "Terug naar de lijst", self)
        self.titel = Titelregel(self)
        self.status = Statuslabel(Icoon.POTLOOD, "", self)
        self.kop_knop = gereedschapsknop(
            "overleg_kop_wijzigen", Icoon.POTLOOD, "Wi&jzig", "Datum, tijd en plaats wijzigen", self
        )
        self.agenda_knop = gereedschapsknop("overleg_agenda_knop", Icoon.AGENDA, "A&genda", "De agenda tonen", self)
        self.uitnodig_knop = gereedschapsknop(
            "overleg_uitnodigen_knop", Icoon.PARTIJEN, "&Uitnodigingen…", "De leden uitnodigen", self
        )
        self.brieven = BesluitenbriefKnoppen(self._diensten, self._gereedschap, self._maak_stuk, self)
        self.verslag_knop = gereedschapsknop(
            "overleg_verslag_knop", Icoon.DOCUMENT, "Ve&rslag", "Het verslag tonen", self
        )
        self.begin_knop = knop("overleg_begin_knop", "Overleg begint", self)
        self.vast_knop = knop("overleg_vaststellen_knop", "S&tel verslag vast", self)
        maak_primair(self.begin_knop)
        maak_primair(self.vast_knop)
        eerste = QHBoxLayout()
        eerste.setSpacing(RASTER)
        eerste.addWidget(self.terug_knop)
        eerste.addWidget(self.titel, 1)
        eerste.addWidget(self.status)
        eerste.addWidget(self.kop_knop)
        eerste.addWidget(self.uitnodig_knop)
        tweede = QHBoxLayout()
        tweede.setSpacing(RASTER)
        tweede.addStretch(1)
        rechtsboven: tuple[QWidget, ...] = (
            self.agenda_knop,
            self.verslag_knop,
            self.brieven,
            self.begin_knop,
            self.vast_knop,
        )
        for deel in rechtsboven:
            tweede.addWidget(deel, 0, Qt.AlignmentFlag.AlignTop)
        self.geen_casus, self.stemregel = StilleTekst("", self), StilleTekst("", self)
        self.paneel = PuntPaneel(self._diensten, self._gereedschap, self)
        self.splitser = Wijksplitser(self)
        self.splitser.addWidget(self._bouw_links())
        self.splitser.addWidget(self.paneel)
        self.splitser.setStretchFactor(0, 2)
        self.splitser.setStretchFactor(1, 3)
        self.splitser.setSizes([tekstbreedte(self, 56), tekstbreedte(self, 76)])
        self.meldregel = OngedaanRegel(self, self.lukt, self._on_gewijzigd)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RASTER, RANDRUIMTE, RASTER)
        indeling.setSpacing(HALF)
        indeling.addLayout(eerste)
        indeling.addLayout(tweede)
        indeling.addWidget(self.geen_casus)
        indeling.addWidget(self.stemregel)
        indeling.addSpacing(HALF)
        indeling.addWidget(Paskader(self.splitser, self), 1)
        indeling.addWidget(self.meldregel)

    def _bouw_links(self) -> QWidget:
        links = QWidget(self)
        self.punt_knop = gereedschapsknop("overlegpunt_toevoegen", Icoon.PLUS, "&Punt", "Een punt toevoegen", links)
        self.punt_wijzig_knop = gereedschapsknop(
            "overlegpunt_wijzigen", Icoon.POTLOOD, "", "Dit punt wijzigen (F2)", links
        )
        self.omhoog_knop = gereedschapsknop("overlegpunt_omhoog", Icoon.OMHOOG, "", "Eerder (Alt+pijl omhoog)", links)
        self.omlaag_knop = gereedschapsknop("overlegpunt_omlaag", Icoon.OMLAAG, "", "Later (Alt+pijl omlaag)", links)
        self.punt_weg_knop = gereedschapsknop(
            "overlegpunt_weghalen", Icoon.PRULLENBAK, "", "Dit punt weghalen (Delete)", links
        )
        self.punten: Toetstabel[BestuurPunt] = Toetstabel(
            "overlegpunten",
            "Punten op de agenda",
            PUNTEN_KOLOMMEN,
            ouder=links,
            rek=2,
        )
        self.ledenvak = LedenVak(self._diensten, self._gereedschap, links)
        self.leden = self.ledenvak.tabel
        indeling = QVBoxLayout(links)
        indeling.setContentsMargins(0, 0, HALF, 0)
        indeling.setSpacing(RASTER)
        indeling.addLayout(
            _kopregel(
                Kop("Agenda", links, factor=1.0),
                self.punt_knop,
                self.punt_wijzig_knop,
                self.omhoog_knop,
                self.omlaag_knop,
                self.punt_weg_knop,
            )
        )
        indeling.addWidget(self.punten, 1)
        indeling.addWidget(self.ledenvak, 1)
        self._omhoog = sneltoets("Alt+Up", waar=self.punten)
        self._omlaag = sneltoets("Alt+Down", waar=self.punten)
        self._toevoegen = sneltoets("Ins", waar=self.punten)
        return links

    def _verbind(self) -> None:
        self.terug_knop.clicked.connect(self.lijst_gevraagd)
        self.kop_knop.clicked.connect(self.wijzigen_gevraagd)
        self.agenda_knop.clicked.connect(self.toon_agenda)
        self.verslag_knop.clicked.connect(self.toon_verslag)
        self.begin_knop.clicked.connect(self.houd)
        self.vast_knop.clicked.connect(self.stel_vast)
        self.punt_knop.clicked.connect(self.voeg_punt_toe)
        self._toevoegen.activated.connect(self.voeg_punt_toe)
        self.punt_wijzig_knop.clicked.connect(self.wijzig_punt)
        self.omhoog_knop.clicked.connect(self._on_omhoog)
        self.omlaag_knop.clicked.connect(self._on_omlaag)
        self._omhoog.activated.connect(self._on_omhoog)
        self._omlaag.activated.connect(self._on_omlaag)
        self.punt_weg_knop.clicked.connect(self.haal_punt_weg)
        self.punten.weghalen_gevraagd.connect(self.haal_punt_weg)
        self.punten.regel_gekozen.connect(self._on_punt_gekozen)
        self.punten.regel_geopend.connect(self._on_punt_geopend)
        self.uitnodig_knop.clicked.connect(self.nodig_uit)
        self.brieven.gewijzigd.connect(self._on_gewijzigd)
        self.brieven.zegt.connect(self._on_zegt)
        self.ledenvak.gewijzigd.connect(self._on_gewijzigd)
        self.ledenvak.handeling.connect(self.meldregel.probeer)
        self.paneel.opgeslagen.connect(self.opgeslagen)
        self.paneel.gewijzigd.connect(self._on_gewijzigd)
        self.paneel.weghalen_gevraagd.connect(self.meldregel.probeer)

    # --- showing ----------------------------------------------------------------------------------

    def toon_overleg(self, overleg_id: OverlegId) -> None:
        """Open this meeting. Raises NietGevonden."""
        if overleg_id != self.overleg_id:
            self.maak_leeg()
        beeld = self._beeld = self._diensten.overleggen.toon(overleg_id)
        invoer = beeld.kop.invoer
        dag = f"{beeld.kop.naam} - {datum_voluit(invoer.datum)}"
        tijd = f"{dag}, {tijd_kort(invoer.begin)}-{tijd_kort(invoer.einde)}"
        self.titel.zet(f"{tijd}, {invoer.plaats}", tijd, dag)
        if beeld.vastgesteld:
            self.status.zet(Icoon.VINK, "verslag vastgesteld", kleur=Kleur.GOED)
        elif beeld.gehouden:
            self.status.zet(Icoon.OVERLEGGEN, "gehouden", kleur=Kleur.LET_OP)
        else:
            self.status.zet(Icoon.POTLOOD, "in voorbereiding", kleur=Kleur.STIL)
        self.geen_casus.setText(beeld.geen_casus)
        self.stemregel.setText(" ".join(beeld.stemregel))
        self.punten.zet_regels(beeld.punten)
        self.ledenvak.toon_leden(beeld)
        self._toon_punt(self.punten.gekozen())
        self._toon_knoppen()

    def kies_punt(self, punt_id: AgendapuntId) -> None:
        """Show this point."""
        for rij, punt in enumerate(self.punten.regelmodel.regels):
            if punt.id == punt_id:
                self.punten.kies(rij)

    def vernieuw(self) -> None:
        """Read everything again."""
        if self.overleg_id is not None:
            self.toon_overleg(self.overleg_id)

    def maak_leeg(self) -> None:
        """Forget the meeting."""
        self._beeld = None
        self.meldregel.vergeet()
        self.titel.zet("")
        for label in (self.geen_casus, self.stemregel):
            label.setText("")
        self.punten.maak_leeg()
        self.ledenvak.toon_leden(None)
        self.paneel.maak_leeg()

    def bewaar_nu(self) -> None:
        self.paneel.bewaar_nu()

    def eerste_focus(self) -> QWidget:
        """Where the keyboard goes."""
        return self.punten

    def _toon_punt(self, regel: BestuurPunt | None) -> None:
        self.paneel.toon_punt(self._beeld, regel)

    def _toon_knoppen(self) -> None:
        beeld = self._beeld
        vast = beeld is None or beeld.vastgesteld
        waarom = "Het verslag is vastgesteld en ligt daarom vast." if vast else ""
        punt = self.punten.gekozen()
        kies = waarom or ("" if punt is not None else "Kies eerst een punt.")
        for doel in (self.kop_knop, self.punt_knop):
            self.zet_recht(doel, Recht.TAFEL_BEHEREN, verder=not waarom, reden=waarom)
        for doel in (self.punt_wijzig_knop, self.omhoog_knop, self.omlaag_knop, self.punt_weg_knop):
            self.zet_recht(doel, Recht.TAFEL_BEHEREN, verder=not kies, reden=kies)
        self.brieven.toon_brieven(beeld)
        self.uitnodig_knop.setVisible(beeld is not None and not beeld.gehouden)
        self.zet_recht(self.uitnodig_knop, Recht.UITNODIGEN)
        gehouden = beeld is not None and beeld.gehouden
        self.begin_knop.setVisible(not gehouden)
        self.vast_knop.setVisible(gehouden and not vast)
        self.zet_recht(self.begin_knop, Recht.VERSLAG_SCHRIJVEN)
        mist = in_een_zin(beeld.nog_nodig) if beeld is not None else ""
        self.zet_recht(self.vast_knop, Recht.VERSLAG_VASTSTELLEN, verder=not mist, reden=mist)

    def houd(self) -> None:
        """The meeting begins."""
        if self.overleg_id is not None and self.lukt(partial(self._diensten.overleggen.houd, self.overleg_id)):
            self._on_gewijzigd()

    def stel_vast(self) -> None:
        """Sign the verslag."""
        if self.overleg_id is None or not self.vast_knop.isEnabled() or not self._bewaard():
            return
        if self.teken(partial(self._diensten.overleggen.stel_vast, self.overleg_id), bestuur_regels(self._beeld)):
            self.meldregel.vergeet()
            self._on_gewijzigd()
            self.meldregel.zeg("Het verslag is vastgesteld.")

    def toon_agenda(self) -> None:
        """Show the agenda as a document."""
        if self.overleg_id is not None:
            self._maak_stuk(partial(self._diensten.overleggen.agenda_pdf, self.overleg_id))

    def toon_verslag(self) -> None:
        """Show the verslag as a document, with what was typed last."""
        if self.overleg_id is not None and self._bewaard():
            self._maak_stuk(partial(self._diensten.overleggen.verslag_pdf, self.overleg_id))

    def nodig_uit(self) -> None:
        """The uitnodigingen of the members."""
        if self.overleg_id is not None and self.uitnodig_knop.isEnabled() and self._bewaard():
            acties = uitnodigacties(self._diensten, self.overleg_id)
            UitnodigingenDialoog.vraag(acties, self._gereedschap, ouder=self)
            self._on_gewijzigd()

    def _maak_stuk(self, maak: Callable[[], object]) -> None:
        self._gereedschap.taken.start(maak, gelukt=self._on_stuk_gemaakt, vanaf=self)

    def _on_stuk_gemaakt(self, stuk: object) -> None:
        if not isinstance(stuk, Stuk):
            return
        PdfVenster.vraag(stuk.inhoud, stuk.bestandsnaam, "Document", self._gereedschap.melder, ouder=self)

    def _bewaard(self) -> bool:
        try:
            self.paneel.bewaar_nu()
        except GebruikersFout:
            return False
        return True

    # --- points -----------------------------------------------------------------------------------

    def voeg_punt_toe(self) -> None:
        """Add a point and choose it."""
        beeld = self._beeld
        if beeld is None or not self.punt_knop.isEnabled() or not self._bewaard():
            return
        bewaar = partial(self._diensten.overleggen.voeg_punt_toe, beeld.kop.id)
        begin = BestuurpuntInvoer("")
        if OverlegpuntDialoog.vraag("Punt toevoegen", "&Voeg toe", begin, bewaar, beeld.geen_casus, ouder=self):
            self._on_gewijzigd()
            self.punten.kies(self.punten.regelmodel.rowCount() - 1)

    def wijzig_punt(self) -> None:
        """Change the chosen point."""
        punt, beeld = self.punten.gekozen(), self._beeld
        if punt is None or beeld is None or not self.punt_wijzig_knop.isEnabled() or not self._bewaard():
            return
        bewaar = partial(self._diensten.overleggen.wijzig_punt, punt.id)
        if OverlegpuntDialoog.vraag("Punt wijzigen", "&Bewaar", punt.invoer, bewaar, beeld.geen_casus, ouder=self):
            self._on_gewijzigd()

    def haal_punt_weg(self) -> None:
        """Remove the chosen point; Ctrl+Z puts it back."""
        punt = self.punten.gekozen()
        if punt is not None and self.overleg_id is not None and self.punt_weg_knop.isEnabled() and self._bewaard():
            self.meldregel.probeer(PuntWeghalen(self._diensten.overleggen, self.overleg_id, punt))

    def _on_omhoog(self) -> None:
        self._verplaats(-1)

    def _on_omlaag(self) -> None:
        self._verplaats(1)

    def _verplaats(self, stap: int) -> None:
        punt = self.punten.gekozen()
        if punt is None or not self.omhoog_knop.isEnabled():
            return
        naar = punt.nummer - 1 + stap
        if 0 <= naar < self.punten.regelmodel.rowCount() and self.lukt(
            partial(self._diensten.overleggen.verplaats_punt, punt.id, naar)
        ):
            self._on_gewijzigd()
            self.punten.kies(naar)

    def _on_punt_gekozen(self, regel: BestuurPunt | None) -> None:
        if regel is not None and self.paneel.punt_id not in (None, regel.id) and not self._bewaard():
            self._keer_terug()
            return
        self._toon_punt(regel)
        self._toon_knoppen()

    def _keer_terug(self) -> None:
        """What was typed cannot be saved: stay at its point, so that it is not lost."""
        punt_id = self.paneel.punt_id
        rij = self.punten.regelmodel.rijnummer(partial(_is_punt, punt_id))
        self.punten.blockSignals(True)
        self.punten.kies(rij)
        self.punten.blockSignals(False)

    def _on_punt_geopend(self, _regel: BestuurPunt) -> None:
        self.wijzig_punt()

    def _on_zegt(self, zin: str) -> None:
        self.meldregel.zeg(zin)

    def _on_gewijzigd(self) -> None:
        self.vernieuw()
        self.opgeslagen.emit()


def _is_punt(punt_id: int | None, regel: BestuurPunt) -> bool:
    return regel.id == punt_id


def _kopregel(*delen: QWidget) -> QHBoxLayout:
    regel = QHBoxLayout()
    regel.setSpacing(HALF)
    for nummer, deel in enumerate(delen):
        regel.addWidget(deel, 0 if nummer else 1)
    return regel
