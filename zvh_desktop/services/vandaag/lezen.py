"""What Vandaag reads for more than one of its lines: numbers and overleggen, each in one statement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import and_, exists, func, or_, select
from sqlalchemy.orm import Session

from zvh_desktop.models.aanmelding import Aanmelding
from zvh_desktop.models.bestuur import OverlegLid
from zvh_desktop.models.keuzes import (
    AanmeldingUitkomst,
    Aanwezigheid,
    ActieStatus,
    DocumentSoort,
    OverlegStatus,
    VerslagStatus,
)
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.uitkomst import Actie
from zvh_desktop.models.uitnodiging import Uitgegeven
from zvh_desktop.services.vandaag.regel import KOMENDE_DAGEN

TERUGKIJKEN = timedelta(days=92)
"""What was decided longer ago no longer waits for a letter: one from then was sent outside the application."""
_ER_NIET = (Aanwezigheid.AFGEMELD, Aanwezigheid.AFWEZIG)
NOG_TE_DOEN = (ActieStatus.OPEN, ActieStatus.BEZIG)


@dataclass(frozen=True, slots=True)
class Aantallen:
    """How many of each wait."""

    open_aanmeldingen: int
    terug_te_koppelen: int
    open_acties: int
    acties_te_laat: int


@dataclass(frozen=True, slots=True)
class WachtendOverleg:
    """An overleg that may ask for something, with what its lines need to know of it."""

    rij: Overleg
    heeft_punten: bool
    leden_te_vragen: int
    """How many absent leden were not asked for their inbreng yet."""
    brieven: int = 0
    """How many besluitenbrieven went to other meetings."""

    @property
    def verslag_wacht(self) -> bool:
        """Whether it was held and its verslag is not settled."""
        return self.rij.status == OverlegStatus.GEHOUDEN and self.rij.verslag_status == VerslagStatus.CONCEPT

    def komt_op(self, vandaag: date) -> bool:
        """Whether it is within the days that Vandaag looks ahead."""
        return vandaag <= self.rij.datum <= vandaag + timedelta(days=KOMENDE_DAGEN)


def lees_aantallen(sessie: Session, vandaag: date) -> Aantallen:
    """Every number at once."""
    aanmeldingen = select(func.count()).select_from(Aanmelding)
    rij = sessie.execute(
        select(
            aanmeldingen.where(Aanmelding.uitkomst == AanmeldingUitkomst.OPEN).scalar_subquery(),
            aanmeldingen.where(
                Aanmelding.uitkomst != AanmeldingUitkomst.OPEN,
                Aanmelding.terugkoppeling_gewenst.is_(True),
                Aanmelding.teruggekoppeld_op.is_(None),
            ).scalar_subquery(),
            func.count(),
            func.count().filter(Actie.termijn < vandaag),
        )
        .select_from(Actie)
        .where(Actie.status.in_(NOG_TE_DOEN))
    ).one()
    return Aantallen(*rij)


def lees_overleggen(sessie: Session, vandaag: date) -> tuple[WachtendOverleg, ...]:
    """Those that come soon, wait for akkoord or wait for their verslag, by date."""
    te_vragen = (
        select(func.count())
        .select_from(OverlegLid)
        .where(
            OverlegLid.overleg_id == Overleg.id,
            OverlegLid.stemrecht.is_(True),
            OverlegLid.aanwezigheid.in_(_ER_NIET),
            OverlegLid.inbreng_gevraagd_op.is_(None),
            OverlegLid.inbreng == "",
            OverlegLid.gehoord_op.is_(None),
        )
        .correlate(Overleg)
        .scalar_subquery()
    )
    brieven = (
        select(func.count())
        .select_from(Uitgegeven)
        .where(Uitgegeven.overleg_id == Overleg.id, Uitgegeven.soort == DocumentSoort.BESLUITENBRIEF)
        .correlate(Overleg)
        .scalar_subquery()
    )
    rijen = sessie.execute(
        select(Overleg, exists().where(Agendapunt.overleg_id == Overleg.id), te_vragen, brieven)
        .where(
            or_(
                Overleg.datum.between(vandaag, vandaag + timedelta(days=KOMENDE_DAGEN)),
                Overleg.status == OverlegStatus.AKKOORD_GEVRAAGD,
                and_(Overleg.status == OverlegStatus.GEHOUDEN, Overleg.verslag_status == VerslagStatus.CONCEPT),
                and_(
                    Overleg.casuistiek.is_(False),
                    Overleg.verslag_status == VerslagStatus.VASTGESTELD,
                    Overleg.datum >= vandaag - TERUGKIJKEN,
                ),
            )
        )
        .order_by(Overleg.datum, Overleg.id)
    )
    return tuple(WachtendOverleg(*rij) for rij in rijen)
