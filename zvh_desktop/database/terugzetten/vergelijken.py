"""The state of an open vault: compare it with what was seen before, count openings, remember it anew."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.engine import LEZEN
from zvh_desktop.database.bestand.vertaling import vertaal_fout
from zvh_desktop.database.keten.schakels import Zegel
from zvh_desktop.database.sleutels.sleutelbestand import Sleutelbestand
from zvh_desktop.database.terugzetten.onthouden import (
    DEZE_COMPUTER,
    KLUISMAP,
    Bevinding,
    Eigenaar,
    Gezien,
    OnthoudenStand,
    Waarneming,
    lees_gebruikersstand,
    lees_kluisstand,
    lees_oude_gebruikersstand,
    lees_stand,
    schrijf_gebruikersstand,
    schrijf_kluisstand,
    standnaam,
    vergelijk,
    verhoog_zitting,
)

_WEES = re.compile(r"(?:db-\d+\.sqlite(?:-wal|-shm|-journal)?|stand-\d+\.json|.*\.[0-9a-f]{8}\.part)")
NOG_NIETS_GEZIEN = (
    "Op deze computer is nog niet onthouden tot waar u de ondertekende besluiten van deze kluis zag. Opende u de kluis "
    "hier al eerder, meld dit dan bij uw beheerder: iemand kan het hebben weggehaald. Vergelijk anders de code in de "
    "voet van een recent document met die van een nieuw document."
)
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


def lees_nu(bron: Bron) -> OnthoudenStand:
    """The state of the database as it is now."""
    with bron.engine.execution_options(**{LEZEN: True}).connect() as verbinding:
        return lees_stand(verbinding, bron.bestand.geheugen_id, bron.bestand.register.nummer)


def onthoud(bron: Bron, eigen: Eigenaar, waarneming: Waarneming) -> None:
    """Write the present state into the vault folder and into this user's own folder."""
    stand = lees_nu(bron)
    schrijf_kluisstand(bron.kluismap, bron.bestand.epoche, stand, bron.sleutel)
    schrijf_gebruikersstand(eigen, waarneming.bij(stand))


def lees_zegel(bron: Bron, eigen: Eigenaar) -> Zegel | None:
    """Up to where this user verified the signatures before; None when that is not known for certain."""
    gezien = lees_gezien(bron, eigen)
    return None if gezien is None else gezien.zegel


def lees_gezien(bron: Bron, eigen: Eigenaar) -> Gezien | None:
    """What this user saw last on this computer; None where that is not known for certain."""
    with contextlib.suppress(ValueError):
        return lees_gebruikersstand(bron.bestand.geheugen_id, eigen)
    return None


def eerste_keer(bron: Bron, eigen: Eigenaar) -> bool:
    """Whether there are statements, and nothing on this computer tells which of them this user saw before.

    A koffer is new on every computer; what it holds is tied to the chain of the office.
    """
    if bron.bestand.koffer is not None:
        return False
    with contextlib.suppress(ValueError):
        if lees_gebruikersstand(bron.bestand.geheugen_id, eigen) is None:
            return lees_nu(bron).verklaring.nummer > 0
    return False


def controleer_stand(bron: Bron, eigen: Eigenaar) -> tuple[Bevinding, ...]:
    """Findings when an older database, key file or folder was put back."""
    bevindingen: list[Bevinding] = []
    with bron.engine.execution_options(**{LEZEN: True}).connect() as verbinding:
        nu = lees_stand(verbinding, bron.bestand.geheugen_id, bron.bestand.register.nummer)
        try:
            gezien = lees_kluisstand(bron.kluismap, bron.bestand.epoche, bron.sleutel)
        except ValueError:
            bevindingen.append(
                Bevinding("De onthouden stand in de kluismap ontbreekt of is gewijzigd.", ouder=False, door=KLUISMAP)
            )
        else:
            bevindingen += vergelijk(verbinding, nu, gezien, KLUISMAP)
        try:
            eigen_stand = _eigen_stand(bron, eigen)
        except ValueError:
            zin = "De stand die op deze computer is onthouden, is niet te lezen of niet door u geschreven."
            bevindingen.append(Bevinding(zin, ouder=True))
        else:
            bevindingen += () if eigen_stand is None else vergelijk(verbinding, nu, eigen_stand, DEZE_COMPUTER)
    return tuple(bevindingen)


def _eigen_stand(bron: Bron, eigen: Eigenaar) -> OnthoudenStand | None:
    gezien = lees_gebruikersstand(bron.bestand.geheugen_id, eigen)
    return gezien.stand if gezien is not None else lees_oude_gebruikersstand(bron.bestand.geheugen_id)


def tel_zitting(bron: Bron) -> None:
    """Count one opening or closing inside the database, so that an older file shows."""
    with bron.engine.begin() as verbinding:
        verhoog_zitting(verbinding)


def aanvaard(bron: Bron, eigen: Eigenaar, erbij: Callable[[Session], None]) -> None:
    """Take the database as it is for the newest: counted above what was seen, signed, logged and remembered, or none.

    What is remembered is written before the commit: when only that fails, the older state is found again.
    """
    boven = hoogste_zitting(bron, eigen)
    with vertaal_fout(bron.kluismap), Session(bron.engine) as sessie, sessie.begin():
        verhoog_zitting(sessie.connection(), boven)
        erbij(sessie)
        stand = lees_stand(sessie.connection(), bron.bestand.geheugen_id, bron.bestand.register.nummer)
        schrijf_kluisstand(bron.kluismap, bron.bestand.epoche, stand, bron.sleutel)
        schrijf_gebruikersstand(eigen, Gezien(stand, None))


def hoogste_zitting(bron: Bron, eigen: Eigenaar) -> int:
    """The highest count remembered anywhere; an accepted state must come above it."""
    zittingen = [0]
    with contextlib.suppress(ValueError):
        zittingen.append(lees_kluisstand(bron.kluismap, bron.bestand.epoche, bron.sleutel).zitting)
    with contextlib.suppress(ValueError):
        eigen_stand = _eigen_stand(bron, eigen)
        zittingen.append(eigen_stand.zitting if eigen_stand is not None else 0)
    return max(zittingen)


def ruim_wezen_op(bron: Bron) -> None:
    """Remove what an interrupted change of keys left behind: only files this program names so itself."""
    houden = {bron.bestand.database, standnaam(bron.bestand.epoche)}
    for pad in bron.kluismap.iterdir():
        if _WEES.fullmatch(pad.name) and _BIJBESTAND.sub("", pad.name) not in houden:
            with contextlib.suppress(OSError):
                pad.unlink()
