"""Beheer: accounts, own password, recovery key, this device, backup and the check of the vault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from zvh_desktop.database.controle import controleer
from zvh_desktop.database.kluis import NieuweGebruiker
from zvh_desktop.database.reservekopie import maak_reservekopie
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.services.rechten import Recht
from zvh_desktop.services.toegang_gegevens import AccountInvoer
from zvh_desktop.services.werkplek import Werkplek


@dataclass(frozen=True, slots=True)
class AccountRegel:
    """An account as shown."""

    naam: str
    weergavenaam: str
    rollen: frozenset[Rol]
    ik: bool


class BeheerService:
    """Use cases of the beheerder, and of everyone on the own account."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def accounts(self) -> tuple[AccountRegel, ...]:
        """Every account, by name. Raises NietBevoegd."""
        with self._werkplek.lees(Recht.ACCOUNTS_BEHEREN):
            return tuple(
                AccountRegel(g.naam, g.weergavenaam, g.rollen, g.naam == self._werkplek.gebruiker)
                for g in self._werkplek.kluis.gebruikers()
            )

    def voeg_account_toe(self, invoer: AccountInvoer) -> None:
        """Add an account with its first password. Raises InvoerOngeldig, NietBevoegd."""
        self._beheer(
            "account toegevoegd",
            lambda: self._werkplek.kluis.voeg_gebruiker_toe(
                NieuweGebruiker(invoer.naam, invoer.weergavenaam, invoer.rollen, invoer.wachtwoord)
            ),
        )

    def wijzig_rollen(self, naam: str, rollen: frozenset[Rol]) -> None:
        """Give an account other roles: a new certificate. Raises InvoerOngeldig, NietBevoegd."""
        self._beheer("rollen gewijzigd", lambda: self._werkplek.kluis.wijzig_rollen(naam, rollen))

    def verwijder_account(self, naam: str) -> None:
        """Remove an account; the database gets a new key, so an old copy of the key file opens nothing."""
        self._beheer("account verwijderd", lambda: self._werkplek.kluis.verwijder_gebruiker(naam))

    def wijzig_wachtwoord(self, oud: str, nieuw: str) -> None:
        """Change the own password. Raises WachtwoordOnjuist, InvoerOngeldig."""
        self._werkplek.kluis.wijzig_wachtwoord(oud, nieuw)

    def nieuwe_herstelsleutel(self) -> str:
        """Make a new recovery key, shown once; the old one stops working. Raises NietBevoegd."""
        with self._werkplek.schrijf(Recht.ACCOUNTS_BEHEREN, "herstelsleutel vernieuwd", "kluis"):
            return self._werkplek.kluis.vernieuw_herstelsleutel()

    def zet_dit_apparaat(self, *, aan: bool) -> None:
        """Open on this device without a password, or no longer. Raises SleutelhangerNietVeilig."""
        if aan:
            self._werkplek.kluis.dit_apparaat_inschakelen()
        else:
            self._werkplek.kluis.dit_apparaat_uitschakelen()

    def maak_reservekopie(self, doel: Path) -> None:
        """Write a checked copy to a new folder, while in use. Raises KluisFout."""
        self._beheer("reservekopie gemaakt", lambda: maak_reservekopie(self._werkplek.kluis, doel), Recht.RESERVEKOPIE)

    def controleer(self) -> tuple[str, ...]:
        """Check pages, references, signatures and chains; every finding as a sentence."""
        with self._werkplek.lees(Recht.RESERVEKOPIE):
            return controleer(self._werkplek.kluis)

    def aanvaard_stand(self) -> None:
        """Accept an older state of the vault, after a backup was restored on purpose."""
        self._beheer("oudere stand aanvaard", self._werkplek.kluis.aanvaard_stand, Recht.RESERVEKOPIE)

    def _beheer(self, handeling: str, doe: Callable[[], None], recht: Recht = Recht.ACCOUNTS_BEHEREN) -> None:
        """Rights first, then the act on the key file, then its log line: a key change opens a new database."""
        with self._werkplek.lees(recht):
            pass
        doe()
        with self._werkplek.schrijf(recht, handeling, "kluis"):
            pass
