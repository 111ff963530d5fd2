"""The backups one can choose from, as they are shown: with an open vault, and at the login without one."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from zvh_desktop.database.bestand.bestanden import maak_map, schrijf_heel
from zvh_desktop.database.kluiskop import lees_kop
from zvh_desktop.database.kopie.kenmerk import Kopiesoort
from zvh_desktop.database.kopie.voorraad import Kopie, is_heel, standaardplaats, zelfde_schijf, zoek_kopieen
from zvh_desktop.errors import GebruikersFout
from zvh_desktop.paths import gebruikersmap
from zvh_desktop.services.kluis.gegevens import Voortgang

SOORTEN: Final = {
    Kopiesoort.HAND: "met de hand gemaakt",
    Kopiesoort.VANZELF: "vanzelf gemaakt",
    Kopiesoort.BIJWERKEN: "gemaakt voor het bijwerken van de kluis",
}
_PLAATSEN: Final = "kopieplaatsen.json"


@dataclass(frozen=True, slots=True)
class Verlies:
    """What is not in a backup and is in the vault of now. ``laatste`` are the last lines of the log, newest first.

    ``zin`` says all of it where no line can be read.
    """

    zin: str
    soorten: tuple[tuple[str, int], ...] = ()
    laatste: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KopieRegel:
    """One backup to choose. ``heel``: every file of it was read just now, and is as it was made."""

    map: Path
    gemaakt: datetime
    soort: str
    elders: bool
    heel: bool
    verlies: Verlies


def kopieplaatsen(kluismap: Path, tweede: Path | None = None) -> tuple[Path, ...]:
    """Where backups of this vault are looked for, each folder once."""
    beide = [standaardplaats(kluismap)]
    for plaats in (tweede, onthouden_plaats(kluismap)):
        if plaats is not None:
            beide += [plaats / standaardplaats(kluismap).name, plaats]
    beide.append(gebruikersmap() / standaardplaats(kluismap).name)
    return tuple(dict.fromkeys(beide))


def onthoud_plaats(kluismap: Path, tweede: Path | None) -> None:
    """Remember on this computer where the second place is, for when the vault itself cannot say so any more."""
    alle = _lees_plaatsen()
    sleutel = str(kluismap.absolute())
    nieuw = {**{naam: plek for naam, plek in alle.items() if naam != sleutel}}
    if tweede is not None:
        nieuw[sleutel] = str(tweede)
    if nieuw != alle:
        with contextlib.suppress(OSError):
            maak_map(gebruikersmap())
            schrijf_heel(gebruikersmap() / _PLAATSEN, json.dumps(nieuw).encode())


def onthouden_plaats(kluismap: Path) -> Path | None:
    """The second place as it was remembered here."""
    plek = _lees_plaatsen().get(str(kluismap.absolute()))
    return Path(plek) if plek else None


def lees_regels(
    kopieen: Sequence[Kopie], kluismap: Path, verlies: Callable[[Kopie], Verlies], voortgang: Voortgang
) -> tuple[KopieRegel, ...]:
    """Each backup read through, the newest first. May take seconds per backup."""
    regels = []
    for nummer, kopie in enumerate(kopieen):
        voortgang(nummer, len(kopieen), f"Reservekopie {nummer + 1} van {len(kopieen)} nakijken")
        regels.append(
            KopieRegel(
                map=kopie.map,
                gemaakt=kopie.gemaakt,
                soort=SOORTEN[kopie.soort],
                elders=not zelfde_schijf(kopie.map, kluismap),
                heel=is_heel(kopie.map),
                verlies=verlies(kopie),
            )
        )
    return tuple(regels)


def kopieen_zonder_kluis(kluismap: Path, erbij: Iterable[Path], voortgang: Voortgang) -> tuple[KopieRegel, ...]:
    """What there is for a vault that does not open: beside it, at the remembered place, and in ``erbij``."""
    kluis_id = ""
    with contextlib.suppress(GebruikersFout):
        kluis_id = lees_kop(kluismap).kluis_id
    kopieen = zoek_kopieen((*kopieplaatsen(kluismap), *erbij), kluis_id)
    gezien = {kluis: _laatst_gezien(kluis) for kluis in {kopie.kluis_id for kopie in kopieen}}
    return lees_regels(kopieen, kluismap, lambda kopie: _verschil(kopie, gezien[kopie.kluis_id]), voortgang)


def _verschil(kopie: Kopie, gezien: int | None) -> Verlies:
    if gezien is None:
        return Verlies("Op deze computer is niet bekend wat er na deze reservekopie nog is gedaan.")
    aantal = gezien - kopie.log
    if aantal <= 0:
        return Verlies("Zover op deze computer bekend is, mist er niets.")
    wat = "1 handeling" if aantal == 1 else f"{aantal} handelingen"
    return Verlies(
        f"Wat u hier het laatst zag, had {wat} meer. Welke dat zijn, is pas te zien als de kluis zelf opengaat."
    )


def _laatst_gezien(kluis_id: str) -> int | None:
    """The highest number in the log that anybody saw on this computer."""
    nummers = []
    for pad in (gebruikersmap() / "hoofden").glob(f"{kluis_id}-*.json"):
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            nummers.append(int(json.loads(pad.read_bytes())["stand"]["log"]["nummer"]))
    return max(nummers, default=None)


def _lees_plaatsen() -> dict[str, str]:
    try:
        waarde = json.loads((gebruikersmap() / _PLAATSEN).read_bytes())
    except (OSError, ValueError):
        return {}
    return {str(naam): str(plek) for naam, plek in waarde.items()} if isinstance(waarde, dict) else {}
