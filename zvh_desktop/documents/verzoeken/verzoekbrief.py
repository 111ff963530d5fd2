"""The letter that tells a betrokkene what was decided on a verzoek, in plain words, with where to complain."""

from __future__ import annotations

from dataclasses import dataclass

from zvh_desktop.documents.opmaak.blad import alinea, briefhoofd, kop2, maak_pdf, puntenlijst, slot
from zvh_desktop.documents.opmaak.kop import Afzender, Documentkop, Geadresseerde
from zvh_desktop.documents.opmaak.weging import gewogen


@dataclass(frozen=True, slots=True)
class VerzoekbriefGegevens:
    """One letter. ``onderdelen`` are sentences: what holds for each item from now on."""

    kop: Documentkop
    aan: Geadresseerde
    soort: str
    ontvangen: str
    uitkomst: str
    besloten: str
    reden: str
    onderdelen: tuple[str, ...]
    wordt_gemeld: bool
    """Whoever got it before is told (AVG art. 19)."""
    afzender: Afzender


@gewogen
def bouw_verzoekbrief_pdf(gegevens: VerzoekbriefGegevens) -> bytes:
    """What was asked, what was decided and why, and what can be done about that."""
    inhoud = briefhoofd(gegevens.kop, gegevens.aan, f"Uw verzoek om {gegevens.soort}")
    inhoud += [
        alinea(
            f"Op {gegevens.ontvangen} kregen wij een verzoek om {gegevens.soort}. Op {gegevens.besloten} hebben wij "
            f"besloten: {gegevens.uitkomst}."
        )
    ]
    if gegevens.reden.strip():
        inhoud += [*kop2("Waarom wij dit besloten"), alinea(gegevens.reden)]
    if gegevens.onderdelen:
        inhoud += [*kop2("Wat er nu geldt"), *puntenlijst(gegevens.onderdelen)]
    if gegevens.wordt_gemeld:
        inhoud += [
            alinea(
                "Wie deze gegevens van ons heeft gekregen, hoort dit van ons (AVG art. 19). Wilt u weten wie dat zijn, "
                "vraag het ons dan."
            )
        ]
    inhoud += kop2("Bent u het er niet mee eens?")
    inhoud += [
        alinea(
            "Neem dan eerst contact met ons op. U kunt ook een klacht indienen bij de Autoriteit Persoonsgegevens, of "
            "naar de rechter gaan (AVG art. 12 lid 4)."
        )
    ]
    inhoud += slot(gegevens.kop, gegevens.afzender)
    return maak_pdf(gegevens.kop, inhoud)
