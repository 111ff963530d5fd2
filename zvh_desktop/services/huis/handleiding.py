"""The user manual as it travels with the application: chapters in order, in the words of one house."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zvh_desktop.models.profiel.bronnen import laad_meegeleverd
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.paths import lees_hulpbron, resources_map
from zvh_desktop.services.huis.handleidingtekst import vul_in, zonder_opmaak

_MAP = "handleiding"
_ALGEMEEN = "landelijk"


@dataclass(frozen=True, slots=True)
class Hoofdstuk:
    """One chapter. ``sleutel`` is its file name without number and ending, ``tekst`` is Markdown, ``leestekst`` what
    the reader sees of it."""

    sleutel: str
    bestand: str
    titel: str
    tekst: str
    leestekst: str


def lees_handleiding(profiel: Huisprofiel) -> tuple[Hoofdstuk, ...]:
    """Every chapter for this house, in the order of the numbers in the file names.

    A chapter of which nothing holds in this house is left out.
    """
    bestanden = sorted(pad.name for pad in (resources_map() / _MAP).glob("*.md"))
    hoofdstukken = (_hoofdstuk(bestand, profiel) for bestand in bestanden)
    return tuple(hoofdstuk for hoofdstuk in hoofdstukken if hoofdstuk.tekst.strip())


def algemene_handleiding() -> tuple[Hoofdstuk, ...]:
    """The manual in the words of the landelijk model, for who has no house open."""
    return lees_handleiding(laad_meegeleverd(_ALGEMEEN))


def _hoofdstuk(bestand: str, profiel: Huisprofiel) -> Hoofdstuk:
    try:
        tekst = vul_in(lees_hulpbron(f"{_MAP}/{bestand}").decode(), profiel)
    except ValueError as fout:
        raise ValueError(f"{bestand}: {fout}") from fout
    tekst = re.sub(r"\n{3,}", "\n\n", tekst).rstrip() + "\n"
    leestekst = zonder_opmaak(tekst)
    kop = next((regel for regel in leestekst.splitlines() if regel.startswith("# ")), f"# {bestand}")
    return Hoofdstuk(bestand.removesuffix(".md").partition("-")[2], bestand, kop[2:].strip(), tekst, leestekst)
