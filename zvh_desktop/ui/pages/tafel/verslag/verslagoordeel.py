"""At the point where the verslag before is settled: one button with what the table said of it."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from zvh_desktop.models.keuzes import VerslagOordeel
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.models.woorden import VERSLAGOORDEEL_TEKST
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.verslag_gegevens import VerslagPunt
from zvh_desktop.ui.pages.tafel.keuzestrook import Keuzestrook
from zvh_desktop.ui.pages.tafel.puntongedaan import Omzetting
from zvh_desktop.ui.uiterlijk.icons import Icoon


class Verslagoordeelstrook(Keuzestrook):
    """Hidden at every other point."""

    def __init__(self, diensten: Diensten, ouder: QWidget | None = None) -> None:
        uitleg = "Leg vast wat het overleg van het vorige verslag vond"
        super().__init__("verslagoordeel", "Vorig verslag", uitleg, diensten, ouder)
        self.vul((oordeel, hoofdletter(tekst) or "Wis") for oordeel, tekst in VERSLAGOORDEEL_TEKST.items())

    def zet(self, punt: VerslagPunt | None, *, mag: bool) -> None:
        self._punt = punt
        eerder = punt.eerder_verslag if punt is not None else None
        self.setVisible(eerder is not None)
        zin = eerder.zin if eerder is not None else ""
        self.label.zet(Icoon.INFO, zin or "Nog niet vastgelegd")
        self.toon_stand(zin, anders="nog niet vastgelegd", mag=mag and eerder is not None)

    def kies(self, oordeel: VerslagOordeel) -> None:
        """Hand over what the table said."""
        eerder = self._punt.eerder_verslag if self._punt is not None else None
        if self._punt is None or eerder is None or eerder.oordeel is oordeel:
            return
        zet = partial(self._diensten.eerste_punt.leg_vast, self._punt.id)
        zin = f"Vorig verslag: {VERSLAGOORDEEL_TEKST[oordeel] or 'gewist'}."
        self.gekozen.emit(Omzetting(zin, partial(zet, oordeel), partial(zet, eerder.oordeel)))

    def _kies(self, keuze: Any) -> None:
        self.kies(VerslagOordeel(keuze))
