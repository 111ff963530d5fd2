"""kopie.json in a backup: sizes and hashes of its files, so that a damaged backup shows without a password.

It protects against wear and half copies, not against a person: what people must not change is sealed and signed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from zvh_desktop.database.bestand.bestanden import schrijf_nieuw
from zvh_desktop.database.bestand.canoniek import canoniek, uit_canoniek, vingerafdruk
from zvh_desktop.database.kopie.kenmerk import Kopiekenmerk

KOPIEBESTAND = "kopie.json"
MAX_BYTES = 64 * 1024
_BLOK = 1024 * 1024
_BESTANDEN, _KENMERK, _AFDRUK = "bestanden", "kopie", "afdruk"
_VOORVOEGSEL = b"zvh-desktop kopiebewijs v1"


def schrijf_kopiebewijs(kopie: Path, namen: Iterable[str], kenmerk: Kopiekenmerk) -> None:
    """Note what each file of the backup looks like now, and what backup it is."""
    inhoud = {naam: {"grootte": (kopie / naam).stat().st_size, "hash": _hash(kopie / naam)} for naam in namen}
    bewijs: dict[str, object] = {_BESTANDEN: inhoud, _KENMERK: kenmerk.als_json()}
    bewijs[_AFDRUK] = vingerafdruk(_VOORVOEGSEL, canoniek(bewijs))
    schrijf_nieuw(kopie / KOPIEBESTAND, canoniek(bewijs) + b"\n")


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
    waarde = _lees(kopie)
    bestanden = waarde.get(_BESTANDEN) if waarde is not None else None
    if not isinstance(bestanden, dict) or any(Path(naam).name != naam for naam in bestanden):
        return None
    return bestanden


def lees_kenmerk(kopie: Path) -> Kopiekenmerk | None:
    """What backup it says it is; None for one of an earlier version, and for what is damaged."""
    waarde = _lees(kopie)
    return Kopiekenmerk.uit_json(waarde.get(_KENMERK)) if waarde is not None else None


def _lees(kopie: Path) -> dict[str, object] | None:
    try:
        with (kopie / KOPIEBESTAND).open("rb") as bestand:
            gegevens = bestand.read(MAX_BYTES)
        waarde = uit_canoniek(gegevens.removesuffix(b"\n")) if gegevens.endswith(b"\n") else None
    except (OSError, ValueError):
        return None
    if not isinstance(waarde, dict):
        return None
    if set(waarde) == {_BESTANDEN}:
        return waarde  # of an earlier version, which said nothing of itself
    afdruk = waarde.pop(_AFDRUK, None)
    heel = set(waarde) == {_BESTANDEN, _KENMERK} and afdruk == vingerafdruk(_VOORVOEGSEL, canoniek(waarde))
    return waarde if heel else None


def _hash(pad: Path) -> str:
    met = hashlib.blake2b(digest_size=32)
    with pad.open("rb") as bestand:
        while blok := bestand.read(_BLOK):
            met.update(blok)
    return met.hexdigest()
