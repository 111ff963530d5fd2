"""The sign in a vault that a backup took the place of: since when, and so that nobody works on in it by mistake."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from zvh_desktop.database.bestand.bestanden import schrijf_heel
from zvh_desktop.errors import AlleenLezen

VERVANGEN = "vervangen.json"
_SERVER = "server"


def schrijf_vervangen(map_: Path, nu: datetime, *, door_server: bool = False) -> None:
    """Put the sign in. ``door_server``: what stood in it was brought to a server, where the work goes on."""
    sinds = nu.astimezone(UTC).replace(microsecond=0).isoformat()
    erbij = {"door": _SERVER} if door_server else {}
    schrijf_heel(map_ / VERVANGEN, json.dumps({"sinds": sinds, **erbij}).encode())


def vervangen_sinds(map_: Path) -> datetime | None:
    """Since when this vault has been put aside; None for one that was not."""
    try:
        return datetime.fromisoformat(json.loads((map_ / VERVANGEN).read_bytes()[:4096])["sinds"])
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _door_server(map_: Path) -> bool:
    try:
        return bool(json.loads((map_ / VERVANGEN).read_bytes()[:4096]).get("door") == _SERVER)
    except (OSError, ValueError, AttributeError):
        return False


def eis_niet_vervangen(map_: Path) -> None:
    """Refuse to work in a vault that was put aside: what is written there nobody finds again. Raises AlleenLezen."""
    sinds = vervangen_sinds(map_)
    if sinds is not None and _door_server(map_):
        raise AlleenLezen(
            f"Wat in deze kluis stond, is op {sinds.astimezone():%d-%m-%Y om %H:%M} naar een server gebracht.",
            veilig="Er is niets gewijzigd.",
            advies="Werk op de server verder, of open de kluis om alleen te lezen.",
        )
    if sinds is not None:
        raise AlleenLezen(
            f"Deze kluis is op {sinds.astimezone():%d-%m-%Y om %H:%M} vervangen door een reservekopie.",
            veilig="Er is niets gewijzigd.",
            advies="Open hem om alleen te lezen, of open de kluis die ervoor in de plaats kwam.",
        )
