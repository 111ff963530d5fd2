"""Asks the dictionary, which runs beside this program (ADR 0084): nothing here waits for an answer."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from zvh_desktop.ui.na_afloop import verwijder

log = logging.getLogger(__name__)

GEDULD_MS = 20_000
"""An answer that takes longer does not come: loading takes one second, a suggestion two."""
MEESTE_STARTS = 3
_AFLOOP_MS = 2_000


class Hulpproces(QObject):
    """Started at the first question, ended with the window. What goes wrong with it costs suggestions, nothing else."""

    beoordeeld = Signal(object, object)
    """The words that were asked about, and which of them are wrong (frozenset)."""
    gesuggereerd = Signal(str, object)
    """A word, and what may have been meant (tuple), the most likely first."""
    uitgevallen = Signal()
    """What was asked is not answered any more."""

    def __init__(self, opdracht: Callable[[], Sequence[str]], ouder: QObject) -> None:
        super().__init__(ouder)
        self._opdracht = opdracht
        self._proces: QProcess | None = None
        self._starts = 0
        self._nummer = 0
        self._open: dict[int, tuple[str, ...]] = {}
        self._geduld = QTimer(self)
        self._geduld.setSingleShot(True)
        self._geduld.setInterval(GEDULD_MS)
        self._geduld.timeout.connect(self._on_geduld_op)

    def vraag(self, woorden: Sequence[str]) -> None:
        """Which of these are wrong."""
        self._stuur({"woorden": list(woorden)}, tuple(woorden))

    def vraag_suggesties(self, woord: str) -> None:
        """What may have been meant by this."""
        self._stuur({"suggesties": woord}, (woord,))

    def stop(self) -> None:
        """End it; the next question would start it again."""
        self._geduld.stop()
        self._open.clear()
        proces, self._proces = self._proces, None
        if proces is None:
            return
        proces.blockSignals(True)
        proces.closeWriteChannel()
        proces.kill()
        proces.waitForFinished(_AFLOOP_MS)
        verwijder(proces)

    def _stuur(self, vraag: dict[str, Any], woorden: tuple[str, ...]) -> None:
        if not self._start():
            self.uitgevallen.emit()
            return
        assert self._proces is not None  # noqa: S101  made in the line above
        self._nummer += 1
        self._open[self._nummer] = woorden
        self._proces.write(json.dumps({"nummer": self._nummer, **vraag}).encode("ascii") + b"\n")
        if not self._geduld.isActive():
            self._geduld.start()

    def _start(self) -> bool:
        if self._proces is not None:
            return True
        if self._starts >= MEESTE_STARTS:
            return False
        self._starts += 1
        self._proces = proces = QProcess(self)
        proces.setProcessChannelMode(QProcess.ProcessChannelMode.SeparateChannels)
        proces.setStandardErrorFile(QProcess.nullDevice())
        proces.readyReadStandardOutput.connect(self._on_antwoord)
        proces.errorOccurred.connect(self._on_fout)
        proces.finished.connect(self._on_einde)
        programma, *woorden = self._opdracht()
        proces.start(programma, woorden)
        return True

    def _on_antwoord(self) -> None:
        while self._proces is not None and self._proces.canReadLine():
            antwoord = json.loads(bytes(self._proces.readLine().data()))
            woorden = self._open.pop(antwoord["nummer"], ())
            self._geduld.stop()
            if self._open:
                self._geduld.start()
            if "suggesties" in antwoord:
                self.gesuggereerd.emit(antwoord["woord"], tuple(antwoord["suggesties"]))
            else:
                self.beoordeeld.emit(woorden, frozenset(antwoord["fout"]))

    def _on_fout(self, fout: QProcess.ProcessError) -> None:
        log.warning("het woordenboek: %s", fout.name)
        self._valt_uit()

    def _on_einde(self) -> None:
        log.warning("het woordenboek is gestopt")
        self._valt_uit()

    def _on_geduld_op(self) -> None:
        log.warning("het woordenboek antwoordt niet")
        self._valt_uit()

    def _valt_uit(self) -> None:
        self.stop()
        self.uitgevallen.emit()
