"""What a server holds of one value: encrypted at this computer, and bound to its table, column and row (ADR 0092).

From the key of the house three keys are derived: one to encrypt, one for the nonce, one for the mark of columns of
which a server must see that two values are the same. The same value in the same place gives the same bytes, so a
trigger that looks whether something changed sees what it sees in a vault. How long a value is shows roughly alone.
"""

from __future__ import annotations

import base64
import binascii
from typing import Final

from zvh_desktop.database.sleutels.primitieven import SleutelPastNiet, leid_af, mac, pak_uit, verpak_gelijk
from zvh_desktop.errors import KluisBeschadigd
from zvh_desktop.models.server.kolom import MERKTEKENS, Onversleuteld, Plek

VORM: Final = b"\x01"
"""The first byte of bytes that were encrypted: another form gets another one."""
_PUNT: Final = "."
_NAAR_GEWOON: Final = str.maketrans("-_", "+/")
_MERKBYTES: Final = 16
_VAK: Final = 32
_KLEIN: Final = 256
_BIJ_DE_HAND: Final = 60_000
"""So many short values stay opened, twice: a long list that is read again is then not decrypted again."""
_NIETS: Final[tuple[Plek | None, str]] = (None, "")


class Cellen:
    """Encrypts and opens values under the key of one house."""

    def __init__(self, huissleutel: bytes) -> None:
        self._sleutel = leid_af(huissleutel, b"zvh-team cel v1")
        self._menging = leid_af(huissleutel, b"zvh-team nonce v1")
        self._merk = leid_af(huissleutel, b"zvh-team merk v1")
        self._geopend: dict[tuple[str, str], tuple[Plek, str]] = {}
        self._eerder: dict[tuple[str, str], tuple[Plek, str]] = {}
        """Those of before: what is asked for again is kept, and the rest goes when there are as many new ones."""
        self._dicht = False

    def sluit(self, geheim: Onversleuteld, rij: str) -> str | bytes:
        """What is sent to the server for this value in this row."""
        plek, waarde = geheim.plek, geheim.waarde
        kaal = waarde if isinstance(waarde, bytes) else waarde.encode("utf-8")
        dicht = verpak_gelijk(self._sleutel, self._menging, _vul_aan(kaal), _erbij(plek, rij))
        if plek.bytes:
            return VORM + dicht
        merk = self.merk(plek, str(waarde)) if plek.gemerkt else ""
        return f"{merk}{_PUNT}{base64.urlsafe_b64encode(dicht).decode('ascii').rstrip('=')}"

    def open(self, plek: Plek, rij: str, opgeslagen: str | bytes) -> str | bytes:
        """The value again. Raises KluisBeschadigd where it is not of this place, or not of this house.

        The same bytes in the same place are the same value, so what was verified once is known.
        """
        if not isinstance(opgeslagen, str) or len(opgeslagen) > 2 * _KLEIN:
            return self._open(plek, rij, opgeslagen)
        van, waarde = self._geopend.get((opgeslagen, rij), _NIETS)
        if van == plek:
            return waarde
        van, waarde = self._eerder.get((opgeslagen, rij), _NIETS)
        if van != plek:
            waarde = str(self._open(plek, rij, opgeslagen))
        if len(self._geopend) >= _BIJ_DE_HAND:
            self._eerder, self._geopend = self._geopend, {}
        self._geopend[opgeslagen, rij] = plek, waarde
        if self._dicht:  # who was still reading while it was closed keeps nothing
            self._geopend, self._eerder = {}, {}
        return waarde

    def vergeet(self, _engine: object = None) -> None:
        """Nothing that was opened stays in memory, nor comes there any more: asked when the database is closed."""
        self._dicht = True
        self._geopend, self._eerder = {}, {}

    def _open(self, plek: Plek, rij: str, opgeslagen: str | bytes) -> str | bytes:
        try:
            kaal = _kaal(pak_uit(self._sleutel, _uit_opslag(plek, opgeslagen), _erbij(plek, rij)))
            waarde = kaal if plek.bytes else kaal.decode("utf-8")
        except (SleutelPastNiet, ValueError, binascii.Error) as fout:
            raise past_niet(plek) from fout
        if plek.gemerkt and str(opgeslagen)[:MERKTEKENS] != self.merk(plek, str(waarde)):
            raise past_niet(plek)
        return waarde

    def merk(self, plek: Plek, waarde: str) -> str:
        """By which a server sees that two values in one column are the same, and nothing else."""
        sleutel = leid_af(self._merk, f"{plek.tabel}.{plek.kolom}".encode())
        afdruk = mac(sleutel, waarde.encode("utf-8"))[:_MERKBYTES]
        return base64.urlsafe_b64encode(afdruk).decode("ascii")[:MERKTEKENS]


def past_niet(plek: Plek) -> KluisBeschadigd:
    """What is said of a value that somebody changed, or put in another place."""
    return KluisBeschadigd(
        f"In de database is iets niet te ontsleutelen ({plek.tabel}, {plek.kolom}). Het is buiten het programma "
        "gewijzigd of verplaatst.",
        veilig="Er is niets gewijzigd.",
        advies="Laat de database controleren en zet zo nodig een reservekopie terug.",
    )


def _erbij(plek: Plek, rij: str) -> bytes:
    return b"\0".join((b"zvh cel v1", plek.tabel.encode(), plek.kolom.encode(), rij.encode("utf-8")))


def _uit_opslag(plek: Plek, opgeslagen: str | bytes) -> bytes:
    if plek.bytes:
        gegevens = bytes(opgeslagen) if not isinstance(opgeslagen, str) else b""
        if not gegevens.startswith(VORM):
            raise ValueError("vorm")
        return gegevens[len(VORM) :]
    merk, punt, dicht = str(opgeslagen).partition(_PUNT)
    if not punt or len(merk) != (MERKTEKENS if plek.gemerkt else 0):
        raise ValueError("vorm")
    if "+" in dicht or "/" in dicht:
        raise ValueError("vorm")  # of another alphabet
    gewoon = dicht.translate(_NAAR_GEWOON) + "=" * (-len(dicht) % 4)
    return binascii.a2b_base64(gewoon, strict_mode=True)


def _vul_aan(kaal: bytes) -> bytes:
    """To one of few lengths: how long a name is tells something about whose it is."""
    return (kaal + b"\x80").ljust(_maat(len(kaal) + 1), b"\0")


def _kaal(aangevuld: bytes) -> bytes:
    kaal = aangevuld.rstrip(b"\0")
    if not kaal.endswith(b"\x80"):
        raise ValueError("vulling")
    return kaal[:-1]


def _maat(lengte: int) -> int:
    """Up to 256 bytes a multiple of 32; above that the size as a number of few bits (Padmé), at most 12 % more."""
    if lengte <= _KLEIN:
        return -(-lengte // _VAK) * _VAK
    bits = lengte.bit_length() - 1
    masker = (1 << (bits - bits.bit_length())) - 1
    return (lengte + masker) & ~masker
