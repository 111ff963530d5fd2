"""The letter that asks a partij to answer for its own part of a verzoek. It names the betrokkene by casus alone."""

from __future__ import annotations

from dataclasses import dataclass

from zvh_desktop.documents.opmaak.blad import alinea, briefhoofd, feiten, kop2, maak_pdf, puntenlijst, slot
from zvh_desktop.documents.opmaak.kop import Afzender, Documentkop, Geadresseerde
from zvh_desktop.documents.opmaak.weging import gewogen
from zvh_desktop.documents.opmaak.woorden import met_artikel


@dataclass(frozen=True, slots=True)
class InzagebriefGegevens:
    """One letter."""

    kop: Documentkop
    aan: Geadresseerde
    soort: str
    ontvangen: str
    antwoord_voor: str
    casussen: tuple[str, ...]
    afzender: Afzender
    artikel: str
    artikel_geheimhouding: str


@gewogen
def bouw_inzagebrief_pdf(gegevens: InzagebriefGegevens) -> bytes:
    """What is asked, until when, and what can be answered."""
    inhoud = briefhoofd(gegevens.kop, gegevens.aan, f"Verzoek van een betrokkene: {gegevens.soort}")
    inhoud += [
        alinea(
            met_artikel(
                "Een betrokkene heeft ons een verzoek gedaan over gegevens die u in het samenwerkingsverband hebt "
                "gegeven. U antwoordt zelf voor uw eigen deel",
                gegevens.artikel,
            )
        )
    ]
    inhoud += feiten(
        (
            ("Verzoek", gegevens.soort),
            ("Ontvangen", gegevens.ontvangen),
            ("Casussen", ", ".join(gegevens.casussen)),
            ("Antwoord graag voor", gegevens.antwoord_voor),
        )
    )
    inhoud += kop2("Wat wij van u vragen")
    inhoud += puntenlijst(
        (
            "Lees in de bijlage wat bij ons van u staat.",
            "Laat weten of dit deel in het overzicht voor de betrokkene mag, of dat u de betrokkene zelf antwoordt.",
            "Weigert u, schrijf dan op grond waarvan.",
            "Noem in uw antwoord het casusnummer en geen namen.",
        )
    )
    inhoud += [alinea(met_artikel("Deze brief is vertrouwelijk. Stuur hem niet door", gegevens.artikel_geheimhouding))]
    inhoud += slot(gegevens.kop, gegevens.afzender)
    return maak_pdf(gegevens.kop, inhoud)
