"""What has to be known to read the figures."""

from __future__ import annotations

from collections.abc import Sequence

from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.services.cijfers.gegevens import GEEN, Cijfertabel
from zvh_desktop.services.cijfers.tijdvak import Tijdvak


def opmerkingen_bij(profiel: Huisprofiel, tijdvak: Tijdvak, tabellen: Sequence[Cijfertabel]) -> tuple[str, ...]:
    """In the order of importance."""
    uit = []
    if any(tabel.heeft_streepje for tabel in tabellen):
        uit.append(
            f"Een streepje ({GEEN}) betekent: 1 tot en met 4, of weggelaten (soms ook een 0) omdat een getal onder 5 "
            "anders is uit te rekenen, ook met een ander tijdvak of een rapport van eerder."
        )
    if not tijdvak.is_hele_jaren:
        uit.append(
            f"Verdelingen per aanpak, gemeente en {profiel.termen.aanmelder}, doorlooptijden en partijen zijn er per "
            "heel jaar: per kwartaal is te zien om wie het gaat."
        )
    uit.append("Wat is uitgegeven, verandert niet meer. Wat later is gewijzigd, telt in deze cijfers niet mee.")
    uit.append(
        "Casussen en verzoeken van betrokkenen die zijn vernietigd, tellen mee. Daarvan is alleen een aantal bewaard."
    )
    if profiel.verantwoording.toelichting:
        artikel = f" ({profiel.verantwoording.artikel})" if profiel.verantwoording.artikel else ""
        uit.append(f"{profiel.verantwoording.toelichting.rstrip('.')}{artikel}.")
    return tuple(uit)
