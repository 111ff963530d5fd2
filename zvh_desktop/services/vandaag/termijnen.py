"""Terms that pass: acties, and the day on which a plan is to be evaluated."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import Select, select

from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import CasusId, PlanStatus
from zvh_desktop.models.plan import PlanVanAanpak
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.services.vandaag.lezen import Aantallen
from zvh_desktop.services.vandaag.regel import KOMENDE_DAGEN, Wacht, Wanneer
from zvh_desktop.services.vandaag.signalen import Signaal
from zvh_desktop.services.werkplek.werkplek import Werkplek

_MEESTE = 10


def wacht_op_acties(aantallen: Aantallen) -> Iterator[Wacht]:
    """How many acties are late."""
    laat = aantallen.acties_te_laat
    if laat:
        zin = f"{laat} {'actie is' if laat == 1 else 'acties zijn'} over de termijn"
        yield Wacht(Wanneer.TERMIJNEN, zin, "Open", "acties", 0)


def te_evalueren() -> Select[CasusId, str, date | None]:
    """The casussen whose plan was vastgesteld, with number and day of evaluation, the earliest day first."""
    return (
        select(Casus.id, Casus.nummer, PlanVanAanpak.evaluatie_op)
        .join(PlanVanAanpak, PlanVanAanpak.casus_id == Casus.id)
        .where(PlanVanAanpak.status == PlanStatus.VASTGESTELD)
        .order_by(PlanVanAanpak.evaluatie_op)
    )


def wacht_op_evaluaties(werkplek: Werkplek) -> Signaal:
    """Those that came or come soon."""
    uiterlijk = werkplek.vandaag() + timedelta(days=KOMENDE_DAGEN)
    rijen = yield te_evalueren().where(PlanVanAanpak.evaluatie_op <= uiterlijk).limit(_MEESTE)
    for casus_id, nummer, op in rijen:
        zin = f"Casus {nummer}: evaluatie op {datum_kort(op) if op else ''}"
        yield Wacht(Wanneer.TERMIJNEN, zin, "Open", "casus", casus_id)
