"""On which line of a profile something stands: tomllib reads the values and forgets where they were.

Only a text that tomllib has accepted comes here, so the scanner need not check anything: it walks over keys, tables,
lists and strings, and writes down the line of each place in the words of the findings, such as ``fasen[2].naar``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

_TUSSEN = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SLEUTEL = re.compile(r'"(?:\\.|[^"\\])*"|\'[^\']*\'|[A-Za-z0-9_-]+')
_PUNT = re.compile(r"[ \t]*\.[ \t]*")
_LANG = {'"""': re.compile(r'"""(?:\\.|[^\\])*?"{3,5}', re.DOTALL), "'''": re.compile(r"'''.*?'{3,5}", re.DOTALL)}
_KORT = re.compile(r'"(?:\\.|[^"\\])*"|\'[^\']*\'')
_LOS = re.compile(r"[^\s,\]}#]+(?: \d\d:[^\s,\]}#]+)?")
_LAATSTE = re.compile(r"(?:\.?[^.\[\]]+|\[\d+\])$")


def regels_van(tekst: str) -> Mapping[str, int]:
    """The line of every table, key and part of a list. ``tekst`` is valid TOML."""
    return _Lezer(tekst.replace("\r\n", "\n")).lees()


def regel_van(regels: Mapping[str, int], plaats: str) -> int | None:
    """The line of a place, or of the nearest part around it when the place itself is missing."""
    while plaats:
        if plaats in regels:
            return regels[plaats]
        plaats, voor = _LAATSTE.sub("", plaats), plaats
        if plaats == voor:
            break
    return None


class _Lezer:
    def __init__(self, tekst: str) -> None:
        self._tekst = tekst
        self._plek = 0
        self._regel = 1
        self._geteld = 0
        self._gevonden: dict[str, int] = {}
        self._aantal: dict[str, int] = {}

    def lees(self) -> Mapping[str, int]:
        tabel = ""
        self._spring()
        while self._plek < len(self._tekst):
            if self._tekst[self._plek] == "[":
                tabel = self._kop()
            else:
                self._paar(tabel)
            self._spring()
        return self._gevonden

    def _kop(self) -> str:
        """[a.b] or [[a.b]]: the table to which the lines below belong."""
        lijst = self._tekst.startswith("[[", self._plek)
        regel = self._nu()
        self._plek += 2 if lijst else 1
        *voor, laatste = self._sleutel()
        self._plek = self._tekst.index("]", self._plek) + (2 if lijst else 1)
        plaats = ""
        for deel in voor:
            plaats = _onder(plaats, deel)
            self._gevonden.setdefault(plaats, regel)
            plaats = self._in_lijst(plaats)
        plaats = _onder(plaats, laatste)
        if lijst:
            self._gevonden.setdefault(plaats, regel)
            self._aantal[plaats] = self._aantal.get(plaats, 0) + 1
            plaats = self._in_lijst(plaats)
        self._gevonden[plaats] = regel
        return plaats

    def _in_lijst(self, plaats: str) -> str:
        """Below a list of tables everything belongs to the last table so far."""
        return f"{plaats}[{self._aantal[plaats]}]" if plaats in self._aantal else plaats

    def _paar(self, tabel: str) -> None:
        """key = value, with every part of a dotted key."""
        self._spring()
        regel = self._nu()
        plaats = tabel
        for deel in self._sleutel():
            plaats = _onder(plaats, deel)
            self._gevonden.setdefault(plaats, regel)
        self._plek = self._tekst.index("=", self._plek) + 1
        self._spring()
        self._waarde(plaats)

    def _waarde(self, plaats: str) -> None:
        tekst, plek = self._tekst, self._plek
        if tekst[plek] == "[":
            self._lijst(plaats)
        elif tekst[plek] == "{":
            self._tabel(plaats)
        else:
            lang = _LANG.get(tekst[plek : plek + 3])
            treffer = (lang or (_KORT if tekst[plek] in "\"'" else _LOS)).match(tekst, plek)
            self._plek = treffer.end() if treffer else len(tekst)

    def _lijst(self, plaats: str) -> None:
        self._plek += 1
        nummer = 0
        while self._volgende("]"):
            nummer += 1
            hier = f"{plaats}[{nummer}]"
            self._gevonden[hier] = self._nu()
            self._waarde(hier)

    def _tabel(self, plaats: str) -> None:
        self._plek += 1
        while self._volgende("}"):
            self._paar(plaats)

    def _volgende(self, einde: str) -> bool:
        """Go to the next part; False, and past the closing sign, when there is none."""
        self._spring()
        if self._plek < len(self._tekst) and self._tekst[self._plek] == ",":
            self._plek += 1
            self._spring()
        if self._plek >= len(self._tekst):
            return False
        if self._tekst[self._plek] == einde:
            self._plek += 1
            return False
        return True

    def _sleutel(self) -> list[str]:
        delen = []
        self._spring()
        while treffer := _SLEUTEL.match(self._tekst, self._plek):
            delen.append(_kaal(treffer.group()))
            self._plek = treffer.end()
            punt = _PUNT.match(self._tekst, self._plek)
            if punt is None:
                break
            self._plek = punt.end()
        return delen

    def _spring(self) -> None:
        treffer = _TUSSEN.match(self._tekst, self._plek)
        if treffer:
            self._plek = treffer.end()

    def _nu(self) -> int:
        self._regel += self._tekst.count("\n", self._geteld, self._plek)
        self._geteld = self._plek
        return self._regel


def _onder(plaats: str, deel: str) -> str:
    return f"{plaats}.{deel}" if plaats else deel


def _kaal(sleutel: str) -> str:
    """A key without its quotes; one that is written with escapes only matters when a finding names it."""
    if sleutel[0] == "'":
        return sleutel[1:-1]
    if sleutel[0] == '"':
        try:
            return str(json.loads(sleutel))
        except ValueError:
            return sleutel[1:-1]
    return sleutel
