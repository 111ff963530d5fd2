"""What can be taken back at one point of the verslag: who was there, besluiten and acties."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

IdT = TypeVar("IdT")
InvoerT = TypeVar("InvoerT")


class Rij(Generic[IdT]):
    """A besluit or actie, whatever number it has now: taken away and put back it has another."""

    def __init__(self, nummer: IdT) -> None:
        self.nummer: IdT | None = nummer

    def doe(self, handeling: Callable[[IdT], object]) -> None:
        """Do something with it, as long as it is there."""
        if self.nummer is not None:
            handeling(self.nummer)


class Rijen(Generic[IdT]):
    """Everything at this point that an act in the stack is about, so that all acts mean the same row by it."""

    def __init__(self) -> None:
        self._bekend: list[Rij[IdT]] = []

    def met(self, nummer: IdT) -> Rij[IdT]:
        """The row that has this number now."""
        gevonden = next((rij for rij in self._bekend if rij.nummer == nummer), None)
        if gevonden is None:
            gevonden = Rij(nummer)
            self._bekend.append(gevonden)
        return gevonden

    def maak_leeg(self) -> None:
        """Forget them, together with the acts."""
        self._bekend.clear()


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


class Wijziging(Generic[IdT, InvoerT]):
    """Something that was changed in a dialog."""

    def __init__(
        self, tekst: str, rij: Rij[IdT], zet: Callable[[IdT, InvoerT], object], *, nieuw: InvoerT, was: InvoerT
    ) -> None:
        self.tekst = tekst
        self._rij, self._zet = rij, zet
        self._nieuw, self._was = nieuw, was

    def doe(self) -> None:
        """Change it, or change it again."""
        self._rij.doe(partial(self._wordt, self._nieuw))

    def terug(self) -> None:
        """As it was before."""
        self._rij.doe(partial(self._wordt, self._was))

    def _wordt(self, invoer: InvoerT, nummer: IdT) -> None:
        self._zet(nummer, invoer)


class Weghaling(Generic[IdT]):
    """Something that was taken away; put back it is a new row."""

    def __init__(
        self, tekst: str, rij: Rij[IdT], haal_weg: Callable[[IdT], object], voeg_toe: Callable[[], IdT]
    ) -> None:
        self.tekst = tekst
        self._rij = rij
        self._haal_weg, self._voeg_toe = haal_weg, voeg_toe

    def doe(self) -> None:
        """Take it away."""
        self._rij.doe(self._haal_weg)
        self._rij.nummer = None

    def terug(self) -> None:
        """Put it back."""
        self._rij.nummer = self._voeg_toe()


class Toevoeging(Generic[IdT]):
    """Something that was added."""

    def __init__(
        self, tekst: str, rijen: Rijen[IdT], haal_weg: Callable[[IdT], object], voeg_toe: Callable[[], IdT]
    ) -> None:
        self.tekst = tekst
        self._rijen = rijen
        self._rij: Rij[IdT] | None = None
        self._haal_weg, self._voeg_toe = haal_weg, voeg_toe

    def doe(self) -> None:
        """Add it, or add it again."""
        nummer = self._voeg_toe()
        if self._rij is None:
            self._rij = self._rijen.met(nummer)
        self._rij.nummer = nummer

    def terug(self) -> None:
        """Take it away again."""
        if self._rij is not None:
            self._rij.doe(self._haal_weg)
            self._rij.nummer = None
