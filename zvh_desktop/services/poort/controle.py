"""Check every oordeel against what was signed, for `zvh controleer` and the check in beheer.

The gate (poort.py) leaves out what does not agree; this says that it does not agree. Database/controle.py checks the
statements themselves, but only here is known what the columns of an oordeel mean.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import VerklaringSoort
from zvh_desktop.models.oordeel import Oordeel
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.verklaring import Verklaring
from zvh_desktop.services.poort.poort import verifieer_oordeel
from zvh_desktop.services.werkplek.werkplek import Werkplek


def controleer_oordelen(werkplek: Werkplek, sessie: Session) -> tuple[str, ...]:
    """Findings in Dutch, without names; none when every oordeel says what was signed and none is missing."""
    bevindingen = []
    try:
        oordelen = sessie.scalars(select(Oordeel).order_by(Oordeel.id)).all()
    except (ValueError, TypeError):
        # With the key someone can write anything into a column; that is a finding, not a crash.
        return ("De oordelen zijn niet te lezen: in een kolom staat iets dat daar niet kan staan.",)
    for oordeel in oordelen:
        casus, partij = sessie.get(Casus, oordeel.casus_id), sessie.get(Partij, oordeel.partij_id)
        if casus is None or partij is None:
            bevindingen.append(f"Oordeel {oordeel.id} hoort bij een casus of partij die er niet is.")
            continue
        try:
            verifieer_oordeel(werkplek, sessie, oordeel, casus, partij)
        except HandtekeningOnjuist:
            bevindingen.append(f"Oordeel {oordeel.id} bij casus {casus.nummer} klopt niet met de handtekening eronder.")
    zonder_rij = sessie.execute(
        select(Verklaring.nummer, Verklaring.inhoud.is_(None))
        .outerjoin(Oordeel, Oordeel.verklaring_nummer == Verklaring.nummer)
        .where(Verklaring.soort == VerklaringSoort.OORDEEL.value, Oordeel.id.is_(None))
        .order_by(Verklaring.nummer)
    )
    for nummer, leeg in zonder_rij:
        if leeg:
            # Only vernietigen may empty a statement, and that is not in this version.
            bevindingen.append(f"De inhoud van het ondertekende oordeel {nummer} is gewist, en het oordeel zelf ook.")
        else:
            bevindingen.append(f"Het oordeel dat is ondertekend als verklaring {nummer}, is verwijderd.")
    return tuple(bevindingen)
