"""A backup without the window: opened for reading only, so that it works while someone has the vault in use."""

from __future__ import annotations

from pathlib import Path

from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.reservekopie import maak_reservekopie
from zvh_desktop.errors import NietBevoegd
from zvh_desktop.services.kluis.eigen_wachtwoord import eis_eigen_wachtwoord
from zvh_desktop.services.werkplek.rechten import Recht, heeft_recht


def maak_kopie(kluismap: Path, gebruiker: str, wachtwoord: str, doel: Path) -> None:
    """Copy a vault to a new folder, with an account that may. Raises NietBevoegd, InvoerOngeldig, KluisFout."""
    with open_kluis(kluismap, gebruiker, wachtwoord, alleen_lezen=True) as kluis:
        eis_eigen_wachtwoord(kluis)
        # the profile in the vault is not read here: a copy has to be possible when it can no longer be
        if not heeft_recht(kluis.gebruiker.rollen, Recht.RESERVEKOPIE):
            raise NietBevoegd(
                f"Alleen een beheerder mag {Recht.RESERVEKOPIE.value}.", advies="Vraag het een collega met die rol."
            )
        maak_reservekopie(kluis, doel)
