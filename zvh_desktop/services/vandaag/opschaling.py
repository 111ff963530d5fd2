"""What an opschaling waits for: a signature here, or the accord or the answer of the other house."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzen.opschalingkeuzes import OpschalingUitkomst
from zvh_desktop.models.keuzes import CasusStatus
from zvh_desktop.models.opschaling import Opschaling
from zvh_desktop.services.vandaag.regel import Wacht, Wanneer
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek


def wacht_bij_opschalingen(werkplek: Werkplek, sessie: Session) -> Iterator[Wacht]:
    """A line for each open opschaling; who cannot sign is not told that there is something to sign."""
    naar = werkplek.profiel.opschaling
    if naar is None:
        return
    rijen = sessie.execute(
        select(Casus.id, Casus.nummer, Opschaling)
        .join(Casus, Casus.id == Opschaling.casus_id)
        .where(Opschaling.uitkomst == OpschalingUitkomst.OPEN, Casus.status == CasusStatus.LOPEND)
        .order_by(Casus.nummer)
    )
    for casus_id, nummer, rij in rijen:
        if rij.besloten_op is None and not werkplek.mag(Recht.OPSCHALEN).mag:
            continue
        wanneer, zin = _stand(rij, naar.naar_kort)
        yield Wacht(wanneer, f"Casus {nummer}: {zin}", "Open", "opschaling", casus_id)


def _stand(rij: Opschaling, huis: str) -> tuple[Wanneer, str]:
    if rij.besloten_op is None:
        return Wanneer.DEZE_WEEK, f"opschaling naar {huis} te ondertekenen"
    if rij.akkoord_op is None:
        return Wanneer.DEZE_WEEK, f"opschaling wacht op akkoord van {huis}"
    if rij.dossier_op is None:
        return Wanneer.NU, f"het opschalingsdossier kan naar {huis}"
    return Wanneer.DEZE_WEEK, f"opschaling wacht op antwoord van {huis}"
