"""The use cases around the convenant itself, together: who takes part in it, and what they disagree about."""

from __future__ import annotations

from zvh_desktop.services.samenwerking.correctie import UittredingcorrectieService
from zvh_desktop.services.samenwerking.geschillen import GeschilService
from zvh_desktop.services.samenwerking.opvolging import OpvolgingService
from zvh_desktop.services.samenwerking.trajecten import TrajectService
from zvh_desktop.services.werkplek.werkplek import Werkplek


class Samenwerkingsdiensten:
    """One part for each subject."""

    def __init__(self, werkplek: Werkplek) -> None:
        self.trajecten = TrajectService(werkplek)
        """Who becomes a partij, and who no longer is."""
        self.correcties = UittredingcorrectieService(werkplek)
        """A day of leaving that was wrong."""
        self.opvolgingen = OpvolgingService(werkplek)
        """A partij that goes on under another name."""
        self.geschillen = GeschilService(werkplek)
        """Disputes along the route of the convenant."""
