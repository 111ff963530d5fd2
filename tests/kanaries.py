"""Is anything that people wrote or are called in these bytes, in whatever encoding?

Looked for are names, words of a fixed form and pieces of texts, as UTF-8, UTF-16, hexadecimal, base64 (wherever in it
they begin) and as a server writes bytes in octal. Each find is looked at whole: the first bytes alone prove nothing.
"""

from __future__ import annotations

import base64
import hashlib
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator

KORTSTE = 5
STUK = 24
_BEGIN = 6
_KOP = 4
_LANGST = 4 * STUK
"""No form of anything is longer."""
_BLAD = 8192
"""A page of a server."""


class Kanaries:
    """What was put in, and is nowhere to be found if all is well."""

    def __init__(self, waarden: Iterable[str | bytes]) -> None:
        self.gezocht = {stuk for waarde in waarden for stuk in _stukken(waarde)}
        self._gezien: dict[bytes, set[bytes]] = {}
        self._begin: dict[bytes, list[bytes]] = defaultdict(list)
        self._koppen: set[int] = set()
        """The first four bytes of each form, and the four after its first: at an even place stand the ones or the
        others."""
        for stuk in self.gezocht:
            for vorm in vormen(stuk):
                assert len(vorm) <= _LANGST
                if len(vorm) >= _BEGIN:
                    self._begin[vorm[:_BEGIN]].append(vorm)
                    self._koppen |= {int.from_bytes(vorm[na : na + _KOP], sys.byteorder) for na in (0, 1)}

    def vind(self, waarin: bytes) -> set[bytes]:
        """What of it stands in these bytes.

        The files of a server have the same pages over and over; one that was gone through is known, and where two
        pages meet is looked at apart.
        """
        gevonden: set[bytes] = set()
        for begin in range(0, len(waarin), _BLAD):
            blad = waarin[begin : begin + _BLAD]
            merk = hashlib.blake2b(blad).digest()
            if merk not in self._gezien:
                self._gezien[merk] = self._zoek(blad)
            gevonden |= self._gezien[merk]
            if begin:
                gevonden |= self._zoek(waarin[begin - _LANGST : begin + _LANGST])
        return gevonden

    def _zoek(self, waarin: bytes) -> set[bytes]:
        """Read as numbers of four bytes, from each even place: where none of them is known, nothing is."""
        koppen: set[int] = set()
        for begin in range(0, _KOP, 2):
            einde = len(waarin) - (len(waarin) - begin) % _KOP
            koppen |= self._koppen.intersection(memoryview(waarin)[begin:einde].cast("I"))
        gevonden = set()
        for kop in koppen:
            eerste = kop.to_bytes(_KOP, sys.byteorder)
            plek = waarin.find(eerste)
            while plek >= 0:
                for begin in (plek, plek - 1) if plek else (plek,):
                    vormen_hier = self._begin.get(waarin[begin : begin + _BEGIN], ())
                    gevonden |= {vorm for vorm in vormen_hier if waarin.startswith(vorm, begin)}
                plek = waarin.find(eerste, plek + 1)
        return gevonden


def vormen(stuk: bytes) -> Iterator[bytes]:
    """How it may be written."""
    yield stuk
    try:
        tekst = stuk.decode("utf-8")
    except UnicodeDecodeError:
        tekst = ""
    if tekst:
        yield tekst.encode("utf-16-le")
        yield tekst.encode("utf-16-be")
        yield tekst.encode("latin-1", "replace")
    yield stuk.hex().encode()
    yield stuk.hex().upper().encode()
    yield "".join(chr(een) if 32 <= een < 127 else f"\\{een:03o}" for een in stuk).encode()
    for plek in range(3):
        # Of what stands before and behind it nothing is known, so the first and last signs are left out.
        in_64 = base64.b64encode(b"\0" * plek + stuk)
        begin, einde = (0, 2, 3)[plek], len(in_64) - (4 if (plek + len(stuk)) % 3 else 0)
        yield in_64[begin:einde]
        yield in_64[begin:einde].translate(bytes.maketrans(b"+/", b"-_"))


def _stukken(waarde: str | bytes) -> Iterator[bytes]:
    """The whole of a short value; of a long one its beginning, its middle and its end."""
    gegevens = waarde if isinstance(waarde, bytes) else waarde.encode("utf-8")
    if len(gegevens) < KORTSTE:
        return
    if len(gegevens) <= STUK:
        yield gegevens
        return
    midden = (len(gegevens) - STUK) // 2
    for begin in (0, midden, len(gegevens) - STUK):
        yield gegevens[begin : begin + STUK]
