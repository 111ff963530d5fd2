"""The partner register: partijen and their contactpersonen."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzes import ContactpersoonId, PartijId, PartijSoort
from zvh_desktop.models.oordeel import Oordeel
from zvh_desktop.models.opschaling import Opschaling
from zvh_desktop.models.partij import Contactpersoon, Partij
from zvh_desktop.models.tekst.naamvormen import Gezocht, losvorm
from zvh_desktop.services.partijen.aansluiten import (
    Aansluiting,
    aansluiting,
    eis_dag_van_toetreden,
    eis_nog_in_te_richten,
    eis_vrij_te_verwijderen,
    eis_vrij_toe_te_voegen,
    tafel_gehouden,
)
from zvh_desktop.services.partijen.namen import naam_bezet, vraag_of_gelijkend
from zvh_desktop.services.regelboek.aanwezigheid import uittreding
from zvh_desktop.services.regelboek.uitleg import eis
from zvh_desktop.services.werkplek.casusgegevens import eis_geen_casus
from zvh_desktop.services.werkplek.gelijk import met_naam, op_naam
from zvh_desktop.services.werkplek.hangt_aan import haal_weg, hangt_eraan
from zvh_desktop.services.werkplek.invoer import (
    MAX_REGEL,
    MAX_TEKST,
    emailadres,
    naamveld,
    tekst,
    telefoonnummer,
    verplicht,
    zoekwoord,
)
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

KORT_MAX = 12
"""Longest short name: it has to fit the header of the matrix."""


@dataclass(frozen=True, slots=True)
class PartijInvoer:
    """What is typed for a partij."""

    naam: str
    kort: str
    soort: PartijSoort = PartijSoort.CONVENANTPARTIJ
    groep: str = ""
    aangesloten_op: date | None = None
    uitgetreden_op: date | None = None
    opmerking: str = ""
    gezien: tuple[str, ...] = ()
    """The names of which the user was told that this one looks like them, and that it is another one."""


@dataclass(frozen=True, slots=True)
class ContactpersoonInvoer:
    """What is typed for a contactpersoon. ``overlegsoorten`` empty means all of them."""

    naam: str
    functie: str = ""
    email: str = ""
    telefoon: str = ""
    mandaat: bool = False
    gedeelde_postbus: bool = False
    overlegsoorten: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ContactpersoonRegel:
    """A contactpersoon as shown."""

    id: ContactpersoonId
    partij_id: PartijId
    naam: str
    functie: str
    email: str
    telefoon: str
    mandaat: bool
    gedeelde_postbus: bool
    overlegsoorten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartijRegel:
    """A partij as shown, with its contactpersonen."""

    id: PartijId
    naam: str
    kort: str
    soort: PartijSoort
    groep: str
    aangesloten_op: date | None
    uitgetreden_op: date | None
    opmerking: str
    contactpersonen: tuple[ContactpersoonRegel, ...]

    def actief_op(self, dag: date) -> bool:
        """Whether the partij takes part on this day."""
        return self.uitgetreden_op is None or self.uitgetreden_op > dag


_GECODEERD = re.compile(r"=\?.*\?=")
Gevolg = Callable[[Session, Partij], None]
"""What a change of a partij means for what stands in rooms above this one: its seats, and what it was sent."""


def geen_gevolg(_sessie: Session, _partij: Partij) -> None:
    """For a register without work: nothing hangs on it."""


class PartijService:
    """Use cases on the partner register."""

    def __init__(self, werkplek: Werkplek, gevolg: Gevolg = geen_gevolg) -> None:
        self._werkplek, self._gevolg = werkplek, gevolg

    def lijst(self, zoek: str = "") -> tuple[PartijRegel, ...]:
        """All partijen, or those whose name or contactpersoon holds this text."""
        with self._werkplek.lees(Recht.PARTIJEN_LEZEN) as sessie:
            gezocht = Gezocht(zoekwoord(zoek))
            partijen = sessie.scalars(select(Partij).options(selectinload(Partij.contactpersonen)))
            gevonden = op_naam(partij for partij in partijen if _past(partij, gezocht))
            return tuple(partij_regel(partij) for partij in sorted(gevonden, key=lambda partij: partij.soort))

    def toon(self, partij_id: PartijId) -> PartijRegel:
        """One partij. Raises NietGevonden."""
        with self._werkplek.lees(Recht.PARTIJEN_LEZEN) as sessie:
            return partij_regel(haal(sessie, Partij, partij_id, "Deze partij"))

    def aansluiting(self) -> Aansluiting | None:
        """Why a new convenantpartij is not typed here any more; None while the house is still being set up."""
        with self._werkplek.lees(Recht.PARTIJEN_LEZEN) as sessie:
            return aansluiting(self._werkplek, sessie)

    def voeg_toe(self, invoer: PartijInvoer) -> PartijId:
        """Add a partij. Raises InvoerOngeldig, LijktOp; RegelEist for a convenantpartij once a tafel was held."""
        with self._werkplek.schrijf(Recht.PARTIJEN_BEHEREN, "partij toegevoegd", "partij") as werk:
            partij = partij_toevoegen(werk.sessie, invoer)
            vraag_of_gelijkend(werk.sessie, partij, invoer.gezien)
            eis_vrij_toe_te_voegen(self._werkplek, invoer.soort, gehouden=tafel_gehouden(werk.sessie))
            werk.raakt(partij.id)
            return partij.id

    def wijzig(self, partij_id: PartijId, invoer: PartijInvoer) -> None:
        """Change a partij. Raises LijktOp, InvoerOngeldig: also when signed oordelen would keep the old name."""
        with self._werkplek.schrijf(Recht.PARTIJEN_BEHEREN, "partij gewijzigd", "partij") as werk:
            werk.raakt(partij_id)
            partij = haal(werk.sessie, Partij, partij_id, "Deze partij")
            oud = (partij.naam, partij.kort)
            partij_wijzigen(werk.sessie, partij, invoer, self._gevolg)
            if (partij.naam, partij.kort) != oud:
                vraag_of_gelijkend(werk.sessie, partij, invoer.gezien)

    def verwijder(self, partij_id: PartijId) -> PartijRegel:
        """Remove a partij that was never used; returns it, so that it can be put back.

        Raises RegelGeweigerd when something still hangs on it, and says what: then it can only leave (uittreden). So
        it is with a convenantpartij once a tafel was held.
        """
        with self._werkplek.schrijf(Recht.PARTIJEN_BEHEREN, "partij verwijderd", "partij") as werk:
            werk.raakt(partij_id)
            partij = haal(werk.sessie, Partij, partij_id, "Deze partij")
            plek, vandaag = self._werkplek, self._werkplek.vandaag()
            naam, uitgetreden_op = partij.naam, partij.uitgetreden_op
            waaraan = hangt_eraan(werk.sessie, partij)
            if waaraan:
                eis(uittreding(plek.profiel, naam, uitgetreden_op, vandaag, waaraan=waaraan))
            eis_vrij_te_verwijderen(plek, werk.sessie, partij)
            weg = partij_regel(partij)
            if not haal_weg(werk.sessie, partij):
                eis(uittreding(plek.profiel, naam, uitgetreden_op, vandaag, waaraan=("iets dat u niet mag bekijken",)))
            return weg

    def zet_terug(self, regel_: PartijRegel) -> PartijId:
        """Undo of ``verwijder``: the partij with its contactpersonen. Raises as ``voeg_toe``."""
        with self._werkplek.schrijf(Recht.PARTIJEN_BEHEREN, "partij teruggezet", "partij") as werk:
            eis_vrij_toe_te_voegen(self._werkplek, regel_.soort, gehouden=tafel_gehouden(werk.sessie))
            partij = partij_toevoegen(werk.sessie, partij_invoer(regel_))
            for contact in regel_.contactpersonen:
                partij.contactpersonen.append(_contact(contact_invoer(contact)))
            werk.sessie.flush()
            werk.raakt(partij.id)
            return partij.id

    def contacten_bij_naam(self, naam: str) -> tuple[ContactpersoonRegel, ...]:
        """The contactpersonen of the partij that is called so; nobody when there is none."""
        with self._werkplek.lees(Recht.PARTIJEN_LEZEN) as sessie:
            partij = met_naam(sessie.scalars(select(Partij)), naam)
            return partij_regel(partij).contactpersonen if partij is not None else ()

    def voeg_contact_toe(self, partij_id: PartijId, invoer: ContactpersoonInvoer) -> ContactpersoonId:
        """Add a contactpersoon. Raises InvoerOngeldig."""
        with self._werkplek.schrijf(Recht.PARTIJEN_BEHEREN, "contactpersoon toegevoegd", "partij") as werk:
            werk.raakt(partij_id)
            contact = contact_toevoegen(haal(werk.sessie, Partij, partij_id, "Deze partij"), invoer)
            werk.sessie.flush()
            return contact.id

    def wijzig_contact(self, contact_id: ContactpersoonId, invoer: ContactpersoonInvoer) -> None:
        """Change a contactpersoon. Raises InvoerOngeldig."""
        with self._werkplek.schrijf(Recht.PARTIJEN_BEHEREN, "contactpersoon gewijzigd", "partij") as werk:
            contact = haal(werk.sessie, Contactpersoon, contact_id, "Deze contactpersoon")
            werk.raakt(contact.partij_id)
            contact_wijzigen(contact, invoer)

    def verwijder_contact(self, contact_id: ContactpersoonId) -> ContactpersoonRegel:
        """Remove a contactpersoon; returns it, so that it can be put back."""
        with self._werkplek.schrijf(Recht.PARTIJEN_BEHEREN, "contactpersoon verwijderd", "partij") as werk:
            contact = haal(werk.sessie, Contactpersoon, contact_id, "Deze contactpersoon")
            werk.raakt(contact.partij_id)
            weg = contact_regel(contact)
            werk.sessie.delete(contact)
            return weg


def partij_toevoegen(sessie: Session, invoer: PartijInvoer) -> Partij:
    """Add a partij within a transaction. Raises InvoerOngeldig."""
    partij = Partij(naam="", kort="", soort=invoer.soort)
    _vul(sessie, partij, invoer)
    sessie.add(partij)
    sessie.flush()
    return partij


def partij_wijzigen(sessie: Session, partij: Partij, invoer: PartijInvoer, gevolg: Gevolg = geen_gevolg) -> None:
    """Change a partij within a transaction. Raises InvoerOngeldig.

    Who is a convenantpartij, and until when, is decided in a procedure and not typed (ADR 0057, 0065).
    """
    oud = (partij.naam, partij.kort)
    if PartijSoort.CONVENANTPARTIJ in (partij.soort, invoer.soort) and invoer.uitgetreden_op != partij.uitgetreden_op:
        raise InvoerOngeldig(
            "uitgetreden_op",
            f"Wanneer {partij.naam} niet meer meedoet, volgt uit de procedure en is niet te typen.",
            advies="Leg bij Beheer, Toetreden en uittreden de opzegging vast, of corrigeer daar de dag.",
        )
    if invoer.soort is not partij.soort and PartijSoort.CONVENANTPARTIJ in (partij.soort, invoer.soort):
        eis_nog_in_te_richten(sessie, partij)
    if invoer.aangesloten_op != partij.aangesloten_op:
        eis_dag_van_toetreden(sessie, partij)
    with sessie.no_autoflush:
        _vul(sessie, partij, invoer)
    if (partij.naam, partij.kort) != oud and _heeft_oordelen(sessie, partij.id):
        raise InvoerOngeldig(
            "naam",
            f"De naam van {oud[0]} staat in ondertekende oordelen en kan daarom niet worden gewijzigd.",
            advies="Kies bij Beheer, Toetreden en uittreden, Andere naam of fusie. De oordelen gaan dan mee.",
        )
    if (partij.naam, partij.kort) != oud and _staat_in_opschaling(sessie, partij.id):
        raise InvoerOngeldig(
            "naam",
            f"De naam van {oud[0]} staat in een ondertekend besluit over een casus en kan niet worden gewijzigd.",
        )
    gevolg(sessie, partij)


def contact_toevoegen(partij: Partij, invoer: ContactpersoonInvoer) -> Contactpersoon:
    """Add a contactpersoon to a partij within a transaction. Raises InvoerOngeldig."""
    contact = _contact(invoer)
    partij.contactpersonen.append(contact)
    return contact


def contact_bij(sessie: Session, partij_id: PartijId, invoer: ContactpersoonInvoer) -> Contactpersoon:
    """Add a contactpersoon without looking at the others of the partij, for a long list. Raises InvoerOngeldig."""
    contact = _contact(invoer)
    contact.partij_id = partij_id
    sessie.add(contact)
    sessie.flush()
    return contact


def contact_wijzigen(contact: Contactpersoon, invoer: ContactpersoonInvoer) -> None:
    """Change a contactpersoon within a transaction. Raises InvoerOngeldig."""
    nieuw = _contact(invoer)
    for veld in ("naam", "functie", "email", "telefoon", "mandaat", "gedeelde_postbus", "overlegsoorten"):
        setattr(contact, veld, getattr(nieuw, veld))


def _past(partij: Partij, gezocht: Gezocht) -> bool:
    """Whether its name, or that of somebody there, holds what was typed."""
    return gezocht.past(losvorm(f"{partij.naam} {partij.kort}")) or any(
        gezocht.past(losvorm(contact.naam)) for contact in partij.contactpersonen
    )


def _vul(sessie: Session, partij: Partij, invoer: PartijInvoer) -> None:
    naam = verplicht("naam", naamveld("naam", invoer.naam), "Vul de naam van de partij in.")
    kort = verplicht("kort", naamveld("kort", invoer.kort, KORT_MAX), "Vul een korte naam in, voor in de agenda.")
    for veld, kolom, waarde in (("naam", Partij.naam, naam), ("kort", Partij.kort, kort)):
        if (bezet := naam_bezet(sessie, kolom, waarde, partij.id or 0)) is not None:
            raise InvoerOngeldig(veld, f"Er is al een partij met de naam {bezet}.", advies="Kies een andere naam.")
    if invoer.aangesloten_op and invoer.uitgetreden_op and invoer.uitgetreden_op < invoer.aangesloten_op:
        raise InvoerOngeldig("uitgetreden_op", "De datum van uittreding ligt vóór die van toetreding.")
    partij.naam, partij.kort, partij.soort = naam, kort, invoer.soort
    partij.aangesloten_op, partij.uitgetreden_op = invoer.aangesloten_op, invoer.uitgetreden_op
    partij.groep, opmerking = naamveld("groep", invoer.groep), tekst("opmerking", invoer.opmerking, MAX_TEKST)
    if opmerking != partij.opmerking:
        eis_geen_casus(sessie, opmerking=opmerking)
    partij.opmerking = opmerking


def _contact(invoer: ContactpersoonInvoer) -> Contactpersoon:
    email = emailadres("email", invoer.email)
    naam = verplicht(
        "naam", naamveld("naam", invoer.naam, MAX_REGEL), "Vul de naam van de contactpersoon of de postbus in."
    )
    if _GECODEERD.search(naam):
        raise InvoerOngeldig(
            "naam",
            "In deze naam staat code van een mailprogramma: een ander mailprogramma maakt daar een andere naam van.",
            advies="Typ de naam opnieuw.",
        )
    return Contactpersoon(
        naam=naam,
        functie=naamveld("functie", invoer.functie),
        email=email,
        telefoon=telefoonnummer("telefoon", invoer.telefoon),
        mandaat=invoer.mandaat,
        gedeelde_postbus=invoer.gedeelde_postbus,
        overlegsoorten=" ".join(invoer.overlegsoorten),
    )


def _heeft_oordelen(sessie: Session, partij_id: int) -> bool:
    return sessie.scalars(select(Oordeel.id).where(Oordeel.partij_id == partij_id).limit(1)).first() is not None


def _staat_in_opschaling(sessie: Session, partij_id: int) -> bool:
    vraag = select(Opschaling.id).where(Opschaling.ontvanger_id == partij_id, Opschaling.besloten_op.is_not(None))
    return sessie.scalars(vraag.limit(1)).first() is not None


def partij_regel(partij: Partij) -> PartijRegel:
    """The frozen value of a row."""
    return PartijRegel(
        id=partij.id,
        naam=partij.naam,
        kort=partij.kort,
        soort=partij.soort,
        groep=partij.groep,
        aangesloten_op=partij.aangesloten_op,
        uitgetreden_op=partij.uitgetreden_op,
        opmerking=partij.opmerking,
        contactpersonen=tuple(contact_regel(contact) for contact in partij.contactpersonen),
    )


def contact_regel(contact: Contactpersoon) -> ContactpersoonRegel:
    """The frozen value of a row."""
    return ContactpersoonRegel(
        id=contact.id,
        partij_id=contact.partij_id,
        naam=contact.naam,
        functie=contact.functie,
        email=contact.email,
        telefoon=contact.telefoon,
        mandaat=contact.mandaat,
        gedeelde_postbus=contact.gedeelde_postbus,
        overlegsoorten=tuple(contact.overlegsoorten.split()),
    )


def partij_invoer(partij: PartijRegel | Partij) -> PartijInvoer:
    """The input that would give this partij again."""
    return PartijInvoer(
        naam=partij.naam,
        kort=partij.kort,
        soort=partij.soort,
        groep=partij.groep,
        aangesloten_op=partij.aangesloten_op,
        uitgetreden_op=partij.uitgetreden_op,
        opmerking=partij.opmerking,
    )


def contact_invoer(contact: ContactpersoonRegel) -> ContactpersoonInvoer:
    """The input that would give this contactpersoon again."""
    return ContactpersoonInvoer(
        naam=contact.naam,
        functie=contact.functie,
        email=contact.email,
        telefoon=contact.telefoon,
        mandaat=contact.mandaat,
        gedeelde_postbus=contact.gedeelde_postbus,
        overlegsoorten=contact.overlegsoorten,
    )
