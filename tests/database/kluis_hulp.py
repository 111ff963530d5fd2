"""Names and small acts that the tests of the vault share."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.canoniek import canoniek
from zvh_desktop.database.keten.logketen import schrijf_logregel
from zvh_desktop.database.kluis import OpenKluis
from zvh_desktop.models.keuzes import Rol

BEHEER, TWEEDE_BEHEER, REGIE, MEDEWERKER = "beheer", "reserve-beheer", "regie", "medewerker"
SLEUTELS = "sleutels.json"
TIJD = datetime(2026, 4, 1, 12, 0, tzinfo=UTC)

Openen = Callable[..., OpenKluis]


def oordeel_inhoud(nummer: int) -> dict[str, object]:
    """What a service would have signed."""
    return {"casus": f"2026-{nummer:04}", "partij": nummer, "uitkomst": "rechtmatig", "geldig_tot": None}


def log_iets(sessie: Session, nummer: int = 1) -> None:
    """One line in the log."""
    schrijf_logregel(
        sessie,
        tijd=TIJD,
        gebruiker=REGIE,
        rol=Rol.PROCESREGISSEUR,
        handeling="oordeel_gegeven",
        object_soort="casus",
        object_id=nummer,
        resultaat="gelukt",
        herkomst="toets",
    )


def wijzig_json(kluismap: Path, wijzig: Callable[[dict[str, Any]], None]) -> None:
    """Edit the key file by hand, but keep its form: only the meaning is false."""
    pad = kluismap / SLEUTELS
    waarde = json.loads(pad.read_bytes())
    wijzig(waarde)
    pad.write_bytes(canoniek(waarde) + b"\n")


def keer_om(pad: Path, plaats: int) -> None:
    """Change one byte of a file."""
    gegevens = bytearray(pad.read_bytes())
    gegevens[plaats % len(gegevens)] ^= 0x01
    pad.write_bytes(bytes(gegevens))
