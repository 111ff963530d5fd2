"""What an opschaling waits for: a signature here, or the accord or the answer of the other house."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select

from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzen.opschalingkeuzes import OpschalingUitkomst
from zvh_desktop.models.keuzes import CasusStatus
from zvh_desktop.models.opschaling import Opschaling
from zvh_desktop.services.vandaag.regel import Wacht, Wanneer
from zvh_desktop.services.vandaag.signalen import Signaal
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek


def wacht_bij_opschalingen(werkplek: Werkplek) -> Signaal:
    """A line for each open opschaling; who cannot sign is not told that there is something to sign."""
    naar = werkplek.profiel.opschaling
    if naar is None:
        return
    rijen = yield (
        select(Casus.id, Casus.nummer, Opschaling.besloten_op, Opschaling.akkoord_op, Opschaling.dossier_op)
        .join(Casus, Casus.id == Opschaling.casus_id)
        .where(Opschaling.uitkomst == OpschalingUitkomst.OPEN, Casus.status == CasusStatus.LOPEND)
        .order_by(Casus.nummer)
    )
    for casus_id, nummer, besloten_op, akkoord_op, dossier_op in rijen:
        if besloten_op is None and not werkplek.mag(Recht.OPSCHALEN).mag:
            continue
        wanneer, zin = _stand(besloten_op, akkoord_op, dossier_op, naar.naar_kort, werkplek.profiel.termen.opschaling)
        yield Wacht(wanneer, f"Casus {nummer}: {zin}", "Open", "opschaling", casus_id)


def _stand(
    besloten_op: datetime | None, akkoord_op: date | None, dossier_op: datetime | None, huis: str, opschaling: str
) -> tuple[Wanneer, str]:
    if besloten_op is None:
        return Wanneer.DEZE_WEEK, f"{opschaling} naar {huis} te ondertekenen"
    if akkoord_op is None:
        return Wanneer.DEZE_WEEK, f"{opschaling} wacht op akkoord van {huis}"
    if dossier_op is None:
        return Wanneer.NU, f"het dossier {opschaling} kan naar {huis}"
    return Wanneer.DEZE_WEEK, f"{opschaling} wacht op antwoord van {huis}"
