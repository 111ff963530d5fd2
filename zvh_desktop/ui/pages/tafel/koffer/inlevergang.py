"""Handing a koffer in, beside the window: looked at, chosen, signed and taken in.

No widget, so that after a lock not this is found on the stack but the strip, with only the folder (ADR 0021): what the
koffer brings back is then read anew, beside what the office has by that time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.kluis.gegevens import Voortgang
from zvh_desktop.services.koffer.gegevens import TerugBeeld, TerugPunt, TerugResultaat
from zvh_desktop.ui.dialogs.ondertekengang import Ondertekengang
from zvh_desktop.ui.gereedschap import Gereedschap


class Inlevergang(QObject):
    """One koffer at a time. ``kies`` is asked with its folder once it has been read."""

    ingeleverd = Signal(object)
    """A TerugResultaat."""

    def __init__(
        self, diensten: Diensten, gereedschap: Gereedschap, kies: Callable[[Path], None], ouder: QWidget
    ) -> None:
        super().__init__(ouder)
        self.setObjectName("inlevergang")
        self._diensten = diensten
        self._gereedschap = gereedschap
        self._kies = kies
        self._venster = ouder
        self._leest = False
        self._beeld: TerugBeeld | None = None
        self._gang = Ondertekengang(diensten, gereedschap, ouder)
        self._gang.klaar.connect(self.ingeleverd)

    @property
    def bezig(self) -> bool:
        """Whether one is being read or taken in."""
        return self._leest or self._gang.bezig

    def bekijk(self, map_: Path) -> None:
        """Read what it brings back."""
        if self.bezig:
            return
        self._leest = True
        taak = self._gereedschap.taken.start_met_voortgang(
            partial(self._diensten.koffers.terug.bekijk, map_),
            ouder=self._venster.window(),
            titel="De koffer wordt nagekeken",
            gelukt=self._on_bekeken,
            mislukt=self._on_niet_bekeken,
        )
        taak.afgebroken.connect(self._on_afgebroken)

    def neem_beeld(self, map_: Path) -> TerugBeeld | None:
        """What was read of this one, once; it is not kept after that."""
        beeld, self._beeld = self._beeld, None
        return beeld if beeld is not None and beeld.map == map_ else None

    def lever_in(self, beeld: TerugBeeld, gekozen: frozenset[str]) -> None:
        """Show what is signed, and take it in. What can be refused was refused when it was looked at."""
        komt = [punt for punt in beeld.punten if (punt.sleutel in gekozen if beeld.kiezen else punt.voorgesteld)]
        wat = [
            f"De koffer van {beeld.koffer.voor} is terug: {len(komt)} van {len(beeld.punten)} punten komen erin.",
            *(f"{punt.casus}: oordeel {punt.onderweg}" for punt in komt if _is_oordeel(punt)),
        ]
        self._gang.teken(partial(self._neem_in, beeld.map, tuple(komt)), "De koffer wordt ingeleverd", wat)

    def _neem_in(self, map_: Path, gekozen: Sequence[TerugPunt], voortgang: Voortgang) -> TerugResultaat:
        return self._diensten.koffers.terug.lever_in(map_, gekozen, voortgang)

    def _on_bekeken(self, beeld: TerugBeeld) -> None:
        self._leest, self._beeld = False, beeld
        self._kies(beeld.map)

    def _on_niet_bekeken(self, fout: GebruikersFout) -> None:
        self._leest = False
        self._gereedschap.melder.toon_fout(self._venster, fout)

    def _on_afgebroken(self) -> None:
        self._leest = False


def _is_oordeel(punt: TerugPunt) -> bool:
    return punt.wat == "Oordeel"
