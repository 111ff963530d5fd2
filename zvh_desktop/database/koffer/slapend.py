"""Koffers that sleep on this computer: kept fresh for when the line to a server falls away (ADR 0101).

A sleeping koffer is whole but for the name of its key file, so no login opens it by mistake. It wakes by two renames:
out of the place where a fresher one would take its place, and then its key file. A process that is killed between them
leaves one that wakes the next time.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from zvh_desktop.database.bestand.bestanden import maak_map, vervang
from zvh_desktop.database.bestand.vertaling import vertaal_fout
from zvh_desktop.database.sleutels.sleutelbytes import BESTANDSNAAM
from zvh_desktop.paths import gebruikersmap

_MAP: Final = "dagkoffer"
_AAN: Final = "aan"
"""An empty file: kept fresh on this computer."""
_SLAPEND: Final = "slapend"
_SLEUTELS: Final = f"{BESTANDSNAAM}.slaapt"
_EINDE: Final = ".koffer"
_OVERLEG: Final = "Overleg "
_TUSSEN: Final = "+"
"""Between the numbers of tafels; a name that Windows takes."""


@dataclass(frozen=True, slots=True)
class Slapende:
    """One koffer that sleeps: of when it is, and a print of what is in it."""

    map: Path
    van: datetime
    afdruk: str
    overleggen: tuple[int, ...]


class Slaapplaats:
    """Of one account of one house on this computer; known by numbers alone."""

    def __init__(self, kluis_id: str, serienummer: int) -> None:
        self._huis = gebruikersmap() / _MAP / kluis_id
        self._map = self._huis / str(serienummer)

    @property
    def aan(self) -> bool:
        """Whether one is kept fresh here."""
        return (self._map / _AAN).is_file()

    def zet(self, *, aan: bool) -> None:
        """From now on, or not any more: then what sleeps goes."""
        with vertaal_fout(self._huis.parent):
            if aan:
                maak_map(self._map)
                (self._map / _AAN).touch()
            else:
                (self._map / _AAN).unlink(missing_ok=True)
                self.wis()

    def nieuwe(self, dag: date, overleggen: Collection[int], afdruk: str) -> Path:
        """Where the next one comes, of this day and with these tafels."""
        slaapt = self._map / _SLAPEND
        with vertaal_fout(self._huis.parent):
            if not slaapt.is_dir():
                maak_map(self._map)
                maak_map(slaapt)
        hoogste = max((_nummer(map_) for map_ in self._slapend()), default=0)
        tafels = _TUSSEN.join(map(str, overleggen))
        return slaapt / f"{hoogste + 1}-{dag:%Y%m%d}-{tafels}-{afdruk}{_EINDE}"

    def laatste(self) -> Slapende | None:
        """The freshest that is whole."""
        heel = [map_ for map_ in self._slapend() if (map_ / _SLEUTELS).is_file()]
        if not heel:
            return None
        map_ = max(heel, key=_nummer)
        van = datetime.fromtimestamp((map_ / _SLEUTELS).stat().st_mtime).astimezone()
        _, _, tafels, afdruk = map_.name.removesuffix(_EINDE).split("-")
        return Slapende(map_, van, afdruk, _getallen(tafels))

    def wis(self, behalve: Path | None = None) -> None:
        """What sleeps goes, keys first; also what a killed process left half made."""
        for map_ in tuple((self._map / _SLAPEND).iterdir()) if (self._map / _SLAPEND).is_dir() else ():
            if map_ != behalve:
                gooi_weg(map_)

    def wis_wat_niet_hoort(self, dag: date, nummers: Collection[int]) -> None:
        """Of every account of this house: what is of another day than this, or of one that is not among these."""
        for map_ in tuple(self._huis.glob(f"*/{_SLAPEND}/*")):
            van_nu = map_.name.split("-")[1:2] == [f"{dag:%Y%m%d}"]
            if not van_nu or map_.parent.parent.name not in {str(nummer) for nummer in nummers}:
                gooi_weg(map_)

    def wek(self) -> Path | None:
        """Let the freshest begin: from here on it is a koffer as another. None where none sleeps.

        One that was begun and not yet brought back goes before: two would be begun apart.
        """
        begonnen, laatste = self.wakker(), self.laatste()
        if begonnen or laatste is None:
            return begonnen[-1] if begonnen else None
        with vertaal_fout(self._huis.parent):
            naam = f"{_OVERLEG}{_TUSSEN.join(map(str, laatste.overleggen))}"
            doel = next(plek for plek in _namen(self._map, naam) if not plek.exists())
            vervang(laatste.map, doel)
            self._maak_wakker(doel)
            return doel

    def wakker(self) -> tuple[Path, ...]:
        """Those that were begun and not yet brought back; ``overleggen_in`` tells with which tafels."""
        for map_ in self._map.glob(f"*{_EINDE}"):
            self._maak_wakker(map_)
        return tuple(sorted(map_ for map_ in self._map.glob(f"*{_EINDE}") if (map_ / BESTANDSNAAM).is_file()))

    def _slapend(self) -> tuple[Path, ...]:
        return tuple(map_ for map_ in (self._map / _SLAPEND).glob(f"*-*-*-*{_EINDE}") if _nummer(map_))

    @staticmethod
    def _maak_wakker(map_: Path) -> None:
        if (map_ / _SLEUTELS).is_file():
            vervang(map_ / _SLEUTELS, map_ / BESTANDSNAAM)


def overleggen_in(wakker: Path) -> tuple[int, ...]:
    """Which tafels are in a koffer that was woken."""
    return _getallen(wakker.name.removeprefix(_OVERLEG).removesuffix(_EINDE).partition(" ")[0])


def laat_slapen(map_: Path) -> None:
    """What was just made, before it takes its place."""
    vervang(map_ / BESTANDSNAAM, map_ / _SLEUTELS)


def gooi_weg(map_: Path) -> None:
    """The keys first: what stays when that fails opens for nobody."""
    for naam in (BESTANDSNAAM, _SLEUTELS):
        (map_ / naam).unlink(missing_ok=True)
    shutil.rmtree(map_, ignore_errors=True)


def _getallen(tekst: str) -> tuple[int, ...]:
    return tuple(int(deel) for deel in tekst.split(_TUSSEN) if deel.isdecimal())


def _nummer(map_: Path) -> int:
    voor = map_.name.partition("-")[0]
    return int(voor) if voor.isdecimal() else 0


def _namen(map_: Path, naam: str) -> Iterator[Path]:
    yield map_ / f"{naam}{_EINDE}"
    nummer = 2
    while True:
        yield map_ / f"{naam} ({nummer}){_EINDE}"
        nummer += 1
