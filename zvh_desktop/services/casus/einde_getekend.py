"""What is signed when a casus ends without afschaling, and again when it is opened anew.

Endings of before were not signed. Which those are is signed once (poort/van_eerder.py): that list counts, and an ending
that is neither on it nor signed is one that nobody decided.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.database.keten.van_eerder import lees_van_eerder
from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.instroom.einde import CasusEinde
from zvh_desktop.models.keuzes import CasusStatus, VerklaringSoort
from zvh_desktop.services.poort.getekend import MELD, Getekend
from zvh_desktop.services.poort.stempels import casusstempel, inhoudstempel
from zvh_desktop.services.poort.van_eerder import VanEerder
from zvh_desktop.services.werkplek.eindstand import EINDEN
from zvh_desktop.services.werkplek.werkplek import Werkplek


def _inhoud(_werkplek: Werkplek, sessie: Session, rij: CasusEinde) -> dict[str, object]:
    """All but what the aanmelder was told, which may still change."""
    inhoud = [
        [rij.soort.value, rij.bij, rij.advies, rij.geinformeerd_op.isoformat() if rij.geinformeerd_op else None],
        [rij.beeindigd_op.isoformat(), rij.beeindigd_door],
        [rij.heropend_op.isoformat() if rij.heropend_op else None, rij.heropend_door, rij.heropend_omdat],
    ]
    return {
        "casus": rij.casus_id,
        "casus_stempel": casusstempel(sessie.get_one(Casus, rij.casus_id)),
        "einde": rij.id,
        "versie": rij.versie,
        "stempel": inhoudstempel(VerklaringSoort.EINDE, inhoud),
    }


def _moet(sessie: Session, rij: CasusEinde) -> bool:
    eerder = lees_van_eerder(sessie, EINDEN_VAN_EERDER.sleutel)
    if eerder is None:  # nobody has taken them down yet
        return rij.verklaring_nummer is not None
    return eerder.get(rij.id) != _stempel_van_eerder(rij)


def _hangt_samen(_werkplek: Werkplek, sessie: Session, rij: CasusEinde) -> bool:
    """As long as it was not opened again the casus is closed, since that day."""
    casus = sessie.get_one(Casus, rij.casus_id)
    return rij.heropend_op is not None or _gesloten_op(casus, rij)


def _gesloten_op(casus: Casus, rij: CasusEinde) -> bool:
    return casus.status is CasusStatus.BEEINDIGD and casus.gesloten_op == rij.beeindigd_op


def _geweigerd(sessie: Session, rij: CasusEinde) -> str:
    nummer = sessie.get_one(Casus, rij.casus_id).nummer
    return f"Hoe casus {nummer} is geëindigd, is niet zo ondertekend."


def _bevinding(sessie: Session, rij: CasusEinde) -> str:
    casus = sessie.get(Casus, rij.casus_id)
    return f"Het einde{f' van casus {casus.nummer}' if casus is not None else ' van een casus'} is niet zo ondertekend."


EINDE = Getekend(
    soort=VerklaringSoort.EINDE,
    rij=CasusEinde,
    over="einde",
    kolom="verklaring_nummer",
    versie="versie",
    moet=_moet,
    vormen=(_inhoud,),
    geweigerd=_geweigerd,
    bevinding=_bevinding,
    verwijderd="Het einde van een casus dat is ondertekend als verklaring {}, is verwijderd.",
    hangt_samen=_hangt_samen,
)


def eis_einde(werkplek: Werkplek, sessie: Session, casus: Casus) -> None:
    """Whether this casus ended, how and since when, is what was signed. Raises HandtekeningOnjuist."""
    EINDE.eis_compleet(werkplek, sessie, "casus", casus.id)
    rijen = sessie.scalars(select(CasusEinde).filter_by(casus_id=casus.id)).all()
    for rij in rijen:
        EINDE.verifieer(werkplek, sessie, rij)
    if not _past(casus, rijen):
        raise HandtekeningOnjuist(f"Hoe casus {casus.nummer} is geëindigd, is niet zo ondertekend.", advies=MELD)


def vind_in_einden(sessie: Session) -> Iterator[str]:
    """Every casus that says otherwise about its ending than the rows do."""
    per_casus: dict[int, list[CasusEinde]] = {}
    for rij in sessie.scalars(select(CasusEinde)):
        per_casus.setdefault(rij.casus_id, []).append(rij)
    vraag = select(Casus).where((Casus.status == CasusStatus.BEEINDIGD) | Casus.id.in_(per_casus)).order_by(Casus.id)
    for casus in sessie.scalars(vraag):
        if not _past(casus, per_casus.get(casus.id, [])):
            yield f"Casus {casus.nummer} is niet geëindigd zoals is vastgelegd."


def _past(casus: Casus, rijen: Iterable[CasusEinde]) -> bool:
    open_ = [rij for rij in rijen if rij.heropend_op is None]
    if casus.status is not CasusStatus.BEEINDIGD:
        return not open_
    return len(open_) == 1 and _gesloten_op(casus, open_[0])


def _van_nu(sessie: Session) -> Iterator[tuple[int, str]]:
    for rij in sessie.scalars(select(CasusEinde).filter_by(verklaring_nummer=None).order_by(CasusEinde.id)):
        yield rij.id, _stempel_van_eerder(rij)


def _stempel_van_eerder(rij: CasusEinde) -> str:
    """Without a text: this statement keeps its content when a file is destroyed."""
    dag = rij.heropend_op.isoformat() if rij.heropend_op else None
    return inhoudstempel(
        VerklaringSoort.VAN_EERDER, [rij.id, rij.casus_id, rij.soort.value, rij.beeindigd_op.isoformat(), dag]
    )


EINDEN_VAN_EERDER: Final = VanEerder(EINDEN, _van_nu)
