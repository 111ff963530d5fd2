"""Somebody who runs the house took an older state for the newest, on purpose: said in the chain, for the others to see.

Each user has seen a state of the house, and nothing counts for somebody who saw a newer one than there is. After a
backup was put back that is everybody. One of them says that it was meant, under a signature that only who runs the
house can give; the others read who did so and when, and go on with it or do not (ADR 0102).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.database.keten.ketenkop import kop
from zvh_desktop.database.keten.ondertekening import Ondertekenaar, Toets, voeg_verklaring_toe
from zvh_desktop.database.keten.rollen import tekenaar_van
from zvh_desktop.database.keten.rolstand import Rolstand
from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.keten.verklaring import Verklaring
from zvh_desktop.models.keuzes import Rol, VerklaringSoort

_SOORT = VerklaringSoort.STAND_AANVAARD.value


@dataclass(frozen=True, slots=True)
class Aanvaarding:
    """Who accepted an older state, by account name, and when (UTC)."""

    gebruiker: str
    op: datetime


def teken_aanvaarding(sessie: Session, ondertekenaar: Ondertekenaar, tijd: datetime) -> None:
    """Sign that what stands here now is the newest. Raises NietBevoegd for who is no beheerder."""
    inhoud = {"verklaringen": kop(sessie).nummer}
    voeg_verklaring_toe(sessie, ondertekenaar, VerklaringSoort.STAND_AANVAARD, inhoud, tijd)


def aanvaardingen(sessie: Session) -> tuple[str, ...]:
    """The hashes of all that stand here, verified or not: what was seen once says nothing the next time."""
    return tuple(sessie.scalars(select(Verklaring.hash).where(Verklaring.soort == _SOORT).order_by(Verklaring.nummer)))


def lees_aanvaarding(
    sessie: Session, toets: Toets, rolstand: Rolstand, *, gezien: Collection[str], beheerders: Collection[str]
) -> Aanvaarding | None:
    """The last one that this user has not seen, by somebody this user knew as a beheerder; None when there is none.

    One that was seen came back with the backup. With an older state an older key file came back as well, so who is
    beheerder in that alone proves nothing: ``beheerders`` are the keys that were so when this user last looked.
    """
    for rij in sessie.scalars(select(Verklaring).where(Verklaring.soort == _SOORT).order_by(Verklaring.nummer.desc())):
        try:
            toets.inhoud(rij)
        except HandtekeningOnjuist:
            continue  # what nobody may rely on accepts nothing; the check of the chain tells of it
        wie = tekenaar_van(rij.certificaat)
        if rij.hash not in gezien and wie.sleutel in beheerders and Rol.BEHEERDER in rolstand.rollen_van(wie):
            return Aanvaarding(rij.gebruiker, datetime.fromisoformat(rij.tijd))
    return None
