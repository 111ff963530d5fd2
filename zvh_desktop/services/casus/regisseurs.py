"""Whose casus it is: who can be procesregisseur, and the handing over from one to another, with its history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.instroom.regisseur import Regisseurwissel
from zvh_desktop.models.keuzes import CasusId, Rol
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.services.poort.gesloten import eis_lopend
from zvh_desktop.services.werkplek.invoer import tekst, verplicht
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal


@dataclass(frozen=True, slots=True)
class OverdrachtInvoer:
    """To whom, from which day, and why."""

    naar: str
    op: date
    reden: str


@dataclass(frozen=True, slots=True)
class WisselRegel:
    """One handing over, as shown."""

    van: str
    naar: str
    op: date
    reden: str
    vastgelegd_door: str


class RegisseurService:
    """Use cases on who has a casus."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def kandidaten(self) -> tuple[str, ...]:
        """Who in this house can be procesregisseur of a casus, by name."""
        with self._werkplek.lees(Recht.CASUS_LEZEN):
            return tuple(sorted(procesregisseurs(self._werkplek)))

    def medewerkers(self) -> tuple[str, ...]:
        """Who in this house can be the owner of an actie, by name."""
        with self._werkplek.lees(Recht.CASUS_LEZEN):
            return tuple(sorted(medewerkers(self._werkplek)))

    def geschiedenis(self, casus_id: CasusId) -> tuple[WisselRegel, ...]:
        """Every handing over of this casus, the first one first."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            rijen = sessie.scalars(select(Regisseurwissel).filter_by(casus_id=casus_id).order_by(Regisseurwissel.id))
            return tuple(WisselRegel(rij.van, rij.naar, rij.op, rij.reden, rij.vastgelegd_door) for rij in rijen)

    def draag_over(self, casus_id: CasusId, invoer: OverdrachtInvoer) -> None:
        """Give a casus to another procesregisseur of this house. Raises InvoerOngeldig."""
        term = self._werkplek.profiel.termen.procesregisseur
        with self._werkplek.schrijf(Recht.TRIAGE_AFRONDEN, "casus overgedragen", "casus") as werk:
            casus = haal(werk.sessie, Casus, casus_id, "Deze casus")
            werk.raakt(casus.nummer)
            eis_lopend(casus, self._werkplek.profiel.termen, "De casus kan niet meer worden overgedragen.")
            if invoer.naar == casus.procesregisseur:
                raise InvoerOngeldig("naar", f"{invoer.naar} is al {term} van casus {casus.nummer}.")
            if invoer.naar not in procesregisseurs(self._werkplek):
                raise InvoerOngeldig("naar", f"Kies een {term} van dit huis.")
            if invoer.op > self._werkplek.vandaag():
                raise InvoerOngeldig("op", "Deze dag ligt in de toekomst.", advies="Draag de casus over op die dag.")
            vorige = werk.sessie.scalars(
                select(Regisseurwissel).filter_by(casus_id=casus.id).order_by(Regisseurwissel.id.desc()).limit(1)
            ).first()
            vanaf = vorige.op if vorige is not None else casus.geopend_op
            if invoer.op < vanaf:
                raise InvoerOngeldig(
                    "op",
                    f"{casus.procesregisseur or 'Niemand'} heeft de casus pas sinds "
                    f"{datum_kort(vanaf)}. Kies die dag of een latere.",
                )
            reden = verplicht("reden", tekst("reden", invoer.reden), "Schrijf op waarom de casus overgaat.")
            werk.sessie.add(
                Regisseurwissel(
                    casus_id=casus.id,
                    van=casus.procesregisseur,
                    naar=invoer.naar,
                    op=invoer.op,
                    reden=reden,
                    vastgelegd_door=self._werkplek.naam,
                )
            )
            casus.procesregisseur = invoer.naar
            casus.gewijzigd_op = self._werkplek.nu()


def procesregisseurs(werkplek: Werkplek) -> frozenset[str]:
    """The names of everyone who is procesregisseur in this house now."""
    return _namen(werkplek, Rol.PROCESREGISSEUR)


def medewerkers(werkplek: Werkplek) -> frozenset[str]:
    """The names of everyone in this house who works on casussen now."""
    return _namen(werkplek, Rol.PROCESREGISSEUR, Rol.MEDEWERKER)


def _namen(werkplek: Werkplek, *rollen: Rol) -> frozenset[str]:
    return frozenset(
        gebruiker.weergavenaam for gebruiker in werkplek.kluis.gebruikers() if gebruiker.rollen.intersection(rollen)
    )
