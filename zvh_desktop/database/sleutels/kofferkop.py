"""What makes a vault a koffer: written in its key file, under the seal of the whole (ADR 0062)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from zvh_desktop.database.sleutels.certificaten import geheel, hexadecimaal, object_met, tekst

KENMERK_LENGTE = 16
"""Bytes, written as hexadecimal."""
IN_KOFFER: Final = "zvh_koffer"
"""Under this name every session of an open koffer says that it is one."""
_VELDEN = ("kenmerk", "verklaring", "tot")


@dataclass(frozen=True, slots=True)
class KofferKop:
    """Which koffer it is, the statement with which it went out, and the last day on which it opens to work in."""

    kenmerk: str
    verklaring: int
    tot: date

    def als_json(self) -> dict[str, object]:
        """How it stands in the key file."""
        return {"kenmerk": self.kenmerk, "verklaring": self.verklaring, "tot": self.tot.isoformat()}


def kofferkop_uit_json(waarde: object) -> KofferKop:
    """Read strictly: unknown, missing or ill-typed fields are a ValueError."""
    velden = object_met(waarde, _VELDEN)
    tot = tekst(velden["tot"])
    kop = KofferKop(
        hexadecimaal(velden["kenmerk"], KENMERK_LENGTE), geheel(velden["verklaring"], 1, 2**53), date.fromisoformat(tot)
    )
    if kop.tot.isoformat() != tot:
        raise ValueError("dag")
    return kop
