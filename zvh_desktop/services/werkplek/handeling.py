"""An act under way, and which rows it wrote: by table and number, with what they hang on by the foreign keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import event, inspect
from sqlalchemy.orm import Session

from zvh_desktop.models.base import Base
from zvh_desktop.models.keuzes import Rol

Plek = tuple[str, int]
"""A table, and the number of a row in it."""


@dataclass(slots=True)
class Handeling:
    """One act under way: its session, and what the log line will name."""

    sessie: Session
    object_soort: str
    object_ids: tuple[str, ...] = ("",)
    rol: Rol | None = None

    def raakt(self, *object_ids: int | str) -> None:
        """Name the object that the log is about, or each of them: a line for each. An id or a casusnummer, no name."""
        self.object_ids = tuple(str(object_id) for object_id in object_ids)


def onthoud_geschreven(sessie: Session) -> set[Plek]:
    """Fills with what is written in this session from now on; what is written past the unit of work is not seen."""
    plekken: set[Plek] = set()

    def onthoud(_sessie: Session, _flush: object) -> None:
        # At once: an object may be expired or gone by the time that anybody asks.
        for deel in (sessie.new, sessie.dirty, sessie.deleted):
            for rij in deel:
                plekken.update(_plekken(rij))

    event.listen(sessie, "after_flush", onthoud)
    return plekken


def verwijzingen(rij: Base) -> Iterator[Plek]:
    """What this row points at, of what was read of it: nothing is fetched for this."""
    soort, gelezen = inspect(type(rij)), inspect(rij).dict
    for kolom in soort.columns:
        for verwijzing in kolom.foreign_keys:
            waarde = gelezen.get(soort.get_property_by_column(kolom).key)
            if verwijzing.column.name == "id" and isinstance(waarde, int):
                yield verwijzing.column.table.name, waarde


def _plekken(rij: Base) -> Iterator[Plek]:
    soort, gelezen = inspect(type(rij)), inspect(rij).dict
    sleutels = [gelezen.get(soort.get_property_by_column(kolom).key) for kolom in soort.primary_key]
    if len(sleutels) == 1 and isinstance(sleutels[0], int):
        yield type(rij).__tablename__, sleutels[0]
    yield from verwijzingen(rij)
