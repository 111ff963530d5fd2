"""The letter that withdraws an invitation, for some points or altogether.

It gives no reason: why a partij may no longer sit at a casus says something about that casus.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from zvh_desktop.documents.opmaak.blad import Tabelkolom, alinea, briefhoofd, kop2, maak_pdf, slot, tabel
from zvh_desktop.documents.opmaak.kop import Afzender, Documentkop, Geadresseerde
from zvh_desktop.documents.opmaak.weging import gewogen
from zvh_desktop.documents.opmaak.woorden import VERVANGER, casus_of_onderwerp, met_artikel, punt_naam
from zvh_desktop.models.profiel.termen import Termen
from zvh_desktop.models.taal import datum_lang, tijd


@dataclass(frozen=True, slots=True)
class IntrekkingPunt:
    """One point of an invitation that this partij already has."""

    aanvang: time
    casusnummer: str | None
    onderwerp: str


@dataclass(frozen=True, slots=True)
class IntrekkingGegevens:
    """One withdrawal. Without ``resterend`` the whole invitation lapses."""

    kop: Documentkop
    aan: Geadresseerde
    overleg_naam: str
    datum: date
    plaats: str
    vervallen: tuple[IntrekkingPunt, ...]
    resterend: tuple[IntrekkingPunt, ...]
    afzender: Afzender
    artikel_geheimhouding: str
    nieuwe_datum: date | None = None
    """On which day the rest is, where that is not the day of the uitnodiging."""


@gewogen
def bouw_intrekking_pdf(gegevens: IntrekkingGegevens) -> bytes:
    """The letter: what lapses, what stays, and what to do with what was sent before."""
    dag = datum_lang(gegevens.datum)
    inhoud = briefhoofd(gegevens.kop, gegevens.aan, f"Intrekking van uw uitnodiging {gegevens.overleg_naam}, {dag}")
    geheel = not gegevens.resterend
    if geheel:
        inhoud += [
            alinea(
                f"U kreeg van ons een uitnodiging voor het overleg op {dag} ({gegevens.overleg_naam}). "
                "Wij trekken deze uitnodiging in. U wordt op deze dag niet verwacht."
            )
        ]
    else:
        inhoud += [
            alinea(
                f"U kreeg van ons een uitnodiging voor het overleg op {dag} ({gegevens.overleg_naam}). "
                "Een deel van deze uitnodiging vervalt."
            )
        ]
    if gegevens.vervallen:
        inhoud += kop2("Dit vervalt")
        inhoud += _punten(gegevens.vervallen, gegevens.kop.termen)
    if gegevens.resterend:
        inhoud += kop2("Hiervoor blijft u uitgenodigd")
        if gegevens.nieuwe_datum is not None:
            inhoud += [alinea(f"Het overleg is verplaatst naar {datum_lang(gegevens.nieuwe_datum)}.")]
        inhoud += _punten(gegevens.resterend, gegevens.kop.termen)
        inhoud += [alinea(f"Plaats: {gegevens.plaats}. De tijden kunnen nog iets schuiven.")]
    inhoud += kop2("Wat wij van u vragen")
    inhoud += [
        alinea(
            "Verwijder de eerdere brief, en de afspraak uit uw agenda als die daar nog staat."
            if geheel
            else "Verwijder de eerdere brief. De afspraak in uw agenda past u aan met de bijlage."
        ),
        alinea(VERVANGER),
        alinea(
            met_artikel(
                "Deel niet met anderen wat u uit de eerdere uitnodiging weet. Dat blijft vertrouwelijk",
                gegevens.artikel_geheimhouding,
            )
        ),
    ]
    inhoud += slot(gegevens.kop, gegevens.afzender)
    return maak_pdf(gegevens.kop, inhoud)


def _punten(punten: tuple[IntrekkingPunt, ...], termen: Termen) -> list[Any]:
    return tabel(
        (Tabelkolom("Aanvang", 2), Tabelkolom(casus_of_onderwerp(termen), 13, vet=True)),
        [(tijd(punt.aanvang), punt_naam(punt.casusnummer, punt.onderwerp)) for punt in punten],
    )
