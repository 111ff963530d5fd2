"""The pages of a vault as they stand on the disk, decrypted: whatever SQLite leaves behind is in here (KLUIS 4)."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

BLAD, STAART, ZOUT, IV = 4096, 80, 16, 16
_WALKOP, _FRAMEKOP = 32, 24


def ontsleuteld(databasepad: Path, sleutel: bytes) -> bytes:
    """Every page of the database, and of a write-ahead log that was left beside it."""
    gegevens = databasepad.read_bytes()
    bladen = [gegevens[begin : begin + BLAD] for begin in range(0, len(gegevens), BLAD)]
    uit = [_blad(blad, sleutel, ZOUT if nummer == 0 else 0) for nummer, blad in enumerate(bladen)]
    wal = databasepad.with_name(f"{databasepad.name}-wal")
    if wal.exists():
        resten = wal.read_bytes()[_WALKOP:]
        stap = _FRAMEKOP + BLAD
        uit += [_blad(resten[begin + _FRAMEKOP : begin + stap], sleutel, 0) for begin in range(0, len(resten), stap)]
    return b"".join(uit)


def resten(inhoud: bytes, woord: str) -> list[str]:
    """What of a word stands in these pages: the whole of it, or three letters together."""
    stukken = [woord, *(woord[begin : begin + 3] for begin in range(len(woord) - 2))]
    return [stuk for stuk in stukken if stuk.encode() in inhoud]


def _blad(blad: bytes, sleutel: bytes, begin: int) -> bytes:
    if len(blad) < BLAD:
        return b""
    versleuteld, iv = blad[begin : BLAD - STAART], blad[BLAD - STAART : BLAD - STAART + IV]
    lezer = Cipher(algorithms.AES(sleutel), modes.CBC(iv)).decryptor()
    return lezer.update(versleuteld) + lezer.finalize()
