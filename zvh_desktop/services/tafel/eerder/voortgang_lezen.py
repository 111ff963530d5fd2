"""Read what was said at the points of an overleg about acties of before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from zvh_desktop.models.keuzes import AgendapuntId, PartijId
from zvh_desktop.models.overleg import Agendapunt
from zvh_desktop.models.uitkomst import Actie, Actievoortgang
from zvh_desktop.services.tafel.verslag_gegevens import VoortgangRegel

Voortgangrij = Row[*tuple[Any, ...]]


def voortgangrijen_van(sessie: Session, overleg_id: int) -> Sequence[Voortgangrij]:
    """What was said at an overleg of acties agreed before it."""
    vraag = (
        select(
            Actievoortgang.agendapunt_id, Actievoortgang.voortgang, Actie.id, Actie.omschrijving, Actie.belegd_bij_id
        )
        .join(Actie, Actie.id == Actievoortgang.actie_id)
        .join(Agendapunt, Agendapunt.id == Actievoortgang.agendapunt_id)
        .where(Agendapunt.overleg_id == overleg_id)
        .order_by(Actievoortgang.id)
    )
    return sessie.execute(vraag).all()


def voortgang_per_punt(
    rijen: Iterable[Voortgangrij], namen: Mapping[AgendapuntId, Mapping[PartijId, str]]
) -> Mapping[int, tuple[VoortgangRegel, ...]]:
    """By point; ``namen`` says per point which partijen may be named there."""
    per_punt: dict[int, tuple[VoortgangRegel, ...]] = {}
    for punt_id, voortgang, actie_id, omschrijving, partij_id in rijen:
        naam = namen[punt_id].get(partij_id, "")
        regel = VoortgangRegel(actie_id, omschrijving, partij_id, naam, voortgang)
        per_punt[punt_id] = (*per_punt.get(punt_id, ()), regel)
    return per_punt


def voortgang_voor(regels: tuple[VoortgangRegel, ...]) -> tuple[VoortgangRegel, ...]:
    """What partijen at this point are sent of it: only of acties of who sits there.

    An actie of somebody else was agreed with another table; the regie has all of them in its own notulen.
    """
    return tuple(regel for regel in regels if regel.partij)
