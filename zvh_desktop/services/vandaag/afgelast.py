"""What an overleg that was called off still asks: who was not told yet, and which casussen wait for another day."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import ScalarSelect, and_, func, or_, select
from sqlalchemy.orm import aliased

from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import CasusStatus, DocumentSoort, OverlegStatus, UitnodigingStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.models.uitnodiging import Uitgegeven, Uitnodiging
from zvh_desktop.services.vandaag.regel import KOMENDE_DAGEN, Wacht, Wanneer
from zvh_desktop.services.vandaag.signalen import Signaal
from zvh_desktop.services.werkplek.werkplek import Werkplek


def wacht_bij_afgelasten(werkplek: Werkplek) -> Signaal:
    """By day. Who must hear it is told until the day itself; a casus waits until it stands on another agenda."""
    vandaag = werkplek.vandaag()
    rijen = yield (
        select(Overleg.id, Overleg.datum, _weten_het_niet(), _te_plannen(vandaag))
        .where(Overleg.status == OverlegStatus.AFGELAST, Overleg.datum >= vandaag - timedelta(days=KOMENDE_DAGEN))
        .order_by(Overleg.datum, Overleg.id)
    )
    for overleg_id, datum, aantal, wachten in rijen:
        dag = datum_kort(datum)
        if datum >= vandaag and aantal:
            wie = "1 partij weet" if aantal == 1 else f"{aantal} partijen weten"
            zin = f"{wie} nog niet dat het overleg van {dag} is afgelast"
            yield Wacht(Wanneer.NU, zin, "Verstuur", "tafel", overleg_id)
        if wachten:
            wat = "1 casus wacht" if wachten == 1 else f"{wachten} casussen wachten"
            zin = f"{wat} op een nieuwe datum: het overleg van {dag} is afgelast"
            yield Wacht(Wanneer.DEZE_WEEK, zin, "Plan opnieuw", "tafel", overleg_id)


def _weten_het_niet() -> ScalarSelect[int]:
    """How many have an uitnodiging that stands and got no afgelasting: ``stand_van`` of afgelasting.py, in SQL."""
    verteld = select(Uitgegeven.id).where(
        Uitgegeven.overleg_id == Uitnodiging.overleg_id,
        Uitgegeven.partij_id == Uitnodiging.partij_id,
        Uitgegeven.soort == DocumentSoort.AFGELASTING,
    )
    staat = or_(
        Uitnodiging.status.in_((UitnodigingStatus.VERZONDEN, UitnodigingStatus.IN_TE_TREKKEN)),
        and_(Uitnodiging.status == UitnodigingStatus.CONCEPT, Uitnodiging.gestuurd_email != ""),
    )
    return (
        select(func.count())
        .select_from(Uitnodiging)
        .where(Uitnodiging.overleg_id == Overleg.id, staat, ~verteld.exists())
        .correlate(Overleg)
        .scalar_subquery()
    )


def _te_plannen(vandaag: date) -> ScalarSelect[int]:
    """How many running casussen stand on no other agenda: ``casussen_van`` of herplanbaar.py, in SQL."""
    ander, punt = aliased(Overleg), aliased(Agendapunt)
    elders = (
        select(punt.id)
        .join(ander, ander.id == punt.overleg_id)
        .where(
            punt.casus_id == Agendapunt.casus_id,
            ander.id != Overleg.id,
            ander.status != OverlegStatus.AFGELAST,
            or_(ander.datum >= Overleg.datum, ander.datum >= vandaag),
        )
        .correlate(Agendapunt, Overleg)
    )
    return (
        select(func.count())
        .select_from(Agendapunt)
        .join(Casus, Casus.id == Agendapunt.casus_id)
        .where(Agendapunt.overleg_id == Overleg.id, Casus.status == CasusStatus.LOPEND, ~elders.exists())
        .correlate(Overleg)
        .scalar_subquery()
    )
