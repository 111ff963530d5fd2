"""The practice vault of the window: invented casussen in every stage, ready in a few seconds."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

from zvh_desktop.paths import beleidsbestand
from zvh_desktop.services.huis.profielbestand import laad_profiel
from zvh_desktop.services.kluis.beleid import lees_beleid
from zvh_desktop.services.kluis.gegevens import ProfielBron, Voortgang
from zvh_desktop.services.oefenen.gegevens import lees_oefengegevens
from zvh_desktop.services.oefenen.klok import Oefenklok
from zvh_desktop.services.oefenen.ploeg import Oefenploeg, Uitgifte
from zvh_desktop.services.oefenen.verloop import STAPPEN, speel
from zvh_desktop.services.werkplek.klok import AMSTERDAM, Klok, systeemklok


def maak_oefenkluis(
    map: Path,  # noqa: A002
    profielsleutel: ProfielBron,
    voortgang: Voortgang,
) -> None:
    """Make a practice vault in a new or empty folder and leave it closed; nothing half is left when it fails.

    Raises NietGevonden for an unknown profile, InvoerOngeldig when the folder is not empty, KluisFout.
    """
    gedaan = 0

    def meld(zin: str) -> None:
        nonlocal gedaan
        gedaan += 1
        voortgang(min(gedaan, STAPPEN), STAPPEN, zin)

    bestond = map.exists()
    leeg = not bestond or (map.is_dir() and not any(map.iterdir()))
    try:
        with ploeg_voor(map, profielsleutel, meld) as ploeg:
            speel(ploeg)
    except BaseException:
        if leeg:
            _maak_weer_leeg(map, bestond=bestond)
        raise
    voortgang(STAPPEN, STAPPEN, "Klaar")


def ploeg_voor(
    kluismap: Path,
    profielsleutel: ProfielBron,
    meld: Callable[[str], None],
    uitgifte: Uitgifte | None = None,
    klok: Klok = systeemklok,
) -> Oefenploeg:
    """The practice accounts for one house, with today as the clock says.

    Every practice vault begins here, from the window and from the command line. Raises NietGevonden, ProfielOngeldig;
    GebruikersFout where IT does not want practice on this computer.
    """
    lees_beleid(beleidsbestand()).eis_oefenen()
    nu = klok()
    vandaag: date = nu.astimezone(AMSTERDAM).date()
    return Oefenploeg(
        map=kluismap,
        profiel=laad_profiel(profielsleutel),
        gegevens=lees_oefengegevens(),
        vandaag=vandaag,
        klok=Oefenklok(nu),
        meld=meld,
        uitgifte=uitgifte,
    )


def _maak_weer_leeg(kluismap: Path, *, bestond: bool) -> None:
    """Only called when this call found the folder empty or absent."""
    if bestond:
        for pad in kluismap.iterdir():
            pad.unlink()
    else:
        shutil.rmtree(kluismap, ignore_errors=True)
