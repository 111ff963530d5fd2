"""What can be known of a vault without a password. Apart from the rest, for the login that must be there at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from zvh_desktop.database.sleutels.sleutelbestand import lees_sleutelbestand


@dataclass(frozen=True, slots=True)
class KluisKop:
    """What the key file says about itself; not to be relied on until the vault is opened."""

    kluis_id: str
    oefen: bool
    gebruikersnamen: tuple[str, ...]
    met_dit_apparaat: frozenset[str]
    """Who once chose to open it without a password, on this or another device."""


def lees_kop(map: Path) -> KluisKop:  # noqa: A002
    """Who may log in, and whether it is a practice vault; for the login screen."""
    bestand = lees_sleutelbestand(map)
    return KluisKop(
        bestand.kluis_id,
        bestand.register.oefen,
        tuple(sorted((slot.certificaat.naam for slot in bestand.gebruikers), key=str.casefold)),
        frozenset(apparaat.naam for apparaat in bestand.apparaten),
    )
