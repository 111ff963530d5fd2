"""Members of a meeting without casussen by their partij, for tests in which each partij has one seat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from zvh_desktop.models.bestuurskeuzes import Stem
from zvh_desktop.models.keuzes import LidId, OverlegId, PartijId
from zvh_desktop.services.bestuur.gegevens import LidInvoer
from zvh_desktop.services.bestuur.ledenbeheer import LedenService
from zvh_desktop.services.bestuur.overleggen import OverleggenService
from zvh_desktop.services.werkplek.werkplek import Werkplek


def lid_van(werkplek: Werkplek, overleg_id: OverlegId, partij_id: PartijId) -> LidId:
    """The seat of this partij, or one that does not exist."""
    leden = OverleggenService(werkplek).toon(overleg_id).leden
    return next((lid.id for lid in leden if lid.partij_id == partij_id), LidId(0))


def zet_leden(werkplek: Werkplek, overleg_id: OverlegId, partijen: Sequence[PartijId]) -> None:
    """Make exactly these partijen the members; a seat of a function alone goes, a seat of such a partij stays."""
    LedenService(werkplek).zet(overleg_id, partijen)


def alleen_partijen(werkplek: Werkplek, overleg_id: OverlegId, partijen: Sequence[PartijId]) -> None:
    """The same without what the composition of the house gave: one seat per partij, with a vote."""
    LedenService(werkplek).zet(overleg_id)
    LedenService(werkplek).zet(overleg_id, partijen)


def wijzig_lid(werkplek: Werkplek, overleg_id: OverlegId, partij_id: PartijId, invoer: LidInvoer) -> None:
    """Record what is known of the seat of this partij."""
    LedenService(werkplek).wijzig(lid_van(werkplek, overleg_id, partij_id), invoer)


def per_zetel(werkplek: Werkplek, overleg_id: OverlegId, stemmen: Mapping[PartijId, Stem]) -> dict[LidId, Stem]:
    """The votes of these partijen as those of their seats."""
    return {lid_van(werkplek, overleg_id, partij_id): stem for partij_id, stem in stemmen.items()}
