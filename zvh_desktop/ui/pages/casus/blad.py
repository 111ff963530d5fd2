"""The page of one casus: head, timeline and parts below each other, every part opens in place."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import CasusId, CasusStatus
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.services.casus.casussen import CasusBeeld
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.wegen import AANWIJZEN
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.na_afloop import na_afloop
from zvh_desktop.ui.pages.casus.acties import CasusActies
from zvh_desktop.ui.pages.casus.afschaling import AfschalingPaneel
from zvh_desktop.ui.pages.casus.betrokkenen import CasusBetrokkenen
from zvh_desktop.ui.pages.casus.brieven.paneel import BrievenPaneel
from zvh_desktop.ui.pages.casus.einde import EindePaneel
from zvh_desktop.ui.pages.casus.informatie import CasusInformatie
from zvh_desktop.ui.pages.casus.kop import CasusKop
from zvh_desktop.ui.pages.casus.neerleggen import Neerlegger
from zvh_desktop.ui.pages.casus.onderdeel import CasusOnderdeel
from zvh_desktop.ui.pages.casus.oordelen import OordelenPaneel
from zvh_desktop.ui.pages.casus.opruimen.paneel import OpruimPaneel
from zvh_desktop.ui.pages.casus.opschaling.opschaling import OpschalingPaneel
from zvh_desktop.ui.pages.casus.plan.plan import PlanPaneel
from zvh_desktop.ui.pages.casus.plan.rondsturen import PlanRondsturen
from zvh_desktop.ui.pages.casus.tijdlijn import Tijdlijn
from zvh_desktop.ui.pages.casus.triage import TriagePaneel
from zvh_desktop.ui.paneel import Paneel
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.letters import VrijeLetters, letterlijk
from zvh_desktop.ui.uiterlijk.thema import RASTER, Kleur
from zvh_desktop.ui.widgets.noten.notenstrook import Notenstrook
from zvh_desktop.ui.widgets.rolvlak import Rolvlak
from zvh_desktop.ui.widgets.vouwkaart import Vouwkaart

_VRIJE_LETTERS = "deghjkpqrstuwxy"
"""With Alt; the other letters are of the parts of this page that have the same name in every house, and of what is in
them."""
_EIGEN_TERMEN = ("triage", "plan_van_aanpak", "afschaling", "opschaling")
"""The parts with a word of the house, in the order in which they choose a letter."""
_EERST_OPEN = "tijdlijn"


class CasusBlad(Paneel):
    """Made once; shows whichever casus it is told to show. A closed part costs nothing until it is opened."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("casus_blad")
        self._beeld: CasusBeeld | None = None
        self._bezig = False
        self._in_beeld = ""
        self._wijst_aan = False
        self._straks = QTimer(self)
        self._straks.setSingleShot(True)
        self._straks.setInterval(0)
        termen = diensten.termen
        self._afgeschaald = termen.afgeschaald
        self.rol = Rolvlak("Casus", self)
        self.kop = CasusKop(diensten, gereedschap, self.rol.vlak)
        self.einde = EindePaneel(diensten, gereedschap, self.rol.vlak)
        self.tijdlijn = Tijdlijn(diensten, gereedschap, self.rol.vlak)
        self.betrokkenen = CasusBetrokkenen(diensten, gereedschap, self.rol.vlak)
        self.triage = TriagePaneel(diensten, gereedschap, self.rol.vlak)
        self.oordelen = OordelenPaneel(diensten, gereedschap, self.rol.vlak)
        self.informatie = CasusInformatie(diensten, gereedschap, self.rol.vlak)
        self.acties = CasusActies(diensten, gereedschap, self.rol.vlak)
        self.plan = PlanPaneel(diensten, gereedschap, self.rol.vlak)
        self.planrond = PlanRondsturen(diensten, gereedschap, self.rol.vlak)
        self.brieven = BrievenPaneel(diensten, gereedschap, self.rol.vlak)
        self.afschaling = AfschalingPaneel(diensten, gereedschap, self.rol.vlak)
        self.opruimen = OpruimPaneel(diensten, gereedschap, self.rol.vlak)
        self.opschaling = (
            OpschalingPaneel(diensten, gereedschap, self.rol.vlak) if diensten.profiel.opschaling is not None else None
        )
        self.noten = Notenstrook(self.rol.vlak)
        self.delen: dict[str, tuple[Vouwkaart, CasusOnderdeel]] = {}
        self.rol.inhoud.addWidget(self.kop)
        self.rol.inhoud.addWidget(self.noten)
        self.rol.inhoud.addWidget(self.einde)
        letters = VrijeLetters(_VRIJE_LETTERS)
        eigen = {term: letters.merk(hoofdletter(str(getattr(termen, term)))) for term in _EIGEN_TERMEN}
        for sleutel, titel, deel in (
            ("tijdlijn", "T&ijdlijn", self.tijdlijn),
            ("betrokkenen", "&Betrokkenen", self.betrokkenen),
            ("triage", eigen["triage"], self.triage),
            ("oordelen", "&Oordelen: wie mag rechtmatig aanwezig zijn", self.oordelen),
            ("informatie", "Infor&matie", self.informatie),
            ("acties", "A&cties", self.acties),
            ("plan", eigen["plan_van_aanpak"], self.plan),
            ("planrond", f"{hoofdletter(letterlijk(termen.plan_van_aanpak))} rondsturen", self.planrond),
            ("brieven", "Brieven", self.brieven),
            ("opschaling", eigen["opschaling"], self.opschaling),
            ("afschaling", eigen["afschaling"], self.afschaling),
            ("opruimen", "Bewaren en vernietigen", self.opruimen),
        ):
            if deel is None:
                continue
            kaart = Vouwkaart(sleutel, titel, deel, self.rol.vlak)
            self.delen[sleutel] = (kaart, deel)
            self.rol.inhoud.addWidget(kaart)
        self.rol.inhoud.addStretch(1)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.addWidget(self.rol)
        self._verbind()

    def _verbind(self) -> None:
        self.neerlegger = Neerlegger(self)
        self.neerlegger.neergelegd.connect(self._on_neergelegd)
        for deel in (self.kop, self.einde, *(deel for _, deel in self.delen.values())):
            deel.opgeslagen.connect(self.opgeslagen)
            deel.ga_naar.connect(self.ga_naar)
            deel.gewijzigd.connect(self._on_deel_gewijzigd)
            deel.stand_gewijzigd.connect(self._on_stand_gewijzigd)
        for kaart, _ in self.delen.values():
            kaart.opengeklapt.connect(self._on_opengeklapt)
        self.opruimen.weg.connect(self.maak_leeg)
        self.tijdlijn.onderdeel_gevraagd.connect(self.open_deel)
        self._straks.timeout.connect(self._on_deel_geopend)

    # --- showing ----------------------------------------------------------------------------------

    @property
    def casus_id(self) -> CasusId | None:
        """Which casus is shown."""
        return self._beeld.id if self._beeld is not None else None

    def deel_met_toetsen(self) -> str:
        """The part in which the keyboard is, or was last; where that has none, the part that was opened last."""
        veld = self.focusWidget()
        met = (sleutel for sleutel, (kaart, _) in self.delen.items() if veld is not None and kaart.isAncestorOf(veld))
        gevonden = next(met, _EERST_OPEN)
        return self._in_beeld if gevonden == _EERST_OPEN else gevonden

    def toon_casus(self, casus_id: CasusId, deel: str = "") -> None:
        """Show this casus, with one part open. Raises NietGevonden."""
        beeld = self._diensten.casussen.toon(casus_id)
        ander = self.casus_id != casus_id
        self._beeld = beeld
        if ander:
            self._in_beeld = ""
            self._bezig = True
            for sleutel, (kaart, _) in self.delen.items():
                kaart.klap(sleutel == _EERST_OPEN)
            self._bezig = False
            self.rol.verticalScrollBar().setValue(0)
        self._toon(beeld)
        self._wijst_aan = deel == AANWIJZEN
        if self._wijst_aan:  # the head, with the button for it, stands above all
            self.rol.verticalScrollBar().setValue(0)
        if deel:
            self.open_deel(deel)

    def vernieuw(self) -> None:
        """Read again what is shown."""
        if self._beeld is not None:
            self._beeld = self._diensten.casussen.toon(self._beeld.id)
            self._toon(self._beeld)

    def _toon(self, beeld: CasusBeeld) -> None:
        self.kop.toon_casus(beeld)
        self.noten.zet_noten(self._diensten.verzoeken.aantekeningen.van_casus(beeld.id))
        self.einde.toon_casus(beeld)
        for sleutel, (kaart, deel) in self.delen.items():
            if kaart.open():
                deel.toon_casus(beeld)
            else:
                self._zeg_dicht(sleutel, kaart, beeld)
        self.rol.bescherm()

    def _zeg_dicht(self, sleutel: str, kaart: Vouwkaart, beeld: CasusBeeld) -> None:
        """The state of a closed part, from what is known without reading it."""
        if sleutel == "betrokkenen":
            kaart.zet_stand(Icoon.PERSOON, str(len(beeld.betrokkenen)))
        elif sleutel == "triage":
            af = any(gebeurtenis.plaats == "triage" for gebeurtenis in beeld.tijdlijn)
            kaart.zet_stand(*((Icoon.VINK, "afgerond", Kleur.GOED) if af else (Icoon.KLOK, "loopt", Kleur.LET_OP)))
        elif sleutel == "oordelen":
            aantal = sum(gebeurtenis.plaats == "oordelen" for gebeurtenis in beeld.tijdlijn)
            kaart.zet_stand(Icoon.SCHILD, f"{aantal} gegeven" if aantal else "nog niets beoordeeld")
        elif sleutel == "acties":
            kaart.zet_stand(Icoon.ACTIES, f"{beeld.open_acties} open")
        elif sleutel == "plan" and beeld.plan_id is None:
            kaart.zet_stand(Icoon.PUNT, "nog niet begonnen")
        elif sleutel == "opschaling":
            stappen = [gebeurtenis.titel for gebeurtenis in beeld.tijdlijn if gebeurtenis.plaats == "opschaling"]
            kaart.zet_stand(Icoon.PUNT, stappen[-1].lower() if stappen else "niet ondertekend")
        elif sleutel == "afschaling" and beeld.status is CasusStatus.AFGESCHAALD:
            kaart.zet_stand(Icoon.VINK, self._afgeschaald, Kleur.GOED)
        elif sleutel == "afschaling" and beeld.afschaling_id is None:
            kaart.zet_stand(Icoon.PUNT, "nog niet begonnen")
        else:
            kaart.zet_stand(Icoon.PUNT, "")

    def open_deel(self, sleutel: str) -> None:
        """Open this part, bring it in view and put the keyboard there."""
        if sleutel not in self.delen:
            return
        kaart, deel = self.delen[sleutel]
        kaart.klap(True)
        self._in_beeld = sleutel
        deel_veld = deel.eerste_focus() or kaart.knop
        deel_veld.setFocus()
        # the opened part gets its size only after this; then its heading comes to the top
        self._straks.start()

    def _on_neergelegd(self, pad: Path) -> None:
        if self._beeld is not None:
            self.open_deel("informatie")
            na_afloop(self, partial(self.informatie.leg_neer, pad))

    def _on_deel_geopend(self) -> None:
        if self._in_beeld in self.delen:
            kaart, _ = self.delen[self._in_beeld]
            # the head stays in view above the part that stands right below it
            self.rol.verticalScrollBar().setValue(0 if self._in_beeld == _EERST_OPEN else max(0, kaart.y() - RASTER))

    # --- saving, locking --------------------------------------------------------------------------

    def bewaar_nu(self) -> None:
        fouten: list[GebruikersFout] = []
        for _, deel in self.delen.values():
            try:
                deel.bewaar_nu()
            except GebruikersFout as fout:
                fouten.append(fout)
        if fouten:
            raise fouten[0]

    def stand(self) -> object:
        """What is open, where the page is scrolled, and what could not be saved (in memory only)."""
        open_ = tuple(sleutel for sleutel, (kaart, _) in self.delen.items() if kaart.open())
        rest = {sleutel: wat for sleutel, (_, deel) in self.delen.items() if (wat := deel.onbewaard()) is not None}
        return (open_, self.rol.verticalScrollBar().value(), rest)

    def herstel_stand(self, stand: object) -> None:
        """Come back to that."""
        if not isinstance(stand, tuple) or len(stand) != 3:
            return
        open_, plaats, rest = stand
        for sleutel, (kaart, deel) in self.delen.items():
            kaart.klap(sleutel in open_)
            if isinstance(rest, dict) and sleutel in rest:
                deel.herstel_onbewaard(rest[sleutel])
        self._straks.stop()
        self.rol.verticalScrollBar().setValue(int(plaats))

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self._beeld = None
        self.kop.maak_leeg()
        self.noten.zet_noten(())
        self.einde.maak_leeg()
        for kaart, deel in self.delen.values():
            deel.maak_leeg()
            kaart.zet_stand(Icoon.PUNT, "")

    def eerste_focus(self) -> QWidget:
        """The first open part, or the button for who asked to appoint a casusregisseur."""
        if self._wijst_aan and self.kop.regie_knop.isEnabled():
            return self.kop.regie_knop
        for kaart, deel in self.delen.values():
            if kaart.open():
                return deel.eerste_focus() or kaart.knop
        return self.kop.terug_knop

    # --- slots ------------------------------------------------------------------------------------

    def _on_opengeklapt(self, open_: bool) -> None:
        if self._bezig or self._beeld is None:
            return
        for sleutel, (kaart, deel) in self.delen.items():
            if kaart is self.sender():
                self._klap(deel, open_=open_)
                if open_:
                    self._in_beeld = sleutel
                    self._straks.start()

    def _klap(self, deel: CasusOnderdeel, *, open_: bool) -> None:
        if self._beeld is None:
            return
        try:
            if open_:
                deel.toon_casus(self._beeld)
                self.rol.bescherm()
            else:
                deel.bewaar_nu()
        except GebruikersFout as fout:
            deel.toon_weigering(fout)

    def _on_stand_gewijzigd(self, icoon: Icoon, tekst: str, kleur: Kleur | None) -> None:
        for kaart, deel in self.delen.values():
            if deel is self.sender():
                kaart.zet_stand(icoon, tekst, kleur)

    def _on_deel_gewijzigd(self) -> None:
        """Another part may show the same; the sender has already read itself again."""
        if self._beeld is None:
            return
        self._beeld = self._diensten.casussen.toon(self._beeld.id)
        zender = self.sender()
        self.kop.toon_casus(self._beeld)
        self.einde.toon_casus(self._beeld)
        for sleutel, (kaart, deel) in self.delen.items():
            if deel is zender:
                continue
            if kaart.open():
                deel.toon_casus(self._beeld)
            else:
                self._zeg_dicht(sleutel, kaart, self._beeld)
        self.rol.bescherm()
        self.gewijzigd.emit()
