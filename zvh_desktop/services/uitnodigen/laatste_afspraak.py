"""When and where a partij was asked to come last: what stands in its calendar, whatever the plan says by now."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.documents.agenda_ics import Agendamoment, lees_afspraak
from zvh_desktop.models.keuzes import DocumentSoort
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.uitnodiging import Uitgegeven, Uitnodiging
from zvh_desktop.services.uitnodigen.stukken import moment_van
from zvh_desktop.services.werkplek.klok import AMSTERDAM

_AFSPRAKEN = (DocumentSoort.UITNODIGING_ICS, DocumentSoort.INTREKKING_ICS)


def laatste_afspraak(sessie: Session, overleg: Overleg, rij: Uitnodiging) -> Agendamoment:
    """From the newest copy; from the plan where nothing went out."""
    inhoud = sessie.scalars(
        select(Uitgegeven.inhoud)
        .where(
            Uitgegeven.overleg_id == overleg.id,
            Uitgegeven.partij_id == rij.partij_id,
            Uitgegeven.soort.in_(_AFSPRAKEN),
        )
        .order_by(Uitgegeven.id.desc())
        .limit(1)
    ).first()
    if inhoud is not None:
        return lees_afspraak(inhoud)
    return Agendamoment(moment_van(overleg, overleg.begin), moment_van(overleg, overleg.einde), overleg.plaats)


def dag_van(afspraak: Agendamoment) -> date:
    """The day in the Netherlands."""
    return afspraak.begin.astimezone(AMSTERDAM).date()
