"""The verslag for one partij: its notulen, its besluiten and its open acties, of its own points alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.documents.actielijst import bouw_actielijst_pdf
from zvh_desktop.documents.besluitenlijst_partij import bouw_besluitenlijst_partij_pdf
from zvh_desktop.documents.notulen import bouw_notulen_partij_pdf
from zvh_desktop.documents.opmaak.bestandsnaam import bestandsnaam
from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import DocumentSoort, PartijId, Regel, VerslagStatus, VerzendingSoort
from zvh_desktop.models.overleg import Overleg, VerslagCorrectie
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.taal import datum_kort, datum_lang
from zvh_desktop.services.lek.uitgang import Uitgang
from zvh_desktop.services.rondsturen.gegevens import Pakket
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.tafel.verslag_getekend import correcties_van
from zvh_desktop.services.tafel.verslagstukken import (
    GetoetstVerslag,
    actielijst,
    besluitenlijst_partij,
    eigen_correcties,
    eigen_verslagpunten,
    notulen_partij,
    toets_verslag,
)
from zvh_desktop.services.werkplek.samen import naast
from zvh_desktop.services.werkplek.werkplek import Werkplek


def eis_vastgesteld(overleg: Overleg) -> None:
    """Raises GebruikersFout: a concept does not go round."""
    if overleg.verslag_status != VerslagStatus.VASTGESTELD or not overleg.casuistiek:
        raise GebruikersFout(
            "Alleen een vastgesteld verslag van een overleg met casussen gaat rond.",
            advies="Laat het verslag eerst vaststellen bij stap 4.",
        )


def verslagversies(sessie: Session, overleg: Overleg, verslag: GetoetstVerslag) -> Mapping[int, tuple[int, int]]:
    """Per partij that may have it: which version that is as it counts, and the signature under it."""
    vraag = select(Partij).where(Partij.id.in_(_aan_tafel(verslag))).order_by(Partij.id)
    rijen, partijen = naast(sessie, lambda: correcties_van(sessie, overleg), lambda: list(sessie.scalars(vraag)))
    return versies_uit(overleg, verslag, rijen, partijen)


def versies_uit(
    overleg: Overleg, verslag: GetoetstVerslag, rijen: Sequence[VerslagCorrectie], partijen: Iterable[Partij]
) -> Mapping[int, tuple[int, int]]:
    """The same of what was read: its corrections, and these partijen or more."""
    eerste = rijen[0].eerder_verklaring if rijen else overleg.vaststelling_verklaring or 0
    aan_tafel = _aan_tafel(verslag)
    versies = {}
    for partij in partijen:
        if partij.id in aan_tafel:
            eigen = eigen_correcties(verslag.correcties, eigen_verslagpunten(verslag.punten, partij))
            versies[int(partij.id)] = (1 + len(eigen), eigen[-1].verklaring if eigen else eerste)
    return versies


def _aan_tafel(verslag: GetoetstVerslag) -> set[PartijId]:
    return {een.partij_id for punt in verslag.punten for een in punt.aanwezigen}


def verslagpakket(
    werkplek: Werkplek,
    sessie: Session,
    overleg: Overleg,
    partij: Partij,
    contact: str,
    verslag: GetoetstVerslag | None = None,
) -> Pakket:
    """Everything for this partij, verified now.

    Raises GebruikersFout when the verslag is a concept or holds nothing for this partij, HandtekeningOnjuist,
    LekOpen while something stands in it about which nothing was chosen.
    """
    eis_vastgesteld(overleg)
    getoetst = verslag or toets_verslag(werkplek, sessie, overleg)
    notulen = notulen_partij(werkplek, sessie, overleg, getoetst, partij)
    lijst = besluitenlijst_partij(werkplek, sessie, overleg, getoetst, partij)
    if notulen is None or lijst is None:
        raise GebruikersFout(
            f"Voor {partij.naam} is er niets om te sturen. De partij zat hier bij geen enkele casus rechtmatig aan "
            "tafel."
        )
    uitgang = Uitgang(werkplek, sessie, partij)
    notulen, lijst = uitgang.door(notulen), uitgang.door(lijst)
    acties = actielijst(werkplek, sessie, partij, contact)
    acties = uitgang.door(acties) if acties is not None else None
    uitgang.eis_gekozen()
    versie, verklaring = verslagversies(sessie, overleg, getoetst)[partij.id]
    casussen = tuple(punt.casusnummer for punt in notulen.punten if punt.casusnummer is not None)
    stukken = [
        _stuk(DocumentSoort.NOTULEN_PARTIJ, overleg, partij, bouw_notulen_partij_pdf(notulen), casussen),
        _stuk(DocumentSoort.BESLUITENLIJST_PARTIJ, overleg, partij, bouw_besluitenlijst_partij_pdf(lijst), casussen),
    ]
    if acties is not None:
        nummers = tuple(dict.fromkeys(een.casusnummer for een in acties.acties if een.casusnummer is not None))
        stukken.append(_stuk(DocumentSoort.ACTIELIJST, overleg, partij, bouw_actielijst_pdf(acties), nummers))
    profiel = werkplek.profiel_van(sessie, overleg)
    soort = profiel.overlegsoort(overleg.soort)
    return Pakket(
        soort=VerzendingSoort.VERSLAG,
        over=overleg.id,
        casus_id=None,
        partij_id=PartijId(partij.id),
        partij=partij.naam,
        kort=partij.kort,
        wat=f"het verslag van {soort.met_lidwoord} op {datum_lang(overleg.datum)}",
        betreft=f"Verslag {soort.naam} {datum_kort(overleg.datum)}",
        versie=versie,
        verklaring=verklaring,
        datum=overleg.datum,
        artikel=profiel.artikel(Regel.NIET_OPENBAAR),
        namen=("Notulen van uw punten", "Besluitenlijst van uw punten", "Uw open acties")[: len(stukken)],
        stukken=tuple(stukken),
    )


def _stuk(soort: DocumentSoort, overleg: Overleg, partij: Partij, inhoud: bytes, casussen: tuple[str, ...]) -> Stuk:
    naam = bestandsnaam(soort, overleg.datum, partij.kort)
    return Stuk(soort, naam, inhoud, PartijId(partij.id), partij.naam, casussen)
