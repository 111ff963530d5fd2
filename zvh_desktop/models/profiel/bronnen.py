"""The huisprofielen that come with the application."""

from __future__ import annotations

from zvh_desktop.errors import NietGevonden
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.profiel.lezen import lees_profiel
from zvh_desktop.paths import lees_hulpbron, resources_map

_MAP = "huisprofielen"


def meegeleverde_profielen() -> tuple[str, ...]:
    """The keys of the shipped profiles, in alphabetical order."""
    return tuple(sorted(bestand.stem for bestand in (resources_map() / _MAP).glob("*.toml")))


def laad_meegeleverd(sleutel: str) -> Huisprofiel:
    """Read one shipped profile; NietGevonden when there is none with this key."""
    if sleutel not in meegeleverde_profielen():
        raise NietGevonden(
            f'Er is geen meegeleverd huisprofiel "{sleutel[:40]}".',
            advies="Kies uit: " + ", ".join(meegeleverde_profielen()) + ".",
        )
    naam = f"{sleutel}.toml"
    return lees_profiel(lees_hulpbron(f"{_MAP}/{naam}").decode(), naam)
