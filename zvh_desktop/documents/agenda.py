"""The agenda: a full copy for the chair, and one per partij.

The copy of a partij is numbered by the builder and carries a starting time per point only: an end, a length
or a total would show that something else is discussed in between.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
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
    wit,
)
from zvh_desktop.documents.opmaak.kop import Documentkop, DocumentOverleg, Vaststelling
from zvh_desktop.documents.opmaak.weging import gewogen
from zvh_desktop.documents.opmaak.woorden import casus_of_onderwerp, met_artikel, punt_naam
from zvh_desktop.documents.voorgeschiedenis import Voorgeschiedenis, voorgeschiedenis
from zvh_desktop.models.profiel.termen import Termen
from zvh_desktop.models.taal import datum_kort, datum_lang, opsomming, tijd


@dataclass(frozen=True, slots=True)
class AgendaBijdrage:
    """One partij at one point, with what is asked of it. ``afgevaardigde`` may be empty."""

    partij: str
    afgevaardigde: str
    bijdrage: str


@dataclass(frozen=True, slots=True)
class AgendapuntRegie:
    """One point as the chair sees it. Without a casus ``casusnummer`` is None and ``onderwerp`` says it all.

    ``van_tafel`` and ``aan_tafel`` say which partijen leave and enter before this point.
    """

    begin: time
    einde: time
    minuten: int
    casusnummer: str | None
    onderwerp: str
    betrokkenen: tuple[str, ...] = ()
    aanpak: str = ""
    doel: str = ""
    besluitsoort: str = ""
    themas: tuple[str, ...] = ()
    partijen: tuple[AgendaBijdrage, ...] = ()
    van_tafel: tuple[str, ...] = ()
    aan_tafel: tuple[str, ...] = ()
    vooraf: Voorgeschiedenis | None = None
    """What the casus comes from, as it stood when this copy was made."""


@dataclass(frozen=True, slots=True)
class AgendaRegieGegevens:
    """The agenda for the chair. ``uitloop_minuten`` above 0 warns that the points take longer than planned."""

    kop: Documentkop
    overleg: DocumentOverleg
    punten: tuple[AgendapuntRegie, ...]
    akkoord: Vaststelling | None = None
    uitloop_minuten: int = 0
    artikel_geheimhouding: str = ""


@dataclass(frozen=True, slots=True)
class AgendapuntPartij:
    """One point that this partij sits at. It has no number: the builder counts 1..n."""

    aanvang: time
    casusnummer: str | None
    onderwerp: str
    doel: str = ""
    besluitsoort: str = ""
    themas: tuple[str, ...] = ()
    bijdrage: str = ""


@dataclass(frozen=True, slots=True)
class AgendaPartijGegevens:
    """The agenda for one partij: only its own points."""

    kop: Documentkop
    overleg_naam: str
    datum: date
    plaats: str
    partij: str
    contactpersoon: str
    punten: tuple[AgendapuntPartij, ...]
    artikel_geheimhouding: str
    verslagen: tuple[date, ...] = ()
    """Of which day a verslag is settled here: only those that this partij has a part of its own in."""


@gewogen
def bouw_agenda_regie_pdf(gegevens: AgendaRegieGegevens) -> bytes:
    """The agenda for the chair: the whole morning on one page first, then every point in full."""
    termen = gegevens.kop.termen
    inhoud = titelblok(gegevens.kop.titel, gegevens.overleg.naam)
    inhoud += _overleg_feiten(gegevens)
    inhoud += kader([_uitloop(gegevens.uitloop_minuten)])
    inhoud += kop1("Overzicht")
    inhoud += tabel(
        (
            Tabelkolom("", 0.6),
            Tabelkolom("Tijd", 2.3),
            Tabelkolom("Min", 0.9, rechts=True),
            Tabelkolom(casus_of_onderwerp(termen), 5.2),
            Tabelkolom("Partijen", 6),
        ),
        [
            (
                str(nummer),
                f"{tijd(punt.begin)}–{tijd(punt.einde)}",
                str(punt.minuten),
                punt_naam(punt.casusnummer, punt.onderwerp),
                ", ".join(bijdrage.partij for bijdrage in punt.partijen),
            )
            for nummer, punt in enumerate(gegevens.punten, start=1)
        ],
    )
    for nummer, punt in enumerate(gegevens.punten, start=1):
        inhoud += _punt_regie(nummer, punt, termen)
    if gegevens.artikel_geheimhouding:
        inhoud += [wit(), alinea(_geheimhouding(gegevens.artikel_geheimhouding), stijlen().klein)]
    return maak_pdf(gegevens.kop, inhoud)


def _overleg_feiten(gegevens: AgendaRegieGegevens) -> list[Any]:
    overleg = gegevens.overleg
    akkoord = gegevens.akkoord
    return feiten(
        (
            ("Datum", datum_lang(overleg.datum)),
            ("Tijd", f"{tijd(overleg.begin)}–{tijd(overleg.einde)}"),
            ("Plaats", overleg.plaats),
            ("Voorzitter", overleg.voorzitter),
            ("Notulist", overleg.notulist),
            (
                "Akkoord",
                f"{akkoord.door}, {datum_kort(akkoord.op)}" if akkoord else "nog geen akkoord: dit is een concept",
            ),
        )
    )


def _uitloop(minuten: int) -> str:
    if minuten <= 0:
        return ""
    woord = "minuut" if minuten == 1 else "minuten"
    return f"Let op: de punten samen duren {minuten} {woord} langer dan het overleg."


def _punt_regie(nummer: int, punt: AgendapuntRegie, termen: Termen) -> list[Any]:
    inhoud = kop1(f"{nummer}.  {punt_naam(punt.casusnummer, punt.onderwerp)}")
    inhoud += kader(
        (
            f"Van tafel: {opsomming(punt.van_tafel)}" if punt.van_tafel else "",
            f"Aan tafel: {opsomming(punt.aan_tafel)}" if punt.aan_tafel else "",
        )
    )
    inhoud += feiten(
        (
            ("Tijd", f"{tijd(punt.begin)}–{tijd(punt.einde)}, {punt.minuten} minuten"),
            ("Betrokkenen", opsomming(punt.betrokkenen)),
            ("Aanpak", punt.aanpak),
            ("Doel", punt.doel),
            ("Type besluit", punt.besluitsoort),
            ("Thema's", opsomming(punt.themas)),
        )
    )
    if punt.partijen:
        inhoud += tabel(
            (
                Tabelkolom("Partij", 4, vet=True),
                Tabelkolom("Afgevaardigde", 4),
                Tabelkolom("Gevraagde bijdrage", 8),
            ),
            [(regel.partij, regel.afgevaardigde or "–", regel.bijdrage or "–") for regel in punt.partijen],
        )
    return inhoud + (voorgeschiedenis(punt.vooraf) if punt.vooraf is not None else [])


@gewogen
def bouw_agenda_partij_pdf(gegevens: AgendaPartijGegevens) -> bytes:
    """The agenda for one partij: when it is expected, for what, and what it has to bring."""
    inhoud = titelblok(gegevens.kop.titel, gegevens.overleg_naam)
    inhoud += feiten(
        (
            ("Voor", ", ".join(deel for deel in (gegevens.partij, gegevens.contactpersoon) if deel.strip())),
            ("Datum", datum_lang(gegevens.datum)),
            ("Plaats", gegevens.plaats),
            ("U wordt verwacht", f"om {tijd(gegevens.punten[0].aanvang)}" if gegevens.punten else ""),
        )
    )
    if not gegevens.punten:
        inhoud += [alinea("Er staan voor u geen punten op de agenda.")]
    for nummer, punt in enumerate(gegevens.punten, start=1):
        inhoud += kop1(f"{nummer}.  {punt_naam(punt.casusnummer, punt.onderwerp)}")
        inhoud += feiten(
            (
                ("Aanvang", tijd(punt.aanvang)),
                ("Doel", punt.doel),
                ("Type besluit", punt.besluitsoort),
                ("Thema's", opsomming(punt.themas)),
            )
        )
        inhoud += kader([f"Wij vragen u: {punt.bijdrage}" if punt.bijdrage.strip() else ""])
    inhoud += kader(
        [
            f"Bij dit overleg wordt het verslag van {datum_lang(dag)} vastgesteld. U kreeg daarvan uw eigen deel. "
            "Klopt er iets niet, laat het ons dan vooraf weten. U hoeft er niet eerder voor te komen."
            for dag in gegevens.verslagen
        ]
    )
    inhoud += [wit(), *kader([_geheimhouding(gegevens.artikel_geheimhouding)])]
    return maak_pdf(gegevens.kop, inhoud)


def _geheimhouding(artikel: str) -> str:
    return met_artikel(
        "Deze agenda is vertrouwelijk. Wat u leest en wat aan tafel besproken wordt, houdt u geheim", artikel
    )
