"""Names in a verslag, kept as they were when it was vastgesteld: what is signed does not follow the register."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.models.casus import Casus
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.keuzes import VerslagStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.services.tafel.verslag_gegevens import VerslagPunt


def leg_namen_vast(sessie: Session, overleg: Overleg, punten: Sequence[VerslagPunt]) -> None:
    """Write down about whom each point was and who sat there for each partij, just before it is signed."""
    per_punt: dict[int, VerslagPunt] = {punt.id: punt for punt in punten}
    for rij in overleg.agendapunten:
        punt = per_punt[rij.id]
        rij.betrokkenen = "\n".join(punt.betrokkenen)
        namen: dict[int, str] = {aanwezige.partij_id: aanwezige.afgevaardigde for aanwezige in punt.aanwezigen}
        for stoel in sessie.scalars(select(Deelname).filter_by(agendapunt_id=rij.id, vervallen=False)):
            stoel.afgevaardigde = stoel.afgevaardigde or namen.get(stoel.partij_id, "")
    sessie.flush()


def betrokkenen_van(overleg: Overleg, punt: Agendapunt, casus: Casus | None) -> tuple[str, ...]:
    """About whom this point is; once vastgesteld, under the names of then."""
    if overleg.verslag_status == VerslagStatus.VASTGESTELD and punt.betrokkenen:
        return tuple(punt.betrokkenen.split("\n"))
    return tuple(betrokkene.naam for betrokkene in casus.betrokkenen) if casus is not None else ()
