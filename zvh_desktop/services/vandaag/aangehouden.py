"""A casus that a table put off until a day: that day comes near, and it stands on no agenda yet."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import Select, select
from sqlalchemy.orm import aliased

from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import CasusId, CasusStatus, OverlegStatus, PuntUitkomst
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.services.vandaag.regel import KOMENDE_DAGEN, Wacht, Wanneer
from zvh_desktop.services.vandaag.signalen import Signaal
from zvh_desktop.services.werkplek.later import begint_na
from zvh_desktop.services.werkplek.werkplek import Werkplek

_MEESTE = 10


def aangehouden_casussen() -> Select[CasusId, str, date | None]:
    """Each with its number and the day, the earliest first. One that stands on a later agenda waits for nothing."""
    later, punt = aliased(Overleg), aliased(Agendapunt)
    weer_op_agenda = (
        select(punt.id)
        .join(later, later.id == punt.overleg_id)
        .where(
            punt.casus_id == Agendapunt.casus_id,
            punt.id != Agendapunt.id,
            later.status != OverlegStatus.AFGELAST,
            begint_na(later, Overleg),
        )
        .correlate(Agendapunt, Overleg)
    )
    return (
        select(Casus.id, Casus.nummer, Agendapunt.aangehouden_tot)
        .join(Agendapunt, Agendapunt.casus_id == Casus.id)
        .join(Overleg, Overleg.id == Agendapunt.overleg_id)
        .where(
            Agendapunt.uitkomst == PuntUitkomst.AANGEHOUDEN,
            Casus.status == CasusStatus.LOPEND,
            ~weer_op_agenda.exists(),
        )
        .order_by(Agendapunt.aangehouden_tot, Casus.nummer)
    )


def wacht_op_aangehouden(werkplek: Werkplek) -> Signaal:
    """Those of which the day came or comes soon."""
    vandaag = werkplek.vandaag()
    rijen = yield (
        aangehouden_casussen()
        .where(Agendapunt.aangehouden_tot <= vandaag + timedelta(days=KOMENDE_DAGEN))
        .limit(_MEESTE)
    )
    for casus_id, nummer, tot in rijen:
        if tot is None:
            continue
        wanneer = Wanneer.NU if tot <= vandaag else Wanneer.TERMIJNEN
        zin = f"Casus {nummer}: aangehouden tot {datum_kort(tot)}, en op geen agenda"
        yield Wacht(wanneer, zin, "Open", "casus", casus_id)
