"""What a backup says about itself in kopie.json: of which vault it is, when it was made, and why.

Readable without a password, for the login of a vault that cannot be opened any more; so there is nothing in it about
anybody. It is a sign on the box, not a proof: what is in it is proven by opening.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum


class Kopiesoort(StrEnum):
    """Why a backup was made."""

    HAND = "hand"
    VANZELF = "vanzelf"
    BIJWERKEN = "bijwerken"
    """Before the database got a newer form."""


@dataclass(frozen=True, slots=True)
class Kopiekenmerk:
    """The sign on one backup; ``gemaakt`` in UTC."""

    kluis_id: str
    gemaakt: datetime
    soort: Kopiesoort

    def als_json(self) -> dict[str, object]:
        """How it is written."""
        moment = self.gemaakt.astimezone(UTC).replace(microsecond=0)
        return {"kluis": self.kluis_id, "gemaakt": moment.isoformat(), "soort": self.soort.value}

    @classmethod
    def uit_json(cls, waarde: object) -> Kopiekenmerk | None:
        """What stood there; None when it is not this. A backup of an earlier version has none."""
        if not isinstance(waarde, dict):
            return None
        try:
            gemaakt = datetime.fromisoformat(waarde["gemaakt"])
            soort, kluis = Kopiesoort(waarde["soort"]), waarde["kluis"]
        except (KeyError, TypeError, ValueError):
            return None
        return cls(kluis, gemaakt, soort) if isinstance(kluis, str) and gemaakt.tzinfo is not None else None
