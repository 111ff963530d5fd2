"""The backups that stand somewhere: found, told apart, and the ones too many taken away.

Nothing is opened here and no password is asked: a login has to be able to list what is there when the vault itself
cannot be read any more. What was made by hand is never taken away.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from zvh_desktop.database.bestand.canoniek import uit_canoniek
from zvh_desktop.database.kopie.kenmerk import Kopiesoort
from zvh_desktop.database.kopie.kopiebewijs import KOPIEBESTAND, controleer_kopiebewijs, lees_kenmerk
from zvh_desktop.database.sleutels.sleutelbytes import BESTANDSNAAM

_ACHTER = " reservekopie"
_ACHTERVOEGSEL = ".kluis"
_MAX_STAND = 64 * 1024


@dataclass(frozen=True, slots=True)
class Kopie:
    """One backup as it stands there.

    ``log`` and ``verklaring`` are the last numbers in it; ``log_hash`` belongs to that line of the log.
    """

    map: Path
    kluis_id: str
    gemaakt: datetime
    soort: Kopiesoort
    log: int
    log_hash: str
    verklaring: int


def standaardplaats(kluismap: Path) -> Path:
    """Where backups go by themselves: beside the vault, and not in it."""
    return kluismap.with_name(f"{kluismap.stem}{_ACHTER}")


def kopienaam(kluismap: Path, moment: datetime) -> str:
    """The name of the folder of a backup that is made at this moment, in the time of its user."""
    return f"{kluismap.stem} {moment:%Y-%m-%d %H.%M.%S}{_ACHTERVOEGSEL}"


def zelfde_schijf(een: Path, ander: Path) -> bool:
    """Whether both stand on one disk, as far as the operating system tells; True where that cannot be known."""
    try:
        return _apparaat(een) == _apparaat(ander)
    except OSError:
        return True


def zoek_kopieen(plaatsen: Iterable[Path], kluis_id: str = "") -> tuple[Kopie, ...]:
    """The backups in these folders, the newest first; of one vault when that is known."""
    gevonden: dict[Path, Kopie] = {}
    for plaats in plaatsen:
        for map_ in _mappen(plaats):
            kopie = lees_kopie(map_)
            if kopie is not None and kluis_id in ("", kopie.kluis_id):
                gevonden.setdefault(map_.resolve(), kopie)
    return tuple(sorted(gevonden.values(), key=_moment, reverse=True))


def lees_kopie(map_: Path) -> Kopie | None:
    """The backup in this folder; None when there is none, or it cannot be told which."""
    bewijs = map_ / KOPIEBESTAND
    try:
        if not bewijs.is_file() or not (map_ / BESTANDSNAAM).is_file():
            return None
        stand = _lees_stand(map_)
        # a backup of an earlier version does not say when it was made; its last file does
        geschreven = datetime.fromtimestamp(bewijs.stat().st_mtime, UTC)
    except OSError:
        return None
    if stand is None:
        return None
    kenmerk = lees_kenmerk(map_)
    return Kopie(
        map=map_,
        kluis_id=str(stand["kluis"]),
        gemaakt=kenmerk.gemaakt if kenmerk is not None else geschreven,
        soort=kenmerk.soort if kenmerk is not None else Kopiesoort.HAND,
        log=int(stand["log"]["nummer"]),
        log_hash=str(stand["log"]["hash"]),
        verklaring=int(stand["verklaring"]["nummer"]),
    )


def is_heel(kopie: Path) -> bool:
    """Whether every file of the backup is there and as it was made."""
    try:
        return not controleer_kopiebewijs(kopie)
    except OSError:
        return False


def overtollig(kopieen: Iterable[Kopie], houd: int, te_oud: Callable[[datetime], bool]) -> tuple[Kopie, ...]:
    """Which of the backups that were made by themselves may go; the newest of them never.

    Of one day the last counts, ``houd`` days are kept, and nothing that is ``te_oud``.
    """
    vanzelf = sorted((kopie for kopie in kopieen if kopie.soort is not Kopiesoort.HAND), key=_moment, reverse=True)
    weg: list[Kopie] = []
    dagen: set[tuple[date, Kopiesoort]] = set()
    for kopie in vanzelf[1:] if vanzelf else ():
        dagen.add(_dag(vanzelf[0]))
        if te_oud(kopie.gemaakt) or _dag(kopie) in dagen or len(dagen) >= houd:
            weg.append(kopie)
        else:
            dagen.add(_dag(kopie))
    return tuple(weg)


def verwijder_kopie(map_: Path) -> bool:
    """Take a backup away; False when something of it stays. First what opens it, last what it is known by."""
    with contextlib.suppress(OSError):
        (map_ / BESTANDSNAAM).unlink(missing_ok=True)
        for pad in sorted(map_.iterdir(), key=lambda deel: deel.name == KOPIEBESTAND):
            pad.unlink(missing_ok=True)
        map_.rmdir()
    return not map_.exists()


def verwijder_map(map_: Path) -> bool:
    """Take a whole vault away that was put aside; False when something of it stays."""
    with contextlib.suppress(OSError):
        (map_ / BESTANDSNAAM).unlink(missing_ok=True)
    shutil.rmtree(map_, ignore_errors=True)
    return not map_.exists()


def _mappen(plaats: Path) -> Iterator[Path]:
    """The folder itself, what stands in it, and what stands in a folder of backups in it."""
    yield plaats
    for map_ in _inhoud(plaats):
        if map_.name.endswith(_ACHTER):
            yield from _inhoud(map_)
        else:
            yield map_


def _inhoud(map_: Path) -> list[Path]:
    try:
        with os.scandir(map_) as delen:
            return [Path(deel.path) for deel in delen if deel.is_dir()]
    except OSError:
        return []


def _lees_stand(map_: Path) -> dict[str, Any] | None:
    """The newest state that stands sealed in the copy; here it is only read, not verified."""
    for pad in sorted(map_.glob("stand-*.json")):
        with pad.open("rb") as bestand:
            gegevens = bestand.read(_MAX_STAND)
        try:
            waarde = uit_canoniek(gegevens.removesuffix(b"\n"))
        except ValueError:
            continue
        stand = waarde.get("stand") if isinstance(waarde, dict) else None
        if _is_stand(stand):
            return stand
    return None


def _is_stand(stand: object) -> bool:
    if not isinstance(stand, dict) or not isinstance(stand.get("kluis"), str):
        return False
    koppen = (stand.get("log"), stand.get("verklaring"))
    return all(isinstance(kop, dict) and isinstance(kop.get("nummer"), int) and "hash" in kop for kop in koppen)


def _apparaat(pad: Path) -> int:
    bestaand = next(deel for deel in (pad.absolute(), *pad.absolute().parents) if deel.exists())
    return bestaand.stat().st_dev


def _moment(kopie: Kopie) -> datetime:
    return kopie.gemaakt


def _dag(kopie: Kopie) -> tuple[date, Kopiesoort]:
    return kopie.gemaakt.astimezone().date(), kopie.soort
