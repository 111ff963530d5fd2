"""The letter that invites one partij to its own points of an overleg.

It names cases by number only: a letter lies on desks and in mailboxes, and that a person has a casus is
itself personal data.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from zvh_desktop.documents.opmaak.blad import Tabelkolom, alinea, briefhoofd, feiten, kop2, maak_pdf, slot, tabel
from zvh_desktop.documents.opmaak.kop import Afzender, Documentkop, Geadresseerde
from zvh_desktop.documents.opmaak.weging import gewogen
from zvh_desktop.documents.opmaak.woorden import casus_of_onderwerp, met_artikel, punt_naam
from zvh_desktop.models.profiel.termen import Termen
from zvh_desktop.models.taal import datum_lang, hoofdletter, tijd


@dataclass(frozen=True, slots=True)
class UitnodigingPunt:
    """One point this partij is invited to."""

    aanvang: time
    casusnummer: str | None
    onderwerp: str
    doel: str = ""
    besluitsoort: str = ""
    bijdrage: str = ""


@dataclass(frozen=True, slots=True)
class UitnodigingGegevens:
    """One invitation. ``vervangt_eerdere`` says that it replaces an invitation sent before.

    ``stukken_vooraf`` counts what goes along to read beforehand; the letter says how many and not what.
    """

    kop: Documentkop
    aan: Geadresseerde
    overleg_naam: str
    datum: date
    plaats: str
    punten: tuple[UitnodigingPunt, ...]
    afzender: Afzender
    antwoord_voor: date | None
    artikel_rechtmatig: str
    artikel_geheimhouding: str
    artikel_mandaat: str
    vervangt_eerdere: bool = False
    stukken_vooraf: int = 0
    artikel_inzage: str = ""
    artikel_gebruik: str = ""


@gewogen
def bouw_uitnodiging_pdf(gegevens: UitnodigingGegevens) -> bytes:
    """The letter: where and when first, then the own points, then what is expected."""
    dag = datum_lang(gegevens.datum)
    inhoud = briefhoofd(gegevens.kop, gegevens.aan, f"Uitnodiging {gegevens.overleg_naam}, {dag}")
    inhoud += _opening(gegevens)
    inhoud += feiten(
        (
            ("Datum", dag),
            ("U wordt verwacht", f"om {tijd(gegevens.punten[0].aanvang)}" if gegevens.punten else ""),
            ("Plaats", gegevens.plaats),
        )
    )
    inhoud += kop2("Waarvoor wij u uitnodigen")
    inhoud += _punten(gegevens.punten, gegevens.kop.termen)
    inhoud += _uitleg(gegevens)
    inhoud += slot(gegevens.kop, gegevens.afzender)
    return maak_pdf(gegevens.kop, inhoud)


def _punten(punten: Sequence[UitnodigingPunt], termen: Termen) -> list[Any]:
    """The own points; doel and besluit have a column only in a letter that says them."""
    doelen = ["\n".join(deel for deel in (punt.doel, punt.besluitsoort) if deel.strip()) for punt in punten]
    met_doel = any(doelen)
    return tabel(
        (
            Tabelkolom("", 0.6),
            Tabelkolom("Aanvang", 1.6),
            Tabelkolom(casus_of_onderwerp(termen), 4, vet=True),
            *((Tabelkolom("Doel en type besluit", 4.6),) if met_doel else ()),
            Tabelkolom("Wat wij van u vragen", 5 if met_doel else 9.6),
        ),
        [
            (
                str(nummer),
                tijd(punt.aanvang),
                punt_naam(punt.casusnummer, punt.onderwerp),
                *((doel or "–",) if met_doel else ()),
                punt.bijdrage or "–",
            )
            for nummer, (punt, doel) in enumerate(zip(punten, doelen, strict=True), start=1)
        ],
    )


def _opening(gegevens: UitnodigingGegevens) -> list[Any]:
    zin = f"Graag nodigen wij {gegevens.aan.partij} uit voor de volgende bijeenkomst: {gegevens.overleg_naam}."
    if gegevens.vervangt_eerdere:
        zin += " Deze uitnodiging komt in de plaats van de uitnodiging die u eerder van ons kreeg."
    return [alinea(zin)]


def _uitleg(gegevens: UitnodigingGegevens) -> list[Any]:
    termen = gegevens.kop.termen
    inhoud = kop2("Waarom u deze uitnodiging krijgt")
    inhoud += [
        alinea(
            met_artikel(
                f"{hoofdletter(termen.met_lidwoord('procesregisseur'))} heeft beoordeeld dat uw organisatie bij deze "
                "punten rechtmatig aanwezig mag zijn. U bent alleen aanwezig bij de punten in deze brief",
                gegevens.artikel_rechtmatig,
            )
        )
    ]
    if gegevens.stukken_vooraf:
        inhoud += _vooraf(gegevens)
    inhoud += kop2("Uw antwoord")
    termijn = f" uiterlijk {datum_lang(gegevens.antwoord_voor)}" if gegevens.antwoord_voor else ""
    adres = f" Stuur uw antwoord naar {gegevens.afzender.email}." if gegevens.afzender.email.strip() else ""
    inhoud += [
        alinea(
            f"Laat ons{termijn} weten of u komt, niet komt of een vervanger stuurt. U kunt ook antwoorden met de "
            f"agenda-afspraak in de bijlage.{adres}"
        )
    ]
    inhoud += kop2("Mandaat en geheimhouding")
    inhoud += [
        alinea(
            met_artikel(
                "Wie namens uw organisatie komt, mag aan tafel besluiten nemen en afspraken maken",
                gegevens.artikel_mandaat,
            )
        ),
        alinea(
            met_artikel(
                "Noem in uw antwoord geen namen van betrokkenen, alleen het nummer van "
                "de casus. Deze brief en wat aan tafel besproken wordt, zijn vertrouwelijk",
                gegevens.artikel_geheimhouding,
            )
        ),
    ]
    return inhoud


def _vooraf(gegevens: UitnodigingGegevens) -> list[Any]:
    aantal = "één stuk" if gegevens.stukken_vooraf == 1 else f"{gegevens.stukken_vooraf} stukken"
    return [
        *kop2("Om vooraf te lezen"),
        alinea(
            met_artikel(
                f"Bij deze uitnodiging krijgt u {aantal} om vooraf te lezen. Wie de informatie gaf, is daarmee akkoord",
                gegevens.artikel_inzage,
            )
        ),
        alinea(met_artikel("In elk stuk staat wat u ermee mag doen", gegevens.artikel_gebruik)),
    ]
