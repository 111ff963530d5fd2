"""Acts at the table with their way back, as the undo of the window wants them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

WasT = TypeVar("WasT")


class Tafelhandeling(Generic[WasT]):
    """Something the chair did; the service gives what it takes to go back."""

    def __init__(
        self,
        tekst: str,
        doe: Callable[[], WasT],
        terug: Callable[[WasT], object],
        *,
        verder: bool = False,
    ) -> None:
        self.tekst = tekst
        self.verder = verder
        """Whether the table goes on with the next point by it."""
        self._doe, self._terug = doe, terug
        self._was: list[WasT] = []

    def doe(self) -> None:
        """Do it, or do it again."""
        self._was = [self._doe()]

    def terug(self) -> None:
        """Undo it."""
        for was in self._was:
            self._terug(was)
        self._was = []
