"""The accounts of an open vault: added, given other roles, removed, and the own password."""

from __future__ import annotations

from zvh_desktop.database.bestand.canoniek import nfc
from zvh_desktop.database.daad import Daad
from zvh_desktop.database.sleutels.accounts import (
    met_gebruiker,
    met_rollen,
    met_wachtwoord,
    vereis_slot,
    zonder_gebruiker,
)
from zvh_desktop.database.sleutels.gebruikers import NieuweGebruiker, schone_rollen
from zvh_desktop.database.sleutels.pogingen import meld_mislukt
from zvh_desktop.database.sleutels.primitieven import SleutelPastNiet
from zvh_desktop.database.sleutels.sleutelbeheer import open_slot
from zvh_desktop.database.zitting.sleutelwissel import Sleutelwissel
from zvh_desktop.database.zitting.zitting import Zitting
from zvh_desktop.errors import InvoerOngeldig, NietBevoegd, WachtwoordOnjuist
from zvh_desktop.models.keuzes import Rol


class Kluisaccounts:
    """What a beheerder changes about accounts, and everyone about the own password."""

    def __init__(self, zitting: Zitting, wissel: Sleutelwissel) -> None:
        self._zitting = zitting
        self._wissel = wissel

    @property
    def wachtwoord_tijdelijk(self) -> bool:
        """Whether somebody else chose the password of who opened the vault."""
        return self._zitting.eigen_slot().tijdelijk

    def controleer_wachtwoord(self, wachtwoord: str) -> bool:
        """Whether this is the password of who has the vault open. Runs the KDF."""
        try:
            open_slot(self._zitting.eigen_slot(), wachtwoord)
        except (SleutelPastNiet, InvoerOngeldig):
            return False
        return True

    def wijzig_wachtwoord(self, oud: str, nieuw: str, daad: Daad | None = None) -> None:
        """Give one's own account another password. Runs the KDF twice."""
        zitting = self._zitting
        with zitting.beheer:
            zitting.vereis_schrijven()
            zitting.vereis_kluis()
            slot = zitting.eigen_slot()
            try:
                geheimen = open_slot(slot, oud)
            except SleutelPastNiet as fout:
                raise WachtwoordOnjuist(meld_mislukt(zitting.kluis_id)) from fout
            if nfc(oud) == nfc(nieuw):
                raise InvoerOngeldig("wachtwoord", "Dit is het wachtwoord van nu.", advies="Kies een ander wachtwoord.")
            self._wissel.schrijf(met_wachtwoord(zitting.bron.bestand, slot, geheimen, nieuw), daad)

    def voeg_toe(self, nieuw: NieuweGebruiker, daad: Daad | None = None) -> None:
        """Add an account and hand it the database key."""
        zitting = self._zitting
        with zitting.beheer:
            self._wissel.schrijf(
                met_gebruiker(
                    zitting.bron.bestand,
                    nieuw,
                    wortelzaad=zitting.als_beheerder(),
                    databasesleutel=zitting.open_bron().sleutel,
                    kdf=zitting.eigen_slot().kdf,
                    geldig_van=zitting.geldig_van(),
                ),
                daad,
            )

    def wijzig_rollen(self, naam: str, rollen: frozenset[Rol], daad: Daad | None = None) -> None:
        """Give an account other roles; what it signed until now keeps counting, later under the old roles not."""
        zitting = self._zitting
        with zitting.beheer:
            wortelzaad = zitting.als_beheerder()
            oud, nieuwe_rollen = vereis_slot(zitting.bron.bestand, naam), schone_rollen(rollen)
            if oud.certificaat.rollen == nieuwe_rollen:
                return
            self._wissel.schrijf(
                met_rollen(
                    zitting.bron.bestand,
                    oud,
                    nieuwe_rollen,
                    wortelzaad=wortelzaad,
                    geldig_van=zitting.geldig_van(),
                    ingetrokken=zitting.intrekking(oud),
                ),
                daad,
            )

    def verwijder(self, naam: str, daad: Daad | None = None) -> None:
        """Remove an account and renew the database key, so that an old copy of the key opens nothing new.

        On a server the key stays as it is (ADR 0096): there the database account has to go as well.
        """
        zitting = self._zitting
        with zitting.beheer:
            wortelzaad = zitting.als_beheerder()
            oud = vereis_slot(zitting.bron.bestand, naam)
            rest = zonder_gebruiker(
                zitting.bron.bestand, oud, wortelzaad=wortelzaad, ingetrokken=zitting.intrekking(oud)
            )
            if oud.certificaat.naam == zitting.gebruiker.naam:
                raise NietBevoegd(
                    "U kunt uw eigen account niet verwijderen.",
                    veilig="Er is niets gewijzigd.",
                    advies="Vraag het een andere beheerder.",
                )
            self._wissel.na_verwijderen(rest, daad)
