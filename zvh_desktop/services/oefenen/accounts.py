"""The accounts of every practice vault. They are no secret: a practice vault holds nothing that is."""

from __future__ import annotations

from dataclasses import dataclass

from zvh_desktop.models.keuzes import Rol


@dataclass(frozen=True, slots=True)
class Oefenaccount:
    """An account with its documented password."""

    gebruiker: str
    weergavenaam: str
    rol: Rol
    wachtwoord: str


OEFENACCOUNTS = (
    Oefenaccount("oefen.medewerker", "J. Oefenman", Rol.MEDEWERKER, "elke dag een agenda"),
    Oefenaccount("oefen.regisseur", "M. Voorbeeld", Rol.PROCESREGISSEUR, "samen rond de tafel"),
    Oefenaccount("oefen.regisseur2", "S. Testema", Rol.PROCESREGISSEUR, "een tweede stoel erbij"),
    Oefenaccount("oefen.beheer", "P. Proefstra", Rol.BEHEERDER, "sleutels in de kluis"),
)


def oefenaccount(rol: Rol) -> Oefenaccount:
    """The practice account with this role; of the two procesregisseurs the one who does the work."""
    return next(account for account in OEFENACCOUNTS if account.rol is rol)


def tweede_regisseur() -> Oefenaccount:
    """To whom a casus is handed over."""
    return [account for account in OEFENACCOUNTS if account.rol is Rol.PROCESREGISSEUR][1]
