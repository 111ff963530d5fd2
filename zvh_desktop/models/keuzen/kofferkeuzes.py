"""How a tafelkoffer stands, and what was done with a point that it brought back."""

from __future__ import annotations

from enum import StrEnum
from typing import NewType

KofferId = NewType("KofferId", int)


class KofferStand(StrEnum):
    """In the office a koffer is out, back, or withdrawn; in the koffer itself it is on the road."""

    UIT = "uit"
    ONDERWEG = "onderweg"
    TERUG = "terug"
    INGETROKKEN = "ingetrokken"
    NAGEKOMEN = "nagekomen"
    """Withdrawn, and turned up after all."""


class KofferpuntLot(StrEnum):
    """A point of what came back: taken over, or kept beside what the office has."""

    OVERGENOMEN = "overgenomen"
    ERNAAST = "ernaast"


class Verandering(StrEnum):
    """What happened to a row on the road."""

    NIEUW = "nieuw"
    ANDERS = "anders"
    WEG = "weg"
