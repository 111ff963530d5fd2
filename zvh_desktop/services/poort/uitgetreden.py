"""Since when a partij takes part no more: what the register says, and what was signed.

The register is edited by hand, and by whoever has the key of the database; a signed leaving is not undone by that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.models.bestuurskeuzes import TrajectSoort, TrajectStand
from zvh_desktop.models.keuzes import VerklaringSoort
from zvh_desktop.models.partij import Partij

_OVER = "partij"


def over_vertrek(partij_ids: Iterable[int]) -> tuple[VerklaringSoort, str, Iterable[int]]:
    """What was signed about the coming and going of these partijen, for ``Inzicht.lees_vooruit``."""
    return VerklaringSoort.SAMENWERKING, _OVER, partij_ids


def uitgetreden_op(sessie: Session, partij: Partij) -> date | None:
    """The first of both days; coming back counts when that was signed as well. Raises HandtekeningOnjuist."""
    getekend: date | None = None
    for gevonden in inzicht(sessie).over(VerklaringSoort.SAMENWERKING, _OVER, partij.id):
        if gevonden.inhoud.get("stand") == TrajectStand.AFGEROND:
            komt = gevonden.inhoud.get("soort") == TrajectSoort.TOETREDING
            ingang = gevonden.inhoud.get("ingang")
            getekend = date.fromisoformat(ingang) if isinstance(ingang, str) and not komt else None
    return min((dag for dag in (partij.uitgetreden_op, getekend) if dag is not None), default=None)


def vind_in_uittreden(sessie: Session) -> Iterator[str]:
    """Every partij of which the register says later, or not at all, that it left."""
    for partij in sessie.scalars(select(Partij).order_by(Partij.id)):
        if uitgetreden_op(sessie, partij) != partij.uitgetreden_op:
            yield f"Sinds wanneer partij nr. {partij.id} niet meer meedoet, is in het register anders dan ondertekend."
