"""The vernietigingsverklaring: that a file is gone, and what was handed out of it before. About nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from zvh_desktop.documents.opmaak.blad import (
    Tabelkolom,
    alinea,
    feiten,
    kader,
    kop1,
    maak_pdf,
    stijlen,
    tabel,
    titelblok,
)
from zvh_desktop.documents.opmaak.kop import Documentkop
from zvh_desktop.documents.opmaak.weging import gewogen
from zvh_desktop.models.taal import datum_kort


@dataclass(frozen=True, slots=True)
class UitgifteOpPapier:
    """What a partij was sent about this casus."""

    partij: str
    wat: str
    aantal: int
    laatste: date


@dataclass(frozen=True, slots=True)
class VernietigingGegevens:
    """One destruction. ``blijft`` is empty when all of it is gone; ``verklaring`` is the number of its statement."""

    kop: Documentkop
    onderwerp: str
    zin: str
    gedaan_op: date
    gedaan_door: str
    samen_met: str
    termijn: str
    bron: str
    soorten: tuple[tuple[str, int], ...]
    blijft: tuple[str, ...]
    uitgiften: tuple[UitgifteOpPapier, ...]
    verklaringen: int
    verklaring: int


@gewogen
def bouw_vernietiging_pdf(gegevens: VernietigingGegevens) -> bytes:
    """What went, by whom and why, and what was handed out before."""
    inhoud = titelblok(gegevens.kop.titel, gegevens.onderwerp)
    inhoud += kader([gegevens.zin])
    inhoud += feiten(
        (
            ("Gedaan op", datum_kort(gegevens.gedaan_op)),
            ("Door", gegevens.gedaan_door),
            ("Op voorstel van", gegevens.samen_met or "niemand anders: het huis heeft één persoon die dit mag"),
            ("Bewaartermijn", gegevens.termijn),
            ("Staat in", gegevens.bron),
            ("Ondertekend als", f"verklaring {gegevens.verklaring}"),
        )
    )
    inhoud += kop1("Wat is verwijderd")
    if gegevens.soorten:
        inhoud += tabel(
            (Tabelkolom("Soort gegevens", 13), Tabelkolom("Aantal", 4)),
            [(naam, str(aantal)) for naam, aantal in gegevens.soorten],
        )
    else:
        inhoud += [alinea("Er stond niets meer in dit dossier.", stijlen().klein)]
    if gegevens.verklaringen:
        inhoud += [_geleegd(gegevens.verklaringen)]
    if gegevens.blijft:
        inhoud += kop1("Wat is gebleven")
        inhoud += tabel((Tabelkolom("Deel van het dossier", 17),), [(naam,) for naam in gegevens.blijft])
    inhoud += kop1("Wat eerder is uitgegeven")
    if gegevens.uitgiften:
        inhoud += [
            alinea(
                "Dit staat buiten de kluis. Vraag elke partij om het ook te verwijderen, en verwijder zelf wat het "
                "huis als bestand bewaarde."
            )
        ]
        inhoud += tabel(
            (
                Tabelkolom("Partij", 7),
                Tabelkolom("Wat", 5),
                Tabelkolom("Aantal", 2),
                Tabelkolom("Laatste op", 3),
            ),
            [(u.partij, u.wat, str(u.aantal), datum_kort(u.laatste)) for u in gegevens.uitgiften],
        )
    else:
        inhoud += [alinea("Uit deze kluis is over dit dossier niets vastgelegd als uitgegeven.", stijlen().klein)]
    return maak_pdf(gegevens.kop, inhoud)


def _geleegd(aantal: int) -> Any:
    wat = "1 ondertekende verklaring" if aantal == 1 else f"{aantal} ondertekende verklaringen"
    return alinea(
        f"Van {wat} is de inhoud gewist. Nummer en controlegetallen zijn gebleven, zodat te zien is dat er niets "
        "anders is weggehaald.",
        stijlen().klein,
    )
