"""What is recorded of one point: the three texts, attendance, besluiten and acties.

The same widget stands at the table (large) and in the verslag. Texts save themselves while typing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import Aanwezigheid, AgendapuntId
from zvh_desktop.services.casus.acties import ActieInvoer, ActieRegel
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.verslag_gegevens import (
    AanwezigeRegel,
    BesluitInvoer,
    BesluitRegel,
    VerslagBeeld,
    VerslagPunt,
    VerslagTekst,
)
from zvh_desktop.services.tafel.voorzitter.actieregel import Actiepartij
from zvh_desktop.services.tafel.voorzitter.stoeltijden import Stoeltijden
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.ongedaan import Omkeerbaar
from zvh_desktop.ui.pages.tafel.ongedaanstrook import TERUG_MET_LETTER, Ongedaanstrook
from zvh_desktop.ui.pages.tafel.toetstabel import Toetstabel
from zvh_desktop.ui.pages.tafel.verslag.aanwezigentabel import Aantafelstand, Aanwezigentabel
from zvh_desktop.ui.pages.tafel.verslag.actie_bij_punt import ActieBijPuntDialoog
from zvh_desktop.ui.pages.tafel.verslag.afgevaardigdeveld import Afgevaardigdeveld
from zvh_desktop.ui.pages.tafel.verslag.besluit_vastleggen import BesluitDialoog
from zvh_desktop.ui.pages.tafel.verslag.besluitknoppen import Besluitknoppen
from zvh_desktop.ui.pages.tafel.verslag.nieuwe_actieregel import NieuweActieregel
from zvh_desktop.ui.pages.tafel.verslag.punthandelingen import Punthandelingen
from zvh_desktop.ui.pages.tafel.verslag.puntkolommen import ACTIES_KOLOMMEN, BESLUITEN_KOLOMMEN
from zvh_desktop.ui.pages.tafel.verslag.puntteksten import Puntteksten
from zvh_desktop.ui.pages.tafel.verslag.stoeltijdendialoog import StoeltijdenDialoog
from zvh_desktop.ui.toetsenbord.tabvolgorde import zet_tabvolgorde
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, tekstbreedte
from zvh_desktop.ui.widgets.eigenaar import toont_van
from zvh_desktop.ui.widgets.kaart import Kop
from zvh_desktop.ui.widgets.loopregel import Loopregel
from zvh_desktop.ui.widgets.wijksplitser import Wijksplitser


class Puntverslag(QWidget):
    """Left what is said, right who was there and what was agreed."""

    opgeslagen = Signal()
    gewijzigd = Signal()
    """Something other than text changed: read the verslag again."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("puntverslag")
        self._diensten = diensten
        self._gereedschap = gereedschap
        self._beeld: VerslagBeeld | None = None
        self._punt: VerslagPunt | None = None
        self._stand = Aantafelstand()
        self._handelingen = Punthandelingen(diensten)
        self.laatste_fout: GebruikersFout | None = None
        self._bouw()
        self._verbind()

    # --- building ---------------------------------------------------------------------------------

    def _bouw(self) -> None:
        self.strook = Ongedaanstrook(self, self._lukt, self._ververs, self, icoon=Icoon.INFO, terug=TERUG_MET_LETTER)
        self.splitser = Wijksplitser(self)
        self.teksten = Puntteksten(self)
        self.splitser.addWidget(self.teksten)
        self.rechts = QScrollArea(self)
        self.rechts.setWidgetResizable(True)
        self.rechts.setFrameShape(QFrame.Shape.NoFrame)
        self.rechts.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rechts.setWidget(self._bouw_afspraken())
        self.afspraken.installEventFilter(self)
        self.rechts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.splitser.addWidget(self.rechts)
        self.splitser.setStretchFactor(0, 1)
        self.splitser.setStretchFactor(1, 1)
        self.splitser.setSizes([tekstbreedte(self, 60), tekstbreedte(self, 70)])
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(HALF)
        indeling.addWidget(self.splitser, 1)
        indeling.addWidget(self.strook)

    def _bouw_afspraken(self) -> QWidget:
        self.afspraken = QWidget(self)
        self.aanwezigen = Aanwezigentabel(self.afspraken)
        self.afgevaardigde = Afgevaardigdeveld(self._diensten, self.aanwezigen, self.afspraken)
        self.besluiten: Toetstabel[BesluitRegel] = Toetstabel(
            "verslag_besluiten",
            "Besluiten bij dit punt",
            BESLUITEN_KOLOMMEN,
            ouder=self.afspraken,
            rek=1,
            minste_rijen=1,
        )
        self.acties: Toetstabel[ActieRegel] = Toetstabel(
            "verslag_acties",
            "Acties bij dit punt",
            ACTIES_KOLOMMEN,
            ouder=self.afspraken,
            rek=0,
        )
        self.besluitknoppen = Besluitknoppen(self.afspraken)
        self.aanwezigen.bouw_erboven(self.afspraken)
        self.nieuwe_actie = NieuweActieregel(self._gereedschap.klok, self.afspraken)
        koppen = [Kop(tekst, self.afspraken, factor=1.0) for tekst in ("Aanwezig", "Besluiten", "Acties")]
        # no heading breaks off here: a part with such labels would take more height than the screen has
        for kop in (*koppen, self.aanwezigen.toetsen):
            kop.setWordWrap(False)
        boven = Loopregel(tussen=HALF)
        boven.addWidget(koppen[0])
        boven.rek()
        boven.addWidget(self.aanwezigen.toetsen)
        boven.addWidget(self.aanwezigen.knop)
        kolom = QVBoxLayout(self.afspraken)
        kolom.setContentsMargins(RASTER, 0, HALF, 0)
        kolom.setSpacing(HALF)
        kolom.addLayout(boven)
        kolom.addWidget(self.aanwezigen, 2)
        kolom.addWidget(self.afgevaardigde)
        kolom.addSpacing(HALF)
        kolom.addWidget(koppen[1])
        kolom.addWidget(self.besluitknoppen)
        kolom.addWidget(self.besluiten, 1)
        kolom.addSpacing(HALF)
        kolom.addWidget(koppen[2])
        kolom.addWidget(self.nieuwe_actie)
        kolom.addWidget(self.acties, 1)
        return self.afspraken

    def _verbind(self) -> None:
        self.teksten.getypt.connect(self._on_tekst_getypt)
        self.teksten.te_lang.connect(self._on_te_lang)
        self.aanwezigen.aanwezigheid_gekozen.connect(self.zet_aanwezigheid)
        self.aanwezigen.komt_binnen.connect(self.laat_binnen)
        self.aanwezigen.tijd_gevraagd.connect(self.verbeter_tijd)
        self.aanwezigen.regel_gekozen.connect(self._on_aanwezige_gekozen)
        self.afgevaardigde.editingFinished.connect(self._on_afgevaardigde_getypt)
        self.besluitknoppen.gebruikt.connect(self._on_besluit_knop)
        self.besluiten.regel_geopend.connect(self._on_besluit_geopend)
        self.besluiten.weghalen_gevraagd.connect(self._on_besluit_weghalen)
        self.acties.regel_geopend.connect(self._on_actie_geopend)
        self.acties.weghalen_gevraagd.connect(self._on_actie_weghalen)
        self.nieuwe_actie.toevoegen_gevraagd.connect(self.voeg_actie_toe)
        self.splitser.splitterMoved.connect(self._leg_knoppen)

    # --- showing ----------------------------------------------------------------------------------

    def zet(self, beeld: VerslagBeeld, punt: VerslagPunt, stand: Aantafelstand | None = None) -> None:
        """Show this point; text that is being typed stays when it is still the same point.

        ``stand``: what is known while it is on the table.
        """
        ander = self._punt is None or self._punt.id != punt.id
        if ander:
            self.bewaar_nu()
            self._vergeet_handelingen()
            toont_van(self, punt.id)
            self.nieuwe_actie.begin_opnieuw()
        if punt.uitgeleend:
            beeld = replace(beeld, te_wijzigen=False)
        self._beeld, self._punt = beeld, punt
        self._stand = stand or Aantafelstand()
        mag = beeld.te_wijzigen and self._diensten.mag(Recht.VERSLAG_SCHRIJVEN).mag
        self.teksten.zet(punt.tekst, van=punt.id, ander=ander, mag=mag)
        self.rechts.setVisible(punt.casus_id is not None)
        self.aanwezigen.zet_aanwezigen(punt.aanwezigen, self._stand, mag=mag)
        self.besluiten.zet_regels(punt.besluiten)
        self.acties.zet_regels(punt.acties)
        if self.besluitknoppen.zet_keuzes(beeld.besluiten):
            self._leg_knoppen()
            self._zet_tabvolgorde()
        self.besluitknoppen.zet_genomen({regel.invoer.soort for regel in punt.besluiten}, mag=mag)
        self.nieuwe_actie.zet(punt.aanwezigen, partial(self._actiepartijen, punt.id), mag=mag)
        self.afgevaardigde.setEnabled(mag and bool(punt.aanwezigen))

    def _zet_tabvolgorde(self) -> None:
        """As the eye reads, but for the line of the actie: its button comes after what has to be filled in."""
        zet_tabvolgorde(self.afspraken, (*self.nieuwe_actie.delen(), self.acties))

    def _leg_knoppen(self) -> None:
        self.besluitknoppen.leg(self.rechts.viewport().width() - 2 * RASTER)
        self._meet_rechts()

    def _meet_rechts(self) -> None:
        """The right half is never narrower than what stands in it, so nothing there goes out of view sideways."""
        balk = self.rechts.verticalScrollBar().sizeHint().width()
        smalst = max(self.besluitknoppen.breedste() + 4 * RASTER, self.afspraken.minimumSizeHint().width())
        self.rechts.setMinimumWidth(smalst + balk)

    def eventFilter(self, doel: QObject, gebeurtenis: QEvent) -> bool:
        uitkomst = super().eventFilter(doel, gebeurtenis)
        if doel is self.afspraken and gebeurtenis.type() is QEvent.Type.LayoutRequest:
            self._meet_rechts()
        return uitkomst

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        self._leg_knoppen()

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self._beeld = self._punt = None
        self._vergeet_handelingen()
        self.laatste_fout = None
        self.teksten.maak_leeg()
        for tabel in (self.aanwezigen, self.besluiten, self.acties):
            tabel.maak_leeg()
        self.afgevaardigde.clear()
        self.nieuwe_actie.maak_leeg()

    def bewaar_nu(self) -> None:
        """Save what is being typed."""
        self.teksten.bewaar_nu()
        self._on_afgevaardigde_getypt()

    def punt_id(self) -> AgendapuntId | None:
        """The point that is shown."""
        return self._punt.id if self._punt is not None else None

    # --- doing ------------------------------------------------------------------------------------

    def _vergeet_handelingen(self) -> None:
        self.strook.vergeet()
        self._handelingen.vergeet()

    def _doe(self, handeling: Callable[[], object]) -> bool:
        try:
            handeling()
        except GebruikersFout as fout:
            self.laatste_fout = fout
            self.strook.toon_fout(fout)
            return False
        self.opgeslagen.emit()
        return True

    def _lukt(self, handeling: Callable[[], object]) -> bool:
        gelukt = self._doe(handeling)
        if not gelukt:  # what was refused may have been changed by somebody else
            self.gewijzigd.emit()
        return gelukt

    def _ververs(self) -> None:
        self.strook.wis()
        self.gewijzigd.emit()

    def voer_uit(self, handeling: Omkeerbaar) -> bool:
        """Do something with a way back, and say so."""
        return self.strook.probeer(handeling)

    def maak_ongedaan(self) -> None:
        """Take back the last change at this point; a refusal leaves it where it was."""
        self.strook.terugweg.maak_ongedaan()

    def doe_opnieuw(self) -> None:
        """Do again what was taken back."""
        self.strook.terugweg.doe_opnieuw()

    def zet_aanwezigheid(self, wat: Aanwezigheid) -> None:
        """How the chosen partij was present; goes on to the next one."""
        regel = self.aanwezigen.gekozen()
        if regel is None or self._punt is None:
            return
        rij = self.aanwezigen.currentIndex().row()
        if regel.aanwezigheid is wat or self.voer_uit(self._handeling(self._punt.id, regel, wat)):
            self.aanwezigen.naar_volgende(rij)

    def _handeling(self, punt_id: AgendapuntId, regel: AanwezigeRegel, wat: Aanwezigheid) -> Omkeerbaar:
        """On the table somebody leaves or comes back now, with the time; afterwards only what was so is filled in."""
        if self._stand.bezig and wat is Aanwezigheid.VERTROKKEN:
            return self._handelingen.gaat_weg(punt_id, regel)
        if self._stand.bezig and wat is Aanwezigheid.AANWEZIG and regel.aanwezigheid is not Aanwezigheid.ONBEKEND:
            return self._handelingen.komt_binnen(punt_id, regel)
        return self._handelingen.aanwezigheid(punt_id, regel, wat)

    def laat_binnen(self) -> None:
        """The chosen partij comes in now."""
        regel = self.aanwezigen.gekozen()
        if regel is not None and self._punt is not None:
            self.voer_uit(self._handelingen.komt_binnen(self._punt.id, regel))

    def verbeter_tijd(self) -> None:
        """Ask when the chosen partij really came or left."""
        regel, punt = self.aanwezigen.gekozen(), self._punt
        if regel is None or punt is None or not self.aanwezigen.knop.isEnabled():
            return
        was = self._diensten.tafelloop.voorzitter.stoeltijden(punt.id, regel.partij_id)
        verbeter = partial(self._verbeter_tijd, punt.id, regel, was)
        nieuw = StoeltijdenDialoog(regel.kort, was, verbeter, self).antwoord()
        if nieuw is not None:
            self._meld_gewijzigd(self._handelingen.tijden(punt.id, regel, was, was))

    def _verbeter_tijd(
        self, punt_id: AgendapuntId, regel: AanwezigeRegel, was: Stoeltijden, nieuw: Stoeltijden
    ) -> Stoeltijden:
        """A refusal is said in the dialog, which stays open."""
        if nieuw != was:
            self.strook.terugweg.onthoud(self._handelingen.tijden(punt_id, regel, was, nieuw))
        return nieuw

    def _actiepartijen(self, punt_id: AgendapuntId) -> Sequence[Actiepartij]:
        return self._diensten.tafelloop.voorzitter.actiepartijen(punt_id)

    def voeg_actie_toe(self, invoer: ActieInvoer) -> None:
        """Take this as a new actie."""
        if self._punt is not None and self.voer_uit(self._handelingen.actie_erbij(self._punt.id, invoer)):
            self.nieuwe_actie.toegevoegd()

    # --- slots ------------------------------------------------------------------------------------

    def _on_tekst_getypt(self, tekst: VerslagTekst) -> None:
        if self._punt is None:
            return
        if not self._doe(partial(self._diensten.verslagen.bewaar_tekst, self._punt.id, tekst)):
            self.teksten.nog_niet_bewaard()

    def _on_te_lang(self, zin: str) -> None:
        self.strook.toon(zin, icoon=Icoon.WAARSCHUWING)

    def _on_aanwezige_gekozen(self, regel: AanwezigeRegel | None) -> None:
        self._on_afgevaardigde_getypt()
        self.afgevaardigde.setText(regel.afgevaardigde if regel is not None else "")

    def _on_afgevaardigde_getypt(self) -> None:
        regel = self.aanwezigen.gekozen()
        if regel is None or self._punt is None or not self.afgevaardigde.isModified():
            return
        self.afgevaardigde.setModified(False)
        self.voer_uit(self._handelingen.afgevaardigde(self._punt.id, regel, self.afgevaardigde.text()))

    def _on_besluit_knop(self, sleutel: str) -> None:
        if self._punt is None:
            return
        genomen = next((regel for regel in self._punt.besluiten if regel.invoer.soort == sleutel), None)
        if genomen is not None:
            self.voer_uit(self._handelingen.besluit_weg(self._punt.id, genomen))
        else:
            self.voer_uit(self._handelingen.besluit_erbij(self._punt.id, sleutel))

    def _on_besluit_weghalen(self) -> None:
        regel = self.besluiten.gekozen()
        if regel is not None and self._punt is not None:
            self.voer_uit(self._handelingen.besluit_weg(self._punt.id, regel))

    def _on_actie_weghalen(self) -> None:
        regel = self.acties.gekozen()
        if regel is not None and self._punt is not None:
            self.voer_uit(self._handelingen.actie_weg(self._punt.id, regel))

    def _on_besluit_geopend(self, regel: BesluitRegel) -> None:
        if self._beeld is None or self._punt is None or not self._beeld.te_wijzigen:
            return
        wijzig = partial(self._wijzig_besluit, regel)
        if BesluitDialoog.vraag(self._beeld.besluiten, self._punt.aanwezigen, regel.invoer, wijzig, ouder=self):
            self._meld_gewijzigd(self._handelingen.besluit_anders(regel, regel.invoer))

    def _wijzig_besluit(self, regel: BesluitRegel, nieuw: BesluitInvoer) -> None:
        """A refusal is said in the dialog, which stays open."""
        if nieuw != regel.invoer:
            self.strook.terugweg.onthoud(self._handelingen.besluit_anders(regel, nieuw))

    def _on_actie_geopend(self, regel: ActieRegel) -> None:
        if self._beeld is None or self._punt is None or not self._beeld.te_wijzigen:
            return
        wijzig, leefgebieden = partial(self._wijzig_actie, regel), self._beeld.leefgebieden
        if ActieBijPuntDialoog.vraag(self._punt.aanwezigen, leefgebieden, regel.invoer, wijzig, ouder=self):
            self._meld_gewijzigd(self._handelingen.actie_anders(regel, regel.invoer))

    def _wijzig_actie(self, regel: ActieRegel, nieuw: ActieInvoer) -> None:
        if nieuw != regel.invoer:
            self.strook.terugweg.onthoud(self._handelingen.actie_anders(regel, nieuw))

    def _meld_gewijzigd(self, handeling: Omkeerbaar) -> None:
        """The words come last: ``gewijzigd`` may change what is shown."""
        self.opgeslagen.emit()
        self.gewijzigd.emit()
        if self.strook.terugweg.laatste() == handeling.tekst:
            self.strook.zeg_gedaan(handeling.tekst)
