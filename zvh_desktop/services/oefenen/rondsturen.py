"""After the tafel, in a practice vault: verslag and plan go round, the first partijen react, one has a remark."""

from __future__ import annotations

from zvh_desktop.models.keuzes import OverlegId, PlanId, Reactie, VerzendingSoort
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.oefenen.ploeg import Oefenploeg
from zvh_desktop.services.rondsturen.gegevens import RondstuurRegel, RondstuurVraag

_REACTIES = ((Reactie.AKKOORD, ""), (Reactie.OPMERKING, "De afspraak bij het eerste punt staat er te ruim."))


def stuur_rond(ploeg: Oefenploeg, diensten: Diensten, overleg_id: OverlegId, plan_id: PlanId) -> int:
    """Hand out what goes to each partij and record that it went; returns how many packets."""
    vragen = [
        vraag
        for soort, over in ((VerzendingSoort.VERSLAG, int(overleg_id)), (VerzendingSoort.PLAN, int(plan_id)))
        for regel in diensten.rondsturen.lijst(soort, over)
        if (vraag := _vraag(regel)) is not None
    ]
    if ploeg.uitgifte is not None:
        for vraag in vragen:
            stukken = diensten.rondsturen.stukken(vraag)
            ploeg.geef(stukken.brief, *stukken.stukken, stukken.concept)
    verzonden = diensten.rondsturen.noteer_verstuurd(vragen)
    for verzending_id, (reactie, opmerking) in zip(verzonden, _REACTIES, strict=False):
        diensten.rondsturen.leg_reactie_vast(verzending_id, reactie, opmerking)
    return len(verzonden)


def _vraag(regel: RondstuurRegel) -> RondstuurVraag | None:
    """To who it goes by itself; where that is not known, to a contactpersoon that is chosen."""
    if not regel.te_versturen:
        return None
    if regel.ontvanger is not None:
        return regel.vraag()
    contact = next((een.id for een in regel.contactpersonen if een.email), None)
    return regel.vraag(contact) if contact is not None else None
