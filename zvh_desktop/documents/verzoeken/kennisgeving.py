"""The letter to whoever got data before: that they were corrected, erased or restricted. It names no betrokkene."""

from __future__ import annotations

from dataclasses import dataclass

from zvh_desktop.documents.opmaak.blad import alinea, briefhoofd, kop2, maak_pdf, puntenlijst, slot
from zvh_desktop.documents.opmaak.kop import Afzender, Documentkop, Geadresseerde
from zvh_desktop.documents.opmaak.weging import gewogen
from zvh_desktop.documents.opmaak.woorden import met_artikel


@dataclass(frozen=True, slots=True)
class KennisgevingGegevens:
    """One letter. ``regels`` say per casus which kind of item it is and what holds, never what stood in it."""

    kop: Documentkop
    aan: Geadresseerde
    regels: tuple[str, ...]
    afzender: Afzender
    artikel_geheimhouding: str


@gewogen
def bouw_kennisgeving_pdf(gegevens: KennisgevingGegevens) -> bytes:
    """What changed, and what is asked of who has it."""
    inhoud = briefhoofd(gegevens.kop, gegevens.aan, "Gegevens die u van ons kreeg")
    inhoud += [
        alinea(
            "U kreeg van ons gegevens over een betrokkene. Daar is op verzoek van de betrokkene iets aan veranderd. "
            "Dat melden wij aan iedereen die deze gegevens van ons kreeg (AVG art. 19)."
        )
    ]
    inhoud += [*kop2("Wat er is veranderd"), *puntenlijst(gegevens.regels)]
    inhoud += kop2("Wat wij van u vragen")
    inhoud += puntenlijst(
        (
            "Kijk of deze gegevens ook bij u staan, en doe daar hetzelfde.",
            "Gaf u ze door, meld het dan ook daar.",
            "Wilt u weten wat er precies is veranderd, bel of mail ons dan. Noem het casusnummer en geen namen.",
        )
    )
    inhoud += [alinea(met_artikel("Deze brief is vertrouwelijk. Stuur hem niet door", gegevens.artikel_geheimhouding))]
    inhoud += slot(gegevens.kop, gegevens.afzender)
    return maak_pdf(gegevens.kop, inhoud)
