"""The workspace of one tafel: its head, the five steps above it, and the step that is open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from zvh_desktop.models.keuzes import OverlegId, OverlegStatus, VerslagStatus
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.tafels import OverlegKop
from zvh_desktop.services.werkplek.plekken import BijTafel
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.aan_tafel.aan_tafel import AanTafel
from zvh_desktop.ui.pages.tafel.afgelaststrook import Afgelaststrook
from zvh_desktop.ui.pages.tafel.agenda.voorbereiden import Voorbereiden
from zvh_desktop.ui.pages.tafel.koffer.dagkofferregel import Dagkofferregel
from zvh_desktop.ui.pages.tafel.koffer.kofferstrook import Kofferstrook
from zvh_desktop.ui.pages.tafel.stap import TafelStap
from zvh_desktop.ui.pages.tafel.stapnummers import AAN_TAFEL, UITNODIGEN, VERSLAG, VERZENDEN, VOORBEREIDEN
from zvh_desktop.ui.pages.tafel.stukken.uitnodigen import Uitnodigen
from zvh_desktop.ui.pages.tafel.stukken.verzenden import Verzenden
from zvh_desktop.ui.pages.tafel.verslag.verslag import Verslag
from zvh_desktop.ui.pages.tafel.woorden import OVERLEG_ICOON, OVERLEG_KLEUR, OVERLEG_TEKST
from zvh_desktop.ui.protocollen import Plaats
from zvh_desktop.ui.teksten.datums import datum_voluit, tijd_kort
from zvh_desktop.ui.toetsenbord.sneltoetsen import sneltoets
from zvh_desktop.ui.uiterlijk.doelen import Balkknop
from zvh_desktop.ui.uiterlijk.icons import Icoon, zet_icoon
from zvh_desktop.ui.uiterlijk.letters import letterlijk
from zvh_desktop.ui.uiterlijk.thema import HALF, RANDRUIMTE, RASTER, Kleur
from zvh_desktop.ui.widgets.knoppen import zet_toestemming
from zvh_desktop.ui.widgets.paskader import Paskader
from zvh_desktop.ui.widgets.stappenbalk import StappenBalk
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.titelregel import Titelregel

_NA_AKKOORD = (OverlegStatus.AKKOORD, OverlegStatus.VERZONDEN, OverlegStatus.GEHOUDEN)


class TafelWerkblad(QWidget):
    """Steps are made when they are first shown."""

    opgeslagen = Signal()
    ga_naar = Signal(Plaats)
    wijzigen_gevraagd = Signal()
    lijst_gevraagd = Signal()
    afgelast_gewijzigd = Signal()

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("tafel_werkblad")
        self._diensten = diensten
        self._gereedschap = gereedschap
        self._kop: OverlegKop | None = None
        self._soorten: tuple[type[TafelStap], ...] = (Voorbereiden, Uitnodigen, AanTafel, Verslag, Verzenden)
        self._stappen: dict[int, TafelStap] = {}
        self._kaders: dict[int, Paskader] = {}
        self._bouw()
        self._verbind()

    @property
    def overleg_id(self) -> OverlegId | None:
        """The tafel that is open."""
        return self._kop.id if self._kop is not None else None

    def _bouw(self) -> None:
        self.terug_knop = self._knop("tafel_terug", Icoon.TERUG, f"Alle {letterlijk(self._diensten.termen.tafels)}", "")
        self.titel = Titelregel(self)
        self.status = Statuslabel(Icoon.POTLOOD, "", self)
        self.status.setObjectName("tafel_status")
        self.wijzig_knop = self._knop("tafel_wijzig_kop", Icoon.POTLOOD, "W&ijzig", "Datum, tijd en plaats wijzigen")
        self.afgelast_knop = self._knop("tafel_afgelasten", Icoon.SLUITEN, "Afgelasten…", "Dit overleg afgelasten")
        self.koffer_knop = self._knop("tafel_meegeven", Icoon.KLUIS, "Meegeven…", "Dit overleg meegeven in een koffer")
        self.kofferstrook = Kofferstrook(self._diensten, self._gereedschap, self)
        self.dagkoffer = Dagkofferregel(self._diensten, self._gereedschap, self)
        self.afgelaststrook = Afgelaststrook(self._diensten, self._gereedschap, self)
        self.feestdag = Statuslabel(Icoon.WAARSCHUWING, "", self, kleur=Kleur.LET_OP)
        self.feestdag.laat_afbreken()
        eerste = QHBoxLayout()
        eerste.setSpacing(RASTER)
        eerste.addWidget(self.terug_knop)
        eerste.addWidget(self.titel, 1)
        eerste.addWidget(self.status)
        eerste.addWidget(self.wijzig_knop)
        eerste.addWidget(self.koffer_knop)
        eerste.addWidget(self.afgelast_knop)
        self.stappenbalk = StappenBalk(ouder=self)
        self._stappenregel = QHBoxLayout()
        self._stappenregel.setSpacing(RASTER)
        self._stappenregel.addWidget(self.stappenbalk, 1)
        self.stapel = QStackedWidget(self)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RASTER, RANDRUIMTE, RASTER)
        indeling.setSpacing(HALF)
        indeling.addLayout(eerste)
        indeling.addWidget(self.feestdag)
        indeling.addWidget(self.kofferstrook)
        indeling.addWidget(self.dagkoffer)
        indeling.addWidget(self.afgelaststrook)
        indeling.addLayout(self._stappenregel)
        indeling.addSpacing(HALF)
        indeling.addWidget(self.stapel, 1)
        self._verversen = sneltoets("Ctrl+R", waar=self)

    def _knop(self, naam: str, icoon: Icoon, tekst: str, uitleg: str) -> QToolButton:
        knop = Balkknop(self)
        knop.setObjectName(naam)
        knop.setText(tekst)
        knop.setAccessibleName(uitleg or tekst.replace("&", ""))
        knop.setToolTip(uitleg)
        knop.setAutoRaise(True)
        knop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        knop.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        zet_icoon(knop, icoon)
        return knop

    def _verbind(self) -> None:
        self.stappenbalk.stap_gekozen.connect(self._on_stap_gekozen)
        self.terug_knop.clicked.connect(self._on_lijst_gevraagd)
        self.wijzig_knop.clicked.connect(self._on_wijzigen_gevraagd)
        self.afgelast_knop.clicked.connect(self._on_afgelasten_gevraagd)
        self.koffer_knop.clicked.connect(self._on_meegeven_gevraagd)
        self.kofferstrook.gewijzigd.connect(self._on_koffer_gewijzigd)
        self.kofferstrook.ga_naar.connect(self.ga_naar)
        self.dagkoffer.inleveren_gevraagd.connect(self.kofferstrook.kies_terug)
        self.dagkoffer.weggegooid.connect(self._on_koffer_gewijzigd)
        self.afgelaststrook.gewijzigd.connect(self.afgelast_gewijzigd)
        self.afgelaststrook.ga_naar.connect(self.ga_naar)
        self._verversen.activated.connect(self.vernieuw)

    # --- showing ----------------------------------------------------------------------------------

    def toon_tafel(self, overleg_id: OverlegId, stap: int | None = None, plek: BijTafel | None = None) -> None:
        """Open this tafel at this step, or at the step where it stands, and at one thing in it. Raises NietGevonden."""
        if overleg_id != self.overleg_id:
            self.maak_leeg()
        self._toon_kop(self._diensten.tafels.toon(overleg_id))
        gevraagd = self._begin_stap() if stap is None else stap
        kan = self._open_reden(gevraagd) == ""
        self._open(gevraagd if kan else VOORBEREIDEN)
        if plek is not None and kan:
            self._huidige().toon_plek(plek)

    def vernieuw(self) -> None:
        """Read head and open step again."""
        if self._kop is None:
            return
        self._toon_kop(self._diensten.tafels.toon(self._kop.id))
        if self._open_reden(self.stap()):
            self._open(VOORBEREIDEN)
        self._huidige().vernieuw()

    def _toon_kop(self, kop: OverlegKop) -> None:
        self._kop = kop
        invoer = kop.invoer
        dag = f"{kop.naam} - {datum_voluit(invoer.datum)}"
        tijd = f"{dag}, {tijd_kort(invoer.begin)}-{tijd_kort(invoer.einde)}"
        self.titel.zet(f"{tijd}, {invoer.plaats}", tijd, dag)
        self.status.zet(OVERLEG_ICOON[kop.status], OVERLEG_TEKST[kop.status], kleur=OVERLEG_KLEUR[kop.status])
        feest = f"{datum_voluit(invoer.datum)} is een feestdag: {kop.feestdag}." if kop.feestdag else ""
        self.feestdag.zet(Icoon.WAARSCHUWING, feest, kleur=Kleur.LET_OP)
        mag = self._diensten.mag(Recht.TAFEL_BEHEREN)
        komt = kop.status not in (OverlegStatus.GEHOUDEN, OverlegStatus.AFGELAST)
        self.kofferstrook.toon_tafel(kop.id)
        self.dagkoffer.toon_tafel(kop.id, vandaag=invoer.datum == self._gereedschap.klok().date())
        hier = not kop.uitgeleend
        zet_toestemming(self.wijzig_knop, mag, verder=komt and hier, reden=kop.uitgeleend)
        self.afgelast_knop.setVisible(komt)
        zet_toestemming(self.afgelast_knop, mag, verder=hier, reden=kop.uitgeleend)
        self.afgelaststrook.toon_tafel(kop.id, kop.status)
        reist = kop.status in _NA_AKKOORD and kop.verslag_status is not VerslagStatus.VASTGESTELD
        self.koffer_knop.setVisible(reist and hier)
        zet_toestemming(self.koffer_knop, self._diensten.mag(Recht.KOFFER_UITGEVEN))
        for nummer in range(len(self._soorten)):
            reden = self._open_reden(nummer)
            self.stappenbalk.zet_beschikbaar(nummer, not reden, reden)

    def _open_reden(self, stap: int) -> str:
        if self._is_afgelast() and (
            stap > UITNODIGEN or (stap == UITNODIGEN and not self.afgelaststrook.heeft_uitnodigingen())
        ):
            return "Dit overleg is afgelast."
        if stap in (VOORBEREIDEN, UITNODIGEN) or (self._kop is not None and self._kop.status in _NA_AKKOORD):
            return ""
        return "Dit kan zodra de agenda akkoord heeft."

    def _is_afgelast(self) -> bool:
        return self._kop is not None and self._kop.status is OverlegStatus.AFGELAST

    def _begin_stap(self) -> int:
        if self._is_afgelast():
            return UITNODIGEN
        if self._kop is None or self._kop.status in (OverlegStatus.CONCEPT, OverlegStatus.AKKOORD_GEVRAAGD):
            return VOORBEREIDEN
        if self._kop.status is OverlegStatus.GEHOUDEN:
            return VERZENDEN if self._kop.verslag_status is VerslagStatus.VASTGESTELD else VERSLAG
        vandaag = self._gereedschap.klok().date()
        return AAN_TAFEL if self._kop.invoer.datum <= vandaag else UITNODIGEN

    def _open(self, nummer: int) -> None:
        if self._kop is None:
            return
        stap = self._stappen.get(nummer)
        if stap is None:
            stap = self._soorten[nummer](self._diensten, self._gereedschap, self.stapel)
            self._stappen[nummer] = stap
            self._kaders[nummer] = Paskader(stap, self.stapel)
            self.stapel.addWidget(self._kaders[nummer])
            acties = stap.hoofdacties()
            if acties is not None:
                self._stappenregel.addWidget(acties)
            stap.opgeslagen.connect(self.opgeslagen)
            stap.ga_naar.connect(self.ga_naar)
            stap.kop_gewijzigd.connect(self._on_kop_gewijzigd)
        self.stapel.setCurrentWidget(self._kaders[nummer])
        self.stappenbalk.zet_stap(nummer)
        for ander, bestaand in self._stappen.items():
            acties = bestaand.hoofdacties()
            if acties is not None:
                acties.setVisible(ander == nummer)
        stap.toon_tafel(self._kop.id)

    def _huidige(self) -> TafelStap:
        return self._stappen[self.stap()]

    def stap(self) -> int:
        """The number of the open step, from 0."""
        return self.stappenbalk.stap()

    def aan_tafel(self) -> bool:
        """Whether the tafel of today is open at the step where it is held."""
        if self._kop is None or self.stap() != AAN_TAFEL or self._kop.verslag_status is VerslagStatus.VASTGESTELD:
            return False
        return self._kop.invoer.datum == self._gereedschap.klok().date()

    def stap_widget(self, nummer: int) -> TafelStap | None:
        """A step that was made before."""
        return self._stappen.get(nummer)

    def stand(self) -> object:
        """How the open step stands."""
        return self._huidige().stand()

    def herstel_stand(self, stand: object) -> None:
        """Come back to that."""
        self._huidige().herstel_stand(stand)

    def bewaar_nu(self) -> None:
        """Save on the open step."""
        if self._kop is not None and self.stap() in self._stappen:
            self._huidige().bewaar_nu()

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self._kop = None
        for stap in self._stappen.values():
            stap.maak_leeg()
        self.titel.zet("")
        self.afgelaststrook.maak_leeg()
        self.kofferstrook.maak_leeg()
        self.feestdag.zet(Icoon.WAARSCHUWING, "")

    def eerste_focus(self) -> QWidget | None:
        """Where the keyboard goes."""
        return self._huidige().eerste_focus() if self.stap() in self._stappen else None

    # --- slots ------------------------------------------------------------------------------------

    def _on_stap_gekozen(self, nummer: int) -> None:
        vorige = next((nr for nr, kader in self._kaders.items() if kader is self.stapel.currentWidget()), None)
        if vorige is not None and not self._stappen[vorige].lukt(self._stappen[vorige].bewaar_nu):
            self.stappenbalk.zet_stap(vorige)
            return
        self._open(nummer)
        focus = self.eerste_focus()
        if focus is not None:
            focus.setFocus()

    def _on_kop_gewijzigd(self) -> None:
        if self._kop is not None:
            self._toon_kop(self._diensten.tafels.toon(self._kop.id))

    def _on_lijst_gevraagd(self) -> None:
        self.lijst_gevraagd.emit()

    def _on_afgelasten_gevraagd(self) -> None:
        if self._kop is not None and self.afgelast_knop.isEnabled():
            self.bewaar_nu()
            self.afgelaststrook.gelast_af(self._kop.id)
            if self._is_afgelast():  # where it is told to everybody, or else where the agenda can be read
                self._open(VOORBEREIDEN if self._open_reden(UITNODIGEN) else UITNODIGEN)

    def _on_meegeven_gevraagd(self) -> None:
        if self._kop is not None and self.koffer_knop.isEnabled():
            self.bewaar_nu()
            self.kofferstrook.geef_mee(self._kop.id)

    def _on_koffer_gewijzigd(self) -> None:
        self.opgeslagen.emit()
        self.vernieuw()

    def _on_wijzigen_gevraagd(self) -> None:
        self.wijzigen_gevraagd.emit()
