"""An agenda as one value: what undo goes back to, and what an akkoord is signed over (akkoord.py)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields, replace
from datetime import time
from typing import TypeVar

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


Stand = TypeVar("Stand", PuntStand, StoelStand)


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


@dataclass(frozen=True, slots=True)
class Teruggang:
    """The agenda to go back to, and the points at which something stays since somebody else went on with it."""

    stand: AgendaStand
    gebleven: tuple[PuntStand, ...] = ()


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


def terug_van(nu: AgendaStand, van: AgendaStand, naar: AgendaStand) -> Teruggang:
    """``nu`` without what was done between ``naar`` and ``van``: what somebody else did after that stays."""
    nu_, van_, naar_ = (_op_kenmerk(stand) for stand in (nu, van, naar))
    punten: list[PuntStand] = []
    gebleven: list[PuntStand] = []
    for kenmerk, doel in naar_.items():
        er, was = nu_.get(kenmerk), van_.get(kenmerk)
        if er is None or was is None:
            if was is None:  # else somebody else took it away
                punten.append(er or doel)
            continue
        punt, heel = _punt_terug(er, was, doel)
        punten.append(punt)
        gebleven += [] if heel else [er]
    for plaats, (kenmerk, er) in enumerate(nu_.items()):
        was = van_.get(kenmerk)
        if kenmerk in naar_ or (was is not None and replace(er, id=was.id) == was):
            continue
        punten.insert(plaats, er)
        gebleven += [er] if was is not None else []  # put in here, and somebody else went on with it
    if [een for een in naar_ if een in van_] == [een for een in van_ if een in naar_]:
        # nothing was put in another order, so what stands there stays as somebody else may have put it
        plaatsen = {kenmerk: plaats for plaats, kenmerk in enumerate(nu_)}
        staat_er = [_kenmerk(punt.id, punt.casus_id) in plaatsen for punt in punten]
        blijvers = [punt for punt, staat in zip(punten, staat_er, strict=True) if staat]
        op_volgorde = iter(sorted(blijvers, key=lambda punt: plaatsen[_kenmerk(punt.id, punt.casus_id)]))
        punten = [next(op_volgorde) if staat else punt for punt, staat in zip(punten, staat_er, strict=True)]
    return Teruggang(replace(nu, punten=tuple(punten), wensen=naar.wensen), tuple(gebleven))


def _op_kenmerk(stand: AgendaStand) -> dict[tuple[int, bool], PuntStand]:
    return {_kenmerk(punt.id, punt.casus_id): punt for punt in stand.punten}


def _punt_terug(nu: PuntStand, van: PuntStand, naar: PuntStand) -> tuple[PuntStand, bool]:
    """The point without what was done to it here, and whether all of that went back."""
    punt, heel = _velden_terug(nu, van, naar, ("id", "stoelen"))
    nu_, van_, naar_ = ({stoel.partij_id: stoel for stoel in een.stoelen} for een in (nu, van, naar))
    stoelen: list[StoelStand] = []
    for partij in {**naar_, **nu_}:
        er, was, doel = nu_.get(partij), van_.get(partij), naar_.get(partij)
        if er is None:
            stoelen += [doel] if doel is not None and was is None else []
        elif was is None:
            stoelen.append(er)
        elif doel is not None:
            stoel, terug = _velden_terug(er, was, doel)
            stoelen.append(stoel)
            heel = heel and terug
        elif er != was:
            stoelen.append(er)
            heel = False
    return replace(punt, stoelen=tuple(stoelen)), heel


def _velden_terug(nu: Stand, van: Stand, naar: Stand, zonder: Collection[str] = ()) -> tuple[Stand, bool]:
    """Field by field: what was changed here goes back, unless somebody else changed it after that."""
    namen = [veld.name for veld in fields(nu) if veld.name not in zonder]
    anders = {naam: getattr(naar, naam) for naam in namen if getattr(naar, naam) != getattr(van, naam)}
    van_een_ander = {naam for naam in anders if getattr(nu, naam) not in (getattr(van, naam), anders[naam])}
    terug = {naam: waarde for naam, waarde in anders.items() if naam not in van_een_ander}
    return replace(nu, **terug), not van_een_ander


def zeg_gebleven(sessie: Session, punten: Iterable[PuntStand]) -> tuple[Aandachtspunt, ...]:
    """In words at which points something stays that was to go back."""
    namen = [
        f"casus {sessie.get_one(Casus, punt.casus_id).nummer}" if punt.casus_id is not None else f"'{punt.onderwerp}'"
        for punt in punten
    ]
    return tuple(Aandachtspunt(f"Bij {naam} is intussen iets gewijzigd. Dat blijft zo staan.") for naam in namen)


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
