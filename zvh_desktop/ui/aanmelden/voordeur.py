"""The services before a vault is open, for a login that is on the screen before they have been loaded.

What the login shows at once is answered here; everything else waits for the rest of the application.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zvh_desktop.services.kluis.kluisinfo import lees_kluisbord

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from zvh_desktop.models.keuzes import Rol
    from zvh_desktop.ui.laden import Lader
    from zvh_desktop.ui.protocollen import (
        Bewaring,
        GemaakteKluis,
        Hulphoofdstuk,
        KluisInfo,
        KopieRegel,
        NieuweKluis,
        ProfielBron,
        ProfielKeuze,
        Profielpartij,
        Serveraccount,
        Toegang,
        Vensterdiensten,
        Voortgang,
        WachtwoordOordeel,
        ZonderLijn,
    )


class Voordeur:
    """A Toegang in front of the one that is being loaded."""

    def __init__(self, lader: Lader, wacht_op_vrij: Callable[[], None] | None = None) -> None:
        self._lader = lader
        self._wacht_op_vrij = wacht_op_vrij

    def _binnen(self) -> Toegang:
        """To open a vault: once the process that had it open before has ended."""
        if self._wacht_op_vrij is not None:
            self._wacht_op_vrij()
        return self._lader.haal().toegang

    def kop(self, map_: Path) -> KluisInfo:
        """What can be seen of the vault in this folder without opening it; judged whole once that can be done."""
        return self._lader.haal().toegang.kop(map_) if self._lader.is_geladen() else lees_kluisbord(map_)

    @property
    def zonder_lijn(self) -> ZonderLijn:
        """The koffer of today, of a house that cannot be reached."""
        return self._lader.haal().toegang.zonder_lijn

    @property
    def bewaard(self) -> Bewaring:
        """What the key store of this computer keeps."""
        return self._lader.haal().toegang.bewaard

    def kopieen(self, map_: Path, erbij: Path | None, voortgang: Voortgang) -> Sequence[KopieRegel]:
        """The backups there are for a vault that does not open."""
        return self._lader.haal().toegang.kopieen(map_, erbij, voortgang)

    def zet_terug(self, kopie: Path, map_: Path, voortgang: Voortgang) -> Path | None:
        """Let a backup take the place of the vault in this folder."""
        return self._binnen().zet_terug(kopie, map_, voortgang)

    def keur_plaats(self, map_: Path) -> None:
        """Refuse a folder in which no vault can stand."""
        self._lader.haal().toegang.keur_plaats(map_)

    def beoordeel_wachtwoord(self, wachtwoord: str) -> WachtwoordOordeel:
        """Whether a password is strong enough."""
        return self._lader.haal().toegang.beoordeel_wachtwoord(wachtwoord)

    def ontgrendel(
        self, map_: Path, naam: str, wachtwoord: str, account: Serveraccount | None = None
    ) -> Vensterdiensten:
        """Open with a password, and on a server with a database account."""
        return self._binnen().ontgrendel(map_, naam, wachtwoord, account)

    def ontgrendel_lezen(
        self, map_: Path, naam: str, wachtwoord: str, account: Serveraccount | None = None
    ) -> Vensterdiensten:
        """Open to read only."""
        return self._binnen().ontgrendel_lezen(map_, naam, wachtwoord, account)

    def kies_eigen_wachtwoord(
        self, map_: Path, naam: str, wachtwoord: str, eigen: str, account: Serveraccount | None = None
    ) -> Vensterdiensten:
        """Open for the first time and put an own password in the place of the one that was handed over."""
        return self._binnen().kies_eigen_wachtwoord(map_, naam, wachtwoord, eigen, account)

    def ontgrendel_dit_apparaat(self, map_: Path, naam: str) -> Vensterdiensten:
        """Open with the key in the key store of the operating system."""
        return self._binnen().ontgrendel_dit_apparaat(map_, naam)

    def herstel(
        self,
        map_: Path,
        herstelsleutel: str,
        naam: str,
        nieuw_wachtwoord: str,
        account: Serveraccount | None = None,
    ) -> Vensterdiensten:
        """Open with the recovery key and give this user a new password."""
        return self._binnen().herstel(map_, herstelsleutel, naam, nieuw_wachtwoord, account)

    def profielen(self) -> Sequence[ProfielKeuze]:
        """The house profiles."""
        return self._lader.haal().toegang.profielen()

    def profiel_uit_bestand(self, bestand: Path) -> ProfielKeuze:
        """A profile of the house itself."""
        return self._lader.haal().toegang.profiel_uit_bestand(bestand)

    def profiel_partijen(self, bron: ProfielBron) -> Sequence[Profielpartij]:
        """The partijen of a profile."""
        return self._lader.haal().toegang.profiel_partijen(bron)

    def rolnamen(self, bron: ProfielBron) -> Mapping[Rol, str]:
        """What the house of this profile calls each role."""
        return self._lader.haal().toegang.rolnamen(bron)

    def maak_kluis(self, invoer: NieuweKluis, voortgang: Voortgang) -> GemaakteKluis:
        """Make a vault with its first accounts."""
        return self._lader.haal().toegang.maak_kluis(invoer, voortgang)

    def maak_oefenkluis(self, map_: Path, profiel: ProfielBron, voortgang: Voortgang) -> Vensterdiensten:
        """Make a practice vault with fictional data and open it."""
        return self._lader.haal().toegang.maak_oefenkluis(map_, profiel, voortgang)

    def ontgrendel_oefenkluis(self, map_: Path) -> Vensterdiensten:
        """Open a practice vault as procesregisseur."""
        return self._lader.haal().toegang.ontgrendel_oefenkluis(map_)

    def handleiding(self) -> Sequence[Hulphoofdstuk]:
        """The manual while no house is open."""
        return self._lader.haal().toegang.handleiding()
