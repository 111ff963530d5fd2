"""What can be asked of the order of an agenda."""

from __future__ import annotations

from enum import StrEnum
from typing import NewType

OrdewensId = NewType("OrdewensId", int)


class WensSoort(StrEnum):
    """About a casus: where it stands or when it begins. About a partij: when it can be there and how waiting counts."""

    EERST = "eerst"
    LAATST = "laatst"
    VOOR = "voor"
    OM = "om"
    VANAF = "vanaf"
    TOT = "tot"
    TELT = "telt"


VAN_PARTIJ = frozenset({WensSoort.VANAF, WensSoort.TOT, WensSoort.TELT})
"""What is asked for a partij; the rest is asked for a casus."""
