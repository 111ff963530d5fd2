"""The letter to a partij about a datalek: only what it was sent itself, and no person or other partij."""

from __future__ import annotations

from dataclasses import dataclass

from zvh_desktop.documents.opmaak.blad import alinea, briefhoofd, feiten, kop2, lange_tekst, maak_pdf, slot
from zvh_desktop.documents.opmaak.kop import Afzender, Documentkop, Geadresseerde
from zvh_desktop.documents.opmaak.weging import gewogen
from zvh_desktop.documents.opmaak.woorden import met_artikel


@dataclass(frozen=True, slots=True)
class DatalekbriefGegevens:
    """One letter. ``casussen`` are the numbers of which this partij itself was sent something."""

    kop: Documentkop
    aan: Geadresseerde
    gebeurd: str
    gevonden: str
    bericht: str
    casussen: tuple[str, ...]
    afzender: Afzender
    artikel: str
    artikel_geheimhouding: str


@gewogen
def bouw_datalekbrief_pdf(gegevens: DatalekbriefGegevens) -> bytes:
    """What happened, about which casussen, and what is asked."""
    inhoud = briefhoofd(gegevens.kop, gegevens.aan, "Bericht over een datalek")
    inhoud += [
        alinea(met_artikel("Met deze brief berichten wij u over een datalek dat ook u kan raken", gegevens.artikel))
    ]
    inhoud += feiten(
        (
            ("Gebeurd", gegevens.gebeurd),
            ("Ontdekt", gegevens.gevonden),
            ("Casussen", ", ".join(gegevens.casussen) or "geen waarvan u stukken kreeg"),
        )
    )
    inhoud += kop2("Wat er is gebeurd")
    inhoud += lange_tekst(gegevens.bericht)
    inhoud += kop2("Wat wij van u vragen")
    adres = f" Dat kan via {gegevens.afzender.email}." if gegevens.afzender.email.strip() else ""
    inhoud += [
        alinea(f"Laat het ons weten als u hierover iets merkt of weet.{adres} Noem in uw bericht geen namen."),
        alinea("Beoordeel ook zelf of u als verwerkingsverantwoordelijke iets moet melden (AVG art. 33 en 34)."),
        alinea(met_artikel("Deze brief is vertrouwelijk. Stuur hem niet door", gegevens.artikel_geheimhouding)),
    ]
    inhoud += slot(gegevens.kop, gegevens.afzender)
    return maak_pdf(gegevens.kop, inhoud)
