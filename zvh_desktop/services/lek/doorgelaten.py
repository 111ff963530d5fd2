"""Which texts were made for whom since this vault was opened, so that noting that one went asks nothing twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from zvh_desktop.services.lek.bestemming import Bestemming

MEESTE: Final = 20_000
"""So many are remembered, and then those that were made first are forgotten: whoever notes one of them is asked."""

Plaatsen = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Kenmerk:
    """A text by its digest (of reader, casus and text), and what that reader was taken to know.

    The same reader may know more in one letter than in another: what was no question there is one here.
    """

    digest: str
    erbij: frozenset[int]
    mensen: frozenset[int]
    eigen: frozenset[str]
    hele_tafel: bool

    @classmethod
    def van(cls, digest: str, aan: Bestemming) -> Kenmerk:
        """Of this text, as it is judged for this reader."""
        return cls(digest, aan.erbij, aan.mensen, aan.eigen, aan.hele_tafel)


class Doorgelaten:
    """With what was cut out of each. Nothing of it is kept: after the next login noting asks."""

    def __init__(self) -> None:
        self._teksten: dict[Kenmerk, Plaatsen] = {}

    def weggelaten(self, kenmerk: Kenmerk) -> Plaatsen | None:
        """Where it was cut when it was made; None of a text that was not made here."""
        return self._teksten.get(kenmerk)

    def onthoud(self, teksten: Mapping[Kenmerk, Plaatsen]) -> None:
        """Everything in this packet was looked at, and nothing in it waits for a choice."""
        self._teksten.update(teksten)
        for oud in list(self._teksten)[:-MEESTE]:
            self._teksten.pop(oud, None)
