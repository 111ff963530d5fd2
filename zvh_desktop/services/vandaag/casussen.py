"""Casussen that nothing else keeps in view: each running one of this procesregisseur, in whatever fase it is.

A casus of somebody who is no procesregisseur of the house any more is everybody's, until it is handed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Select, and_, or_, select

from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import CasusId, CasusStatus, OverlegStatus, PlanStatus, VerslagStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.plan import PlanVanAanpak
from zvh_desktop.models.triage import Triage
from zvh_desktop.services.casus.einden import terug_te_koppelen
from zvh_desktop.services.casus.regisseurs import procesregisseurs
from zvh_desktop.services.vandaag.regel import Wacht, Wanneer
from zvh_desktop.services.vandaag.signalen import Signaal
from zvh_desktop.services.werkplek.werkplek import Werkplek

_MEESTE = 5
"""So many casussen get a line of their own; the rest is counted in one."""


def wacht_bij_casussen(werkplek: Werkplek) -> Signaal:
    """Triage that runs, casussen on no agenda and without a day to look at them again, and those held elsewhere."""
    profiel = werkplek.profiel
    gesloten = {fase.sleutel for fase in profiel.fasen if not fase.delen_toegestaan}
    fasen = {fase.sleutel: f"{fase.nummer} {fase.naam}".strip() for fase in profiel.fasen}
    triage: list[tuple[CasusId, str]] = []
    nergens: list[tuple[CasusId, str]] = []
    elders: list[tuple[CasusId, str]] = []
    for id_, nummer, fase, procesregie, regisseur, in_triage, in_beeld in (yield _lopend(werkplek)):
        van = "" if regisseur == werkplek.naam else f" (van {regisseur or 'niemand'}: draag de casus over)"
        if fase in gesloten and in_triage:
            triage.append((id_, f"Casus {nummer}: {profiel.termen.triage} loopt{van}"))
        elif procesregie:
            elders.append((id_, f"Casus {nummer}: {profiel.termen.procesregie} bij {procesregie}, te beëindigen{van}"))
        elif not in_beeld:
            nergens.append((id_, f"Casus {nummer}: op geen agenda, in {fasen.get(fase, fase)}{van}"))
    for regels, rest in (
        (triage, f"casussen waarbij {profiel.termen.triage} loopt"),
        (nergens, "casussen die op geen agenda staan"),
        (elders, f"casussen met {profiel.termen.procesregie} elders"),
    ):
        yield from _in_regels(regels, rest)


def wacht_op_terugkoppeling() -> Signaal:
    """Casussen that ended, of which the aanmelder does not know it yet."""
    rijen = yield terug_te_koppelen()
    regels = [(id_, f"Casus {nummer} is beëindigd: terugkoppelen aan de aanmelder") for id_, nummer in rijen]
    yield from _in_regels(regels, "beëindigde casussen om over terug te koppelen")


def _in_regels(regels: Sequence[tuple[CasusId, str]], rest: str) -> Iterator[Wacht]:
    for casus_id, zin in regels[:_MEESTE]:
        yield Wacht(Wanneer.DEZE_WEEK, zin, "Open", "casus", casus_id)
    over = len(regels) - _MEESTE
    if over > 0:
        yield Wacht(Wanneer.DEZE_WEEK, f"Nog {over} {rest}", "Open", "casus", 0)


def _lopend(werkplek: Werkplek) -> Select[CasusId, str, str, str, str, bool, bool]:
    anderen = procesregisseurs(werkplek) - {werkplek.naam}
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
    return (
        select(
            Casus.id,
            Casus.nummer,
            Casus.fase,
            Casus.procesregie,
            Casus.procesregisseur,
            Triage.afgerond_op.is_(None),
            or_(Casus.id.in_(op_agenda), Casus.id.in_(met_evaluatie)),
        )
        .outerjoin(Triage, Triage.casus_id == Casus.id)
        .where(Casus.status == CasusStatus.LOPEND, Casus.procesregisseur.not_in(anderen))
        .order_by(Casus.nummer)
    )
