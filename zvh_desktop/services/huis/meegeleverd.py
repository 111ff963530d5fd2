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
_NODIG: Final = re.compile(r"(?P<naam>[A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:\[(?P<extras>[^\]]*)\])?")
_ERBIJ: Final = re.compile(r";.*\bextra\s*==\s*[\"'](?P<extra>[^\"']+)[\"']")
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


def eigen() -> Onderdeel:
    """The product itself, as the others are named."""
    return _onderdeel(distribution(PROJECT))


def meegeleverd() -> tuple[Onderdeel, ...]:
    """Every package that the product needs at work, directly or through another, in order of their names."""
    gevonden = {een.naam: een for een in map(_onderdeel, _pakketten(PROJECT, frozenset(), set()))}
    return tuple(gevonden[naam] for naam in sorted(gevonden, key=str.lower))


def _pakketten(naam: str, extras: frozenset[str], gezien: set[tuple[str, str]]) -> Iterator[Distribution]:
    """What this package needs, with what it needs for the extras that were asked of it (``reportlab[accel]``)."""
    for regel in distribution(naam).requires or ():
        nodig, erbij = _NODIG.match(regel), _ERBIJ.search(regel)
        if nodig is None or (erbij is not None and erbij["extra"] not in extras):
            continue
        gevraagd = frozenset(extra.strip() for extra in (nodig["extras"] or "").split(",") if extra.strip())
        sleutel = re.sub(r"[-_.]+", "-", nodig["naam"]).lower()
        samen = {(sleutel, extra) for extra in ("", *gevraagd)}
        if samen <= gezien:
            continue
        nieuw = (sleutel, "") not in gezien
        gezien |= samen
        try:
            pakket = distribution(sleutel)
        except PackageNotFoundError:  # for another system or another Python
            continue
        if nieuw:
            yield pakket
        yield from _pakketten(sleutel, gevraagd, gezien)


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
