"""Put a casus on an agenda, within a transaction: asked one at a time, and for a whole tafel that is moved."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import OverlegStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.triage import Triage
from zvh_desktop.services.casus.fasen import eis_delen_toegestaan
from zvh_desktop.services.poort.gesloten import eis_lopend, eis_niet_afgelast
from zvh_desktop.services.regelboek.bestuur import geen_casus_buiten_operationeel
from zvh_desktop.services.tafel.agenda_gegevens import MINUTEN_PER_CASUS
from zvh_desktop.services.werkplek.werkplek import Werkplek


def eis_te_wijzigen(overleg: Overleg) -> None:
    """Raise GebruikersFout unless this is an agenda that can still be changed."""
    if not overleg.casuistiek:
        raise GebruikersFout("Op dit overleg staan geen casussen. U vindt het bij Overleggen.")
    eis_niet_afgelast(overleg)
    if overleg.status not in (OverlegStatus.CONCEPT, OverlegStatus.AKKOORD_GEVRAAGD):
        raise GebruikersFout(
            "De agenda heeft al akkoord en ligt daarom vast.",
            advies="Kies Terug naar concept om te wijzigen; daarna vraagt u opnieuw akkoord.",
        )


def zet_casus_op_agenda(werkplek: Werkplek, sessie: Session, overleg: Overleg, casus: Casus) -> Agendapunt:
    """A new point at the end of the agenda, with doel and thema's from the triage of this casus.

    Raises RegelGeweigerd: ``geen_casus_buiten_operationeel`` and ``geen_verstrekking_voor_overleg``; InvoerOngeldig.
    """
    profiel = werkplek.profiel_van(sessie, overleg)
    geen_casus_buiten_operationeel(profiel, profiel.overlegsoort(overleg.soort), casusnummer=casus.nummer)
    eis_te_wijzigen(overleg)
    eis_lopend(casus, "Deze casus kan niet meer op een agenda.")
    if any(punt.casus_id == casus.id for punt in overleg.agendapunten):
        raise InvoerOngeldig("casus", f"Casus {casus.nummer} staat al op deze agenda.")
    eis_delen_toegestaan(werkplek, casus)
    triage = sessie.scalars(select(Triage).filter_by(casus_id=casus.id)).first()
    punt = Agendapunt(
        overleg=overleg,
        casus_id=casus.id,
        volgorde=len(overleg.agendapunten),
        minuten=MINUTEN_PER_CASUS,
        onderwerp="",
        doel=triage.doel if triage else "",
        themas=triage.themas if triage else "",
        besluit_type="",
    )
    sessie.add(punt)
    sessie.flush()
    return punt
