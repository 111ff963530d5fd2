"""The uitnodigingen of one meeting without casussen: who has one, the letter, drafts, and that they were sent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import LidId, OverlegId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.uitnodigen.bestuuruitnodigingen import LidUitnodigingRegel
from zvh_desktop.services.werkplek.rechten import Recht, Toestemming
from zvh_desktop.ui.dialogs.dialoog import Dialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.pages.bestuur.inbrengdialoog import InbrengDialoog
from zvh_desktop.ui.pages.tafel.stukken.bewaren import vrije_naam
from zvh_desktop.ui.pages.tafel.toetstabel import Toetstabel
from zvh_desktop.ui.pdf_voorbeeld import PdfVenster, schrijf_bestand
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.uiterlijk.doelen import Dialoogknoppen
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RASTER, RUIM, Kleur, tekstbreedte
from zvh_desktop.ui.uiterlijk.venstertitel import zet_venstertitel
from zvh_desktop.ui.weg.keuze import na_keuze
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.knoppen import knop, zet_toestemming
from zvh_desktop.ui.widgets.loopregel import Loopregel
from zvh_desktop.ui.widgets.statuslabel import Statuslabel

_UITLEG = (
    "Kies een of meer leden (Ctrl+A kiest alle). Bewaar het concept, verstuur het in uw mailprogramma en leg daarna "
    "vast dat het is verstuurd."
)
_KIES = "Kies eerst een lid."


def _lid(regel: LidUitnodigingRegel) -> object:
    return regel.lid.naam


def _stand(regel: LidUitnodigingRegel) -> object:
    return f"{regel.stand.value} {datum_kort(regel.verzonden_op.date())}" if regel.verzonden_op else regel.stand.value


def _aan(regel: LidUitnodigingRegel) -> object:
    return regel.ontvanger


def _gevraagd(regel: LidUitnodigingRegel) -> object:
    if regel.lid.invoer.inbreng:
        return "ontvangen"
    return "gevraagd" if regel.lid.invoer.gevraagde_inbreng else ""


@dataclass(frozen=True)
class UitnodigActies:
    """What the dialog can ask of the services, for one meeting."""

    lijst: Callable[[], tuple[LidUitnodigingRegel, ...]]
    vraag_inbreng: Callable[[Sequence[LidId], str], object]
    brief: Callable[[LidId], Stuk]
    concepten: Callable[[Sequence[LidId], bool], tuple[Stuk, ...]]
    """The drafts to send, or those to take back."""
    noteer_verstuurd: Callable[[Sequence[LidId]], object]
    noteer_ingetrokken: Callable[[Sequence[LidId]], object]
    mag: Toestemming


def uitnodigacties(diensten: Diensten, overleg_id: OverlegId) -> UitnodigActies:
    """Those of this meeting."""
    dienst = diensten.overleguitnodigingen
    return UitnodigActies(
        lijst=partial(dienst.lijst, overleg_id),
        vraag_inbreng=diensten.overlegleden.vraag_inbreng,
        brief=dienst.brief,
        concepten=dienst.concepten,
        noteer_verstuurd=dienst.noteer_verstuurd,
        noteer_ingetrokken=dienst.noteer_ingetrokken,
        mag=diensten.mag(Recht.UITNODIGEN),
    )


class UitnodigingenDialoog(Dialoog):
    """Nothing is sent from here: it makes what the mail program sends, and keeps what was sent."""

    def __init__(
        self,
        acties: UitnodigActies,
        gereedschap: Gereedschap,
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(ouder)
        self.setObjectName("overleguitnodigingen")
        zet_venstertitel(self, "Uitnodigingen")
        self._acties = acties
        self._gereedschap = gereedschap
        self._map: Path | None = None
        self._bouw()
        self._verbind()
        self.vernieuw()

    def _bouw(self) -> None:
        self.tabel: Toetstabel[LidUitnodigingRegel] = Toetstabel(
            "overleguitnodigingen_tabel",
            "Leden met hun uitnodiging",
            (
                Kolom[LidUitnodigingRegel]("lid", "Lid", _lid, 34),
                Kolom[LidUitnodigingRegel]("stand", "Uitnodiging", _stand, 26),
                Kolom[LidUitnodigingRegel]("inbreng", "Inbreng", _gevraagd, 12),
                Kolom[LidUitnodigingRegel]("aan", "Aan", _aan, 36),
            ),
            ouder=self,
            meer=True,
        )
        self.tabel.setMinimumSize(tekstbreedte(self, 72), tekstbreedte(self, 26))
        self.vraag_knop = knop("lid_inbreng_vragen", "&Inbreng vragen…", self)
        self.brief_knop = knop("lid_brief", "B&rief", self, Icoon.DOCUMENT)
        self.concept_knop = knop("lid_concepten", "&Bewaar concepten…", self)
        self.verstuurd_knop = knop("lid_verstuurd", "&Verstuurd", self, Icoon.VINK)
        self.intrekbrief_knop = knop("lid_intrekconcepten", "Bewaar i&ntrekkingen…", self)
        self.ingetrokken_knop = knop("lid_ingetrokken", "In&getrokken", self)
        knoppen = Loopregel(tussen=RASTER)
        for deel in self._knoppen():
            knoppen.addWidget(deel)
        self.melding = Statuslabel(Icoon.INFO, "", self)
        self.melding.laat_afbreken()
        sluiten = Dialoogknoppen(self)
        self.sluit_knop = sluiten.maak("&Sluiten", QDialogButtonBox.ButtonRole.RejectRole)
        self.sluit_knop.setAccessibleName("Sluiten")
        sluiten.rejected.connect(self.reject)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RANDRUIMTE, RANDRUIMTE, RANDRUIMTE)
        indeling.setSpacing(RUIM)
        indeling.addWidget(Kop("Uitnodigingen", self))
        indeling.addWidget(StilleTekst(_UITLEG, self))
        indeling.addWidget(self.tabel, 1)
        indeling.addLayout(knoppen)
        indeling.addWidget(self.melding)
        indeling.addWidget(sluiten)
        self.tabel.setFocus()

    def _knoppen(self) -> tuple[QWidget, ...]:
        return (
            self.vraag_knop,
            self.brief_knop,
            self.concept_knop,
            self.verstuurd_knop,
            self.intrekbrief_knop,
            self.ingetrokken_knop,
        )

    def _verbind(self) -> None:
        self.tabel.selectionModel().selectionChanged.connect(self._toon_knoppen)
        self.tabel.regel_geopend.connect(self._on_geopend)
        self.vraag_knop.clicked.connect(self.vraag_inbreng)
        self.brief_knop.clicked.connect(self.toon_brief)
        self.concept_knop.clicked.connect(self._on_concepten)
        self.verstuurd_knop.clicked.connect(self.noteer_verstuurd)
        self.intrekbrief_knop.clicked.connect(self._on_intrekkingen)
        self.ingetrokken_knop.clicked.connect(self.noteer_ingetrokken)

    def vernieuw(self) -> None:
        """Read everything again; who was chosen stays chosen."""
        rijen = [index.row() for index in self.tabel.selectionModel().selectedRows()]
        self.tabel.zet_regels(self._acties.lijst())
        for rij in rijen if len(rijen) > 1 else ():
            self.tabel.kies_erbij(rij)
        self._toon_knoppen()

    def _gekozen(self) -> list[LidUitnodigingRegel]:
        return self.tabel.gekozen_regels()

    def _toon_knoppen(self) -> None:
        mag = self._acties.mag
        gekozen = self._gekozen()
        uit = any(regel.te_versturen for regel in gekozen)
        terug = any(regel.in_te_trekken for regel in gekozen)
        niets_uit = "Er valt aan deze leden niets te versturen." if gekozen else _KIES
        niets_terug = "Deze leden hebben geen uitnodiging." if gekozen else _KIES
        zet_toestemming(self.vraag_knop, mag, verder=bool(gekozen), reden=_KIES)
        zet_toestemming(self.brief_knop, mag, verder=bool(gekozen), reden=_KIES)
        for doel in (self.concept_knop, self.verstuurd_knop):
            zet_toestemming(doel, mag, verder=uit, reden=niets_uit)
        for doel in (self.intrekbrief_knop, self.ingetrokken_knop):
            zet_toestemming(doel, mag, verder=terug, reden=niets_terug)

    # --- what can be done -------------------------------------------------------------------------

    def vraag_inbreng(self) -> None:
        """Ask the chosen members something beforehand."""
        gekozen = self._gekozen()
        if not gekozen or not self.vraag_knop.isEnabled():
            return
        wie = gekozen[0].lid.naam if len(gekozen) == 1 else f"{len(gekozen)} leden"
        begin = gekozen[0].lid.invoer.gevraagde_inbreng
        bewaar = partial(self._acties.vraag_inbreng, [regel.lid.id for regel in gekozen])
        if InbrengDialoog.vraag(wie, begin, bewaar, ouder=self):
            self.vernieuw()

    def toon_brief(self) -> None:
        """Show the letter to the first of the chosen members."""
        gekozen = self._gekozen()
        if gekozen and self.brief_knop.isEnabled():
            self._maak(partial(self._acties.brief, gekozen[0].lid.id), self._on_brief)

    def noteer_verstuurd(self) -> None:
        """These were sent."""
        leden = [regel.lid.id for regel in self._gekozen() if regel.te_versturen]
        if leden and self.verstuurd_knop.isEnabled():
            self._doe(partial(self._acties.noteer_verstuurd, leden), _aantal(leden, "verstuurd"))

    def noteer_ingetrokken(self) -> None:
        """These were taken back."""
        leden = [regel.lid.id for regel in self._gekozen() if regel.in_te_trekken]
        if leden and self.ingetrokken_knop.isEnabled():
            doe = partial(self._acties.noteer_ingetrokken, leden)
            self._doe(doe, _aantal(leden, "ingetrokken"))

    def _on_concepten(self) -> None:
        self._bewaar([regel.lid.id for regel in self._gekozen() if regel.te_versturen], intrekking=False)

    def _on_intrekkingen(self) -> None:
        self._bewaar([regel.lid.id for regel in self._gekozen() if regel.in_te_trekken], intrekking=True)

    def _bewaar(self, leden: Sequence[LidId], *, intrekking: bool) -> None:
        self._map = self._gereedschap.melder.kies_map(self, "Kies een map voor de concepten") if leden else None
        if self._map is not None:
            self._maak(partial(self._acties.concepten, leden, intrekking), self._on_concepten_gemaakt)

    def _maak(self, maak: Callable[[], object], gelukt: Callable[[object], None]) -> None:
        taken = self._gereedschap.taken
        taken.start(maak, gelukt=gelukt, mislukt=self.melding.zet_fout, vanaf=self)

    def _on_concepten_gemaakt(self, gemaakt: object) -> None:
        stukken = [stuk for stuk in gemaakt if isinstance(stuk, Stuk)] if isinstance(gemaakt, tuple) else []
        if self._map is None:
            return
        try:
            for stuk in stukken:
                schrijf_bestand(vrije_naam(self._map / stuk.bestandsnaam), stuk.inhoud)
        except GebruikersFout as fout:
            self.melding.zet_fout(fout)
            return
        wat = "1 concept is" if len(stukken) == 1 else f"{len(stukken)} concepten zijn"
        zin = f"{wat} bewaard. Verstuur ze in uw mailprogramma en leg daarna vast wat er is verstuurd."
        self.melding.zet(Icoon.VINK, zin, kleur=Kleur.GOED)

    def _on_brief(self, stuk: object) -> None:
        if isinstance(stuk, Stuk):
            titel = "Uitnodiging"
            PdfVenster.vraag(stuk.inhoud, stuk.bestandsnaam, titel, self._gereedschap.melder, ouder=self)

    def _on_geopend(self, _regel: LidUitnodigingRegel) -> None:
        self.toon_brief()

    def _doe(self, handeling: Callable[[], object], gelukt: str) -> None:
        try:
            na_keuze(self, handeling)
        except GebruikersFout as fout:
            self.melding.zet_fout(fout)
            return
        self.vernieuw()
        self.melding.zet(Icoon.VINK, gelukt, kleur=Kleur.GOED)

    @classmethod
    def vraag(cls, acties: UitnodigActies, gereedschap: Gereedschap, *, ouder: QWidget) -> None:
        """Show it until it is closed."""
        dialoog = cls(acties, gereedschap, ouder)
        dialoog.exec()
        verwijder(dialoog)


def _aantal(leden: Sequence[LidId], wat: str) -> str:
    return f"1 uitnodiging is {wat}." if len(leden) == 1 else f"{len(leden)} uitnodigingen zijn {wat}."
