"""Opening on this computer without a password: a key in its key store, and a slot in the key file that knows it."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Final

from zvh_desktop.database.daad import Daad
from zvh_desktop.database.sleutels import sleutelhanger
from zvh_desktop.database.sleutels.primitieven import willekeurig
from zvh_desktop.database.sleutels.sleutelbeheer import maak_apparaat
from zvh_desktop.database.zitting.sleutelwissel import Sleutelwissel
from zvh_desktop.database.zitting.zitting import Zitting
from zvh_desktop.errors import SleutelhangerNietVeilig

log = logging.getLogger(__name__)

NIET_OP_SERVER: Final = "Openen zonder wachtwoord kan in een huis op een server nog niet."


class EigenApparaat:
    """Whether this user opens the vault here without a password, switched on and off."""

    def __init__(self, zitting: Zitting, wissel: Sleutelwissel) -> None:
        self._zitting = zitting
        self._wissel = wissel

    def aan(self) -> bool:
        """Whether this user opens the vault here without a password. Raises SleutelhangerNietVeilig."""
        zitting = self._zitting
        bewaard = sleutelhanger.haal(zitting.kluis_id, zitting.gebruiker.naam)
        # A key that the vault does not know opens nothing: what a process left behind that was killed halfway.
        return any(slot.apparaat == sleutelhanger.apparaat_van(bewaard) for slot in zitting.bron.bestand.apparaten)

    def schakel_in(self, daad: Daad | None = None) -> None:
        """Let this user open the vault on this computer without a password."""
        zitting = self._zitting
        with zitting.beheer:
            zitting.vereis_schrijven()
            zitting.vereis_kluis()
            if zitting.plaats.op_server:
                raise SleutelhangerNietVeilig(NIET_OP_SERVER, veilig="Er is niets gewijzigd.")
            naam, bestand = zitting.gebruiker.naam, zitting.bron.bestand
            oud = sleutelhanger.haal(zitting.kluis_id, naam)
            apparaat, sleutel = willekeurig(16).hex(), willekeurig()
            slot = maak_apparaat(zitting.eigen_slot(), zitting.open_geheimen(), apparaat, sleutel)
            rest = tuple(deel for deel in bestand.apparaten if deel.apparaat != sleutelhanger.apparaat_van(oud))
            sleutelhanger.bewaar(zitting.kluis_id, naam, f"{apparaat}:{sleutel.hex()}")
            try:
                self._wissel.schrijf(replace(bestand, apparaten=(*rest, slot)), daad)
            except BaseException:
                # The key file decides; what was in the key store goes back to what it was.
                if oud is None:
                    sleutelhanger.vergeet(zitting.kluis_id, naam)
                else:
                    sleutelhanger.bewaar(zitting.kluis_id, naam, oud)
                raise

    def schakel_uit(self, daad: Daad | None = None) -> None:
        """Ask for the password on this computer again."""
        zitting = self._zitting
        with zitting.beheer:
            zitting.vereis_schrijven()
            zitting.vereis_kluis()
            bewaard = sleutelhanger.haal(zitting.kluis_id, zitting.gebruiker.naam)
            if bewaard is None:
                return
            bestand = zitting.bron.bestand
            rest = tuple(deel for deel in bestand.apparaten if deel.apparaat != sleutelhanger.apparaat_van(bewaard))
            if rest != bestand.apparaten:
                self._wissel.schrijf(replace(bestand, apparaten=rest), daad)
            try:
                sleutelhanger.vergeet(zitting.kluis_id, zitting.gebruiker.naam)
            except SleutelhangerNietVeilig as fout:
                # The vault no longer knows it, so what is left there opens nothing.
                log.warning("sleutelhanger niet geleegd: %s", type(fout).__name__)
