"""A backup without the window: opened for reading only, so that it works while someone has the vault in use."""

from __future__ import annotations

from pathlib import Path

from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.reservekopie import maak_reservekopie
from zvh_desktop.services.rechten import Recht, rol_voor


def maak_kopie(kluismap: Path, gebruiker: str, wachtwoord: str, doel: Path) -> None:
    """Copy a vault to a new folder, with an account that may. Raises NietBevoegd, InvoerOngeldig, KluisFout."""
    with open_kluis(kluismap, gebruiker, wachtwoord, alleen_lezen=True) as kluis:
        rol_voor(kluis.gebruiker.rollen, Recht.RESERVEKOPIE)
        maak_reservekopie(kluis, doel)
