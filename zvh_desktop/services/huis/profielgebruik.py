"""What of the house profile is in use: by casussen that run, by what is open, and by meetings in preparation.

Who sees no dossiers on a server has this from the owner of the tables, as words and places alone (ADR 0100): a profile
that takes a fase away from under a casus is refused to everybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from zvh_desktop.database.motor.motor import Gebruikt, motor_van
from zvh_desktop.database.zitting.zitting import ziet_dossiers
from zvh_desktop.models.aanmelding import Aanmelding
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import AanmeldingUitkomst, BuitenRoutering, CasusId, CasusStatus, OverlegStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.models.triage import Triage
from zvh_desktop.models.uitkomst import Besluit

_IN_VOORBEREIDING: Final = (OverlegStatus.CONCEPT, OverlegStatus.AKKOORD_GEVRAAGD)
Bij = tuple[str, str]
"""A word of the profile, and where it is used."""


@dataclass(frozen=True, slots=True)
class LopendeCasus:
    """A casus that runs, by what it has of the profile."""

    nummer: str
    fase: str
    aanpak: str


@dataclass(frozen=True, slots=True)
class Voorbereiding:
    """A meeting in preparation."""

    soort: str
    casuistiek: bool
    datum: date


@dataclass(frozen=True, slots=True)
class Profielgebruik:
    """All of it; ``aanpakken``, ``besluiten`` and ``routeringen`` beside what the casussen and meetings say."""

    casussen: tuple[LopendeCasus, ...]
    overleggen: tuple[Voorbereiding, ...]
    aanpakken: tuple[Bij, ...]
    besluiten: tuple[Bij, ...]
    routeringen: tuple[Bij, ...]


def lees_profielgebruik(sessie: Session) -> Profielgebruik:
    """What is in use now."""
    if ziet_dossiers(sessie):
        return _uit_rijen(sessie)
    verbinding = sessie.connection()
    return _uit_gebruik(motor_van(verbinding).buiten_zicht(verbinding).in_gebruik())


def overleggen_per_versie(sessie: Session) -> Mapping[int, int]:
    """How many meetings are held under each version of the profile, by its id."""
    if ziet_dossiers(sessie):
        vraag = select(Overleg.profiel_versie_id, func.count()).group_by(Overleg.profiel_versie_id)
        return {int(versie): aantal for versie, aantal in sessie.execute(vraag)}
    verbinding = sessie.connection()
    gebruikt = motor_van(verbinding).buiten_zicht(verbinding).in_gebruik()
    return {een.rij: int(een.waarde) for een in gebruikt if een.wat == "overleg.profiel_versie_id"}


def ga_verder_met(sessie: Session, versie_id: int) -> None:
    """Meetings in preparation go on under this version."""
    if ziet_dossiers(sessie):
        for overleg in sessie.scalars(_in_voorbereiding()):
            overleg.profiel_versie_id = versie_id
        return
    verbinding = sessie.connection()
    motor_van(verbinding).buiten_zicht(verbinding).volg_profiel(versie_id)


def _uit_rijen(sessie: Session) -> Profielgebruik:
    lopend = select(Casus).where(Casus.status == CasusStatus.LOPEND)
    casussen = list(sessie.scalars(lopend.order_by(Casus.nummer)))
    nummers = {casus.id: casus.nummer for casus in casussen}
    voorbereiding = list(sessie.scalars(_in_voorbereiding()))
    aanmeldingen = sessie.execute(
        select(Aanmelding.aanpak, Aanmelding.datum).where(Aanmelding.uitkomst == AanmeldingUitkomst.OPEN)
    )
    triages = sessie.execute(select(Triage.routering, Triage.casus_id).where(Triage.afgerond_op.is_(None)))
    return Profielgebruik(
        tuple(LopendeCasus(casus.nummer, casus.fase, casus.aanpak) for casus in casussen),
        tuple(Voorbereiding(een.soort, een.casuistiek, een.datum) for een in voorbereiding),
        tuple((aanpak, _binnengekomen(dag)) for aanpak, dag in aanmeldingen),
        tuple(_besluiten(sessie, nummers, voorbereiding)),
        tuple(_routeringen((routering, nummers[id_]) for routering, id_ in triages if id_ in nummers)),
    )


def _uit_gebruik(gebruikt: Sequence[Gebruikt]) -> Profielgebruik:
    per: dict[str, list[Gebruikt]] = {}
    for een in gebruikt:
        per.setdefault(een.wat, []).append(een)
    aanpak = {een.rij: een.waarde for een in per.get("casus.aanpak", ())}
    casussen = (LopendeCasus(een.bij, een.waarde, aanpak[een.rij]) for een in per.get("casus.fase", ()))
    voorbereiding = (_overleg(een) for een in per.get("overleg.soort", ()))
    punten = ((een.waarde, _agenda(date.fromisoformat(een.bij))) for een in per.get("agendapunt.besluit_type", ()))
    aanmeldingen = (
        (een.waarde, _binnengekomen(date.fromisoformat(een.bij))) for een in per.get("aanmelding.aanpak", ())
    )
    return Profielgebruik(
        tuple(sorted(casussen, key=lambda casus: casus.nummer)),
        tuple(sorted(voorbereiding, key=lambda overleg: overleg.datum)),
        tuple(aanmeldingen),
        (*((een.waarde, een.bij) for een in per.get("besluit.soort", ())), *punten),
        tuple(_routeringen((een.waarde, een.bij) for een in per.get("triage.routering", ()))),
    )


def _overleg(een: Gebruikt) -> Voorbereiding:
    dag, _, casuistiek = een.bij.partition("|")
    return Voorbereiding(een.waarde, casuistiek == "true", date.fromisoformat(dag))


def _besluiten(sessie: Session, nummers: Mapping[CasusId, str], voorbereiding: Iterable[Overleg]) -> Iterator[Bij]:
    for soort, casus_id in sessie.execute(select(Besluit.soort, Besluit.casus_id)):
        if casus_id in nummers:
            yield soort, nummers[casus_id]
    dagen = {overleg.id: overleg.datum for overleg in voorbereiding}
    punten = sessie.execute(
        select(Agendapunt.besluit_type, Agendapunt.overleg_id).where(Agendapunt.overleg_id.in_(dagen))
    )
    for soort, overleg_id in punten:
        yield soort, _agenda(dagen[overleg_id])


def _routeringen(routeringen: Iterable[Bij]) -> Iterator[Bij]:
    """To an overleg of this house."""
    yield from ((routering, bij) for routering, bij in routeringen if routering not in tuple(BuitenRoutering))


def _binnengekomen(dag: date) -> str:
    return f"wat op {datum_kort(dag)} is binnengekomen"


def _agenda(dag: date) -> str:
    return f"de agenda van {datum_kort(dag)}"


def _in_voorbereiding() -> Select[Overleg]:
    return select(Overleg).where(Overleg.status.in_(_IN_VOORBEREIDING)).order_by(Overleg.datum, Overleg.id)
