"""A piece of information that one partij may read before an overleg, with what its supplier allows.

It names the casus by number only. Text and title are the supplier's; the document adds nothing to them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from zvh_desktop.documents.opmaak.blad import (
    alinea,
    feiten,
    kader,
    kop2,
    lange_tekst,
    maak_pdf,
    stijlen,
    titelblok,
    wit,
)
from zvh_desktop.documents.opmaak.kop import Documentkop
from zvh_desktop.documents.opmaak.weging import gewogen
from zvh_desktop.documents.opmaak.woorden import met_artikel
from zvh_desktop.models.keuzen.informatiekeuzes import Regime
from zvh_desktop.models.taal import datum_kort, datum_lang

REGIME_TEKST: Final = {
    Regime.AVG: "persoonsgegevens (AVG)",
    Regime.WPG: "politiegegevens (Wpg)",
    Regime.WJSG: "justitiële en strafvorderlijke gegevens (Wjsg)",
    Regime.BEROEPSGEHEIM: "gegevens onder beroepsgeheim",
}


@dataclass(frozen=True, slots=True)
class InformatieItemGegevens:
    """One item for one partij. ``met_bijlage``: a PDF of the supplier goes along as it is."""

    kop: Documentkop
    casusnummer: str
    overleg_naam: str
    overleg_datum: date
    titel: str
    verstrekker: str
    regime: Regime
    ontvangen_op: date
    gebruik: str
    tekst: str = field(repr=False)
    met_bijlage: bool
    artikel_gebruik: str
    artikel_geheimhouding: str


@gewogen
def bouw_informatie_pdf(gegevens: InformatieItemGegevens) -> bytes:
    """The item: from whom and under which law first, then what may be done with it, then the text."""
    inhoud = titelblok(gegevens.kop.titel, f"Casus {gegevens.casusnummer}")
    inhoud += feiten(
        (
            ("Overleg", f"{gegevens.overleg_naam}, {datum_lang(gegevens.overleg_datum)}"),
            ("Onderwerp", gegevens.titel),
            ("Gegeven door", gegevens.verstrekker),
            ("Ontvangen", datum_kort(gegevens.ontvangen_op)),
            ("Soort gegevens", REGIME_TEKST[gegevens.regime]),
        )
    )
    inhoud += kop2("Wat u hiermee mag doen")
    inhoud += kader(
        [
            met_artikel(f"{gegevens.verstrekker} bepaalt hoe u dit mag gebruiken", gegevens.artikel_gebruik),
            gegevens.gebruik,
        ]
    )
    inhoud += kop2("Informatie")
    if gegevens.tekst.strip():
        inhoud += lange_tekst(gegevens.tekst)
    if gegevens.met_bijlage:
        inhoud += [wit(6), alinea("Bij dit stuk hoort een bijlage. U krijgt die als apart bestand.")]
    inhoud += [
        wit(10),
        alinea(
            met_artikel(
                "Dit stuk is alleen voor de organisatie die bovenaan staat. Stuur het niet door",
                gegevens.artikel_geheimhouding,
            ),
            stijlen().klein,
        ),
    ]
    return maak_pdf(gegevens.kop, inhoud)
