"""The order proposed for a tafel: minutes of waiting before and after, how far from the best, and how long it takes.

Up to fourteen casussen the proposal is the best there is. Above that it stands beside the best of eight searches from
other beginnings, each twice as long, which is the best that is known. What counts is the table that comes off worst.
The time is that of the processor: on a busy machine the clock says more about the others.
"""

from __future__ import annotations

import time
from random import Random

from benchmarks.kluizen import Kluizen
from benchmarks.meting import Uitslag
from zvh_desktop.services.tafel.volgorde.exact import TE_TELLEN, beste_orde
from zvh_desktop.services.tafel.volgorde.wachten import Punt, Tafelplan, kosten
from zvh_desktop.services.tafel.volgorde.zoeken import PLAATSEN, goede_orde

MATEN = (6, 10, 14, 20, 40)
TAFELS = 10
PARTIJEN = 20
HOOGSTENS_VAN_BEST = 1.02
HOOGSTENS_SECONDEN = 0.5
_BEGINNEN, _LANG = 8, 2 * PLAATSEN


def meet(_: Kluizen) -> list[Uitslag]:
    """A line for each size: ten tables, each of twenty partijen of which two to six sit at a casus."""
    return [_regel(maat) for maat in MATEN]


def _regel(maat: int) -> Uitslag:
    voor = na = best = 0
    langst, slechtst = 0.0, 1.0
    for nummer in range(TAFELS):
        plan = _tafel(maat, 100 * maat + nummer)
        begin = time.process_time()
        gevonden = _orde(plan)
        langst = max(langst, time.process_time() - begin)
        kost, minst = kosten(plan, gevonden), _beste_bekende(plan, gevonden)
        voor, na, best = voor + kosten(plan, range(maat)), na + kost, best + minst
        slechtst = max(slechtst, kost / minst if minst else 1.0)
    ok = slechtst <= HOOGSTENS_VAN_BEST and langst <= HOOGSTENS_SECONDEN
    return Uitslag(
        f"volgorde, {maat} casussen, wachten per tafel (was {voor // TAFELS} min)",
        f"{na // TAFELS} min in {langst:.2f} s",
        f"{best // TAFELS} min",
        f"{slechtst:.3f}{' bewezen' if maat <= TE_TELLEN else ''}",
        f"{HOOGSTENS_VAN_BEST} en {HOOGSTENS_SECONDEN} s",
        ok,
    )


def _orde(plan: Tafelplan) -> tuple[int, ...]:
    return beste_orde(plan) if len(plan.los) <= TE_TELLEN else goede_orde(plan, range(len(plan.punten)))


def _beste_bekende(plan: Tafelplan, gevonden: tuple[int, ...]) -> int:
    minst = kosten(plan, gevonden)
    if len(plan.los) <= TE_TELLEN:
        return minst
    for begin in range(_BEGINNEN):
        orde = list(gevonden)
        Random(begin).shuffle(orde)  # noqa: S311  no secret
        minst = min(minst, kosten(plan, goede_orde(plan, orde, _LANG)))
    return minst


def _tafel(maat: int, zaad: int) -> Tafelplan:
    toeval = Random(zaad)  # noqa: S311  no secret
    minuten = [toeval.choice((10, 15, 20, 20, 30)) for _ in range(maat)]
    stoelen = [toeval.sample(range(PARTIJEN), toeval.randint(2, 6)) for _ in range(maat)]
    punten = tuple(Punt(een, sum(1 << partij for partij in wie)) for een, wie in zip(minuten, stoelen, strict=True))
    return Tafelplan(punten, (1,) * PARTIJEN)
