"""From what was found to the overzicht: the part of one partij, or the whole for the betrokkene."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from sqlalchemy.orm import Session

from zvh_desktop.documents.opmaak.bestandsnaam import bestandsnaam
from zvh_desktop.documents.opmaak.weging import Beperkt, Weging, weeg
from zvh_desktop.documents.verzoeken.inzageoverzicht import (
    InzageoverzichtGegevens,
    OverzichtDeel,
    OverzichtItem,
    bouw_inzageoverzicht_pdf,
)
from zvh_desktop.models.casus import Betrokkene
from zvh_desktop.models.keuzen.verzoekkeuzes import PartijAntwoord
from zvh_desktop.models.keuzes import DocumentSoort, Regel
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.models.verzoeken.verzoek import Betrokkeneverzoek, VerzoekPartij
from zvh_desktop.services.lek.lezers import naar_betrokkene, naar_partij
from zvh_desktop.services.lek.uitgang import langs_de_uitgang
from zvh_desktop.services.stukken.kop import maak_kop
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.verzoeken.gegevens import SOORT_TEKST
from zvh_desktop.services.verzoeken.personen import dossiers_van, mensen_in
from zvh_desktop.services.verzoeken.verzamelen import HUIS, GevondenItem, Verzameling
from zvh_desktop.services.werkplek.werkplek import Werkplek

ANDER: Final = "[naam van een ander]"
_ANTWOORD: Final = {
    PartijAntwoord.OPEN: "Deze partij heeft nog niet geantwoord.",
    PartijAntwoord.AKKOORD: "",
    PartijAntwoord.ZELF: "Deze partij antwoordt u zelf over haar deel.",
    PartijAntwoord.WEIGERT: "Deze partij geeft haar deel niet.",
}


def deel_van_partij(
    werkplek: Werkplek, sessie: Session, verzoek: Betrokkeneverzoek, alles: Verzameling, partij: Partij
) -> Stuk:
    """What this partij supplied, for itself. What is restricted is not in it, nor anything of another."""
    eigen = alles.van(partij.id)
    deel = OverzichtDeel(partij.naam, "", tuple(_voluit(een) for een in eigen))
    nummers = tuple(dict.fromkeys(een.casusnummer for een in eigen if een.casusnummer))
    alleen = replace(alles, items=eigen, nummers=nummers, ontvangers=())
    gegevens = _gegevens(werkplek, sessie, verzoek, alleen, (deel,), ontvanger=partij.naam)
    # It gave this itself, so it knows whom it is about.
    lezer = replace(naar_partij(partij), mensen=mensen_in(sessie, *dossiers_van(sessie, verzoek)))
    return _stuk(werkplek, verzoek, langs_de_uitgang(werkplek, sessie, lezer, gegevens), partij, nummers)


def geheel(
    werkplek: Werkplek,
    sessie: Session,
    verzoek: Betrokkeneverzoek,
    alles: Verzameling,
    namen: Mapping[int, str],
    concept: str,
) -> Stuk:
    """Everything, for the betrokkene: each part as its partij answered. ``concept`` says why it may not leave yet."""
    antwoorden: dict[int, VerzoekPartij] = {een.partij_id: een for een in verzoek.partijen}
    delen = [OverzichtDeel(HUIS, "", tuple(_als_item(een) for een in alles.van(None)))]
    for partij_id in sorted(alles.partijen, key=namen.__getitem__):
        rij = antwoorden.get(partij_id)
        antwoord = rij.antwoord if rij is not None else PartijAntwoord.OPEN
        zin = _ANTWOORD[antwoord]
        if rij is not None and antwoord is PartijAntwoord.WEIGERT:
            zin = f"{zin} Reden: {rij.antwoord_reden}"
        geeft = antwoord in (PartijAntwoord.AKKOORD, PartijAntwoord.OPEN)
        delen.append(OverzichtDeel(namen[partij_id], zin, _items(alles.van(partij_id)) if geeft else ()))
    gegevens = _gegevens(werkplek, sessie, verzoek, alles, delen, ontvanger=None, concept=concept)
    gezien = Weging((Beperkt("", alles.weggelaten_namen),), ANDER)
    eigen = [sessie.get_one(Betrokkene, een.betrokkene_id) for een in verzoek.personen]
    # About each name of another in these files was chosen already, at the request itself.
    gekozen = mensen_in(sessie, *dossiers_van(sessie, verzoek))
    lezer = replace(naar_betrokkene(eigen, verzoek.wie, f"verzoek {verzoek.id}"), mensen=gekozen)
    uit = langs_de_uitgang(werkplek, sessie, lezer, weeg(gegevens, gezien))
    return _stuk(werkplek, verzoek, uit, None, alles.nummers)


def _items(gevonden: Sequence[GevondenItem]) -> tuple[OverzichtItem, ...]:
    return tuple(_als_item(een) for een in gevonden)


def _als_item(een: GevondenItem) -> OverzichtItem:
    regel = een.regel
    if regel.weggelaten:
        return OverzichtItem(regel.wat, regel.waar, (), (), regel.weggelaten)
    return _voluit(een)


def _voluit(een: GevondenItem) -> OverzichtItem:
    """With its texts: a partij has to see what it is asked about."""
    return OverzichtItem(een.regel.wat, een.regel.waar, een.item.teksten, een.regel.noten)


def _gegevens(
    werkplek: Werkplek,
    sessie: Session,
    verzoek: Betrokkeneverzoek,
    alles: Verzameling,
    delen: Sequence[OverzichtDeel],
    *,
    ontvanger: str | None,
    concept: str = "",
) -> InzageoverzichtGegevens:
    profiel = werkplek.profiel
    artikel = profiel.artikel(Regel.PARTIJ_ANTWOORDT_ZELF) if profiel.geldt(Regel.PARTIJ_ANTWOORDT_ZELF) else ""
    kop = maak_kop(
        werkplek,
        sessie,
        profiel,
        titel="Inzage-overzicht",
        ontvanger=ontvanger,
        versie=datum_kort(werkplek.vandaag()),
        artikel=artikel,
        voor_betrokkene=ontvanger is None,
    )
    if ontvanger is None:
        # The notes stand with each item already, of every casus, and no marker belongs in one's own overzicht.
        kop = replace(kop, weging=Weging())
    return InzageoverzichtGegevens(
        kop=kop,
        verzoek=f"Verzoek {verzoek.id} om {SOORT_TEKST[verzoek.soort]}, ontvangen {datum_kort(verzoek.ontvangen_op)}",
        wie=", ".join(f"casus {nummer}" for nummer in alles.nummers) or "geen casus",
        concept=concept,
        delen=tuple(delen),
        namen_weg=len(alles.weggelaten_namen) if ontvanger is None else 0,
        ontvangers=alles.ontvangers,
        artikel=artikel,
    )


def _stuk(
    werkplek: Werkplek,
    verzoek: Betrokkeneverzoek,
    gegevens: InzageoverzichtGegevens,
    partij: Partij | None,
    nummers: tuple[str, ...],
) -> Stuk:
    soort = DocumentSoort.INZAGEOVERZICHT
    return Stuk(
        soort=soort,
        bestandsnaam=bestandsnaam(soort, werkplek.vandaag(), partij.kort if partij else None, int(verzoek.id)),
        inhoud=bouw_inzageoverzicht_pdf(gegevens),
        partij_id=partij.id if partij else None,
        partij=partij.naam if partij else "",
        casusnummers=nummers,
    )
