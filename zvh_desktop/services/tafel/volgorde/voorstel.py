"""The order that is proposed for an agenda, and what it gains for the partijen."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from zvh_desktop.models.keuzes import AgendapuntId
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.services.poort.deelnames import Tafelschikking
from zvh_desktop.services.tafel.volgorde.exact import TE_TELLEN, beste_orde
from zvh_desktop.services.tafel.volgorde.wachten import Punt, Tafelplan, aanwezigheid, kosten, wisselingen
from zvh_desktop.services.tafel.volgorde.wens_gegevens import Namen, WensInvoer
from zvh_desktop.services.tafel.volgorde.wens_plan import (
    Agendawensen,
    buiten_tijd,
    met_wensen,
    niet_gehaald,
    op_tijd,
    volgens_wens,
)
from zvh_desktop.services.tafel.volgorde.zoeken import goede_orde


@dataclass(frozen=True, slots=True)
class Verblijf:
    """How long a partij has to be there, in minutes: as the agenda stood, and as it is proposed."""

    naam: str
    nu: int
    straks: int


@dataclass(frozen=True, slots=True)
class VolgordeVoorstel:
    """An order for the points of an agenda; times in minutes, added up over the partijen."""

    punten: tuple[AgendapuntId, ...]
    wachten_nu: int
    wachten_straks: int
    wisselingen_nu: int
    wisselingen_straks: int
    verblijf: tuple[Verblijf, ...]
    """Whoever has to be there for another time than now, the largest gain first."""
    bewezen: bool
    """No other order lets them wait less."""
    om_wensen: bool = False
    """The order that is there goes against what was asked, and this one less or not at all."""
    gewogen: bool = False
    """Better because waiting of some partijen counts more heavily; together they may wait longer."""
    niet_gehaald: tuple[str, ...] = ()
    """Which times that were asked this order does not keep either, in words."""
    wensen: int = 0
    """How many wishes it takes in."""

    @property
    def anders(self) -> bool:
        """Whether the proposal is better than the order that is there."""
        minder = (self.wachten_straks, self.wisselingen_straks) < (self.wachten_nu, self.wisselingen_nu)
        return self.om_wensen or self.gewogen or minder


def stel_volgorde_voor(
    overleg: Overleg, schikking: Tafelschikking, wensen: Sequence[WensInvoer] = ()
) -> VolgordeVoorstel:
    """Order the casussen so that partijen wait as little as can be, and then come and go as little as can be.

    Only seats that hold count. What is of the house itself (a subject, a break) keeps its place, unless a time was
    asked for it. An order that is already as good stays as it is. What has to come before what is always kept; times
    as nearly as can be.
    """
    punten = list(overleg.agendapunten)
    namen = agendanamen(overleg, schikking)
    partijen = list(namen.partijen)
    gevraagd = Agendawensen(wensen, [punt.id for punt in punten], partijen, overleg.begin, namen)
    plan = met_wensen(_plan(punten, schikking, partijen, op_tijd(wensen)), gevraagd)
    nu = tuple(range(len(punten)))
    straks = _beste(plan, nu)
    mocht = plan.mag(nu)
    if mocht and (kosten(plan, straks), wisselingen(plan, straks)) >= (kosten(plan, nu), wisselingen(plan, nu)):
        straks = nu
    eerst, daarna = aanwezigheid(plan, nu), aanwezigheid(plan, straks)
    lijst = list(namen.partijen.values())
    verblijf = [
        Verblijf(lijst[een.partij], een.minuten, ander.minuten) for een, ander in zip(eerst, daarna, strict=True)
    ]
    om_wensen = not mocht or buiten_tijd(plan, straks) < buiten_tijd(plan, nu)
    return VolgordeVoorstel(
        tuple(punten[nummer].id for nummer in straks),
        sum(een.wacht for een in eerst),
        sum(een.wacht for een in daarna),
        wisselingen(plan, nu),
        wisselingen(plan, straks),
        tuple(sorted((een for een in verblijf if een.nu != een.straks), key=_winst)),
        bewezen=len(plan.los) <= TE_TELLEN,
        om_wensen=om_wensen,
        gewogen=not om_wensen and straks != nu and kosten(plan, straks) < kosten(plan, nu),
        niet_gehaald=niet_gehaald(plan, straks, gevraagd),
        wensen=len(wensen),
    )


def agendanamen(overleg: Overleg, schikking: Tafelschikking) -> Namen:
    """The casussen of this agenda and everyone with a seat that holds, as sentences name them."""
    partijen: dict[int, str] = {}
    casussen: dict[int, str] = {}
    onderwerpen: dict[int, str] = {}
    for punt in overleg.agendapunten:
        partijen |= {partij.id: partij.kort for _, partij in schikking.bij(punt)}
        casus = schikking.casus(punt)
        if casus is not None:
            casussen[punt.id] = casus.nummer
        else:
            onderwerpen[punt.id] = punt.onderwerp
    return Namen(casussen, partijen, onderwerpen)


def _winst(verblijf: Verblijf) -> tuple[int, str]:
    return verblijf.straks - verblijf.nu, verblijf.naam


def _plan(
    punten: Sequence[Agendapunt], schikking: Tafelschikking, partijen: list[int], op_tijd: Collection[int]
) -> Tafelplan:
    bit = {partij_id: 1 << plaats for plaats, partij_id in enumerate(partijen)}
    return Tafelplan(
        tuple(Punt(punt.minuten, sum(bit[partij.id] for _, partij in schikking.bij(punt))) for punt in punten),
        (1,) * len(partijen),
        frozenset(nummer for nummer, punt in enumerate(punten) if punt.casus_id is None and punt.id not in op_tijd),
    )


def _beste(plan: Tafelplan, nu: Sequence[int]) -> tuple[int, ...]:
    orde = beste_orde(plan) if len(plan.los) <= TE_TELLEN else goede_orde(plan, volgens_wens(plan, nu))
    return minder_wisselingen(plan, orde)


def minder_wisselingen(plan: Tafelplan, orde: Sequence[int]) -> tuple[int, ...]:
    """Let casussen change places as long as nobody waits longer and somebody has to come or go less."""
    beste = tuple(orde)
    minst = kosten(plan, beste), wisselingen(plan, beste)
    beter = True
    while beter:
        beter = False
        for links in plan.los:
            for rechts in plan.los:
                if links >= rechts:
                    continue
                geruild = list(beste)
                geruild[links], geruild[rechts] = geruild[rechts], geruild[links]
                if not plan.mag(geruild):
                    continue
                nieuw = kosten(plan, geruild), wisselingen(plan, geruild)
                if nieuw < minst:
                    beste, minst, beter = tuple(geruild), nieuw, True
    return beste
