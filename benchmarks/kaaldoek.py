"""The canvas of all documents without anything for who does not see the page: as ReportLab writes it by itself.

No tree, no bookmarks, no description, and each object in the file by itself and unpacked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any
from unittest import mock

from reportlab.pdfgen.canvas import Canvas

from zvh_desktop.documents.opmaak import pagina
from zvh_desktop.documents.opmaak.kenschets import Kenschets
from zvh_desktop.documents.opmaak.lettertype import Snit
from zvh_desktop.documents.opmaak.merkdoek import VOETREGEL
from zvh_desktop.documents.opmaak.stijl import GRIJS, KANTLIJN, PAGINA_BREEDTE
from zvh_desktop.documents.opmaak.structuur import Boom


class Kaaldoek(Canvas):  # type: ignore[misc]
    """Draws the same on the same pages; all that asks to be marked is drawn as it is."""

    is_artefact = True

    def __init__(self, *args: Any, kenschets: Kenschets, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.boom = Boom()
        self._bladen: list[dict[str, Any]] = []

    def artefact(self, _soort: str = "") -> AbstractContextManager[None]:
        return nullcontext()

    def op_elk_blad(self, _naam: str, teken: Callable[[Canvas], None]) -> None:
        teken(self)

    def plaat(self, _anders: str, _breed: float, _hoog: float) -> AbstractContextManager[None]:
        return nullcontext()

    def showPage(self) -> None:  # noqa: N802
        self._bladen.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        for nummer, toestand in enumerate(self._bladen, 1):
            self.__dict__.update(toestand)
            self.setFont(Snit.GEWOON.value, 8)
            self.setFillColor(GRIJS)
            self.drawRightString(PAGINA_BREEDTE - KANTLIJN, VOETREGEL, f"Pagina {nummer} van {len(self._bladen)}")
            super().showPage()
        super().save()


@contextmanager
def zonder_merken() -> Iterator[None]:
    """Every document that is made meanwhile is made bare."""
    with mock.patch.object(pagina, "Merkdoek", Kaaldoek):
        yield
