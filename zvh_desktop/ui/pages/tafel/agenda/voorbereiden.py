"""Step 1, the heart of it: points in order, the matrix partij x casus, and the way to akkoord.

Only a partij that is rechtmatig aanwezig can be switched on. Everything else explains itself in the line below
the matrix, with the article and with what can be done.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import AgendapuntId, OordeelUitkomst, OverlegId, PartijId, PoortStand
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt
from zvh_desktop.services.tafel.agenda_gegevens import AgendaBeeld, Cel, PuntInvoer, PuntRegel
from zvh_desktop.services.werkplek.plekken import BijTafel
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.agenda.agendabalk import Agendabalk
from zvh_desktop.ui.pages.tafel.agenda.agendahandelingen import Agendahandelingen
from zvh_desktop.ui.pages.tafel.agenda.agendanoten import Agendanoten
from zvh_desktop.ui.pages.tafel.agenda.agendatotaal import Agendatotaal
from zvh_desktop.ui.pages.tafel.agenda.akkoordknoppen import Akkoordknoppen
from zvh_desktop.ui.pages.tafel.agenda.oordeel_bij_cel import OordeelBijCel
from zvh_desktop.ui.pages.tafel.agenda.punten_kiezen import PuntenKiezen
from zvh_desktop.ui.pages.tafel.agenda.puntpaneel import Puntpaneel
from zvh_desktop.ui.pages.tafel.agenda.verslagvoorstel import Verslagvoorstel
from zvh_desktop.ui.pages.tafel.agenda.volgordekeuze import Volgordekeuze
from zvh_desktop.ui.pages.tafel.agenda.voorbeeldmenu import Voorbeeldmenu
from zvh_desktop.ui.pages.tafel.agenda.voorbereidstand import VoorbereidStand
from zvh_desktop.ui.pages.tafel.matrix.model import CELROL, MatrixModel
from zvh_desktop.ui.pages.tafel.matrix.tabel import MatrixTabel
from zvh_desktop.ui.pages.tafel.stap import TafelStap
from zvh_desktop.ui.pages.tafel.uitlegstrook import Uitlegstrook
from zvh_desktop.ui.toetsenbord.sneltoetsen import ongedaan_toets, opnieuw_toets, sneltoets
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER
from zvh_desktop.ui.widgets.deelsplitser import Deelsplitser
from zvh_desktop.ui.widgets.legestaat import LegeStaat


class Voorbereiden(TafelStap):
    """The agenda builder."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("voorbereiden")
        self._noten = Agendanoten(diensten)
        self._beeld: AgendaBeeld | None = None
        self._fout: GebruikersFout | None = None
        self.volgorde = Volgordekeuze(diensten, self)
        self._bouw()
        self._verbind()

    # --- building ---------------------------------------------------------------------------------

    def _bouw(self) -> None:
        self.model = MatrixModel(self)
        self.handelingen = Agendahandelingen(self._diensten, self)
        self.stapel = self.handelingen.stapel
        self._kiezen = PuntenKiezen(self._diensten, self._gereedschap, self.handelingen, self._mag_toevoegen, self)
        self.matrix = MatrixTabel(self.model, self)
        self.balk = Agendabalk(self)
        self.voorbeeld_menu = Voorbeeldmenu(self._diensten, self._gereedschap, self._bewaard, self)
        self.balk.voorbeeld_knop.setMenu(self.voorbeeld_menu)
        self.balk.meet()
        self.akkoord = Akkoordknoppen(self._diensten, self._gereedschap, self.bewaar_nu, self)
        self.totaal = Agendatotaal(self)
        self.strook = Uitlegstrook(self)
        self._oordeel = OordeelBijCel(self._diensten, self._gereedschap, self.strook, self)
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
        deel.addWidget(self.totaal)
        self.paneel = Puntpaneel(self._diensten.termen.met_lidwoord("procesregisseur"), self)
        self.splitser = Deelsplitser(
            boven, self.paneel, self, instellingen=self._gereedschap.instellingen, sleutel="voorbereiden"
        )
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RASTER)
        indeling.addWidget(self.balk)
        indeling.addWidget(self.splitser, 1)
        self._toevoegen_toets = sneltoets("Ins", waar=boven)
        self._ongedaan_toets = ongedaan_toets(self)
        self._opnieuw_toets = opnieuw_toets(self)

    def _verbind(self) -> None:
        self.balk.toevoeg_knop.clicked.connect(self.voeg_toe)
        self.leeg.actie_gevraagd.connect(self.voeg_toe)
        self._toevoegen_toets.activated.connect(self.voeg_toe)
        self.matrix.toevoegen_gevraagd.connect(self.voeg_toe)
        self.balk.weg_knop.clicked.connect(self.haal_weg)
        self.matrix.weghalen_gevraagd.connect(self.haal_weg)
        self.balk.omhoog_knop.clicked.connect(self._on_omhoog)
        self.balk.omlaag_knop.clicked.connect(self._on_omlaag)
        self.matrix.verschuiven_gevraagd.connect(self.verschuif)
        self.model.verplaatsen_gevraagd.connect(self._on_rij_versleept)
        self.balk.ongedaan_knop.clicked.connect(self.stapel.undo)
        self.balk.opnieuw_knop.clicked.connect(self.stapel.redo)
        self._ongedaan_toets.activated.connect(self.stapel.undo)
        self._opnieuw_toets.activated.connect(self.stapel.redo)
        self.stapel.indexChanged.connect(self._toon_knoppen)
        self.balk.volgorde_knop.clicked.connect(self.stel_volgorde_voor)
        self.balk.iedereen_knop.clicked.connect(self.nodig_alle_uit)
        self.balk.alle_knop.toggled.connect(self._on_alle_gekozen)
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
        self.akkoord.status_gewijzigd.connect(self._on_status_gewijzigd)
        self.akkoord.geweigerd.connect(self._on_geweigerd)
        self.handelingen.opgeslagen.connect(self.opgeslagen)
        self.handelingen.gewijzigd.connect(self._on_gewijzigd)
        self.handelingen.teruggezet.connect(self._on_teruggezet)
        self.handelingen.geweigerd.connect(self._on_geweigerd)
        self._kiezen.toegevoegd.connect(self._on_toegevoegd)
        self._oordeel.gewijzigd.connect(self._on_oordeel_gewijzigd)
        self.voorstel.gekozen.connect(self._on_voorstel)

    # --- showing ----------------------------------------------------------------------------------

    def toon_tafel(self, overleg_id: OverlegId) -> None:
        if overleg_id != self._overleg_id:
            self.stapel.clear()
            self.strook.wis()
        self.voorbeeld_menu.zet(overleg_id)
        super().toon_tafel(overleg_id)

    def vernieuw(self) -> None:
        if self._overleg_id is None:
            return
        self._zet(self._diensten.agenda.toon(self._overleg_id))

    def _zet(self, beeld: AgendaBeeld) -> None:
        punt_id, partij_id = self.matrix.plek()
        rij = self.matrix.currentIndex().row()
        self._beeld = beeld
        self.model.zet(beeld, alle=self.balk.alle_knop.isChecked(), noten=self._noten.lees(beeld))
        self.matrix.setVisible(bool(beeld.punten))
        self.leeg.setVisible(not beeld.punten)
        self.paneel.setVisible(bool(beeld.punten))
        if beeld.punten:
            self.matrix.ga_naar_plek(punt_id, partij_id, rij)
        self._toon_paneel()
        self.totaal.zet(beeld)
        self._toon_knoppen()
        self.voorstel.zet(beeld.kop.id if beeld.te_wijzigen else None)

    def _on_voorstel(self, overleg_id: OverlegId) -> None:
        self._wijzig("Vaststellen verslag", partial(self._diensten.eerste_punt.zet, overleg_id))

    def _toon_paneel(self) -> None:
        punt = self._punt()
        if punt is None or self.paneel.punt_id() != punt.id:
            self.paneel.bewaar_nu()
        self.paneel.zet(self._beeld, self._punt(), alle=self.balk.alle_knop.isChecked())
        self.paneel.noten.zet_noten(self._noten.bij(self._punt()))
        self.paneel.kies_partij(self.matrix.plek()[1])

    def _toon_knoppen(self) -> None:
        mag = self._diensten.mag(Recht.TAFEL_BEHEREN).mag
        punt = self._punt()
        self.balk.zet(self._beeld, punt, self.stapel, mag=mag)
        vragen = mag and not self._oordeel.mag() and punt is not None and punt.casus_id is not None
        self.paneel.vraag_knop.setVisible(vragen)
        self.akkoord.zet(self._beeld)

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self._beeld = None
        self._fout = None
        self.stapel.clear()
        self.model.zet(None)
        self.paneel.maak_leeg()
        self.voorbeeld_menu.zet(None)
        self.akkoord.maak_leeg()
        self.totaal.maak_leeg()
        self.strook.wis()

    def bewaar_nu(self) -> None:
        self._fout = None
        self.paneel.bewaar_nu()
        if self._fout is not None:
            raise self._fout

    def _bewaard(self) -> bool:
        return self.lukt(self.bewaar_nu)

    def stand(self) -> object:
        return VoorbereidStand(*self.matrix.plek(), self.balk.alle_knop.isChecked())

    def herstel_stand(self, stand: object) -> None:
        if isinstance(stand, VoorbereidStand):
            self.balk.alle_knop.setChecked(stand.alle)
            self.matrix.ga_naar_plek(stand.punt_id, stand.partij_id)

    def toon_plek(self, plek: BijTafel) -> None:
        if plek.punt_id is None:
            return
        partij = PartijId(plek.partij_id) if plek.partij_id is not None else None
        if partij is not None and self.model.kolom_van(partij) < 0:
            self.balk.alle_knop.setChecked(True)
        self.matrix.ga_naar_plek(AgendapuntId(plek.punt_id), partij)
        self.matrix.setFocus()
        if partij is not None:
            self._oordeel.toon_gevraagd(self._cel())

    def hoofdacties(self) -> QWidget | None:
        return self.akkoord

    def eerste_focus(self) -> QWidget | None:
        return self.matrix if self.model.rowCount() else self.leeg.knop

    # --- what is selected -------------------------------------------------------------------------

    def _punt(self) -> PuntRegel | None:
        return self.model.punt(self.matrix.currentIndex().row()) if self.matrix.currentIndex().isValid() else None

    def _cel(self) -> Cel | None:
        cel = self.matrix.currentIndex().data(CELROL)
        return cel if isinstance(cel, Cel) else None

    # --- changing ---------------------------------------------------------------------------------

    def _wijzig(self, tekst: str, handeling: Callable[[], object]) -> bool:
        return self._overleg_id is not None and self.handelingen.wijzig(self._overleg_id, tekst, handeling)

    def voeg_toe(self) -> None:
        """Put casussen or a subject on the agenda."""
        if self._overleg_id is not None and self.balk.toevoeg_knop.isEnabled():
            self._kiezen.begin(self._overleg_id)

    def _mag_toevoegen(self, overleg_id: OverlegId) -> bool:
        return overleg_id == self._overleg_id and self.balk.toevoeg_knop.isEnabled()

    def _on_toegevoegd(self) -> None:
        self.matrix.ga_naar_plek(None, None, self.model.rowCount() - 1)
        self.matrix.setFocus()

    def haal_weg(self) -> None:
        """Take the selected point off the agenda; undo brings it back."""
        punt = self._punt()
        if punt is not None and self.balk.weg_knop.isEnabled():
            self._wijzig("punt van de agenda", partial(self._diensten.agenda.verwijder_punt, punt.id))
            if not self.model.rowCount():
                self.leeg.knop.setFocus()

    def verschuif(self, richting: int) -> None:
        """Move the selected point up or down."""
        punt = self._punt()
        if punt is not None and (self.balk.omhoog_knop if richting < 0 else self.balk.omlaag_knop).isEnabled():
            naar = punt.nummer - 1 + richting
            if 0 <= naar < self.model.rowCount():
                self._wijzig("volgorde", partial(self._diensten.agenda.verplaats, punt.id, naar))

    def stel_volgorde_voor(self) -> None:
        """Show what is asked of the order and what follows from it; taken over it says what that gains."""
        overleg_id = self._overleg_id
        if overleg_id is None or not self._bewaard() or not self.volgorde.gekozen(overleg_id):
            return
        if self._wijzig("voorgestelde volgorde", partial(self.volgorde.neem_over, overleg_id)):
            self.strook.toon(self.volgorde.winst)

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
        if punt.zonder_stoelen:
            self.strook.toon(punt.zonder_stoelen)
            return
        aan = cel.stand is not PoortStand.UITGENODIGD
        handeling = partial(self._diensten.agenda.zet_deelname, punt.id, cel.partij_id, aan=aan)
        self.handelingen.wissel("uitnodigen" if aan else "niet uitnodigen", handeling)

    def geef_oordeel(self, uitkomst: OordeelUitkomst) -> None:
        """Give an oordeel on the partij under the cursor, in the same place."""
        punt, cel, beeld = self._punt(), self._cel(), self._beeld
        if punt is not None and cel is not None and beeld is not None and punt.casus_id is not None:
            self._oordeel.geef(beeld, punt, cel, uitkomst)
            if self._oordeel.mag():
                self.matrix.setFocus()

    def vraag_oordelen(self, partijen: Sequence[PartijId]) -> None:
        """Put the question before the procesregisseur: it waits on Vandaag and in the cells until it is answered."""
        punt, beeld = self._punt(), self._beeld
        if punt is None or beeld is None:
            return
        try:
            self._oordeel.vraag(beeld, punt, partijen)
        except GebruikersFout as fout:
            self._on_geweigerd(fout)

    def _on_status_gewijzigd(self) -> None:
        self.stapel.clear()
        self.strook.wis()
        self.vernieuw()
        self.opgeslagen.emit()
        self.kop_gewijzigd.emit()

    # --- slots ------------------------------------------------------------------------------------

    def _on_gewijzigd(self, beeld: AgendaBeeld) -> None:
        self.strook.wis()
        self._zet(beeld)

    def _on_teruggezet(self, niet_terug: Sequence[Aandachtspunt]) -> None:
        self.strook.wis()
        if niet_terug:
            self.strook.toon_punten(niet_terug)
        self.opgeslagen.emit()
        self.vernieuw()

    def _on_geweigerd(self, fout: GebruikersFout) -> None:
        self._fout = fout
        self._oordeel.leg_uit(fout, self._cel())

    def _on_oordeel_gewijzigd(self) -> None:
        self.opgeslagen.emit()
        self.vernieuw()

    def _on_omhoog(self) -> None:
        self.verschuif(-1)

    def _on_omlaag(self) -> None:
        self.verschuif(1)

    def _on_rij_versleept(self, van: int, naar: int) -> None:
        punt = self.model.punt(van)
        if punt is not None and self.balk.toevoeg_knop.isEnabled():
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
        cel = self._cel()
        if self._oordeel.mag():
            self.geef_oordeel(OordeelUitkomst.RECHTMATIG)
        elif cel is not None:
            self.vraag_oordelen((cel.partij_id,))

    def _on_punt_getypt(self, punt_id: int, invoer: PuntInvoer, veld: str) -> None:
        punt = AgendapuntId(punt_id)
        gelukt = self.handelingen.wissel(
            f"{veld} gewijzigd", partial(self._diensten.agenda.wijzig_punt, punt, invoer), f"{punt_id} {veld}"
        )
        if not gelukt:
            self.paneel.nog_niet_bewaard()

    def _on_bijdragen_gevraagd(self, punt_id: int, partijen: tuple[PartijId, ...], tekst: str) -> None:
        handeling = partial(self._diensten.agenda.vraag_bijdragen, AgendapuntId(punt_id), partijen, tekst)
        self.handelingen.wissel("gevraagde bijdrage", handeling)
