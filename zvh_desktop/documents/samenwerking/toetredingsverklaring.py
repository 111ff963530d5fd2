"""The form that a new partij signs, with the text of the house; what is not known yet is a line to write on."""

from __future__ import annotations

from dataclasses import dataclass

from zvh_desktop.documents.opmaak.blad import alinea, feiten, kop2, maak_pdf, puntenlijst, titelblok, wit
from zvh_desktop.documents.opmaak.kop import Documentkop
from zvh_desktop.documents.opmaak.weging import gewogen

_LIJN = "." * 46


@dataclass(frozen=True, slots=True)
class ToetredingsverklaringGegevens:
    """One form. ``besluit`` says when and by whom it was decided; empty while it was not."""

    kop: Documentkop
    convenant: str
    formulier: str
    organisatie: str
    vestigingsplaats: str
    kantoor: str
    zetel: bool
    vertegenwoordiger: str
    functie: str
    bijdrage: str
    grondslag: str
    overwegingen: tuple[str, ...]
    verklaring: str
    besluit: str
    namens: str


@gewogen
def bouw_toetredingsverklaring_pdf(gegevens: ToetredingsverklaringGegevens) -> bytes:
    """Who joins, why, what it declares, and two places to sign."""
    wie = gegevens.organisatie
    if gegevens.zetel:
        plaats = gegevens.vestigingsplaats or _LIJN
        wie = f"{wie}, statutair gevestigd te {plaats} en kantoorhoudend aan {gegevens.kantoor or _LIJN}"
    else:
        wie = f"{wie}, te {gegevens.vestigingsplaats or _LIJN}"
    namens = ", ".join(deel for deel in (gegevens.vertegenwoordiger or _LIJN, gegevens.functie) if deel)
    inhoud = titelblok("Toetredingsverklaring", f"{gegevens.convenant} ({gegevens.formulier})")
    inhoud += [alinea(f"{wie}, hierbij rechtsgeldig vertegenwoordigd door {namens},")]
    inhoud += kop2("overwegende dat")
    inhoud += puntenlijst(gegevens.overwegingen)
    inhoud += kop2("verklaart")
    inhoud += [alinea(gegevens.verklaring)]
    inhoud += kop2("Wat de organisatie bijdraagt")
    inhoud += feiten(
        (
            ("Bijdrage", gegevens.bijdrage or _LIJN),
            ("Taak of grondslag", gegevens.grondslag or _LIJN),
            ("Besluit", gegevens.besluit or _LIJN),
        )
    )
    inhoud += kop2("Ondertekening")
    inhoud += [wit()]
    inhoud += feiten(
        (
            ("Plaats en datum", _LIJN),
            ("Naam organisatie", gegevens.organisatie),
            ("Naam", gegevens.vertegenwoordiger or _LIJN),
            ("Handtekening", _LIJN),
        )
    )
    inhoud += [wit(), wit()]
    inhoud += feiten(
        (
            ("Namens", gegevens.namens),
            ("Plaats en datum", _LIJN),
            ("Naam", _LIJN),
            ("Handtekening", _LIJN),
        )
    )
    return maak_pdf(gegevens.kop, inhoud)
