"""What a plan can do with a word processor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from zvh_desktop.models.keuzes import PlanId
from zvh_desktop.services.bewerkbaar.bewerkbaar import BewerkbaarService
from zvh_desktop.services.bewerkbaar.gegevens import Tekstovername
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.bewaren.wordknop import Wordtaak


@dataclass(frozen=True)
class PlanOvernemen:
    """Taking over whose way back is the whole plan as it was: a goal that went stands in its place again."""

    dienst: BewerkbaarService
    plan_id: PlanId

    def __call__(self, overnames: tuple[Tekstovername, ...]) -> Callable[[], None]:
        return partial(self.dienst.zet_plan_terug, self.plan_id, self.dienst.neem_over_in_plan(self.plan_id, overnames))


def plantaak(diensten: Diensten, plan_id: PlanId) -> Wordtaak:
    """For this version."""
    dienst = diensten.bewerkbaar
    return Wordtaak(
        ("plan", plan_id),
        partial(dienst.plannaam, plan_id),
        partial(dienst.plan, plan_id),
        partial(dienst.lees_plan, plan_id),
        PlanOvernemen(dienst, plan_id),
    )
