"""Other keys for the vault: a key file that takes the place of the old one, a new database key, a new recovery key."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from zvh_desktop.database.bestand.wissen import Voortgang, wis_resten
from zvh_desktop.database.daad import Daad, met_reserve, rond_voornemens_af, schrijf_sleutels
from zvh_desktop.database.kopiebouw import Kopiebron
from zvh_desktop.database.rotatie import roteer
from zvh_desktop.database.samen import Samen, schrijf_samen
from zvh_desktop.database.sleutels.accounts import vereis_slot
from zvh_desktop.database.sleutels.herstelsleutel import als_tekst, uit_tekst
from zvh_desktop.database.sleutels.primitieven import willekeurig
from zvh_desktop.database.sleutels.sleutelbeheer import haal_databasesleutel, maak_herstel
from zvh_desktop.database.sleutels.sleutelbestand import Sleutelbestand
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
        bron = zitting.open_bron()
        zitting.eis_slot()
        if daad is not None and daad.erbij is not None:
            schrijf_samen(Samen(bron, zitting.sessies, zitting.neem_sleutels), bestand, daad)
        else:
            geschreven = schrijf_sleutels(bron.engine, bron.kluismap, bestand, bron.sleutel, daad)
            zitting.neem_sleutels(replace(bron, bestand=geschreven))
        self._stand.werk_bij()

    def roteer(self, bestand: Sleutelbestand, daad: Daad | None, voortgang: Voortgang | None = None) -> None:
        """As ``schrijf``, and encrypt the database with a new key for the users in this key file."""
        zitting = self._zitting
        zitting.keten.wacht()
        zitting.eis_slot()
        met_reserve(zitting.map, partial(wis_resten, zitting.bron.engine))
        bron, wortel = zitting.open_bron(), zitting.open_geheimen().wortel
        rond_voornemens_af(bron.engine, bron.kluismap)
        met_reserve(
            bron.kluismap, partial(roteer, bron, bestand, wortel, zitting.neem_bron, zitting.erbij, daad, voortgang)
        )
        self._stand.werk_bij()
