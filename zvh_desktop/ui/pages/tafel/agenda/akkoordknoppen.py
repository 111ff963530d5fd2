"""Beside the steps of a tafel: ask or give akkoord on the agenda, and back to concept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import OverlegStatus
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.regelboek.uitleg import in_een_zin
from zvh_desktop.services.tafel.agenda_gegevens import AgendaBeeld
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.uitleen import toestemming_bij_uitleen
from zvh_desktop.ui.dialogs.bevestiging import onderteken
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.teksten.ondertekenlijst import agenda_regels
from zvh_desktop.ui.uiterlijk.doelen import Drukknop
from zvh_desktop.ui.uiterlijk.thema import RASTER
from zvh_desktop.ui.widgets.knoppen import zet_toestemming


class Akkoordknoppen(QWidget):
    """``bewaar_nu`` saves what was typed last, since what is signed is what is on the screen; it may refuse."""

    status_gewijzigd = Signal()
    geweigerd = Signal(object)
    """The GebruikersFout that says why not."""

    def __init__(
        self, diensten: Diensten, gereedschap: Gereedschap, bewaar_nu: Callable[[], None], ouder: QWidget
    ) -> None:
        super().__init__(ouder)
        self._diensten = diensten
        self._gereedschap = gereedschap
        self._bewaar_nu = bewaar_nu
        self._beeld: AgendaBeeld | None = None
        self.akkoord_knop = Drukknop("Vraag a&kkoord", self)
        self.akkoord_knop.setObjectName("agenda_akkoord")
        self.terug_knop = Drukknop("Terug naar &concept", self)
        self.terug_knop.setObjectName("agenda_terug")
        self.terug_knop.setAccessibleName("Terug naar concept")
        naast = QHBoxLayout(self)
        naast.setContentsMargins(0, 0, 0, 0)
        naast.setSpacing(RASTER)
        naast.addWidget(self.terug_knop)
        naast.addWidget(self.akkoord_knop)
        self.akkoord_knop.clicked.connect(self.akkoord)
        self.terug_knop.clicked.connect(self.terug_naar_concept)

    def zet(self, beeld: AgendaBeeld | None) -> None:
        """What can be asked or given for this agenda; what stands in the way is in the tooltip."""
        self._beeld = beeld
        regie = self._diensten.mag(Recht.AGENDA_AKKOORD).mag
        self.akkoord_knop.setText("Geef a&kkoord" if regie else "Vraag a&kkoord")
        self.akkoord_knop.setAccessibleName("Geef akkoord" if regie else "Vraag akkoord")
        status = beeld.kop.status if beeld is not None else OverlegStatus.CONCEPT
        self.akkoord_knop.setVisible(beeld is not None and beeld.te_wijzigen)
        gevraagd = not regie and status is OverlegStatus.AKKOORD_GEVRAAGD
        reden = ""
        if beeld is not None and beeld.nog_nodig:
            reden = in_een_zin(beeld.nog_nodig, "\n")
        elif gevraagd:
            reden = f"De agenda wacht op akkoord van {self._diensten.termen.met_lidwoord('procesregisseur')}."
        uit = beeld.kop.uitgeleend if beeld is not None else ""
        mag = toestemming_bij_uitleen(self._diensten.mag(Recht.TAFEL_BEHEREN), Recht.TAFEL_BEHEREN, uit)
        zet_toestemming(self.akkoord_knop, mag, verder=not reden, reden=reden)
        kan_terug = status in (OverlegStatus.AKKOORD_GEVRAAGD, OverlegStatus.AKKOORD, OverlegStatus.VERZONDEN)
        self.terug_knop.setVisible(kan_terug)
        zet_toestemming(self.terug_knop, mag)

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self._beeld = None

    def akkoord(self) -> None:
        """Ask or give akkoord, by role."""
        if self._beeld is None:
            return
        overleg_id = self._beeld.kop.id
        try:
            self._bewaar_nu()
            if self._diensten.mag(Recht.AGENDA_AKKOORD).mag:
                doe = partial(self._diensten.agenda.geef_akkoord, overleg_id)
                wat = agenda_regels(self._diensten.agenda.toon(overleg_id))
                klaar = onderteken(doe, self._diensten, self._gereedschap.taken, self, wat)
            else:
                self._diensten.agenda.vraag_akkoord(overleg_id)
                klaar = True
        except GebruikersFout as fout:
            self.geweigerd.emit(fout)
            return
        if klaar:
            self.status_gewijzigd.emit()

    def terug_naar_concept(self) -> None:
        """Open the agenda for changes again."""
        if self._beeld is None:
            return
        try:
            self._diensten.agenda.terug_naar_concept(self._beeld.kop.id)
        except GebruikersFout as fout:
            self._gereedschap.melder.toon_fout(self, fout)
            return
        self.status_gewijzigd.emit()
