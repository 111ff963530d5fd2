"""What can be taken back at one point of the verslag: who was there, besluiten and acties."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

IdT = TypeVar("IdT")


class Omzetting:
    """One thing that was set, and how it was before."""

    def __init__(self, tekst: str, doe: Callable[[], object], terug: Callable[[], object]) -> None:
        self.tekst = tekst
        self._doe, self._terug = doe, terug

    def doe(self) -> None:
        """Set it, or set it again."""
        self._doe()

    def terug(self) -> None:
        """As it was before."""
        self._terug()


class Weghaling(Generic[IdT]):
    """Something that was taken away; put back it is a new row, so redo takes that one away."""

    def __init__(self, tekst: str, wat: IdT, haal_weg: Callable[[IdT], object], voeg_toe: Callable[[], IdT]) -> None:
        self.tekst = tekst
        self._wat = wat
        self._haal_weg, self._voeg_toe = haal_weg, voeg_toe

    def doe(self) -> None:
        """Take it away."""
        self._haal_weg(self._wat)

    def terug(self) -> None:
        """Put it back."""
        self._wat = self._voeg_toe()


class Toevoeging(Generic[IdT]):
    """Something that was added."""

    def __init__(self, tekst: str, haal_weg: Callable[[IdT], object], voeg_toe: Callable[[], IdT]) -> None:
        self.tekst = tekst
        self._wat: IdT | None = None
        self._haal_weg, self._voeg_toe = haal_weg, voeg_toe

    def doe(self) -> None:
        """Add it."""
        self._wat = self._voeg_toe()

    def terug(self) -> None:
        """Take it away again."""
        if self._wat is not None:
            self._haal_weg(self._wat)
            self._wat = None
