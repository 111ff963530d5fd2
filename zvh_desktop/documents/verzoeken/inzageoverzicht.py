"""The inzage-overzicht: everything on one person, grouped by who supplied it, whole or the part of one partij."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from zvh_desktop.documents.opmaak.blad import alinea, feiten, kader, kop1, kop2, lange_tekst, maak_pdf, titelblok
from zvh_desktop.documents.opmaak.kop import Documentkop
from zvh_desktop.documents.opmaak.weging import gewogen
from zvh_desktop.documents.opmaak.woorden import met_artikel

_KORT: Final = 90
"""So many characters fit beside what they are called."""


@dataclass(frozen=True, slots=True)
class OverzichtItem:
    """One item: what it is, where it stands, its texts, and what the betrokkene asked about it."""

    wat: str
    waar: str
    teksten: tuple[tuple[str, str], ...] = field(repr=False)
    noten: tuple[str, ...] = ()
    weggelaten: str = ""
    """Why it is not here; then there is no text."""


@dataclass(frozen=True, slots=True)
class OverzichtDeel:
    """What one partij, or the house, has in it. ``zin`` says how that partij answered."""

    van: str
    zin: str
    items: tuple[OverzichtItem, ...]


@dataclass(frozen=True, slots=True)
class InzageoverzichtGegevens:
    """The overzicht. ``concept`` says why it may not leave yet, and is empty when it may."""

    kop: Documentkop
    verzoek: str
    wie: str
    concept: str
    delen: tuple[OverzichtDeel, ...]
    namen_weg: int
    """How many names of others were made unreadable."""
    ontvangers: tuple[str, ...]
    artikel: str


@gewogen
def bouw_inzageoverzicht_pdf(gegevens: InzageoverzichtGegevens) -> bytes:
    """What it is about first, then per supplier what stands there, then who took part."""
    inhoud = titelblok(gegevens.kop.titel, gegevens.verzoek)
    if gegevens.concept:
        inhoud += kader([f"Concept, nog niet verstrekken. {gegevens.concept}"])
    inhoud += feiten((("Over", gegevens.wie), ("Datum", gegevens.kop.versie)))
    inhoud += [
        alinea(
            met_artikel(
                "Dit overzicht is gemaakt op grond van artikel 15 van de AVG. Elke partij antwoordt voor wat zij zelf "
                "heeft gegeven",
                gegevens.artikel,
            )
        )
    ]
    for deel in gegevens.delen:
        inhoud += kop1(deel.van)
        if deel.zin:
            inhoud += [alinea(deel.zin)]
        for item in deel.items:
            inhoud += _item(item)
    if gegevens.ontvangers:
        inhoud += kop1("Wie erbij betrokken was")
        inhoud += [alinea(f"Deze partijen zaten bij het overleg: {', '.join(gegevens.ontvangers)}.")]
    if gegevens.namen_weg:
        wie = "1 naam van een ander is" if gegevens.namen_weg == 1 else f"{gegevens.namen_weg} namen van anderen zijn"
        inhoud += [alinea(f"{wie} onleesbaar gemaakt (artikel 15 lid 4 van de AVG).")]
    return maak_pdf(gegevens.kop, inhoud)


def _item(item: OverzichtItem) -> list[object]:
    inhoud = kop2(f"{item.wat}, {item.waar}")
    if item.weggelaten:
        return [*inhoud, alinea(f"Weggelaten: {item.weggelaten}")]
    for kort, samen in groupby(item.teksten, lambda een: len(een[1]) <= _KORT and "\n" not in een[1]):
        if kort:
            inhoud += feiten(tuple(samen))
            continue
        for naam, tekst in samen:
            inhoud += [alinea(f"{naam}:")]
            inhoud += lange_tekst(tekst)
    inhoud += [alinea(f"[{zin}]") for zin in item.noten]
    return list(inhoud)
