"""Step 1, the heart of it: points in order, the matrix partij x casus, and the way to akkoord.

Only a partij that is rechtmatig aanwezig can be switched on. Everything else explains itself in the line below
the matrix, with the article and with what can be done.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from zvh_desktop.errors import GebruikersFout, RegelGeweigerd
from zvh_desktop.models.keuzes import (
    AgendapuntId,
    CasusId,
    OordeelUitkomst,
    OverlegId,
    OverlegStatus,
    PartijId,
    PoortStand,
)
from zvh_desktop.models.taal import hoofdletter, opsomming
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.documenten import StukVraag
from zvh_desktop.services.poort.oordelen import OordeelInvoer
from zvh_desktop.services.regelboek.uitleg import in_een_zin
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.tafel.agenda_gegevens import AgendaBeeld, CasusKeuze, Cel, PuntInvoer, PuntRegel
from zvh_desktop.services.tafel.agenda_stand import AgendaStand, AgendaWissel
from zvh_desktop.services.tafel.volgorde.woorden import winst_in_woorden
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.dialogs.bevestiging import onderteken
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.agenda.ongedaan import Agendastapel, AgendaWijziging
from zvh_desktop.ui.pages.tafel.agenda.oordeel_geven import OordeelDialoog
from zvh_desktop.ui.pages.tafel.agenda.punt_toevoegen import PuntDialoog
from zvh_desktop.ui.pages.tafel.agenda.puntpaneel import Puntpaneel
from zvh_desktop.ui.pages.tafel.agenda.verslagvoorstel import Verslagvoorstel
from zvh_desktop.ui.pages.tafel.agenda.volgordedialoog import VolgordeDialoog
from zvh_desktop.ui.pages.tafel.agenda.voorbereidstand import VoorbereidStand
from zvh_desktop.ui.pages.tafel.agenda.wensbron import Overlegwensen
from zvh_desktop.ui.pages.tafel.matrix.model import CELROL, MatrixModel
from zvh_desktop.ui.pages.tafel.matrix.tabel import MatrixTabel
from zvh_desktop.ui.pages.tafel.stap import TafelStap
from zvh_desktop.ui.pages.tafel.uitlegstrook import Uitlegstrook
from zvh_desktop.ui.pages.tafel.woorden import DOCUMENT_TEKST
from zvh_desktop.ui.pdf_voorbeeld import PdfVenster
from zvh_desktop.ui.teksten.datums import tijd_kort
from zvh_desktop.ui.teksten.ondertekenlijst import agenda_regels, oordeel_regels
from zvh_desktop.ui.toetsenbord.sneltoetsen import ongedaan_toets, opnieuw_toets, sneltoets
from zvh_desktop.ui.uiterlijk.icons import Icoon, zet_icoon
from zvh_desktop.ui.uiterlijk.letters import letterlijk
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, RUIM, Kleur
from zvh_desktop.ui.widgets.aandachtslijst import Aandachtslijst
from zvh_desktop.ui.widgets.deelsplitser import Deelsplitser
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.statuslabel import Statuslabel

_MAG_AAN_UIT = (PoortStand.RECHTMATIG, PoortStand.UITGENODIGD)


class Voorbereiden(TafelStap):
    """The agenda builder."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("voorbereiden")
        self._beeld: AgendaBeeld | None = None
        self._fout: GebruikersFout | None = None
        self._winst = ""
        self._bouw()
        self._verbind()

    # --- building ---------------------------------------------------------------------------------

    def _bouw(self) -> None:
        self.model = MatrixModel(self)
        self.stapel = Agendastapel(self)
        self.stapel.setUndoLimit(200)
        self.matrix = MatrixTabel(self.model, self)
        balk = self._bouw_balk()
        self.totaal = Statuslabel(Icoon.KLOK, "", self)
        self.totaal.setObjectName("agenda_totaal")
        self.aandacht = Aandachtslijst(self)
        onder = QHBoxLayout()
        onder.setSpacing(RUIM)
        onder.addWidget(self.totaal, 0, Qt.AlignmentFlag.AlignTop)
        onder.addWidget(self.aandacht, 1)
        self.strook = Uitlegstrook(self)
        self.leeg = LegeStaat(
            Icoon.AGENDA,
            "De agenda is nog leeg",
            "Zet hier de casussen en onderwerpen op die u wilt bespreken, met de knop of met Insert.",
            "&Op de agenda zetten",
        )
        boven = QWidget(self)
        deel = QVBoxLayout(boven)
        deel.setContentsMargins(0, 0, 0, 0)
        deel.setSpacing(HALF)
        deel.addWidget(self.matrix, 1)
        deel.addWidget(self.leeg, 1)
        self.voorstel = Verslagvoorstel(self._diensten, boven)
        deel.addWidget(self.voorstel)
        deel.addWidget(self.strook)
        deel.addLayout(onder)
        self.paneel = Puntpaneel(self)
        self.splitser = Deelsplitser(
            boven, self.paneel, self, instellingen=self._gereedschap.instellingen, sleutel="voorbereiden"
        )
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RASTER)
        indeling.addLayout(balk)
        indeling.addWidget(self.splitser, 1)
        self._toevoegen_toets = sneltoets("Ins", waar=boven)
        self._ongedaan_toets = ongedaan_toets(self)
        self._opnieuw_toets = opnieuw_toets(self)

    def _bouw_balk(self) -> QHBoxLayout:
        self.toevoeg_knop = self._knop("agenda_toevoegen", Icoon.PLUS, "Voeg &toe", "Op de agenda zetten (Insert)")
        self.weg_knop = self._knop("agenda_weghalen", Icoon.PRULLENBAK, "", "Van de agenda halen (Delete)")
        self.omhoog_knop = self._knop("agenda_omhoog", Icoon.OMHOOG, "", "Punt omhoog (Alt+pijl omhoog)")
        self.omlaag_knop = self._knop("agenda_omlaag", Icoon.OMLAAG, "", "Punt omlaag (Alt+pijl omlaag)")
        self.ongedaan_knop = self._knop("agenda_ongedaan", Icoon.ONGEDAAN, "", "Ongedaan maken (Ctrl+Z)")
        self.opnieuw_knop = self._knop("agenda_opnieuw", Icoon.OPNIEUW, "", "Opnieuw doen (Ctrl+Y)")
        self.volgorde_knop = self._knop(
            "agenda_volgorde",
            None,
            "&Stel volgorde voor",
            "Bekijk een volgorde waarin de partijen weinig wachten, en wat u daarvan wilt",
        )
        self.iedereen_knop = self._knop(
            "agenda_iedereen",
            None,
            "Zet iede&reen erop",
            "Zet bij het gekozen punt alle partijen op de agenda die rechtmatig aanwezig mogen zijn",
        )
        self.alle_knop = self._knop(
            "agenda_alle_partijen",
            Icoon.KOLOMMEN,
            "Alle &partijen",
            "Toon een kolom voor elke partij, ook als die met deze casussen niets te maken heeft",
        )
        self.alle_knop.setCheckable(True)
        self.voorbeeld_knop = self._knop(
            "agenda_voorbeeld", Icoon.OOG, "Voor&beeld", "Bekijk de agenda zoals die wordt"
        )
        self.voorbeeld_knop.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.voorbeeld_menu = QMenu(self)
        self.voorbeeld_knop.setMenu(self.voorbeeld_menu)
        self.acties = QWidget(self)
        self.akkoord_knop = QPushButton("Vraag a&kkoord", self.acties)
        self.akkoord_knop.setObjectName("agenda_akkoord")
        self.terug_knop = QPushButton("Terug naar &concept", self.acties)
        self.terug_knop.setObjectName("agenda_terug")
        self.terug_knop.setAccessibleName("Terug naar concept")
        balk = QHBoxLayout()
        balk.setSpacing(HALF)
        for knop in (
            self.toevoeg_knop,
            self.weg_knop,
            self.omhoog_knop,
            self.omlaag_knop,
            self.ongedaan_knop,
            self.opnieuw_knop,
            self.volgorde_knop,
            self.iedereen_knop,
            self.alle_knop,
            self.voorbeeld_knop,
        ):
            balk.addWidget(knop)
        balk.addStretch(1)
        self._meet_knoppen()
        naast = QHBoxLayout(self.acties)
        naast.setContentsMargins(0, 0, 0, 0)
        naast.setSpacing(RASTER)
        naast.addWidget(self.terug_knop)
        naast.addWidget(self.akkoord_knop)
        return balk

    def _knop(self, naam: str, icoon: Icoon | None, tekst: str, uitleg: str) -> QToolButton:
        knop = QToolButton(self)
        knop.setObjectName(naam)
        knop.setText(tekst)
        knop.setAccessibleName(uitleg)
        knop.setToolTip(uitleg)
        knop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        knop.setAutoRaise(True)
        if icoon is not None:
            zet_icoon(knop, icoon)
        met_icoon = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if tekst else Qt.ToolButtonStyle.ToolButtonIconOnly
        knop.setToolButtonStyle(met_icoon if icoon else Qt.ToolButtonStyle.ToolButtonTextOnly)
        return knop

    def _meet_knoppen(self) -> None:
        """How wide the row is with words on its buttons; without them is the least it can be."""
        knoppen = (*self._altijd_met_woorden(), *self._soms_met_woorden())
        self._met_woorden = sum(knop.sizeHint().width() for knop in knoppen) + len(knoppen) * HALF
        for knop in self._soms_met_woorden():
            knop.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            knop.setMinimumWidth(knop.sizeHint().width())
            knop.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def _soms_met_woorden(self) -> tuple[QToolButton, ...]:
        """What is known by its icon too, when the window is narrow; the words are in the tooltip."""
        return self.toevoeg_knop, self.alle_knop, self.voorbeeld_knop

    def _altijd_met_woorden(self) -> tuple[QToolButton, ...]:
        iconen = (self.weg_knop, self.omhoog_knop, self.omlaag_knop, self.ongedaan_knop, self.opnieuw_knop)
        return (*iconen, self.volgorde_knop, self.iedereen_knop)

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        beide, alleen = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        for knop in self._soms_met_woorden():
            knop.setToolButtonStyle(beide if self.width() >= self._met_woorden else alleen)

    def _verbind(self) -> None:
        self.toevoeg_knop.clicked.connect(self.voeg_toe)
        self.leeg.actie_gevraagd.connect(self.voeg_toe)
        self._toevoegen_toets.activated.connect(self.voeg_toe)
        self.matrix.toevoegen_gevraagd.connect(self.voeg_toe)
        self.weg_knop.clicked.connect(self.haal_weg)
        self.matrix.weghalen_gevraagd.connect(self.haal_weg)
        self.omhoog_knop.clicked.connect(self._on_omhoog)
        self.omlaag_knop.clicked.connect(self._on_omlaag)
        self.matrix.verschuiven_gevraagd.connect(self.verschuif)
        self.model.verplaatsen_gevraagd.connect(self._on_rij_versleept)
        self.ongedaan_knop.clicked.connect(self.stapel.undo)
        self.opnieuw_knop.clicked.connect(self.stapel.redo)
        self._ongedaan_toets.activated.connect(self.stapel.undo)
        self._opnieuw_toets.activated.connect(self.stapel.redo)
        self.stapel.indexChanged.connect(self._toon_knoppen)
        self.volgorde_knop.clicked.connect(self.stel_volgorde_voor)
        self.iedereen_knop.clicked.connect(self.nodig_alle_uit)
        self.alle_knop.toggled.connect(self._on_alle_gekozen)
        self.matrix.wissel_gevraagd.connect(self.wissel)
        self.matrix.doubleClicked.connect(self._on_dubbelklik)
        self.matrix.oordeel_gevraagd.connect(self._on_oordeel_toets)
        self.matrix.wijzigen_gevraagd.connect(self.paneel.naar_velden)
        self.matrix.plek_gewijzigd.connect(self._on_plek_gewijzigd)
        self.strook.actie_gevraagd.connect(self._on_strook_actie)
        self.paneel.punt_getypt.connect(self._on_punt_getypt)
        self.paneel.tabel.terug_gevraagd.connect(self.matrix.setFocus)
        self.paneel.bijdragen_gevraagd.connect(self._on_bijdragen_gevraagd)
        self.paneel.partij_gekozen.connect(self._on_partij_gekozen)
        self.paneel.oordelen_gevraagd.connect(self.vraag_oordelen)
        self.voorbeeld_menu.aboutToShow.connect(self._on_voorbeelden_gevraagd)
        self.voorbeeld_menu.triggered.connect(self._on_voorbeeld_gekozen)
        self.akkoord_knop.clicked.connect(self.akkoord)
        self.terug_knop.clicked.connect(self.terug_naar_concept)
        self.voorstel.gekozen.connect(self._on_voorstel)

    # --- showing ----------------------------------------------------------------------------------

    def toon_tafel(self, overleg_id: OverlegId) -> None:
        if overleg_id != self._overleg_id:
            self.stapel.clear()
            self.strook.wis()
        super().toon_tafel(overleg_id)

    def vernieuw(self) -> None:
        if self._overleg_id is None:
            return
        self._zet(self._diensten.agenda.toon(self._overleg_id))

    def _zet(self, beeld: AgendaBeeld) -> None:
        punt_id, partij_id = self.matrix.plek()
        rij = self.matrix.currentIndex().row()
        self._beeld = beeld
        self.model.zet(beeld, alle=self.alle_knop.isChecked())
        self.matrix.setVisible(bool(beeld.punten))
        self.leeg.setVisible(not beeld.punten)
        self.paneel.setVisible(bool(beeld.punten))
        if beeld.punten:
            self.matrix.ga_naar_plek(punt_id, partij_id, rij)
        self._toon_paneel()
        self._toon_totaal(beeld)
        self._toon_knoppen()
        self.voorstel.zet(beeld.kop.id if beeld.te_wijzigen else None)

    def _on_voorstel(self, overleg_id: OverlegId) -> None:
        self._wijzig("Vaststellen verslag", partial(self._diensten.eerste_punt.zet, overleg_id))

    def _toon_paneel(self) -> None:
        punt = self._punt()
        ander = punt is None or self.paneel.punt_id() != punt.id
        if ander:
            self.paneel.bewaar_nu()
        self.paneel.zet(self._beeld, self._punt(), alle=self.alle_knop.isChecked())
        self.paneel.kies_partij(self.matrix.plek()[1])

    def _toon_totaal(self, beeld: AgendaBeeld) -> None:
        if beeld.overschrijding:
            self.totaal.zet(
                Icoon.WAARSCHUWING,
                f"{beeld.totaal_minuten} van {beeld.beschikbaar_minuten} minuten: {beeld.overschrijding} te veel",
                kleur=Kleur.FOUT,
            )
        else:
            klaar = f", klaar om {tijd_kort(beeld.punten[-1].einde)}" if beeld.punten else ""
            self.totaal.zet(
                Icoon.KLOK,
                f"{beeld.totaal_minuten} van {beeld.beschikbaar_minuten} minuten{klaar}",
                kleur=Kleur.STIL,
            )
        self.aandacht.zet(beeld.nog_nodig if beeld.te_wijzigen else (), beeld.aandacht)

    def _toon_knoppen(self) -> None:
        beeld = self._beeld
        mag = self._diensten.mag(Recht.TAFEL_BEHEREN).mag
        wijzigbaar = beeld is not None and beeld.te_wijzigen and mag
        punt = self._punt()
        self.toevoeg_knop.setEnabled(wijzigbaar)
        for knop in (self.weg_knop, self.omhoog_knop, self.omlaag_knop):
            knop.setEnabled(wijzigbaar and punt is not None)
        self.volgorde_knop.setEnabled(wijzigbaar and beeld is not None and len(beeld.punten) > 1)
        self.iedereen_knop.setEnabled(wijzigbaar and punt is not None and punt.casus_id is not None)
        self.ongedaan_knop.setEnabled(wijzigbaar and self.stapel.canUndo())
        self.opnieuw_knop.setEnabled(wijzigbaar and self.stapel.canRedo())
        self.ongedaan_knop.setToolTip(f"Ongedaan maken: {self.stapel.undoText()} (Ctrl+Z)".replace(": (", " ("))
        vragen = mag and not self._mag_oordelen() and punt is not None and punt.casus_id is not None
        self.paneel.vraag_knop.setVisible(vragen)
        self._toon_akkoord(beeld)

    def _toon_akkoord(self, beeld: AgendaBeeld | None) -> None:
        regie = self._diensten.mag(Recht.AGENDA_AKKOORD).mag
        self.akkoord_knop.setText("Geef a&kkoord" if regie else "Vraag a&kkoord")
        self.akkoord_knop.setAccessibleName("Geef akkoord" if regie else "Vraag akkoord")
        status = beeld.kop.status if beeld is not None else OverlegStatus.CONCEPT
        te_wijzigen = beeld is not None and beeld.te_wijzigen
        self.akkoord_knop.setVisible(te_wijzigen)
        gevraagd = not regie and status is OverlegStatus.AKKOORD_GEVRAAGD
        reden = ""
        if beeld is not None and beeld.nog_nodig:
            reden = in_een_zin(beeld.nog_nodig, "\n")
        elif gevraagd:
            reden = f"De agenda wacht op akkoord van {self._diensten.termen.met_lidwoord('procesregisseur')}."
        self.zet_recht(self.akkoord_knop, Recht.TAFEL_BEHEREN, verder=not reden, reden=reden)
        kan_terug = status in (OverlegStatus.AKKOORD_GEVRAAGD, OverlegStatus.AKKOORD, OverlegStatus.VERZONDEN)
        self.terug_knop.setVisible(kan_terug)
        self.zet_recht(self.terug_knop, Recht.TAFEL_BEHEREN)

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self._beeld = None
        self._fout = None
        self.stapel.clear()
        self.model.zet(None)
        self.paneel.maak_leeg()
        self.aandacht.zet((), ())
        self.totaal.zet(Icoon.KLOK, "")
        self.strook.wis()

    def bewaar_nu(self) -> None:
        self._fout = None
        self.paneel.bewaar_nu()
        if self._fout is not None:
            raise self._fout

    def stand(self) -> object:
        return VoorbereidStand(*self.matrix.plek(), self.alle_knop.isChecked())

    def herstel_stand(self, stand: object) -> None:
        if isinstance(stand, VoorbereidStand):
            self.alle_knop.setChecked(stand.alle)
            self.matrix.ga_naar_plek(stand.punt_id, stand.partij_id)

    def toon_plek(self, plek: object) -> None:
        if not isinstance(plek, tuple) or len(plek) != 2:
            return
        punt_id, partij_id = plek
        partij = PartijId(partij_id) if isinstance(partij_id, int) else None
        if partij is not None and self.model.kolom_van(partij) < 0:
            self.alle_knop.setChecked(True)
        self.matrix.ga_naar_plek(AgendapuntId(punt_id), partij)
        self.matrix.setFocus()
        cel = self._cel()
        if partij is not None and cel is not None and cel.gevraagd is not None:
            actie = "&Geef oordeel" if self._mag_oordelen() else ""
            self.strook.toon(f"{hoofdletter(cel.uitleg)}.", actie=actie, icoon=Icoon.KLOK)

    def hoofdacties(self) -> QWidget | None:
        return self.acties

    def eerste_focus(self) -> QWidget | None:
        return self.matrix if self.model.rowCount() else self.leeg.knop

    # --- what is selected -------------------------------------------------------------------------

    def _punt(self) -> PuntRegel | None:
        return self.model.punt(self.matrix.currentIndex().row()) if self.matrix.currentIndex().isValid() else None

    def _cel(self) -> Cel | None:
        cel = self.matrix.currentIndex().data(CELROL)
        return cel if isinstance(cel, Cel) else None

    # --- changing ---------------------------------------------------------------------------------

    def _wijzig(self, tekst: str, handeling: Callable[[], object], veld: str = "") -> bool:
        """Do one change and keep it for undo; a refusal appears under the matrix."""
        if self._overleg_id is None:
            return False
        agenda = self._diensten.agenda
        try:
            voor = agenda.momentopname(self._overleg_id)
            handeling()
            na = agenda.momentopname(self._overleg_id)
        except GebruikersFout as fout:
            self._fout = fout
            self._leg_uit(fout)
            return False
        if na != voor:
            self.stapel.push(AgendaWijziging(tekst, voor, na, self._herstel, veld))
            self.opgeslagen.emit()
        self.strook.wis()
        self.vernieuw()
        return True

    def _wissel(self, tekst: str, handeling: Callable[[], AgendaWissel], veld: str = "") -> bool:
        """The same for a change that gives back what came of it, so that nothing has to be read again."""
        try:
            wissel = handeling()
        except GebruikersFout as fout:
            self._fout = fout
            self._leg_uit(fout)
            return False
        if wissel.na != wissel.voor:
            self.stapel.push(AgendaWijziging(tekst, wissel.voor, wissel.na, self._herstel, veld))
            self.opgeslagen.emit()
        self.strook.wis()
        self._zet(wissel.beeld)
        return True

    def _herstel(self, stand: AgendaStand) -> bool:
        try:
            niet_terug = self._diensten.agenda.herstel(stand)
        except GebruikersFout as fout:
            self._leg_uit(fout)
            return False
        self.strook.wis()
        if niet_terug:
            self.strook.toon_punten(niet_terug)
        self.opgeslagen.emit()
        self.vernieuw()
        return True

    def _leg_uit(self, fout: GebruikersFout) -> None:
        poort = isinstance(fout, RegelGeweigerd) and self._cel() is not None and self._cel_mag_oordeel()
        actie = ""
        if poort:
            actie = "&Geef oordeel" if self._mag_oordelen() else "&Vraag om een oordeel"
        self.strook.toon_fout(fout, tekst=fout.gebeurd if poort else "", actie=actie, icoon=Icoon.SCHILD)

    def _mag_oordelen(self) -> bool:
        return self._diensten.mag(Recht.OORDELEN).mag

    def _cel_mag_oordeel(self) -> bool:
        cel = self._cel()
        return cel is not None and cel.stand not in (*_MAG_AAN_UIT, PoortStand.NIET_VAN_TOEPASSING)

    def voeg_toe(self) -> None:
        """Put casussen or a subject on the agenda."""
        overleg_id = self._overleg_id
        if overleg_id is None or not self.toevoeg_knop.isEnabled():
            return
        lees = partial(self._lees_keuzes, overleg_id)
        self._gereedschap.taken.start(lees, gelukt=self._on_keuzes_gelezen)

    def _lees_keuzes(self, overleg_id: OverlegId) -> tuple[OverlegId, tuple[CasusKeuze, ...]]:
        return overleg_id, self._diensten.agenda.kiesbare_casussen(overleg_id)

    def _on_keuzes_gelezen(self, gelezen: tuple[OverlegId, tuple[CasusKeuze, ...]]) -> None:
        overleg_id, keuzes = gelezen
        if overleg_id != self._overleg_id or not self.toevoeg_knop.isEnabled():
            return
        keuze = PuntDialoog.vraag(keuzes, ouder=self)
        if keuze is None:
            return
        agenda = self._diensten.agenda
        for casus_id in keuze.casussen:
            if not self._wijzig("casus op de agenda", partial(agenda.voeg_casus_toe, overleg_id, casus_id)):
                return
        if keuze.onderwerp:
            self._wijzig("onderwerp op de agenda", partial(agenda.voeg_onderwerp_toe, overleg_id, keuze.onderwerp))
        self.matrix.ga_naar_plek(None, None, self.model.rowCount() - 1)
        self.matrix.setFocus()

    def haal_weg(self) -> None:
        """Take the selected point off the agenda; undo brings it back."""
        punt = self._punt()
        if punt is not None and self.weg_knop.isEnabled():
            self._wijzig("punt van de agenda", partial(self._diensten.agenda.verwijder_punt, punt.id))
            if not self.model.rowCount():
                self.leeg.knop.setFocus()

    def verschuif(self, richting: int) -> None:
        """Move the selected point up or down."""
        punt = self._punt()
        if punt is not None and self.omhoog_knop.isEnabled():
            naar = punt.nummer - 1 + richting
            if 0 <= naar < self.model.rowCount():
                self._wijzig("volgorde", partial(self._diensten.agenda.verplaats, punt.id, naar))

    def stel_volgorde_voor(self) -> None:
        """Show what is asked of the order and what follows from it; taken over it says what that gains."""
        if self._overleg_id is None or not self.lukt(self.bewaar_nu):
            return
        gekozen = VolgordeDialoog.vraag(Overlegwensen(self._diensten, self._overleg_id), ouder=self)
        if gekozen and self._wijzig("voorgestelde volgorde", self._neem_volgorde):
            self.strook.toon(self._winst)

    def _neem_volgorde(self) -> None:
        if self._overleg_id is not None:
            self._winst = winst_in_woorden(self._diensten.agenda.stel_volgorde_voor(self._overleg_id))

    def nodig_alle_uit(self) -> None:
        """Invite every rechtmatige partij at the selected point."""
        punt = self._punt()
        if punt is not None:
            self._wijzig("alle rechtmatige partijen", partial(self._diensten.agenda.nodig_alle_uit, punt.id))

    def wissel(self) -> None:
        """Space: invite or not; on anything that may not, say why."""
        punt, cel = self._punt(), self._cel()
        if punt is None or cel is None:
            return
        if cel.stand is PoortStand.NIET_VAN_TOEPASSING and punt.casus_id is None:
            self.strook.toon("Dit onderwerp is van het huis zelf: er zitten geen partijen bij.")
            return
        aan = cel.stand is not PoortStand.UITGENODIGD
        handeling = partial(self._diensten.agenda.zet_deelname, punt.id, cel.partij_id, aan=aan)
        self._wissel("uitnodigen" if aan else "niet uitnodigen", handeling)

    def geef_oordeel(self, uitkomst: OordeelUitkomst) -> None:
        """Give an oordeel on the partij under the cursor, in the same place."""
        punt, cel, beeld = self._punt(), self._cel(), self._beeld
        if punt is None or cel is None or beeld is None or punt.casus_id is None:
            return
        mag = self._diensten.mag(Recht.OORDELEN)
        if not mag.mag:
            self.strook.toon(mag.reden, actie="&Vraag om een oordeel", icoon=Icoon.SCHILD)
            return
        blad = self._diensten.oordelen.blad(punt.casus_id, beeld.kop.invoer.datum)
        partij = next((een for een in blad if een.partij_id == cel.partij_id), None)
        if partij is None:
            return
        teken = partial(self._teken_oordeel, punt.casus_id, punt.casusnummer, {partij.partij_id: partij.partij})
        gegeven = OordeelDialoog.vraag(punt.casusnummer, partij, uitkomst, teken, ouder=self)
        if gegeven:
            self.strook.wis()
            self.opgeslagen.emit()
            self.vernieuw()
        self.matrix.setFocus()

    def _teken_oordeel(
        self, casus_id: CasusId, nummer: str, namen: Mapping[PartijId, str], invoer: OordeelInvoer
    ) -> bool:
        geef = partial(self._diensten.oordelen.geef, casus_id, (invoer,))
        wat = oordeel_regels(nummer, namen, (invoer,))
        return onderteken(geef, self._diensten, self._gereedschap.taken, self, wat)

    def vraag_oordeel(self) -> None:
        """Ask about the partij under the cursor."""
        cel = self._cel()
        if cel is not None:
            self.vraag_oordelen((cel.partij_id,))

    def vraag_oordelen(self, partijen: Sequence[PartijId]) -> None:
        """Put the question before the procesregisseur: it waits on Vandaag and in the cells until it is answered."""
        punt, beeld = self._punt(), self._beeld
        if punt is None or beeld is None or punt.casus_id is None:
            return
        try:
            nieuw = self._diensten.oordelen.vraag(punt.casus_id, partijen, beeld.kop.id)
        except GebruikersFout as fout:
            self._leg_uit(fout)
            return
        namen = opsomming([kolom.naam for kolom in beeld.kolommen if kolom.partij_id in partijen])
        wie = self._diensten.termen.met_lidwoord("procesregisseur")
        al = "" if nieuw else "al "
        self.vernieuw()
        self.strook.toon(f"De vraag over {namen} staat {al}bij Vandaag van {wie}.", icoon=Icoon.VINK)
        self.opgeslagen.emit()

    def akkoord(self) -> None:
        """Ask or give akkoord, by role."""
        overleg_id = self._overleg_id
        if overleg_id is None:
            return
        try:
            self.bewaar_nu()
            if self._diensten.mag(Recht.AGENDA_AKKOORD).mag:
                doe = partial(self._diensten.agenda.geef_akkoord, overleg_id)
                wat = agenda_regels(self._diensten.agenda.toon(overleg_id))
                klaar = onderteken(doe, self._diensten, self._gereedschap.taken, self, wat)
            else:
                self._diensten.agenda.vraag_akkoord(overleg_id)
                klaar = True
        except GebruikersFout as fout:
            self._leg_uit(fout)
            return
        if klaar:
            self._status_gewijzigd()

    def terug_naar_concept(self) -> None:
        """Open the agenda for changes again."""
        if self._overleg_id is not None and self.lukt(
            partial(self._diensten.agenda.terug_naar_concept, self._overleg_id)
        ):
            self._status_gewijzigd()

    def _status_gewijzigd(self) -> None:
        self.stapel.clear()
        self.strook.wis()
        self.vernieuw()
        self.opgeslagen.emit()
        self.kop_gewijzigd.emit()

    # --- slots ------------------------------------------------------------------------------------

    def _on_omhoog(self) -> None:
        self.verschuif(-1)

    def _on_omlaag(self) -> None:
        self.verschuif(1)

    def _on_rij_versleept(self, van: int, naar: int) -> None:
        punt = self.model.punt(van)
        if punt is not None and self.omhoog_knop.isEnabled():
            self._wijzig("volgorde", partial(self._diensten.agenda.verplaats, punt.id, naar))

    def _on_alle_gekozen(self) -> None:
        if self._beeld is not None:
            self._zet(self._beeld)

    def _on_dubbelklik(self) -> None:
        if self._cel() is not None:
            self.wissel()
        else:
            self.paneel.naar_velden()

    def _on_plek_gewijzigd(self) -> None:
        self.strook.wis()
        self._toon_paneel()
        self._toon_knoppen()

    def _on_partij_gekozen(self, partij_id: int) -> None:
        self.matrix.ga_naar_plek(self.matrix.plek()[0], PartijId(partij_id))

    def _on_oordeel_toets(self, toets: int) -> None:
        self.geef_oordeel(OordeelUitkomst.RECHTMATIG if toets == 1 else OordeelUitkomst.NIET_RECHTMATIG)

    def _on_strook_actie(self) -> None:
        if self._mag_oordelen():
            self.geef_oordeel(OordeelUitkomst.RECHTMATIG)
        else:
            self.vraag_oordeel()

    def _on_punt_getypt(self, punt_id: int, invoer: PuntInvoer, veld: str) -> None:
        punt = AgendapuntId(punt_id)
        gelukt = self._wissel(
            f"{veld} gewijzigd", partial(self._diensten.agenda.wijzig_punt, punt, invoer), f"{punt_id} {veld}"
        )
        if not gelukt:
            self.paneel.nog_niet_bewaard()

    def _on_bijdragen_gevraagd(self, punt_id: int, partijen: tuple[PartijId, ...], tekst: str) -> None:
        handeling = partial(self._diensten.agenda.vraag_bijdragen, AgendapuntId(punt_id), partijen, tekst)
        self._wissel("gevraagde bijdrage", handeling)

    def _on_voorbeelden_gevraagd(self) -> None:
        self.voorbeeld_menu.clear()
        if self._overleg_id is None:
            return
        for vraag in self._diensten.documenten.agendastukken(self._overleg_id):
            actie = self.voorbeeld_menu.addAction(letterlijk(vraag.omschrijving))
            actie.setData(vraag)

    def _on_voorbeeld_gekozen(self, actie: QAction) -> None:
        vraag = actie.data()
        if isinstance(vraag, StukVraag) and self.lukt(self.bewaar_nu):
            self._gereedschap.taken.start(
                partial(self._diensten.documenten.maak, vraag), gelukt=self._on_voorbeeld_gemaakt
            )

    def _on_voorbeeld_gemaakt(self, stuk: Stuk) -> None:
        if self._overleg_id is not None:
            titel = f"{DOCUMENT_TEKST[stuk.soort]} {stuk.partij}".rstrip()
            PdfVenster.vraag(stuk.inhoud, stuk.bestandsnaam, titel, self._gereedschap.melder, ouder=self)
