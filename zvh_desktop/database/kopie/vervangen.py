"""The sign in a vault that a backup took the place of: since when, and so that nobody works on in it by mistake."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from zvh_desktop.database.bestand.bestanden import schrijf_heel
from zvh_desktop.errors import AlleenLezen

VERVANGEN = "vervangen.json"


def schrijf_vervangen(map_: Path, nu: datetime) -> None:
    """Put the sign in."""
    sinds = nu.astimezone(UTC).replace(microsecond=0).isoformat()
    schrijf_heel(map_ / VERVANGEN, json.dumps({"sinds": sinds}).encode())


def vervangen_sinds(map_: Path) -> datetime | None:
    """Since when this vault has been put aside; None for one that was not."""
    try:
        return datetime.fromisoformat(json.loads((map_ / VERVANGEN).read_bytes()[:4096])["sinds"])
    except (OSError, ValueError, TypeError, KeyError):
        return None


def eis_niet_vervangen(map_: Path) -> None:
    """Refuse to work in a vault that was put aside: what is written there nobody finds again. Raises AlleenLezen."""
    sinds = vervangen_sinds(map_)
    if sinds is not None:
        raise AlleenLezen(
            f"Deze kluis is op {sinds.astimezone():%d-%m-%Y om %H:%M} vervangen door een reservekopie.",
            veilig="Er is niets gewijzigd.",
            advies="Open hem om alleen te lezen, of open de kluis die ervoor in de plaats kwam.",
        )
