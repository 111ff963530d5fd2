"""A casus that is afgeschaald or ended is closed: nothing new begins on it, and it comes off the agendas still held."""

from __future__ import annotations

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import CasusStatus, OverlegStatus
from zvh_desktop.models.overleg import Overleg

_HOE = {CasusStatus.AFGESCHAALD: "afgeschaald", CasusStatus.BEEINDIGD: "beëindigd"}


def hoe_gesloten(casus: Casus) -> str:
    """How the house let go of this casus, in one word; empty while it is running."""
    return _HOE.get(casus.status, "")


def eis_lopend(casus: Casus, gevolg: str) -> None:
    """Refuse what is new on a casus that is closed; ``gevolg`` says what cannot be done any more."""
    hoe = hoe_gesloten(casus)
    if hoe:
        advies = "Heropen de casus eerst." if casus.status is CasusStatus.BEEINDIGD else ""
        raise InvoerOngeldig("casus", f"Casus {casus.nummer} is {hoe}. {gevolg}", advies=advies)


def hoort_van_de_agenda(overleg: Overleg, casus: Casus) -> str:
    """What to say of this casus on an agenda that was not held yet; nothing while it is running."""
    hoe = hoe_gesloten(casus)
    if not hoe or overleg.status == OverlegStatus.GEHOUDEN:
        return ""
    zin = f"Casus {casus.nummer} is {hoe} en hoort niet meer op deze agenda."
    if overleg.status in (OverlegStatus.CONCEPT, OverlegStatus.AKKOORD_GEVRAAGD):
        return f"{zin} Haal dit punt weg."
    return f"{zin} Zet de agenda terug naar concept en haal dit punt weg."
