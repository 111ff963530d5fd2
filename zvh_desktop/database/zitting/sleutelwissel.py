"""Other keys for the vault: a key file that takes the place of the old one, a new database key, a new recovery key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from zvh_desktop.database.bestand.wissen import Voortgang
from zvh_desktop.database.daad import Daad
from zvh_desktop.database.kopiebouw import Kopiebron
from zvh_desktop.database.samen import Samen
from zvh_desktop.database.sleutels.accounts import vereis_slot
from zvh_desktop.database.sleutels.herstelsleutel import als_tekst, uit_tekst
from zvh_desktop.database.sleutels.primitieven import leid_af, willekeurig
from zvh_desktop.database.sleutels.sleutelbeheer import haal_databasesleutel, maak_herstel
from zvh_desktop.database.sleutels.sleutelbestand import Sleutelbestand
from zvh_desktop.database.terugzetten.vergelijken import Bron
from zvh_desktop.database.zitting.kluisstand import Kluisstand
from zvh_desktop.database.zitting.zitting import Zitting


class Sleutelwissel:
    """``daad``, here and in the other parts: the line in the log that goes with it."""

    def __init__(self, zitting: Zitting, stand: Kluisstand) -> None:
        self._zitting = zitting
        self._stand = stand

    def kopiebron(self) -> Kopiebron:
        """What a backup is made of, and the way in which its user will open it."""
        bron = self._zitting.open_bron()
        return Kopiebron(bron.kluismap, bron.bestand, bron.sleutel, self.ontsluit)

    def huissleutel(self, doel: bytes) -> bytes:
        """A key for this purpose, the same for everybody in this house until the database key is renewed."""
        return leid_af(self._zitting.open_bron().sleutel, doel)

    def ontsluit(self, bestand: Sleutelbestand) -> bytes:
        """The database key out of another key file of this vault. Raises NietGevonden, KluisFout: it is not for us."""
        slot = vereis_slot(bestand, self._zitting.gebruiker.naam)
        return haal_databasesleutel(slot, self._zitting.open_geheimen())

    def vernieuw_databasesleutel(self, daad: Daad | None = None, voortgang: Voortgang | None = None) -> None:
        """Encrypt the database anew for the same users."""
        with self._zitting.beheer:
            self._zitting.vereis_schrijven()
            self.roteer(self._zitting.bron.bestand, daad, voortgang)

    def verzin_herstelsleutel(self) -> str:
        """A recovery key that counts nowhere yet: first it has to be on paper."""
        self._zitting.als_beheerder()
        return als_tekst(willekeurig())

    def vernieuw_herstelsleutel(self, sleutel: str, daad: Daad | None = None) -> None:
        """From now on this recovery key counts, and the old paper is worthless. Asked when the new one was put away."""
        zitting = self._zitting
        with zitting.beheer:
            wortelzaad, herstelsleutel = zitting.als_beheerder(), uit_tekst(sleutel)
            herstel = maak_herstel(zitting.kluis_id, herstelsleutel, zitting.open_bron().sleutel, wortelzaad)
            self.schrijf(replace(zitting.bron.bestand, herstel=herstel), daad)

    def schrijf(self, bestand: Sleutelbestand, daad: Daad | None) -> None:
        """Let this key file take the place of the old one. Asked while ``zitting.beheer`` is held."""
        zitting = self._zitting
        zitting.vereis_schrijven()
        zitting.eis_slot()
        zitting.plaats.schrijf(self._samen(zitting.neem_sleutels), bestand, daad)
        self._stand.werk_bij()

    def roteer(self, bestand: Sleutelbestand, daad: Daad | None, voortgang: Voortgang | None = None) -> None:
        """As ``schrijf``, and encrypt the database with a new key for the users in this key file."""
        zitting = self._zitting
        zitting.keten.wacht()
        zitting.eis_slot()
        wortel = zitting.open_geheimen().wortel
        zitting.plaats.roteer(self._samen(zitting.neem_bron), bestand, wortel, zitting.erbij, daad, voortgang)
        self._stand.werk_bij()

    def na_verwijderen(self, bestand: Sleutelbestand, daad: Daad | None) -> None:
        """An account went: another key for the database, where the place can give it one."""
        if self._zitting.plaats.vernieuwt_sleutel:
            self.roteer(bestand, daad)
        else:
            self.schrijf(bestand, daad)

    def _samen(self, neem: Callable[[Bron], None]) -> Samen:
        return Samen(self._zitting.open_bron(), self._zitting.sessies, neem)
