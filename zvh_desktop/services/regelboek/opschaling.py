"""The rule on taking a casus to another house: who decides it, and what has to be written down with it."""

from __future__ import annotations

from zvh_desktop.errors import RegelEist, RegelGeweigerd
from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.taal import verwijzing
from zvh_desktop.services.regelboek.uitleg import weigering


def opschaling_besluit(
    profiel: Huisprofiel,
    casusnummer: str,
    *,
    in_verslag: bool,
    motivering: str | None = None,
    criteria: str | None = None,
) -> tuple[RegelGeweigerd, ...]:
    """Rule ``opschaling_besluit``: another house gets a casus only after the overleg decided it, with reasons.

    ``in_verslag``: a besluit to this end stands in a vastgesteld verslag. ``motivering`` and ``criteria`` are asked
    for when the decision is signed, and None where only the besluit of the overleg counts. A house whose profile has
    no opschaling is refused before anything else, with its own reason.
    Source: Delft art. 8.4.d and 1.13.
    """
    regel, naar = Regel.OPSCHALING_BESLUIT, profiel.opschaling
    if naar is None or not profiel.geldt(regel):
        reden = profiel.regel(regel).reden
        gebeurd = f"Casus {casusnummer} kan hier niet naar een ander huis. {reden}".strip()
        return (weigering(profiel, regel, gebeurd),)
    artikel = verwijzing(profiel.artikel(regel))
    bezwaren: list[RegelGeweigerd] = []
    if motivering is not None and not motivering.strip():
        zin = f"Schrijf op waarom de betrokkenheid van dit huis niet langer volstaat{artikel}."
        bezwaren.append(RegelEist("motivering", weigering(profiel, regel, zin)))
    if criteria is not None and not criteria.strip():
        zin = f"Schrijf op hoe de criteria voor {profiel.termen.opschaling} zijn gehaald{artikel}."
        bezwaren.append(RegelEist("criteria_gehaald", weigering(profiel, regel, zin)))
    if not in_verslag:
        wie = profiel.hoofdoverleg.met_lidwoord
        bezwaren.append(
            weigering(
                profiel,
                regel,
                f"Over {profiel.termen.opschaling} van casus {casusnummer} naar {naar.naar_kort} besluit "
                f"{wie}{artikel}. Er is nog geen vastgesteld verslag waarin dat staat.",
                advies="Zet de casus op een agenda en leg daar het besluit vast.",
            )
        )
    return tuple(bezwaren)
