"""Where somebody was and what stood in the fields, on the disk of this computer: for after a crash or power loss.

Sealed with a secret of this user, so nobody else can read it or make one (ADR 0063). It goes when the vault is closed
in the ordinary way, and what nobody came back for goes after a fortnight. When a file is destroyed those of everybody
go who works in this vault on this computer: what was typed may be about that file.
"""

from __future__ import annotations

import contextlib
import time
from pathlib import Path
from typing import Final

from zvh_desktop.database.bestand.bestanden import maak_map, schrijf_heel
from zvh_desktop.database.bestand.vertaling import vertaal_fout
from zvh_desktop.database.kluis import OpenKluis
from zvh_desktop.paths import gebruikersmap

_MAP: Final = "plaats"
_NA_SECONDEN: Final = 14 * 24 * 3600
_MAX_BYTES: Final = 64 * 1024 * 1024


def leg_plek_vast(kluis: OpenKluis, gegevens: bytes) -> None:
    """Write it, in one step and down to the disk. Raises KluisFout."""
    pad = _pad(kluis)
    with vertaal_fout(pad.parent):
        maak_map(pad.parent)
        schrijf_heel(pad, kluis.verzegel(gegevens))


def lees_plek(kluis: OpenKluis) -> bytes | None:
    """What this user left here; None when there is nothing, or somebody else wrote it."""
    _ruim_oude_op()
    try:
        with _pad(kluis).open("rb") as bestand:
            return kluis.ontzegel(bestand.read(_MAX_BYTES))
    except OSError:
        return None


def vergeet_plek(kluis: OpenKluis) -> None:
    """The work was put down in the ordinary way: there is nothing to come back to."""
    with contextlib.suppress(OSError):
        _pad(kluis).unlink(missing_ok=True)


def vergeet_alle_plekken(kluis: OpenKluis) -> None:
    """Nobody comes back to what was typed before a file was destroyed; who works now is noted anew at the next key."""
    with contextlib.suppress(OSError):
        for pad in (gebruikersmap() / _MAP).glob(f"{kluis.kluis_id}-*"):
            pad.unlink(missing_ok=True)


def _pad(kluis: OpenKluis) -> Path:
    slot = kluis.sleutelbestand.slot(kluis.gebruiker.naam)
    merk = slot.certificaat.sleutel[:16] if slot is not None else ""
    return gebruikersmap() / _MAP / f"{kluis.kluis_id}-{merk}.plek"


def _ruim_oude_op() -> None:
    grens = time.time() - _NA_SECONDEN
    with contextlib.suppress(OSError):
        for pad in (gebruikersmap() / _MAP).iterdir():
            if pad.suffix in (".plek", ".part") and pad.stat().st_mtime < grens:
                pad.unlink(missing_ok=True)
