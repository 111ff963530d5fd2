"""What was corrected after a verslag was vastgesteld, in a box at the top of the document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from zvh_desktop.documents.opmaak.blad import kader, wit
from zvh_desktop.documents.opmaak.kop import GedrukteCorrectie
from zvh_desktop.models.taal import datum_cijfers, opsomming


def gecorrigeerd(correcties: Sequence[GedrukteCorrectie]) -> list[Any]:
    """One line per version; nothing when nothing was corrected."""
    if not correcties:
        return []
    return [wit(), *kader([_regel(correctie) for correctie in correcties])]


def _regel(correctie: GedrukteCorrectie) -> str:
    vorige = int(correctie.versie) - 1
    return (
        f"Versie {correctie.versie} van {datum_cijfers(correctie.op)} vervangt versie {vorige}. "
        f"Gecorrigeerd bij {correctie.plaats}: {opsomming(correctie.wat)}. Reden: {correctie.reden} "
        f"Ondertekend door {correctie.door}."
    )
