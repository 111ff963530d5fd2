"""The note on a datalek for the manager. It names casussen by number and counts persons; it names none of them."""

from __future__ import annotations

from dataclasses import dataclass

from zvh_desktop.documents.opmaak.blad import (
    Tabelkolom,
    alinea,
    feiten,
    kader,
    kop2,
    lange_tekst,
    maak_pdf,
    tabel,
    titelblok,
)
from zvh_desktop.documents.opmaak.kop import Documentkop
from zvh_desktop.documents.opmaak.weging import gewogen
from zvh_desktop.documents.opmaak.woorden import met_artikel


@dataclass(frozen=True, slots=True)
class NotitiePartij:
    """One partij, about which casussen it was sent something, and whether it was told."""

    naam: str
    casussen: str
    bericht: str


@dataclass(frozen=True, slots=True)
class NotitieGegevens:
    """The note, in words. ``casussen`` are number and how many betrokkenen of how many."""

    kop: Documentkop
    nummer: int
    wat: str
    gebeurd: str
    gevonden: str
    termijn: str
    melding: str
    reden: str
    maatregelen: str
    casussen: tuple[tuple[str, str], ...]
    partijen: tuple[NotitiePartij, ...]
    regeltekst: str
    voor_wie: str
    """Whom it is for, in the words of the house; empty in a house without a manager."""


@gewogen
def bouw_dataleknotitie_pdf(gegevens: NotitieGegevens) -> bytes:
    """What happened first, then the report, then whom it concerns."""
    inhoud = titelblok(gegevens.kop.titel, f"Datalek {gegevens.nummer}")
    voor = f"Voor {gegevens.voor_wie}. " if gegevens.voor_wie else ""
    inhoud += kader([f"{voor}In deze notitie staan geen namen van betrokkenen."])
    inhoud += feiten(
        (
            ("Gebeurd", gegevens.gebeurd),
            ("Ontdekt", gegevens.gevonden),
            ("Melden uiterlijk", f"{gegevens.termijn} (72 uur na ontdekken, AVG art. 33)"),
            ("Autoriteit Persoonsgegevens", gegevens.melding),
        )
    )
    inhoud += kop2("Wat er is gebeurd")
    inhoud += lange_tekst(gegevens.wat)
    if gegevens.reden:
        inhoud += kop2("Waarom niet of later gemeld")
        inhoud += lange_tekst(gegevens.reden)
    inhoud += kop2("Maatregelen")
    inhoud += lange_tekst(gegevens.maatregelen or "Nog niet ingevuld.")
    inhoud += kop2("Casussen")
    if gegevens.casussen:
        inhoud += tabel((Tabelkolom("Casus", 6, vet=True), Tabelkolom("Betrokkenen geraakt", 12)), gegevens.casussen)
    else:
        inhoud += [alinea("Er zijn nog geen casussen gekozen.")]
    inhoud += kop2("Partijen")
    if gegevens.partijen:
        inhoud += tabel(
            (Tabelkolom("Partij", 7, vet=True), Tabelkolom("Kreeg stukken over", 7), Tabelkolom("Bericht", 4)),
            [(een.naam, een.casussen, een.bericht) for een in gegevens.partijen],
        )
    else:
        inhoud += [alinea("Er zijn nog geen partijen gekozen.")]
    inhoud += [alinea(met_artikel(gegevens.regeltekst.rstrip("."), gegevens.kop.artikel))]
    return maak_pdf(gegevens.kop, inhoud)
