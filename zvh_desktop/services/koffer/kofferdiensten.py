"""The use cases of the tafelkoffer, together: what goes out, and what comes back."""

from __future__ import annotations

from zvh_desktop.services.koffer.dagkoffer import DagkofferService
from zvh_desktop.services.koffer.inleveren import InleverService
from zvh_desktop.services.koffer.koffers import KofferService
from zvh_desktop.services.werkplek.werkplek import Werkplek


class Kofferdiensten:
    """One part for each way."""

    def __init__(self, werkplek: Werkplek) -> None:
        self.uit = KofferService(werkplek)
        """A tafel that is given along, and a koffer that is withdrawn."""
        self.terug = InleverService(werkplek)
        """A koffer that is handed in."""
        self.vandaag = DagkofferService(werkplek)
        """The koffer of today, kept fresh for when the line falls away."""
