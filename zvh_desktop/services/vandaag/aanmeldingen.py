"""Aanmeldingen that wait: for a judgement, or for an answer to whoever made them."""

from __future__ import annotations

from collections.abc import Iterator

from zvh_desktop.services.vandaag.lezen import Aantallen
from zvh_desktop.services.vandaag.regel import Wacht, Wanneer
from zvh_desktop.services.werkplek.werkplek import Werkplek


def wacht_op_beoordelen(werkplek: Werkplek, aantallen: Aantallen) -> Iterator[Wacht]:
    """How many are open."""
    open_, termen = aantallen.open_aanmeldingen, werkplek.profiel.termen
    if open_:
        zin = f"{open_} {termen.aanmelding if open_ == 1 else termen.aanmeldingen} te beoordelen"
        yield Wacht(Wanneer.NU, zin, "Beoordeel", "aanmelding", 0)


def wacht_op_terugkoppelen(werkplek: Werkplek, aantallen: Aantallen) -> Iterator[Wacht]:
    """How many aanmelders asked to hear of it and did not."""
    terug = aantallen.terug_te_koppelen
    if terug:
        zin = f"{terug} keer terugkoppelen aan {werkplek.profiel.termen.met_lidwoord('aanmelder')}"
        yield Wacht(Wanneer.DEZE_WEEK, zin, "Open", "terugkoppeling", 0)
