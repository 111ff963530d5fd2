"""Somebody who runs the house took an older state for the newest, on purpose: said in the chain, for the others to see.

Each user has seen a state of the house, and nothing counts for somebody who saw a newer one than there is. After a
backup was put back that is everybody. One of them says that it was meant, under a signature that only who runs the
house can give; the others read who did so and when, and go on with it or do not.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.database.keten.ondertekening import Ondertekenaar, Toets, kop, voeg_verklaring_toe
from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.keten.verklaring import Verklaring
from zvh_desktop.models.keuzes import VerklaringSoort


@dataclass(frozen=True, slots=True)
class Aanvaarding:
    """Who accepted an older state, by account name, and when (UTC)."""

    gebruiker: str
    op: datetime


def teken_aanvaarding(sessie: Session, ondertekenaar: Ondertekenaar, tijd: datetime) -> None:
    """Sign that what stands here now is the newest. Raises NietBevoegd for who is no beheerder."""
    inhoud = {"verklaringen": kop(sessie).nummer}
    voeg_verklaring_toe(sessie, ondertekenaar, VerklaringSoort.STAND_AANVAARD, inhoud, tijd)


def lees_aanvaarding(sessie: Session, toets: Toets, na: str) -> Aanvaarding | None:
    """The last one that was signed after this moment, as ``iso_utc`` writes it; None when there is none.

    An older one says nothing: it was there already when this user saw a newer state, and came back with the backup.
    """
    vraag = select(Verklaring).where(Verklaring.soort == VerklaringSoort.STAND_AANVAARD.value)
    for rij in sessie.scalars(vraag.order_by(Verklaring.nummer.desc())):
        try:
            toets.inhoud(rij)
        except HandtekeningOnjuist:
            continue  # what nobody may rely on accepts nothing; the check of the chain tells of it
        if datetime.fromisoformat(rij.tijd) > datetime.fromisoformat(na):
            return Aanvaarding(rij.gebruiker, datetime.fromisoformat(rij.tijd))
    return None
