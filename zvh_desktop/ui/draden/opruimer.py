"""Collects garbage in the thread of the window, and only there.

Python collects wherever it happens to be when a threshold is passed. In a worker thread that would destroy
widgets outside the thread they belong to, which ends the process. So the automatic collector is off while the
window is open, and this does its work on a timer.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

PERIODE_MS = 1000
VEEL = 20_000
"""So many new objects in one period are rows of a long list: to look through them holds the window up, for nothing."""


class Opruimer(QObject):
    """Takes over from the automatic collector until it is stopped."""

    def __init__(self, ouder: QObject | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("opruimer")
        self._drempels = gc.get_threshold()
        self._apart = False
        self._wekker = QTimer(self)
        self._wekker.setInterval(PERIODE_MS)
        self._verbind()

    def _verbind(self) -> None:
        self._wekker.timeout.connect(self.ruim_op)

    def begin(self) -> None:
        """Turn the automatic collector off and take over."""
        gc.disable()
        self._wekker.start()

    def zet_apart(self) -> None:
        """Look no more at what is there now: once every module has been loaded, it stays until the end.

        Going through all of it again would make the window stand still each time.
        """
        self._apart = True
        gc.freeze()

    def stop(self) -> None:
        """Hand back to the automatic collector."""
        self._wekker.stop()
        if self._apart:
            gc.unfreeze()
        gc.enable()

    def ruim_op(self) -> None:
        """Collect the oldest generation that has passed its threshold; the young ones go along with it.

        After a long list was read what is there now is set apart. Its rows hold no cycle: they go when nobody has them
        any more. Of what else came in that second, a cycle stays until the lock, which ends the process.
        """
        if self._apart and gc.get_count()[0] > VEEL:
            gc.freeze()
            return
        for generatie in (2, 1, 0):
            if gc.get_count()[generatie] > self._drempels[generatie]:
                gc.collect(generatie)
                return
