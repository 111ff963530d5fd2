"""What is remembered in the vault of its own backups: for Vandaag, that may not look at a disk after every act."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from zvh_desktop.models.instelling import KOPIE_PLAATS

LAATST: Final = "kopie_laatst"
ELDERS: Final = "kopie_elders"
TOT: Final = "kopie_tot"
MISLUKT: Final = "kopie_mislukt"
HOUD: Final = "kopie_houd"
OPZIJ: Final = "kopie_opzij"
ALLE: Final = (LAATST, ELDERS, TOT, MISLUKT, HOUD, OPZIJ, KOPIE_PLAATS)
STANDAARD_HOUD: Final = 14
TE_OUD_DAGEN: Final = 7
"""A good backup older than this, while work went on, is said on Vandaag."""


@dataclass(frozen=True, slots=True)
class Kopiestand:
    """The last good backup, and the last on another disk; up to which line of the log; since when it fails."""

    laatst: datetime | None = None
    elders: datetime | None = None
    tot: int = 0
    mislukt: datetime | None = None
    houd: int = STANDAARD_HOUD
    opzij: int = 0
    """How many vaults stand beside this one that were replaced."""
    plaats: str = ""

    @classmethod
    def uit(cls, rijen: Mapping[str, str]) -> Kopiestand:
        """From the settings of the vault; what cannot be read was never known."""
        return cls(
            laatst=_moment(rijen.get(LAATST, "")),
            elders=_moment(rijen.get(ELDERS, "")),
            tot=_getal(rijen.get(TOT, ""), 0),
            mislukt=_moment(rijen.get(MISLUKT, "")),
            houd=_getal(rijen.get(HOUD, ""), STANDAARD_HOUD),
            opzij=_getal(rijen.get(OPZIJ, ""), 0),
            plaats=rijen.get(KOPIE_PLAATS, ""),
        )


def _moment(waarde: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(waarde)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def _getal(waarde: str, anders: int) -> int:
    return int(waarde) if waarde.isascii() and waarde.isdigit() else anders
