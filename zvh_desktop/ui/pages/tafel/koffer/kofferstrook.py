"""The strip above the steps of a tafel that travels or travelled: who has it, until when, and what can be done."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from zvh_desktop.errors import BevestigingNodig, GebruikersFout
from zvh_desktop.models.keuzen.kofferkeuzes import KofferStand
from zvh_desktop.models.keuzes import DatalekId, OverlegId
from zvh_desktop.services.datalek.gegevens import DatalekInvoer, Geraakt
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.koffer.gegevens import (
    ACHTERVOEGSEL,
    KofferBeeld,
    KofferVraag,
    TerugResultaat,
)
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.dialogs.bevestiging import onderteken
from zvh_desktop.ui.dialogs.ondertekengang import Ondertekengang
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.koffer.inlevergang import Inlevergang
from zvh_desktop.ui.pages.tafel.koffer.intrekdialoog import IntrekDialoog
from zvh_desktop.ui.pages.tafel.koffer.meegeefdialoog import MeegeefDialoog
from zvh_desktop.ui.pages.tafel.koffer.terugdialoog import ErnaastDialoog, TerugDialoog
from zvh_desktop.ui.pages.tafel.koffer.zinnen import NIET_VOOR_U, kofferzin, resultaatzin, wat_meegaat
from zvh_desktop.ui.protocollen import Plaats
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, Kleur
from zvh_desktop.ui.widgets.kader import Kader
from zvh_desktop.ui.widgets.knoppen import knop, zet_toestemming
from zvh_desktop.ui.widgets.loopregel import Loopregel
from zvh_desktop.ui.widgets.statuslabel import Statuslabel

_OPEN = (KofferStand.UIT, KofferStand.INGETROKKEN)
_LEK = (
    "Een koffer die kwijt is, kan een datalek zijn, ook al is hij versleuteld. De 72 uur voor een melding lopen vanaf "
    "het moment dat u het weet. Nu in het register vastleggen?"
)


class Kofferstrook(Kader):
    """Hidden for a tafel that never travelled; its acts are also those of the button in the head."""

    gewijzigd = Signal()
    ga_naar = Signal(Plaats)

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("kofferstrook")
        self._diensten = diensten
        self._gereedschap = gereedschap
        self._koffer: KofferBeeld | None = None
        self._doel: Path | None = None
        self._meegeven = Ondertekengang(diensten, gereedschap, self)
        self._inleveren = Inlevergang(diensten, gereedschap, self.kies_terug, self)
        self.label = Statuslabel(Icoon.KLUIS, "", self, kleur=Kleur.LET_OP)
        self.label.laat_afbreken()
        self.inlever_knop: QPushButton = knop("koffer_inleveren", "Inleveren…", self)
        self.intrek_knop: QPushButton = knop("koffer_intrekken", "Intrekken…", self)
        self.lek_knop: QPushButton = knop("koffer_datalek", "Datalek vastleggen…", self)
        self.ernaast_knop: QPushButton = knop("koffer_ernaast", "Niet overgenomen bekijken…", self)
        regel = Loopregel(tussen=RASTER)
        for een in (self.inlever_knop, self.intrek_knop, self.lek_knop, self.ernaast_knop):
            regel.addWidget(een)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RASTER, HALF, RASTER, HALF)
        indeling.setSpacing(HALF)
        indeling.addWidget(self.label)
        indeling.addLayout(regel)
        self._verbind()
        self.setVisible(False)

    def _verbind(self) -> None:
        self.inlever_knop.clicked.connect(self.lever_in)
        self.intrek_knop.clicked.connect(self.trek_in)
        self.lek_knop.clicked.connect(self.leg_datalek_vast)
        self.ernaast_knop.clicked.connect(self.bekijk_ernaast)
        self._meegeven.klaar.connect(self._on_meegegeven)
        self._inleveren.ingeleverd.connect(self._on_ingeleverd)

    @property
    def bezig(self) -> bool:
        """Whether a koffer is being made or handed in."""
        return self._meegeven.bezig or self._inleveren.bezig

    def toon_tafel(self, overleg_id: OverlegId) -> None:
        """Show how it stands with this tafel; nothing when it never travelled, or came back whole."""
        koffers = self._diensten.koffers.uit.van_overleg(overleg_id)
        # the one that is out; else one that may still turn up; else the last one, for what it left beside
        volgorde = (*(een for een in koffers if een.is_uit), *(een for een in koffers if een.stand in _OPEN), *koffers)
        self._koffer = next(iter(volgorde), None)
        koffer = self._koffer
        self.setVisible(koffer is not None and (koffer.stand is not KofferStand.TERUG or bool(koffer.ernaast)))
        if koffer is None:
            return
        zin = kofferzin(koffer)
        self.label.zet(Icoon.WAARSCHUWING if koffer.is_te_laat else Icoon.KLUIS, zin, kleur=Kleur.LET_OP)
        self.setAccessibleName(zin)
        self.inlever_knop.setVisible(koffer.stand in _OPEN)
        self.intrek_knop.setVisible(koffer.is_uit)
        self.lek_knop.setVisible(koffer.stand is KofferStand.INGETROKKEN)
        self.ernaast_knop.setVisible(bool(koffer.ernaast))
        mag_in = self._diensten.mag(Recht.KOFFER_INLEVEREN)
        zet_toestemming(self.inlever_knop, mag_in, verder=koffer.mag_inleveren, reden=NIET_VOOR_U.format(koffer.voor))
        zet_toestemming(self.intrek_knop, self._diensten.mag(Recht.KOFFER_UITGEVEN))
        zet_toestemming(self.lek_knop, self._diensten.mag(Recht.DATALEK_BIJHOUDEN))

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self._koffer = None
        self.label.zet(Icoon.KLUIS, "")
        self.setVisible(False)

    # --- acts -------------------------------------------------------------------------------------

    def geef_mee(self, overleg_id: OverlegId) -> None:
        """Ask for whom and where, show what is signed, and make it."""
        if self.bezig:
            return
        keuze = self._diensten.koffers.uit.keuze(overleg_id)
        if keuze.bezwaar:
            self._gereedschap.melder.toon_bericht(self, "Dit overleg kan nu niet mee", keuze.bezwaar)
            return
        gekozen = MeegeefDialoog(overleg_id, keuze, _zelf, self.window(), self._gereedschap.klok).antwoord()
        if not isinstance(gekozen, KofferVraag):
            return
        plek = self._gereedschap.melder.kies_map(self, "Waar komt de koffer? Kies bijvoorbeeld een USB-stick")
        if plek is None:
            return
        doel = vrije_naam(plek, gekozen)
        self._doel = doel
        werk = partial(self._diensten.koffers.uit.geef_uit, gekozen, doel)
        self._meegeven.begin(werk, "De koffer wordt gemaakt", wat_meegaat(keuze, gekozen, doel))

    def _on_meegegeven(self, _koffer: KofferBeeld) -> None:
        self.gewijzigd.emit()
        self._gereedschap.melder.toon_bericht(
            self, "De koffer is klaar", f"{self._doel}\n\nOpen hem op de laptop bij het aanmelden, met Bladeren."
        )

    def lever_in(self) -> None:
        """Ask where it is, show what it brings back, and take it in."""
        if self._koffer is None or not self.inlever_knop.isEnabled() or self.bezig:
            return
        map_ = self._gereedschap.melder.kies_map(self, "Kies de map van de koffer")
        if map_ is None:
            return
        self.kies_terug(map_)

    def kies_terug(self, map_: Path) -> None:
        """Show what the koffer in this folder brings back, once that has been read, and take in what is chosen."""
        beeld = self._inleveren.neem_beeld(map_)
        if beeld is None:
            self._inleveren.bekijk(map_)
            return
        gekozen = TerugDialoog.vraag(beeld, self.window())
        if gekozen is not None:
            self._inleveren.lever_in(beeld, gekozen)

    def _on_ingeleverd(self, resultaat: TerugResultaat) -> None:
        self.gewijzigd.emit()
        self._gereedschap.melder.toon_bericht(self, "De koffer is ingeleverd", resultaatzin(resultaat))

    def trek_in(self) -> None:
        """Ask what happened, sign that, and offer the register of datalekken."""
        koffer = self._koffer
        if koffer is None or not self.intrek_knop.isEnabled():
            return
        redenen: list[str] = []
        keur = partial(self._keur_intrekking, koffer, redenen)
        if IntrekDialoog(keur, self.window()).antwoord() is None:
            return
        wat = (f"De koffer van {koffer.voor} is ingetrokken.", f"Reden: {redenen[-1].strip()}")
        intrekken = partial(self._diensten.koffers.uit.trek_in, koffer.id, redenen[-1])
        try:
            if not onderteken(intrekken, self._diensten, self._gereedschap.taken, self, wat):
                return
        except GebruikersFout as fout:
            self._gereedschap.melder.toon_fout(self, fout)
            return
        self.gewijzigd.emit()
        if self.lek_knop.isEnabled() and self._gereedschap.melder.bevestig(self, _LEK, "Leg vast"):
            self.leg_datalek_vast()

    def _keur_intrekking(self, koffer: KofferBeeld, redenen: list[str], reden: str) -> None:
        """What can be refused is refused at its field; then the dialog closes and it is signed."""
        try:
            with self._diensten.nog_niet_tekenen():
                self._diensten.koffers.uit.trek_in(koffer.id, reden)
        except BevestigingNodig:
            redenen.append(reden)

    def leg_datalek_vast(self) -> None:
        """A line in the register with what is known of it, to go on with there."""
        koffer = self._koffer
        if koffer is None or not self.lek_knop.isEnabled():
            return
        aantal = len(koffer.alle_casus_ids)
        invoer = DatalekInvoer(
            wat=f"Een koffer met {'1 casus' if aantal == 1 else f'{aantal} casussen'} is kwijt. "
            f"{koffer.ingetrokken_reden}",
            gevonden_op=koffer.ingetrokken_op or self._gereedschap.klok(),
            maatregelen="De koffer is versleuteld en opent alleen met het wachtwoord van wie hem meekreeg. "
            "Hij is op kantoor ingetrokken.",
        )
        try:
            lek: DatalekId = self._diensten.datalekken.leg_vast(invoer)
            self._diensten.datalekken.zet_geraakt(lek, Geraakt(casussen=koffer.alle_casus_ids))
        except GebruikersFout as fout:
            self._gereedschap.melder.toon_fout(self, fout)
            return
        self.ga_naar.emit(Plaats("beheer", "datalekken"))

    def bekijk_ernaast(self) -> None:
        """What was not taken over, with the reason."""
        if self._koffer is not None:
            ErnaastDialoog.toon(self._diensten.koffers.uit.ernaast(self._koffer.id), self.window())


def vrije_naam(plek: Path, vraag: KofferVraag) -> Path:
    """A new folder there: the name says which overleg by number, and nobody."""
    stam, nummer = f"Overleg {vraag.overleg_id}", 1
    doel = plek / f"{stam}{ACHTERVOEGSEL}"
    while doel.exists():
        nummer += 1
        doel = plek / f"{stam} ({nummer}){ACHTERVOEGSEL}"
    return doel


def _zelf(vraag: KofferVraag) -> object:
    return vraag
