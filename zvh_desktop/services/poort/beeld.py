"""The gate for many casussen on one day: read in a few statements, each oordeel verified at most once.

What it answers is what ``poort.standen`` answers for one casus, by the same rules: the newest oordeel is read from
the signed statements, and nothing counts that does not verify. Only the reading is done for all of them at once, so
that it costs as much for forty casussen as for one. It holds what was read in one session and goes with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.interfaces import ORMOption

from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.oordeel import Oordeel
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.poort.poort import Stand, bepaal_stand, geldend_op, lees_oordelen
from zvh_desktop.services.poort.uitgetreden import over_vertrek
from zvh_desktop.services.werkplek.samen import naast
from zvh_desktop.services.werkplek.werkplek import Werkplek


class Poortbeeld:
    """How every partij stands at each of these casussen on this day; made by ``lees_poortbeeld``."""

    def __init__(
        self,
        werkplek: Werkplek,
        sessie: Session,
        dag: date,
        casussen: Mapping[int, Casus],
        partijen: Mapping[int, Partij],
        oordelen: Mapping[int, Mapping[int, Oordeel]],
    ) -> None:
        self.dag = dag
        self._werkplek = werkplek
        self._sessie = sessie
        self._casussen = casussen
        self._partijen = partijen  # held, so that verifying finds them in the session and asks the vault nothing
        self._oordelen = oordelen
        self._standen: dict[tuple[int, int], Stand] = {}

    def casus(self, casus_id: int) -> Casus:
        """One of these casussen. Raises NoResultFound when there is no such row."""
        return self._casussen.get(casus_id) or self._sessie.get_one(Casus, casus_id)

    def oordeel(self, casus_id: int, partij_id: int) -> Oordeel | None:
        """The oordeel that would count, not verified yet: ask ``stand`` whether it opens the gate."""
        return self._oordelen.get(casus_id, {}).get(partij_id)

    def stand(self, casus_id: int, partij: Partij) -> Stand:
        """How this partij stands at this casus, from a verified oordeel."""
        plek = (casus_id, partij.id)
        if plek not in self._standen:
            self._standen[plek] = bepaal_stand(
                self._werkplek, self._sessie, self.casus(casus_id), partij, self.oordeel(*plek), self.dag
            )
        return self._standen[plek]

    def rechtmatig(self, casus_id: int, partij: Partij) -> Oordeel | None:
        """The verified oordeel on which this partij may be at this casus, None when it may not."""
        return self.oordeel(casus_id, partij.id) if self.stand(casus_id, partij).mag else None

    def standen(self, casus_id: int, partijen: Iterable[Partij]) -> Mapping[int, Stand]:
        """The stand of each of these partijen at this casus."""
        return {partij.id: self.stand(casus_id, partij) for partij in partijen}


def lees_poortbeeld(
    werkplek: Werkplek,
    sessie: Session,
    casus_ids: Iterable[int],
    dag: date,
    *opties: ORMOption,
    partijen: Iterable[Partij] = (),
    allen: bool = False,
) -> Poortbeeld:
    """Read everything the gate rests on for these casussen.

    ``opties`` say what else of a casus to fetch along; ``partijen`` are those that were read already, with
    ``allen`` everybody who can have an oordeel.
    """
    ids = sorted(set(casus_ids))
    if not ids:
        return Poortbeeld(werkplek, sessie, dag, {}, {}, {})
    vraag = select(Casus).where(Casus.id.in_(ids)).options(*opties)
    bekend: dict[int, Partij] = {partij.id: partij for partij in partijen}
    anderen = select(Oordeel.partij_id).where(Oordeel.casus_id.in_(ids), Oordeel.partij_id.not_in(list(bekend)))
    rijen, gelezen, erbij = naast(
        sessie,
        lambda: sessie.scalars(vraag).unique().all(),
        lambda: lees_oordelen(sessie, ids, bekend),
        lambda: () if allen else sessie.scalars(select(Partij).where(Partij.id.in_(anderen))).all(),
    )
    casussen: dict[int, Casus] = {casus.id: casus for casus in rijen}
    nodig = {rij.partij_id for rijen, _ in gelezen.values() for rij in rijen.values()} - bekend.keys()
    if nodig:
        inzicht(sessie).lees_vooruit(over_vertrek(nodig))
        bekend |= {partij.id: partij for partij in erbij if partij.id in nodig}
        nodig -= bekend.keys()
    if nodig:
        bekend |= {partij.id: partij for partij in sessie.scalars(select(Partij).where(Partij.id.in_(nodig)))}
    oordelen = {casus_id: geldend_op(rijen, getekend, dag) for casus_id, (rijen, getekend) in gelezen.items()}
    return Poortbeeld(werkplek, sessie, dag, casussen, bekend, oordelen)
