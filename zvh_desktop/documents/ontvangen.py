"""Everything that a partij was ever sent, as a list for the house itself: it is accounted for from here."""

from __future__ import annotations

from dataclasses import dataclass

from zvh_desktop.documents.opmaak.blad import Tabelkolom, alinea, feiten, kader, maak_pdf, tabel, titelblok
from zvh_desktop.documents.opmaak.kop import Documentkop
from zvh_desktop.documents.opmaak.weging import gewogen


@dataclass(frozen=True, slots=True)
class OntvangenRij:
    """One piece, in words."""

    wanneer: str
    wat: str
    waarover: str
    versie: str
    aan: str
    stand: str


@dataclass(frozen=True, slots=True)
class OntvangenGegevens:
    """The list of one partij. ``keuze`` says which part of it was asked for."""

    kop: Documentkop
    partij: str
    keuze: str
    rijen: tuple[OntvangenRij, ...]


@gewogen
def bouw_ontvangen_pdf(gegevens: OntvangenGegevens) -> bytes:
    """The list, the newest first."""
    aantal = len(gegevens.rijen)
    inhoud = titelblok(gegevens.kop.titel, gegevens.partij)
    inhoud += feiten((("Partij", gegevens.partij), ("Keuze", gegevens.keuze), ("Aantal", str(aantal))))
    inhoud += kader(
        ["Dit overzicht is alleen voor het huis zelf. Naam en adres zijn die van het moment van versturen."]
    )
    if not aantal:
        inhoud += [alinea("Deze partij heeft niets ontvangen waarvan een kopie is bewaard.")]
        return maak_pdf(gegevens.kop, inhoud)
    inhoud += tabel(
        (
            Tabelkolom("Wanneer", 2.6),
            Tabelkolom("Wat", 3.6, vet=True),
            Tabelkolom("Waarover", 3.6),
            Tabelkolom("Versie", 1.4),
            Tabelkolom("Aan", 5.4),
            Tabelkolom("Stand", 2.8),
        ),
        [(rij.wanneer, rij.wat, rij.waarover, rij.versie, rij.aan, rij.stand) for rij in gegevens.rijen],
    )
    return maak_pdf(gegevens.kop, inhoud)
