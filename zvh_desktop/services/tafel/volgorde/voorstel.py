"""The order that is proposed for an agenda, and what it gains for the partijen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zvh_desktop.models.keuzes import AgendapuntId
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.services.poort.deelnames import Tafelschikking
from zvh_desktop.services.tafel.volgorde.exact import TE_TELLEN, beste_orde
from zvh_desktop.services.tafel.volgorde.wachten import Punt, Tafelplan, aanwezigheid, kosten, wisselingen
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

    @property
    def anders(self) -> bool:
        """Whether the proposal is better than the order that is there."""
        return (self.wachten_straks, self.wisselingen_straks) < (self.wachten_nu, self.wisselingen_nu)


def stel_volgorde_voor(overleg: Overleg, schikking: Tafelschikking) -> VolgordeVoorstel:
    """Order the casussen so that partijen wait as little as can be, and then come and go as little as can be.

    Only seats that hold count. What is of the house itself (a subject, a break) keeps its place. An order that is
    already as good stays as it is.
    """
    punten = list(overleg.agendapunten)
    namen: dict[int, str] = {}
    for punt in punten:
        namen |= {partij.id: partij.kort for _, partij in schikking.bij(punt)}
    plan = _plan(punten, schikking, list(namen))
    nu = tuple(range(len(punten)))
    straks = _beste(plan, nu)
    if (kosten(plan, straks), wisselingen(plan, straks)) >= (kosten(plan, nu), wisselingen(plan, nu)):
        straks = nu
    eerst, daarna = aanwezigheid(plan, nu), aanwezigheid(plan, straks)
    lijst = list(namen.values())
    verblijf = [
        Verblijf(lijst[een.partij], een.minuten, ander.minuten) for een, ander in zip(eerst, daarna, strict=True)
    ]
    return VolgordeVoorstel(
        tuple(punten[nummer].id for nummer in straks),
        sum(een.wacht for een in eerst),
        sum(een.wacht for een in daarna),
        wisselingen(plan, nu),
        wisselingen(plan, straks),
        tuple(sorted((een for een in verblijf if een.nu != een.straks), key=_winst)),
        bewezen=len(plan.los) <= TE_TELLEN,
    )


def _winst(verblijf: Verblijf) -> tuple[int, str]:
    return verblijf.straks - verblijf.nu, verblijf.naam


def _plan(punten: Sequence[Agendapunt], schikking: Tafelschikking, partijen: list[int]) -> Tafelplan:
    bit = {partij_id: 1 << plaats for plaats, partij_id in enumerate(partijen)}
    return Tafelplan(
        tuple(Punt(punt.minuten, sum(bit[partij.id] for _, partij in schikking.bij(punt))) for punt in punten),
        (1,) * len(partijen),
        frozenset(nummer for nummer, punt in enumerate(punten) if punt.casus_id is None),
    )


def _beste(plan: Tafelplan, nu: Sequence[int]) -> tuple[int, ...]:
    orde = beste_orde(plan) if len(plan.los) <= TE_TELLEN else goede_orde(plan, nu)
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
