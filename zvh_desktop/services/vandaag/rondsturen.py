"""What has to go round yet, and which reactions are awaited: counted from columns, nothing is verified for it.

A verslag that never went round is named for two months after the meeting: older ones were sent in another way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, select

from zvh_desktop.models.casus import Casus
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.keuzes import CasusId, OverlegId, PartijId, Reactie, VerslagStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg, VerslagCorrectie
from zvh_desktop.models.rondsturen.verzending import Rondzending
from zvh_desktop.models.taal import datum_kort, tijd
from zvh_desktop.services.vandaag.regel import Wacht, Wanneer
from zvh_desktop.services.vandaag.signalen import Signaal
from zvh_desktop.services.werkplek.samen import Vraag
from zvh_desktop.services.werkplek.werkplek import Werkplek

_EERSTE_KEER = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class _Laatste:
    """What one partij got last about one overleg or casus, and how that is called."""

    overleg_id: OverlegId | None
    casus_id: CasusId | None
    partij_id: PartijId
    verklaring_nummer: int
    reactie: Reactie
    reageren_voor: date | None
    dag: date | None
    casusnummer: str | None


def wacht_op_rondsturen(werkplek: Werkplek) -> Signaal:
    """The lines about verslagen first, then those about reactions."""
    laatste = [_Laatste(*rij) for rij in (yield _laatste_verzendingen())]
    stoelen = yield _stoelen(werkplek)
    namen = _namen(werkplek, stoelen)
    yield from _verslagen(laatste, stoelen, namen)
    yield from _reacties(werkplek, laatste, namen)


def _laatste_verzendingen() -> Vraag:
    nieuwste = select(func.max(Rondzending.id)).group_by(
        Rondzending.soort, Rondzending.overleg_id, Rondzending.casus_id, Rondzending.partij_id
    )
    return (
        select(
            Rondzending.overleg_id,
            Rondzending.casus_id,
            Rondzending.partij_id,
            Rondzending.verklaring_nummer,
            Rondzending.reactie,
            Rondzending.reageren_voor,
            Overleg.datum,
            Casus.nummer,
        )
        .outerjoin(Overleg, Overleg.id == Rondzending.overleg_id)
        .outerjoin(Casus, Casus.id == Rondzending.casus_id)
        .where(Rondzending.id.in_(nieuwste))
        .order_by(Rondzending.id)
    )


def _stoelen(werkplek: Werkplek) -> Vraag:
    """Who sat where, and under which signature that stands in the verslag: of what is new and of what ever went."""
    ooit = select(Rondzending.overleg_id).where(Rondzending.overleg_id.is_not(None))
    sinds = werkplek.vandaag() - _EERSTE_KEER
    eerste = select(func.min(VerslagCorrectie.eerder_verklaring)).where(VerslagCorrectie.overleg_id == Overleg.id)
    eigen = select(func.max(VerslagCorrectie.verklaring_nummer)).where(VerslagCorrectie.agendapunt_id == Agendapunt.id)
    return (
        select(
            Overleg.id,
            Overleg.datum,
            Deelname.partij_id,
            func.coalesce(
                eigen.correlate(Agendapunt).scalar_subquery(),
                eerste.correlate(Overleg).scalar_subquery(),
                Overleg.vaststelling_verklaring,
            ),
            Overleg.soort,
            Overleg.begin,
        )
        .join(Agendapunt, Agendapunt.overleg_id == Overleg.id)
        .join(Deelname, Deelname.agendapunt_id == Agendapunt.id)
        .where(
            Overleg.verslag_status == VerslagStatus.VASTGESTELD,
            Deelname.vervallen.is_(False),
            (Overleg.datum >= sinds) | Overleg.id.in_(ooit),
        )
        .order_by(Overleg.datum, Overleg.id)
    )


def _namen(werkplek: Werkplek, stoelen: Iterable[Any]) -> dict[OverlegId, str]:
    """How each overleg is called: by its day, and where several were held on that day also by what and when it was."""
    gehouden = {rij[0]: (rij[1], rij[4], rij[5]) for rij in stoelen}
    dagen = Counter(dag for dag, _, _ in gehouden.values())
    soorten = {een.sleutel: f"{een.naam}, " for een in werkplek.profiel.overlegsoorten}
    return {
        overleg_id: datum_kort(dag) if dagen[dag] == 1 else f"{datum_kort(dag)} ({soorten.get(soort, '')}{tijd(begin)})"
        for overleg_id, (dag, soort, begin) in gehouden.items()
    }


def _verslagen(laatste: list[_Laatste], stoelen: Iterable[Any], namen: Mapping[OverlegId, str]) -> Iterator[Wacht]:
    gekregen = {(een.overleg_id, een.partij_id): een.verklaring_nummer for een in laatste if een.overleg_id is not None}
    nodig: dict[tuple[OverlegId, PartijId], int] = {}
    for overleg_id, _, partij_id, nummer, *_ in stoelen:
        nodig[overleg_id, partij_id] = max(nummer, nodig.get((overleg_id, partij_id), 0))
    eerste_keer: Counter[int] = Counter()
    opnieuw: Counter[int] = Counter()
    for (sleutel, partij), verklaring in nodig.items():
        had = gekregen.get((sleutel, partij))
        eerste_keer[sleutel] += had is None
        opnieuw[sleutel] += had is not None and had != verklaring
    for overleg_id, naam in namen.items():
        if opnieuw[overleg_id]:
            zin = f"Het gecorrigeerde verslag van {naam} moet nog naar {_partijen(opnieuw[overleg_id])}"
            yield Wacht(Wanneer.NU, zin, "Open", "tafel", overleg_id)
        if eerste_keer[overleg_id]:
            zin = f"Het verslag van {naam} moet nog naar {_partijen(eerste_keer[overleg_id])}"
            yield Wacht(Wanneer.DEZE_WEEK, zin, "Open", "tafel", overleg_id)


def _reacties(werkplek: Werkplek, laatste: list[_Laatste], namen: Mapping[OverlegId, str]) -> Iterator[Wacht]:
    """Only where a term was set: without one nobody waits for an answer."""
    open_: Counter[tuple[str, int, str, bool]] = Counter()
    for een in laatste:
        if een.reactie is not Reactie.GEEN or een.reageren_voor is None:
            continue
        te_laat = een.reageren_voor < werkplek.vandaag()
        if een.overleg_id is not None and een.dag is not None:
            naam = f"Verslag van {namen.get(een.overleg_id, datum_kort(een.dag))}"
            open_["tafel", een.overleg_id, naam, te_laat] += 1
        else:
            naam = f"Casus {een.casusnummer}, {werkplek.profiel.termen.plan_van_aanpak}"
            open_["casus", een.casus_id or 0, naam, te_laat] += 1
    for (plaats, sleutel, naam, te_laat), aantal in open_.items():
        wie = "1 partij heeft" if aantal == 1 else f"{aantal} partijen hebben"
        rest = "niet op tijd gereageerd" if te_laat else "nog niet gereageerd"
        wanneer = Wanneer.TERMIJNEN if te_laat else Wanneer.DEZE_WEEK
        yield Wacht(wanneer, f"{naam}: {wie} {rest}", "Open", plaats, sleutel)


def _partijen(aantal: int) -> str:
    return "1 partij" if aantal == 1 else f"{aantal} partijen"
