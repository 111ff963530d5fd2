"""What others made and comes along with the product: every package, with its licence and the text of it.

Read from what was installed, so that it is true of this copy: in a bundle the records of the packages go along.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Final

from zvh_desktop.paths import lees_hulpbron

PROJECT: Final = "zvh-desktop"
_NAAM: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_ERBIJ: Final = re.compile(r";.*\bextra\b")
_LICENTIEBESTAND: Final = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)
_TEKST: Final = frozenset({"", ".txt", ".md", ".rst"})
_HIER: Final = {"LGPL-2.1-only": "licenties/LGPL-2.1.txt"}
"""The text of a licence that a package names without bringing it."""
_LANGSTE_NAAM: Final = 60
"""A longer field of that name holds the text of the licence, not what it is called."""


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """One package."""

    naam: str
    versie: str
    licentie: str


def meegeleverd() -> tuple[Onderdeel, ...]:
    """Every package that the product needs at work, directly or through another, in order of their names."""
    gevonden = {een.naam: een for een in map(_onderdeel, _pakketten(PROJECT, set()))}
    return tuple(gevonden[naam] for naam in sorted(gevonden, key=str.lower))


def _pakketten(naam: str, gezien: set[str]) -> Iterator[Distribution]:
    for regel in distribution(naam).requires or ():
        treffer = _NAAM.match(regel)
        if treffer is None or _ERBIJ.search(regel):
            continue
        sleutel = re.sub(r"[-_.]+", "-", treffer[0]).lower()
        if sleutel in gezien:
            continue
        gezien.add(sleutel)
        try:
            yield distribution(sleutel)
        except PackageNotFoundError:  # for another system or another Python
            continue
        yield from _pakketten(sleutel, gezien)


def licentieteksten(onderdeel: Onderdeel) -> tuple[str, ...]:
    """The licences in full, as the package brings them or else from here; the packages of Qt have none of either."""
    pakket = distribution(onderdeel.naam)
    gelezen = (
        _lees(pakket, str(bestand)).strip()
        for bestand in pakket.files or ()
        if _LICENTIEBESTAND.search(bestand.name) and bestand.suffix.lower() in _TEKST
    )
    teksten = tuple(dict.fromkeys(tekst for tekst in gelezen if tekst))
    if not teksten and onderdeel.licentie in _HIER:
        return (lees_hulpbron(_HIER[onderdeel.licentie]).decode("utf-8").strip(),)
    return teksten


def _onderdeel(pakket: Distribution) -> Onderdeel:
    gegevens = pakket.metadata
    return Onderdeel(str(gegevens["Name"]), str(gegevens["Version"]), _licentie(pakket))


def _lees(pakket: Distribution, bestand: str) -> str:
    try:
        return Path(str(pakket.locate_file(bestand))).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _licentie(pakket: Distribution) -> str:
    """What the package calls its licence: as an expression, in its own words, or by its class."""
    gegevens = pakket.metadata
    klassen = [een.rpartition("::")[2].strip() for een in gegevens.get_all("Classifier") or () if "License ::" in een]
    namen = [naam for veld in ("License-Expression", "License") for naam in gegevens.get_all(veld) or ()]
    for naam in (*namen, *klassen):
        if naam.strip() and len(naam) <= _LANGSTE_NAAM and naam != "OSI Approved":
            return " ".join(naam.split())
    return "zie de tekst"
