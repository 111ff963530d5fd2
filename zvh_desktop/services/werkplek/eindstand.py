"""Whether a casus runs is a column; that it ended is signed, and the signature counts.

Whoever has the key of the database can write that an ended casus runs again. The check finds that; until somebody runs
it the gate, every act on the casus and every document ask here, from the verified chain (KLUIS 3).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.database.keten.geverifieerd import getekend_over, inzicht
from zvh_desktop.database.keten.van_eerder import lees_van_eerder
from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.instroom.einde import CasusEinde
from zvh_desktop.models.keuzes import CasusId, CasusStatus, VerklaringSoort

OVER: Final = "casus"
EINDEN: Final = "einden"
"""Under this key stands which endings are from before endings were signed (database/keten/van_eerder.py)."""
_OPEN: Final = 1
"""The version of an ending that was not undone since."""


def getekende_stand(sessie: Session, casus_id: int) -> CasusStatus | None:
    """How this casus ended according to what was signed; None while it runs. Raises HandtekeningOnjuist."""
    zicht = inzicht(sessie)
    if zicht.over(VerklaringSoort.AFSCHALING, OVER, casus_id):
        return CasusStatus.AFGESCHAALD
    einden = zicht.over(VerklaringSoort.EINDE, OVER, casus_id)
    if einden and einden[-1].inhoud.get("versie") == _OPEN:
        return CasusStatus.BEEINDIGD
    eerder = lees_van_eerder(sessie, EINDEN)
    if eerder:
        vraag = select(CasusEinde.id).filter_by(casus_id=casus_id, heropend_op=None, verklaring_nummer=None)
        if eerder.keys() & set(sessie.scalars(vraag)):
            return CasusStatus.BEEINDIGD
    return None


def waarom_niet_zo_geeindigd(sessie: Session, casus: Casus) -> HandtekeningOnjuist | None:
    """What is wrong with a casus that says it runs; None when it does, or says itself that it ended."""
    if casus.status is not CasusStatus.LOPEND:
        return None
    try:
        stand = getekende_stand(sessie, casus.id) if _misschien(sessie, casus.id) else None
    except HandtekeningOnjuist as fout:
        return fout
    return niet_zo_geeindigd(casus.nummer) if stand is not None else None


def eis_stand_getekend(sessie: Session, casus_ids: Iterable[int]) -> None:
    """Raise HandtekeningOnjuist when one of these says that it runs although it was signed that it ended."""
    for casus_id in casus_ids:
        if _misschien(sessie, casus_id):
            casus = sessie.get(Casus, CasusId(casus_id))
            fout = waarom_niet_zo_geeindigd(sessie, casus) if casus is not None else None
            if fout is not None:
                raise fout


def lopend_tegen_de_handtekening(sessie: Session) -> Iterator[str]:
    """The number of every casus in the vault of which that is so. Raises HandtekeningOnjuist."""
    zicht = inzicht(sessie)
    soorten = (VerklaringSoort.AFSCHALING, VerklaringSoort.EINDE)
    ids = frozenset[int]().union(*(zicht.onderwerpen(soort, OVER) for soort in soorten))
    if lees_van_eerder(sessie, EINDEN):
        ids |= frozenset(sessie.scalars(select(CasusEinde.casus_id)))
    if not ids:
        return
    # An ended casus stays, so there may be more of them than a statement takes; of those that run there are few.
    lopend = ids.intersection(sessie.scalars(select(Casus.id).where(Casus.status == CasusStatus.LOPEND)))
    if not lopend:
        return
    rijen = sessie.scalars(select(Casus).where(Casus.id.in_(sorted(lopend)))).all()
    zicht.lees_vooruit(*((soort, OVER, [casus.id for casus in rijen]) for soort in soorten))
    yield from (casus.nummer for casus in rijen if getekende_stand(sessie, casus.id) is not None)


def niet_zo_geeindigd(nummer: str) -> HandtekeningOnjuist:
    """The refusal, by the number of the casus."""
    return HandtekeningOnjuist(
        f"Casus {nummer} staat als lopend, maar het einde van deze casus is ondertekend.",
        veilig="Er is niets gewijzigd en niets gemaakt.",
        advies="Meld dit bij uw beheerder: laat de kluis controleren.",
    )


def _misschien(sessie: Session, casus_id: int) -> bool:
    """Asked of memory first: nearly every casus that is worked on never ended."""
    return (
        getekend_over(sessie, VerklaringSoort.AFSCHALING, OVER, casus_id)
        or getekend_over(sessie, VerklaringSoort.EINDE, OVER, casus_id)
        or bool(lees_van_eerder(sessie, EINDEN))
    )
