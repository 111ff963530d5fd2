"""Opens the dialog about what was found in a text, for whatever in this window was refused because of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject

from zvh_desktop.ui.draden.paginabron import Paginabron
from zvh_desktop.ui.weg.keuze import KeuzeGevraagd

DIALOOG: Final = Paginabron("zvh_desktop.ui.pages.tafel.stukken.lekdialoog", "vraag_lekken")
"""Loaded when it is first asked for."""


class Lekwacht(QObject):
    """Held by the window. ``dienst`` gives the use cases on a choice, ``melder`` the register of datalekken."""

    def __init__(
        self, dienst: Callable[[], object], venster: QObject, melder: Callable[[], object] = lambda: None
    ) -> None:
        super().__init__(venster)
        self._dienst, self._melder = dienst, melder
        venster.installEventFilter(self)

    def eventFilter(self, waar: QObject, gebeurtenis: QEvent) -> bool:
        if not isinstance(gebeurtenis, KeuzeGevraagd):
            return super().eventFilter(waar, gebeurtenis)
        gebeurtenis.accept()
        gebeurtenis.gekozen = bool(DIALOOG.haal()(gebeurtenis.fout, self._dienst(), gebeurtenis.vanaf, self._melder()))
        return True
