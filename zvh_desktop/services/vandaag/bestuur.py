"""What waits at tactical and strategic level: an agenda to make, input to ask for, a verslag to settle."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.models.bestuur import OverlegLid
from zvh_desktop.models.keuzes import Aanwezigheid, OverlegStatus, VerslagStatus
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.services.vandaag.regel import KOMENDE_DAGEN, Wacht, Wanneer
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.taal import datum_kort
from zvh_desktop.services.werkplek.werkplek import Werkplek

_PLAATS = "overleggen"
_ER_NIET = (Aanwezigheid.AFGEMELD, Aanwezigheid.AFWEZIG)


def wacht_bij_overleggen(werkplek: Werkplek, sessie: Session) -> Iterator[Wacht]:
    """The lines for who may do what they ask for, by date."""
    zonder_casussen = select(Overleg).where(Overleg.casuistiek.is_(False)).order_by(Overleg.datum, Overleg.id)
    te_gaan = zonder_casussen.where(
        Overleg.status == OverlegStatus.CONCEPT,
        Overleg.datum >= werkplek.vandaag(),
        Overleg.datum <= werkplek.vandaag() + timedelta(days=KOMENDE_DAGEN),
    )
    for overleg in sessie.scalars(te_gaan):
        yield from _voor_het_overleg(werkplek, sessie, overleg)
    if not werkplek.mag(Recht.VERSLAG_VASTSTELLEN).mag:
        return
    gehouden = zonder_casussen.where(
        Overleg.status == OverlegStatus.GEHOUDEN, Overleg.verslag_status == VerslagStatus.CONCEPT
    )
    for overleg in sessie.scalars(gehouden):
        zin = f"{_naam(werkplek, sessie, overleg)}: verslag vaststellen"
        yield Wacht(Wanneer.DEZE_WEEK, zin, "Open", _PLAATS, overleg.id)


def _voor_het_overleg(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> Iterator[Wacht]:
    if not overleg.agendapunten:
        zin = f"{_naam(werkplek, sessie, overleg)}: op de agenda staat nog niets"
        yield Wacht(Wanneer.DEZE_WEEK, zin, "Open", _PLAATS, overleg.id)
    if werkplek.overlegsoort_van(sessie, overleg).stemregel.afwezige == "geen_regel":
        return
    te_vragen = sessie.scalars(
        select(OverlegLid.id).where(
            OverlegLid.overleg_id == overleg.id,
            OverlegLid.aanwezigheid.in_(_ER_NIET),
            OverlegLid.inbreng_gevraagd_op.is_(None),
            OverlegLid.inbreng == "",
            OverlegLid.gehoord_op.is_(None),
        )
    ).all()
    if te_vragen:
        wie = "1 afwezig lid" if len(te_vragen) == 1 else f"{len(te_vragen)} afwezige leden"
        zin = f"{_naam(werkplek, sessie, overleg)}: {wie} om inbreng vragen"
        yield Wacht(Wanneer.DEZE_WEEK, zin, "Open", _PLAATS, overleg.id)


def _naam(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> str:
    soort = werkplek.overlegsoort_van(sessie, overleg)
    return f"{soort.naam} van {datum_kort(overleg.datum)}"
