"""What a verslag signs of the table itself: outcomes, what was added or moved there, and who did what when (form 3)."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.keuzes import VerklaringSoort
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.services.poort.stempels import inhoudstempel
from zvh_desktop.services.tafel.verloop.tafelgebeurtenissen import rijen_van


def verloop_inhoud(sessie: Session, overleg: Overleg) -> dict[str, object]:
    """What form 3 signs beside form 2."""
    return {"verloop": inhoudstempel(VerklaringSoort.VERSLAG_VASTGESTELD, _verloop(sessie, overleg))}


def verloop_van_eerder(sessie: Session, overleg: Overleg) -> dict[str, object]:
    """What an older form signs of it: nothing, and so a verslag in that form cannot have any.

    Without this someone with the key could plant an outcome under a signature of before.
    """
    return verloop_inhoud(sessie, overleg) if any(_verloop(sessie, overleg)) else {}


def _verloop(sessie: Session, overleg: Overleg) -> list[object]:
    """Each part is empty for an overleg that went as the agenda said."""
    stoelen = sessie.execute(
        select(Deelname.agendapunt_id, Deelname.partij_id)
        .join(Agendapunt, Agendapunt.id == Deelname.agendapunt_id)
        .where(Agendapunt.overleg_id == overleg.id, Deelname.ter_tafel.is_(True))
        .order_by(Deelname.agendapunt_id, Deelname.partij_id)
    )
    anders = [
        [punt.id, punt.ter_tafel, punt.tafel_volgorde, punt.uitkomst, _tekst(punt.aangehouden_tot)]
        for punt in overleg.agendapunten
        if punt.ter_tafel or punt.tafel_volgorde is not None or punt.uitkomst or punt.aangehouden_tot
    ]
    tijden = [_tekst(overleg.begonnen_om), _tekst(overleg.geeindigd_om)]
    return [
        tijden if any(tijden) else [],
        anders,
        [[punt_id, partij_id] for punt_id, partij_id in stoelen],
        [
            [rij.id, rij.agendapunt_id, rij.partij_id, rij.soort, rij.wie, rij.tijdstip.isoformat(), rij.door]
            for rij in rijen_van(sessie, overleg)
        ],
    ]


def _tekst(waarde: object) -> str:
    return str(waarde) if waarde is not None else ""
