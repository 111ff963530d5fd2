"""The sheet with the recovery key of a vault, shown and printed once and never stored.

The key is the only way back when every password is lost, so the sheet says what to do with it.
"""

from __future__ import annotations

from dataclasses import dataclass

from zvh_desktop.documents.opmaak.blad import feiten, kader, kop1, maak_pdf, puntenlijst, raster, titelblok, wit
from zvh_desktop.documents.opmaak.kop import Documentkop
from zvh_desktop.models.taal import datum_lang


@dataclass(frozen=True, slots=True)
class HerstelbladGegevens:
    """One recovery sheet. ``sleuteldelen`` are the groups or words of the key, in the order of typing."""

    kop: Documentkop
    kluis_naam: str
    sleuteldelen: tuple[str, ...]


def bouw_herstelblad_pdf(gegevens: HerstelbladGegevens) -> bytes:
    """The sheet: the key in large first, then where it belongs and when it is used."""
    inhoud = titelblok(gegevens.kop.titel, f"Kluis {gegevens.kluis_naam}")
    inhoud += feiten(
        (
            ("Huis", gegevens.kop.huis_naam),
            ("Gemaakt op", datum_lang(gegevens.kop.gemaakt_op)),
        )
    )
    inhoud += [wit(), raster(gegevens.sleuteldelen), wit(12)]
    inhoud += kader(
        [
            "Wie dit blad en de kluis heeft, kan alles lezen. Het programma bewaart deze sleutel niet en toont "
            "hem niet nog een keer."
        ]
    )
    inhoud += kop1("Wat u met dit blad doet")
    inhoud += puntenlijst(
        (
            "Druk het af, of schrijf de sleutel over. Controleer elk deel.",
            "Bewaar het in een gesloten envelop in de kluis van uw organisatie, niet bij de computer.",
            "Maak er geen foto van en verstuur het niet.",
            "Zet op de envelop de datum en uw naam, zodat u ziet of hij open is geweest.",
        )
    )
    inhoud += kop1("Wanneer u de sleutel gebruikt")
    inhoud += puntenlijst(
        (
            "Alleen als niemand meer in de kluis kan: alle wachtwoorden zijn weg of vergeten.",
            "Kies in het openingsscherm voor de herstelsleutel. Typ de delen over in de volgorde van de nummers.",
            "Maak daarna meteen een nieuw herstelblad en vernietig dit blad.",
        )
    )
    return maak_pdf(gegevens.kop, inhoud)
