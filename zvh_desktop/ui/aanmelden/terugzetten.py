"""Putting a backup back from the login, for a vault that is damaged or gone."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.ui.dialogs.terugzetten import TerugzetDialoog, zin_na_terugzetten
from zvh_desktop.ui.draden.taken import Taken
from zvh_desktop.ui.meldingen import Melder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zvh_desktop.ui.protocollen import KopieRegel, Toegang, Voortgang


class Terugzetter(QObject):
    """Ends in ``teruggezet``, after which the login looks again, whether it was done or not."""

    begonnen = Signal()
    teruggezet = Signal()

    def __init__(self, toegang: Toegang, taken: Taken, melder: Melder, venster: QWidget) -> None:
        super().__init__(venster)
        self._toegang = toegang
        self._taken = taken
        self._melder = melder
        self._venster = venster

    def vraag(self, kluismap: Path) -> None:
        """Let the user choose, and do it beside the window."""
        lees = partial(self._lees, kluismap)
        gekozen = TerugzetDialoog.vraag(lees, kluismap.stem, self._taken, self._melder, self._venster)
        if gekozen is None:
            return
        self.begonnen.emit()
        taak = self._taken.start_met_voortgang(
            partial(self._toegang.zet_terug, gekozen, kluismap),
            ouder=self._venster,
            titel="De reservekopie wordt teruggezet",
            gelukt=self._on_gelukt,
            mislukt=self._on_mislukt,
        )
        taak.afgebroken.connect(self.teruggezet)

    def _lees(self, kluismap: Path, map_: Path | None, voortgang: Voortgang) -> Sequence[KopieRegel]:
        return self._toegang.kopieen(kluismap, map_, voortgang)

    def _on_gelukt(self, opzij: Path | None) -> None:
        self.teruggezet.emit()
        self._melder.toon_bericht(self._venster, "Teruggezet", zin_na_terugzetten(opzij))

    def _on_mislukt(self, fout: GebruikersFout) -> None:
        self.teruggezet.emit()
        self._melder.toon_fout(self._venster, fout)
