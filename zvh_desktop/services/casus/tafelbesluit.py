"""The besluit of an overleg on which a later decision about the casus rests: it stands in a vastgesteld verslag."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.models.keuzes import VerslagStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.profiel.huisprofiel import BesluitGevolg
from zvh_desktop.models.uitkomst import Besluit
from zvh_desktop.services.werkplek.werkplek import Werkplek


def besluit_uit_verslag(
    werkplek: Werkplek, sessie: Session, casus_id: int, gevolg: BesluitGevolg, *, behalve: Collection[int] = ()
) -> tuple[Besluit, Overleg] | None:
    """The newest besluit with this consequence, and the overleg that took it; None while there is none.

    Only the usual overleg with casuïstiek takes such a besluit: that is the one which the convenanten name for it. What
    another kind of meeting says about it is advice.
    ``behalve`` leaves out besluiten on which something else rests already.
    """
    soorten = [b.sleutel for b in werkplek.profiel.besluiten_tot(gevolg)]
    gevonden = sessie.execute(
        select(Besluit, Overleg)
        .join(Agendapunt, Agendapunt.id == Besluit.agendapunt_id)
        .join(Overleg, Overleg.id == Agendapunt.overleg_id)
        .where(
            Besluit.casus_id == casus_id,
            Besluit.soort.in_(soorten),
            Overleg.soort == werkplek.profiel.hoofdoverleg.sleutel,
            Besluit.id.not_in(behalve),
            Overleg.verslag_status == VerslagStatus.VASTGESTELD,
        )
        .order_by(Overleg.datum.desc(), Besluit.id.desc())
        .limit(1)
    ).first()
    return (gevonden[0], gevonden[1]) if gevonden is not None else None
