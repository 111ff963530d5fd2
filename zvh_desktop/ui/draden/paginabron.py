"""Where a page comes from, and the loading of it beside the window when it is first gone to (ADR 0081)."""

from __future__ import annotations

import contextlib
import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop, QObject

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.naladen import laad_module

if TYPE_CHECKING:
    from zvh_desktop.ui.draden.taken import Taken

log = logging.getLogger(__name__)

QT_DELEN = ("PySide6.QtSvg", "PySide6.QtPdf", "PySide6.QtPdfWidgets", "PySide6.QtPrintSupport")
"""The parts of Qt that only pages need. One that registers its types while the window works ends the program."""


@dataclass(frozen=True)
class Paginabron:
    """A page by the name of its class."""

    module: str
    naam: str

    def is_geladen(self) -> bool:
        """Whether the module is there; one that is still on its way is waited for by ``haal``."""
        return hasattr(sys.modules.get(self.module), self.naam)

    def haal(self) -> Callable[..., Any]:
        """What makes the page. Raises GebruikersFout when a part of the application is missing."""
        try:
            soort: Callable[..., Any] = getattr(laad_module(self.module), self.naam)
        except ImportError as fout:
            log.critical("pagina niet geladen: %s", type(fout).__name__)
            raise _ontbreekt() from fout
        return soort


class Paginalader(QObject):
    """Loads a page in a thread of its own. The window is drawn meanwhile; what is typed waits, and goes to the page."""

    def __init__(self, taken: Taken, ouder: QObject) -> None:
        super().__init__(ouder)
        self._taken = taken
        self._lus = QEventLoop(self)
        self._er = False
        self._fout: GebruikersFout | None = None

    def laad(self, bron: Paginabron | None) -> bool:
        """Come back when it is there: True. False when the window was closed in the meantime.

        Raises GebruikersFout when a part of the application is missing.
        """
        if bron is None or bron.is_geladen():
            return True
        if self._lus.isRunning():  # something that was already on its way leads elsewhere: one wait within another
            bron.haal()
            return True
        laad_qt()
        self._er, self._fout = False, None
        self._taken.start(bron.haal, gelukt=self._on_geladen, mislukt=self._on_mislukt)
        self._lus.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        if self._fout is not None:
            raise self._fout
        return self._er

    def vergeet(self) -> None:
        """The window closes: who waits, waits for nothing."""
        self._lus.quit()

    def _on_geladen(self, _soort: object) -> None:
        self._er = True
        self._lus.quit()

    def _on_mislukt(self, fout: GebruikersFout) -> None:
        self._fout = fout
        self._lus.quit()


def laad_qt() -> None:
    """Import the rest of Qt in the thread of the window itself. What is missing is found, and told, by the loading.

    Nothing of Qt is loaded elsewhere, so the window need not wait for what another thread is loading.
    """
    for naam in QT_DELEN:
        with contextlib.suppress(ImportError):
            import_module(naam)


def _ontbreekt() -> GebruikersFout:
    return GebruikersFout(
        "Deze pagina kan niet open. Een deel van het programma ontbreekt of is beschadigd.",
        veilig="Uw kluis is niet aangeraakt.",
        advies="Installeer het programma opnieuw, of vraag uw beheerder dat te doen.",
    )
