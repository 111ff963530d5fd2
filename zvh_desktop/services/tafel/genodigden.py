"""Whom the uitnodiging of each partij went to; before it was sent, who was chosen."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from zvh_desktop.models.partij import Contactpersoon
from zvh_desktop.models.uitnodiging import Uitnodiging

Genodigden = Mapping[int, tuple[str, bool]]
"""Per partij the name, and whether that is a mailbox that several people read."""


def genodigden(sessie: Session, overleg_id: int) -> Genodigden:
    """Of each partij with an uitnodiging.

    What was sent keeps the name of then: that person was invited, whatever the register says by now.
    """
    gestuurd = Uitnodiging.gestuurd_email != ""
    rijen = sessie.execute(
        select(
            Uitnodiging.partij_id,
            gestuurd,
            Uitnodiging.gestuurd_naam,
            Uitnodiging.gestuurd_postbus,
            Contactpersoon.naam,
            Contactpersoon.gedeelde_postbus,
        )
        .outerjoin(Contactpersoon, Contactpersoon.id == Uitnodiging.contactpersoon_id)
        .where(Uitnodiging.overleg_id == overleg_id, or_(gestuurd, Contactpersoon.id.is_not(None)))
    )
    return {
        partij_id: (toen, bool(toen_gedeeld)) if weg else (nu, bool(nu_gedeeld))
        for partij_id, weg, toen, toen_gedeeld, nu, nu_gedeeld in rijen
    }
