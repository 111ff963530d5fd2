"""A document that is still to be made, for saving and for printing alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Begin = Callable[[int], None]
"""Told the place of each document before it is made."""


@dataclass(frozen=True)
class TeMaken:
    """What it is and for whom, as the progress window names it."""

    wat: str
    wie: str
