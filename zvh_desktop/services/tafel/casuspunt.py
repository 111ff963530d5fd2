"""A casus as a point of an overleg: the same conditions on the agenda, at the table and for the next tafel."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import OverlegStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.triage import Triage
from zvh_desktop.services.casus.fasen import eis_te_bespreken
from zvh_desktop.services.poort.gesloten import eis_lopend, eis_niet_afgelast
from zvh_desktop.services.regelboek.bestuur import geen_casus_buiten_operationeel
from zvh_desktop.services.tafel.agenda_gegevens import MINUTEN_MAX, MINUTEN_PER_CASUS, PuntInvoer
from zvh_desktop.services.werkplek.invoer import naamregels, tekst
from zvh_desktop.services.werkplek.werkplek import Werkplek


def eis_agenda_open(overleg: Overleg) -> None:
    """Raise GebruikersFout unless this is an agenda that can still be changed."""
    if not overleg.casuistiek:
        raise GebruikersFout("Op dit overleg staan geen casussen. U vindt het bij Overleggen.")
    eis_niet_afgelast(overleg)
    if overleg.status == OverlegStatus.GEHOUDEN:
        raise GebruikersFout(
            "Dit overleg is begonnen: de agenda blijft zoals die is verstuurd.",
            advies="Wat aan tafel verandert, legt u vast bij stap 3, Aan tafel.",
        )
    if overleg.status not in (OverlegStatus.CONCEPT, OverlegStatus.AKKOORD_GEVRAAGD):
        raise GebruikersFout(
            "De agenda heeft al akkoord en ligt daarom vast.",
            advies="Kies Terug naar concept om te wijzigen; daarna vraagt u opnieuw akkoord.",
        )


def nieuw_casuspunt(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, casus: Casus, *, ter_tafel: bool = False
) -> Agendapunt:
    """Put a casus last, with doel and thema's from its triage.

    Raises RegelGeweigerd: ``geen_casus_buiten_operationeel`` and ``geen_verstrekking_voor_overleg``.
    """
    _eis_kan_erop(werkplek, sessie, overleg, casus)
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
        ter_tafel=ter_tafel,
        uitkomst="",
    )
    sessie.add(punt)
    sessie.flush()
    return punt


def _eis_kan_erop(werkplek: Werkplek, sessie: Session, overleg: Overleg, casus: Casus) -> None:
    profiel = werkplek.profiel_van(sessie, overleg)
    geen_casus_buiten_operationeel(profiel, profiel.overlegsoort(overleg.soort), casusnummer=casus.nummer)
    eis_lopend(casus, profiel.termen, "Deze casus kan niet meer op een agenda.")
    if any(punt.casus_id == casus.id for punt in overleg.agendapunten):
        raise InvoerOngeldig("casus", f"Casus {casus.nummer} staat al op deze agenda.")
    eis_te_bespreken(werkplek, casus, overleg.soort)


def vul_casuspunt(profiel: Huisprofiel, punt: Agendapunt, invoer: PuntInvoer) -> None:
    """Minutes, doel, type besluit and thema's. Raises InvoerOngeldig."""
    mogelijk = {besluit.sleutel for besluit in profiel.besluiten if besluit.past(punt.overleg.soort)}
    if invoer.besluit_type and invoer.besluit_type not in mogelijk:
        raise InvoerOngeldig("besluit_type", "Dit type besluit kent het huisprofiel niet.")
    punt.minuten = eis_minuten(invoer.minuten)
    punt.doel = tekst("doel", invoer.doel)
    punt.besluit_type = invoer.besluit_type
    punt.themas = naamregels("themas", invoer.themas)


def eis_minuten(minuten: int) -> int:
    """So many minutes a point can take. Raises InvoerOngeldig."""
    if not 1 <= minuten <= MINUTEN_MAX:
        raise InvoerOngeldig("minuten", f"Kies een duur tussen 1 en {MINUTEN_MAX} minuten.")
    return minuten
