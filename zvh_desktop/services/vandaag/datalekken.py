"""What a datalek still asks: the decision on reporting it within 72 hours, and letters to whom it concerns."""

from __future__ import annotations

from sqlalchemy import func, select

from zvh_desktop.models.bestuurskeuzes import ApBesluit
from zvh_desktop.models.datalek.datalek import Datalek, DatalekPartij
from zvh_desktop.models.keuzes import Regel
from zvh_desktop.services.datalek.termijn import resterend, uiterlijk
from zvh_desktop.services.vandaag.regel import Wacht, Wanneer
from zvh_desktop.services.vandaag.signalen import Signaal
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek


def wacht_op_datalekken(werkplek: Werkplek) -> Signaal:
    """One line per datalek that is not decided on, and one per datalek with partijen that were not told."""
    if not werkplek.mag(Recht.DATALEKKEN_LEZEN).mag:
        return
    wachten = func.count(DatalekPartij.partij_id).filter(DatalekPartij.verstuurd_op.is_(None))
    rijen = yield (
        select(Datalek.id, Datalek.gevonden_op, Datalek.ap_besluit, wachten)
        .outerjoin(DatalekPartij, DatalekPartij.datalek_id == Datalek.id)
        .group_by(Datalek.id)
        .order_by(Datalek.gevonden_op, Datalek.id)
    )
    plicht = werkplek.profiel.geldt(Regel.DATALEK_PARTIJEN)
    for datalek_id, gevonden, besluit, aantal in rijen:
        if besluit is ApBesluit.OPEN:
            over = resterend(uiterlijk(gevonden), werkplek.nu())
            zin = f"Datalek {datalek_id}: beslis over melden bij de Autoriteit Persoonsgegevens ({over})"
            yield Wacht(Wanneer.NU, zin, "Open", "datalekken", datalek_id)
        if aantal and plicht and werkplek.mag(Recht.DATALEK_BIJHOUDEN).mag:
            wie = "1 partij kreeg" if aantal == 1 else f"{aantal} partijen kregen"
            zin = f"Datalek {datalek_id}: {wie} nog geen bericht"
            yield Wacht(Wanneer.DEZE_WEEK, zin, "Open", "datalekken", datalek_id)
