"""Lists among the settings of the house that are kept per account: how they are read, written and let go.

A key with ":" stays at home (database/koffer/reis.py); no account is named in a key, which a server reads (ADR 0093).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from sqlalchemy.orm import Session

from zvh_desktop.models.instelling import EIGEN_BLOKKEN, EIGEN_WEERGAVEN, Instelling

_VAN_IEDER: Final = (EIGEN_BLOKKEN, EIGEN_WEERGAVEN)


def lees_bewaard(sessie: Session, sleutel: str) -> dict[str, object]:
    """What was kept; what somebody else wrote there and is no list, is none."""
    rij = sessie.get(Instelling, sleutel)
    try:
        bewaard = json.loads(rij.waarde) if rij is not None else {}
    except ValueError:
        return {}
    return bewaard if isinstance(bewaard, dict) else {}


def leg_neer(sessie: Session, sleutel: str, inhoud: Mapping[str, object]) -> None:
    """Keep it under this name."""
    sessie.merge(Instelling(sleutel=sleutel, waarde=json.dumps(inhoud, ensure_ascii=False, sort_keys=True)))


def heeft_iets_eigens(sessie: Session, account: str) -> bool:
    """Whether an account of this name kept anything for itself."""
    return any(account in lees_bewaard(sessie, sleutel) for sleutel in _VAN_IEDER)


def vergeet_wat_eigen_is(sessie: Session, account: str) -> None:
    """Of an account that goes, or begins: who gets its name later has nothing of it."""
    for sleutel in _VAN_IEDER:
        eigen = lees_bewaard(sessie, sleutel)
        if eigen.pop(account, None) is not None:
            leg_neer(sessie, sleutel, eigen)
