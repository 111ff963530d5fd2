"""Step 2: one uitnodiging per partij; nothing leaves from a concept agenda.

The application makes no network connection: a letter goes out through the mail program of the house. So this
screen makes drafts, copies what has to be pasted, and notes what was sent and answered.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
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
from zvh_desktop.services.werkplek.plekken import BijTafel
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.ongedaanstrook import Ongedaanstrook
from zvh_desktop.ui.pages.tafel.puntongedaan import Omzetting
from zvh_desktop.ui.pages.tafel.stap import TafelStap
from zvh_desktop.ui.pages.tafel.stukken.antwoordtijden import Antwoordtijden
from zvh_desktop.ui.pages.tafel.stukken.concepten_bewaren import ConceptenBewaren
from zvh_desktop.ui.pages.tafel.stukken.herinnerknop import Herinnerknop
from zvh_desktop.ui.pages.tafel.stukken.lekknop import Lekknop
from zvh_desktop.ui.pages.tafel.stukken.smal_voorbeeld import SmalVoorbeeld
from zvh_desktop.ui.pages.tafel.stukken.uitnodiging_details import ANTWOORD_LETTERS, UitnodigingDetails
from zvh_desktop.ui.pages.tafel.stukken.uitnodigingkolommen import KOLOMMEN, moet_antwoorden, moet_uit, telzin
from zvh_desktop.ui.pages.tafel.stukken.verzending import (
    StukkenMaker,
    antwoorden,
    verstuurd_tekst,
    verzendingen,
)
from zvh_desktop.ui.pages.tafel.toetstabel import Toetstabel
from zvh_desktop.ui.protocollen import Plaats
from zvh_desktop.ui.toetsenbord.rijkeuze import kies_rij
from zvh_desktop.ui.uiterlijk.doelen import Drukknop
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.letters import zonder_letter
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, tekstbreedte
from zvh_desktop.ui.widgets.kaart import StilleTekst
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.loopregel import Loopregel
from zvh_desktop.ui.widgets.paskader import Paskader
from zvh_desktop.ui.widgets.wijksplitser import Wijksplitser

_NA_AKKOORD = (OverlegStatus.AKKOORD, OverlegStatus.VERZONDEN, OverlegStatus.GEHOUDEN)


class Uitnodigen(TafelStap):
    """Left the partijen, right the letter of the one that is chosen."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("uitnodigen")
        self._stukken: UitnodigingStukken | None = None
        self._vraag = 0
        self._gemaakt_voor: tuple[OverlegId, int] | None = None
        self._eerste_wacht = ""
        """Why the first uitnodiging cannot be noted: it changes the tafel, and that is out in a koffer."""
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
            "".join(ANTWOORD_LETTERS),
            self,
            meer=True,
        )
        self.blad = QWidget(self)
        links = QWidget(self.blad)
        self.alle_knop = Drukknop("Bewaar all&e concepten…", self.blad)
        self.alle_knop.setObjectName("uitnodiging_alle")
        self.alle_knop.setAccessibleName("Bewaar alle concepten in een map")
        self.telling = StilleTekst("", self.blad)
        boven = QHBoxLayout()
        boven.setSpacing(RASTER)
        boven.addWidget(self.telling, 1)
        self.herinner_knop = Herinnerknop(self.blad)
        boven.addWidget(self.herinner_knop)
        boven.addWidget(self.alle_knop)
        self.strook = Ongedaanstrook(self, self.lukt, self._genoteerd, links)
        self.details = UitnodigingDetails(links)
        self.tijden = Antwoordtijden(self._diensten, self.strook.terugweg.doe, links)
        onder = self._bouw_onder()
        kolom = QVBoxLayout(links)
        kolom.setContentsMargins(0, 0, HALF, 0)
        kolom.setSpacing(RASTER)
        kolom.addWidget(self.tabel, 1)
        kolom.addWidget(self.strook)
        kolom.addWidget(self.details)
        kolom.addWidget(self.tijden)
        self.voorbeeld = SmalVoorbeeld(self._gereedschap.melder, self)
        self.splitser = Wijksplitser(self.blad)
        self.splitser.addWidget(links)
        self.splitser.addWidget(self.voorbeeld)
        self.splitser.setStretchFactor(0, 1)
        self.splitser.setStretchFactor(1, 1)
        self.splitser.setSizes([tekstbreedte(self, 90), tekstbreedte(self, 70)])
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
        self._bewaren = ConceptenBewaren(self._diensten, self._gereedschap, self)

    def _bouw_onder(self) -> Loopregel:
        self.concept_knop = Drukknop("&Bewaar concept…", self.blad)
        self.concept_knop.setObjectName("uitnodiging_concept")
        self.concept_knop.setAccessibleName("Bewaar concept voor uw mailprogramma")
        self.ics_knop = Drukknop("A&genda-item…", self.blad)
        self.ics_knop.setObjectName("uitnodiging_ics")
        self.ics_knop.setAccessibleName("Agenda-item alleen, voor uw agendaprogramma")
        self.verstuurd_knop = Drukknop("&Verstuurd", self.blad)
        self.verstuurd_knop.setObjectName("uitnodiging_verstuurd")
        onder = Loopregel(tussen=RASTER)
        self.lek_knop = Lekknop(self._diensten.rondsturen.lekken, self.blad)
        onder.addWidget(self.lek_knop)
        onder.addWidget(self.concept_knop)
        onder.addWidget(self.ics_knop)
        onder.addWidget(self.verstuurd_knop)
        return onder

    def _verbind(self) -> None:
        self.leeg.actie_gevraagd.connect(self._on_naar_voorbereiden)
        self.tabel.regel_gekozen.connect(self._on_regel_gekozen)
        self.tabel.keuze_gewijzigd.connect(self._toon_verstuurd)
        self.tabel.letter_gebruikt.connect(self._on_letter)
        self.tabel.regel_geopend.connect(self.voorbeeld.toon_groot)
        self.details.contact_gekozen.connect(self._on_contact_gekozen)
        self.details.opmerking_getypt.connect(self._on_opmerking_getypt)
        self.details.antwoord_gekozen.connect(self.registreer)
        self.details.kopie_gevraagd.connect(self._on_kopie_gevraagd)
        self.details.mail_gevraagd.connect(self._on_mail_gevraagd)
        self.concept_knop.clicked.connect(self.bewaar_concept)
        self.ics_knop.clicked.connect(self.bewaar_agenda_item)
        self.verstuurd_knop.clicked.connect(self.markeer_verstuurd)
        self.alle_knop.clicked.connect(self.bewaar_alle)
        self.herinner_knop.een.triggered.connect(self._on_herinner_een)
        self.herinner_knop.alle.triggered.connect(self._on_herinner_alle)
        self.strook.terugweg.ongedaan.connect(self._on_ongedaan)
        self._bewaren.zegt.connect(self._on_bewaard)
        self._bewaren.herinnerd.connect(self._on_herinnerd)
        self._bewaren.mislukt.connect(self._on_mislukt)
        self._bewaren.afgevinkt.connect(self._genoteerd)
        self._bewaren.gekozen.connect(self._on_verder_met)
        self.lek_knop.gekozen.connect(self._on_lek_gekozen)

    # --- showing ----------------------------------------------------------------------------------

    def vernieuw(self) -> None:
        if self._overleg_id is None:
            return
        kop = self._diensten.tafels.toon(self._overleg_id)
        self.uitgeleend = kop.uitgeleend
        self._eerste_wacht = kop.uitgeleend if kop.status is OverlegStatus.AKKOORD else ""
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
        self.details.zet(regel, mag=self._mag())
        self.tijden.zet(self._overleg_id, regel, mag=self._mag(), uitgeleend=self.uitgeleend)
        self._toon_verstuurd()

    def _toon_verstuurd(self) -> None:
        gekozen = self.tabel.gekozen_regels()
        self.verstuurd_knop.setText(verstuurd_tekst(self.tabel.gekozen(), len(gekozen)))
        self.verstuurd_knop.setAccessibleName(f"{zonder_letter(self.verstuurd_knop.text())}: noteer dat")
        te_doen = any(map(moet_uit, gekozen)) and not self._eerste_wacht
        reden = self._eerste_wacht or "Dit is al als verstuurd genoteerd."
        self.zet_recht(self.verstuurd_knop, Recht.UITNODIGEN, verder=te_doen, reden=reden)

    def _vraag_stukken(self, regel: UitnodigingRegel | None) -> None:
        self._vraag += 1
        self._stukken = None
        self.voorbeeld.maak_leeg()
        self.strook.wis()
        self.lek_knop.zet(None)
        self._toon_stukknoppen()
        if regel is not None:
            self._gereedschap.taken.start(
                StukkenMaker(self._diensten, regel, self._vraag),
                gelukt=self._on_stukken_gemaakt,
                mislukt=self._on_mislukt,
            )

    def _toon_stukknoppen(self) -> None:
        self.details.zet_stukken(self._stukken)
        for een in (self.concept_knop, self.ics_knop):
            een.setEnabled(self._stukken is not None)

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self._vraag += 1
        self._stukken = None
        self.tabel.maak_leeg()
        self.details.maak_leeg()
        self.tijden.maak_leeg()
        self.voorbeeld.maak_leeg()
        self.lek_knop.zet(None)
        self.strook.vergeet()
        self.telling.setText("")

    def bewaar_nu(self) -> None:
        self.details.bewaar_nu()

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
        opmerking = self.details.opmerking.text() if len(regels) == 1 else None
        self.strook.probeer(antwoorden(self._diensten, gestuurd, antwoord, opmerking))

    def markeer_verstuurd(self) -> None:
        """Note for every selected partij that the letter, or the withdrawal, went out; one act with one way back."""
        regels = [regel for regel in self.tabel.gekozen_regels() if moet_uit(regel)]
        if not regels or not self.verstuurd_knop.isEnabled():
            return
        if self.strook.probeer(verzendingen(self._diensten, regels)):
            self.tabel.setFocus()  # the button is off now; the next partij is one key away

    def _genoteerd(self) -> None:
        self._toon_lijst()
        self.opgeslagen.emit()
        self.kop_gewijzigd.emit()

    def _on_ongedaan(self) -> None:
        self.tabel.setFocus()

    def maak_ongedaan(self) -> None:
        """Take back what was noted last: sent, an answer, the choice of a contactpersoon."""
        self.strook.terugweg.maak_ongedaan()

    def bewaar_concept(self) -> None:
        """Save the draft of the chosen partij in a folder."""
        if self._stukken is not None:
            self._bewaren.een(self._stukken.concept, self.lukt)

    def bewaar_agenda_item(self) -> None:
        """Save the calendar item of the chosen partij by itself."""
        if self._stukken is not None:
            self._bewaren.agenda_item(self._stukken.agenda_item, self.lukt)

    def bewaar_alle(self) -> None:
        """Save every draft that still has to go out and can be made."""
        self._bewaren.alle([regel for regel in self.tabel.regelmodel.regels if moet_uit(regel)])

    def herinner(self, regels: Sequence[UitnodigingRegel]) -> None:
        """Save a reminder for each of these as a draft, all of them or none."""
        if self._overleg_id is not None and regels:
            self._bewaren.herinneringen(self._overleg_id, regels)

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
            self.lek_knop.zet(fout)

    def _on_lek_gekozen(self) -> None:
        self._vraag_stukken(self.tabel.gekozen())

    def _on_letter(self, letter: str) -> None:
        self.registreer(ANTWOORD_LETTERS[letter])

    def _on_opmerking_getypt(self) -> None:
        regel = self.tabel.gekozen()
        if regel is not None:
            self.registreer(regel.antwoord, (regel,))

    def _on_contact_gekozen(self, contact_id: int) -> None:
        regel = self.tabel.gekozen()
        if regel is None:
            return
        gekozen = ContactpersoonId(contact_id)
        kies = partial(self._diensten.uitnodigingen.kies_contact, regel.id)
        if regel.contact is None:  # there is no way back to nobody
            if self.lukt(partial(kies, gekozen)):
                self._genoteerd()
        elif gekozen != regel.contact.id:
            heen, terug = partial(kies, gekozen), partial(kies, regel.contact.id)
            self.strook.probeer(Omzetting(f"{regel.kort} krijgt een andere contactpersoon.", heen, terug))

    def _on_kopie_gevraagd(self, tekst: str, wat: str) -> None:
        self._gereedschap.klembord.zet(tekst)
        self.strook.toon(f"{wat} staat 30 seconden op het klembord.", icoon=Icoon.KOPIE)

    def _on_bewaard(self, zin: str) -> None:
        self.strook.toon(zin, icoon=Icoon.VINK)

    def _on_mail_gevraagd(self, email: str) -> None:
        self._bewaren.mail(email, self.lukt)

    def _on_verder_met(self, regel: UitnodigingRegel) -> None:
        rij = self.tabel.regelmodel.rijnummer(partial(_is_dezelfde, regel))
        if rij >= 0:
            kies_rij(self.tabel, self.tabel.regelmodel.index(rij, 0))
            self.tabel.setFocus()

    def _on_herinner_een(self) -> None:
        regel = self.tabel.gekozen()
        if regel is not None and not moet_antwoorden(regel):
            self.strook.toon(f"{regel.partij} hoeft niet te worden herinnerd: er wacht geen antwoord.")
            return
        self.herinner((regel,) if regel is not None else ())

    def _on_herinner_alle(self) -> None:
        self.herinner([regel for regel in self.tabel.regelmodel.regels if moet_antwoorden(regel)])

    def _on_herinnerd(self, zin: str) -> None:
        self._genoteerd()
        self.strook.toon(zin, icoon=Icoon.VINK)

    def _on_naar_voorbereiden(self) -> None:
        if self._overleg_id is not None:
            self.ga_naar.emit(Plaats("tafels", BijTafel(self._overleg_id, 0)))


def _is_dezelfde(een: UitnodigingRegel, ander: UitnodigingRegel) -> bool:
    return een.id == ander.id
