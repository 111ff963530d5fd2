"""The note on a dispute for who decides on it: what it is about, the route, and each step so far."""

from __future__ import annotations

from dataclasses import dataclass

from zvh_desktop.documents.opmaak.blad import (
    Tabelkolom,
    alinea,
    feiten,
    kop2,
    lange_tekst,
    maak_pdf,
    tabel,
    titelblok,
)
from zvh_desktop.documents.opmaak.kop import Documentkop
from zvh_desktop.documents.opmaak.weging import gewogen


@dataclass(frozen=True, slots=True)
class GeschilstapOpPapier:
    """One step."""

    bij: str
    voorgelegd: str
    uiterlijk: str
    uitkomst: str


@dataclass(frozen=True, slots=True)
class GeschilnotitieGegevens:
    """One dispute. ``uitkomst`` is empty while it runs."""

    kop: Documentkop
    nummer: int
    over: str
    partij: str
    ingediend: str
    omschrijving: str
    regel: str
    ligt_bij: str
    volgende: str
    stappen: tuple[GeschilstapOpPapier, ...]
    uitkomst: str


@gewogen
def bouw_geschilnotitie_pdf(gegevens: GeschilnotitieGegevens) -> bytes:
    """What it is about, what the convenant says, the steps, and the outcome."""
    inhoud = titelblok("Notitie geschil", f"Geschil {gegevens.nummer}")
    inhoud += feiten(
        (
            ("Onderwerp", gegevens.over),
            ("Ingediend door", gegevens.partij),
            ("Ingediend op", gegevens.ingediend),
            ("Ligt nu bij", gegevens.ligt_bij),
            ("Daarna", gegevens.volgende),
        )
    )
    inhoud += kop2("Waar het over gaat")
    inhoud += lange_tekst(gegevens.omschrijving)
    inhoud += kop2("Wat het convenant zegt")
    inhoud += [alinea(gegevens.regel)]
    inhoud += kop2("De stappen")
    if gegevens.stappen:
        kolommen = (
            Tabelkolom("Bij", 3.4),
            Tabelkolom("Voorgelegd", 3.6),
            Tabelkolom("Uiterlijk", 3.6),
            Tabelkolom("Uitkomst", 6.4),
        )
        regels = [(een.bij, een.voorgelegd, een.uiterlijk, een.uitkomst) for een in gegevens.stappen]
        inhoud += tabel(kolommen, regels)
    else:
        inhoud += [alinea("Het geschil is nog niet voorgelegd.")]
    if gegevens.uitkomst:
        inhoud += kop2("Uitkomst")
        inhoud += lange_tekst(gegevens.uitkomst)
    return maak_pdf(gegevens.kop, inhoud)
