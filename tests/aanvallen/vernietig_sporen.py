"""Where a word is looked for after a file went: every file of the vault and of its user, opened as its kind is.

What is sealed is unsealed and what is encrypted is decrypted, or a word would not be found in it. A file of a kind that
does not stand here is a fault by itself: nobody knows yet how to look into it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from bladen import ontsleuteld

from zvh_desktop.database.keten.ondertekening import Toets
from zvh_desktop.database.kluis import OpenKluis
from zvh_desktop.database.terugzetten.onthouden import lees_klapper
from zvh_desktop.database.vernietigen.register import lees_register

Lezer = Callable[[OpenKluis, Path], bytes]


def _zo_als_het_staat(kluis: OpenKluis, pad: Path) -> bytes:
    return pad.read_bytes()


def _bladen(kluis: OpenKluis, pad: Path) -> bytes:
    if pad.resolve() != kluis.databasepad.resolve():
        raise ValueError("een database van een eerdere sleutel")
    return ontsleuteld(pad, kluis.databasesleutel)


def _register(kluis: OpenKluis, pad: Path) -> bytes:
    return repr(lees_register(kluis.map, Toets(kluis.wortel, kluis.kluis_id))).encode()


def _klapper(kluis: OpenKluis, pad: Path) -> bytes:
    zitting = kluis.stand._zitting
    klapper = lees_klapper(kluis.kluis_id, zitting.eigenaar())
    inhoud: bytes = b"" if klapper is None else klapper.als_bytes()
    return inhoud


def _plek(kluis: OpenKluis, pad: Path) -> bytes:
    inhoud = kluis.ontzegel(pad.read_bytes())
    if inhoud is None:
        raise ValueError("de plek van een ander")
    return inhoud


SOORTEN: Final[dict[str, Lezer]] = {
    r"sleutels\.json|stand-\d+\.json|in-gebruik\.json|vervangen\.json": _zo_als_het_staat,
    r"kluis\.slot|reserve\.leeg|.*\.bezig": _zo_als_het_staat,
    r"db-\d+\.sqlite": _bladen,
    r"db-\d+\.sqlite-(wal|shm)": _zo_als_het_staat,  # the pages in it are read with those of the database
    r"(.*-)?vernietigd\.bin": _register,
    r"hoofden/[\w-]+\.json|pogingen/[\w-]+\.json|kopieplaatsen\.json": _zo_als_het_staat,
    r"hoofden/[\w-]+\.klapper": _klapper,
    r"plaats/[\w-]+\.plek": _plek,
    r"venster\.ini|zvh\.log": _zo_als_het_staat,
}
"""How each kind of file is looked into, by its place under the folder of the vault or of the user."""


def sporen(map_: Path, gebruiker: Path, kluis: OpenKluis, woord: str) -> list[str]:
    """Where the word, or a piece of it, is found."""
    stukken = [woord, *(woord[begin : begin + 3] for begin in range(len(woord) - 2))]
    vormen = [(stuk, stuk.encode(vorm)) for stuk in stukken for vorm in ("utf-8", "utf-16-le", "utf-16-be")]
    gevonden: list[str] = []
    for naam, lees in _plaatsen(map_, gebruiker, kluis):
        try:
            inhoud = lees()
        except ValueError as fout:
            gevonden.append(f"{naam}: niet te openen, {fout}")
        else:
            gevonden += [f"{naam}: {stuk}" for stuk, vorm in vormen if vorm in inhoud]
    return gevonden


def _plaatsen(map_: Path, gebruiker: Path, kluis: OpenKluis) -> Iterator[tuple[str, Callable[[], bytes]]]:
    for wortel in (map_, gebruiker):
        for pad in sorted(wortel.rglob("*")):
            if pad.is_file():
                yield str(pad), pad.read_bytes
                yield f"{pad} (open)", partial(lezer_van(pad.relative_to(wortel).as_posix()), kluis, pad)


def lezer_van(naam: str) -> Lezer:
    """How a file of this name is looked into. Raises LookupError for a kind that nobody knows."""
    for patroon, lezer in SOORTEN.items():
        if re.fullmatch(patroon, naam):
            return lezer
    raise LookupError(f"in {naam} kijkt nog niemand")
