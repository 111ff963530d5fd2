"""Breaking text into lines by hand.

reportlab's own paragraph reads mark-up, knows no right-to-left text, and wraps all that follows again at each
page break: a pasted megabyte took it forty seconds. Plain text needs none of that, and takes less than one.
"""

from __future__ import annotations

from dataclasses import dataclass

from zvh_desktop.documents.opmaak.lettertype import Snit, breedte
from zvh_desktop.documents.opmaak.schrift import begint_rechts, heeft_rtl, op_volgorde


@dataclass(frozen=True, slots=True)
class Tekstregel:
    """One line in drawing order, and whether it belongs to a right-to-left paragraph.

    ``gelezen`` is the same line in reading order, where that is another. ``afgebroken`` is a line that ends within a
    word: what comes next belongs to it, without a space.
    """

    tekst: str
    rechts: bool
    gelezen: str = ""
    afgebroken: bool = False


def breek(tekst: str, ruimte: float, snit: Snit, grootte: float) -> tuple[Tekstregel, ...]:
    """Cleaned text as lines that fit: its own newlines kept, endless words cut."""
    gemengd = heeft_rtl(tekst)
    breedten: dict[str, float] = {}
    uit: list[Tekstregel] = []
    for alinea in tekst.split("\n"):
        regels = _breek_alinea(alinea.rstrip(" "), ruimte, snit, grootte, breedten)
        if gemengd and heeft_rtl(alinea):
            rechts = begint_rechts(alinea)
            uit.extend(
                Tekstregel(op_volgorde(regel, rechts=rechts), rechts, regel, afgebroken) for regel, afgebroken in regels
            )
        else:
            uit.extend(Tekstregel(regel, False, "", afgebroken) for regel, afgebroken in regels)
    return tuple(uit)


def _breek_alinea(
    alinea: str, ruimte: float, snit: Snit, grootte: float, breedten: dict[str, float]
) -> list[tuple[str, bool]]:
    spatie = _meet(" ", snit, grootte, breedten)
    regels: list[tuple[str, bool]] = []
    regel: list[str] = []
    gevuld = 0.0
    for woord in alinea.split(" "):
        breed = _meet(woord, snit, grootte, breedten)
        if regel and gevuld + spatie + breed <= ruimte:
            regel.append(woord)
            gevuld += spatie + breed
            continue
        if regel:
            regels.append((" ".join(regel), False))
        stukken = _knip(woord, ruimte, snit, grootte, breedten) if breed > ruimte else [woord]
        regels.extend((stuk, True) for stuk in stukken[:-1])
        regel, gevuld = stukken[-1:], _meet(stukken[-1], snit, grootte, breedten)
    regels.append((" ".join(regel), False))
    return regels


def _knip(woord: str, ruimte: float, snit: Snit, grootte: float, breedten: dict[str, float]) -> list[str]:
    stukken: list[str] = []
    begin, gevuld = 0, 0.0
    for plek, teken in enumerate(woord):
        breed = _meet(teken, snit, grootte, breedten)
        if gevuld + breed > ruimte and plek > begin:
            stukken.append(woord[begin:plek])
            begin, gevuld = plek, 0.0
        gevuld += breed
    stukken.append(woord[begin:])
    return stukken


def _meet(deel: str, snit: Snit, grootte: float, breedten: dict[str, float]) -> float:
    breed = breedten.get(deel)
    if breed is None:
        breed = breedten[deel] = breedte(deel, snit, grootte)
    return breed
