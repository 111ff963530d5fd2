"""Runs a service call outside the event loop and brings its outcome back as signals.

The window stays alive, an error never disappears in a thread, and what takes longer than a moment gets a
window with progress and a way to stop.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from itertools import count
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from zvh_desktop.errors import GebruikersFout, TeKiezen
from zvh_desktop.ui.gewone_taal import in_gewone_taal
from zvh_desktop.ui.meldingen import Melder
from zvh_desktop.ui.na_afloop import gaat_weg, verwijder
from zvh_desktop.ui.uiterlijk.doelen import Dialoogknoppen
from zvh_desktop.ui.uiterlijk.thema import RASTER, RUIM, tekstbreedte
from zvh_desktop.ui.uiterlijk.venstertitel import zet_venstertitel
from zvh_desktop.ui.weg.keuze import laat_kiezen

WACHTTIJD_VENSTER_MS = 700
"""A window that flashes by is worse than none."""


class TaakAfgebroken(Exception):
    """Raised inside the service call, at its next report of progress, when the user stopped it."""


class Taak(QObject):
    """One call on its way. Its signals arrive in the thread of the window."""

    gelukt = Signal(object)
    mislukt = Signal(object)
    """A GebruikersFout, whatever was raised."""
    voorbij = Signal()
    """The call has ended; comes before its outcome, so that a window with progress is gone before that is shown."""
    afgebroken = Signal()
    gevorderd = Signal(int, int, str)

    def __init__(self, ouder: QObject) -> None:
        super().__init__(ouder)
        self._stop = threading.Event()

    def breek_af(self) -> None:
        """Ask the call to stop at its next report of progress."""
        self._stop.set()

    def meld_voortgang(self, gedaan: int, totaal: int, tekst: str) -> None:
        """Called by the service, in its own thread: "Notulen 4 van 11: GGD Twente"."""
        if self._stop.is_set():
            raise TaakAfgebroken
        self.gevorderd.emit(gedaan, totaal, tekst)


class _Loop(QRunnable):
    """Carries one call into the thread pool, and lets go of it there before its outcome is told.

    The window keeps hold of the call until it has heard that outcome. So the last hold on anything of Qt is never let
    go in a thread of the pool. There it would take the Python side of a widget away at the moment that Qt, in the
    thread of the window, has looked it up to do the same: the process ends, some time later, without a word.
    """

    def __init__(self, bode: Taken, nummer: int, functie: Callable[[], object]) -> None:
        super().__init__()
        self._bode = bode
        self._nummer = nummer
        self._functie: Callable[[], object] | None = functie

    def run(self) -> None:
        uitkomst = self._doe()
        self._functie = None
        self._bode.uitgekomen.emit(self._nummer, *uitkomst)

    def _doe(self) -> tuple[str, tuple[object, ...]]:
        if self._functie is None:
            return "afgebroken", ()
        try:
            return "gelukt", (self._functie(),)
        except TaakAfgebroken:
            return "afgebroken", ()
        except BaseException as fout:  # noqa: BLE001  every error must reach the window, whatever it is
            gezegd = in_gewone_taal(fout)
            # The trace holds every local of the call, widgets too; where it went wrong has been logged.
            gezegd.__traceback__ = gezegd.__cause__ = gezegd.__context__ = None
            return "mislukt", (gezegd,)


class Taken(QObject):
    """Starts calls and keeps them alive until they have ended."""

    leeg_geworden = Signal()
    uitgekomen = Signal(int, str, object)
    """The number of a call and its outcome; emitted in the thread of that call."""

    def __init__(self, melder: Melder, ouder: QObject | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("taken")
        self._melder = melder
        self._poel = QThreadPool(self)
        self._poel.setMaxThreadCount(4)
        self._lopend: dict[int, tuple[Taak, Callable[[], object]]] = {}
        self._blijvend: list[object] = []
        """Calls that did not stop when they were asked to: held until the end, for they may still be at work."""
        self._te_kiezen: dict[Taak, _NaKeuze] = {}
        self._nummers = count(1)
        self._verbind()

    def _verbind(self) -> None:
        self.uitgekomen.connect(self._on_uitgekomen, Qt.ConnectionType.QueuedConnection)

    def bezig(self) -> int:
        """How many calls have not yet ended."""
        return len(self._lopend)

    def stop_alles(self, hoogstens_ms: int = 5000) -> bool:
        """Stop every call and forget its answer; used before a vault is closed. False if one goes on."""
        lopend, self._lopend = self._lopend, {}
        self._te_kiezen.clear()
        for taak, _ in lopend.values():
            taak.breek_af()
            taak.blockSignals(True)
        klaar = self._poel.waitForDone(hoogstens_ms)
        if klaar:
            for taak, _ in lopend.values():
                verwijder(taak)
        else:
            self._blijvend.append(lopend)
        return klaar

    def start(
        self,
        functie: Callable[[], object],
        *,
        gelukt: Callable[[Any], None] | None = None,
        mislukt: Callable[[GebruikersFout], None] | None = None,
        vanaf: QWidget | None = None,
    ) -> Taak:
        """Run a call without progress. Both answers must be bound methods of a QObject.

        ``mislukt`` gets a GebruikersFout, whatever was raised; without it that is shown. ``vanaf`` is where somebody
        may be asked what has to be chosen first; after that the call begins anew.
        """
        taak = Taak(self)
        if vanaf is not None:
            opnieuw = partial(self.start, functie, gelukt=gelukt, mislukt=mislukt, vanaf=vanaf)
            self._te_kiezen[taak] = _NaKeuze(vanaf, opnieuw)
        self._begin(taak, functie, gelukt, mislukt)
        return taak

    def start_met_voortgang(
        self,
        functie: Callable[[Callable[[int, int, str], None]], object],
        *,
        ouder: QWidget,
        titel: str,
        gelukt: Callable[[Any], None] | None = None,
        mislukt: Callable[[GebruikersFout], None] | None = None,
        meteen: bool = False,
    ) -> Taak:
        """Run a call that reports its progress; a window with a stop button appears if it takes a while.

        ``meteen`` is for a call during which nothing may be changed: then it appears at once, before the call begins.
        """
        taak = Taak(self)
        opnieuw = partial(
            self.start_met_voortgang, functie, ouder=ouder, titel=titel, gelukt=gelukt, mislukt=mislukt, meteen=meteen
        )
        self._te_kiezen[taak] = _NaKeuze(ouder, opnieuw)
        venster = Voortgangsvenster(taak, titel, ouder)
        if meteen:
            venster.show()
        self._begin(taak, _MetVoortgang(functie, taak), gelukt, mislukt)
        return taak

    def start_stil_met_voortgang(
        self,
        functie: Callable[[Callable[[int, int, str], None]], object],
        *,
        gevorderd: Callable[[int, int, str], None],
        gelukt: Callable[[Any], None] | None = None,
        mislukt: Callable[[GebruikersFout], None] | None = None,
    ) -> Taak:
        """The same, but the progress is shown by the window that asks."""
        taak = Taak(self)
        taak.gevorderd.connect(gevorderd)
        self._begin(taak, _MetVoortgang(functie, taak), gelukt, mislukt)
        return taak

    def _begin(
        self,
        taak: Taak,
        functie: Callable[[], object],
        gelukt: Callable[[Any], None] | None,
        mislukt: Callable[[GebruikersFout], None] | None,
    ) -> None:
        nummer = next(self._nummers)
        self._lopend[nummer] = (taak, functie)
        if gelukt is not None:
            taak.gelukt.connect(gelukt)
        taak.mislukt.connect(mislukt if mislukt is not None else self._on_mislukt)
        self._poel.start(_Loop(self, nummer, functie))

    def _on_mislukt(self, fout: GebruikersFout) -> None:
        venster = self.parent()
        self._melder.toon_fout(venster if isinstance(venster, QWidget) else None, fout)

    def _on_uitgekomen(self, nummer: int, signaal: str, waarde: tuple[object, ...]) -> None:
        if nummer not in self._lopend:  # everything was stopped in the meantime
            return
        taak, _ = self._lopend[nummer]
        taak.voorbij.emit()
        keuze = self._te_kiezen.pop(taak, None)
        gekozen = keuze is not None and keuze.gemaakt(waarde)
        if nummer not in self._lopend:  # the window was locked while that was being asked
            return
        if not gekozen:
            getattr(taak, signaal).emit(*waarde)
        if self._lopend.pop(nummer, None) is not None:
            verwijder(taak)
        if not self._lopend:
            self.leeg_geworden.emit()


class _NaKeuze:
    """Where may be asked what has to be chosen before a call, and how that begins anew."""

    def __init__(self, vanaf: QWidget, opnieuw: Callable[[], object]) -> None:
        self._vanaf, self._opnieuw = vanaf, opnieuw

    def gemaakt(self, waarde: tuple[object, ...]) -> bool:
        """Whether this outcome asked for a choice that was made, so that the call runs again."""
        fout = waarde[0] if waarde else None
        if not isinstance(fout, TeKiezen) or not isValid(self._vanaf) or gaat_weg(self._vanaf):
            return False
        if not laat_kiezen(self._vanaf, fout):
            return False
        self._opnieuw()
        return True


class _MetVoortgang:
    """The call together with the way to report progress."""

    def __init__(self, functie: Callable[[Callable[[int, int, str], None]], object], taak: Taak) -> None:
        self._functie = functie
        self._taak = taak

    def __call__(self) -> object:
        return self._functie(self._taak.meld_voortgang)


class Voortgangsvenster(QDialog):
    """Says what is being made and how far it is; shows itself only when the work takes a while."""

    def __init__(self, taak: Taak, titel: str, ouder: QWidget) -> None:
        super().__init__(ouder)
        self.setObjectName("voortgangsvenster")
        zet_venstertitel(self, titel)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._taak = taak
        self._tekst = QLabel(titel, self)
        self._tekst.setTextFormat(Qt.TextFormat.PlainText)
        self._tekst.setWordWrap(True)
        self._tekst.setMinimumWidth(tekstbreedte(self, 46))
        self._balk = QProgressBar(self)
        self._balk.setObjectName("voortgang_balk")
        self._balk.setAccessibleName("Voortgang")
        self._balk.setRange(0, 0)
        self._balk.setTextVisible(False)
        knoppen = Dialoogknoppen(self)
        self.stop_knop = knoppen.maak("&Stoppen", QDialogButtonBox.ButtonRole.RejectRole)
        self.stop_knop.setObjectName("voortgang_stop_knop")
        self.stop_knop.setAccessibleName("Stoppen")
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RUIM, RUIM, RUIM, RUIM)
        indeling.setSpacing(RASTER)
        indeling.addWidget(self._tekst)
        indeling.addWidget(self._balk)
        indeling.addWidget(knoppen)
        self._wachter = QTimer(self)
        self._wachter.setSingleShot(True)
        self._wachter.setInterval(WACHTTIJD_VENSTER_MS)
        self._verbind()
        self._wachter.start()

    def _verbind(self) -> None:
        self._wachter.timeout.connect(self.show)
        self.stop_knop.clicked.connect(self._on_stoppen_gevraagd)
        self._taak.gevorderd.connect(self._on_gevorderd)
        self._taak.voorbij.connect(self._on_voorbij)

    def tekst(self) -> str:
        """What is being made now."""
        return self._tekst.text()

    def _on_gevorderd(self, gedaan: int, totaal: int, tekst: str) -> None:
        self._balk.setRange(0, totaal)
        self._balk.setValue(gedaan)
        if self.stop_knop.isEnabled():  # once it was asked to stop, that is what it says
            self._tekst.setText(tekst)

    def _on_stoppen_gevraagd(self) -> None:
        self.stop_knop.setEnabled(False)
        self._tekst.setText("Bezig met stoppen. Wat half klaar is, wordt niet bewaard.")
        self._taak.breek_af()

    def _on_voorbij(self) -> None:
        self._wachter.stop()
        self.hide()
        verwijder(self)

    def keyPressEvent(self, gebeurtenis: QKeyEvent) -> None:
        if gebeurtenis.key() == Qt.Key.Key_Escape:
            self._on_stoppen_gevraagd()
            return
        super().keyPressEvent(gebeurtenis)

    def closeEvent(self, gebeurtenis: QCloseEvent) -> None:
        self._on_stoppen_gevraagd()
        gebeurtenis.ignore()
