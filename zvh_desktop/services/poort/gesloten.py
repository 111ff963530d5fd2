"""What is closed: a casus that is afgeschaald, and an overleg that is called off.

Nothing new begins on such a casus, and it comes off the agendas still to be held. Of an overleg that is afgelast
nothing goes out but that it is.
"""

from __future__ import annotations

from typing import Final

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import CasusStatus, OverlegStatus
from zvh_desktop.models.overleg import Overleg

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


def is_afgeschaald(casus: Casus) -> bool:
    """Whether the house has let go of this casus."""
    return casus.status == CasusStatus.AFGESCHAALD


def eis_lopend(casus: Casus, gevolg: str) -> None:
    """Refuse what is new on a casus that is afgeschaald; ``gevolg`` says what cannot be done any more."""
    if is_afgeschaald(casus):
        raise InvoerOngeldig("casus", f"Casus {casus.nummer} is afgeschaald. {gevolg}")


def hoort_van_de_agenda(overleg: Overleg, casus: Casus) -> str:
    """What to say of this casus on an agenda that was not held yet; nothing while it is running."""
    if not is_afgeschaald(casus) or overleg.status in NIET_MEER:
        return ""
    zin = f"Casus {casus.nummer} is afgeschaald en hoort niet meer op deze agenda."
    if overleg.status in (OverlegStatus.CONCEPT, OverlegStatus.AKKOORD_GEVRAAGD):
        return f"{zin} Haal dit punt weg."
    return f"{zin} Zet de agenda terug naar concept en haal dit punt weg."
