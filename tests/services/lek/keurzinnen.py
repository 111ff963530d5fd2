"""Sentences of an examiner, written before the finder's own set was read: what goes in, and the right answer for it.

`` / `` is the end of a line inside a form; what must be found stands between ``^``, or else it is the whole form.
Everything is invented: a BSN is made from a fixed seed, the names exist nowhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import cycle, product
from pathlib import Path
from random import Random
from typing import Final

from zvh_desktop.models.keuzen.lekkeuzes import Leksoort

_HIER: Final = Path(__file__).parent
_KOPPEN: Final = {soort.name: soort for soort in Leksoort}


@dataclass(frozen=True, slots=True)
class Keurzin:
    """A sentence and where in it stands what may not go."""

    tekst: str
    soort: Leksoort
    begin: int
    eind: int


def lees_zinnen(bestand: str) -> list[Keurzin]:
    """Each form under ``# KIND`` in two of the frames under ``= KIND``."""
    vormen: dict[str, list[str]] = {}
    ramen: dict[str, list[str]] = {}
    kop, waar = "", vormen
    for regel in (_HIER / bestand).read_text(encoding="utf-8").splitlines():
        if regel[:2] in ("# ", "= "):
            kop, waar = regel[2:].strip(), vormen if regel[0] == "#" else ramen
        elif kop and regel.strip():
            waar.setdefault(kop, []).append(regel)
    bron = Random(19)  # noqa: S311 - numbers of a test
    zinnen = []
    for kop, lijst in vormen.items():
        raam = cycle(ramen[kop])
        zinnen += [_zin(kop, next(raam), _vul(bron, vorm)) for vorm in lijst for _ in range(2)]
    return zinnen


def lees_hele_zinnen(bestand: str) -> list[Keurzin]:
    """Lines of KIND|sentence|what must be found in it."""
    uit = []
    for regel in (_HIER / bestand).read_text(encoding="utf-8").splitlines():
        kop, tekst, lek = regel.split("|")
        begin = tekst.index(lek)
        uit.append(Keurzin(tekst, _KOPPEN[kop], begin, begin + len(lek)))
    return uit


def onschuldige_zinnen(bestand: str) -> list[str]:
    """Each line with each of its alternatives between braces."""
    uit: dict[str, None] = {}
    for regel in (_HIER / bestand).read_text(encoding="utf-8").splitlines():
        delen = [
            deel[1:-1].split("|") if deel.startswith("{") else [deel]
            for deel in re.split(r"(\{[^}]*\})", regel.strip())
        ]
        uit.update(dict.fromkeys(map("".join, product(*delen))))
    return [zin for zin in uit if zin]


def _zin(kop: str, raam: str, vorm: str) -> Keurzin:
    lek = vorm.replace(" / ", "\n").replace("/ ", "\n")
    voor, _, na = raam.partition("@@")
    ervoor, _, rest = lek.partition("^") if "^" in lek else ("", "", lek)
    kern, _, erna = rest.partition("^")
    begin = len(voor) + len(ervoor)
    return Keurzin(voor + ervoor + kern + erna + na, _KOPPEN[kop], begin, begin + len(kern))


def _vul(bron: Random, regel: str) -> str:
    while "<bsn" in regel:
        cijfers = maak_bsn(bron, nul="<bsn0>" in regel or "<bsn8>" in regel)
        for merk, vorm in (
            ("<bsn>", cijfers),
            ("<bsn.>", f"{cijfers[:4]}.{cijfers[4:6]}.{cijfers[6:]}"),
            ("<bsn3>", f"{cijfers[:3]} {cijfers[3:6]} {cijfers[6:]}"),
            ("<bsn4>", f"{cijfers[:4]} {cijfers[4:6]} {cijfers[6:]}"),
            ("<bsn3.>", f"{cijfers[:3]}.{cijfers[3:6]}.{cijfers[6:]}"),
            ("<bsn->", f"{cijfers[:3]}-{cijfers[3:6]}-{cijfers[6:]}"),
            ("<bsn2>", " ".join((cijfers[:2], cijfers[2:4], cijfers[4:6], cijfers[6:8], cijfers[8:]))),
            ("<bsn0>", cijfers),
            ("<bsn8>", cijfers[1:]),
        ):
            regel = regel.replace(merk, vorm)
    return regel


def maak_bsn(bron: Random, nul: bool) -> str:
    """Nine digits that pass the elfproef."""
    while True:
        acht = [0 if nul else bron.randint(1, 9), bron.randint(1, 9), *(bron.randint(0, 9) for _ in range(6))]
        rest = sum(cijfer * gewicht for cijfer, gewicht in zip(acht, range(9, 1, -1), strict=True)) % 11
        if rest < 10:
            return "".join(map(str, (*acht, rest)))
