"""A verzoek of a betrokkene at its end: which may go by themselves, and what keeps one.

A note that still holds stands beside an item of a file that is here, and everybody who uses the item has to see it. So
a verzoek with such a note goes with that file and not before, whatever its term. A restriction that was lifted holds
nothing any more.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import Session

from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzen.verzoekkeuzes import VerzoekId, VerzoekSoort, VerzoekUitkomst
from zvh_desktop.models.verzoeken.verzoek import Aantekening, Betrokkeneverzoek, VerzoekBetrokkene


def te_vernietigen_verzoeken(*, zonder_dossier: bool) -> Select[VerzoekId, date, date | None, datetime, VerzoekSoort]:
    """Verzoeken that were decided and that no note keeps: id, days of receipt, decision and recording, what was asked.

    ``zonder_dossier``: only those that no file in the vault takes with it. Without a term they would stay for ever.
    """
    rij = Betrokkeneverzoek
    vraag = select(rij.id, rij.ontvangen_op, rij.besloten_op, rij.vastgelegd_op, rij.soort).where(
        rij.uitkomst != VerzoekUitkomst.OPEN,
        rij.besloten_op.is_not(None),
        ~exists().where(Aantekening.verzoek_id == rij.id, Aantekening.opgeheven_op.is_(None)),
    )
    if zonder_dossier:
        vraag = vraag.where(~exists().where(VerzoekBetrokkene.verzoek_id == rij.id))
    return vraag


def vastgehouden_door(sessie: Session, verzoek_id: int) -> tuple[str, ...]:
    """The numbers of the casussen in which a note of this verzoek still holds."""
    return tuple(
        sessie.scalars(
            select(Casus.nummer)
            .join(Aantekening, Aantekening.casus_id == Casus.id)
            .where(Aantekening.verzoek_id == verzoek_id, Aantekening.opgeheven_op.is_(None))
            .distinct()
            .order_by(Casus.nummer)
        )
    )
