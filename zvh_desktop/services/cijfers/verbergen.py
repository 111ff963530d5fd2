"""Which numbers are held back, so that nothing from 1 to 4 can be read or worked out. ADR 0056 has the proof.

What is given out of one figure is a tree: the year, below it either its quarters or one division, and below a cell
of a division the division of that cell. Two divisions of the same figure share nothing but the total above them. So
each level can be judged on its own, as a row of numbers of which the sum may be known.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Final, TypeVar

S = TypeVar("S", bound=Hashable)

ONDERGRENS: Final = 5
"""The smallest number that is told; nought is told too where nothing hides behind it."""


def is_klein(waarde: int) -> bool:
    """Whether this number is about so few that it is never told."""
    return 0 < waarde < ONDERGRENS


def te_verbergen(delen: Mapping[S, int]) -> frozenset[S]:
    """Which parts of a known whole are held back.

    Everything up to a certain height, so that the answer rests on the numbers and never on whose they are: exchange
    two of the parts that are held back and exactly the same is given out. The height rises until the rest is no small
    number itself, is no single part, and can be divided in more than one way.
    """
    if not any(is_klein(waarde) for waarde in delen.values()):
        return frozenset()
    hoogten = sorted({ONDERGRENS - 1} | {waarde for waarde in delen.values() if waarde >= ONDERGRENS})
    for hoogte in hoogten:
        weg = {deel: waarde for deel, waarde in delen.items() if 0 < waarde <= hoogte}
        if _is_te_verdelen(sum(weg.values()), len(weg), alleen_kleine=hoogte < ONDERGRENS):
            return frozenset(weg)
    return frozenset(deel for deel, waarde in delen.items() if waarde)


def jaar_mag_bij(jaar: int, kwartalen: Mapping[S, int | None]) -> bool:
    """Whether a year may be told when its quarters were told before it; None was held back because it was small.

    What the year says more is the sum of what was held back. Each of those is known to be at most 4.
    """
    rest = jaar - sum(waarde for waarde in kwartalen.values() if waarde is not None)
    verborgen = sum(waarde is None for waarde in kwartalen.values())
    return not is_klein(jaar) and (rest == 0 or _is_te_verdelen(rest, verborgen, alleen_kleine=True))


def _is_te_verdelen(som: int, aantal: int, *, alleen_kleine: bool) -> bool:
    """Whether a known sum of hidden numbers says of none of them what it is, and is no small number itself.

    Small ones lie from 1 to 4: were they all 1 or all 4, their sum would say so.
    """
    if aantal < 2 or som < ONDERGRENS:
        return False
    return not alleen_kleine or aantal < som < (ONDERGRENS - 1) * aantal


def aandeel_in_tienen(deel: int, geheel: int) -> int | None:
    """A share in steps of ten percent, None when it is about fewer than twenty.

    The whole is never told beside it. From twenty on each step holds at least two possible numbers, or is nought.
    """
    if geheel < 4 * ONDERGRENS:
        return None
    return 10 * ((20 * deel + geheel) // (2 * geheel)) if deel else 0


def middelste(aantallen: Mapping[int, int]) -> int | None:
    """The middle one of what was measured, None when that is about fewer than five. How many is never told."""
    geheel = sum(aantallen.values())
    if geheel < ONDERGRENS:
        return None
    gezien = 0
    for waarde in sorted(aantallen):
        gezien += aantallen[waarde]
        if 2 * gezien >= geheel:
            return waarde
    return None
