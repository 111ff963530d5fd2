"""A letter from an editable text: its address stands where the window of an envelope is.

What is not among its pieces cannot be printed: who may be named is decided before.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from zvh_desktop.documents.opmaak.blad import (
    alinea,
    feiten,
    kop2,
    lange_tekst,
    maak_pdf,
    puntenlijst,
    slot,
    stijlen,
    wit,
)
from zvh_desktop.documents.opmaak.kop import Afzender, Documentkop
from zvh_desktop.documents.opmaak.weging import gewogen
from zvh_desktop.models.taal import datum_kort

BOVEN_ADRES: Final = 51.0
"""From the head of the page: with the margin above it the address begins 50 mm below the edge of the paper (A4 folded
in three, in an envelope with a window at the left)."""
ADRES_HOOGTE: Final = 86.0
"""Room for six lines, so that the letter always begins below the window."""
_REGELHOOGTE: Final = 12.5


@dataclass(frozen=True, slots=True)
class BriefGegevens:
    """One letter. ``stukken`` are its pieces in order: 'alinea', 'kop' or 'punt', and the text."""

    kop: Documentkop
    adres: tuple[str, ...]
    aanhef: str
    betreft: str
    stukken: tuple[tuple[str, str], ...]
    afzender: Afzender


@gewogen
def bouw_brief_pdf(gegevens: BriefGegevens) -> bytes:
    """Address, date and subject, the text, and who signs."""
    st = stijlen()
    regels = [regel for regel in gegevens.adres if regel.strip()]
    inhoud: list[Any] = [wit(BOVEN_ADRES)]
    inhoud += [alinea(regel, st.cel_vet if plek == 0 else st.cel) for plek, regel in enumerate(regels)]
    inhoud += [wit(max(12.0, ADRES_HOOGTE - _REGELHOOGTE * len(regels)))]
    inhoud += feiten((("Datum", datum_kort(gegevens.kop.gemaakt_op)), ("Betreft", gegevens.betreft)))
    inhoud += [wit(10), alinea(gegevens.aanhef), wit(2)]
    for vorm, groep in groupby(gegevens.stukken, key=_vorm):
        teksten = [tekst for _, tekst in groep]
        if vorm == "punt":
            inhoud += puntenlijst(teksten)
        else:
            inhoud += [deel for tekst in teksten for deel in (kop2(tekst) if vorm == "kop" else lange_tekst(tekst))]
    inhoud += slot(gegevens.kop, gegevens.afzender)
    return maak_pdf(gegevens.kop, inhoud)


def _vorm(stuk: tuple[str, str]) -> str:
    return stuk[0]
