"""Whether an agenda can still be changed: asked by the agenda itself, and by what puts a casus on it from elsewhere."""

from __future__ import annotations

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import OverlegStatus
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.services.poort.gesloten import eis_niet_afgelast


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
