"""A casus that is afgeschaald is closed: nothing new begins on it, and it comes off the agendas still to be held."""

from __future__ import annotations

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import CasusStatus, OverlegStatus
from zvh_desktop.models.overleg import Overleg


def is_afgeschaald(casus: Casus) -> bool:
    """Whether the house has let go of this casus."""
    return casus.status == CasusStatus.AFGESCHAALD


def eis_lopend(casus: Casus, gevolg: str) -> None:
    """Refuse what is new on a casus that is afgeschaald; ``gevolg`` says what cannot be done any more."""
    if is_afgeschaald(casus):
        raise InvoerOngeldig("casus", f"Casus {casus.nummer} is afgeschaald. {gevolg}")


def hoort_van_de_agenda(overleg: Overleg, casus: Casus) -> str:
    """What to say of this casus on an agenda that was not held yet; nothing while it is running."""
    if not is_afgeschaald(casus) or overleg.status == OverlegStatus.GEHOUDEN:
        return ""
    zin = f"Casus {casus.nummer} is afgeschaald en hoort niet meer op deze agenda."
    if overleg.status in (OverlegStatus.CONCEPT, OverlegStatus.AKKOORD_GEVRAAGD):
        return f"{zin} Haal dit punt weg."
    return f"{zin} Zet de agenda terug naar concept en haal dit punt weg."
