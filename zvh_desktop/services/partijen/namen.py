"""Whether the name of a partij is taken, or reads like that of another."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from zvh_desktop.models.partij import Partij
from zvh_desktop.models.vouwing import gevouwen
from zvh_desktop.services.werkplek.invoer import vraag_of_bedoeld


def naam_bezet(sessie: Session, kolom: InstrumentedAttribute[str], waarde: str, behalve: int) -> str | None:
    """The name of another partij that reads the same, or None. A server cannot compare them: it does not read them."""
    gezocht = gevouwen(waarde)
    anderen = sessie.scalars(select(kolom).where(Partij.id != behalve))
    return next((naam for naam in anderen.all() if gevouwen(naam) == gezocht), None)


def vraag_of_gelijkend(sessie: Session, partij: Partij, gezien: Collection[str]) -> None:
    """Raise LijktOp when the name is read as that of another partij than those the user was told of (``gezien``)."""
    with sessie.no_autoflush:
        anderen = sessie.execute(select(Partij.naam, Partij.kort).where(Partij.id != partij.id)).all()
    vraag_of_bedoeld("naam", partij.naam, (naam for naam, _ in anderen), gezien)
    vraag_of_bedoeld("kort", partij.kort, (kort for _, kort in anderen), gezien)
