"""The state of an open vault: compare it with what was seen before, count openings, remember it anew."""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from zvh_desktop.database.bestand.engine import LEZEN
from zvh_desktop.database.sleutels.sleutelbestand import Sleutelbestand
from zvh_desktop.database.terugzetten.onthouden import (
    Stand,
    lees_gebruikersstand,
    lees_kluisstand,
    lees_stand,
    schrijf_gebruikersstand,
    schrijf_kluisstand,
    standnaam,
    vergelijk,
    verhoog_zitting,
)

_WEES = re.compile(r"(?:db-\d+\.sqlite(?:-wal|-shm|-journal)?|stand-\d+\.json|.*\.[0-9a-f]{8}\.part)")
_BIJBESTAND = re.compile(r"-(?:wal|shm|journal)$")


@dataclass(frozen=True, slots=True, repr=False)
class Bron:
    """What belongs together and changes together when the database key is renewed."""

    kluismap: Path
    bestand: Sleutelbestand
    sleutel: bytes
    engine: Engine

    @property
    def databasepad(self) -> Path:
        """The database file that counts now."""
        return self.kluismap / self.bestand.database


def lees_nu(bron: Bron) -> Stand:
    """The state of the database as it is now."""
    with bron.engine.execution_options(**{LEZEN: True}).connect() as verbinding:
        return lees_stand(verbinding, bron.bestand.kluis_id, bron.bestand.register.nummer)


def onthoud(bron: Bron) -> None:
    """Write the present state into the vault folder and into this user's own folder."""
    stand = lees_nu(bron)
    schrijf_kluisstand(bron.kluismap, bron.bestand.epoche, stand, bron.sleutel)
    schrijf_gebruikersstand(stand)


def controleer_stand(bron: Bron) -> tuple[str, ...]:
    """Findings when an older database, key file or folder was put back."""
    bevindingen: list[str] = []
    with bron.engine.execution_options(**{LEZEN: True}).connect() as verbinding:
        nu = lees_stand(verbinding, bron.bestand.kluis_id, bron.bestand.register.nummer)
        try:
            gezien = lees_kluisstand(bron.kluismap, bron.bestand.epoche, bron.sleutel)
        except ValueError:
            bevindingen.append("De onthouden stand in de kluismap ontbreekt of is gewijzigd.")
        else:
            bevindingen += vergelijk(verbinding, nu, gezien, "kluismap")
        try:
            eigen = lees_gebruikersstand(bron.bestand.kluis_id)
        except ValueError:
            bevindingen.append("De stand die op deze computer is onthouden, is niet te lezen.")
        else:
            bevindingen += () if eigen is None else vergelijk(verbinding, nu, eigen, "deze computer")
    return tuple(bevindingen)


def tel_zitting(bron: Bron, boven: int = 0) -> None:
    """Count one opening or closing inside the database, so that an older file shows."""
    with bron.engine.begin() as verbinding:
        verhoog_zitting(verbinding, boven)


def hoogste_zitting(bron: Bron) -> int:
    """The highest count remembered anywhere; an accepted state must come above it."""
    zittingen = [0]
    with contextlib.suppress(ValueError):
        zittingen.append(lees_kluisstand(bron.kluismap, bron.bestand.epoche, bron.sleutel).zitting)
    with contextlib.suppress(ValueError):
        eigen = lees_gebruikersstand(bron.bestand.kluis_id)
        zittingen.append(eigen.zitting if eigen else 0)
    return max(zittingen)


def ruim_wezen_op(bron: Bron) -> None:
    """Remove what an interrupted change of keys left behind: only files this program names so itself."""
    houden = {bron.bestand.database, standnaam(bron.bestand.epoche)}
    for pad in bron.kluismap.iterdir():
        if _WEES.fullmatch(pad.name) and _BIJBESTAND.sub("", pad.name) not in houden:
            with contextlib.suppress(OSError):
                pad.unlink()
