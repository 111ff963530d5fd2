"""A proposal for the order of casussen: as few partijen as possible have to come and go."""

from __future__ import annotations

from collections.abc import Mapping

from zvh_desktop.models.keuzes import AgendapuntId, PartijId


def stel_volgorde_voor(stoelen: Mapping[AgendapuntId, frozenset[PartijId]]) -> list[AgendapuntId]:
    """Order points by their seats: start with the fullest, then each time the one that changes least.

    A greedy walk, not the best of all orders: a table has some ten casussen and this is a proposal that the
    procesregisseur can change. Ties keep the order that was given.
    """
    over = list(stoelen)
    if not over:
        return []
    eerste = max(over, key=lambda punt: len(stoelen[punt]))
    volgorde = [eerste]
    over.remove(eerste)
    while over:
        aan_tafel = stoelen[volgorde[-1]]
        volgende = min(over, key=lambda punt: len(aan_tafel ^ stoelen[punt]))
        volgorde.append(volgende)
        over.remove(volgende)
    return volgorde
