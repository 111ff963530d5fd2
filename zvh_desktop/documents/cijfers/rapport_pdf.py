"""The report to read: each table with its chart, which says nothing that the table does not say."""

from __future__ import annotations

from typing import Any, Final

from zvh_desktop.documents.cijfers.gegevens import Cijferblad, Cijferrapport
from zvh_desktop.documents.opmaak.blad import (
    Later,
    Tabelkolom,
    alinea,
    kop2,
    maak_pdf,
    puntenlijst,
    tabel,
    titelblok,
)
from zvh_desktop.documents.opmaak.kop import Documentkop

Plaat: Final = Later("zvh_desktop.documents.opmaak.vormen", "Plaat")
staven: Final = Later("zvh_desktop.documents.cijfers.staven", "staven")
"""With the library behind it, at the first chart and not when the application starts."""


def bouw_jaarcijfers_pdf(kop: Documentkop, rapport: Cijferrapport) -> bytes:
    """Goals first: that is what the manager is asked about."""
    inhoud = titelblok(kop.titel, f"{rapport.nu}, naast {rapport.toen}")
    if rapport.doelen:
        inhoud += kop2(f"{rapport.plan}: doelen en stand")
        kolommen = (
            Tabelkolom("Doel", 8, vet=True),
            Tabelkolom("Streven", 4),
            Tabelkolom("Stand", 3),
            Tabelkolom("Oordeel", 3),
        )
        inhoud += tabel(kolommen, [(een.tekst, een.streeft_naar, een.stand, een.oordeel) for een in rapport.doelen])
    for blad in rapport.bladen:
        inhoud += _blad(blad, rapport)
    if rapport.opmerkingen:
        inhoud += kop2("Bij deze cijfers")
        inhoud += puntenlijst(rapport.opmerkingen)
    return maak_pdf(kop, inhoud)


def _blad(blad: Cijferblad, rapport: Cijferrapport) -> list[Any]:
    kolommen = (
        Tabelkolom(blad.kop, 9, vet=True),
        Tabelkolom(rapport.nu, 4),
        Tabelkolom(rapport.toen, 4),
        Tabelkolom("Verschil", 2),
    )
    uit = kop2(blad.titel)
    if blad.uitleg:
        uit.append(alinea(blad.uitleg))
    uit += tabel(kolommen, [(rij.naam, rij.nu_tekst, rij.toen_tekst, rij.verschil) for rij in blad.rijen])
    if blad.grafiek and len(blad.rijen) > 1 and any(rij.nu or rij.toen for rij in blad.rijen):
        uit.append(
            Plaat(staven(blad, rapport.nu, rapport.toen), "Dezelfde cijfers als in de tabel hierboven, als staven.")
        )
    return uit
