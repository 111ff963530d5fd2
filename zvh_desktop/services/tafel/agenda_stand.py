"""An agenda as one value: what undo goes back to, and what an akkoord is signed over (akkoord.py)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import time

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import RegelGeweigerd
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.keuzen.ordekeuzes import WensSoort
from zvh_desktop.models.keuzes import AgendapuntId, CasusId, CasusStatus, OverlegId, PartijId
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.casus.fasen import eis_te_bespreken
from zvh_desktop.services.poort.deelnames import zet_deelname
from zvh_desktop.services.poort.gesloten import hoe_gesloten
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt, uit_bezwaar
from zvh_desktop.services.tafel.agenda_gegevens import AgendaBeeld
from zvh_desktop.services.tafel.tafelorde import op_agenda
from zvh_desktop.services.werkplek.werkplek import Werkplek


@dataclass(frozen=True, slots=True)
class StoelStand:
    """One seat."""

    partij_id: PartijId
    gevraagde_bijdrage: str
    vervallen: bool


@dataclass(frozen=True, slots=True)
class PuntStand:
    """One agendapunt with its seats."""

    id: int
    casus_id: int | None
    onderwerp: str
    minuten: int
    doel: str
    besluit_type: str
    themas: str
    stoelen: tuple[StoelStand, ...]
    verslag_van: OverlegId | None = None


@dataclass(frozen=True, slots=True)
class WensStand:
    """One wish for the order, by its casussen: it can come back with a point that has another number by then."""

    soort: WensSoort
    casus_id: CasusId | None
    voor_casus_id: CasusId | None
    partij_id: PartijId | None
    tijd: time | None
    gewicht: int | None
    onderwerp: tuple[AgendapuntId, str] | None = None
    """The number and the words of a subject of the house itself, which has no casus."""


@dataclass(frozen=True, slots=True)
class AgendaStand:
    """All points of one overleg, in order."""

    overleg_id: int
    punten: tuple[PuntStand, ...]
    wensen: tuple[WensStand, ...] = ()
    """What was asked of the order: comes back with a point that comes back, and is signed by nobody."""


@dataclass(frozen=True, slots=True)
class AgendaWissel:
    """What one change did: the agenda before and after it, for undo, and how it is shown now."""

    voor: AgendaStand
    na: AgendaStand
    beeld: AgendaBeeld


def agenda_stand(sessie: Session, overleg: Overleg) -> AgendaStand:
    """The agenda as it stands now."""
    rijen = sessie.scalars(
        select(Deelname)
        .join(Agendapunt, Agendapunt.id == Deelname.agendapunt_id)
        .where(Agendapunt.overleg_id == overleg.id)
    )
    return stand_van(overleg, rijen)


def stand_van(overleg: Overleg, rijen: Iterable[Deelname]) -> AgendaStand:
    """The agenda with these seats. What was added at the table is no part of it."""
    stoelen: dict[int, list[StoelStand]] = {}
    for rij in sorted((rij for rij in rijen if not rij.ter_tafel), key=_partij_van):
        stoelen.setdefault(rij.agendapunt_id, []).append(
            StoelStand(rij.partij_id, rij.gevraagde_bijdrage, rij.vervallen)
        )
    return AgendaStand(
        overleg.id,
        tuple(
            PuntStand(
                punt.id,
                punt.casus_id,
                punt.onderwerp,
                punt.minuten,
                punt.doel,
                punt.besluit_type,
                punt.themas,
                tuple(stoelen.get(punt.id, ())),
                punt.verslag_van_id,
            )
            for punt in op_agenda(overleg)
        ),
    )


def _partij_van(rij: Deelname) -> int:
    return rij.partij_id


def herstel_agenda(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, stand: AgendaStand
) -> tuple[Aandachtspunt, ...]:
    """Make the agenda what it was. Every seat passes the gate again; says which could not come back."""
    niet_terug: list[Aandachtspunt] = []
    bestaand = {_kenmerk(punt.id, punt.casus_id): punt for punt in overleg.agendapunten}
    behouden = {_kenmerk(punt.id, punt.casus_id) for punt in stand.punten}
    for kenmerk in bestaand.keys() - behouden:
        overleg.agendapunten.remove(bestaand[kenmerk])
    sessie.flush()
    for volgorde, oud in enumerate(stand.punten):
        punt = bestaand.get(_kenmerk(oud.id, oud.casus_id))
        if (
            punt is None
            and oud.casus_id is not None
            and (bezwaar := _kan_niet_terug(werkplek, sessie, overleg, oud.casus_id))
        ):
            niet_terug.append(bezwaar)
            continue
        if punt is None:
            vrij = sessie.get(Agendapunt, oud.id) is None
            punt = Agendapunt(id=oud.id if vrij else None, overleg_id=overleg.id, casus_id=oud.casus_id)
            sessie.add(punt)
        punt.volgorde = volgorde
        punt.onderwerp, punt.minuten, punt.doel = oud.onderwerp, oud.minuten, oud.doel
        punt.besluit_type, punt.themas, punt.verslag_van_id = oud.besluit_type, oud.themas, oud.verslag_van
        sessie.flush()
        niet_terug += _herstel_stoelen(werkplek, sessie, punt, oud)
    sessie.expire(overleg, ["agendapunten"])
    return tuple(niet_terug)


def terug_van(nu: AgendaStand, van: AgendaStand, naar: AgendaStand) -> AgendaStand:
    """``nu`` without what was done between ``naar`` and ``van``: what somebody else did after that stays."""
    nu_, van_, naar_ = (_op_kenmerk(stand) for stand in (nu, van, naar))
    punten = []
    for kenmerk, doel in naar_.items():
        er, was = nu_.get(kenmerk), van_.get(kenmerk)
        if er is None and was is not None:
            continue  # somebody else took it away
        punten.append(doel if er is None else er if was is None else _punt_terug(er, was, doel))
    for plaats, (kenmerk, van_een_ander) in enumerate(nu_.items()):
        if kenmerk not in naar_ and kenmerk not in van_:
            punten.insert(plaats, van_een_ander)
    if [een for een in naar_ if een in van_] == [een for een in van_ if een in naar_]:
        # nothing was put in another order, so what stands there stays as somebody else may have put it
        plaatsen = {kenmerk: plaats for plaats, kenmerk in enumerate(nu_)}
        staat_er = [_kenmerk(punt.id, punt.casus_id) in plaatsen for punt in punten]
        blijvers = [punt for punt, staat in zip(punten, staat_er, strict=True) if staat]
        op_volgorde = iter(sorted(blijvers, key=lambda punt: plaatsen[_kenmerk(punt.id, punt.casus_id)]))
        punten = [next(op_volgorde) if staat else punt for punt, staat in zip(punten, staat_er, strict=True)]
    return replace(nu, punten=tuple(punten), wensen=naar.wensen)


def _op_kenmerk(stand: AgendaStand) -> dict[tuple[int, bool], PuntStand]:
    return {_kenmerk(punt.id, punt.casus_id): punt for punt in stand.punten}


def _punt_terug(nu: PuntStand, van: PuntStand, naar: PuntStand) -> PuntStand:
    anders = {
        veld.name: getattr(naar, veld.name)
        for veld in fields(PuntStand)
        if veld.name not in ("id", "stoelen") and getattr(naar, veld.name) != getattr(van, veld.name)
    }
    nu_, van_, naar_ = ({stoel.partij_id: stoel for stoel in punt.stoelen} for punt in (nu, van, naar))
    stoelen = {
        partij: naar_[partij] if naar_[partij] != van_.get(partij) else nu_[partij]
        for partij in naar_
        if partij in nu_ or partij not in van_
    }
    erbij = {partij: stoel for partij, stoel in nu_.items() if partij not in naar_ and partij not in van_}
    return replace(nu, **anders, stoelen=tuple({**stoelen, **erbij}.values()))


def _kan_niet_terug(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, casus_id: int | None
) -> Aandachtspunt | None:
    """Why a casus that was taken off the agenda may not stand on it now, or nothing."""
    if casus_id is None:
        return None
    casus = sessie.get_one(Casus, casus_id)
    if casus.status != CasusStatus.LOPEND:
        hoe = hoe_gesloten(casus, werkplek.profiel.termen)
        return Aandachtspunt(f"Casus {casus.nummer} is {hoe} en kan niet op de agenda.")
    try:
        eis_te_bespreken(werkplek, casus, overleg.soort)
    except RegelGeweigerd as fout:
        return replace(uit_bezwaar(fout), zin=str(fout))
    return None


def _kenmerk(punt_id: int, casus_id: int | None) -> tuple[int, bool]:
    """What makes it the same point: its casus. The database gives the id of a removed point out again."""
    return (casus_id, True) if casus_id is not None else (punt_id, False)


def _herstel_stoelen(werkplek: Werkplek, sessie: Session, punt: Agendapunt, oud: PuntStand) -> list[Aandachtspunt]:
    niet_terug: list[Aandachtspunt] = []
    toen = {stoel.partij_id: stoel for stoel in oud.stoelen}
    nu = {rij.partij_id: rij for rij in sessie.scalars(select(Deelname).filter_by(agendapunt_id=punt.id))}
    for partij_id in nu.keys() - toen.keys():
        sessie.delete(nu[partij_id])
    sessie.flush()
    if oud.casus_id is None:
        return niet_terug
    casus = sessie.get_one(Casus, oud.casus_id)
    for stoel in oud.stoelen:
        rij = nu.get(stoel.partij_id)
        if rij is None or (rij.vervallen and not stoel.vervallen):
            try:
                rij = zet_deelname(werkplek, sessie, punt, casus, sessie.get_one(Partij, stoel.partij_id))
            except RegelGeweigerd as fout:
                niet_terug.append(replace(uit_bezwaar(fout), zin=str(fout)))
                continue
        rij.gevraagde_bijdrage = stoel.gevraagde_bijdrage
    return niet_terug
