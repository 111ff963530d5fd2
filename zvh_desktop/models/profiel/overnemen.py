"""What a house takes over by hand into its registration systems, and in which order its fields stand there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from zvh_desktop.models.profiel.tabel import Bevindingen, Tabel, toon

Overneemveld = Literal[
    "casusnummer",
    "aanpak",
    "betrokkenen",
    "aanmelder",
    "overleg",
    "aanwezig",
    "doel",
    "beeld",
    "oordeel",
    "besluit",
    "besluiten",
    "acties",
    "uitkomst",
    "casusregisseur",
    "plan",
]
"""A part of what is known about a casus after an overleg."""

_LANGSTE_ARTIKEL = 80


@dataclass(frozen=True, slots=True)
class Overneemblok:
    """One system, with its fields in the order of its own form; ``artikel`` may be empty."""

    systeem: str
    velden: tuple[Overneemveld, ...]
    artikel: str


def lees_overneemblok(bron: Tabel) -> Overneemblok:
    """Read one block; unknown fields and a field that stands there twice are reported."""
    mogelijk: tuple[Overneemveld, ...] = get_args(Overneemveld)
    namen = bron.teksten("velden", minstens=1)
    velden: list[Overneemveld] = []
    for naam in namen:
        gevonden = next((veld for veld in mogelijk if veld == naam), None)
        if gevonden is None:
            bron.meld("velden", toon(naam), "een van: " + ", ".join(mogelijk))
        elif gevonden in velden:
            bron.meld("velden", toon(naam), "elk veld hoogstens één keer")
        else:
            velden.append(gevonden)
    blok = Overneemblok(
        systeem=bron.tekst("systeem", langste=40),
        velden=tuple(velden),
        artikel=bron.tekst_of_niets("artikel", langste=_LANGSTE_ARTIKEL),
    )
    bron.sluit()
    return blok


def controleer_overnemen(blokken: Sequence[Overneemblok], systemen: Sequence[str], bevindingen: Bevindingen) -> None:
    """Each block is about one of the systems of the house, and no system has two."""
    gezien: list[str] = []
    for nummer, blok in enumerate(blokken, 1):
        if blok.systeem not in systemen:
            verwacht = "een van de systemen: " + (", ".join(systemen) or "er staat er geen")
            bevindingen.meld(f"overnemen[{nummer}].systeem", toon(blok.systeem), verwacht)
        if blok.systeem in gezien:
            bevindingen.meld(f"overnemen[{nummer}].systeem", toon(blok.systeem), "elk systeem hoogstens één keer")
        gezien.append(blok.systeem)
