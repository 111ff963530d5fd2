"""The longest time that the window does not answer while lists, searches and documents run beside it.

Set up as the application is: the rows are sorted beside the window, garbage is collected in its thread on a timer.
A timer ticks as often as it can; the longest gap between two ticks is the stall. The bare figure is the longest gap
of the same loop with nothing to do.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.casuslijst import maak_lijst
from benchmarks.kluizen import Kluizen
from benchmarks.meting import MILLI, Uitslag, mediaan, ms
from benchmarks.notulen import PARTIJEN, maak_tafel
from benchmarks.teksten import typend, zoekwoorden
from zvh_desktop.models.keuzes import DocumentSoort
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.documenten import StukVraag
from zvh_desktop.ui.draden.opruimer import Opruimer
from zvh_desktop.ui.draden.taken import Taken
from zvh_desktop.ui.draden.verwijzingen import maak_onsterfelijk
from zvh_desktop.ui.meldingen import Meldingen
from zvh_desktop.ui.uiterlijk.thema import Thema

CASUSSEN = 20_000
TIK_MS = 2
RUST_MS = 500
KEREN = 5
HOOGSTENS = 0.050


@dataclass(frozen=True, slots=True)
class Verloop:
    """Of something that was set going: until it stood there, and the longest time without an answer."""

    duur: float
    langste: float


class Wacht(QObject):
    """Runs one call through the thread pool and keeps the longest gap between ticks of the loop."""

    def __init__(self, taken: Taken) -> None:
        super().__init__()
        self._taken = taken
        self._lus = QEventLoop()
        self._tik = QTimer(self)
        self._tik.setInterval(TIK_MS)
        self._tik.timeout.connect(self._on_tik)
        self._vorige = 0.0
        self._langste = 0.0
        self._toon: Callable[[Any], None] | None = None
        self._fout: BaseException | None = None

    def langste(self, werk: Callable[[], object], toon: Callable[[Any], None] | None = None) -> float:
        """Seconds of the longest stall from the start until the answer is shown."""
        self._begin(toon)
        self._taken.start(werk, gelukt=self._on_gelukt, mislukt=self._on_mislukt)
        return self._einde()

    def tot_rust(self, doe: Callable[[], object]) -> Verloop:
        """Do this in the thread of the window, as a key does, until everything that it set going beside it is shown."""
        self._begin(None)
        begin = self._vorige
        # A turn of the loop first: the time that the act itself takes is a gap as well.
        QTimer.singleShot(2 * TIK_MS, doe)
        QTimer.singleShot(4 * TIK_MS, self._wacht_op_taken)
        langste = self._einde()
        return Verloop(time.perf_counter() - begin, langste)

    def _wacht_op_taken(self) -> None:
        if self._taken.bezig():
            self._taken.leeg_geworden.connect(self._na_de_taken, Qt.ConnectionType.SingleShotConnection)
        else:
            self._na_de_taken()

    def _na_de_taken(self) -> None:
        # What came back may have set something else going.
        QTimer.singleShot(3 * TIK_MS, self._wacht_op_taken if self._taken.bezig() else self._lus.quit)

    def rust(self) -> float:
        """The longest gap when nothing happens."""
        self._begin(None)
        QTimer.singleShot(RUST_MS, self._lus.quit)
        return self._einde()

    def _begin(self, toon: Callable[[Any], None] | None) -> None:
        self._toon, self._langste, self._fout = toon, 0.0, None
        self._vorige = time.perf_counter()
        self._tik.start()

    def _einde(self) -> float:
        self._lus.exec()
        self._tik.stop()
        if self._fout is not None:
            raise self._fout
        return self._langste

    def _on_tik(self) -> None:
        nu = time.perf_counter()
        self._langste = max(self._langste, nu - self._vorige)
        self._vorige = nu

    def _on_gelukt(self, uitkomst: object) -> None:
        if self._toon is not None:
            self._toon(uitkomst)
        # The painting that follows belongs to it.
        QTimer.singleShot(3 * TIK_MS, self._lus.quit)

    def _on_mislukt(self, fout: BaseException) -> None:
        self._fout = fout
        self._lus.quit()


def zet_op() -> tuple[Thema, Opruimer, Taken]:
    """As the application is set up; what comes back lives as long as is measured."""
    maak_onsterfelijk()
    toepassing = QApplication.instance() or QApplication(sys.argv)
    assert isinstance(toepassing, QApplication)
    opruimer = Opruimer()
    opruimer.begin()
    opruimer.zet_apart()
    return Thema(toepassing), opruimer, Taken(Meldingen())


def meet(kluizen: Kluizen) -> list[Uitslag]:
    """One line per kind of work."""
    thema, opruimer, taken = zet_op()
    wacht = Wacht(taken)
    lijst = maak_lijst(kluizen.los_bestand("venster.ini"))
    lijst.resize(1280, 800)
    lijst.show()
    with kluizen.diensten(CASUSSEN) as diensten:
        stukken = _stukken(diensten)
        woorden = [begin for woord in zoekwoorden(CASUSSEN) for begin in typend(woord)]
        rust = mediaan([wacht.rust() for _ in range(3)])
        uitslagen = [
            _uitslag(
                f"langste haper: lijst van {CASUSSEN} casussen",
                [
                    wacht.langste(lambda: lijst.op_volgorde(diensten.casussen.lijst()), lijst.zet_regels)
                    for _ in range(KEREN)
                ],
                rust,
            ),
            _uitslag(
                "langste haper: zoeken onder het typen",
                [
                    max(wacht.langste(lambda tekst=tekst: diensten.zoeken.zoek(tekst)) for tekst in woorden)  # type: ignore[misc]
                    for _ in range(KEREN)
                ],
                rust,
            ),
            _uitslag(
                f"langste haper: notulen voor {PARTIJEN} partijen",
                [wacht.langste(lambda: diensten.documenten.maak_alle(stukken)) for _ in range(KEREN)],
                rust,
            ),
        ]
        taken.stop_alles()
    opruimer.stop()
    lijst.close()
    thema.deleteLater()
    return uitslagen


def _stukken(diensten: Diensten) -> list[StukVraag]:
    partijen = tuple(regel.id for regel in diensten.partijen.lijst()[:PARTIJEN])
    overleg_id = maak_tafel(diensten, partijen)
    return [StukVraag(DocumentSoort.NOTULEN_PARTIJ, overleg_id, partij, "") for partij in partijen]


def _uitslag(rij: str, hapers: list[float], rust: float) -> Uitslag:
    haper = mediaan(hapers)
    return Uitslag(rij, ms(haper), ms(rust), "", f"{HOOGSTENS * MILLI:.0f} ms", haper <= HOOGSTENS)
