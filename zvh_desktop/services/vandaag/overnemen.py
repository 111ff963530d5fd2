"""What has to be taken over yet into the systems of the house: counted from columns, nothing is verified for it.

As with rondsturen, an overleg of which nothing was ever ticked is named for two months: older ones were taken over
before the application asked for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import and_, or_, select

from zvh_desktop.models.keuzes import AgendapuntId, OverlegId, PuntUitkomst, VerslagStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.overnemen.overname import Overname
from zvh_desktop.models.taal import datum_kort, opsomming
from zvh_desktop.services.overnemen.versie import getekend_onder
from zvh_desktop.services.regelboek.overnemen import overnemen
from zvh_desktop.services.vandaag.regel import Wacht, Wanneer
from zvh_desktop.services.vandaag.signalen import Signaal
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.samen import Vraag
from zvh_desktop.services.werkplek.werkplek import Werkplek

_EERSTE_KEER = timedelta(days=60)


def wacht_op_overnemen(werkplek: Werkplek) -> Signaal:
    """A line per overleg with the casussen that wait and the systems that miss one; for who may tick them off."""
    profiel = werkplek.profiel
    systemen = [een.systeem for een in profiel.overnemen]
    te_doen = [een for een in systemen if overnemen(profiel, een, overgenomen=False) is not None]
    if not te_doen or not werkplek.mag(Recht.VERSLAG_SCHRIJVEN).mag:
        return
    wachten: dict[OverlegId, tuple[date, set[AgendapuntId], set[str]]] = {}
    for overleg_id, dag, punt_id, gedaan in _per_punt((yield _punten(werkplek))):
        mist = set(te_doen) - gedaan
        if mist:
            _, punten, waarin = wachten.setdefault(overleg_id, (dag, set(), set()))
            punten.add(punt_id)
            waarin |= mist
    for overleg_id, (dag, punten, waarin) in wachten.items():
        wat = "1 casus" if len(punten) == 1 else f"{len(punten)} casussen"
        waar = opsomming([systeem for systeem in te_doen if systeem in waarin])
        zin = f"{wat} van {datum_kort(dag)} nog over te nemen in {waar}"
        yield Wacht(Wanneer.DEZE_WEEK, zin, "Neem over", "overnemen", overleg_id)


def _punten(werkplek: Werkplek) -> Vraag:
    """Every casus at an overleg with a vastgesteld verslag, by day; and in which systems it stands already."""
    ooit = select(Agendapunt.overleg_id).join(Overname, Overname.agendapunt_id == Agendapunt.id)
    return (
        select(Overleg.id, Overleg.datum, Agendapunt.id, Overname.systeem)
        .join(Agendapunt, Agendapunt.overleg_id == Overleg.id)
        .outerjoin(
            Overname, and_(Overname.agendapunt_id == Agendapunt.id, Overname.verklaring_nummer == getekend_onder())
        )
        .where(
            Overleg.verslag_status == VerslagStatus.VASTGESTELD,
            or_(Overleg.datum >= werkplek.vandaag() - _EERSTE_KEER, Overleg.id.in_(ooit)),
            Agendapunt.casus_id.is_not(None),
            # is_behandeld of uitkomstregels.py, in SQL
            Agendapunt.uitkomst != PuntUitkomst.NIET_BEHANDELD,
            or_(Agendapunt.gestart_op.is_not(None), Agendapunt.uitkomst != PuntUitkomst.AANGEHOUDEN),
        )
        .order_by(Overleg.datum, Overleg.id, Agendapunt.id)
    )


def _per_punt(rijen: Iterable[Any]) -> Iterator[tuple[OverlegId, date, AgendapuntId, set[str]]]:
    gevonden: dict[AgendapuntId, tuple[OverlegId, date, set[str]]] = {}
    for overleg_id, dag, punt_id, systeem in rijen:
        waarin = gevonden.setdefault(punt_id, (overleg_id, dag, set()))[2]
        if systeem is not None:
            waarin.add(systeem)
    for punt_id, (overleg_id, dag, waarin) in gevonden.items():
        yield overleg_id, dag, punt_id, waarin
