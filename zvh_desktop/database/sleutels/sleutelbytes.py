"""The bytes of sleutels.json before they are taken apart: found, read, and of a version that is known here."""

from __future__ import annotations

import json
from pathlib import Path

from zvh_desktop.errors import KluisBeschadigd, KluisNietGevonden, KluisVreemd

BESTANDSNAAM = "sleutels.json"
FORMAAT = "zvh-kluis"
VERSIE = 1
VERSIE_TIJDELIJK = 2
"""As long as an account stands in it that must choose its own password: an older application has to refuse it."""
VERSIE_KOFFER = 3
"""A tafelkoffer (ADR 0062): an application that does not know it has to refuse it."""
MAX_BYTES = 8 * 1024 * 1024


def lees_sleutelbytes(kluismap: Path) -> bytes:
    """Everything in the key file, and one byte more when it is too long."""
    pad = kluismap / BESTANDSNAAM
    if not kluismap.exists():
        raise KluisNietGevonden("Op deze plaats staat geen kluis.", advies="Kijk of de map is verplaatst.")
    if not kluismap.is_dir() or not pad.is_file():
        raise KluisVreemd(
            "Dit is geen kluis: het sleutelbestand ontbreekt.",
            veilig="Er is niets gewijzigd.",
            advies="Kies de map van een kluis, of zet een reservekopie terug.",
        )
    try:
        with pad.open("rb") as bestand:
            return bestand.read(MAX_BYTES + 1)
    except OSError as fout:
        raise KluisBeschadigd(
            "Het sleutelbestand van de kluis kan niet worden gelezen.",
            veilig="Er is niets gewijzigd.",
            advies="Kijk of u toegang heeft tot de map.",
        ) from fout


def beschadigd() -> KluisBeschadigd:
    """What is said of a key file that is not what this application writes."""
    return KluisBeschadigd(
        "Het sleutelbestand van de kluis is beschadigd of met de hand gewijzigd.",
        veilig="Er is niets gewijzigd of verwijderd.",
        advies="Zet de laatste reservekopie terug.",
    )


def weiger_nieuwer(gegevens: bytes) -> None:
    """Raises KluisVreemd when a newer version of the application wrote this."""
    try:
        waarde = json.loads(gegevens)
    except (ValueError, RecursionError):
        return
    versie = waarde.get("versie") if isinstance(waarde, dict) and waarde.get("formaat") == FORMAAT else None
    if isinstance(versie, int) and versie > VERSIE_KOFFER:
        raise KluisVreemd(
            "Deze kluis is gemaakt met een nieuwere versie van het programma.",
            veilig="Er is niets gewijzigd.",
            advies="Werk het programma bij.",
        )
