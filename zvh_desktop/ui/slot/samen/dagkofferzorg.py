"""Keeps the koffer of today fresh beside the window, and offers it when there is no line to the server (ADR 0101)."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QBoxLayout

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.koffer.gegevens import Begonnen
from zvh_desktop.services.werkplek.plekken import BijTafel
from zvh_desktop.ui.draden.taken import Taken
from zvh_desktop.ui.meldingen import Melder
from zvh_desktop.ui.slot.samen.kofferband import Kofferband

if TYPE_CHECKING:
    from zvh_desktop.ui.main_window import Hoofdvenster
    from zvh_desktop.ui.protocollen import Dagkoffer, Vensterdiensten

log = logging.getLogger(__name__)

NA_MS: Final = 5_000
"""After something was changed, by whomever; what comes in meanwhile goes along."""
ELKE_MS: Final = 60_000
"""Also when nothing was heard: a day that began, a role that went."""


class Dagkofferzorg(QObject):
    """Of one window on a house on a server."""

    def __init__(self, taken: Taken, melder: Melder, ouder: QObject | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("dagkofferzorg")
        self._taken = taken
        self._melder = melder
        self._venster: Hoofdvenster | None = None
        self._dienst: Dagkoffer | None = None
        self._band: Kofferband | None = None
        self._bezig = False
        self._lijn = True
        self._straks = QTimer(self)
        self._straks.setSingleShot(True)
        self._straks.setInterval(NA_MS)
        self._straks.timeout.connect(self.vernieuw)
        self._steeds = QTimer(self)
        self._steeds.setInterval(ELKE_MS)
        self._steeds.timeout.connect(self.vernieuw)

    def begin(self, venster: Hoofdvenster, diensten: Vensterdiensten) -> None:
        """The window stands. What lies here of another day or of who may not have it goes, whoever works here."""
        self._venster, self._dienst = venster, diensten.dagkoffer
        self._band = Kofferband(venster)
        midden = venster.centralWidget()
        indeling = midden.layout() if midden is not None else None
        if isinstance(indeling, QBoxLayout):
            indeling.insertWidget(0, self._band)
        self._band.verder_gevraagd.connect(self._on_verder)
        self._band.inleveren_gevraagd.connect(self._on_inleveren)
        venster.bewaard.connect(self.straks)
        self._steeds.start()
        self.vernieuw()

    def stop(self) -> None:
        """The window goes."""
        self._straks.stop()
        self._steeds.stop()
        if self._dienst is not None:
            self._dienst.stop()
        self._venster = self._dienst = self._band = None

    @property
    def bezig(self) -> bool:
        """Whether it is being looked at."""
        return self._bezig

    def straks(self) -> None:
        """Something was changed."""
        if self._venster is not None and not self._straks.isActive():
            self._straks.start()

    def vernieuw(self) -> None:
        """Look now, beside the window."""
        if self._dienst is not None and not self._bezig and self._lijn:
            self._bezig = True
            self._taken.start(self._dienst.vernieuw, gelukt=self._on_vernieuwd, mislukt=self._on_niet_vernieuwd)

    def zet_lijn(self, er: bool) -> None:
        """Whether there is a line to the server."""
        self._lijn = er
        self._toon()
        if er:
            self.straks()

    def _toon(self) -> None:
        if self._band is not None and self._dienst is not None:
            self._band.zet(self._dienst.stand(), lijn=self._lijn)

    # --- slots ------------------------------------------------------------------------------------

    def _on_vernieuwd(self, _slaapt: bool) -> None:
        self._bezig = False
        self._toon()

    def _on_niet_vernieuwd(self, fout: GebruikersFout) -> None:
        # The one of before is still there, and the next look tries again.
        self._bezig = False
        log.info("koffer van vandaag niet vernieuwd: %s", type(fout).__name__)
        self._toon()

    def _on_verder(self) -> None:
        if self._dienst is None or self._venster is None:
            return
        try:
            map_ = self._dienst.wek()
        except GebruikersFout as fout:
            self._melder.toon_fout(self._venster, fout)
            return
        self._venster.koffer_gevraagd.emit(map_)

    def _on_inleveren(self, begonnen: Begonnen) -> None:
        if self._venster is not None and begonnen.overleggen:
            self._venster.ga_naar("tafels", BijTafel(begonnen.overleggen[-1]))
