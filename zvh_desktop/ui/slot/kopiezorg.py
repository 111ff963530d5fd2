"""The backups around a session: looked over after opening, made at the end of the work, and one that takes the place
of the vault.

Beside the window, with progress when it takes a while. Whatever goes wrong with a backup, the vault closes.
"""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.ui.dialogs.terugzetten import zin_na_terugzetten
from zvh_desktop.ui.draden.taken import Taken
from zvh_desktop.ui.na_afloop import verwijder

if TYPE_CHECKING:
    from zvh_desktop.ui.protocollen import Toegang, Vensterdiensten, Voortgang

log = logging.getLogger(__name__)


def sluit_na_kopie(diensten: Vensterdiensten, voortgang: Voortgang | None = None) -> None:
    """Make the backup of today where one is needed, and close. Who stops the first still closes."""
    try:
        diensten.zorg.verzorg_kopieen(voortgang)
    except GebruikersFout as fout:
        log.warning("reservekopie niet gemaakt: %s", type(fout).__name__)
    except BaseException:
        diensten.sluit()
        raise
    diensten.sluit(voortgang)


class Kopiezorg(QObject):
    """Ends in ``gesloten``; putting back ends in ``teruggezet`` with what is to be told, or in ``niet_teruggezet``."""

    gesloten = Signal()
    teruggezet = Signal(str)
    niet_teruggezet = Signal(object)

    def __init__(self, taken: Taken, ouder: QObject | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("kopiezorg")
        self._taken = taken
        self._vlak: QWidget | None = None

    def begin(self, diensten: Vensterdiensten) -> None:
        """After opening: whether what is remembered of the backups still stands there."""
        self._taken.start(diensten.zorg.kijk_kopieen_na, mislukt=self._on_niet_nagekeken)

    def sluit(self, diensten: Vensterdiensten) -> None:
        """Close beside the window: a backup and erasing what was deleted can take a while, and then that is shown."""
        self._vlak = QWidget()
        taak = self._taken.start_met_voortgang(
            partial(sluit_na_kopie, diensten),
            ouder=self._vlak,
            titel="De kluis wordt gesloten",
            gelukt=self._on_gesloten,
            mislukt=self._on_gesloten,
        )
        taak.afgebroken.connect(self._on_sluiten_afgebroken)

    def zet_terug(self, diensten: Vensterdiensten, toegang: Toegang, kopie: Path, kluismap: Path) -> None:
        """Close the vault, and let a backup take its place."""
        self._vlak = QWidget()
        taak = self._taken.start_met_voortgang(
            partial(_sluit_en_zet_terug, diensten, toegang, kopie, kluismap),
            ouder=self._vlak,
            titel="De reservekopie wordt teruggezet",
            gelukt=self._on_teruggezet,
            mislukt=self._on_niet_teruggezet,
        )
        taak.afgebroken.connect(self._on_terugzetten_afgebroken)

    def _on_niet_nagekeken(self, fout: GebruikersFout) -> None:
        log.warning("reservekopieën niet nagekeken: %s", type(fout).__name__)

    def _on_gesloten(self, _uitkomst: object) -> None:
        self._on_sluiten_afgebroken()

    def _on_sluiten_afgebroken(self) -> None:
        # The vault is closed; what was not erased yet is erased the next time.
        self._ruim_vlak_op()
        self.gesloten.emit()

    def _on_teruggezet(self, opzij: Path | None) -> None:
        self._ruim_vlak_op()
        self.teruggezet.emit(zin_na_terugzetten(opzij))

    def _on_niet_teruggezet(self, fout: GebruikersFout) -> None:
        self._ruim_vlak_op()
        self.niet_teruggezet.emit(fout)

    def _on_terugzetten_afgebroken(self) -> None:
        self._on_niet_teruggezet(
            GebruikersFout("Het terugzetten is gestopt.", veilig="De kluis is zoals hij was. Meld u opnieuw aan.")
        )

    def _ruim_vlak_op(self) -> None:
        if self._vlak is not None:
            verwijder(self._vlak)
            self._vlak = None


def _sluit_en_zet_terug(
    diensten: Vensterdiensten, toegang: Toegang, kopie: Path, kluismap: Path, voortgang: Voortgang
) -> Path | None:
    diensten.sluit()
    return toegang.zet_terug(kopie, kluismap, voortgang)
