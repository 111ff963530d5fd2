"""Every change to one agenda goes through here: it is done, kept for undo, and said to the step that shows it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import OverlegId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.agenda_stand import AgendaStand, AgendaWissel
from zvh_desktop.ui.pages.tafel.agenda.ongedaan import Agendastapel, AgendaWijziging

_TERUG_TOT = 200


class Agendahandelingen(QObject):
    """``stapel`` is what Ctrl+Z and Ctrl+Y work on."""

    opgeslagen = Signal()
    gewijzigd = Signal(object)
    """The AgendaBeeld that came of it."""
    teruggezet = Signal(object)
    """An earlier agenda stands again, but for these points of attention."""
    geweigerd = Signal(object)
    """The GebruikersFout; nothing changed."""

    def __init__(self, diensten: Diensten, ouder: QObject) -> None:
        super().__init__(ouder)
        self._diensten = diensten
        self.stapel = Agendastapel(self)
        self.stapel.setUndoLimit(_TERUG_TOT)

    def wijzig(self, overleg_id: OverlegId, tekst: str, handeling: Callable[[], object]) -> bool:
        """Do one change to this agenda; whether it was done."""
        agenda = self._diensten.agenda
        try:
            voor = agenda.momentopname(overleg_id)
            handeling()
            na = agenda.momentopname(overleg_id)
        except GebruikersFout as fout:
            self.geweigerd.emit(fout)
            return False
        self._onthoud(AgendaWijziging(tekst, voor, na, self._herstel))
        self.gewijzigd.emit(agenda.toon(overleg_id))
        return True

    def wissel(self, tekst: str, handeling: Callable[[], AgendaWissel], veld: str = "") -> bool:
        """The same for a change that gives back what came of it, so that nothing has to be read again."""
        try:
            wissel = handeling()
        except GebruikersFout as fout:
            self.geweigerd.emit(fout)
            return False
        self._onthoud(AgendaWijziging(tekst, wissel.voor, wissel.na, self._herstel, veld))
        self.gewijzigd.emit(wissel.beeld)
        return True

    def _onthoud(self, wijziging: AgendaWijziging) -> None:
        if wijziging.wijzigt():
            self.stapel.push(wijziging)
            self.opgeslagen.emit()

    def _herstel(self, stand: AgendaStand, van: AgendaStand) -> bool:
        try:
            niet_terug = self._diensten.agenda.herstel(stand, van)
        except GebruikersFout as fout:
            self.geweigerd.emit(fout)
            return False
        self.teruggezet.emit(niet_terug)
        return True
