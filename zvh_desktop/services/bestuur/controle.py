"""Look over the meetings without casussen: no casus may stand there."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.models.casus import Casus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.services.werkplek.werkplek import Werkplek


def vind_in_overleggen(werkplek: Werkplek, sessie: Session) -> Iterator[str]:
    """Every finding as a sentence, without the name of a person or a partij."""
    for overleg in sessie.scalars(select(Overleg).order_by(Overleg.id)):
        soort = werkplek.overlegsoort_van(sessie, overleg)
        if overleg.casuistiek != soort.casuistiek:
            yield f"Het overleg van {datum_kort(overleg.datum)} staat bij het verkeerde soort overleg."
        if not soort.casuistiek:
            nummers = sessie.scalars(
                select(Casus.nummer)
                .join(Agendapunt, Agendapunt.casus_id == Casus.id)
                .where(Agendapunt.overleg_id == overleg.id)
                .order_by(Casus.nummer)
            )
            for nummer in nummers:
                yield f"Casus {nummer} staat op de agenda van {datum_kort(overleg.datum)}. Daar hoort geen casus."
