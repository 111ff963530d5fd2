"""The rule of the convenant behind what is refused or needed, in the words that every screen uses for it."""

from __future__ import annotations

from typing import Protocol

REGEL_VRAAG = "Wat zegt de regel?"


class MetRegel(Protocol):
    """A refusal, or a line of what is still needed; ``regeltekst`` is empty when no rule is behind it."""

    @property
    def artikel(self) -> str:
        """The article of this house, as it is shown."""

    @property
    def regeltekst(self) -> str:
        """What it says, in plain Dutch."""


def regel_zin(bron: MetRegel) -> str:
    """The rule in plain Dutch with the article of this house; empty when no rule is behind this."""
    if not bron.regeltekst:
        return ""
    return f"De regel ({bron.artikel}): {bron.regeltekst}" if bron.artikel else f"De regel: {bron.regeltekst}"


def regel_naam(bron: MetRegel) -> str:
    """The question on the button with the article that it is about, for who cannot see beside what it stands."""
    return f"{REGEL_VRAAG} ({bron.artikel})" if bron.artikel else REGEL_VRAAG
