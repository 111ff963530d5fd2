"""What a plan can do with a word processor."""

from __future__ import annotations

from functools import partial

from zvh_desktop.models.keuzes import PlanId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.bewaren.wordknop import Wordtaak


def plantaak(diensten: Diensten, plan_id: PlanId) -> Wordtaak:
    """For this version."""
    dienst = diensten.bewerkbaar
    return Wordtaak(
        partial(dienst.plannaam, plan_id),
        partial(dienst.plan, plan_id),
        partial(dienst.lees_plan, plan_id),
        partial(dienst.neem_over_in_plan, plan_id),
    )
