"""Putting casussen or a subject on an agenda: read what can be chosen, ask, and do it point by point."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zvh_desktop.models.keuzes import OverlegId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.agenda_gegevens import CasusKeuze
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.agenda.agendahandelingen import Agendahandelingen
from zvh_desktop.ui.pages.tafel.agenda.punt_toevoegen import PuntDialoog


class PuntenKiezen(QObject):
    """``mag`` says whether points can still be added to this agenda, which may have been left in the meantime."""

    toegevoegd = Signal()

    def __init__(
        self,
        diensten: Diensten,
        gereedschap: Gereedschap,
        handelingen: Agendahandelingen,
        mag: Callable[[OverlegId], bool],
        stap: QWidget,
    ) -> None:
        super().__init__(stap)
        self._diensten = diensten
        self._gereedschap = gereedschap
        self._handelingen = handelingen
        self._mag = mag
        self._stap = stap

    def begin(self, overleg_id: OverlegId) -> None:
        """Read beside the window what can be chosen, and ask then."""
        if self._mag(overleg_id):
            self._gereedschap.taken.start(partial(self._lees, overleg_id), gelukt=self._on_gelezen)

    def _lees(self, overleg_id: OverlegId) -> tuple[OverlegId, tuple[CasusKeuze, ...]]:
        return overleg_id, self._diensten.agenda.kiesbare_casussen(overleg_id)

    def _on_gelezen(self, gelezen: tuple[OverlegId, tuple[CasusKeuze, ...]]) -> None:
        overleg_id, keuzes = gelezen
        keuze = PuntDialoog.vraag(keuzes, ouder=self._stap) if self._mag(overleg_id) else None
        if keuze is None:
            return
        agenda, wijzig = self._diensten.agenda, self._handelingen.wijzig
        for casus_id in keuze.casussen:
            if not wijzig(overleg_id, "casus op de agenda", partial(agenda.voeg_casus_toe, overleg_id, casus_id)):
                return
        if keuze.onderwerp:
            zet = partial(agenda.voeg_onderwerp_toe, overleg_id, keuze.onderwerp)
            wijzig(overleg_id, "onderwerp op de agenda", zet)
        self.toegevoegd.emit()
