"""Where the cursor stood in the agenda builder, to come back to after unlocking."""

from __future__ import annotations

from dataclasses import dataclass

from zvh_desktop.models.keuzes import AgendapuntId, PartijId


@dataclass(frozen=True, slots=True)
class VoorbereidStand:
    """The cell, and whether all partijen were shown."""

    punt_id: AgendapuntId | None
    partij_id: PartijId | None
    alle: bool
