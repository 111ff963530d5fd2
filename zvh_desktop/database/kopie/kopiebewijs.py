"""kopie.json in a backup: sizes and hashes of its files, so that a damaged backup shows without a password.

It protects against wear and half copies, not against a person: what people must not change is sealed and signed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from zvh_desktop.database.bestand.bestanden import schrijf_nieuw
from zvh_desktop.database.bestand.canoniek import canoniek, uit_canoniek

KOPIEBESTAND = "kopie.json"
MAX_BYTES = 64 * 1024
_BLOK = 1024 * 1024


def schrijf_kopiebewijs(kopie: Path, namen: Iterable[str]) -> None:
    """Note what each file of the backup looks like now."""
    inhoud = {naam: {"grootte": (kopie / naam).stat().st_size, "hash": _hash(kopie / naam)} for naam in namen}
    schrijf_nieuw(kopie / KOPIEBESTAND, canoniek({"bestanden": inhoud}) + b"\n")


def controleer_kopiebewijs(kopie: Path) -> tuple[str, ...]:
    """Findings when a file of the backup is absent or not as it was."""
    bestanden = lees_kopiebewijs(kopie)
    if bestanden is None:
        return ("De lijst van bestanden in de reservekopie is beschadigd.",)
    bevindingen: list[str] = []
    for naam, kenmerk in sorted(bestanden.items()):
        pad = kopie / naam
        if not pad.is_file():
            bevindingen.append(f"In de reservekopie ontbreekt het bestand {naam}.")
        elif kenmerk != {"grootte": pad.stat().st_size, "hash": _hash(pad)}:
            bevindingen.append(f"Het bestand {naam} in de reservekopie is beschadigd of gewijzigd.")
    return tuple(bevindingen)


def lees_kopiebewijs(kopie: Path) -> dict[str, object] | None:
    """The files by name; None when the list is damaged."""
    try:
        with (kopie / KOPIEBESTAND).open("rb") as bestand:
            gegevens = bestand.read(MAX_BYTES)
        waarde = uit_canoniek(gegevens.removesuffix(b"\n")) if gegevens.endswith(b"\n") else None
    except (OSError, ValueError):
        return None
    bestanden = waarde.get("bestanden") if isinstance(waarde, dict) and set(waarde) == {"bestanden"} else None
    if not isinstance(bestanden, dict) or any(Path(naam).name != naam for naam in bestanden):
        return None
    return bestanden


def _hash(pad: Path) -> str:
    met = hashlib.blake2b(digest_size=32)
    with pad.open("rb") as bestand:
        while blok := bestand.read(_BLOK):
            met.update(blok)
    return met.hexdigest()
