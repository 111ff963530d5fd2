"""Places in a text as Qt counts them and as Python does: a sign outside the first plane, an emoji, is two for Qt."""

from __future__ import annotations


def eenheden(tekst: str, plaats: int) -> int:
    """The same place as Qt counts it."""
    return len(tekst[:plaats].encode("utf-16-le", "surrogatepass")) // 2


def tekens(tekst: str, eenheid: int) -> int:
    """The other way round."""
    return len(tekst.encode("utf-16-le", "surrogatepass")[: 2 * eenheid].decode("utf-16-le", "ignore"))
