"""Counts wrong passwords per vault, so that guessing at the login screen becomes slow.

Only the count is kept, in this user's own folder; the window does the waiting. It slows down a person at the
keyboard, not somebody with a copy of the files: against that stands the cost of the KDF.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from zvh_desktop.database.bestand.bestanden import maak_map, schrijf_heel
from zvh_desktop.database.bestand.canoniek import canoniek, nfc, uit_canoniek
from zvh_desktop.database.sleutels.primitieven import SleutelPastNiet, wachtwoord_bytes
from zvh_desktop.database.sleutels.sleutelbeheer import Geheimen, open_slot
from zvh_desktop.database.sleutels.sleutelbestand import Sleutelbestand, Slot
from zvh_desktop.errors import WachtwoordOnjuist
from zvh_desktop.paths import gebruikersmap

VRIJE_POGINGEN = 2
MAX_WACHT = 300.0
MAX_AANTAL = 1000


def met_wachtwoord(naam: str, wachtwoord: str, bestand: Sleutelbestand) -> tuple[Slot, Geheimen]:
    """The slot of this account and what is in it. Runs the KDF. Raises WachtwoordOnjuist, InvoerOngeldig."""
    wachtwoord_bytes(wachtwoord)
    slot = bestand.slot(nfc(naam).strip())
    try:
        # An unknown name takes as long as a known one.
        geheimen = open_slot(slot or bestand.gebruikers[0], wachtwoord)
        if slot is None:
            raise SleutelPastNiet
    except SleutelPastNiet as fout:
        raise WachtwoordOnjuist(meld_mislukt(bestand.kluis_id)) from fout
    meld_gelukt(bestand.kluis_id)
    return slot, geheimen


def meld_mislukt(kluis_id: str) -> float:
    """Count one more and say how many seconds the next attempt should wait."""
    aantal = min(_lees(kluis_id) + 1, MAX_AANTAL)
    with contextlib.suppress(OSError):
        pad = _pad(kluis_id)
        maak_map(pad.parent)
        schrijf_heel(pad, canoniek({"aantal": aantal}))
    return wachttijd(aantal)


def meld_gelukt(kluis_id: str) -> None:
    """Begin counting anew."""
    with contextlib.suppress(OSError):
        _pad(kluis_id).unlink(missing_ok=True)


def wachttijd(aantal: int) -> float:
    """Nothing for the first slips, then doubling to five minutes."""
    if aantal <= VRIJE_POGINGEN:
        return 0.0
    return min(MAX_WACHT, 2.0 ** min(aantal - VRIJE_POGINGEN, 10))


def _pad(kluis_id: str) -> Path:
    return gebruikersmap() / "pogingen" / f"{kluis_id}.json"


def _lees(kluis_id: str) -> int:
    try:
        waarde = uit_canoniek(_pad(kluis_id).read_bytes())
    except (OSError, ValueError):
        return 0
    aantal = waarde.get("aantal") if isinstance(waarde, dict) else None
    return aantal if isinstance(aantal, int) and 0 <= aantal <= MAX_AANTAL else 0
