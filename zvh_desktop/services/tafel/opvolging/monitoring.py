"""Monitoring: what a casus comes from, read from what was signed, with only names of who sits at this point."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.keuzes import (
    ActieStatus,
    AgendapuntId,
    OverlegStatus,
    PartijId,
    PlanStatus,
    VerslagStatus,
    Voortgang,
)
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.plan import PlanVanAanpak
from zvh_desktop.models.uitkomst import Actie, Actievoortgang
from zvh_desktop.services.casus.acties import ActieRegel, actie_regels_met_punt
from zvh_desktop.services.casus.plan_getekend import PLAN
from zvh_desktop.services.tafel.opvolging.gegevens import (
    EerderBesluit,
    LopendeActie,
    MonitoringBeeld,
    PlanInZicht,
    VerslagInZicht,
)
from zvh_desktop.services.tafel.verslag_gegevens import VerslagPunt
from zvh_desktop.services.tafel.verslag_getekend import VERSLAG
from zvh_desktop.services.tafel.verslag_woorden import gedrukte_punten
from zvh_desktop.services.werkplek.later import begint_voor
from zvh_desktop.services.werkplek.werkplek import Werkplek

_LOPEND = (ActieStatus.OPEN, ActieStatus.BEZIG)


class Terugblik:
    """What came before for these points of one overleg: read in as many statements for forty points as for one.

    Beside that each earlier overleg is read and verified once.
    """

    def __init__(self, werkplek: Werkplek, sessie: Session, overleg: Overleg, punten: Iterable[Agendapunt]) -> None:
        self._werkplek = werkplek
        self._sessie = sessie
        self._gelezen: dict[int, tuple[VerslagPunt, ...] | str] = {}
        self._punten = {punt.id: punt for punt in punten if punt.casus_id is not None}
        casussen = sorted({punt.casus_id for punt in self._punten.values() if punt.casus_id is not None})
        self._eerder = _per_casus(self._lees_eerdere(overleg, casussen)) if casussen else {}
        self._plannen = self._lees_plannen(casussen) if casussen else {}
        self._gezegd = self._lees_gezegd() if casussen else {}
        self._acties = self._lees_acties(casussen) if casussen else ()

    def lees(self, punt: Agendapunt, mogen: Mapping[PartijId, str]) -> MonitoringBeeld | None:
        """What this casus comes from; ``mogen`` are the partijen at this point. Nothing at a point without casus."""
        casus_id = punt.casus_id
        if casus_id is None:
            return None
        besluiten: list[EerderBesluit] = []
        verslag: VerslagInZicht | None = None
        onleesbaar: list[str] = []
        for eerder, overleg in self._eerder.get(casus_id, ()):
            gelezen = self._verslagpunten(overleg)
            if isinstance(gelezen, str):
                onleesbaar.append(gelezen)
                continue
            toen = next((een for een in gelezen if een.id == eerder.id), None)
            if toen is None:
                continue
            verslag = verslag or self._verslag(overleg, toen)
            besluiten += [
                EerderBesluit(
                    overleg.datum,
                    besluit.naam,
                    besluit.invoer.omschrijving,
                    besluit.invoer.conditie,
                    besluit.belegd_bij if besluit.invoer.belegd_bij in mogen else "",
                )
                for besluit in toen.besluiten
            ]
        plan, bezwaar = self._plan(casus_id)
        onleesbaar += [bezwaar] if bezwaar else []
        acties = self._acties_bij(punt, mogen)
        return MonitoringBeeld(punt.id, casus_id, tuple(besluiten), acties, plan, verslag, tuple(onleesbaar))

    def _lees_eerdere(self, overleg: Overleg, casussen: Sequence[int]) -> list[tuple[Agendapunt, Overleg]]:
        """The points of these casussen at overleggen that were held before this one, the newest first."""
        rijen = self._sessie.execute(
            select(Agendapunt, Overleg)
            .join(Overleg, Overleg.id == Agendapunt.overleg_id)
            .where(
                Agendapunt.casus_id.in_(casussen),
                Overleg.id != overleg.id,
                Overleg.status == OverlegStatus.GEHOUDEN,
                begint_voor(Overleg, overleg),
            )
            .order_by(Overleg.datum.desc(), Overleg.begin.desc())
        )
        return [(eerder, vorig) for eerder, vorig in rijen]

    def _lees_plannen(self, casussen: Sequence[int]) -> dict[int, PlanVanAanpak]:
        """Per casus the version that is vastgesteld, or else the newest."""
        plannen: dict[int, PlanVanAanpak] = {}
        rijen = select(PlanVanAanpak).where(PlanVanAanpak.casus_id.in_(casussen)).order_by(PlanVanAanpak.versie)
        for plan in self._sessie.scalars(rijen):
            eerder = plannen.get(plan.casus_id)
            if eerder is None or eerder.status != PlanStatus.VASTGESTELD or plan.status == PlanStatus.VASTGESTELD:
                plannen[plan.casus_id] = plan
        return plannen

    def _lees_gezegd(self) -> dict[tuple[int, int], Voortgang]:
        rijen = self._sessie.scalars(select(Actievoortgang).where(Actievoortgang.agendapunt_id.in_(self._punten)))
        return {(rij.agendapunt_id, rij.actie_id): rij.voortgang for rij in rijen}

    def _lees_acties(self, casussen: Sequence[int]) -> tuple[tuple[AgendapuntId | None, ActieRegel], ...]:
        """What is open at these casussen, or was spoken of at these points, with where it was agreed."""
        gezegd = {actie_id for _, actie_id in self._gezegd}
        vraag = (
            select(Actie)
            .where(Actie.casus_id.in_(casussen), or_(Actie.status.in_(_LOPEND), Actie.id.in_(gezegd)))
            .order_by(Actie.termijn.is_(None), Actie.termijn, Actie.id)
        )
        namen = dict(self._sessie.execute(select(Partij.id, Partij.naam)).all())
        return tuple((punt_id, regel) for regel, punt_id in actie_regels_met_punt(self._sessie, vraag, namen))

    def _verslagpunten(self, overleg: Overleg) -> tuple[VerslagPunt, ...] | str:
        if overleg.id not in self._gelezen:
            try:
                VERSLAG.verifieer(self._werkplek, self._sessie, overleg)
                self._gelezen[overleg.id] = gedrukte_punten(self._werkplek, self._sessie, overleg)
            except HandtekeningOnjuist as fout:
                self._gelezen[overleg.id] = fout.gebeurd
        return self._gelezen[overleg.id]

    def _verslag(self, overleg: Overleg, punt: VerslagPunt) -> VerslagInZicht:
        soort = self._werkplek.profiel_van(self._sessie, overleg).overlegsoort(overleg.soort)
        vast = overleg.verslag_status == VerslagStatus.VASTGESTELD
        return VerslagInZicht(overleg.datum, soort.naam, vast, punt.tekst, punt.uitkomst.zin)

    def _plan(self, casus_id: int) -> tuple[PlanInZicht | None, str]:
        plan = self._plannen.get(casus_id)
        if plan is None:
            return None, ""
        try:
            PLAN.verifieer(self._werkplek, self._sessie, plan)
        except HandtekeningOnjuist as fout:
            return None, fout.gebeurd
        doelen = tuple((doel.leefgebied, doel.doel) for doel in plan.doelen)
        return PlanInZicht(plan.versie, plan.status, doelen, plan.evaluatie_op), ""

    def _acties_bij(self, punt: Agendapunt, mogen: Mapping[PartijId, str]) -> tuple[LopendeActie, ...]:
        """What was agreed at this point itself is no earlier actie."""
        gevonden = []
        for afgesproken, regel in self._acties:
            gezegd = self._gezegd.get((punt.id, regel.id))
            nog = regel.status in _LOPEND or gezegd is not None
            if regel.casus_id == punt.casus_id and afgesproken != punt.id and nog:
                naam = mogen.get(regel.invoer.belegd_bij, "")
                gevonden.append(LopendeActie(replace(regel, belegd_bij=naam), gezegd))
        return tuple(gevonden)


def _per_casus(rijen: Iterable[tuple[Agendapunt, Overleg]]) -> dict[int, list[tuple[Agendapunt, Overleg]]]:
    per_casus: dict[int, list[tuple[Agendapunt, Overleg]]] = {}
    for punt, overleg in rijen:
        if punt.casus_id is not None:
            per_casus.setdefault(punt.casus_id, []).append((punt, overleg))
    return per_casus
