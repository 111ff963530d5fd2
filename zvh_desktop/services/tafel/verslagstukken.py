"""Notulen, besluitenlijst and actielijst: the regie in full, a partij only the points it may sit at."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.documents.actielijst import ActielijstGegevens, ActieOpLijst
from zvh_desktop.documents.besluitenlijst import BesluitenlijstGegevens, BesluitOpLijst
from zvh_desktop.documents.besluitenlijst_partij import BesluitenlijstPartijGegevens
from zvh_desktop.documents.notulen import (
    Aanwezige,
    AanwezigePartij,
    NotulenActie,
    NotulenBesluit,
    NotulenPartijGegevens,
    NotulenPuntPartij,
    NotulenPuntRegie,
    NotulenRegieGegevens,
)
from zvh_desktop.documents.opmaak.kop import GedrukteCorrectie as CorrectieOpStuk
from zvh_desktop.documents.opmaak.kop import Vaststelling
from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import ActieStatus, Regel, VerslagStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.uitkomst import Actie
from zvh_desktop.services.casus.acties import ActieRegel
from zvh_desktop.services.casus.fasen import fase_van
from zvh_desktop.services.poort.beeld import lees_poortbeeld
from zvh_desktop.services.poort.deelnames import Tafelschikking
from zvh_desktop.services.regelboek.afspraken import geheimhouding, gezamenlijke_afspraken, verslaglegging
from zvh_desktop.services.regelboek.instroom import geen_verstrekking_voor_overleg
from zvh_desktop.services.stukken.kop import maak_kop, maak_vaststelling
from zvh_desktop.services.tafel.loop.verloopstukken import gedrukt_verloop, gehouden_overleg
from zvh_desktop.services.tafel.opvolging.bij_weging import voor_partij
from zvh_desktop.services.tafel.opvolging.op_notulen import eerdere_verslagen, notulen_voortgang
from zvh_desktop.services.tafel.uitkomstregels import is_behandeld
from zvh_desktop.services.tafel.verslag_gegevens import BesluitRegel, VerslagPunt
from zvh_desktop.services.tafel.verslag_getekend import VERSLAG, correcties_van
from zvh_desktop.services.tafel.verslag_versies import Correctie, lees_correcties, lees_eronder
from zvh_desktop.services.tafel.verslag_woorden import gedrukte_punten
from zvh_desktop.services.werkplek.samen import naast
from zvh_desktop.services.werkplek.werkplek import Werkplek


@dataclass(frozen=True, slots=True)
class GetoetstVerslag:
    """The verslag of one overleg with only seats that hold, and who signed it: verified, for one use case."""

    punten: tuple[VerslagPunt, ...]
    vaststelling: Vaststelling | None
    correcties: tuple[Correctie, ...] = ()
    verloop: tuple[tuple[str, str], ...] = ()


def toets_verslag(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, gelezen: Tafelschikking | None = None
) -> GetoetstVerslag:
    """Verify every oordeel and the signature under the verslag: anew in every use case. Raises HandtekeningOnjuist."""
    # What was signed must be what is printed. What names who signed is held until it was asked for below.
    getekend, punten, (gecorrigeerd, gebeurd, _handtekeningen) = naast(
        sessie,
        lambda: VERSLAG.verifieer(werkplek, sessie, overleg),
        lambda: gedrukte_punten(werkplek, sessie, overleg, gelezen),
        lambda: lees_eronder(sessie, overleg),
    )
    eronder = naast(
        sessie,
        lambda: maak_vaststelling(werkplek, sessie, getekend),
        lambda: lees_correcties(werkplek, sessie, overleg, punten, gecorrigeerd),
        lambda: gedrukt_verloop(sessie, overleg, punten, gebeurd),
    )
    return GetoetstVerslag(punten, *eronder)


def notulen_regie(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, verslag: GetoetstVerslag
) -> NotulenRegieGegevens:
    """The full notulen."""
    profiel = werkplek.profiel_van(sessie, overleg)
    punten, vaststelling = verslag.punten, verslag.vaststelling
    onderwerpen = {punt.id: punt.onderwerp for punt in overleg.agendapunten}
    return NotulenRegieGegevens(
        kop=maak_kop(
            werkplek,
            sessie,
            profiel,
            titel="Notulen (volledig)",
            ontvanger=profiel.korte_naam,
            versie=verslag_versie(overleg, vaststelling),
            artikel=verslaglegging(profiel).artikel or profiel.artikel(Regel.NIET_OPENBAAR),
        ),
        overleg=gehouden_overleg(werkplek, sessie, overleg),
        verloop=verslag.verloop,
        punten=tuple(
            NotulenPuntRegie(
                begin=p.begin,
                einde=p.einde,
                casusnummer=p.casusnummer or None,
                onderwerp=onderwerpen[p.id],
                betrokkenen=p.betrokkenen,
                doel=p.doel,
                besluitsoort=p.besluit_naam,
                aanwezigen=tuple(Aanwezige(a.partij, a.afgevaardigde, a.aanwezigheid) for a in p.aanwezigen),
                beeld=p.tekst.beeld,
                oordeel=p.tekst.oordeelsvorming,
                besluit=p.tekst.besluitvorming,
                besluiten=tuple(_besluit(b) for b in p.besluiten),
                acties=tuple(_actie(a) for a in p.acties),
                uitkomst=p.uitkomst.zin,
                behandeld=is_behandeld(p),
                ter_tafel=p.ter_tafel,
                voortgang=notulen_voortgang(p.voortgang),
                eerder_verslag=p.eerder_verslag.zin if p.eerder_verslag else "",
            )
            for p in punten
        ),
        vaststelling=vaststelling,
        artikel_geheimhouding=geheimhouding(profiel).artikel,
        correcties=tuple(_correctie(c, c.versie) for c in verslag.correcties),
    )


def notulen_partij(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, verslag: GetoetstVerslag, partij: Partij
) -> NotulenPartijGegevens | None:
    """The notulen for one partij, or None when it has no seat at any casus of this overleg."""
    eigen = voor_partij(werkplek, sessie, overleg, eigen_verslagpunten(verslag.punten, partij))
    if not eigen:
        return None
    profiel = werkplek.profiel_van(sessie, overleg)
    correcties = eigen_correcties(verslag.correcties, eigen)
    vaststelling = eigen_vaststelling(werkplek, sessie, overleg, verslag, correcties)
    onderwerpen = {punt.id: punt.onderwerp for punt in overleg.agendapunten}
    return NotulenPartijGegevens(
        kop=maak_kop(
            werkplek,
            sessie,
            profiel,
            titel="Notulen",
            ontvanger=partij.naam,
            versie=str(1 + len(correcties)) if vaststelling else verslag_versie(overleg, None),
            artikel=profiel.artikel(Regel.NIET_OPENBAAR),
        ),
        overleg_naam=profiel.overlegsoort(overleg.soort).naam,
        datum=overleg.datum,
        plaats=overleg.plaats,
        partij=partij.naam,
        punten=tuple(
            NotulenPuntPartij(
                casusnummer=p.casusnummer or None,
                onderwerp=onderwerpen[p.id],
                doel=p.doel,
                besluitsoort=p.besluit_naam,
                aanwezigen=tuple(AanwezigePartij(a.partij, a.aanwezigheid) for a in p.aanwezigen),
                beeld=p.tekst.beeld,
                oordeel=p.tekst.oordeelsvorming,
                besluit=p.tekst.besluitvorming,
                besluiten=tuple(_besluit(b) for b in p.besluiten),
                acties=tuple(_actie(a) for a in p.acties),
                uitkomst=p.uitkomst.zin,
                behandeld=is_behandeld(p),
                voortgang=notulen_voortgang(p.voortgang, alleen_hier=True),
            )
            for p in eigen
        ),
        eerdere_verslagen=eerdere_verslagen(werkplek, sessie, overleg, verslag.punten, partij),
        vaststelling=vaststelling,
        artikel_geheimhouding=geheimhouding(profiel).artikel,
        correcties=tuple(_correctie(c, versie) for versie, c in enumerate(correcties, start=2)),
    )


def eigen_verslagpunten(punten: tuple[VerslagPunt, ...], partij: Partij) -> tuple[VerslagPunt, ...]:
    """The points of the verslag that this partij may sit at."""
    return tuple(p for p in punten if any(a.partij_id == partij.id for a in p.aanwezigen))


def eigen_correcties(correcties: tuple[Correctie, ...], eigen: tuple[VerslagPunt, ...]) -> tuple[Correctie, ...]:
    """The corrections of the points that this partij may sit at; it hears of no other, not even by a number."""
    punten = {punt.id for punt in eigen}
    return tuple(correctie for correctie in correcties if correctie.punt_id in punten)


def eigen_vaststelling(
    werkplek: Werkplek,
    sessie: Session,
    overleg: Overleg,
    verslag: GetoetstVerslag,
    eigen: tuple[Correctie, ...],
) -> Vaststelling | None:
    """Who signed what this partij gets: its newest own correction, or else the first version."""
    if verslag.vaststelling is None or not verslag.correcties:
        return verslag.vaststelling
    if eigen:
        return Vaststelling(door=eigen[-1].door, op=eigen[-1].op)
    return maak_vaststelling(werkplek, sessie, correcties_van(sessie, overleg)[0].eerder_verklaring)


def besluitenlijst(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, verslag: GetoetstVerslag
) -> BesluitenlijstGegevens:
    """All besluiten of one overleg, for the regie."""
    profiel = werkplek.profiel_van(sessie, overleg)
    vaststelling = verslag.vaststelling
    return BesluitenlijstGegevens(
        kop=maak_kop(
            werkplek,
            sessie,
            profiel,
            titel="Besluitenlijst",
            ontvanger=profiel.korte_naam,
            versie=verslag_versie(overleg, vaststelling),
            artikel=profiel.artikel(Regel.BESLUITEN_PER_CASUS),
        ),
        overleg=gehouden_overleg(werkplek, sessie, overleg),
        besluiten=_besluiten(verslag.punten),
        zonder_besluit=_zonder_besluit(verslag.punten),
        vaststelling=vaststelling,
        correcties=tuple(_correctie(c, c.versie) for c in verslag.correcties),
    )


def besluitenlijst_partij(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, verslag: GetoetstVerslag, partij: Partij
) -> BesluitenlijstPartijGegevens | None:
    """The besluiten at the points of one partij, or None when it has no seat at any casus of this overleg."""
    eigen = voor_partij(werkplek, sessie, overleg, eigen_verslagpunten(verslag.punten, partij))
    if not eigen:
        return None
    profiel = werkplek.profiel_van(sessie, overleg)
    correcties = eigen_correcties(verslag.correcties, eigen)
    vaststelling = eigen_vaststelling(werkplek, sessie, overleg, verslag, correcties)
    return BesluitenlijstPartijGegevens(
        kop=maak_kop(
            werkplek,
            sessie,
            profiel,
            titel="Besluitenlijst",
            ontvanger=partij.naam,
            versie=str(1 + len(correcties)) if vaststelling else verslag_versie(overleg, None),
            artikel=profiel.artikel(Regel.BESLUITEN_PER_CASUS),
        ),
        overleg_naam=profiel.overlegsoort(overleg.soort).naam,
        datum=overleg.datum,
        plaats=overleg.plaats,
        partij=partij.naam,
        besluiten=_besluiten(eigen),
        zonder_besluit=_zonder_besluit(eigen),
        vaststelling=vaststelling,
        artikel_geheimhouding=geheimhouding(profiel).artikel,
        correcties=tuple(_correctie(c, versie) for versie, c in enumerate(correcties, start=2)),
    )


def actielijst(werkplek: Werkplek, sessie: Session, partij: Partij, contactpersoon: str) -> ActielijstGegevens:
    """The open acties of one partij at casussen where it may be today; the list says so when there are none.

    Rule ``geen_verstrekking_voor_overleg``: of a casus still in aanmelding or triage nothing goes out.
    """
    vandaag = werkplek.vandaag()
    acties = [
        ActieOpLijst(
            casusnummer=casus.nummer,
            omschrijving=actie.omschrijving,
            termijn=actie.termijn,
            status=actie.status,
            conditie=actie.conditie,
            afgesproken_op=dag,
        )
        for actie, casus, dag in _open_acties(werkplek, sessie, (partij,))
    ]
    profiel = werkplek.profiel
    return ActielijstGegevens(
        kop=maak_kop(
            werkplek,
            sessie,
            profiel,
            titel="Actielijst",
            ontvanger=partij.naam,
            versie="1",
            artikel=gezamenlijke_afspraken(profiel).artikel,
        ),
        partij=partij.naam,
        contactpersoon=contactpersoon,
        peildatum=vandaag,
        acties=tuple(acties),
        artikel_geheimhouding=geheimhouding(profiel).artikel,
    )


def partijen_met_notulen(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, aan_tafel: tuple[Partij, ...]
) -> tuple[Partij, ...]:
    """Who gets notulen: of a vastgesteld verslag who sat there then, whatever the register says of it since."""
    if overleg.verslag_status != VerslagStatus.VASTGESTELD or not overleg.verslag_woorden:
        return aan_tafel
    try:
        punten = gedrukte_punten(werkplek, sessie, overleg)
    except HandtekeningOnjuist:
        # Making one of them is refused, and says why.
        return aan_tafel
    zaten = {aanwezige.partij_id for punt in punten for aanwezige in punt.aanwezigen}
    nu = {partij.id for partij in aan_tafel}
    later = sessie.scalars(select(Partij).where(Partij.id.in_(zaten - nu)).order_by(Partij.id))
    return (*(partij for partij in aan_tafel if partij.id in zaten), *later)


def partijen_met_acties(werkplek: Werkplek, sessie: Session, partijen: Collection[Partij]) -> frozenset[int]:
    """Which of these partijen have something open on their actielijst."""
    return frozenset(actie.belegd_bij_id for actie, _, _ in _open_acties(werkplek, sessie, partijen))


def _open_acties(
    werkplek: Werkplek, sessie: Session, partijen: Collection[Partij]
) -> list[tuple[Actie, Casus, date | None]]:
    """Open acties that may be listed for these partijen, with the day on which each was agreed."""
    van = {partij.id: partij for partij in partijen}
    rijen = sessie.execute(
        select(Actie, Casus, Overleg.datum)
        .join(Casus, Casus.id == Actie.casus_id)
        .outerjoin(Agendapunt, Agendapunt.id == Actie.agendapunt_id)
        .outerjoin(Overleg, Overleg.id == Agendapunt.overleg_id)
        .where(Actie.belegd_bij_id.in_(van), Actie.status.in_((ActieStatus.OPEN, ActieStatus.BEZIG)))
        .order_by(Actie.termijn.is_(None), Actie.termijn, Actie.id)
    ).all()
    beeld = lees_poortbeeld(
        werkplek, sessie, (casus.id for _, casus, _ in rijen), werkplek.vandaag(), partijen=partijen
    )
    return [
        (actie, casus, dag)
        for actie, casus, dag in rijen
        if geen_verstrekking_voor_overleg(werkplek.profiel, casus.nummer, fase_van(werkplek, casus.fase)) is None
        and beeld.stand(casus.id, van[actie.belegd_bij_id]).mag
    ]


def verslag_versie(overleg: Overleg, vaststelling: Vaststelling | None) -> str:
    """'1' or '1 (concept)'."""
    return f"{overleg.verslag_versie}{'' if vaststelling else ' (concept)'}"


def _correctie(correctie: Correctie, versie: int) -> CorrectieOpStuk:
    return CorrectieOpStuk(
        versie=str(versie),
        plaats=correctie.plaats,
        wat=correctie.wat,
        reden=correctie.reden,
        door=correctie.door,
        op=correctie.op,
    )


def _besluiten(punten: tuple[VerslagPunt, ...]) -> tuple[BesluitOpLijst, ...]:
    return tuple(
        BesluitOpLijst(
            casusnummer=p.casusnummer or None,
            onderwerp="",
            soort=b.naam,
            omschrijving=b.invoer.omschrijving,
            conditie=b.invoer.conditie,
            belegd_bij=b.belegd_bij,
            informering=b.invoer.informering,
        )
        for p in punten
        for b in p.besluiten
    )


def _zonder_besluit(punten: tuple[VerslagPunt, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((p.casusnummer, p.uitkomst.zin) for p in punten if p.uitkomst.zin)


def _besluit(regel: BesluitRegel) -> NotulenBesluit:
    return NotulenBesluit(
        soort=regel.naam,
        omschrijving=regel.invoer.omschrijving,
        conditie=regel.invoer.conditie,
        informering=regel.invoer.informering,
        belegd_bij=regel.belegd_bij,
    )


def _actie(regel: ActieRegel) -> NotulenActie:
    return NotulenActie(
        omschrijving=regel.invoer.omschrijving,
        belegd_bij=regel.belegd_bij,
        termijn=regel.invoer.termijn,
        status=regel.status,
        conditie=regel.invoer.conditie,
        informering=regel.invoer.informering,
    )
