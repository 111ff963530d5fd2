"""What an overleg that was called off still asks: who was not told yet, and which casussen wait for another day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.models.keuzes import OverlegStatus, UitnodigingStatus
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.models.uitnodiging import Uitnodiging
from zvh_desktop.services.uitnodigen.afgelasting import stand_van, verteld
from zvh_desktop.services.uitnodigen.herplanbaar import casussen_van
from zvh_desktop.services.vandaag.regel import KOMENDE_DAGEN, Wacht, Wanneer
from zvh_desktop.services.werkplek.werkplek import Werkplek


def wacht_bij_afgelasten(werkplek: Werkplek, sessie: Session) -> Iterator[Wacht]:
    """By day. Who must hear it is told until the day itself; a casus waits until it stands on another agenda."""
    vandaag = werkplek.vandaag()
    overleggen = sessie.scalars(
        select(Overleg)
        .where(Overleg.status == OverlegStatus.AFGELAST, Overleg.datum >= vandaag - timedelta(days=KOMENDE_DAGEN))
        .order_by(Overleg.datum, Overleg.id)
    )
    for overleg in overleggen:
        dag = datum_kort(overleg.datum)
        if overleg.datum >= vandaag:
            al = verteld(sessie, overleg.id)
            rijen = sessie.scalars(select(Uitnodiging).filter_by(overleg_id=overleg.id))
            aantal = sum(1 for rij in rijen if stand_van(overleg, rij, al) is UitnodigingStatus.IN_TE_TREKKEN)
            if aantal:
                wie = "1 partij weet" if aantal == 1 else f"{aantal} partijen weten"
                zin = f"{wie} nog niet dat het overleg van {dag} is afgelast"
                yield Wacht(Wanneer.NU, zin, "Verstuur", "tafel", overleg.id)
        wachten = sum(1 for casus in casussen_van(werkplek, sessie, overleg) if casus.te_plannen)
        if wachten:
            wat = "1 casus wacht" if wachten == 1 else f"{wachten} casussen wachten"
            zin = f"{wat} op een nieuwe datum: het overleg van {dag} is afgelast"
            yield Wacht(Wanneer.DEZE_WEEK, zin, "Plan opnieuw", "tafel", overleg.id)
