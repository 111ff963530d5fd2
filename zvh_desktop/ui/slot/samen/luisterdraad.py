"""The thread that waits for what colleagues do; the window hears of it as signals.

A line that fell away is tried again, and that it is there again counts as a change: something may have been done.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from zvh_desktop.errors import GebruikersFout, LijnWeg
from zvh_desktop.services.kluis.logboek import plaats as waar

if TYPE_CHECKING:
    from zvh_desktop.services.kluis.meeluisteren import Collega, Meeluisteraar

log = logging.getLogger(__name__)

WACHT_S: Final = 0.4
"""How long one look lasts at most: so soon the others see that this window went elsewhere."""
OPNIEUW_S: Final = 2.0
STOP_S: Final = 3.0


class Luisterdraad(QObject):
    """One for each open house. Nothing is started where nobody else can work."""

    gehoord = Signal(object)
    """A Meegeluisterd."""
    lijn_weg = Signal()
    lijn_terug = Signal()

    def __init__(
        self, maak: Callable[[], Meeluisteraar | None], vooraf: Callable[[], None], ouder: QObject | None = None
    ) -> None:
        """``vooraf`` is done once there is a line, beside the window as the rest."""
        super().__init__(ouder)
        self.setObjectName("luisterdraad")
        self._maak = maak
        self._vooraf: Callable[[], None] | None = vooraf
        self._stop = threading.Event()
        self._zet_klaar = threading.Event()
        """Set while it does what is done once; who closes the house ends that."""
        self._plek = ("", 0)
        self._slot = threading.Lock()
        self._luisteraar: Meeluisteraar | None = None
        self._collegas: tuple[Collega, ...] = ()
        self._draad = threading.Thread(target=self._loop, name="luisterdraad", daemon=True)
        self.destroyed.connect(self._stop.set)

    def begin(self) -> None:
        """Listen from now on."""
        self._draad.start()

    def meld_plek(self, soort: str, id_: int) -> None:
        """Tell the others where this window is; an empty kind: at nothing of its own."""
        with self._slot:
            self._plek = (soort, id_)
            if self._luisteraar is not None:
                self._luisteraar.meld_plek(soort, id_)

    def stop(self) -> None:
        """Hear nothing any more; comes back when the thread has ended, or after a moment.

        The lock does not wait for what is being had ready: that is thrown away, and stops when the house is closed.
        """
        self._stop.set()
        if self._draad.is_alive() and not self._zet_klaar.is_set():
            self._draad.join(STOP_S)

    def _loop(self) -> None:
        weg = False
        while not self._stop.is_set():
            try:
                luisteraar = self._haal()
                if luisteraar is None:
                    return
                if weg:
                    weg = False
                    self.lijn_terug.emit()
                if self._vooraf is not None:
                    self._doe_vooraf(self._vooraf)
                gehoord = luisteraar.wacht(WACHT_S)
                # Only what is new: a busy window would otherwise be told the same faster than it can hear.
                nieuw = gehoord.gewijzigd or gehoord.collegas != self._collegas
                if nieuw and not self._stop.is_set():
                    self._collegas = gehoord.collegas
                    self.gehoord.emit(gehoord)
            except GebruikersFout as fout:
                log.info("lijn weg: %s", type(fout).__name__)
                weg = self._meld_weg(weg)
            except Exception as fout:  # noqa: BLE001 - whatever it is, the work goes on without it
                log.critical("niet meegeluisterd: %s in %s", type(fout).__name__, waar(fout))
                weg = self._meld_weg(weg)
        self._leg_neer()

    def _doe_vooraf(self, vooraf: Callable[[], None]) -> None:
        """Once; where the line drops just then, once more when it is back. What else goes wrong says nothing of it."""
        self._zet_klaar.set()
        try:
            if not self._stop.is_set():
                vooraf()
        except LijnWeg:
            raise
        except GebruikersFout as fout:
            log.info("niet klaargezet: %s", type(fout).__name__)
        except Exception as fout:  # noqa: BLE001 - whatever it is, it is made ready when it is asked for
            log.critical("niet klaargezet: %s in %s", type(fout).__name__, waar(fout))
        finally:
            self._zet_klaar.clear()
        self._vooraf = None

    def _haal(self) -> Meeluisteraar | None:
        if self._luisteraar is None:
            gemaakt = self._maak()
            with self._slot:
                self._luisteraar = gemaakt
                if gemaakt is not None:
                    gemaakt.meld_plek(*self._plek)
        return self._luisteraar

    def _meld_weg(self, weg: bool) -> bool:
        self._leg_neer()
        self._collegas = ()
        if not weg and not self._stop.is_set():
            self.lijn_weg.emit()
        self._stop.wait(OPNIEUW_S)
        return True

    def _leg_neer(self) -> None:
        with self._slot:
            oud, self._luisteraar = self._luisteraar, None
        if oud is not None:
            oud.sluit()
