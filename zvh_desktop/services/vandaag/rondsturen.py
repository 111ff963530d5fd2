"""What has to go round yet, and which reactions are awaited: counted from columns, nothing is verified for it.

A verslag that never went round is named for two months after the meeting: older ones were sent in another way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zvh_desktop.models.casus import Casus
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.keuzes import Reactie, VerslagStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg, VerslagCorrectie
from zvh_desktop.models.rondsturen.verzending import Rondzending
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.services.vandaag.regel import Wacht, Wanneer
from zvh_desktop.services.werkplek.werkplek import Werkplek

_EERSTE_KEER = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class _Laatste:
    """What one partij got last about one overleg or casus, and how that is called."""

    rij: Rondzending
    dag: date | None
    casusnummer: str | None


def wacht_op_rondsturen(werkplek: Werkplek, sessie: Session) -> Iterator[Wacht]:
    """The lines about verslagen first, then those about reactions."""
    laatste = _laatste_verzendingen(sessie)
    yield from _verslagen(werkplek, sessie, laatste)
    yield from _reacties(werkplek, laatste)


def _laatste_verzendingen(sessie: Session) -> list[_Laatste]:
    nieuwste = select(func.max(Rondzending.id)).group_by(
        Rondzending.soort, Rondzending.overleg_id, Rondzending.casus_id, Rondzending.partij_id
    )
    rijen = sessie.execute(
        select(Rondzending, Overleg.datum, Casus.nummer)
        .outerjoin(Overleg, Overleg.id == Rondzending.overleg_id)
        .outerjoin(Casus, Casus.id == Rondzending.casus_id)
        .where(Rondzending.id.in_(nieuwste))
        .order_by(Rondzending.id)
    )
    return [_Laatste(rij, dag, nummer) for rij, dag, nummer in rijen]


def _verslagen(werkplek: Werkplek, sessie: Session, laatste: list[_Laatste]) -> Iterator[Wacht]:
    gekregen: dict[tuple[int, int], int] = {
        (een.rij.overleg_id, een.rij.partij_id): een.rij.verklaring_nummer
        for een in laatste
        if een.rij.overleg_id is not None
    }
    ooit = {overleg_id for overleg_id, _ in gekregen}
    sinds = werkplek.vandaag() - _EERSTE_KEER
    eerste = select(func.min(VerslagCorrectie.eerder_verklaring)).where(VerslagCorrectie.overleg_id == Overleg.id)
    eigen = select(func.max(VerslagCorrectie.verklaring_nummer)).where(VerslagCorrectie.agendapunt_id == Agendapunt.id)
    stoelen = sessie.execute(
        select(
            Overleg.id,
            Overleg.datum,
            Deelname.partij_id,
            func.coalesce(
                eigen.correlate(Agendapunt).scalar_subquery(),
                eerste.correlate(Overleg).scalar_subquery(),
                Overleg.vaststelling_verklaring,
            ),
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
    nodig: dict[tuple[int, int], int] = {}
    dagen = {}
    for overleg_id, dag, partij_id, nummer in stoelen:
        nodig[overleg_id, partij_id] = max(nummer, nodig.get((overleg_id, partij_id), 0))
        dagen[overleg_id] = dag
    eerste_keer: Counter[int] = Counter()
    opnieuw: Counter[int] = Counter()
    for (sleutel, partij), verklaring in nodig.items():
        had = gekregen.get((sleutel, partij))
        eerste_keer[sleutel] += had is None
        opnieuw[sleutel] += had is not None and had != verklaring
    for overleg_id, dag in dagen.items():
        if opnieuw[overleg_id]:
            zin = f"Het gecorrigeerde verslag van {datum_kort(dag)} moet nog naar {_partijen(opnieuw[overleg_id])}"
            yield Wacht(Wanneer.NU, zin, "Open", "tafel", overleg_id)
        if eerste_keer[overleg_id]:
            zin = f"Het verslag van {datum_kort(dag)} moet nog naar {_partijen(eerste_keer[overleg_id])}"
            yield Wacht(Wanneer.DEZE_WEEK, zin, "Open", "tafel", overleg_id)


def _reacties(werkplek: Werkplek, laatste: list[_Laatste]) -> Iterator[Wacht]:
    """Only where a term was set: without one nobody waits for an answer."""
    open_: Counter[tuple[str, int, str, bool]] = Counter()
    for een in laatste:
        rij = een.rij
        if rij.reactie is not Reactie.GEEN or rij.reageren_voor is None:
            continue
        te_laat = rij.reageren_voor < werkplek.vandaag()
        if rij.overleg_id is not None and een.dag is not None:
            open_["tafel", rij.overleg_id, f"Verslag van {datum_kort(een.dag)}", te_laat] += 1
        else:
            naam = f"Casus {een.casusnummer}, {werkplek.profiel.termen.plan_van_aanpak}"
            open_["casus", rij.casus_id or 0, naam, te_laat] += 1
    for (plaats, sleutel, naam, te_laat), aantal in open_.items():
        wie = "1 partij heeft" if aantal == 1 else f"{aantal} partijen hebben"
        rest = "niet op tijd gereageerd" if te_laat else "nog niet gereageerd"
        wanneer = Wanneer.TERMIJNEN if te_laat else Wanneer.DEZE_WEEK
        yield Wacht(wanneer, f"{naam}: {wie} {rest}", "Open", plaats, sleutel)


def _partijen(aantal: int) -> str:
    return "1 partij" if aantal == 1 else f"{aantal} partijen"
