"""Step 3, for the chair at the table: large type, one thing at a time, F5 and F6 to go back and on.

Before each point stands who must leave and who comes in; only after the chair has started it the case opens.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from zvh_desktop.errors import AndereDag
from zvh_desktop.models.keuzes import AgendapuntId, VerslagStatus
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.verslag_gegevens import AanTafelBeeld, AanTafelPunt
from zvh_desktop.services.werkplek.plekken import BijTafel
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.ongedaan import Omkeerbaar, Ongedaan
from zvh_desktop.ui.pages.tafel.aan_tafel.armlengte import GEWOON, GROOT, zet_letter, zet_vingermaat
from zvh_desktop.ui.pages.tafel.aan_tafel.dagbalk import Dagbalk
from zvh_desktop.ui.pages.tafel.aan_tafel.klokstrook import Klokstrook
from zvh_desktop.ui.pages.tafel.aan_tafel.openvlak import Openvlak
from zvh_desktop.ui.pages.tafel.aan_tafel.wisseling import Wisseling
from zvh_desktop.ui.pages.tafel.loop.tafelbediening import Tafelbediening
from zvh_desktop.ui.pages.tafel.loop.tafelhandelingen import Tafelhandeling
from zvh_desktop.ui.pages.tafel.stap import TafelStap
from zvh_desktop.ui.pages.tafel.uitlegstrook import Uitlegstrook
from zvh_desktop.ui.pages.tafel.verslag.aanwezigentabel import Aantafelstand
from zvh_desktop.ui.protocollen import Plaats
from zvh_desktop.ui.toetsenbord.sneltoetsen import sneltoets
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER
from zvh_desktop.ui.widgets.kaart import StilleTekst
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.loopregel import Loopregel


@dataclass(frozen=True, slots=True)
class AanTafelStand:
    """Which point was open, and whether it had been started on the screen."""

    punt_id: AgendapuntId | None
    open: bool


class AanTafel(TafelStap):
    """One point at a time."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("aan_tafel")
        self._basis = QFont(self.font())
        self._beeld: AanTafelBeeld | None = None
        self._nummer = 0
        self._open = False
        self._ongedaan = Ongedaan()
        self._bouw()
        self._verbind()
        self._pas_maat()

    def _bouw(self) -> None:
        self.vorige_knop = gereedschapsknop("aan_tafel_vorige", Icoon.TERUG, "Vorige", "Vorig punt (F5)", self)
        self.volgende_knop = gereedschapsknop("aan_tafel_volgende", Icoon.VERDER, "Volgende", "Volgend punt (F6)", self)
        self.teller = StilleTekst("", self)
        self.teller.setWordWrap(False)
        self.klok = Klokstrook(self._gereedschap.klok, self)
        balk = Loopregel(tussen=RASTER)
        self.bediening = Tafelbediening(self._diensten, self._gereedschap, self)
        balk.addWidget(self.klok)
        balk.rek()
        balk.addWidget(self.bediening)
        balk.addWidget(self.teller)
        balk.addWidget(self.vorige_knop)
        balk.addWidget(self.volgende_knop)
        self.wisseling = Wisseling(self)
        self._open_vlak = vlak = Openvlak(self._diensten, self._gereedschap, self)
        self.kop, self.geheim, self.vooraf, self.verslag = vlak.kop, vlak.geheim, vlak.vooraf, vlak.verslag
        self.terugblik, self.verslagoordeel, self.uitkomst = vlak.terugblik, vlak.verslagoordeel, vlak.uitkomst
        self.klaar = LegeStaat(
            Icoon.VINK,
            "Alle punten zijn geweest",
            "Kijk het verslag na en vul aan wat nog mist. Daarna wordt het vastgesteld.",
            "Naar het &verslag",
        )
        self.stapel = QStackedWidget(self)
        for deel in (self.wisseling, self._open_vlak, self.klaar):
            self.stapel.addWidget(deel)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RASTER)
        indeling.addLayout(balk)
        self.dagbalk = Dagbalk(self._diensten, self._gereedschap, self)
        indeling.addWidget(self.dagbalk)
        self.strook = Uitlegstrook(self)
        indeling.addWidget(self.bediening.stand)
        indeling.addWidget(self.strook)
        indeling.addWidget(self.stapel, 1)
        self._vorige = sneltoets("F5", waar=self)
        self._volgende = sneltoets("F6", waar=self)
        self._dagtoets = sneltoets("F3", waar=self)
        self._groottoets = sneltoets("F7", waar=self)
        self._geheimtoets = sneltoets("F9", waar=self)
        self._actietoets = sneltoets("F12", waar=self)

    def _verbind(self) -> None:
        self.vorige_knop.clicked.connect(self.vorige)
        self.volgende_knop.clicked.connect(self.volgende)
        self._vorige.activated.connect(self.vorige)
        self._volgende.activated.connect(self.volgende)
        self._dagtoets.activated.connect(self.dagbalk.dag.toon_dag)
        self._groottoets.activated.connect(self.dagbalk.groot_knop.toggle)
        self._geheimtoets.activated.connect(self._on_geheimtoets)
        self.dagbalk.groot_gezet.connect(self._pas_maat)
        self.dagbalk.zaal.geweigerd.connect(self.strook.toon_fout)
        self.dagbalk.zaal.leeggemaakt.connect(self._on_zaal_leeg)
        self._actietoets.activated.connect(self.verslag.nieuwe_actie.tekst.setFocus)
        self.geheim.gezet.connect(self._on_geheimhouding)
        self.wisseling.start_gevraagd.connect(self.start)
        self.wisseling.geheimhouding_gezet.connect(self._on_geheimhouding)
        self.verslag.opgeslagen.connect(self.opgeslagen)
        self.verslag.gewijzigd.connect(self._na_verslag)
        for deel in (self.uitkomst, self.terugblik, self.verslagoordeel):
            deel.gekozen.connect(self._on_uitkomst)
        self.bediening.handeling_gevraagd.connect(self._on_handeling)
        self.bediening.gedaan.connect(self._on_gedaan)
        self.bediening.gewijzigd.connect(self._na_wijziging)
        self.bediening.punt_gevraagd.connect(self.ga_naar_punt)
        self.strook.actie_gevraagd.connect(self.maak_ongedaan)
        self.klaar.actie_gevraagd.connect(self._on_naar_verslag)

    # --- showing ----------------------------------------------------------------------------------

    def vernieuw(self) -> None:
        if self._overleg_id is None:
            return
        eerste_keer = self._beeld is None
        self._beeld = self._diensten.verslagen.aan_tafel(self._overleg_id)
        if eerste_keer:
            self._begin(self._beeld)
        self._toon()

    def _begin(self, beeld: AanTafelBeeld) -> None:
        """The point that is being discussed, else the first that has not been."""
        bezig = [nr for nr, punt in enumerate(beeld.punten) if punt.gestart_op and not punt.afgerond_op]
        nog = [nr for nr, punt in enumerate(beeld.punten) if not punt.gestart_op]
        self._nummer = bezig[0] if bezig else nog[0] if nog else len(beeld.punten)
        self._open = bool(bezig)

    def _punt(self) -> AanTafelPunt | None:
        if self._beeld is None or not 0 <= self._nummer < len(self._beeld.punten):
            return None
        return self._beeld.punten[self._nummer]

    def _toon(self) -> None:
        beeld, punt = self._beeld, self._punt()
        if beeld is None:
            return
        self.vorige_knop.setEnabled(self._nummer > 0 or self._open)
        self.volgende_knop.setEnabled(punt is not None)
        self.teller.setText(f"punt {self._nummer + 1} van {len(beeld.punten)}" if punt else "")
        self.klok.setVisible(punt is not None)
        self.uitgeleend = beeld.kop.uitgeleend or (punt.uitgeleend if punt is not None else "")
        mag = self.mag_hier(Recht.VERSLAG_SCHRIJVEN)
        vast = beeld.kop.verslag_status is VerslagStatus.VASTGESTELD
        self.bediening.zet(beeld, punt, mag=mag.mag and not vast)
        self.geheim.zet(punt, beeld.geheimhouding, mag=mag.mag and not vast)
        open_punt = punt.id if punt is not None and self._open else None
        self.dagbalk.zaal.zet(open_punt, mag=mag.mag and not vast)
        self.dagbalk.dag.zet(beeld.kop.id)
        if punt is None:
            self.stapel.setCurrentWidget(self.klaar)
            return
        self.klok.zet(beeld.kop.invoer.datum, punt.begin, punt.minuten, punt.gestart_op if self._open else None)
        if self._open:
            self.kop.setText(f"{punt.nummer}  {punt.titel}")
            self.stapel.setCurrentWidget(self._open_vlak)
            self._toon_verslag()
        else:
            self.wisseling.zet(
                punt,
                beeld.geheimhouding,
                gemeld=_gewezen(beeld, punt),
                mag=mag.mag and not vast,
                reden=mag.reden or ("Het verslag is vastgesteld en ligt vast." if vast else ""),
            )
            self.stapel.setCurrentWidget(self.wisseling)
        if self.dagbalk.groot():
            zet_vingermaat(self, aan=True)  # what was made or laid out anew

    def _pas_maat(self) -> None:
        """The size of type and targets, for the desk or for arm's length."""
        groot = self.dagbalk.groot()
        zet_letter(self, self._basis, GROOT if groot else GEWOON)
        self.wisseling.volg_letter()
        self.klok.werk_bij()
        zet_vingermaat(self, aan=groot)

    def _toon_verslag(self) -> None:
        punt = self._punt()
        if self._overleg_id is None or punt is None:
            return
        beeld = self._diensten.verslagen.toon(self._overleg_id)
        dit = next((een for een in beeld.punten if een.id == punt.id), None)
        if dit is not None:
            self.vooraf.zet(dit)
            mag = beeld.te_wijzigen and self.mag_hier(Recht.VERSLAG_SCHRIJVEN).mag
            for deel in (self.terugblik, self.verslagoordeel, self.uitkomst):
                deel.zet(dit, mag=mag)
            tijden = self._diensten.tafelloop.voorzitter.aanwezigheidstijden(punt.id)
            self.verslag.zet(beeld, dit, Aantafelstand(tijden, bezig=punt.afgerond_op is None))

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self._beeld = None
        self._open = False
        self._ongedaan.maak_leeg()
        self.strook.wis()
        self.bediening.maak_leeg()
        for deel in (self.terugblik, self.verslagoordeel, self.uitkomst):
            deel.maak_leeg()
        self.dagbalk.zaal.zwart()
        self.dagbalk.dag.maak_leeg()
        self.kop.setText("")
        self.vooraf.zet(None)
        self.wisseling.maak_leeg()
        self.verslag.maak_leeg()

    def bewaar_nu(self) -> None:
        self.verslag.laatste_fout = None
        self.verslag.bewaar_nu()
        if self.verslag.laatste_fout is not None:
            raise self.verslag.laatste_fout

    def stand(self) -> object:
        punt = self._punt()
        return AanTafelStand(punt.id if punt is not None else None, self._open)

    def herstel_stand(self, stand: object) -> None:
        if not isinstance(stand, AanTafelStand) or self._beeld is None:
            return
        nummers = [nr for nr, punt in enumerate(self._beeld.punten) if punt.id == stand.punt_id]
        if nummers:
            self._nummer, self._open = nummers[0], stand.open
            self._toon()

    def eerste_focus(self) -> QWidget | None:
        if self._punt() is None:
            return self.klaar.knop
        return self.verslag.teksten.beeld_veld if self._open else self.wisseling.start_knop

    # --- doing ------------------------------------------------------------------------------------

    def start(self) -> None:
        """Open this point; the one before it is closed."""
        punt = self._punt()
        if punt is None or not self.lukt(partial(self._start, punt.id)):
            return
        self._na_stap()
        self.kop_gewijzigd.emit()

    def _start(self, punt_id: AgendapuntId) -> None:
        try:
            self._diensten.verslagen.start_punt(punt_id)
        except AndereDag as fout:
            vraag = f"{fout.gebeurd} Wilt u het overleg nu toch beginnen?"
            if not self._gereedschap.melder.bevestig(self, vraag, "Toch &beginnen"):
                return
            self._diensten.verslagen.start_punt(punt_id, andere_dag=True)
        self._open = True

    def ga_naar_punt(self, punt_id: int) -> None:
        """Show another point: back to one that was, or on to one that is not next."""
        if self._beeld is None or not self.lukt(self.bewaar_nu):
            return
        nummers = [nr for nr, punt in enumerate(self._beeld.punten) if punt.id == punt_id]
        if nummers:
            self._nummer, self._open = nummers[0], False
            self._na_stap()

    def volgende(self) -> None:
        """On to the next point: closes this one and shows who must leave and come in."""
        punt = self._punt()
        if punt is None or not self.lukt(self.bewaar_nu):
            return
        if self._open and punt.afgerond_op is None and not self.uitgeleend:
            self.lukt(partial(self._diensten.verslagen.rond_punt_af, punt.id))
        self._nummer += 1
        self._open = False
        self._na_stap()

    def vorige(self) -> None:
        """Back: from an open point to who was at the table, from there to the point before it."""
        if not self.lukt(self.bewaar_nu):
            return
        if self._open:
            self._open = False
        elif self._nummer > 0:
            self._nummer -= 1
            punt = self._punt()
            self._open = punt is not None and punt.gestart_op is not None
        self._na_stap()

    def _na_stap(self) -> None:
        self.opgeslagen.emit()
        self.vernieuw()
        focus = self.eerste_focus()
        if focus is not None:
            focus.setFocus()

    def _on_geheimhouding(self, gemeld: bool) -> None:
        punt = self._punt()
        if self._overleg_id is None or punt is None or not self.lukt(self.bewaar_nu):
            return
        self.lukt(partial(self._diensten.tafelloop.voorzitter.wijs_op_geheimhouding, punt.id, gewezen=gemeld))
        self.opgeslagen.emit()
        self.vernieuw()

    def _on_zaal_leeg(self, zin: str) -> None:
        self.strook.toon(zin, icoon=Icoon.SLOT)

    def _on_geheimtoets(self) -> None:
        if self._open:
            self.geheim.wissel()
        elif self.wisseling.isVisible():
            self.wisseling.geheimhouding.click()

    def _na_verslag(self) -> None:
        """Who is there may have changed, and with it what has to be said and what the room may see."""
        self.vernieuw()

    # --- what changes at the table ----------------------------------------------------------------

    def _on_handeling(self, handeling: Tafelhandeling[object]) -> None:
        if self.lukt(self.bewaar_nu) and self.lukt(partial(self._ongedaan.doe, handeling)):
            self._na_handeling(handeling)

    def _on_gedaan(self, handeling: Tafelhandeling[object]) -> None:
        if self.lukt(self.bewaar_nu):
            self._ongedaan.noteer(handeling)
            self._na_handeling(handeling)

    def _na_handeling(self, handeling: Tafelhandeling[object]) -> None:
        self._lees_opnieuw(verder=handeling.verder)
        self.strook.toon(handeling.tekst, actie="On&gedaan maken", icoon=Icoon.INFO)

    def _na_wijziging(self) -> None:
        self._lees_opnieuw(verder=False)

    def _lees_opnieuw(self, *, verder: bool) -> None:
        """The point that was on the screen stays there, wherever it stands now; ``verder``: what comes in its place."""
        self.strook.wis()
        punt = self._punt()
        self.vernieuw()
        punten = self._beeld.punten if self._beeld is not None else ()
        plaats = next((nr for nr, een in enumerate(punten) if punt is not None and een.id == punt.id), None)
        if plaats is not None and not verder:
            self._nummer = plaats
        nu = self._punt()
        self._open = self._open and nu is not None and nu.gestart_op is not None and nu.afgerond_op is None
        self._toon()
        self.opgeslagen.emit()
        self.kop_gewijzigd.emit()

    def maak_ongedaan(self) -> None:
        """Take back the last change at the table."""
        tekst = self._ongedaan.laatste()
        if tekst and self.lukt(self._ongedaan.terug):
            self._na_wijziging()
            self.strook.toon(f"Ongedaan gemaakt: {tekst}", icoon=Icoon.ONGEDAAN)

    def _on_uitkomst(self, handeling: Omkeerbaar) -> None:
        if self.lukt(self.bewaar_nu):
            self.verslag.voer_uit(handeling)

    def _on_naar_verslag(self) -> None:
        if self._overleg_id is not None:
            self.ga_naar.emit(Plaats("tafels", BijTafel(self._overleg_id, 3)))


def _gewezen(beeld: AanTafelBeeld, punt: AanTafelPunt) -> bool:
    """Before anything began what was said counts for the overleg; from then on for each casus."""
    begonnen = any(een.gestart_op is not None for een in beeld.punten)
    return punt.gewezen or (beeld.geheimhouding_gemeld and (not begonnen or punt.casus_id is None))
