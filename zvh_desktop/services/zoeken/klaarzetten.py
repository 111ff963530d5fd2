"""What is worked out or loaded once, had ready before somebody asks for it: beside the window, on a server alone.

There one who works has a line to wait for already. In a vault nothing is loaded that nobody asked for (ADR 0081).
"""

from __future__ import annotations

from zvh_desktop.database.bestand.vertaling import vertaal_databasefout
from zvh_desktop.database.motor.lijnen import zet_lijnen_klaar
from zvh_desktop.services.lek.bekend import maak_namen_klaar
from zvh_desktop.services.werkplek.feestdagen import feestdag
from zvh_desktop.services.werkplek.werkplek import Werkplek


class KlaarzetService:
    """After the search index: the calendar, and the names that may not leave unseen."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def zet_lijnen_klaar(self) -> None:
        """First of all: whoever does something meanwhile needs a line beside the one that has ready what follows."""
        kluis = self._werkplek.kluis
        with vertaal_databasefout(kluis.map):
            zet_lijnen_klaar(kluis.lees_sessies().get_bind())

    def zet_klaar(self) -> None:
        """Nothing is written. Raises GebruikersFout where the house was closed meanwhile."""
        feestdag(self._werkplek.vandaag().replace(month=1, day=1))
        maak_namen_klaar(self._werkplek)
