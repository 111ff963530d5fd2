"""Which texts were made for whom since this vault was opened, so that noting that one went asks nothing twice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

MEESTE: Final = 20_000
"""So many are remembered, and then those that were made first are forgotten: whoever notes one of them is asked."""


class Doorgelaten:
    """By the digest of reader, casus and text. Nothing of it is kept: after the next login noting asks."""

    def __init__(self) -> None:
        self._digests: dict[str, None] = {}

    def __contains__(self, digest: str) -> bool:
        return digest in self._digests

    def onthoud(self, digests: Iterable[str]) -> None:
        """Everything in this packet was looked at, and nothing in it waits for a choice."""
        self._digests.update(dict.fromkeys(digests))
        for oud in list(self._digests)[:-MEESTE]:
            self._digests.pop(oud, None)
