"""What goes with every open vault in the window: its backups, the place of its user, reading along and colleagues.

Made once a vault opens, through the windows that are loaded then: the login does not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from zvh_desktop.naladen import laad_module
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.slot.kopiezorg import Kopiezorg
from zvh_desktop.ui.slot.meelezer import Meelezer
from zvh_desktop.ui.slot.plaatsbewaker import Plaatsbewaker, Plekstand

COLLEGABEWAKER = "zvh_desktop.ui.slot.samen.collegabewaker"
"""By name: only a house on a server has colleagues at the same time (ADR 0081)."""

DAGKOFFERZORG = "zvh_desktop.ui.slot.samen.dagkofferzorg"

if TYPE_CHECKING:
    from zvh_desktop.ui.main_window import Hoofdvenster
    from zvh_desktop.ui.protocollen import Toegang, Vensterdiensten
    from zvh_desktop.ui.slot.heropening import Bewaard
    from zvh_desktop.ui.slot.samen.collegabewaker import Collegabewaker
    from zvh_desktop.ui.slot.samen.dagkofferzorg import Dagkofferzorg


class Sessiezorg(QObject):
    """All of them, for one window at a time."""

    verlopen = Signal()
    gesloten = Signal()
    teruggezet = Signal(str)
    niet_teruggezet = Signal(object)

    def __init__(self, bezigheden: Callable[[], int], gereedschap: Gereedschap, ouder: QObject | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("sessiezorg")
        self._kopieen = Kopiezorg(gereedschap.taken, self)
        self._bewaker = Plaatsbewaker(
            bezigheden, gereedschap.melder, gereedschap.taken, self, wachtend=self._wachtende_dialoog
        )
        self._meelezer = Meelezer(gereedschap.taken, self)
        self._gereedschap = gereedschap
        self._collegas: Collegabewaker | None = None
        self._dagkoffer: Dagkofferzorg | None = None
        self._verbind()

    def _verbind(self) -> None:
        self._meelezer.verlopen.connect(self.verlopen)
        self._kopieen.gesloten.connect(self.gesloten)
        self._kopieen.teruggezet.connect(self.teruggezet)
        self._kopieen.niet_teruggezet.connect(self.niet_teruggezet)

    def lees_plek(self, diensten: Vensterdiensten) -> Plekstand | None:
        """Where this user was when the program ended unasked."""
        return self._bewaker.lees(diensten)

    def begin(self, venster: Hoofdvenster, diensten: Vensterdiensten, terug: Plekstand | None) -> None:
        """The window stands."""
        self._bewaker.begin(venster, diensten, terug)
        self._kopieen.begin(diensten)
        self._meelezer.begin(venster, diensten)
        if diensten.zorg.werkt_samen:
            bewaker = laad_module(COLLEGABEWAKER).Collegabewaker
            self._collegas = bewaker(self._gereedschap.melder, self._gereedschap.taken, self)
            zorg = laad_module(DAGKOFFERZORG).Dagkofferzorg
            self._dagkoffer = zorg(self._gereedschap.taken, self._gereedschap.melder, self)
            self._collegas.lijn.connect(self._dagkoffer.zet_lijn)
            self._collegas.gewijzigd.connect(self._dagkoffer.straks)
            self._collegas.begin(venster, diensten)
            self._dagkoffer.begin(venster, diensten)

    def wachtend(self) -> tuple[Bewaard | None, tuple[str, ...]]:
        """What stood in a dialog that is about to come back over what a colleague saved, and what to tell of others."""
        return (None, ()) if self._collegas is None else self._collegas.wachtend()

    def _wachtende_dialoog(self) -> Bewaard | None:
        return self.wachtend()[0]

    def leg_vast(self) -> None:
        """Note the place now."""
        self._bewaker.leg_vast()

    def vergeet(self) -> None:
        """The work is put down: there is no place to come back to, but for what stood in a dialog and waits."""
        if self._wachtende_dialoog() is None:
            self._bewaker.vergeet()
        else:
            self.leg_vast()
            self._bewaker.stop()

    def stop(self) -> None:
        """The window goes."""
        self._bewaker.stop()
        self._meelezer.stop()
        if self._collegas is not None:
            self._collegas.stop()
            verwijder(self._collegas)
            self._collegas = None
        if self._dagkoffer is not None:
            self._dagkoffer.stop()
            verwijder(self._dagkoffer)
            self._dagkoffer = None

    def sluit(self, diensten: Vensterdiensten) -> None:
        """Close the vault beside the window, after a backup where one is needed."""
        self._kopieen.sluit(diensten)

    def zet_terug(self, diensten: Vensterdiensten, toegang: Toegang, kopie: Path, kluismap: Path) -> None:
        """Close the vault, and let a backup take its place."""
        self._kopieen.zet_terug(diensten, toegang, kopie, kluismap)
