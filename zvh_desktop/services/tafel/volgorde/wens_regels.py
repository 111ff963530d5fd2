"""Which wishes cannot be met together, whatever the order: refused when the later one of them is added.

What depends on durations and seats, which go on changing, is no contradiction: the proposal comes as near as it can and
says what it could not do (woorden.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzen.ordekeuzes import VAN_PARTIJ, WensSoort
from zvh_desktop.models.keuzes import AgendapuntId
from zvh_desktop.models.taal import opsomming
from zvh_desktop.services.tafel.volgorde.wens_gegevens import Namen, WensInvoer, klok, minuut

_UITERSTEN = (WensSoort.EERST, WensSoort.LAATST)


@dataclass(frozen=True, slots=True)
class Volgorderegel:
    """One casus has to come before another, because this was asked."""

    voor: AgendapuntId
    na: AgendapuntId
    wens: WensInvoer


@dataclass(frozen=True, slots=True)
class Tafelkader:
    """The agenda that the wishes are about."""

    losse: Mapping[AgendapuntId, int]
    """The casussen, each with its minutes."""
    begin: time
    einde: time
    partijen: frozenset[int]
    """Who has a seat that holds."""
    namen: Namen
    onderwerpen: Mapping[AgendapuntId, int] = field(default_factory=dict)
    """What is of the house itself, each with its minutes: keeps its place, unless a time is asked for it."""


def volgorderegels(wensen: Sequence[WensInvoer], losse: Sequence[AgendapuntId]) -> list[Volgorderegel]:
    """What the wishes say about which casus comes before which; wishes about what is not on the agenda say nothing."""
    regels: list[Volgorderegel] = []
    for wens in wensen:
        punt = wens.punt_id
        if punt is None or punt not in losse:
            continue
        anderen = [ander for ander in losse if ander != punt]
        if wens.soort is WensSoort.EERST:
            regels += [Volgorderegel(punt, ander, wens) for ander in anderen]
        elif wens.soort is WensSoort.LAATST:
            regels += [Volgorderegel(ander, punt, wens) for ander in anderen]
        elif wens.soort is WensSoort.VOOR and wens.voor_id in anderen and wens.voor_id is not None:
            regels.append(Volgorderegel(punt, wens.voor_id, wens))
    return regels


def eis_verenigbaar(nieuw: WensInvoer, bestaand: Sequence[WensInvoer], kader: Tafelkader) -> None:
    """Raise InvoerOngeldig when this wish is not whole, or cannot be met together with what was asked already."""
    _eis_heel(nieuw, kader)
    if nieuw in bestaand:
        raise InvoerOngeldig("soort", f"'{kader.namen.zin(nieuw)}' is al gevraagd.")
    botsing = _botst_direct(nieuw, bestaand) or _kring(nieuw, bestaand, kader) or _uurbotsing(nieuw, bestaand, kader)
    if botsing:
        zinnen = opsomming([f"'{kader.namen.zin(wens)}'" for wens in botsing])
        raise InvoerOngeldig(
            "soort",
            f"'{kader.namen.zin(nieuw)}' kan niet samen met {zinnen}.",
            advies="Haal eerst die andere wens weg, of vraag iets anders."
            if len(botsing) == 1
            else "Haal eerst een van die wensen weg, of vraag iets anders.",
        )


def _eis_heel(nieuw: WensInvoer, kader: Tafelkader) -> None:
    if nieuw.soort in VAN_PARTIJ:
        if nieuw.partij_id is None:
            raise InvoerOngeldig("partij_id", "Kies een partij.")
        if nieuw.partij_id not in kader.partijen:
            zin = f"{kader.namen.partij(nieuw.partij_id)} zit bij geen enkele casus van dit overleg aan tafel."
            raise InvoerOngeldig("partij_id", zin, advies="Zet de partij eerst bij een casus op de agenda.")
    else:
        onderwerp = nieuw.punt_id in kader.onderwerpen
        if nieuw.punt_id not in kader.losse and not (onderwerp and nieuw.soort is WensSoort.OM):
            raise InvoerOngeldig(
                "punt_id",
                "Kies een casus van deze agenda.",
                advies="Een onderwerp van het huis zelf houdt zijn plaats. Een vaste tijd kunt u er wel voor vragen.",
            )
        if nieuw.soort is WensSoort.VOOR and (nieuw.voor_id not in kader.losse or nieuw.voor_id == nieuw.punt_id):
            raise InvoerOngeldig("voor_id", "Kies een andere casus van deze agenda, die erna moet komen.")
    if nieuw.soort is WensSoort.TELT and nieuw.gewicht not in (2, 3):
        raise InvoerOngeldig("gewicht", "Kies hoe zwaar wachten telt: dubbel of driedubbel.")
    if nieuw.soort in (WensSoort.OM, WensSoort.VANAF, WensSoort.TOT):
        _eis_binnen(nieuw, kader)


def _eis_binnen(nieuw: WensInvoer, kader: Tafelkader) -> None:
    if nieuw.tijd is None:
        raise InvoerOngeldig("tijd", "Vul een tijd in.")
    binnen = {
        WensSoort.OM: kader.begin <= nieuw.tijd < kader.einde,
        WensSoort.VANAF: kader.begin < nieuw.tijd < kader.einde,
        WensSoort.TOT: kader.begin < nieuw.tijd < kader.einde,
    }[nieuw.soort]
    if not binnen:
        raise InvoerOngeldig(
            "tijd",
            f"Het overleg is van {klok(kader.begin)} tot {klok(kader.einde)}: {klok(nieuw.tijd)} valt daar niet in.",
            advies="Kies een tijd tijdens het overleg.",
        )


def _botst_direct(nieuw: WensInvoer, bestaand: Sequence[WensInvoer]) -> list[WensInvoer]:
    """There is one first and one last, a casus is not both, and a partij says each thing once."""
    for wens in bestaand:
        zelfde_soort = wens.soort is nieuw.soort
        if nieuw.soort in _UITERSTEN and (zelfde_soort or (wens.soort in _UITERSTEN and wens.punt_id == nieuw.punt_id)):
            return [wens]
        if nieuw.soort is WensSoort.OM and zelfde_soort and wens.punt_id == nieuw.punt_id:
            return [wens]
        if (
            nieuw.soort in VAN_PARTIJ
            and wens.partij_id == nieuw.partij_id
            and (zelfde_soort or _omgekeerd(wens, nieuw))
        ):
            return [wens]
    return []


def _omgekeerd(een: WensInvoer, ander: WensInvoer) -> bool:
    """One says from when and the other until when, and no time is left between them."""
    uren = {wens.soort: wens.tijd for wens in (een, ander)}
    vanaf, tot = uren.get(WensSoort.VANAF), uren.get(WensSoort.TOT)
    return vanaf is not None and tot is not None and tot <= vanaf


def _kring(nieuw: WensInvoer, bestaand: Sequence[WensInvoer], kader: Tafelkader) -> list[WensInvoer]:
    """The wishes that, with this one, put a casus before itself."""
    losse = list(kader.losse)
    regels = volgorderegels(bestaand, losse)
    paden = (_pad(regels, regel.na, regel.voor) for regel in volgorderegels([nieuw], losse))
    return min((pad for pad in paden if pad), key=len, default=[])


def _uurbotsing(nieuw: WensInvoer, bestaand: Sequence[WensInvoer], kader: Tafelkader) -> list[WensInvoer]:
    """The wishes that, with this one, have two casussen begin at times that do not fit the order or each other."""
    alle = [*bestaand, nieuw]
    losse = list(kader.losse)
    regels = volgorderegels(alle, losse)
    duur = {**kader.losse, **kader.onderwerpen}
    op_tijd = [wens for wens in alle if wens.soort is WensSoort.OM and wens.punt_id in duur]
    for eerder in op_tijd:
        for later in op_tijd:
            if eerder is later or eerder.punt_id is None or later.punt_id is None:
                continue
            van, tot = (minuut(wens.tijd) for wens in (eerder, later) if wens.tijd is not None)
            klaar = van + duur[eerder.punt_id]
            pad = _pad(regels, eerder.punt_id, later.punt_id) if klaar > tot else []
            samen = [eerder, later, *pad]
            if (pad or van <= tot < klaar) and nieuw in samen:
                return [wens for wens in samen if wens != nieuw]
    return []


def _pad(regels: Sequence[Volgorderegel], van: AgendapuntId, naar: AgendapuntId) -> list[WensInvoer]:
    """By which wishes one casus comes before another, as few as can be; nothing when it need not."""
    wegen: dict[AgendapuntId, list[WensInvoer]] = {van: []}
    rij = [van]
    for hier in rij:
        for regel in regels:
            if regel.voor == hier and regel.na not in wegen:
                wegen[regel.na] = list(dict.fromkeys([*wegen[hier], regel.wens]))
                rij.append(regel.na)
    return wegen.get(naar, [])
