"""Rows that were there before rows of their kind were signed: which those are is signed once, and no others count.

A new vault says so in the statement that takes down its roles; a vault from before signs it at the first opening by a
procesregisseur. Only the first such statement counts, so nobody adds a row to it later.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlalchemy.orm import Session

from zvh_desktop.database.keten.geverifieerd import bewaard_van_eerder, inzicht
from zvh_desktop.database.keten.inzichten import Inzicht
from zvh_desktop.models.keuzes import VerklaringSoort

BEGIN: Final = "begin"
"""The key by which the statement of an older vault is found, with 1 under it."""


def lees_van_eerder(sessie: Session, sleutel: str) -> Mapping[int, str] | None:
    """The rows under this key, each with its stempel; None where nobody took them down yet.

    Raises HandtekeningOnjuist.
    """
    bewaard = bewaard_van_eerder(sessie)
    if sleutel not in bewaard:
        gevonden = _inhoud(inzicht(sessie), sleutel)
        if gevonden is None:
            return None
        bewaard[sleutel] = dict(gevonden)  # type: ignore[call-overload]
    return bewaard[sleutel]


def _inhoud(zicht: Inzicht, sleutel: str) -> object | None:
    zicht.eis_heel()
    rollen = zicht.een(VerklaringSoort.ROLLEN, zicht.rolstand.nummer) if zicht.rolstand.begonnen else None
    if rollen is not None and sleutel in rollen.inhoud:
        return rollen.inhoud[sleutel]
    begin = zicht.over(VerklaringSoort.VAN_EERDER, BEGIN, 1)
    return begin[0].inhoud.get(sleutel) if begin else None
