"""The questions of this house, and the mark by which a form is known when it comes back."""

from __future__ import annotations

import hashlib
from typing import Final

from zvh_desktop.documents.formulier.vragen import Vraag, Vraagdeel, Vraagvorm
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.taal import hoofdletter

VERSIE: Final = 1
"""Of how forms are made here; a form of an older one is asked for again."""
BETROKKENEN: Final = 3
_LANG: Final = 10_000
_JA_NEE: Final = ("ja", "nee")


def vraagdelen(profiel: Huisprofiel) -> tuple[Vraagdeel, ...]:
    """What is asked, in the order of the form on the screen."""
    termen = profiel.termen
    aanpakken = tuple(aanpak.naam for aanpak in profiel.aanpakken)
    melder = (
        Vraag("datum", "Datum", Vraagvorm.REGEL, "bijvoorbeeld 3-11-2026", breed=0.3),
        Vraag("partij", "Uw organisatie", Vraagvorm.REGEL, breed=0.7),
        Vraag("contact_naam", "Uw naam", Vraagvorm.REGEL, breed=0.5),
        Vraag("contact_email", "E-mailadres", Vraagvorm.REGEL, breed=0.5),
        Vraag("contact_telefoon", "Telefoon", Vraagvorm.REGEL, breed=0.5),
        Vraag("aanpak", "Aanpak", Vraagvorm.KEUZE, keuzes=aanpakken, breed=0.5),
    )
    wie = tuple(vraag for nummer in range(1, BETROKKENEN + 1) for vraag in _betrokkene(nummer))
    verhaal = (
        Vraag("zorgelijke_situatie", "Wat is de zorgelijke situatie?", Vraagvorm.TEKST, hoogstens=_LANG),
        Vraag("naar_aanleiding_van", "Wat is de aanleiding om nu aan te melden?", Vraagvorm.TEKST, hoogstens=_LANG),
        Vraag("verzoek", "Wat vraagt u van ons?", Vraagvorm.TEKST, hoogstens=_LANG),
        Vraag("overige_informatie", "Wat moeten wij verder weten?", Vraagvorm.TEKST, hoogstens=_LANG),
        Vraag("terugkoppeling", "Wilt u horen wat ermee gebeurt?", Vraagvorm.KEUZE, keuzes=_JA_NEE, breed=0.5),
    )
    delen = [
        Vraagdeel("Wie meldt aan", "", melder),
        Vraagdeel("Om wie gaat het", "Vul geen burgerservicenummer in.", wie),
        Vraagdeel(f"Waarover gaat {termen.met_lidwoord('aanmelding')}", "", verhaal),
    ]
    criteria = tuple(vraag for nummer in range(len(profiel.criteria)) for vraag in _criterium(profiel, nummer))
    if criteria:
        delen.append(Vraagdeel("Criteria", "Geef bij elk criterium aan of het klopt, en waarom.", criteria))
    return tuple(delen)


def vragen(profiel: Huisprofiel) -> tuple[Vraag, ...]:
    """All of them in a row."""
    return tuple(vraag for deel in vraagdelen(profiel) for vraag in deel.vragen)


def kenmerk(profiel: Huisprofiel) -> str:
    """House, version, and the begin of a hash of the questions: a form with other questions is another form."""
    inhoud = "\n".join(f"{v.sleutel}|{v.label}|{v.boven}|{v.vorm}|{'|'.join(v.keuzes)}" for v in vragen(profiel))
    return f"{profiel.sleutel}/{VERSIE}/{hashlib.sha256(inhoud.encode()).hexdigest()[:8]}"


def _betrokkene(nummer: int) -> tuple[Vraag, ...]:
    wie = "Hoofdpersoon" if nummer == 1 else f"Persoon {nummer}"
    return (
        Vraag(f"naam_{nummer}", f"{wie}: naam", Vraagvorm.REGEL, breed=0.6),
        Vraag(f"geboren_{nummer}", "Geboortedatum", Vraagvorm.REGEL, breed=0.4),
        Vraag(f"adres_{nummer}", "Adres", Vraagvorm.REGEL, breed=0.6),
        Vraag(f"gemeente_{nummer}", "Gemeente", Vraagvorm.REGEL, breed=0.4),
    )


def _criterium(profiel: Huisprofiel, nummer: int) -> tuple[Vraag, ...]:
    een = profiel.criteria[nummer]
    namen = {aanpak.sleutel: aanpak.naam for aanpak in profiel.aanpakken}
    voor = ", ".join(namen[sleutel] for sleutel in een.aanpakken if sleutel in namen)
    tekst = f"{nummer + 1}. {hoofdletter(een.tekst.strip().rstrip('.'))}."
    boven = f"{tekst} Alleen bij {voor}." if voor else tekst
    klopt, waarom = f"Criterium {nummer + 1}: klopt dit?", f"Criterium {nummer + 1}: waarom?"
    return (
        Vraag(f"criterium_{een.sleutel}", klopt, Vraagvorm.KEUZE, keuzes=_JA_NEE, breed=0.3, boven=boven),
        Vraag(f"motivering_{een.sleutel}", waarom, Vraagvorm.REGEL, hoogstens=_LANG, breed=0.7),
    )
