"""To whom what goes round goes: whoever got the one before, at the address of then, unless chosen otherwise.

The first time it is who was invited, or else a contactpersoon with an address. The whole plan is for the person who is
casusregisseur, so there nobody is guessed; while that is nobody else, a next version goes to the same mailbox.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzes import ContactpersoonId, VerzendingSoort
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.partij import Contactpersoon, Partij
from zvh_desktop.models.plan import PlanVanAanpak
from zvh_desktop.models.rondsturen.verzending import Rondzending
from zvh_desktop.models.uitnodiging import Uitnodiging
from zvh_desktop.models.vouwing import gevouwen
from zvh_desktop.services.uitnodigen.ontvanger import Ontvanger, geschikt_contact, gestuurd_aan
from zvh_desktop.services.werkplek.wegen import naar_partij


def eerder_verzonden(sessie: Session, soort: VerzendingSoort, over: int, partij_id: int) -> list[Rondzending]:
    """What this partij got about this overleg, or about any version of this plan, the newest first."""
    vraag = select(Rondzending).where(Rondzending.soort == soort, Rondzending.partij_id == partij_id)
    if soort is VerzendingSoort.VERSLAG:
        vraag = vraag.where(Rondzending.overleg_id == over)
    else:
        vraag = vraag.where(Rondzending.casus_id == sessie.get_one(PlanVanAanpak, over).casus_id)
    return list(sessie.scalars(vraag.order_by(Rondzending.id.desc())))


def verzonden_aan(rij: Rondzending) -> Ontvanger:
    """Who got this one, as this person was called then."""
    return Ontvanger(rij.aan_naam, rij.aan_functie, rij.aan_email, rij.aan_postbus)


@dataclass(frozen=True, slots=True)
class Regisseur:
    """Who is casusregisseur now, and from which day on nobody else was that."""

    naam: str
    alleen_sinds: date

    def kreeg(self, rij: Rondzending) -> bool:
        """Whether what was sent then went to this person, whatever mailbox was chosen for it."""
        return gevouwen(rij.aan_naam) == gevouwen(self.naam) or rij.dag >= self.alleen_sinds


def zoek_ontvanger(
    sessie: Session,
    soort: VerzendingSoort,
    over: int,
    partij: Partij,
    regisseur: Regisseur | None = None,
    gelezen: list[Rondzending] | None = None,
) -> Ontvanger | None:
    """To whom it goes when nobody else is chosen; None when that is not known.

    ``gelezen``: what this partij got, where that was read already.
    """
    eerder = eerder_verzonden(sessie, soort, over, partij.id) if gelezen is None else gelezen
    if soort is VerzendingSoort.REGIE:
        if regisseur is None:
            return None
        if eerder and regisseur.kreeg(eerder[0]):
            return verzonden_aan(eerder[0])
        gelijk = [c for c in partij.contactpersonen if c.email and gevouwen(c.naam) == gevouwen(regisseur.naam)]
        return _als_ontvanger(gelijk[0]) if len(gelijk) == 1 else None
    if eerder:
        return verzonden_aan(eerder[0])
    if soort is VerzendingSoort.VERSLAG:
        rij = sessie.scalars(select(Uitnodiging).filter_by(overleg_id=over, partij_id=partij.id)).first()
        return wie_kwam(partij, sessie.get_one(Overleg, over), rij)
    gekozen = geschikt_contact(partij, "")
    return _als_ontvanger(gekozen) if gekozen is not None else None


def wie_kwam(partij: Partij, overleg: Overleg, uitnodiging: Uitnodiging | None) -> Ontvanger | None:
    """Who was invited for this partij, else who it has for this kind of overleg."""
    gestuurd = gestuurd_aan(uitnodiging) if uitnodiging is not None else None
    if gestuurd is not None:
        return gestuurd
    gekozen = geschikt_contact(partij, overleg.soort)
    return _als_ontvanger(gekozen) if gekozen is not None else None


def kies_ontvanger(
    sessie: Session,
    soort: VerzendingSoort,
    over: int,
    partij: Partij,
    contact_id: ContactpersoonId | None,
    regisseur: Regisseur | None = None,
) -> Ontvanger:
    """The one that was chosen, or else who it goes to by itself. Raises InvoerOngeldig when there is nobody."""
    if contact_id is not None:
        contact = sessie.get(Contactpersoon, contact_id)
        if contact is None or contact.partij_id != partij.id:
            raise InvoerOngeldig("contactpersoon", "Deze contactpersoon hoort bij een andere partij.")
        if not contact.email:
            raise InvoerOngeldig(
                "contactpersoon",
                "Van deze contactpersoon is geen e-mailadres bekend.",
                weg=naar_partij(partij.id),
            )
        return _als_ontvanger(contact)
    gevonden = zoek_ontvanger(sessie, soort, over, partij, regisseur)
    if gevonden is None:
        raise InvoerOngeldig(
            "contactpersoon",
            f"Er is niet bekend naar wie dit bij {partij.naam} gaat.",
            advies="Kies een contactpersoon, of vul er een met e-mailadres in bij Partijen.",
            weg=naar_partij(partij.id),
        )
    return gevonden


def _als_ontvanger(contact: Contactpersoon) -> Ontvanger:
    return Ontvanger(contact.naam, contact.functie, contact.email, contact.gedeelde_postbus)
