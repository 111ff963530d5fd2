"""Casussen that nothing else keeps in view: each running one of this procesregisseur, in whatever fase it is.

A casus of somebody who is no procesregisseur of the house any more is everybody's, until it is handed over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from sqlalchemy import ColumnElement, and_, func, literal, or_, select, union_all

from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import CasusId, CasusStatus, OverlegStatus, PlanStatus, VerslagStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.plan import PlanVanAanpak
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.profiel.termen import Termen
from zvh_desktop.models.triage import Triage
from zvh_desktop.services.casus.einden import terug_te_koppelen, wie_heeft_procesregie
from zvh_desktop.services.casus.regisseurs import procesregisseurs
from zvh_desktop.services.vandaag.regel import Wacht, Wanneer
from zvh_desktop.services.vandaag.signalen import Signaal
from zvh_desktop.services.werkplek.samen import Vraag
from zvh_desktop.services.werkplek.werkplek import Werkplek

_MEESTE = 5
"""So many casussen get a line of their own; the rest is counted in one."""


def wacht_bij_casussen(werkplek: Werkplek) -> Signaal:
    """Triage that runs, casussen on no agenda and without a day to look at them again, and those held elsewhere.

    Counted first: a house may have thousands that run, and only a few of each get a line.
    """
    soorten = _soorten(werkplek)
    lopend = _lopend(werkplek)
    tellen = (func.count().filter(soort.is_zo) for soort in soorten)
    (aantallen,) = yield select(*tellen).select_from(Casus).where(*lopend)
    wachtend = [(soort, aantal) for soort, aantal in zip(soorten, aantallen, strict=True) if aantal]
    if not wachtend:
        return
    eerste = [_eerste(nummer, soort, lopend) for nummer, (soort, _) in enumerate(wachtend)]
    gekozen = union_all(*eerste).subquery()
    # What is encrypted on a server opens with its row only: so the rows are chosen first, and read after that.
    lezen = (
        select(gekozen.c.soort, Casus.id, Casus.nummer, Casus.fase, Casus.procesregie, Casus.procesregisseur)
        .join(gekozen, gekozen.c.id == Casus.id)
        .order_by(gekozen.c.soort, Casus.nummer)
    )
    per_soort: dict[int, list[tuple[CasusId, str]]] = {}
    for nummer, casus_id, casusnummer, fase, procesregie, regisseur in (yield lezen):
        van = "" if regisseur == werkplek.naam else f" (van {regisseur or 'niemand'}: draag de casus over)"
        zin = wachtend[nummer][0].zin(fase, procesregie)
        per_soort.setdefault(nummer, []).append((casus_id, f"Casus {casusnummer}: {zin}{van}"))
    for nummer, (soort, aantal) in enumerate(wachtend):
        yield from _in_regels(per_soort.get(nummer, []), aantal, soort.rest)


def wacht_op_terugkoppeling(termen: Termen) -> Signaal:
    """Casussen that ended, of which the aanmelder does not know it yet."""
    rijen, wie = (yield terug_te_koppelen()), termen.met_lidwoord("aanmelder")
    op_nummer = sorted(rijen, key=itemgetter(1))
    regels = [(id_, f"Casus {nummer} is beëindigd: terugkoppelen aan {wie}") for id_, nummer in op_nummer]
    yield from _in_regels(regels, len(regels), "beëindigde casussen om over terug te koppelen")


def _in_regels(regels: Sequence[tuple[CasusId, str]], aantal: int, rest: str) -> Iterator[Wacht]:
    for casus_id, zin in regels[:_MEESTE]:
        yield Wacht(Wanneer.DEZE_WEEK, zin, "Open", "casus", casus_id)
    over = aantal - _MEESTE
    if over > 0:
        yield Wacht(Wanneer.DEZE_WEEK, f"Nog {over} {rest}", "Open", "casus", 0)


@dataclass(frozen=True, slots=True)
class _Soort:
    """One reason why a casus waits; a casus waits for one reason at most."""

    is_zo: ColumnElement[bool]
    zin: Callable[[str, str], str]
    """The words, from the fase and from who has procesregie."""
    rest: str


def _soorten(werkplek: Werkplek) -> tuple[_Soort, ...]:
    profiel = werkplek.profiel
    triage, regie = profiel.termen.triage, profiel.termen.procesregie
    gesloten = [fase.sleutel for fase in profiel.fasen if not fase.delen_toegestaan]
    fasen = {fase.sleutel: f"{fase.nummer} {fase.naam}".strip() for fase in profiel.fasen}
    klaar = select(Triage.id).where(Triage.casus_id == Casus.id, Triage.afgerond_op.is_not(None)).correlate(Casus)
    loopt = and_(Casus.fase.in_(gesloten), ~klaar.exists())
    hier = and_(~loopt, Casus.procesregie == "")
    return (
        _Soort(loopt, lambda _fase, _bij: f"{triage} loopt", f"casussen waarbij {triage} loopt"),
        _Soort(
            and_(hier, ~_in_beeld(werkplek)),
            lambda fase, _bij: f"op geen agenda, in fase {fasen.get(fase, fase)}",
            "casussen die op geen agenda staan",
        ),
        _Soort(
            and_(~loopt, Casus.procesregie != ""),
            lambda _fase, bij: f"{regie} {_waar(profiel, bij)}, te beëindigen",
            f"casussen met {regie} elders",
        ),
    )


def _waar(profiel: Huisprofiel, procesregie: str) -> str:
    wie = wie_heeft_procesregie(profiel, procesregie)
    return f"bij {wie}" if wie else "elders"


def _in_beeld(werkplek: Werkplek) -> ColumnElement[bool]:
    op_agenda = (
        select(Agendapunt.casus_id)
        .join(Overleg, Overleg.id == Agendapunt.overleg_id)
        .where(
            Agendapunt.casus_id.is_not(None),
            or_(
                and_(Overleg.datum >= werkplek.vandaag(), Overleg.status != OverlegStatus.GEHOUDEN),
                and_(Overleg.status == OverlegStatus.GEHOUDEN, Overleg.verslag_status == VerslagStatus.CONCEPT),
            ),
        )
    )
    met_evaluatie = select(PlanVanAanpak.casus_id).where(
        PlanVanAanpak.status == PlanStatus.VASTGESTELD, PlanVanAanpak.evaluatie_op.is_not(None)
    )
    return or_(Casus.id.in_(op_agenda), Casus.id.in_(met_evaluatie))


def _lopend(werkplek: Werkplek) -> tuple[ColumnElement[bool], ...]:
    """What runs and is of nobody else who is there to see to it."""
    anderen = procesregisseurs(werkplek) - {werkplek.naam}
    return Casus.status == CasusStatus.LOPEND, Casus.procesregisseur.not_in(anderen)


def _eerste(nummer: int, soort: _Soort, lopend: tuple[ColumnElement[bool], ...]) -> Vraag:
    """Those of this kind that get a line; each in a select of its own, since a union takes no order of its parts."""
    eerste = (
        select(literal(nummer).label("soort"), Casus.id)
        .where(*lopend, soort.is_zo)
        .order_by(Casus.nummer)
        .limit(_MEESTE)
        .subquery()
    )
    return select(*eerste.c)
