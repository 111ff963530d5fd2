"""One way to write a value as bytes: what is signed, sealed or hashed must have exactly one form.

Sorted keys, NFC, no floats, no spaces. Two values that differ never give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping

from zvh_desktop.errors import ProgrammaFout

MAX_DIEPTE = 20


def nfc(tekst: str) -> str:
    """The form in which names, passwords and statements are compared."""
    return unicodedata.normalize("NFC", tekst)


def canoniek(waarde: object) -> bytes:
    """The only bytes for this value."""
    return json.dumps(
        _schoon(waarde, MAX_DIEPTE), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode("utf-8")


def uit_canoniek(gegevens: bytes) -> object:
    """Read canonical bytes back; anything in another form is a ValueError."""
    try:
        waarde: object = json.loads(gegevens)
        zelfde = canoniek(waarde) == gegevens
    except (RecursionError, UnicodeError, ProgrammaFout) as fout:
        raise ValueError("niet canoniek") from fout
    if not zelfde:
        raise ValueError("niet canoniek")
    return waarde


def vingerafdruk(voorvoegsel: bytes, gegevens: bytes) -> str:
    """BLAKE2b-256 over a domain prefix and bytes, so that a hash for one purpose never fits another."""
    return hashlib.blake2b(voorvoegsel + b"\x00" + gegevens, digest_size=32).hexdigest()


def _schoon(waarde: object, diepte: int) -> object:
    if diepte == 0:
        raise ProgrammaFout("te diep genest")
    if waarde is None or isinstance(waarde, bool):
        return waarde
    if isinstance(waarde, int):
        return int(waarde)
    if isinstance(waarde, str):
        return nfc(str(waarde))
    if isinstance(waarde, Mapping):
        schoon = {nfc(sleutel): _schoon(inhoud, diepte - 1) for sleutel, inhoud in waarde.items()}
        if len(schoon) != len(waarde):
            raise ProgrammaFout("twee sleutels met dezelfde naam")
        return schoon
    if isinstance(waarde, list | tuple):
        return [_schoon(deel, diepte - 1) for deel in waarde]
    raise ProgrammaFout(f"soort {type(waarde).__name__} kan niet canoniek worden geschreven")
