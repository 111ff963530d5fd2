"""Makes one document outside the window, numbered, so that an answer to an earlier question can be dropped."""

from __future__ import annotations

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.documenten import StukVraag
from zvh_desktop.services.stukken.stuk import Stuk


class StukMaker:
    """One question, ready to be run elsewhere."""

    def __init__(self, diensten: Diensten, vraag: StukVraag, nummer: int) -> None:
        self._diensten, self._vraag, self._nummer = diensten, vraag, nummer

    def __call__(self) -> tuple[int, Stuk]:
        return self._nummer, self._diensten.documenten.maak(self._vraag)
