"""Which articles and bijlagen of a convenant a text names, and where a profile names them."""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator

_NUMMER = r"\d{1,2}(?:\.\d{1,2})?(?![\d.]*\d)"
_LID = r"(?: onder [a-i]\b(?:(?:, | en )[a-i]\b)*|\.[a-i]\b)?"
_DEEL = rf"{_NUMMER}{_LID}(?:, fase \d+a?)?"
_TUSSEN = r"(?:, slot)?(?: tweede zin| \([a-z]+\))?(?:, | en | of | and | against | with )(?:art\. )?"
_VERWIJZING = re.compile(
    rf"(?P<soort>toelichting bij art\.|\bartikelen|\bartikel|\bart\.|\bbijlagen?|\bbijvoegsel)\s+"
    rf"(?P<delen>{_DEEL}(?:{_TUSSEN}{_DEEL})*)",
    re.IGNORECASE,
)
_ONDERDEEL = re.compile(rf"(?P<nummer>{_NUMMER})(?P<lid>{_LID})(?P<fase>, fase \d+a?)?")
_WET_ERVOOR = re.compile(r"\b(?:U?AVG|Wpg|Wjsg|[A-Z][a-z]+wet|termijnenwet|een wet),? (?:geldt wel )?\(?$")
_WET_ERNA = re.compile(r",? lid \d|,? (?:[A-Z][a-z]*wet|Wet|Wmo|van (?:de AVG|het Privacy Protocol))\b")
_GRONDSLAGEN = re.compile(r"^grondslagen = \[.*?^\]\n", re.DOTALL | re.MULTILINE)


def vindplaatsen(tekst: str) -> set[str]:
    """Every article, part of an article, bijlage and fase that a text names, each written one way; no law's."""
    tekst, gevonden = " ".join(tekst.split()), set()
    for treffer in _VERWIJZING.finditer(tekst):
        if not _WET_ERVOOR.search(tekst[: treffer.start()]) and not _WET_ERNA.match(tekst, treffer.end()):
            gevonden |= set(_uitgeschreven(treffer["soort"].lower(), treffer["delen"]))
    return gevonden


def _uitgeschreven(soort: str, delen: str) -> Iterator[str]:
    naam = "art." if soort.startswith("art") else "bijlage" if soort.startswith("bijlage") else soort
    for deel in _ONDERDEEL.finditer(delen):
        plaats = f"{naam} {deel['nummer']}{deel['fase'] or ''}"
        letters = re.findall(r"\b[a-i]\b", deel["lid"])
        yield from (f"{plaats} onder {letter}" for letter in letters) if letters else (plaats,)


def noemt(profiel: str) -> dict[str, Counter[str]]:
    """Of every article in a profile: the keys that name it, the remarks among them, and how often each does.

    The article of a rule itself is left out: that one has a line of its own in the table of the rules.
    """
    gevonden: dict[str, Counter[str]] = defaultdict(Counter)
    for sleutel, tekst in _teksten(tomllib.loads(_GRONDSLAGEN.sub("", profiel)), ""):
        if not re.fullmatch(r"regels\.\w+\.artikel", sleutel):
            for plaats in vindplaatsen(tekst):
                gevonden[plaats][sleutel] += 1
    for opmerking in _opmerkingen(profiel):
        for plaats in vindplaatsen(opmerking):
            gevonden[plaats]["opmerking"] += 1
    return dict(gevonden)


def _teksten(waarde: object, plek: str) -> Iterator[tuple[str, str]]:
    if isinstance(waarde, dict):
        for sleutel, onder in waarde.items():
            yield from _teksten(onder, f"{plek}.{sleutel}" if plek else sleutel)
    elif isinstance(waarde, list):
        for onder in waarde:
            heet = onder.get("sleutel") if isinstance(onder, dict) else None
            yield from _teksten(onder, f"{plek}.{heet}" if heet else plek)
    elif isinstance(waarde, str):
        yield plek, waarde


def _opmerkingen(profiel: str) -> Iterator[str]:
    """Each remark of a profile, its lines joined as they run on."""
    for blok in re.findall(r"(?:^#.*\n)+", profiel, re.MULTILINE):
        yield re.sub(r"^# ?", "", blok, flags=re.MULTILINE)
