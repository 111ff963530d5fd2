"""Questions for an oordeel: put before the procesregisseur, shown where they are about, gone when answered.

A new oordeel on the same casus and partij answers every question (migration 0006).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import CasusId, OverlegStatus, PartijId, PoortStand
from zvh_desktop.models.oordeel import OordeelVerzoek
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.services.poort.poort import standen
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.werkplek import Werkplek


@dataclass(frozen=True, slots=True)
class Verzoek:
    """Who asked for an oordeel, and when (local time)."""

    door: str
    op: datetime

    @property
    def zin(self) -> str:
        """In words, to stand behind how a partij stands."""
        return f"om een oordeel gevraagd door {self.door} op {datum_kort(self.op.date())} om {self.op:%H.%M} uur"


def verzoeken(sessie: Session, casus_ids: Iterable[int]) -> Mapping[tuple[int, int], Verzoek]:
    """The newest question per casus and partij. One that was answered is no longer there."""
    return verzoeken_uit(sessie.execute(verzoeken_van(casus_ids)))


def verzoeken_van(casus_ids: Iterable[int]) -> Select[CasusId, PartijId, str, datetime]:
    """The select for ``verzoeken_uit``, to be read together with something else."""
    return (
        select(
            OordeelVerzoek.casus_id, OordeelVerzoek.partij_id, OordeelVerzoek.gevraagd_door, OordeelVerzoek.gevraagd_op
        )
        .where(OordeelVerzoek.casus_id.in_(list(casus_ids)))
        .order_by(OordeelVerzoek.gevraagd_op, OordeelVerzoek.id)
    )


def verzoeken_uit(
    rijen: Iterable[tuple[CasusId, PartijId, str, datetime]],
) -> Mapping[tuple[int, int], Verzoek]:
    """The same from the rows."""
    return {(casus_id, partij_id): Verzoek(door, als_lokaal(op)) for casus_id, partij_id, door, op in rijen}


def leg_voor(werkplek: Werkplek, sessie: Session, casus: Casus, partijen: list[Partij], overleg: Overleg) -> int:
    """Ask about these partijen, for this overleg; gives back how many were not asked yet.

    Raises InvoerOngeldig, and asks nothing, when for one of them no oordeel can help or is needed.
    """
    stand = standen(werkplek, sessie, casus, partijen, overleg.datum)
    for partij in partijen:
        if stand[partij.id].mag:
            zin = f"{partij.naam} mag op die dag al bij deze casus zijn: een oordeel is niet nodig."
            raise InvoerOngeldig("partij", zin)
        if stand[partij.id].stand is PoortStand.NIET_VAN_TOEPASSING:
            raise InvoerOngeldig(
                "partij", f"Over {partij.naam} kan geen oordeel worden gevraagd: {stand[partij.id].reden}."
            )
    al = set(sessie.scalars(select(OordeelVerzoek.partij_id).filter_by(casus_id=casus.id, overleg_id=overleg.id)))
    nieuw = [partij for partij in partijen if partij.id not in al]
    sessie.add_all(
        OordeelVerzoek(
            casus_id=casus.id,
            partij_id=partij.id,
            overleg_id=overleg.id,
            gevraagd_door=werkplek.naam,
            gevraagd_op=werkplek.nu(),
        )
        for partij in nieuw
    )
    return len(nieuw)


def eerstvolgend_overleg(sessie: Session, casus: Casus, vandaag: date) -> Overleg:
    """The next overleg that has this casus on its agenda. Raises InvoerOngeldig when there is none."""
    overleg = sessie.scalars(
        select(Overleg)
        .join(Agendapunt, Agendapunt.overleg_id == Overleg.id)
        .where(
            Agendapunt.casus_id == casus.id,
            Overleg.datum >= vandaag,
            Overleg.status != OverlegStatus.AFGELAST,
        )
        .order_by(Overleg.datum, Overleg.begin)
        .limit(1)
    ).first()
    if overleg is None:
        raise InvoerOngeldig(
            "overleg",
            f"Casus {casus.nummer} staat op geen agenda die nog komt. Een oordeel wordt gevraagd voor een overleg.",
            advies="Zet de casus eerst op een agenda.",
        )
    return overleg
