"""Look over the opschalingen: each must be what was signed, and none that was signed may be gone."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import OpschalingUitkomst, VerklaringSoort
from zvh_desktop.models.opschaling import Opschaling
from zvh_desktop.models.verklaring import Verklaring
from zvh_desktop.services.casus.opschaling_bewijs import verifieer_opschaling
from zvh_desktop.services.werkplek.werkplek import Werkplek


def vind_in_opschalingen(werkplek: Werkplek, sessie: Session) -> Iterator[str]:
    """Every finding as a sentence, without the name of a person or a partij."""
    rijen = sessie.execute(
        select(Opschaling, Casus.nummer)
        .join(Casus, Casus.id == Opschaling.casus_id)
        .where(
            or_(
                Opschaling.besloten_op.is_not(None),
                Opschaling.akkoord_op.is_not(None),
                Opschaling.dossier_op.is_not(None),
                Opschaling.uitkomst != OpschalingUitkomst.OPEN,
            )
        )
        .order_by(Opschaling.id)
    )
    for opschaling, nummer in rijen:
        try:
            verifieer_opschaling(werkplek, sessie, opschaling)
        except HandtekeningOnjuist:
            yield f"Het besluit tot opschaling van casus {nummer} is niet zo ondertekend."
    zonder_rij = sessie.scalars(
        select(Verklaring.nummer)
        .outerjoin(Opschaling, Opschaling.verklaring_nummer == Verklaring.nummer)
        .where(Verklaring.soort == VerklaringSoort.OPSCHALING.value, Opschaling.id.is_(None))
        .order_by(Verklaring.nummer)
    )
    for verklaring in zonder_rij:
        yield f"De opschaling die is ondertekend als verklaring {verklaring}, is verwijderd."
