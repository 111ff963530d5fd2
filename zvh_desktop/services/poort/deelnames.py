"""Seats at agendapunten: only through the gate, and gone when the oordeel no longer holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.interfaces import ORMOption

from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.keuzes import Aanwezigheid
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.poort.beeld import Poortbeeld, lees_poortbeeld
from zvh_desktop.services.poort.poort import bepaal_stand, eis_rechtmatig, oordelen_per_partij
from zvh_desktop.services.werkplek.samen import naast
from zvh_desktop.services.werkplek.werkplek import Werkplek

Stoelen = Sequence[tuple[Deelname, Partij]]


@dataclass(frozen=True, slots=True)
class Tafelschikking:
    """Who sits where at one overleg: every seat of it read at once, and each held against the gate once.

    One use case makes one of these and takes all its partijen from it.
    """

    beeld: Poortbeeld
    rijen: tuple[tuple[Deelname, Partij], ...]
    """Every row, whether it holds or not."""
    _geldig: Mapping[int, tuple[tuple[Deelname, Partij], ...]]
    _vervallen: Mapping[int, frozenset[int]]

    def bij(self, punt: Agendapunt) -> tuple[tuple[Deelname, Partij], ...]:
        """What ``geldige_deelnames`` says of this point."""
        return self._geldig.get(punt.id, ())

    def rij(self, punt: Agendapunt, partij_id: int) -> Deelname | None:
        """The row of one partij at this point, also when it lapsed."""
        van_punt = (deelname for deelname, _ in self.rijen if deelname.agendapunt_id == punt.id)
        return next((deelname for deelname in van_punt if deelname.partij_id == partij_id), None)

    def opnieuw(self, overleg: Overleg, rijen: Iterable[tuple[Deelname, Partij]]) -> Tafelschikking:
        """The same meeting with these rows instead, each held against the same oordelen."""
        return _schik(overleg, self.beeld, rijen)

    def van_de_agenda(self, overleg: Overleg) -> Tafelschikking:
        """The same without who was let in at the table: the seats of the agenda that got akkoord and was sent."""
        if not any(deelname.ter_tafel for deelname, _ in self.rijen):
            return self
        return self.opnieuw(overleg, [(deelname, partij) for deelname, partij in self.rijen if not deelname.ter_tafel])

    def stoel(self, punt: Agendapunt, partij_id: int) -> Deelname | None:
        """The seat of one partij at this point, if it holds."""
        return next((deelname for deelname, partij in self.bij(punt) if partij.id == partij_id), None)

    def vervallen_bij(self, punt: Agendapunt) -> frozenset[int]:
        """The partijen that had a seat at this point and lost it."""
        return self._vervallen.get(punt.id, frozenset())

    def onrechtmatig_aanwezig(self, punt: Agendapunt) -> Mapping[int, Partij]:
        """Who sits at this point by the attendance list, and has no seat there that holds (any more)."""
        mogen = {partij.id for _, partij in self.bij(punt)}
        return {
            partij.id: partij
            for stoel, partij in self.rijen
            if stoel.agendapunt_id == punt.id and stoel.aanwezigheid == Aanwezigheid.AANWEZIG and partij.id not in mogen
        }

    def casus(self, punt: Agendapunt) -> Casus | None:
        """The casus of this point, None for a point of the house itself."""
        return self.beeld.casus(punt.casus_id) if punt.casus_id is not None else None

    def partijen(self) -> tuple[Partij, ...]:
        """Everyone with a seat that holds, each once, in order of the register."""
        aan_tafel = {partij.id: partij for stoelen in self._geldig.values() for _, partij in stoelen}
        return tuple(aan_tafel[sleutel] for sleutel in sorted(aan_tafel))


def zet_deelname(
    werkplek: Werkplek,
    sessie: Session,
    punt: Agendapunt,
    casus: Casus,
    partij: Partij,
    gelezen: Tafelschikking | None = None,
    *,
    ter_tafel: bool = False,
) -> Deelname:
    """Give a partij a seat at this point, or give back one that had lapsed. Raises RegelGeweigerd (the gate).

    ``gelezen`` is the schikking of this overleg, when this transaction has read it already. ``ter_tafel`` is for who
    is let in while the overleg is held.
    """
    if gelezen is None:
        rij = sessie.scalars(select(Deelname).filter_by(agendapunt_id=punt.id, partij_id=partij.id)).first()
    else:
        rij = gelezen.rij(punt, partij.id)
    oordeel = gelezen.beeld.rechtmatig(casus.id, partij) if gelezen is not None else None
    if oordeel is None:
        profiel = werkplek.profiel_van(sessie, punt.overleg)
        oordeel = eis_rechtmatig(werkplek, sessie, casus, partij, punt.overleg.datum, profiel=profiel)
    if rij is None:
        rij = Deelname(
            agendapunt_id=punt.id,
            casus_id=casus.id,
            partij_id=partij.id,
            oordeel_id=oordeel.id,
            aanwezigheid=Aanwezigheid.ONBEKEND,
            gevraagde_bijdrage="",
            afgevaardigde="",
            vervallen=False,
            intrekking_verzonden=False,
            ter_tafel=ter_tafel,
        )
        sessie.add(rij)
    else:
        rij.oordeel_id = oordeel.id
        rij.vervallen = False
        rij.intrekking_verzonden = False
    sessie.flush()
    return rij


def geldige_deelnames(
    werkplek: Werkplek, sessie: Session, punt: Agendapunt, *, alleen: int | None = None
) -> tuple[tuple[Deelname, Partij], ...]:
    """The seats at this point whose oordeel, verified now, holds on the day of the meeting.

    This is what every screen and document takes its partijen from. A row that was put in by another way is left
    out here as well. ``alleen`` asks about one partij, so that the oordelen on the others need no verification.
    """
    if punt.casus_id is None:
        return ()
    vraag = (
        select(Deelname, Partij)
        .join(Partij, Partij.id == Deelname.partij_id)
        .where(Deelname.agendapunt_id == punt.id, Deelname.vervallen.is_(False))
        .order_by(Partij.id)
    )
    if alleen is not None:
        vraag = vraag.where(Deelname.partij_id == alleen)
    stoelen = [(deelname, partij) for deelname, partij in sessie.execute(vraag)]
    if not stoelen:
        return ()
    casus = sessie.get_one(Casus, punt.casus_id)
    oordelen = oordelen_per_partij(sessie, casus.id, punt.overleg.datum)
    return tuple(
        (deelname, partij)
        for deelname, partij in stoelen
        if (oordeel := oordelen.get(partij.id)) is not None
        and deelname.oordeel_id == oordeel.id
        and bepaal_stand(werkplek, sessie, casus, partij, oordeel, punt.overleg.datum).mag
    )


def lees_stoelen(sessie: Session, overleg: Overleg, alleen: int | None = None) -> Stoelen:
    """Every row of an overleg, whether it holds or not; ``alleen`` those of one partij."""
    vraag = (
        select(Deelname, Partij)
        .join(Partij, Partij.id == Deelname.partij_id)
        .join(Agendapunt, Agendapunt.id == Deelname.agendapunt_id)
        .where(Agendapunt.overleg_id == overleg.id)
        .order_by(Partij.id)
    )
    if alleen is not None:
        vraag = vraag.where(Deelname.partij_id == alleen)
    return [(deelname, partij) for deelname, partij in sessie.execute(vraag)]


def lees_schikking(
    werkplek: Werkplek,
    sessie: Session,
    overleg: Overleg,
    *opties: ORMOption,
    partijen: Iterable[Partij] = (),
    alleen: int | None = None,
    allen: bool = False,
    stoelen: Stoelen | None = None,
) -> Tafelschikking:
    """Every seat of an overleg whose oordeel, verified now, holds on the day of the meeting.

    In as many statements for forty points as for one. ``alleen`` asks about one partij, so that the oordelen on the
    others need no verification; ``stoelen`` is what ``lees_stoelen`` gave, where that was read already. The rest goes
    to ``lees_poortbeeld``.
    """
    rijen, punten, _ = naast(
        sessie,
        lambda: lees_stoelen(sessie, overleg, alleen) if stoelen is None else stoelen,
        lambda: overleg.agendapunten,
        lambda: inzicht(sessie),  # what follows rests on it
    )
    casus_ids = [punt.casus_id for punt in punten if punt.casus_id is not None]
    bekend = {partij.id: partij for partij in (*partijen, *(partij for _, partij in rijen))}
    beeld = lees_poortbeeld(werkplek, sessie, casus_ids, overleg.datum, *opties, partijen=bekend.values(), allen=allen)
    return _schik(overleg, beeld, rijen)


def _schik(overleg: Overleg, beeld: Poortbeeld, rijen: Iterable[tuple[Deelname, Partij]]) -> Tafelschikking:
    alle = tuple(sorted(rijen, key=_partij_id))
    casus_van = {punt.id: punt.casus_id for punt in overleg.agendapunten if punt.casus_id is not None}
    geldig: dict[int, list[tuple[Deelname, Partij]]] = {}
    vervallen: dict[int, set[int]] = {}
    for deelname, partij in alle:
        punt_id = deelname.agendapunt_id
        if deelname.vervallen:
            vervallen.setdefault(punt_id, set()).add(partij.id)
        elif punt_id in casus_van and _houdt(beeld, casus_van[punt_id], deelname, partij):
            geldig.setdefault(punt_id, []).append((deelname, partij))
    return Tafelschikking(
        beeld,
        alle,
        {punt_id: tuple(stoelen) for punt_id, stoelen in geldig.items()},
        {punt_id: frozenset(kwijt) for punt_id, kwijt in vervallen.items()},
    )


def _partij_id(rij: tuple[Deelname, Partij]) -> int:
    return rij[1].id


def _houdt(beeld: Poortbeeld, casus_id: int, deelname: Deelname, partij: Partij) -> bool:
    oordeel = beeld.oordeel(casus_id, partij.id)
    if oordeel is None or deelname.oordeel_id != oordeel.id:
        return False
    return beeld.rechtmatig(casus_id, partij) is not None


def verzet_overleg(werkplek: Werkplek, sessie: Session, overleg: Overleg, dag: date) -> tuple[str, ...]:
    """Give an overleg another date: seats without an oordeel in force on that day lapse.

    Returns which seats lapsed, in sentences. The database refuses a new date while a seat does not fit it, so
    every seat stands aside first and then comes back through the gate.
    """
    rijen = sessie.execute(
        select(Deelname, Agendapunt, Casus, Partij)
        .join(Agendapunt, Agendapunt.id == Deelname.agendapunt_id)
        .join(Casus, Casus.id == Deelname.casus_id)
        .join(Partij, Partij.id == Deelname.partij_id)
        .where(Agendapunt.overleg_id == overleg.id, Deelname.vervallen.is_(False))
    )
    stoelen = list(rijen)
    for deelname, *_ in stoelen:
        deelname.vervallen = True
    sessie.flush()
    overleg.datum = dag
    sessie.flush()
    zinnen = []
    for _, punt, casus, partij in stoelen:
        oordeel = oordelen_per_partij(sessie, casus.id, dag).get(partij.id)
        stand = bepaal_stand(werkplek, sessie, casus, partij, oordeel, dag)
        if stand.mag:
            zet_deelname(werkplek, sessie, punt, casus, partij)
        else:
            zinnen.append(f"{partij.naam} is van de agenda af bij casus {casus.nummer}: {stand.reden}.")
    return tuple(zinnen)
