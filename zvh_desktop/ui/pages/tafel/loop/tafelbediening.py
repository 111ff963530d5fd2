"""What the chair can change while the overleg is held: one button with a menu, and who leads the table now.

It asks what has to be asked and hands over an act with its way back; the step at the table does it and shows undo.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import (
    AgendapuntId,
    CasusId,
    GebeurtenisId,
    OordeelUitkomst,
    OverlegId,
    OverlegStatus,
    PartijId,
    TafelHandeling,
)
from zvh_desktop.models.taal import opsomming, tijd
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.poort.oordelen import OordeelInvoer
from zvh_desktop.services.tafel.loop.tafelloop_gegevens import PartijAanTafel, Tafelbeeld, TijdenWas, VolgordeWas
from zvh_desktop.services.tafel.tafels import OverlegInvoer
from zvh_desktop.services.tafel.verslag_gegevens import AanTafelBeeld, AanTafelPunt
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.dialogs.bevestiging import onderteken
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.agenda.oordeel_geven import OordeelDialoog
from zvh_desktop.ui.pages.tafel.loop.casus_ter_tafel import CasusTerTafel, CasusTerTafelDialoog
from zvh_desktop.ui.pages.tafel.loop.overdracht import OverdrachtDialoog, TijdenDialoog
from zvh_desktop.ui.pages.tafel.loop.partij_ter_tafel import PartijActie, PartijTerTafelDialoog
from zvh_desktop.ui.pages.tafel.loop.tafelhandelingen import Tafelhandeling
from zvh_desktop.ui.teksten.ondertekenlijst import oordeel_regels
from zvh_desktop.ui.uiterlijk.doelen import Balkknop
from zvh_desktop.ui.uiterlijk.thema import HALF
from zvh_desktop.ui.widgets.kaart import StilleTekst


class Tafelbediening(QWidget):
    """Hidden until the overleg has begun: before that the agenda itself can be changed."""

    handeling_gevraagd = Signal(object)
    """A Tafelhandeling that is to be done."""
    gedaan = Signal(object)
    """One that a dialog has done already, so that a refusal stood there."""
    gewijzigd = Signal()
    """Something was done that has no way back."""
    punt_gevraagd = Signal(int)
    """Show this point: an AgendapuntId."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("tafelbediening")
        self._diensten, self._gereedschap = diensten, gereedschap
        self._beeld: AanTafelBeeld | None = None
        self._punt: AanTafelPunt | None = None
        self._tafel: Tafelbeeld | None = None
        self.menu = QMenu(self)
        self.menu.setObjectName("tafel_menu")
        self.knop = Balkknop(self)
        self.knop.setObjectName("tafel_wijzigen")
        self.knop.setText("Wijzig aan ta&fel")
        self.knop.setAccessibleName("Wijzig aan tafel: casus, partij, volgorde, voorzitter of tijd")
        self.knop.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.knop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.knop.setMenu(self.menu)
        self.stand = StilleTekst("", self)
        """What is otherwise than planned; the step shows it on a line of its own."""
        self.stand.setObjectName("tafel_stand")
        self.stand.setVisible(False)
        self._maak_menu()
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(HALF)
        rij.addWidget(self.knop)

    def _maak_menu(self) -> None:
        self.naar_menu = QMenu("&Naar een ander punt", self.menu)
        self.naar_menu.setObjectName("tafel_naar_menu")
        self.naar_menu.triggered.connect(self._on_naar_punt)
        self.casus = self._actie("Voeg &casus toe…", self.voeg_casus_toe)
        self.partij = self._actie("&Partij aan tafel of van tafel…", self.wissel_partij)
        self.menu.addSeparator()
        self.menu.addMenu(self.naar_menu)
        self.overslaan = self._actie("Dit punt &overslaan: later terug", self.sla_over)
        self.onderbreken = self._actie("Dit punt onder&breken: later verder", self.onderbreek)
        self.eerder = self._actie("Dit punt &eerder", self.zet_eerder)
        self.later = self._actie("Dit punt &later", self.zet_later)
        self.start_terug = self._actie("&Start van dit punt terughalen", self.haal_start_terug)
        self.casus_weg = self._actie("Haal toegevoegde casus &weg", self.haal_casus_weg)
        self.menu.addSeparator()
        self._actie("&Voorzitter overdragen…", self.wissel_voorzitter)
        self._actie("No&tulist overdragen…", self.wissel_notulist)
        self._actie("Be&gin en einde…", self.zet_tijden)
        self.menu.addSeparator()
        self._actie("Verloop tot n&u toe…", self.toon_verloop)

    def _actie(self, tekst: str, doe: Callable[[], None]) -> QAction:
        actie = self.menu.addAction(tekst)
        actie.triggered.connect(doe)
        return actie

    # --- showing ----------------------------------------------------------------------------------

    def zet(self, beeld: AanTafelBeeld, punt: AanTafelPunt | None, *, mag: bool) -> None:
        """Show this moment: ``punt`` is the one on the screen."""
        self._beeld, self._punt = beeld, punt
        bezig = beeld.kop.status is OverlegStatus.GEHOUDEN
        self.setVisible(bezig)
        self.stand.setVisible(False)
        self.knop.setEnabled(mag)
        self._tafel = self._diensten.tafelloop.toon(beeld.kop.id) if bezig else None
        if self._tafel is None:
            return
        self._toon_stand(self._tafel, beeld.kop.invoer)
        self._toon_menu(beeld, self._tafel, punt)

    def _toon_stand(self, tafel: Tafelbeeld, gepland: OverlegInvoer) -> None:
        delen = (
            f"Voorzitter is nu {tafel.voorzitter}" if tafel.voorzitter != gepland.voorzitter else "",
            f"Notulist is nu {tafel.notulist}" if tafel.notulist != gepland.notulist else "",
            f"Begonnen om {tijd(tafel.begonnen_om)}" if tafel.begonnen_om is not None else "",
            f"Geëindigd om {tijd(tafel.geeindigd_om)}" if tafel.geeindigd_om is not None else "",
            _moeten_weg(tafel.partijen.get(self._punt.id, ()) if self._punt is not None else ()),
        )
        self.stand.setText(". ".join(deel for deel in delen if deel))
        self.stand.setVisible(any(delen))

    def _toon_menu(self, beeld: AanTafelBeeld, tafel: Tafelbeeld, punt: AanTafelPunt | None) -> None:
        gestart = punt is not None and punt.gestart_op is not None
        bezig_met = gestart and punt is not None and punt.afgerond_op is None
        plaats = beeld.punten.index(punt) if punt is not None else -1
        self.partij.setEnabled(punt is not None and punt.casus_id is not None)
        self.overslaan.setEnabled(punt is not None and not gestart and plaats < len(beeld.punten) - 1)
        self.onderbreken.setEnabled(bezig_met)
        self.eerder.setEnabled(plaats > 0)
        self.later.setEnabled(0 <= plaats < len(beeld.punten) - 1)
        self.start_terug.setEnabled(gestart)
        self.casus_weg.setEnabled(punt is not None and punt.id in tafel.toegevoegd)
        self.naar_menu.clear()
        for een in beeld.punten:
            gehad = " (geweest)" if een.afgerond_op is not None else ""
            naar = self.naar_menu.addAction(f"{een.nummer}  {een.titel}{gehad}".replace("&", "&&"))
            naar.setData(een.id)
            naar.setEnabled(een is not punt)

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self._beeld = self._punt = self._tafel = None
        self.naar_menu.clear()
        self.stand.setText("")
        self.stand.setVisible(False)

    def toon_verloop(self) -> None:
        """What happened so far, as the verslag will tell it."""
        verloop = self._tafel.verloop if self._tafel is not None else ()
        regels = "\n".join(f"{een.wanneer}  {een.zin}" for een in verloop)
        self._gereedschap.melder.toon_bericht(self, "Verloop tot nu toe", regels or "Er is nog niets gebeurd.")

    # --- points -----------------------------------------------------------------------------------

    def voeg_casus_toe(self) -> None:
        """Add a casus that is not on the agenda; a refusal stands at its field."""
        if self._beeld is None:
            return
        overleg_id = self._beeld.kop.id
        keuzes = self._diensten.agenda.kiesbare_casussen(overleg_id)
        besluiten = self._diensten.verslagen.toon(overleg_id).besluiten
        dialoog = CasusTerTafelDialoog(
            keuzes,
            besluiten,
            partial(self._casus_erbij, overleg_id),
            self._diensten.termen.met_lidwoord("triage"),
            self,
        )
        gedaan = dialoog.antwoord()
        if isinstance(gedaan, Tafelhandeling):
            self.gedaan.emit(gedaan)

    def _casus_erbij(self, overleg_id: OverlegId, keuze: CasusTerTafel) -> Tafelhandeling[AgendapuntId]:
        loop = self._diensten.tafelloop
        voeg_toe = partial(loop.voeg_casus_toe, overleg_id, keuze.casus_id, keuze.invoer)
        handeling = Tafelhandeling("De casus is toegevoegd, als laatste punt.", voeg_toe, loop.haal_casus_weg)
        handeling.doe()
        return handeling

    def haal_casus_weg(self) -> None:
        """Take a casus away that was added by mistake."""
        if self._punt is None:
            return
        try:
            self._diensten.tafelloop.haal_casus_weg(self._punt.id)
        except GebruikersFout as fout:
            self._gereedschap.melder.toon_fout(self, fout)
            return
        self.gewijzigd.emit()

    def sla_over(self) -> None:
        """Leave this point for later."""
        self._schuif(self._diensten.tafelloop.sla_over, "is overgeslagen en komt later terug", verder=True)

    def onderbreek(self) -> None:
        """This part ends here; the rest comes back later."""
        self._schuif(self._diensten.tafelloop.onderbreek, "is onderbroken en komt later terug", verder=True)

    def zet_eerder(self) -> None:
        """One place forward."""
        self._schuif(partial(self._verplaats, -1), "komt eerder")

    def zet_later(self) -> None:
        """One place back."""
        self._schuif(partial(self._verplaats, 1), "komt later")

    def _verplaats(self, stap: int, punt_id: AgendapuntId) -> VolgordeWas:
        punten = self._beeld.punten if self._beeld is not None else ()
        plaats = next((nr for nr, punt in enumerate(punten) if punt.id == punt_id), 0)
        return self._diensten.tafelloop.verplaats(punt_id, plaats + stap)

    def _schuif(self, doe: Callable[[AgendapuntId], VolgordeWas], wat: str, *, verder: bool = False) -> None:
        if self._punt is not None:
            terug = self._diensten.tafelloop.zet_volgorde_terug
            zin = f"Punt {self._punt.nummer} {wat}."
            self.handeling_gevraagd.emit(Tafelhandeling(zin, partial(doe, self._punt.id), terug, verder=verder))

    def haal_start_terug(self) -> None:
        """The start of this point was a mistake."""
        if self._punt is None:
            return
        punt_id = self._punt.id
        self.handeling_gevraagd.emit(
            Tafelhandeling(
                f"De start van punt {self._punt.nummer} is teruggehaald.",
                partial(self._diensten.tafelloop.haal_start_terug, punt_id),
                partial(self._begin_weer, punt_id),
            )
        )

    def _begin_weer(self, punt_id: AgendapuntId, _was: None) -> None:
        self._diensten.verslagen.start_punt(punt_id, andere_dag=True)

    def _on_naar_punt(self, keuze: QAction) -> None:
        self.punt_gevraagd.emit(keuze.data())

    # --- who sits there ---------------------------------------------------------------------------

    def wissel_partij(self) -> None:
        """Let a partij in or out at this point; an oordeel can be given there and then."""
        punt, tafel, beeld = self._punt, self._tafel, self._beeld
        if punt is None or punt.casus_id is None or tafel is None or beeld is None:
            return
        nummer = punt.titel.split("  ")[0]
        keuze = PartijTerTafelDialoog.vraag(
            nummer, tafel.partijen.get(punt.id, ()), self._diensten.mag(Recht.OORDELEN), ouder=self
        )
        if keuze is None:
            return
        if keuze.actie is PartijActie.OORDEEL and not self._geef_oordeel(
            nummer, punt.casus_id, keuze.partij.partij_id, beeld.kop.invoer.datum
        ):
            return
        loop, wie = self._diensten.tafelloop, keuze.partij
        weg = keuze.actie is PartijActie.WEG
        doe = partial(loop.laat_gaan if weg else loop.laat_binnen, punt.id, wie.partij_id)
        zin = f"{wie.partij} is van tafel." if weg else f"{wie.partij} is aan tafel."
        self.handeling_gevraagd.emit(Tafelhandeling(zin, doe, loop.zet_stoel_terug))

    def _geef_oordeel(self, nummer: str, casus_id: CasusId, partij_id: PartijId, dag: date) -> bool:
        blad = self._diensten.oordelen.blad(casus_id, dag)
        partij = next((een for een in blad if een.partij_id == partij_id), None)
        if partij is None:
            return False
        teken = partial(self._teken_oordeel, casus_id, nummer, partij.partij)
        return OordeelDialoog.vraag(nummer, partij, OordeelUitkomst.RECHTMATIG, teken, ouder=self)

    def _teken_oordeel(self, casus_id: CasusId, nummer: str, naam: str, invoer: OordeelInvoer) -> bool:
        geef = partial(self._diensten.oordelen.geef, casus_id, (invoer,))
        wat = oordeel_regels(nummer, {invoer.partij_id: naam}, (invoer,))
        return onderteken(geef, self._diensten, self._gereedschap.taken, self, wat)

    # --- the overleg itself -----------------------------------------------------------------------

    def wissel_voorzitter(self) -> None:
        """Somebody else leads it from now on."""
        if self._tafel is not None:
            self._draag_over(TafelHandeling.VOORZITTER, "Voorzitter overdragen", self._tafel.voorzitter)

    def wissel_notulist(self) -> None:
        """Somebody else takes the minutes from now on."""
        if self._tafel is not None:
            self._draag_over(TafelHandeling.NOTULIST, "Notulist overdragen", self._tafel.notulist)

    def _draag_over(self, functie: TafelHandeling, titel: str, nu: str) -> None:
        if self._beeld is None:
            return
        gedaan = OverdrachtDialoog(titel, nu, partial(self._overdracht, self._beeld.kop.id, functie), self).antwoord()
        if isinstance(gedaan, Tafelhandeling):
            self.gedaan.emit(gedaan)

    def _overdracht(self, overleg_id: OverlegId, functie: TafelHandeling, naam: str) -> Tafelhandeling[GebeurtenisId]:
        loop = self._diensten.tafelloop
        handeling = Tafelhandeling(
            f"{naam.strip()} neemt het over.",
            partial(loop.draag_over, overleg_id, functie, naam),
            partial(loop.neem_overdracht_terug, overleg_id),
        )
        handeling.doe()
        return handeling

    def zet_tijden(self) -> None:
        """When it really began and ended."""
        beeld, tafel = self._beeld, self._tafel
        if beeld is None or tafel is None:
            return
        begin = tafel.begonnen_om or beeld.kop.invoer.begin
        einde = tafel.geeindigd_om or beeld.kop.invoer.einde
        gedaan = TijdenDialoog(begin, einde, partial(self._tijden, beeld.kop.id), self).antwoord()
        if isinstance(gedaan, Tafelhandeling):
            self.gedaan.emit(gedaan)

    def _tijden(self, overleg_id: OverlegId, nieuw: TijdenWas) -> Tafelhandeling[TijdenWas]:
        zet = self._diensten.tafelloop.zet_tijden
        handeling = Tafelhandeling(
            "De tijden zijn vastgelegd.",
            partial(zet, overleg_id, nieuw.begin, nieuw.einde),
            partial(self._tijden_terug, overleg_id),
        )
        handeling.doe()
        return handeling

    def _tijden_terug(self, overleg_id: OverlegId, was: TijdenWas) -> None:
        self._diensten.tafelloop.zet_tijden(overleg_id, was.begin, was.einde)


def _moeten_weg(partijen: Sequence[PartijAanTafel]) -> str:
    """Who sits there and may not any more: the first thing that the chair has to know."""
    wie = opsomming(partij.partij for partij in partijen if partij.moet_weg)
    return f"Moet nu van tafel, want mag niet (meer) bij deze casus zijn: {wie}" if wie else ""
