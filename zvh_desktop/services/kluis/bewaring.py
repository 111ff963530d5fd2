"""What the key store of this computer keeps for a closed house. It may ask for its own password, and take a while."""

from __future__ import annotations

from pathlib import Path

from zvh_desktop.database.kluisbord import is_verbindingsbestand
from zvh_desktop.database.kluiskop import lees_kop
from zvh_desktop.database.sleutels import sleutelhanger
from zvh_desktop.errors import KluisFout
from zvh_desktop.services.kluis.huisdeur import bewaring
from zvh_desktop.services.kluis.kluisinfo import Serverbewaring


class BewaringDienst:
    """Use cases of the login; called beside the window."""

    def opent(self, map_: Path, naam: str) -> bool:
        """Whether this user chose to open the vault on this device without a password; never on a server."""
        if is_verbindingsbestand(map_):
            return False
        try:
            kop = lees_kop(map_)
            return naam in kop.met_dit_apparaat and sleutelhanger.haal(kop.kluis_id, naam) is not None
        except KluisFout:
            return False

    def databaseaccount(self, map_: Path) -> Serverbewaring:
        """Which database account this computer keeps for the house of this connection file, or why it can keep none.

        Raises KluisNietGevonden, KluisBeschadigd for a connection file that cannot be read.
        """
        return bewaring(map_)
