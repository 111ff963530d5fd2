"""Who is casusregisseur of a casus, and in which overleg that was decided."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from zvh_desktop.errors import InvoerOngeldig, RegelGeweigerd
from zvh_desktop.models.casus import Casus, Casusregie
from zvh_desktop.models.keuzes import CasusId, CasusStatus, OverlegId, OverlegStatus, PartijId, PartijSoort
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.taal import datum_kort, hoofdletter
from zvh_desktop.services.huis.instellingen import lees_instellingen
from zvh_desktop.services.poort.gesloten import eis_lopend
from zvh_desktop.services.poort.poort import eis_rechtmatig, standen
from zvh_desktop.services.regelboek.casus import casusregisseur_van_partij
from zvh_desktop.services.regelboek.casusregie import aanwijzers, aanwijzing_casusregisseur, casusregisseur_nodig
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt, eis
from zvh_desktop.services.werkplek.invoer import naamveld
from zvh_desktop.services.werkplek.wegen import naar_casusregisseur
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal


@dataclass(frozen=True, slots=True)
class AanwijzingInvoer:
    """Who is appointed, and in which overleg of this vault; or else the day of one that is not in it."""

    partij_id: PartijId
    naam: str
    overleg_id: OverlegId | None = None
    eerder_op: date | None = None


@dataclass(frozen=True, slots=True)
class AanwijzendOverleg:
    """A held overleg in which this casusregisseur can have been appointed."""

    id: OverlegId
    naam: str
    datum: date


@dataclass(frozen=True, slots=True)
class AanwijzingKeuzes:
    """What there is to choose from. ``door``: who appoints in this house, with its article."""

    partijen: tuple[tuple[PartijId, str], ...]
    overleggen: tuple[AanwijzendOverleg, ...]
    """The newest first."""
    door: str
    artikel: str


@dataclass(frozen=True, slots=True)
class CasusregieRegel:
    """Who has or had casusregie. ``aangewezen`` says by whom and when; empty when that was not recorded."""

    partij_id: PartijId
    partij: str
    naam: str
    van: date
    tot: date | None
    aangewezen: str
    aangewezen_op: date | None
    overleg_id: OverlegId | None


def aanwijzing_keuzes(werkplek: Werkplek, sessie: Session, casus: Casus) -> AanwijzingKeuzes:
    """The partijen that may be at this casus, and the overleggen that can have appointed somebody of them."""
    partijen = list(sessie.scalars(select(Partij).where(Partij.soort != PartijSoort.DERDE).order_by(Partij.id)))
    stand = standen(werkplek, sessie, casus, partijen, werkplek.vandaag())
    lezing = lees_instellingen(sessie).lezing_casusregisseur
    return AanwijzingKeuzes(
        partijen=tuple((p.id, p.naam) for p in partijen if stand[p.id].mag),
        overleggen=_aanwijzende_overleggen(werkplek, sessie, casus, lezing),
        door=aanwijzers(werkplek.profiel, lezing),
        artikel=werkplek.profiel.aanwijzing_casusregisseur.artikel_volgens(lezing),
    )


def wijs_aan(werkplek: Werkplek, sessie: Session, casus: Casus, invoer: AanwijzingInvoer) -> None:
    """Appoint a casusregisseur within a transaction; the one before ends.

    Rules ``casusregisseur_van_partij`` and ``aanwijzing_casusregisseur``. Raises RegelGeweigerd, InvoerOngeldig.
    """
    term = werkplek.profiel.termen.casusregisseur
    eis_lopend(casus, werkplek.profiel.termen, f"Er wordt geen {term} meer aangewezen.")
    partij = haal(sessie, Partij, invoer.partij_id, "Deze partij")
    eis_rechtmatig(werkplek, sessie, casus, partij, werkplek.vandaag())
    netjes = naamveld("naam", invoer.naam)
    eis(casusregisseur_van_partij(werkplek.profiel, partij.naam, netjes))
    dag = _dag_van_aanwijzing(werkplek, sessie, casus, invoer)
    for oud in casus.casusregie:
        if oud.tot is None:
            oud.tot = max(oud.van, dag)
    casus.casusregie.append(
        Casusregie(partij_id=partij.id, naam=netjes, van=dag, overleg_id=invoer.overleg_id, aangewezen_op=dag)
    )


def casusregie_regels(
    werkplek: Werkplek, sessie: Session, casus: Casus, partijen: Mapping[PartijId, str]
) -> tuple[CasusregieRegel, ...]:
    """Who has and had casusregie, the first one first."""
    return tuple(
        CasusregieRegel(
            rij.partij_id,
            partijen.get(rij.partij_id, ""),
            rij.naam,
            rij.van,
            rij.tot,
            _aangewezen(werkplek, sessie, rij),
            rij.aangewezen_op,
            rij.overleg_id,
        )
        for rij in casus.casusregie
    )


def casusregisseur_ontbreekt(werkplek: Werkplek, sessie: Session, casus: Casus) -> tuple[Aandachtspunt, ...]:
    """What to point at while this running casus has no casusregisseur and the house wants one; otherwise nothing."""
    return _nodig(werkplek, casus, lees_instellingen(sessie).lezing_casusregisseur) if _zonder(casus) else ()


def _zonder(casus: Casus) -> bool:
    return casus.status == CasusStatus.LOPEND and all(rij.tot is not None for rij in casus.casusregie)


def _nodig(werkplek: Werkplek, casus: Casus, lezing: str) -> tuple[Aandachtspunt, ...]:
    punt = casusregisseur_nodig(werkplek.profiel, casus.nummer, lezing=lezing)
    return (replace(punt, weg=naar_casusregisseur(casus.id)),) if punt is not None else ()


def aanwijzing_verzuimd(werkplek: Werkplek, sessie: Session, casus: Casus) -> tuple[Aandachtspunt, ...]:
    """The same once this casus was on an overleg that could have appointed one: before that there is nothing amiss."""
    if not _zonder(casus):
        return ()
    lezing = lees_instellingen(sessie).lezing_casusregisseur
    punten = _nodig(werkplek, casus, lezing)
    return punten if punten and _aanwijzende_overleggen(werkplek, sessie, casus, lezing) else ()


def zonder_casusregisseur(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, casussen: Collection[CasusId]
) -> tuple[Aandachtspunt, ...]:
    """The same for these casussen at this overleg, where it is one that appoints and has been held."""
    lezing = lees_instellingen(sessie).lezing_casusregisseur
    wijst_aan = overleg.soort in werkplek.profiel.aanwijzing_casusregisseur.beslissers_volgens(lezing)
    if not wijst_aan or overleg.status != OverlegStatus.GEHOUDEN:
        return ()
    ontbreekt = select(Casus).where(
        Casus.id.in_(tuple(casussen)),
        Casus.status == CasusStatus.LOPEND,
        ~exists().where(Casusregie.casus_id == Casus.id, Casusregie.tot.is_(None)),
    )
    gevonden = {casus.id: casus for casus in sessie.scalars(ontbreekt)}
    return tuple(
        punt for casus_id in casussen if casus_id in gevonden for punt in _nodig(werkplek, gevonden[casus_id], lezing)
    )


def _dag_van_aanwijzing(werkplek: Werkplek, sessie: Session, casus: Casus, invoer: AanwijzingInvoer) -> date:
    term = werkplek.profiel.termen.met_lidwoord("casusregisseur")
    if invoer.overleg_id is None:
        if invoer.eerder_op is None:
            raise InvoerOngeldig("overleg", f"Kies in welk overleg {term} is aangewezen, of vul de dag in.")
        if invoer.eerder_op > werkplek.vandaag():
            raise InvoerOngeldig("eerder_op", "Deze dag ligt in de toekomst.")
        return invoer.eerder_op
    overleg = haal(sessie, Overleg, invoer.overleg_id, "Dit overleg")
    eis(_bezwaar(werkplek, sessie, casus, overleg, lees_instellingen(sessie).lezing_casusregisseur))
    naam = f"{_soort_naam(werkplek, sessie, overleg)} van {datum_kort(overleg.datum)}"
    if all(punt.casus_id != casus.id for punt in overleg.agendapunten):
        raise InvoerOngeldig("overleg", f"Casus {casus.nummer} stond niet op de agenda van {naam}.")
    if overleg.status != OverlegStatus.GEHOUDEN:
        raise InvoerOngeldig("overleg", f"{hoofdletter(naam)} is nog niet gehouden.")
    return overleg.datum


def _bezwaar(werkplek: Werkplek, sessie: Session, casus: Casus, overleg: Overleg, lezing: str) -> RegelGeweigerd | None:
    """Why this overleg did not appoint: judged by the profile under which it was held."""
    profiel = werkplek.profiel_van(sessie, overleg)
    return aanwijzing_casusregisseur(profiel, casus.nummer, overleg.soort, lezing=lezing)


def _aanwijzende_overleggen(
    werkplek: Werkplek, sessie: Session, casus: Casus, lezing: str
) -> tuple[AanwijzendOverleg, ...]:
    gehouden = (
        select(Overleg)
        .join(Agendapunt, Agendapunt.overleg_id == Overleg.id)
        .where(Agendapunt.casus_id == casus.id, Overleg.status == OverlegStatus.GEHOUDEN)
        .order_by(Overleg.datum.desc(), Overleg.begin.desc())
    )
    return tuple(
        AanwijzendOverleg(overleg.id, werkplek.overlegsoort_van(sessie, overleg).naam, overleg.datum)
        for overleg in sessie.scalars(gehouden)
        if _bezwaar(werkplek, sessie, casus, overleg, lezing) is None
    )


def _soort_naam(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> str:
    return werkplek.overlegsoort_van(sessie, overleg).met_lidwoord


def _aangewezen(werkplek: Werkplek, sessie: Session, rij: Casusregie) -> str:
    if rij.aangewezen_op is None:
        return ""
    overleg = sessie.get(Overleg, rij.overleg_id) if rij.overleg_id else None
    dag = datum_kort(rij.aangewezen_op)
    if overleg is None:
        return f"aangewezen op {dag}, in een overleg dat niet in deze kluis staat"
    return f"aangewezen door {_soort_naam(werkplek, sessie, overleg)} van {dag}"
