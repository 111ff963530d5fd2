"""Who gets an uitnodiging for an overleg, and a first one for who has none yet."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.keuzes import UitnodigingAntwoord, UitnodigingStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.uitnodiging import Uitnodiging
from zvh_desktop.services.uitnodigen.ontvanger import geschikt_contact


def met_contacten(sessie: Session, overleg: Overleg) -> Sequence[Partij]:
    """Everyone with a seat, whether it holds or not, with its contactpersonen."""
    aan_tafel = (
        select(Deelname.partij_id)
        .join(Agendapunt, Agendapunt.id == Deelname.agendapunt_id)
        .where(Agendapunt.overleg_id == overleg.id)
    )
    met = select(Partij).where(Partij.id.in_(aan_tafel)).options(selectinload(Partij.contactpersonen))
    return sessie.scalars(met).all()


def nieuwe_uitnodiging(overleg: Overleg, partij: Partij, nu: datetime) -> Uitnodiging:
    """For the first contactpersoon that can get it. ``nu`` is as stored: naive UTC."""
    gekozen = geschikt_contact(partij, overleg.soort)
    return Uitnodiging(
        overleg_id=overleg.id,
        partij_id=partij.id,
        contactpersoon_id=gekozen.id if gekozen else None,
        uid=f"{uuid.uuid4()}@casustafel.invalid",
        volgnummer=0,
        status=UitnodigingStatus.CONCEPT,
        gemaakt_op=nu,
        antwoord=UitnodigingAntwoord.GEEN,
        antwoord_opmerking="",
    )
