"""Is anything that people wrote or are called in these bytes, in whatever encoding?

Looked for are names, words of a fixed form and pieces of texts, as UTF-8, UTF-16, hexadecimal, base64 (wherever in it
they begin) and as a server writes bytes in octal. Each find is looked at whole: the first bytes alone prove nothing.
"""

from __future__ import annotations

import base64
from collections import defaultdict
from collections.abc import Iterable, Iterator

KORTSTE = 5
STUK = 24
_BEGIN = 6


class Kanaries:
    """What was put in, and is nowhere to be found if all is well."""

    def __init__(self, waarden: Iterable[str | bytes]) -> None:
        self.gezocht = {stuk for waarde in waarden for stuk in _stukken(waarde)}
        self._begin: dict[bytes, list[bytes]] = defaultdict(list)
        for stuk in self.gezocht:
            for vorm in vormen(stuk):
                if len(vorm) >= _BEGIN:
                    self._begin[vorm[:_BEGIN]].append(vorm)

    def vind(self, waarin: bytes) -> set[bytes]:
        """What of it stands in these bytes."""
        gevonden = set()
        begin = self._begin
        for plek in range(len(waarin) - _BEGIN + 1):
            for vorm in begin.get(waarin[plek : plek + _BEGIN], ()):
                if waarin.startswith(vorm, plek):
                    gevonden.add(vorm)
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
