"""What is asked of the vault for a month: for each kind a select, and the items that its rows are.

Each is the rule by which Vandaag or a list finds the same, over other days.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from zvh_desktop.models.bestuurskeuzes import ApBesluit, Momentsoort
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.datalek.datalek import Datalek
from zvh_desktop.models.keuzes import CasusId, CasusStatus, OordeelUitkomst
from zvh_desktop.models.oordeel import Oordeel
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.plan import PlanVanAanpak
from zvh_desktop.models.samenwerking.geschil import Geschilstap
from zvh_desktop.models.samenwerking.traject import Convenantmoment
from zvh_desktop.models.taal import tijd
from zvh_desktop.models.uitkomst import Actie
from zvh_desktop.services.datalek.termijn import TERMIJN, moment_tekst, uiterlijk
from zvh_desktop.services.vandaag.aangehouden import aangehouden_casussen
from zvh_desktop.services.vandaag.lezen import NOG_TE_DOEN
from zvh_desktop.services.vandaag.maand.gegevens import Dagitem, Maandsoort, Tijdstip
from zvh_desktop.services.vandaag.samenwerking import moment_zin, open_stappen
from zvh_desktop.services.vandaag.termijnen import te_evalueren
from zvh_desktop.services.vandaag.verzoeken import open_verzoeken
from zvh_desktop.services.verzoeken.gegevens import SOORT_TEKST
from zvh_desktop.services.verzoeken.termijn import laatste_dag
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.plekken import BijCasus, BijOverleg, BijTafel
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.samen import Vraag
from zvh_desktop.services.werkplek.werkplek import Werkplek

_DAG = timedelta(days=1)
Rijen = Iterable[Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Maandvraag:
    """A select, and how its rows are read."""

    vraag: Vraag
    lees: Callable[[Rijen], Iterator[Dagitem]]


def maandvragen(werkplek: Werkplek, sessie: Session, van: date, tot: date) -> Iterator[Maandvraag]:
    """What this user may see between these days, both included."""
    mag, termen = werkplek.mag, werkplek.profiel.termen
    yield Maandvraag(_overleggen(van, tot, bestuur=mag(Recht.OVERLEGGEN_LEZEN).mag), _Overleglezer(werkplek, sessie))
    yield Maandvraag(_acties(van, tot), _lees_acties)
    plan = termen.met_lidwoord("plan_van_aanpak")
    yield Maandvraag(
        te_evalueren().where(PlanVanAanpak.evaluatie_op.between(van, tot)),
        _Casuslezer(Maandsoort.EVALUATIE, "evaluatie", f"evaluatie van {plan}", "plan"),
    )
    yield Maandvraag(
        aangehouden_casussen().where(Agendapunt.aangehouden_tot.between(van, tot)),
        _Casuslezer(Maandsoort.AANGEHOUDEN, "aangehouden", "aangehouden tot deze dag, en op geen agenda", ""),
    )
    yield Maandvraag(eindigende_oordelen(van, tot), _lees_oordelen)
    if mag(Recht.VERZOEK_BIJHOUDEN).mag:
        yield Maandvraag(open_verzoeken(), _lees_verzoeken)
    if mag(Recht.DATALEKKEN_LEZEN).mag:
        yield Maandvraag(_datalekken(van, tot), _lees_datalekken)
    if mag(Recht.SAMENWERKING_BIJHOUDEN).mag:
        yield Maandvraag(open_stappen().where(Geschilstap.uiterlijk.between(van, tot)), _lees_geschillen)
        yield Maandvraag(_momenten(van, tot), _lees_momenten)


def eindigende_oordelen(van: date, tot: date) -> Vraag:
    """How many oordelen of each running casus hold for the last time on each day, and were not given anew.

    Which oordeel counts says the gate (``geldend_op``); this only announces a day, and opens nothing.
    """
    nieuwer = aliased(Oordeel)
    opnieuw = select(nieuwer.id).where(
        nieuwer.casus_id == Oordeel.casus_id,
        nieuwer.partij_id == Oordeel.partij_id,
        nieuwer.verklaring_nummer > Oordeel.verklaring_nummer,
    )
    return (
        select(Casus.id, Casus.nummer, Oordeel.geldig_tot, func.count())
        .join(Oordeel, Oordeel.casus_id == Casus.id)
        .where(
            Oordeel.uitkomst == OordeelUitkomst.RECHTMATIG,
            Oordeel.geldig_tot.between(van, tot),
            Casus.status == CasusStatus.LOPEND,
            ~opnieuw.correlate(Oordeel).exists(),
        )
        .group_by(Casus.id, Casus.nummer, Oordeel.geldig_tot)
        .order_by(Oordeel.geldig_tot, Casus.nummer)
    )


def _overleggen(van: date, tot: date, *, bestuur: bool) -> Vraag:
    vraag = select(
        Overleg.id,
        Overleg.profiel_versie_id,
        Overleg.soort,
        Overleg.casuistiek,
        Overleg.datum,
        Overleg.begin,
        Overleg.einde,
        Overleg.status,
        Overleg.verslag_status,
    ).where(Overleg.datum.between(van, tot))
    return vraag if bestuur else vraag.where(Overleg.casuistiek)


@dataclass(frozen=True, slots=True)
class _Overleglezer:
    """What an overleg is called says the profile under which it is held."""

    werkplek: Werkplek
    sessie: Session

    def __call__(self, rijen: Rijen) -> Iterator[Dagitem]:
        for id_, versie, soort, casuistiek, dag, begin, einde, status, verslag in rijen:
            naam = self.werkplek.profiel_versie(self.sessie, versie).overlegsoort(soort).naam
            yield Dagitem(
                soort=Maandsoort.TAFEL if casuistiek else Maandsoort.OVERLEG,
                dag=dag,
                kort=f"{tijd(begin)} {naam}",
                zin=f"{naam} van {tijd(begin)} tot {tijd(einde)}",
                pagina="tafels" if casuistiek else "overleggen",
                onderdeel=BijTafel(id_) if casuistiek else BijOverleg(id_),
                tijdstip=Tijdstip(begin, einde, status, verslag),
            )


def _acties(van: date, tot: date) -> Vraag:
    return (
        select(Casus.id, Casus.nummer, Actie.termijn, func.count())
        .join(Actie, Actie.casus_id == Casus.id)
        .where(Actie.status.in_(NOG_TE_DOEN), Actie.termijn.between(van, tot))
        .group_by(Casus.id, Casus.nummer, Actie.termijn)
        .order_by(Actie.termijn, Casus.nummer)
    )


def _lees_acties(rijen: Rijen) -> Iterator[Dagitem]:
    for casus_id, nummer, dag, aantal in rijen:
        wat = "1 open actie" if aantal == 1 else f"{aantal} open acties"
        kort = "actie" if aantal == 1 else f"{aantal} acties"
        yield _bij_casus(Maandsoort.ACTIE, dag, casus_id, nummer, (kort, f"termijn van {wat}", "acties"))


def _lees_oordelen(rijen: Rijen) -> Iterator[Dagitem]:
    for casus_id, nummer, dag, aantal in rijen:
        wat = "1 oordeel geldt" if aantal == 1 else f"{aantal} oordelen gelden"
        kort = "oordeel" if aantal == 1 else f"{aantal} oordelen"
        woorden = (kort, f"{wat} voor het laatst", "oordelen")
        yield _bij_casus(Maandsoort.OORDEEL, dag, casus_id, nummer, woorden)


@dataclass(frozen=True, slots=True)
class _Casuslezer:
    """Rows of a casus with its number and a day."""

    soort: Maandsoort
    kort: str
    wat: str
    deel: str

    def __call__(self, rijen: Rijen) -> Iterator[Dagitem]:
        for casus_id, nummer, dag in rijen:
            yield _bij_casus(self.soort, dag, casus_id, nummer, (self.kort, self.wat, self.deel))


def _bij_casus(soort: Maandsoort, dag: date, casus_id: CasusId, nummer: str, woorden: tuple[str, str, str]) -> Dagitem:
    kort, wat, deel = woorden
    return Dagitem(soort, dag, f"{nummer} {kort}", f"Casus {nummer}: {wat}", "casussen", BijCasus(casus_id, deel))


def _lees_verzoeken(rijen: Rijen) -> Iterator[Dagitem]:
    for id_, soort, ontvangen, maanden in rijen:
        zin = f"Verzoek {id_} om {SOORT_TEKST[soort]}: laatste dag om te antwoorden"
        dag = laatste_dag(ontvangen, maanden)
        yield Dagitem(Maandsoort.VERZOEK, dag, f"Verzoek {id_}", zin, "beheer", "verzoeken")


def _datalekken(van: date, tot: date) -> Vraag:
    # Stored in UTC: a day more at both sides, and the days of the grid keep what falls in it.
    ruim = TERMIJN + _DAG
    return select(Datalek.id, Datalek.gevonden_op).where(
        Datalek.ap_besluit == ApBesluit.OPEN,
        Datalek.gevonden_op.between(datetime.combine(van - ruim, time.min), datetime.combine(tot, time.max) + _DAG),
    )


def _lees_datalekken(rijen: Rijen) -> Iterator[Dagitem]:
    for id_, gevonden in rijen:
        grens = uiterlijk(gevonden)
        zin = f"Datalek {id_}: beslis over melden, uiterlijk {moment_tekst(grens)}"
        yield Dagitem(Maandsoort.DATALEK, als_lokaal(grens).date(), f"Datalek {id_}", zin, "beheer", "datalekken")


def _lees_geschillen(rijen: Rijen) -> Iterator[Dagitem]:
    for _, id_, bij, dag in rijen:
        zin = f"Geschil {id_} ligt bij {bij}: einde van de termijn"
        op = date.fromisoformat(dag)
        yield Dagitem(Maandsoort.SAMENWERKING, op, f"Geschil {id_}", zin, "beheer", "geschillen")


def _momenten(van: date, tot: date) -> Vraag:
    return select(Convenantmoment.soort, Convenantmoment.op).where(
        Convenantmoment.gedaan_op.is_(None),
        Convenantmoment.soort != Momentsoort.GETEKEND,
        Convenantmoment.op.between(van, tot),
    )


def _lees_momenten(rijen: Rijen) -> Iterator[Dagitem]:
    for soort, dag in rijen:
        zin = moment_zin(soort, dag)
        yield Dagitem(Maandsoort.SAMENWERKING, dag, "Convenant", zin, "beheer", "convenant")
