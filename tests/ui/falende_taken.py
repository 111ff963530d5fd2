"""Tasks of which every call fails, to try what a window then says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from zvh_desktop.ui.draden.taken import Taak, Taken

ONVERWACHT = "Er ging iets mis in het programma."


class FalendeTaken(Taken):
    """Lets every call fail with this, in the thread in which it would have run; None lets it do its work."""

    fout: Exception | None = None

    def _begin(self, taak: Taak, functie: Callable[[], object], gelukt: Any, mislukt: Any) -> None:
        super()._begin(taak, self._breek if self.fout is not None else functie, gelukt, mislukt)

    def _breek(self) -> object:
        assert self.fout is not None
        raise self.fout
