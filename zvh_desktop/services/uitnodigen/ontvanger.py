"""To whom an uitnodiging goes: who is chosen, and from the first time it was sent on whoever got the last one.

A person who has a meeting in the calendar must hear that it changed. So what was sent keeps name and address of that
moment, and a change, a reminder or a withdrawal goes there, whatever the register of partijen says by now. Only after
the withdrawal was sent it is free again.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.partij import Contactpersoon, Partij
from zvh_desktop.models.uitnodiging import Uitnodiging
from zvh_desktop.services.werkplek.wegen import naar_partij


@dataclass(frozen=True, slots=True)
class Ontvanger:
    """Name, function and address as they are written on what goes out."""

    naam: str
    functie: str
    email: str
    gedeelde_postbus: bool = False


def gestuurd_aan(rij: Uitnodiging) -> Ontvanger | None:
    """Who got the last one that was sent; None when nobody did, or when the withdrawal was answered for since."""
    if not rij.gestuurd_email:
        return None
    return Ontvanger(rij.gestuurd_naam, rij.gestuurd_functie, rij.gestuurd_email, rij.gestuurd_postbus)


def onthoud_gestuurd(rij: Uitnodiging, aan: Ontvanger | None) -> None:
    """Keep who got it, or forget it."""
    rij.gestuurd_naam = aan.naam if aan else ""
    rij.gestuurd_functie = aan.functie if aan else ""
    rij.gestuurd_email = aan.email if aan else ""
    rij.gestuurd_postbus = aan.gedeelde_postbus if aan else False


def gekozen_contact(rij: Uitnodiging, partij: Partij, soort: str) -> Contactpersoon | None:
    """Who was chosen; while nobody is, the first who can get it: an address that is filled in counts at once."""
    gekozen = next((contact for contact in partij.contactpersonen if contact.id == rij.contactpersoon_id), None)
    return gekozen or geschikt_contact(partij, soort)


def geschikt_contact(partij: Partij, soort: str) -> Contactpersoon | None:
    """The first with an address for this soort overleg, or for any without one; who has mandaat goes first."""
    geschikt = [
        contact
        for contact in partij.contactpersonen
        if contact.email and (not contact.overlegsoorten or not soort or soort in contact.overlegsoorten.split())
    ]
    return next((contact for contact in geschikt if contact.mandaat), geschikt[0] if geschikt else None)


def ontvanger(sessie: Session, rij: Uitnodiging) -> Ontvanger:
    """Whom it goes to. Raises InvoerOngeldig when there is nobody, or no address."""
    eerder = gestuurd_aan(rij)
    if eerder is not None:
        return eerder
    partij = sessie.get_one(Partij, rij.partij_id)
    contact, naam = gekozen_contact(rij, partij, sessie.get_one(Overleg, rij.overleg_id).soort), partij.naam
    weg = naar_partij(rij.partij_id)
    if contact is None:
        raise InvoerOngeldig("contactpersoon", f"Voor {naam} is nog geen contactpersoon gekozen.", weg=weg)
    if not contact.email:
        raise InvoerOngeldig("contactpersoon", f"Van de contactpersoon van {naam} is geen e-mailadres bekend.", weg=weg)
    return Ontvanger(contact.naam, contact.functie, contact.email, contact.gedeelde_postbus)


def contact_van(sessie: Session, partij_id: int) -> Ontvanger | None:
    """Somebody at this partij with an address, for a letter outside a meeting; who has mandaat goes first."""
    vraag = select(Contactpersoon).filter_by(partij_id=partij_id).order_by(Contactpersoon.id)
    geschikt = [contact for contact in sessie.scalars(vraag) if contact.email]
    gekozen = next((contact for contact in geschikt if contact.mandaat), geschikt[0] if geschikt else None)
    if gekozen is None:
        return None
    return Ontvanger(gekozen.naam, gekozen.functie, gekozen.email, gekozen.gedeelde_postbus)
