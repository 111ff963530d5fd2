"""Step 2: one uitnodiging per partij; nothing leaves from a concept agenda.

The application makes no network connection: a letter goes out through the mail program of the house. So this
screen makes drafts, copies what has to be pasted, and notes what was sent and answered.
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
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import (
    ContactpersoonId,
    OverlegId,
    OverlegStatus,
    UitnodigingAntwoord,
)
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.uitnodigen.lijst import UitnodigingRegel
from zvh_desktop.services.uitnodigen.uitnodigingen import UitnodigingStukken
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.ongedaan import Omkeerbaar, Ongedaan
from zvh_desktop.ui.pages.tafel.puntongedaan import Omzetting
from zvh_desktop.ui.pages.tafel.stap import TafelStap
from zvh_desktop.ui.pages.tafel.stukken.bewaren import Bewaren, TeMaken, een_voor_een, vrije_naam
from zvh_desktop.ui.pages.tafel.stukken.smal_voorbeeld import SmalVoorbeeld
from zvh_desktop.ui.pages.tafel.stukken.uitnodigingkolommen import KOLOMMEN, moet_antwoorden, moet_uit, telzin
from zvh_desktop.ui.pages.tafel.stukken.verzending import (
    StukkenMaker,
    antwoorden,
    concept_van,
    toon_contacten,
    verstuurd_tekst,
    verzendingen,
    zonder_adres,
)
from zvh_desktop.ui.pages.tafel.toetstabel import Toetstabel
from zvh_desktop.ui.pages.tafel.uitlegstrook import Uitlegstrook
from zvh_desktop.ui.pages.tafel.woorden import ANTWOORD_ICOON, ANTWOORD_TEKST
from zvh_desktop.ui.pdf_voorbeeld import schrijf_bestand
from zvh_desktop.ui.toetsenbord.sneltoetsen import ongedaan_toets, opnieuw_toets
from zvh_desktop.ui.uiterlijk.icons import Icoon, zet_icoon
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, RUIM, Kleur, tekstbreedte
from zvh_desktop.ui.widgets.aandachtsregel import Aandachtsregel
from zvh_desktop.ui.widgets.kaart import StilleTekst
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.loopregel import Loopregel
from zvh_desktop.ui.widgets.paskader import Paskader
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld
from zvh_desktop.ui.widgets.wijksplitser import Wijksplitser

_NA_AKKOORD = (OverlegStatus.AKKOORD, OverlegStatus.VERZONDEN, OverlegStatus.GEHOUDEN)
_ANTWOORD_LETTERS = {
    "k": UitnodigingAntwoord.KOMT,
    "n": UitnodigingAntwoord.KOMT_NIET,
    "v": UitnodigingAntwoord.VERVANGER,
    "g": UitnodigingAntwoord.GEEN,
}
_ANTWOORD_KORT = {
    UitnodigingAntwoord.KOMT: "komt",
    UitnodigingAntwoord.KOMT_NIET: "komt niet",
    UitnodigingAntwoord.VERVANGER: "vervanger",
    UitnodigingAntwoord.GEEN: "nog geen",
}


class Uitnodigen(TafelStap):
    """Left the partijen, right the letter of the one that is chosen."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("uitnodigen")
        self._stukken: UitnodigingStukken | None = None
        self._vraag = 0
        self._laden = False
        self._gemaakt_voor: tuple[OverlegId, int] | None = None
        self._ongedaan = Ongedaan()
        self._bouw()
        self._verbind()

    # --- building ---------------------------------------------------------------------------------

    def _bouw(self) -> None:
        self.leeg = LegeStaat(
            Icoon.POST,
            "Er gaat nog niets de deur uit",
            "De agenda is nog concept. Zodra de agenda akkoord heeft, staan hier de uitnodigingen klaar: "
            "voor elke partij een eigen brief met alleen de punten waar die bij mag zijn.",
            "Naar &Voorbereiden",
        )
        self.tabel: Toetstabel[UitnodigingRegel] = Toetstabel(
            "uitnodigingen",
            "Uitnodigingen per partij",
            KOLOMMEN,
            "".join(_ANTWOORD_LETTERS),
            self,
            meer=True,
        )
        self.blad = QWidget(self)
        links = QWidget(self.blad)
        self.alle_knop = QPushButton("Bewaar all&e concepten…", self.blad)
        self.alle_knop.setObjectName("uitnodiging_alle")
        self.alle_knop.setAccessibleName("Bewaar alle concepten in een map")
        self.telling = StilleTekst("", self.blad)
        boven = QHBoxLayout()
        boven.setSpacing(RASTER)
        boven.addWidget(self.telling, 1)
        self.herinner_knop = self._bouw_herinneren(self.blad)
        boven.addWidget(self.herinner_knop)
        boven.addWidget(self.alle_knop)
        self.strook = Uitlegstrook(links)
        kolom = QVBoxLayout(links)
        kolom.setContentsMargins(0, 0, HALF, 0)
        kolom.setSpacing(RASTER)
        kolom.addWidget(self.tabel, 1)
        kolom.addWidget(self.strook)
        kolom.addWidget(self._bouw_details(links))
        self.voorbeeld = SmalVoorbeeld(self._gereedschap.melder, self)
        self.splitser = Wijksplitser(self.blad)
        self.splitser.addWidget(links)
        self.splitser.addWidget(self.voorbeeld)
        self.splitser.setStretchFactor(0, 1)
        self.splitser.setStretchFactor(1, 1)
        self.splitser.setSizes([tekstbreedte(self, 90), tekstbreedte(self, 70)])
        onder = Loopregel(tussen=RASTER)
        onder.addWidget(self.concept_knop)
        onder.addWidget(self.verstuurd_knop)
        heel = QVBoxLayout(self.blad)
        heel.setContentsMargins(0, 0, 0, 0)
        heel.setSpacing(RASTER)
        heel.addLayout(boven)
        heel.addWidget(Paskader(self.splitser, self.blad), 1)  # what to do stays in view above and below
        heel.addLayout(onder)
        self.stapel = QStackedWidget(self)
        self.stapel.addWidget(self.leeg)
        self.stapel.addWidget(self.blad)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.addWidget(self.stapel)
        self._terug, self._opnieuw = ongedaan_toets(self), opnieuw_toets(self)

    def _bouw_herinneren(self, ouder: QWidget) -> QToolButton:
        knop = QToolButton(ouder)
        knop.setObjectName("uitnodiging_herinneren")
        knop.setText("Herinner")
        knop.setAccessibleName("Herinner wie niet heeft geantwoord")
        knop.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        knop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.herinner_menu = QMenu(knop)
        self.herinner_een = self.herinner_menu.addAction("De &gekozen partij…")
        self.herinner_alle = self.herinner_menu.addAction("&Alle partijen die niet hebben geantwoord…")
        knop.setMenu(self.herinner_menu)
        return knop

    def _bouw_details(self, ouder: QWidget) -> QWidget:
        vlak = QWidget(ouder)
        self.contact = Keuzeveld(vlak)
        self.contact.setObjectName("uitnodiging_contact")
        self.contact.setAccessibleName("Contactpersoon")
        self.contact.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.contact.setMinimumContentsLength(20)
        self.let_op = Aandachtsregel(vlak)
        self.let_op.setObjectName("uitnodiging_let_op")
        contact_label = QLabel("&Contactpersoon", vlak)
        contact_label.setBuddy(self.contact)
        self.opmerking = QLineEdit(vlak)
        self.opmerking.setObjectName("uitnodiging_opmerking")
        self.opmerking.setAccessibleName("Opmerking bij het antwoord")
        self.opmerking.setPlaceholderText("Bijvoorbeeld wie er in de plaats komt")
        antwoord_label = QLabel("Antwoord", vlak)
        opmerking_label = QLabel("Opmer&king", vlak)
        opmerking_label.setBuddy(self.opmerking)
        antwoorden = self._bouw_antwoorden(vlak)
        kopieer = QLabel("Kopieer", vlak)
        acties = self._bouw_acties(vlak)
        rooster = QGridLayout(vlak)
        rooster.setContentsMargins(0, 0, 0, 0)
        rooster.setHorizontalSpacing(RUIM)
        rooster.setVerticalSpacing(RASTER)
        rooster.setColumnStretch(1, 1)
        rooster.addWidget(contact_label, 0, 0)
        rooster.addWidget(self.contact, 0, 1)
        rooster.addWidget(self.let_op, 1, 1)
        rooster.addWidget(kopieer, 2, 0)
        rooster.addLayout(acties, 2, 1)
        rooster.addWidget(antwoord_label, 3, 0)
        rooster.addLayout(antwoorden, 3, 1)
        rooster.addWidget(opmerking_label, 4, 0)
        rooster.addWidget(self.opmerking, 4, 1)
        return vlak

    def _bouw_antwoorden(self, vlak: QWidget) -> Loopregel:
        antwoorden = Loopregel(tussen=HALF)
        self.antwoord_knoppen: dict[UitnodigingAntwoord, QToolButton] = {}
        for letter, antwoord in _ANTWOORD_LETTERS.items():
            knop = QToolButton(vlak)
            knop.setObjectName(f"antwoord_{antwoord.value}")
            knop.setText(_ANTWOORD_KORT[antwoord])
            knop.setAccessibleName(f"Antwoord: {ANTWOORD_TEKST[antwoord]}")
            knop.setToolTip(f"{ANTWOORD_TEKST[antwoord]} (toets {letter.upper()} in de lijst)")
            knop.setCheckable(True)
            knop.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            knop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            zet_icoon(knop, ANTWOORD_ICOON[antwoord])
            self.antwoord_knoppen[antwoord] = knop
            antwoorden.addWidget(knop)
        return antwoorden

    def _bouw_acties(self, vlak: QWidget) -> Loopregel:
        self.adres_knop = self._kopieerknop(vlak, "uitnodiging_adres", "A&dres", "Kopieer het e-mailadres")
        self.onderwerp_knop = self._kopieerknop(vlak, "uitnodiging_onderwerp", "Onder&werp", "Kopieer het onderwerp")
        self.tekst_knop = self._kopieerknop(vlak, "uitnodiging_tekst", "&Tekst", "Kopieer de tekst van het bericht")
        self.concept_knop = QPushButton("&Bewaar concept…", self.blad)
        self.concept_knop.setObjectName("uitnodiging_concept")
        self.concept_knop.setAccessibleName("Bewaar het bericht als concept voor uw mailprogramma")
        self.verstuurd_knop = QPushButton("&Verstuurd", self.blad)
        self.verstuurd_knop.setObjectName("uitnodiging_verstuurd")
        acties = Loopregel(tussen=HALF)
        for knop in (self.adres_knop, self.onderwerp_knop, self.tekst_knop):
            acties.addWidget(knop)
        return acties

    def _kopieerknop(self, ouder: QWidget, naam: str, tekst: str, uitleg: str) -> QToolButton:
        knop = QToolButton(ouder)
        knop.setObjectName(naam)
        knop.setText(tekst)
        knop.setAccessibleName(uitleg)
        knop.setToolTip(f"{uitleg}. Blijft 30 seconden op het klembord.")
        knop.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        knop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        zet_icoon(knop, Icoon.KOPIE)
        return knop

    def _verbind(self) -> None:
        self.leeg.actie_gevraagd.connect(self._on_naar_voorbereiden)
        self.tabel.regel_gekozen.connect(self._on_regel_gekozen)
        self.tabel.keuze_gewijzigd.connect(self._toon_verstuurd)
        self.tabel.letter_gebruikt.connect(self._on_letter)
        self.tabel.regel_geopend.connect(self.voorbeeld.toon_groot)
        self.contact.activated.connect(self._on_contact_gekozen)
        self.opmerking.editingFinished.connect(self._on_opmerking_getypt)
        for knop in self.antwoord_knoppen.values():
            knop.clicked.connect(self._on_antwoord_knop)
        self.adres_knop.clicked.connect(self._on_adres_gevraagd)
        self.onderwerp_knop.clicked.connect(self._on_onderwerp_gevraagd)
        self.tekst_knop.clicked.connect(self._on_tekst_gevraagd)
        self.concept_knop.clicked.connect(self.bewaar_concept)
        self.verstuurd_knop.clicked.connect(self.markeer_verstuurd)
        self.alle_knop.clicked.connect(self.bewaar_alle)
        self.herinner_een.triggered.connect(self._on_herinner_een)
        self.herinner_alle.triggered.connect(self._on_herinner_alle)
        self.strook.actie_gevraagd.connect(self.maak_ongedaan)
        self._terug.activated.connect(self.maak_ongedaan)
        self._opnieuw.activated.connect(self.doe_opnieuw)

    # --- showing ----------------------------------------------------------------------------------

    def vernieuw(self) -> None:
        if self._overleg_id is None:
            return
        kop = self._diensten.tafels.toon(self._overleg_id)
        if kop.status not in _NA_AKKOORD and not self._diensten.uitnodigingen.lijst(self._overleg_id):
            self.stapel.setCurrentWidget(self.leeg)
            self.tabel.maak_leeg()
            return
        deze = (self._overleg_id, kop.agenda_versie)
        if kop.status is OverlegStatus.AKKOORD and self._gemaakt_voor != deze and self._mag():
            self._gemaakt_voor = deze
            self.lukt(partial(self._diensten.uitnodigingen.bereid_voor, self._overleg_id))
        self.stapel.setCurrentWidget(self.blad)
        self._toon_lijst()

    def _mag(self) -> bool:
        return self._diensten.mag(Recht.UITNODIGEN).mag

    def _toon_lijst(self) -> None:
        if self._overleg_id is None:
            return
        regels = self._diensten.uitnodigingen.lijst(self._overleg_id)
        self.tabel.zet_regels(regels)
        self.telling.setText(telzin(regels))
        self.alle_knop.setEnabled(any(map(moet_uit, regels)) and self._mag())
        stil = any(map(moet_antwoorden, regels))
        self.zet_recht(self.herinner_knop, Recht.UITNODIGEN, verder=stil, reden="Er wacht geen antwoord meer.")

    def _toon_regel(self, regel: UitnodigingRegel | None) -> None:
        self._laden = True
        toon_contacten(self.contact, regel, mag=self._mag())
        self.opmerking.setText(regel.antwoord_opmerking if regel is not None else "")
        for antwoord, knop in self.antwoord_knoppen.items():
            verstuurd = regel is not None and regel.verzonden_op is not None and not regel.afgelast
            knop.setEnabled(verstuurd and self._mag())
            knop.setChecked(verstuurd and regel is not None and regel.antwoord is antwoord)
        self.opmerking.setEnabled(self.antwoord_knoppen[UitnodigingAntwoord.KOMT].isEnabled())
        self.let_op.zet(regel.aandacht if regel is not None else None, Icoon.WAARSCHUWING, Kleur.LET_OP)
        self._laden = False
        self._toon_verstuurd()

    def _toon_verstuurd(self) -> None:
        gekozen = self.tabel.gekozen_regels()
        self.verstuurd_knop.setText(verstuurd_tekst(self.tabel.gekozen(), len(gekozen)))
        self.verstuurd_knop.setAccessibleName("Noteer dat dit is verstuurd")
        te_doen = any(map(moet_uit, gekozen))
        self.zet_recht(
            self.verstuurd_knop, Recht.UITNODIGEN, verder=te_doen, reden="Dit is al als verstuurd genoteerd."
        )

    def _vraag_stukken(self, regel: UitnodigingRegel | None) -> None:
        self._vraag += 1
        self._stukken = None
        self.voorbeeld.maak_leeg()
        self.strook.wis()
        self._toon_stukknoppen()
        if regel is not None:
            self._gereedschap.taken.start(
                StukkenMaker(self._diensten, regel, self._vraag),
                gelukt=self._on_stukken_gemaakt,
                mislukt=self._on_mislukt,
            )

    def _toon_stukknoppen(self) -> None:
        for knop in (self.adres_knop, self.onderwerp_knop, self.tekst_knop, self.concept_knop):
            knop.setEnabled(self._stukken is not None)

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self._ongedaan.maak_leeg()
        self._vraag += 1
        self._stukken = None
        self.tabel.maak_leeg()
        self.contact.clear()
        self.opmerking.clear()
        self.voorbeeld.maak_leeg()
        self.strook.wis()
        self.telling.setText("")

    def bewaar_nu(self) -> None:
        self._on_opmerking_getypt()

    def eerste_focus(self) -> QWidget | None:
        return self.tabel if self.stapel.currentWidget() is self.blad else self.leeg.knop

    # --- doing ------------------------------------------------------------------------------------

    def registreer(self, antwoord: UitnodigingAntwoord, regels: Sequence[UitnodigingRegel] = ()) -> None:
        """Note what the chosen partijen answered, or these; a remark is for one partij."""
        regels = regels or self.tabel.gekozen_regels()
        if not regels or not self._mag():
            return
        if regels[0].afgelast:
            self.strook.toon("Dit overleg is afgelast. Een antwoord is niet meer nodig.")
            return
        gestuurd = [regel for regel in regels if regel.verzonden_op is not None]
        if not gestuurd:
            self.strook.toon("Deze uitnodiging is nog niet verstuurd. Een antwoord kan daarna pas.")
            return
        opmerking = self.opmerking.text() if len(regels) == 1 else None
        self._doe(antwoorden(self._diensten, gestuurd, antwoord, opmerking))

    def markeer_verstuurd(self) -> None:
        """Note for every selected partij that the letter, or the withdrawal, went out; one act with one way back."""
        regels = [regel for regel in self.tabel.gekozen_regels() if moet_uit(regel)]
        if not regels or not self.verstuurd_knop.isEnabled():
            return
        if self._doe(verzendingen(self._diensten, regels)):
            self.tabel.setFocus()  # the button is off now; the next partij is one key away
            self.kop_gewijzigd.emit()

    def _doe(self, handeling: Omkeerbaar) -> bool:
        gelukt = self.lukt(partial(self._ongedaan.doe, handeling))
        if gelukt:
            self._toon_lijst()
            self.strook.toon(handeling.tekst, actie="Ongedaan maken", icoon=Icoon.VINK)
            self.opgeslagen.emit()
        return gelukt

    def maak_ongedaan(self) -> None:
        """Take back what was noted last: sent, an answer, the choice of a contactpersoon."""
        tekst = self._ongedaan.laatste()
        if tekst and self.lukt(self._ongedaan.terug):
            self._na_wisseling(f"Ongedaan gemaakt: {tekst} Opnieuw kan met Ctrl+Y.")

    def doe_opnieuw(self) -> None:
        """Note again what was taken back."""
        if self._ongedaan.kan_opnieuw() and self.lukt(self._ongedaan.opnieuw):
            self._na_wisseling(self._ongedaan.laatste())

    def _na_wisseling(self, tekst: str) -> None:
        self._toon_lijst()
        self.strook.toon(tekst, icoon=Icoon.ONGEDAAN)
        self.tabel.setFocus()
        self.opgeslagen.emit()
        self.kop_gewijzigd.emit()

    def bewaar_concept(self) -> None:
        """Save the draft of the chosen partij in a folder."""
        if self._stukken is None:
            return
        doel = self._gereedschap.melder.kies_map(self, "Kies een map voor het concept")
        if doel is not None:
            stuk = self._stukken.concept
            plek = vrije_naam(doel / stuk.bestandsnaam)
            if self.lukt(partial(schrijf_bestand, plek, stuk.inhoud)):
                eerder = f' In die map stond al een "{stuk.bestandsnaam}": dat is een ouder concept.'
                self.strook.toon(
                    f'Bewaard als "{plek.name}".{eerder if plek.name != stuk.bestandsnaam else ""} '
                    f'Open "{plek.name}" in uw mailprogramma en verstuur het daar. Kies daarna Verstuurd.',
                    icoon=Icoon.VINK,
                )

    def bewaar_alle(self) -> None:
        """Save every draft that still has to go out, all of them or none."""
        regels = [regel for regel in self.tabel.regelmodel.regels if moet_uit(regel)]
        zonder = [regel for regel in regels if not regel.bezorgbaar()]
        if zonder:
            self._gereedschap.melder.toon_fout(self, zonder_adres(zonder))
            return
        doel = self._gereedschap.melder.kies_map(self, "Kies een map voor de concepten") if regels else None
        if doel is None:
            return
        stukken = [TeMaken("Concept", regel.partij) for regel in regels]
        maak = een_voor_een([partial(concept_van, self._diensten, regel) for regel in regels])
        self._gereedschap.taken.start_met_voortgang(
            Bewaren(stukken, maak, doel), ouder=self, titel="Concepten bewaren", gelukt=self._on_alle_bewaard
        )

    def herinner(self, regels: Sequence[UitnodigingRegel]) -> None:
        """Save a reminder for each of these as a draft, all of them or none."""
        overleg_id = self._overleg_id
        if overleg_id is None or not regels:
            return
        doel = self._gereedschap.melder.kies_map(self, "Kies een map voor de herinneringen")
        if doel is None:
            return
        maak = partial(self._diensten.herinneringen.maak, overleg_id, [regel.id for regel in regels])
        self._gereedschap.taken.start_met_voortgang(
            Bewaren([TeMaken("Herinnering", regel.partij) for regel in regels], maak, doel),
            ouder=self,
            titel="Herinneringen bewaren",
            gelukt=self._on_herinneringen_bewaard,
            mislukt=self._on_mislukt,
        )

    # --- slots ------------------------------------------------------------------------------------

    def _on_regel_gekozen(self, regel: UitnodigingRegel | None) -> None:
        self._toon_regel(regel)
        self._vraag_stukken(regel)

    def _on_stukken_gemaakt(self, antwoord: tuple[int, UitnodigingStukken]) -> None:
        vraag, stukken = antwoord
        if vraag != self._vraag:
            return
        self._stukken = stukken
        self._toon_stukknoppen()
        self.lukt(partial(self.voorbeeld.toon, stukken.brief.inhoud, stukken.brief.bestandsnaam))

    def _on_mislukt(self, fout: GebruikersFout) -> None:
        if self._overleg_id is not None:
            self.strook.toon_fout(fout)

    def _on_letter(self, letter: str) -> None:
        self.registreer(_ANTWOORD_LETTERS[letter])

    def _on_antwoord_knop(self) -> None:
        knop = self.sender()
        for antwoord, bekend in self.antwoord_knoppen.items():
            if bekend is knop:
                self.registreer(antwoord)

    def _on_opmerking_getypt(self) -> None:
        regel = self.tabel.gekozen()
        if regel is not None and self.opmerking.isModified() and not self._laden:
            self.opmerking.setModified(False)
            self.registreer(regel.antwoord, (regel,))

    def _on_contact_gekozen(self) -> None:
        regel = self.tabel.gekozen()
        gekozen = self.contact.currentData()
        if regel is None or self._laden or gekozen is None:
            return
        kies = partial(self._diensten.uitnodigingen.kies_contact, regel.id)
        if regel.contact is None:  # there is no way back to nobody
            if self.lukt(partial(kies, ContactpersoonId(gekozen))):
                self._toon_lijst()
                self.opgeslagen.emit()
        elif gekozen != regel.contact.id:
            heen, terug = partial(kies, ContactpersoonId(gekozen)), partial(kies, regel.contact.id)
            self._doe(Omzetting(f"{regel.kort} krijgt een andere contactpersoon.", heen, terug))

    def _kopieer(self, tekst: str, wat: str) -> None:
        self._gereedschap.klembord.zet(tekst)
        self.strook.toon(f"{wat} staat 30 seconden op het klembord.", icoon=Icoon.KOPIE)

    def _on_adres_gevraagd(self) -> None:
        if self._stukken is not None:
            self._kopieer(self._stukken.ontvanger_email, "Het adres")

    def _on_onderwerp_gevraagd(self) -> None:
        if self._stukken is not None:
            self._kopieer(self._stukken.bericht.onderwerp, "Het onderwerp")

    def _on_tekst_gevraagd(self) -> None:
        if self._stukken is not None:
            self._kopieer(self._stukken.bericht.tekst, "De tekst")

    def _on_alle_bewaard(self, aantal: int) -> None:
        wat = "1 concept is" if aantal == 1 else f"{aantal} concepten zijn"
        self.strook.toon(
            f"{wat} bewaard. Open ze in uw mailprogramma, verstuur ze daar en noteer hier per partij Verstuurd.",
            icoon=Icoon.VINK,
        )

    def _on_herinner_een(self) -> None:
        regel = self.tabel.gekozen()
        if regel is not None and not moet_antwoorden(regel):
            self.strook.toon(f"{regel.partij} hoeft niet te worden herinnerd: er wacht geen antwoord.")
            return
        self.herinner((regel,) if regel is not None else ())

    def _on_herinner_alle(self) -> None:
        self.herinner([regel for regel in self.tabel.regelmodel.regels if moet_antwoorden(regel)])

    def _on_herinneringen_bewaard(self, aantal: int) -> None:
        wat = "1 herinnering is" if aantal == 1 else f"{aantal} herinneringen zijn"
        self._toon_lijst()
        self.opgeslagen.emit()
        self.strook.toon(
            f"{wat} bewaard als concept. Open ze in uw mailprogramma en verstuur ze daar.", icoon=Icoon.VINK
        )

    def _on_naar_voorbereiden(self) -> None:
        if self._overleg_id is not None:
            self.ga_naar.emit("tafels", (self._overleg_id, 0))
