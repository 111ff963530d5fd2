"""Koffers that sleep on this computer: kept fresh for when the line to a server falls away (ADR 0101).

A sleeping koffer is whole but for the name of its key file, so no login opens it by mistake. It wakes by two renames:
out of the place where a fresher one would take its place, and then its key file. A process that is killed between them
leaves one that wakes the next time.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from zvh_desktop.database.bestand.bestanden import maak_map, vervang
from zvh_desktop.database.bestand.vertaling import vertaal_fout
from zvh_desktop.database.openkluis import OpenKluis
from zvh_desktop.database.sleutels.primitieven import leid_af, mac
from zvh_desktop.database.sleutels.sleutelbestand import Sleutelbestand, lees_sleutelbestand, ontleed
from zvh_desktop.database.sleutels.sleutelbytes import BESTANDSNAAM
from zvh_desktop.errors import KluisFout
from zvh_desktop.paths import gebruikersmap

_DOEL: Final = b"zvh-koffer slaapplaats v1"
_MERK: Final = 32
"""So many letters."""
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
    """One koffer that sleeps: of when it is, and a print of what is in it. Without a time it was begun."""

    map: Path
    van: datetime | None
    afdruk: str
    overleggen: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Gewekt:
    """One that was begun: for whom it is sealed, and its day."""

    map: Path
    namen: tuple[str, ...]
    """Of the accounts."""
    getoond: str
    """The same as they are shown."""
    dag: date

    @classmethod
    def van(cls, map_: Path) -> Gewekt | None:
        """None where it is no koffer, or its key file cannot be read."""
        try:
            sleutels = lees_sleutelbestand(map_)
        except (KluisFout, OSError):
            return None
        wie = [slot.certificaat for slot in sleutels.gebruikers]
        if sleutels.koffer is None:
            return None
        getoond = " en ".join(een.weergavenaam for een in wie)
        return cls(map_, tuple(een.naam for een in wie), getoond, sleutels.koffer.tot)


class Slaapplaats:
    """Of one account of one house on this computer; known by a mark that stays whatever roles and keys it gets.

    The mark is the name under the root key of the house, so the folder tells nobody who it is.
    """

    def __init__(self, kluis: OpenKluis) -> None:
        self._kluis = kluis
        self._huis = gebruikersmap() / _MAP / kluis.kluis_id
        self._map = self._huis / self._merk(kluis.gebruiker.naam)

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

    def laatste(self, dag: date) -> Slapende | None:
        """The freshest of this day that is whole."""
        return _laatste(self._slapend(), dag)

    def wis(self, behalve: Path | None = None) -> None:
        """What sleeps goes, keys first; also what a killed process left half made."""
        for map_ in tuple((self._map / _SLAPEND).iterdir()) if (self._map / _SLAPEND).is_dir() else ():
            if map_ != behalve:
                gooi_weg(map_)

    def wis_wat_niet_hoort(self, dag: date, namen: Iterable[str]) -> None:
        """Of every account of this house: what is of another day than this, or of one that is not among these."""
        merken = {self._merk(naam) for naam in namen}
        for map_ in tuple(self._huis.glob(f"*/{_SLAPEND}/*")):
            if not _is_van(map_, dag) or map_.parent.parent.name not in merken:
                gooi_weg(map_)

    def wek(self, dag: date) -> Path | None:
        """Let the freshest of this day begin: from here on it is a koffer as another. None where none sleeps.

        One that was begun and not yet brought back goes before: two would be begun apart.
        """
        naam = self._kluis.gebruiker.naam
        begonnen = [map_ for map_ in self.wakker() if _sleutels(map_, naam, dag) is not None]
        laatste = self.laatste(dag)
        if begonnen or laatste is None:
            return begonnen[-1] if begonnen else None
        return laat_beginnen(laatste)

    def wakker(self) -> tuple[Path, ...]:
        """Those that were begun and not yet brought back; ``overleggen_in`` tells with which tafels.

        Work is in them, so it counts for whom they are sealed, and not where they stand.
        """
        alle = tuple(self._huis.glob(f"*/*{_EINDE}"))
        for map_ in alle:
            _maak_wakker(map_)
        return tuple(sorted(map_ for map_ in alle if (map_ / BESTANDSNAAM).is_file() and self._is_eigen(map_)))

    def gewekt(self) -> tuple[Gewekt, ...]:
        """All that were begun here and can still be opened by somebody, whoever that is."""
        gevonden = [Gewekt.van(map_) for map_ in sorted(self._huis.glob(f"*/*{_EINDE}"))]
        return tuple(een for een in gevonden if een is not None)

    def _merk(self, naam: str) -> str:
        return mac(leid_af(self._kluis.wortel.sleutel, _DOEL), naam.encode()).hex()[:_MERK]

    def _is_eigen(self, wakker: Path) -> bool:
        try:
            return lees_sleutelbestand(wakker).slot(self._kluis.gebruiker.naam) is not None
        except (KluisFout, OSError):
            return wakker.parent == self._map

    def _slapend(self) -> tuple[Path, ...]:
        return _in(self._map / _SLAPEND)


def laat_beginnen(slapende: Slapende) -> Path:
    """Out of where it sleeps, and then its key file: from here on it is a koffer as another; where that is.

    One that was begun stays where it is; its key file sleeps on where the process was killed between the two.
    """
    if slapende.van is None:
        with vertaal_fout(slapende.map.parent):
            _maak_wakker(slapende.map)
        return slapende.map
    with vertaal_fout(slapende.map.parent):
        naam = f"{_OVERLEG}{_TUSSEN.join(map(str, slapende.overleggen))}"
        doel = next(plek for plek in _namen(slapende.map.parent.parent, naam) if not plek.exists())
        vervang(slapende.map, doel)
        _maak_wakker(doel)
        return doel


def te_wekken(kluis_id: str, naam: str, dag: date) -> tuple[Slapende, Sleutelbestand] | None:
    """Of a house that is closed: what was begun on this day and not brought back, else the freshest that sleeps.

    For whom it is stands in its key file alone: the mark in the name of its folder asks for a key of the house.
    """
    huis = gebruikersmap() / _MAP / kluis_id
    begonnen = [(map_, _sleutels(map_, naam, dag)) for map_ in sorted(huis.glob(f"*/*{_EINDE}"), reverse=True)]
    for map_, sleutels in begonnen:
        if sleutels is not None:
            return Slapende(map_, None, "", overleggen_in(map_)), sleutels
    for slaapt in huis.glob(f"*/{_SLAPEND}"):
        laatste = _laatste(_in(slaapt), dag)
        sleutels = _sleutels(laatste.map, naam, dag) if laatste is not None else None
        if laatste is not None and sleutels is not None:
            return laatste, sleutels
    return None


def overleggen_in(wakker: Path) -> tuple[int, ...]:
    """Which tafels are in a koffer that was woken."""
    return _getallen(wakker.name.removeprefix(_OVERLEG).removesuffix(_EINDE).partition(" ")[0])


def laat_slapen(map_: Path) -> None:
    """What was just made, before it takes its place."""
    vervang(map_ / BESTANDSNAAM, map_ / _SLEUTELS)


def wis_andere_dagen(dag: date) -> None:
    """Of every house and every account here, whoever works: what sleeps of another day than this goes, if it can."""
    for map_ in tuple((gebruikersmap() / _MAP).glob(f"*/*/{_SLAPEND}/*")):
        if not _is_van(map_, dag):
            with suppress(OSError):  # what somebody holds goes the next time
                gooi_weg(map_)


def gooi_weg(map_: Path) -> None:
    """The keys first: what stays when that fails opens for nobody."""
    wis_sleutels(map_)
    shutil.rmtree(map_, ignore_errors=True)


def wis_sleutels(map_: Path) -> None:
    """From here on it opens for nobody, whatever stays of it."""
    for naam in (BESTANDSNAAM, _SLEUTELS):
        (map_ / naam).unlink(missing_ok=True)


def _sleutels(map_: Path, naam: str, dag: date) -> Sleutelbestand | None:
    """Its key file, where this name is one for whom it is sealed and it still opens on this day."""
    pad = next((plek for plek in (map_ / BESTANDSNAAM, map_ / _SLEUTELS) if plek.is_file()), None)
    try:
        sleutels = ontleed(pad.read_bytes()) if pad is not None else None
    except (KluisFout, OSError):
        return None
    if sleutels is None or sleutels.koffer is None or sleutels.koffer.tot < dag or sleutels.slot(naam) is None:
        return None
    return sleutels


def _in(slaapt: Path) -> tuple[Path, ...]:
    return tuple(map_ for map_ in slaapt.glob(f"*-*-*-*{_EINDE}") if _nummer(map_))


def _laatste(mappen: Iterable[Path], dag: date) -> Slapende | None:
    heel = [map_ for map_ in mappen if _is_van(map_, dag) and (map_ / _SLEUTELS).is_file()]
    if not heel:
        return None
    map_ = max(heel, key=_nummer)
    van = datetime.fromtimestamp((map_ / _SLEUTELS).stat().st_mtime).astimezone()
    _, _, tafels, afdruk = map_.name.removesuffix(_EINDE).split("-")
    return Slapende(map_, van, afdruk, _getallen(tafels))


def _maak_wakker(map_: Path) -> None:
    if (map_ / _SLEUTELS).is_file():
        vervang(map_ / _SLEUTELS, map_ / BESTANDSNAAM)


def _is_van(map_: Path, dag: date) -> bool:
    return map_.name.split("-")[1:2] == [f"{dag:%Y%m%d}"]


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
