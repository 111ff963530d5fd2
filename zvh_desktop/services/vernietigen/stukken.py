"""The vernietigingsverklaring of what is gone, in the words that were signed."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from zvh_desktop.documents.opmaak.bestandsnaam import bestandsnaam
from zvh_desktop.documents.vernietigen.vernietigingsverklaring import (
    UitgifteOpPapier,
    VernietigingGegevens,
    bouw_vernietiging_pdf,
)
from zvh_desktop.models.keuzes import DocumentSoort, VernietigSoort
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.models.vernietigen.vernietiging import Vernietiging
from zvh_desktop.services.stukken.kop import maak_kop
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.vernietigen.eigen import NAAM
from zvh_desktop.services.vernietigen.getekend import VERNIETIGING
from zvh_desktop.services.vernietigen.opnieuw import NIET_BEOORDEELD_KENMERK
from zvh_desktop.services.vernietigen.woorden import uit_tekst
from zvh_desktop.services.werkplek.werkplek import Werkplek

_ZIN = {
    VernietigSoort.SCHONEN: "Dit dossier is geschoond. Wat niet langer nodig is, is verwijderd.",
    VernietigSoort.VERNIETIGEN: "Dit dossier is vernietigd. In de kluis staat er niets meer van dan dit nummer.",
    VernietigSoort.AANMELDING: "Vernietigd. In de kluis staat er niets meer van.",
    VernietigSoort.VERZOEK: "Vernietigd, met de brieven erover. In de kluis staat er niets meer van dan dit nummer.",
    **{
        soort: f"Van dit dossier zijn de {naam} vernietigd, onder een eigen bewaartermijn. Het dossier zelf blijft nog."
        for soort, naam in NAAM.items()
    },
}


def verklaring(werkplek: Werkplek, sessie: Session, rij: Vernietiging) -> Stuk:
    """The PDF. Raises HandtekeningOnjuist when the row is not what was signed."""
    nummer = VERNIETIGING.verifieer(werkplek, sessie, rij)
    woorden = uit_tekst(rij.woorden)
    met_casus = rij.soort not in (VernietigSoort.AANMELDING, VernietigSoort.VERZOEK)
    kop = maak_kop(
        werkplek,
        sessie,
        werkplek.profiel,
        titel="Vernietigingsverklaring",
        ontvanger=woorden.huis_kort,
        versie="1",
        artikel=woorden.bron,
    )
    gegevens = VernietigingGegevens(
        kop=replace(kop, huis_naam=woorden.huis_naam, huis_kort=woorden.huis_kort),
        onderwerp=f"Casus {woorden.nummer}" if met_casus else _onderwerp(werkplek, rij.soort, woorden.nummer),
        zin=_ZIN[rij.soort],
        gedaan_op=rij.gedaan_op,
        gedaan_door=rij.gedaan_door,
        samen_met=rij.samen_met,
        termijn=woorden.termijn,
        bron=woorden.bron,
        soorten=tuple((soort.naam, soort.aantal) for soort in woorden.soorten),
        blijft=woorden.blijft,
        uitgiften=tuple(UitgifteOpPapier(u.partij, u.wat, u.aantal, u.laatste) for u in woorden.uitgiften),
        verklaringen=woorden.verklaringen,
        verklaring=nummer or 0,
    )
    return Stuk(
        soort=DocumentSoort.VERNIETIGINGSVERKLARING,
        bestandsnaam=bestandsnaam(DocumentSoort.VERNIETIGINGSVERKLARING, rij.gedaan_op, volgnummer=rij.id),
        inhoud=bouw_vernietiging_pdf(gegevens),
        partij_id=None,
        partij="",
        casusnummers=(rij.nummer,) if met_casus else (),
    )


def _onderwerp(werkplek: Werkplek, soort: VernietigSoort, kenmerk: str) -> str:
    """In the word of the house, with what tells it from others."""
    if soort is VernietigSoort.VERZOEK:
        return f"{hoofdletter(kenmerk.partition(' ')[0])} van een betrokkene: {kenmerk.partition(' ')[2]}"
    wat = "Niet beoordeelde" if kenmerk.endswith(NIET_BEOORDEELD_KENMERK) else "Afgewezen"
    return f"{wat} {werkplek.profiel.termen.aanmelding}: {kenmerk.removeprefix('aanmelding ')}"
