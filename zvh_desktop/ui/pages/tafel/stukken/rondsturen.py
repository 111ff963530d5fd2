"""What goes round per partij: drafts to save, what was sent, to whom, and the reactions on it.

The same sheet for a verslag (step 5 of a tafel) and for a plan van aanpak (at its casus).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import ContactpersoonId, Reactie, VerzendingSoort
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.rondsturen.gegevens import RondstuurRegel, RondstuurStukken, RondstuurVraag
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.bewaren.berichtknoppen import Berichtknoppen, Mailbericht
from zvh_desktop.ui.draden.te_maken import TeMaken
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.puntongedaan import Omzetting
from zvh_desktop.ui.pages.tafel.stukken.bewaren import Bewaren
from zvh_desktop.ui.pages.tafel.stukken.rondstuurkolommen import KOLOMMEN, REACTIE_TEKST, Verzendhandeling
from zvh_desktop.ui.pages.tafel.stukken.vervolgblad import Vervolgblad
from zvh_desktop.ui.pages.tafel.toetstabel import Toetstabel
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, RUIM
from zvh_desktop.ui.widgets.knoppen import knop, zet_toestemming
from zvh_desktop.ui.widgets.loopregel import Loopregel
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld
from zvh_desktop.ui.widgets.velden.zinregel import Zinregel


class Rondsturen(Vervolgblad):
    """A table with a line per partij; below it to whom, and what that partij said."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("rondsturen")
        self._soort = VerzendingSoort.VERSLAG
        self._over: int | None = None
        self._anders: dict[tuple[VerzendingSoort, int], ContactpersoonId] = {}
        self._laden = False
        self._bouw()
        self._verbind()

    # --- building ---------------------------------------------------------------------------------

    def _bouw(self) -> None:
        self.bewaar_knop = knop("rond_concepten", "Bewaar concepten…", self)
        self.verstuurd_knop = knop("rond_verstuurd", "Verstuurd", self)
        boven = QHBoxLayout()
        boven.setSpacing(RASTER)
        boven.addWidget(self.telling, 1)
        boven.addWidget(self.bewaar_knop, 0, Qt.AlignmentFlag.AlignTop)
        boven.addWidget(self.verstuurd_knop, 0, Qt.AlignmentFlag.AlignTop)
        self.tabel: Toetstabel[RondstuurRegel] = Toetstabel(
            "rondstuurlijst", "Wat er rondgaat per partij", KOLOMMEN, ouder=self, minste_rijen=4, meer=True
        )
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, RASTER, 0, 0)
        indeling.setSpacing(RASTER)
        indeling.addLayout(boven)
        indeling.addWidget(self.tabel, 1)
        indeling.addWidget(self._bouw_strook())
        indeling.addLayout(self._bouw_details())

    def _bouw_details(self) -> QGridLayout:
        self.contact = Keuzeveld(self)
        self.contact.setObjectName("rond_contact")
        self.contact.setAccessibleName("Naar wie")
        self.contact.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.contact.setMinimumContentsLength(20)
        self.opmerking = Zinregel(self)
        self.opmerking.setObjectName("rond_opmerking")
        self.opmerking.setAccessibleName("Opmerking van de partij")
        self.opmerking.setPlaceholderText("Wat de partij opmerkte")
        self.akkoord_knop = knop("rond_akkoord", "Akkoord", self)
        self.opmerking_knop = knop("rond_opmerking_knop", "Leg opmerking vast", self)
        self.geen_knop = knop("rond_geen", "Geen reactie", self)
        reacties = Loopregel(tussen=HALF)
        for een in (self.akkoord_knop, self.opmerking_knop, self.geen_knop):
            reacties.addWidget(een)
        naar = QLabel("Naar", self)
        naar.setBuddy(self.contact)
        tekst = QLabel("Opmerking", self)
        tekst.setBuddy(self.opmerking)
        rooster = QGridLayout()
        rooster.setHorizontalSpacing(RUIM)
        rooster.setVerticalSpacing(RASTER)
        rooster.setColumnStretch(1, 1)
        rooster.addWidget(naar, 0, 0)
        rooster.addWidget(self.contact, 0, 1)
        rooster.addWidget(tekst, 1, 0)
        rooster.addWidget(self.opmerking, 1, 1)
        self.bericht = Berichtknoppen("rond", self._bericht, self._lukt, self._gereedschap, self, self.tabel)
        rooster.addWidget(QLabel("Reactie", self), 2, 0)
        rooster.addLayout(reacties, 2, 1)
        rooster.addWidget(QLabel("Kopieer, open", self), 3, 0)
        rooster.addWidget(self.bericht, 3, 1)
        return rooster

    def _verbind(self) -> None:
        self.tabel.regel_gekozen.connect(self._on_regel_gekozen)
        self.tabel.keuze_gewijzigd.connect(self._on_keuze_gewijzigd)
        self.contact.activated.connect(self._on_contact_gekozen)
        self.bewaar_knop.clicked.connect(self.bewaar_concepten)
        self.verstuurd_knop.clicked.connect(self.noteer_verstuurd)
        self.akkoord_knop.clicked.connect(self._on_akkoord)
        self.opmerking_knop.clicked.connect(self._on_opmerking)
        self.geen_knop.clicked.connect(self._on_geen)
        self.bericht.gedaan.connect(self._on_bericht)

    # --- showing ----------------------------------------------------------------------------------

    def toon(self, soort: VerzendingSoort, over: int) -> None:
        """Show what goes round about this overleg or plan. Raises GebruikersFout while nothing is vastgesteld."""
        if (soort, over) != (self._soort, self._over):
            self.maak_leeg()
        self._soort, self._over = soort, over
        self.vernieuw()

    def vernieuw(self) -> None:
        """Read the list again."""
        if self._over is None:
            return
        regels = self._diensten.rondsturen.lijst(self._soort, self._over)
        self.tabel.zet_regels(regels)
        nieuw = sum(1 for regel in regels if regel.te_versturen and not regel.eerder)
        anders = sum(1 for regel in regels if regel.is_correctie)
        stil = sum(1 for regel in regels if regel.laatste is not None and regel.laatste.reactie is Reactie.GEEN)
        delen = [f"{nieuw} nog te versturen" if nieuw else ""]
        delen += [f"{anders} met een nieuwe versie" if anders else "", f"{stil} zonder reactie" if stil else ""]
        zin = ", ".join(deel for deel in delen if deel)
        leeg = "Alles is verstuurd en beantwoord." if regels else "Er is niemand om het naar te sturen."
        self.telling.setText(zin or leeg)
        self._toon_knoppen()

    def gekozen(self) -> list[RondstuurRegel]:
        """Every selected line, from top to bottom."""
        return self.tabel.gekozen_regels()

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self._over = None
        self._anders.clear()
        self.tabel.maak_leeg()
        self.contact.clear()
        self.opmerking.clear()

    def _toon_knoppen(self) -> None:
        mag = self._diensten.mag(Recht.RONDSTUREN)
        te_doen = any(regel.te_versturen for regel in self.gekozen())
        zet_toestemming(self.verstuurd_knop, mag, verder=te_doen, reden="Deze versie is al verstuurd.")
        alle = any(regel.te_versturen for regel in self.tabel.regelmodel.regels)
        zet_toestemming(self.bewaar_knop, mag, verder=alle, reden="Er hoeft niets meer te worden verstuurd.")
        regel = self.tabel.gekozen()
        heeft = regel is not None and regel.laatste is not None
        for een in (self.akkoord_knop, self.opmerking_knop, self.geen_knop):
            zet_toestemming(een, mag, verder=heeft, reden="Er is nog niets verstuurd.")
        self.opmerking.setEnabled(mag.mag and heeft)
        klaar = regel is not None and regel.te_versturen
        for kopie in self.bericht.knoppen():
            zet_toestemming(kopie, mag, verder=klaar, reden="Deze versie is al verstuurd.")

    def _toon_regel(self, regel: RondstuurRegel | None) -> None:
        self._laden = True
        self.contact.clear()
        if regel is not None:
            van_zelf = regel.ontvanger
            if van_zelf is not None:
                self.contact.addItem(f"{van_zelf.naam}, {van_zelf.email}", None)
            for contact in regel.contactpersonen:
                zelf = van_zelf is not None and (contact.naam, contact.email) == (van_zelf.naam, van_zelf.email)
                if contact.email and not zelf:
                    self.contact.addItem(f"{contact.naam}, {contact.email}", int(contact.id))
            anders = self._anders.get((regel.soort, regel.partij_id))
            plek = self.contact.findData(int(anders)) if anders is not None else (0 if van_zelf is not None else -1)
            self.contact.setCurrentIndex(plek)
            self.opmerking.setText(regel.laatste.reactie_tekst if regel.laatste is not None else "")
        else:
            self.opmerking.clear()
        kies = "Kies een contactpersoon" if self.contact.count() else "Nog niemand met een adres"
        self.contact.setPlaceholderText(kies)
        verder = regel is not None and regel.te_versturen and self.contact.count() > 0
        self.contact.setEnabled(verder and self._diensten.mag(Recht.RONDSTUREN).mag)
        self._laden = False
        self._toon_knoppen()

    # --- doing ------------------------------------------------------------------------------------

    def bewaar_concepten(self) -> None:
        """Save the draft of every selected partij that still has to get it, or of all of them when one is selected."""
        regels = self._te_versturen()
        doel = self._gereedschap.melder.kies_map(self, "Kies een map voor de concepten") if regels else None
        if doel is None:
            return
        maak = partial(self._diensten.rondsturen.concepten, self._vragen(regels))
        self._gereedschap.taken.start_met_voortgang(
            Bewaren([TeMaken("Concept", regel.partij) for regel in regels], maak, doel),
            ouder=self,
            titel="Concepten bewaren",
            gelukt=self._on_bewaard,
            mislukt=self._on_mislukt,
        )

    def _bericht(self) -> Mailbericht | None:
        """What goes to the partij of the current line, made now: past the gate and the leak detector, as a draft is."""
        regel, gemaakt = self.tabel.gekozen(), list[RondstuurStukken]()
        if regel is None or not self._lukt(partial(self._stukken_van, regel, gemaakt)):
            return None
        stukken = gemaakt[0]
        return Mailbericht(stukken.ontvanger.email, stukken.bericht.onderwerp, stukken.bericht.tekst)

    def _stukken_van(self, regel: RondstuurRegel, gemaakt: list[RondstuurStukken]) -> None:
        gemaakt.append(self._diensten.rondsturen.stukken(self._vragen((regel,))[0]))

    def noteer_verstuurd(self) -> None:
        """Note that the selected packets went out."""
        regels = [regel for regel in self.gekozen() if regel.te_versturen]
        if regels and self.verstuurd_knop.isEnabled():
            self.strook.probeer(
                Verzendhandeling(self._diensten, self._vragen(regels), [regel.kort for regel in regels])
            )
            self.tabel.setFocus()

    def leg_reactie_vast(self, reactie: Reactie) -> None:
        """Note what the partij in the current line said about what it got last."""
        regel = self.tabel.gekozen()
        if regel is None or regel.laatste is None:
            return
        was = regel.laatste
        zet = partial(self._diensten.rondsturen.leg_reactie_vast, was.id)
        tekst = self.opmerking.text() if reactie is Reactie.OPMERKING else ""
        self.strook.probeer(
            Omzetting(
                f"{regel.kort}: {REACTIE_TEKST[reactie]}.",
                partial(zet, reactie, tekst),
                partial(zet, was.reactie, was.reactie_tekst, was.reactie_op),
            )
        )

    def _te_versturen(self) -> list[RondstuurRegel]:
        gekozen = self.gekozen()
        bron = gekozen if len(gekozen) > 1 else self.tabel.regelmodel.regels
        return [regel for regel in bron if regel.te_versturen]

    def _vragen(self, regels: Sequence[RondstuurRegel]) -> list[RondstuurVraag]:
        return [regel.vraag(self._anders.get((regel.soort, regel.partij_id))) for regel in regels]

    # --- slots ------------------------------------------------------------------------------------

    def _on_regel_gekozen(self, regel: RondstuurRegel | None) -> None:
        self._toon_regel(regel)

    def _on_keuze_gewijzigd(self) -> None:
        self._toon_knoppen()

    def _on_contact_gekozen(self) -> None:
        regel = self.tabel.gekozen()
        if regel is None or self._laden:
            return
        gekozen = self.contact.currentData()
        if gekozen is None:
            self._anders.pop((regel.soort, regel.partij_id), None)
        else:
            self._anders[(regel.soort, regel.partij_id)] = ContactpersoonId(gekozen)
            if regel.eerder:
                self.strook.toon(f"Let op: bij {regel.kort} ging de vorige versie naar iemand anders.")

    def _on_bewaard(self, aantal: int) -> None:
        wat = "1 concept is" if aantal == 1 else f"{aantal} concepten zijn"
        self.strook.toon(
            f"{wat} bewaard. Open ze in uw mailprogramma, verstuur ze daar en kies hier Verstuurd.", icoon=Icoon.VINK
        )

    def _on_bericht(self, zin: str) -> None:
        self.strook.toon(zin, icoon=Icoon.KOPIE)

    def _on_mislukt(self, fout: GebruikersFout) -> None:
        if self._over is not None:
            self.strook.toon_fout(fout)

    def _on_akkoord(self) -> None:
        self.leg_reactie_vast(Reactie.AKKOORD)

    def _on_opmerking(self) -> None:
        self.leg_reactie_vast(Reactie.OPMERKING)

    def _on_geen(self) -> None:
        self.leg_reactie_vast(Reactie.GEEN)
