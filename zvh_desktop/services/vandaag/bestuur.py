"""What waits at tactical and strategic level: an agenda to make, input to ask for, a verslag to settle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.models.keuzes import OverlegStatus, VerslagStatus
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.taal import datum_kort, verwijzing
from zvh_desktop.services.bestuur.ritme import ritmes
from zvh_desktop.services.uitnodigen.besluitenbrieven import verstuurde_brieven
from zvh_desktop.services.vandaag.lezen import WachtendOverleg
from zvh_desktop.services.vandaag.regel import Wacht, Wanneer
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek

_PLAATS = "overleggen"
_TERUGKIJKEN = timedelta(days=92)
"""What was decided longer ago no longer waits here: a letter from then was sent outside the application."""


def wacht_bij_overleggen(werkplek: Werkplek, sessie: Session, overleggen: Iterable[WachtendOverleg]) -> Iterator[Wacht]:
    """The lines for who may do what they ask for, by date."""
    zonder_casussen = [overleg for overleg in overleggen if not overleg.rij.casuistiek]
    for overleg in zonder_casussen:
        if overleg.rij.status == OverlegStatus.CONCEPT and overleg.komt_op(werkplek.vandaag()):
            yield from _voor_het_overleg(werkplek, sessie, overleg)
    if werkplek.mag(Recht.TAFEL_BEHEREN).mag:
        yield from (
            Wacht(Wanneer.TERMIJNEN, stand.zin.rstrip("."), "Open", _PLAATS, 0)
            for stand in ritmes(werkplek, sessie)
            if stand.nu_plannen
        )
        yield from _brieven(werkplek, sessie)
    if not werkplek.mag(Recht.VERSLAG_VASTSTELLEN).mag:
        return
    for overleg in zonder_casussen:
        if overleg.verslag_wacht:
            zin = f"{_naam(werkplek, sessie, overleg.rij)}: verslag vaststellen"
            yield Wacht(Wanneer.DEZE_WEEK, zin, "Open", _PLAATS, overleg.rij.id)


def _voor_het_overleg(werkplek: Werkplek, sessie: Session, overleg: WachtendOverleg) -> Iterator[Wacht]:
    naam, sleutel = _naam(werkplek, sessie, overleg.rij), overleg.rij.id
    if not overleg.heeft_punten:
        yield Wacht(Wanneer.DEZE_WEEK, f"{naam}: op de agenda staat nog niets", "Open", _PLAATS, sleutel)
    if werkplek.overlegsoort_van(sessie, overleg.rij).stemregel.afwezige == "geen_regel":
        return
    aantal = overleg.leden_te_vragen
    if aantal:
        wie = "1 afwezig lid" if aantal == 1 else f"{aantal} afwezige leden"
        yield Wacht(Wanneer.DEZE_WEEK, f"{naam}: {wie} om inbreng vragen", "Open", _PLAATS, sleutel)


def _brieven(werkplek: Werkplek, sessie: Session) -> Iterator[Wacht]:
    """Decided and signed, and the other meeting did not hear it yet."""
    if not any(soort.informeert for soort in werkplek.profiel.overlegsoorten):
        return
    for overleg in sessie.scalars(
        select(Overleg)
        .where(
            Overleg.casuistiek.is_(False),
            Overleg.verslag_status == VerslagStatus.VASTGESTELD,
            Overleg.datum >= werkplek.vandaag() - _TERUGKIJKEN,
        )
        .order_by(Overleg.datum, Overleg.id)
    ):
        profiel = werkplek.profiel_van(sessie, overleg)
        kennis = profiel.overlegsoort(overleg.soort).informeert
        gestuurd = verstuurde_brieven(sessie, overleg.id) if kennis else {}
        for een in kennis:
            naam = profiel.overlegsoort(een.overleg).naam
            if naam not in gestuurd:
                zin = f"{_naam(werkplek, sessie, overleg)}: besluitenbrief aan {naam}{verwijzing(een.artikel)}"
                yield Wacht(Wanneer.DEZE_WEEK, zin, "Open", _PLAATS, overleg.id)


def _naam(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> str:
    soort = werkplek.overlegsoort_van(sessie, overleg)
    return f"{soort.naam} van {datum_kort(overleg.datum)}"
