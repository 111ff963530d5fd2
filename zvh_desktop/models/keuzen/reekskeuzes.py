"""How an overleg comes back."""

from __future__ import annotations

from enum import StrEnum


class Herhaling(StrEnum):
    """After how long; the last two are always on the same day of the week."""

    WEEK = "week"
    TWEE_WEKEN = "twee weken"
    VIER_WEKEN = "vier weken"
    VAN_DE_MAAND = "zoveelste van de maand"
    LAATSTE_VAN_DE_MAAND = "laatste van de maand"
