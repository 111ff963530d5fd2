"""The user manual as it travels with the application: chapters in order, each with its title and text."""

from __future__ import annotations

from dataclasses import dataclass

from zvh_desktop.paths import lees_hulpbron, resources_map

_MAP = "handleiding"


@dataclass(frozen=True, slots=True)
class Hoofdstuk:
    """One chapter. ``sleutel`` is its file name without number and ending; ``tekst`` is Markdown."""

    sleutel: str
    bestand: str
    titel: str
    tekst: str


def lees_handleiding() -> tuple[Hoofdstuk, ...]:
    """Every chapter, in the order of the numbers in the file names."""
    return tuple(_hoofdstuk(pad.name) for pad in sorted((resources_map() / _MAP).glob("*.md")))


def _hoofdstuk(bestand: str) -> Hoofdstuk:
    tekst = lees_hulpbron(f"{_MAP}/{bestand}").decode()
    kop = next((regel for regel in tekst.splitlines() if regel.startswith("# ")), f"# {bestand}")
    return Hoofdstuk(bestand.removesuffix(".md").partition("-")[2], bestand, kop[2:].strip(), tekst)
