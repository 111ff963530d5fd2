"""What an afgelasting means for the uitnodigingen: who has to hear it, and who heard it.

The rows themselves stay as they were, so that taking the afgelasting back needs to repair nothing. That a partij was
told is said by the copy of what it was sent, and by nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zvh_desktop.models.keuzes import DocumentSoort, OverlegStatus, UitnodigingStatus
from zvh_desktop.models.overleg import Afgelasting, Overleg
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.models.uitnodiging import Uitgegeven, Uitnodiging


def heeft_uitnodiging(rij: Uitnodiging) -> bool:
    """Whether this partij has an uitnodiging that stands: sent, and not withdrawn altogether since."""
    if rij.status == UitnodigingStatus.CONCEPT:  # a next version that did not go out yet
        return bool(rij.gestuurd_email)
    return rij.status in (UitnodigingStatus.VERZONDEN, UitnodigingStatus.IN_TE_TREKKEN)


def verteld(sessie: Session, overleg_id: int) -> Mapping[int, datetime]:
    """Per partij when it was sent that this overleg is called off (naive UTC)."""
    rijen = sessie.execute(
        select(Uitgegeven.partij_id, func.max(Uitgegeven.gemaakt_op))
        .where(Uitgegeven.overleg_id == overleg_id, Uitgegeven.soort == DocumentSoort.AFGELASTING)
        .group_by(Uitgegeven.partij_id)
    )
    return {partij_id: moment for partij_id, moment in rijen if partij_id is not None}


def stand_van(overleg: Overleg, rij: Uitnodiging, al_verteld: Mapping[int, datetime]) -> UitnodigingStatus:
    """How this uitnodiging stands for who looks at it: called off goes before all else."""
    if overleg.status != OverlegStatus.AFGELAST:
        return rij.status
    if rij.partij_id in al_verteld:
        return UitnodigingStatus.INGETROKKEN
    return UitnodigingStatus.IN_TE_TREKKEN if heeft_uitnodiging(rij) else rij.status


def vind_in_afgelastingen(sessie: Session) -> list[str]:
    """Every overleg that says it is called off without an afgelasting, or the other way round."""
    rijen = sessie.execute(
        select(Overleg.datum)
        .outerjoin(Afgelasting, Afgelasting.overleg_id == Overleg.id)
        .where((Overleg.status == OverlegStatus.AFGELAST) != Afgelasting.overleg_id.is_not(None))
        .order_by(Overleg.datum)
    )
    zin = "Of het overleg van {} is afgelast, is buiten het programma om gewijzigd."
    return [zin.format(datum_kort(dag)) for (dag,) in rijen]
