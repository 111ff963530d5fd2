"""Where a meeting does the triage: it may discuss a casus before sharing, and the triage waits for it.

The gate stays as it is: at that meeting too only a partij with a signed oordeel has a seat. What the fase forbids stays
forbidden: nothing about the casus goes to a partij, before the meeting or after it, until the triage leads on.
"""

from __future__ import annotations

from zvh_desktop.errors import RegelEist
from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel, Overlegsoort
from zvh_desktop.models.profiel.werkproces import Fase
from zvh_desktop.models.taal import verwijzing
from zvh_desktop.services.regelboek.uitleg import weigering


def weger(profiel: Huisprofiel, aanpak: str) -> Overlegsoort | None:
    """The overlegsoort that weighs a casus of this aanpak; None where the procesregisseur does."""
    sleutel = next((een.weging_door for een in profiel.aanpakken if een.sleutel == aanpak), "")
    return next((soort for soort in profiel.casusoverleggen if soort.sleutel == sleutel), None)


def wordt_hier_gewogen(profiel: Huisprofiel, soort: str, aanpak: str, fase: Fase | None) -> bool:
    """Whether a casus in this fase is at this kind of overleg to be weighed: before anything of it may be shared."""
    door = weger(profiel, aanpak)
    if door is None or door.sleutel != soort or fase is None or fase.delen_toegestaan:
        return False
    return fase.sleutel in profiel.werkproces(aanpak).voor_overleg


def nog_te_wegen(profiel: Huisprofiel, aanpak: str, *, gewogen: bool) -> RegelEist | None:
    """The triage is not closed before the meeting that weighs had the casus on its table.

    Source: Delft art. 12.3.e.
    """
    door = weger(profiel, aanpak)
    if door is None or gewogen:
        return None
    zin = f"Deze casus wordt gewogen in {door.met_lidwoord}{verwijzing(door.artikel)}. Bespreek de casus daar eerst."
    return RegelEist("routering", weigering(profiel, Regel.TRIAGE_RELEVANTE_PARTIJEN, zin, artikel=door.artikel))
