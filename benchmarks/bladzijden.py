"""The longest time that the window does not answer at 100,000 cases: opening a page, filtering its list, sorting it.

The whole main window, as it is after logging in. A timer ticks as often as it can; the longest gap between two ticks,
from the key until everything that it asked for is shown, is the stall. What is measured is how long the thread of the
window itself is at work (``thread_time``), so that other work on the machine counts less. Of each the best of three.
The bare figure is the longest gap of the same window with nothing to do.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

from benchmarks.kluizen import Kluizen
from benchmarks.meting import MILLI, Uitslag, ms
from benchmarks.vloeiend import TIK_MS, zet_op
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.instellingen import Instellingen
from zvh_desktop.ui.klembord import Klembord
from zvh_desktop.ui.main_window import Hoofdvenster
from zvh_desktop.ui.meldingen import Meldingen
from zvh_desktop.ui.paginas import bouw_paginas, bouw_zoeker
from zvh_desktop.ui.vensters import Vensters
from zvh_desktop.ui.widgets.filtertabel import FilterTabel

CASUSSEN = 100_000
KEREN = 3
HOOGSTENS = 0.050
RUST_MS = 300
PAGINAS = ("vandaag", "casussen", "tafels", "acties", "partijen", "overleggen", "beheer", "rapportage")
GEFILTERD = ("casussen", "tafels", "acties")
GETYPT = ("p", "pi", "pid", "pido", "testpersoon", "2025-0", "niets hiervan", "")


class Hartslag(QObject):
    """Keeps the longest gap between ticks while something is done and for as long as it goes on."""

    def __init__(self, klaar: Callable[[], bool]) -> None:
        super().__init__()
        self._klaar = klaar
        self.tabel: FilterTabel[object] | None = None
        """The list that is filtered, for as long as that goes on."""
        self._lus = QEventLoop()
        self._tik = QTimer(self)
        self._tik.setInterval(TIK_MS)
        self._tik.timeout.connect(self._on_tik)
        self._vorige = self._langste = self._stil_sinds = 0.0

    def langste(self, doe: Callable[[], None]) -> float:
        """Seconds of the longest stall, from doing this until nothing has gone on for a while."""
        self._langste, self._stil_sinds = 0.0, time.perf_counter()
        self._vorige = time.thread_time()
        self._tik.start()
        QTimer.singleShot(0, doe)
        self._lus.exec()
        self._tik.stop()
        return self._langste

    def _on_tik(self) -> None:
        nu = time.thread_time()
        self._langste, self._vorige = max(self._langste, nu - self._vorige), nu
        if not self._klaar() or (self.tabel is not None and self.tabel.filter.bezig()):
            self._stil_sinds = time.perf_counter()
        elif (time.perf_counter() - self._stil_sinds) * MILLI > RUST_MS:
            self._lus.quit()


def meet(kluizen: Kluizen) -> list[Uitslag]:
    """One line for each page, one for the filter of each long list and one for its order."""
    thema, opruimer, taken = zet_op()
    gereedschap = Gereedschap(taken, Meldingen(), Instellingen(kluizen.los_bestand("bladzijden.ini")), Klembord())
    gc.disable()  # as in the application, where garbage is collected on a timer
    with kluizen.diensten(CASUSSEN) as diensten:
        venster = Vensters(bouw_paginas, bouw_zoeker).hoofdvenster(diensten, gereedschap)
        venster.resize(1280, 800)
        venster.show()
        slag = Hartslag(lambda: not taken.bezig())
        rust = slag.langste(lambda: None)
        for naam in PAGINAS:  # a page is built when it is opened first; that is not what this is about
            slag.langste(lambda naam=naam: venster.ga_naar(naam))  # type: ignore[misc]
        uitslagen = [
            _uitslag(f"langste haper: {naam} openen", [_open(slag, venster, naam) for _ in range(KEREN)], rust)
            for naam in PAGINAS
        ]
        uitslagen += [
            _uitslag(f"langste haper: filter van {naam}", [_filter(slag, venster, naam) for _ in range(KEREN)], rust)
            for naam in GEFILTERD
        ]
        uitslagen += [
            _uitslag(f"langste haper: sorteren van {naam}", [_sorteer(slag, venster, naam) for _ in range(KEREN)], rust)
            for naam in GEFILTERD
        ]
        venster.hide()
        venster.maak_leeg()
        taken.stop_alles()
    opruimer.stop()
    gc.enable()
    thema.deleteLater()
    return uitslagen


def _tabellen(venster: Hoofdvenster) -> list[FilterTabel[object]]:
    return [tabel for tabel in venster.findChildren(FilterTabel) if tabel.isVisible()]


def _open(slag: Hartslag, venster: Hoofdvenster, naam: str) -> float:
    slag.langste(lambda: venster.ga_naar("rapportage" if naam != "rapportage" else "vandaag"))
    return slag.langste(lambda: venster.ga_naar(naam))


def _filter(slag: Hartslag, venster: Hoofdvenster, naam: str) -> float:
    """The longest of a name typed letter by letter, of what is in every row, and of what is in none."""
    slag.langste(lambda: venster.ga_naar(naam))
    slag.tabel = _tabellen(venster)[0]
    veld = slag.tabel.zoek_veld
    langste = max(slag.langste(lambda tekst=tekst: veld.setText(tekst)) for tekst in GETYPT)  # type: ignore[misc]
    slag.tabel = None
    return langste


def _sorteer(slag: Hartslag, venster: Hoofdvenster, naam: str) -> float:
    """The longest of the first two columns that are shown, down and up."""
    slag.langste(lambda: venster.ga_naar(naam))
    slag.tabel = lijst = _tabellen(venster)[0]
    kolommen = [kolom for kolom in range(lijst.model.columnCount()) if not lijst.tabel.isColumnHidden(kolom)]
    langste = max(
        slag.langste(lambda kolom=kolom, kant=kant: lijst.tabel.sortByColumn(kolom, kant))  # type: ignore[misc]
        for kolom in kolommen[:2]
        for kant in (Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder)
    )
    slag.tabel = None
    return langste


def _uitslag(rij: str, hapers: list[float], rust: float) -> Uitslag:
    haper = min(hapers)
    doel = f"{HOOGSTENS * MILLI:.0f} ms"
    return Uitslag(f"{rij}, {CASUSSEN} casussen", ms(haper), ms(rust), "", doel, haper <= HOOGSTENS)
