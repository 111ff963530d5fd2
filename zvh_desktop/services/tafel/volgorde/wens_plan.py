"""The wishes of an overleg as what the search knows: what comes before what, from when, until when, how heavily."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time

from zvh_desktop.models.keuzen.ordekeuzes import WensSoort
from zvh_desktop.models.keuzes import AgendapuntId
from zvh_desktop.services.tafel.volgorde.wachten import Punt, Tafelplan, bits
from zvh_desktop.services.tafel.volgorde.wens_gegevens import Namen, WensInvoer, klok, minuut, op_de_klok
from zvh_desktop.services.tafel.volgorde.wens_regels import volgorderegels


@dataclass(frozen=True, slots=True)
class Agendawensen:
    """The wishes, and which points and bits of the plan they are about."""

    wensen: Sequence[WensInvoer]
    ids: Sequence[AgendapuntId]
    """The points of the plan, in its order."""
    partijen: Sequence[int]
    """Who the bits of the plan are, in their order."""
    begin: time
    namen: Namen


def op_tijd(wensen: Sequence[WensInvoer]) -> frozenset[AgendapuntId]:
    """The points of which the begin is asked: those move, also where they are of the house itself."""
    return frozenset(wens.punt_id for wens in wensen if wens.soort is WensSoort.OM and wens.punt_id is not None)


def met_wensen(plan: Tafelplan, gevraagd: Agendawensen) -> Tafelplan:
    """The plan with what was asked."""
    ids, partijen = gevraagd.ids, gevraagd.partijen
    plaats = {punt_id: nummer for nummer, punt_id in enumerate(ids)}
    losse = [ids[nummer] for nummer in plan.los]
    ervoor = [0] * len(plan.punten)
    casussen = [punt_id for punt_id in losse if punt_id in gevraagd.namen.casussen]
    for regel in volgorderegels(gevraagd.wensen, casussen):
        ervoor[plaats[regel.na]] |= 1 << plaats[regel.voor]
    gewichten = list(plan.gewichten)
    punten = list(plan.punten)
    nul = minuut(gevraagd.begin)
    for wens in gevraagd.wensen:
        if wens.partij_id is not None and wens.partij_id in partijen:
            bit = partijen.index(wens.partij_id)
            if wens.soort is WensSoort.TELT:
                gewichten[bit] = wens.gewicht or 1
            for nummer in plan.los:
                if punten[nummer].stoelen >> bit & 1:
                    punten[nummer] = _binnen(punten[nummer], wens, nul)
        elif wens.soort is WensSoort.OM and wens.punt_id in losse and wens.punt_id and wens.tijd is not None:
            nummer = plaats[wens.punt_id]
            punten[nummer] = replace(punten[nummer], om=minuut(wens.tijd) - nul)
    return Tafelplan(tuple(punten), tuple(gewichten), plan.vast, tuple(ervoor))


def _binnen(punt: Punt, wens: WensInvoer, nul: int) -> Punt:
    """A casus fits in the time of everyone who sits at it."""
    if wens.tijd is None:
        return punt
    uur = minuut(wens.tijd) - nul
    if wens.soort is WensSoort.VANAF:
        return replace(punt, vroegst=max(punt.vroegst, uur))
    if wens.soort is WensSoort.TOT:
        return replace(punt, laatst=min(punt.laatst, uur))
    return punt


def volgens_wens(plan: Tafelplan, orde: Sequence[int]) -> tuple[int, ...]:
    """The order that comes nearest to this one and may: each time the first point that nothing has to come before."""
    over = [nummer for nummer in orde if nummer not in plan.vast]
    losse: list[int] = []
    gedaan = 0
    while over:
        volgende = next(nummer for nummer in over if not plan.eerst[nummer] & ~gedaan)
        over.remove(volgende)
        losse.append(volgende)
        gedaan |= 1 << volgende
    return plan.ingevuld(losse)


def buiten_tijd(plan: Tafelplan, orde: Sequence[int]) -> int:
    """How many minutes the points of this order are away from the times that were asked."""
    moment = totaal = 0
    for nummer in orde:
        totaal += plan.punten[nummer].buiten(moment)
        moment += plan.punten[nummer].minuten
    return totaal


def niet_gehaald(plan: Tafelplan, orde: Sequence[int], gevraagd: Agendawensen) -> tuple[str, ...]:
    """Which times this order does not keep, in words: 'Mediant kan pas om 10:00, maar zit om 09:40 aan tafel'."""
    ids, partijen, namen = gevraagd.ids, gevraagd.partijen, gevraagd.namen
    nul = minuut(gevraagd.begin)
    van, tot = _aan_tafel(plan, orde, nul)
    begint = _begint(plan, orde, nul)
    zinnen = []
    for wens in gevraagd.wensen:
        if wens.tijd is None:
            continue
        uur, zoals_gevraagd = minuut(wens.tijd), klok(wens.tijd)
        wie = namen.partij(wens.partij_id)
        bit = partijen.index(wens.partij_id) if wens.partij_id is not None and wens.partij_id in partijen else -1
        if wens.soort is WensSoort.VANAF and van.get(bit, uur) < uur:
            zinnen.append(f"{wie} kan pas om {zoals_gevraagd}, maar zit om {op_de_klok(van[bit])} aan tafel")
        elif wens.soort is WensSoort.TOT and tot.get(bit, uur) > uur:
            zinnen.append(f"{wie} kan tot {zoals_gevraagd}, maar zit tot {op_de_klok(tot[bit])} aan tafel")
        elif wens.soort is WensSoort.OM and wens.punt_id is not None and wens.punt_id in ids:
            om = begint[ids.index(wens.punt_id)]
            if om != uur:
                zinnen.append(
                    f"{namen.punt(wens.punt_id)} begint om {op_de_klok(om)} in plaats van om {zoals_gevraagd}"
                )
    return tuple(zinnen)


def _begint(plan: Tafelplan, orde: Sequence[int], nul: int) -> dict[int, int]:
    moment, begint = nul, {}
    for nummer in orde:
        begint[nummer] = moment
        moment += plan.punten[nummer].minuten
    return begint


def _aan_tafel(plan: Tafelplan, orde: Sequence[int], nul: int) -> tuple[dict[int, int], dict[int, int]]:
    """For each partij when its first casus begins and its last one ends."""
    van: dict[int, int] = {}
    tot: dict[int, int] = {}
    for nummer, begin in _begint(plan, orde, nul).items():
        for bit in bits(plan.punten[nummer].stoelen):
            van[bit] = min(van.get(bit, begin), begin)
            tot[bit] = max(tot.get(bit, 0), begin + plan.punten[nummer].minuten)
    return van, tot
