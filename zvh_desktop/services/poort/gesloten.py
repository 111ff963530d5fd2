"""What is closed: a casus that is afgeschaald or ended, and an overleg that is called off.

Nothing new begins on such a casus, and it comes off the agendas still to be held. Of an overleg that is afgelast
nothing goes out but that it is.
"""

from __future__ import annotations

from typing import Final

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import CasusStatus, OverlegStatus
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.profiel.termen import Termen

NIET_MEER: Final = (OverlegStatus.GEHOUDEN, OverlegStatus.AFGELAST)
"""An overleg in one of these does not come any more: no casus waits on its agenda."""


def eis_niet_afgelast(overleg: Overleg) -> None:
    """Raise GebruikersFout when this overleg was called off."""
    if overleg.status == OverlegStatus.AFGELAST:
        raise GebruikersFout(
            "Dit overleg is afgelast. Het blijft te lezen, maar er verandert niets meer aan.",
            veilig="Er is niets gewijzigd en niets verstuurd.",
            advies="Zet de casussen op een ander overleg. Kreeg nog niemand bericht, dan kan het afgelasten ongedaan.",
        )


def hoe_gesloten(casus: Casus, termen: Termen) -> str:
    """How the house let go of this casus, in one word of its own; empty while it is running."""
    return {CasusStatus.AFGESCHAALD: termen.afgeschaald, CasusStatus.BEEINDIGD: "beëindigd"}.get(casus.status, "")


def eis_lopend(casus: Casus, termen: Termen, gevolg: str) -> None:
    """Refuse what is new on a casus that is closed; ``gevolg`` says what cannot be done any more."""
    hoe = hoe_gesloten(casus, termen)
    if hoe:
        advies = "Heropen de casus eerst." if casus.status is CasusStatus.BEEINDIGD else ""
        raise InvoerOngeldig("casus", f"Casus {casus.nummer} is {hoe}. {gevolg}", advies=advies)


def hoort_van_de_agenda(overleg: Overleg, casus: Casus, termen: Termen) -> str:
    """What to say of this casus on an agenda that was not held yet; nothing while it is running."""
    hoe = hoe_gesloten(casus, termen)
    if not hoe or overleg.status in NIET_MEER:
        return ""
    zin = f"Casus {casus.nummer} is {hoe} en hoort niet meer op deze agenda."
    if overleg.status in (OverlegStatus.CONCEPT, OverlegStatus.AKKOORD_GEVRAAGD):
        return f"{zin} Haal dit punt weg."
    return f"{zin} Zet de agenda terug naar concept en haal dit punt weg."
