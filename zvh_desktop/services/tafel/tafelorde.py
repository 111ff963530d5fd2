"""The points of an overleg: as agreed, and as they came at the table. What was added there is in the second alone."""

from __future__ import annotations

from zvh_desktop.models.overleg import Agendapunt, Overleg


def op_agenda(overleg: Overleg) -> list[Agendapunt]:
    """The points of the agenda that got akkoord, in its order: what was sent, and what stays so."""
    return [punt for punt in overleg.agendapunten if not punt.ter_tafel]


def aan_tafel(overleg: Overleg) -> list[Agendapunt]:
    """Every point in the order of the table."""
    return sorted(overleg.agendapunten, key=_plaats)


def _plaats(punt: Agendapunt) -> tuple[int, int]:
    return (punt.volgorde if punt.tafel_volgorde is None else punt.tafel_volgorde, punt.id)
