"""On which lines of a convenant each article stands. The texts themselves are no part of this project."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from convenanten import HUIZEN

PAGINA = Path(__file__).parents[3] / "docs" / "verwijzingen.md"
BESTANDEN = dict(zip(HUIZEN, re.findall(r"`(convenant-[a-z-]+\.txt)`", PAGINA.read_text("utf-8")), strict=True))
MAP = Path(os.environ.get("ZVH_CONVENANTEN", "geen map"))
met_teksten = pytest.mark.skipif(not MAP.is_dir(), reason="ZVH_CONVENANTEN noemt geen map met de convenanten")
_MERK = re.compile(r"^[\s#*\-−·]+")


def wijs_artikelen_aan(lijnen: list[str]) -> dict[str, int]:
    """On which line each article, part of an article, bijlage and fase of the werkproces begins."""
    gevonden: dict[str, int] = {}
    hoofd = ""
    for nummer, ruw in enumerate(lijnen, 1):
        lijn = _MERK.sub("", ruw).replace("**", "")
        if treffer := re.search(r"(?:^|:)Artikel ?(\d+)[.:]", lijn):
            hoofd, plaats = "", f"art. {treffer[1]}"
        elif treffer := re.match(r"(Bijlage|Bijvoegsel) (\d)(?: bij Samenwerkingsconvenant)?(?::|$)", lijn):
            hoofd = plaats = f"{treffer[1].lower()} {treffer[2]}"
        elif treffer := re.match(r"(\d+\.\d+)\.?\s", lijn):
            hoofd = plaats = f"art. {treffer[1]}"
            plaats += " nog eens" if plaats in gevonden else ""
        elif treffer := re.match(r"Fase (\d+a?)\b", lijn):
            plaats = f"{hoofd}, fase {treffer[1]}"
        elif (treffer := re.match(r"([a-i])[.)]\s", lijn)) and hoofd:
            plaats = f"{hoofd} onder {treffer[1]}"
        elif lijn.startswith("Toelichting:") and hoofd:
            plaats = f"toelichting bij {hoofd}"
        elif "wordt geen casuïstiek besproken" in lijn:
            plaats = "toelichting bij art. 6"
        else:
            continue
        gevonden.setdefault(plaats, nummer)
    return gevonden


def bereik(lijnen: list[str], plaats: str) -> tuple[int, int]:
    """The first and the last line of that article, with the parts below it."""
    begin = wijs_artikelen_aan(lijnen)
    verder = (nummer for naam, nummer in begin.items() if nummer > begin[plaats] and not _hoort_bij(naam, plaats))
    einde = min(verder, default=len(lijnen) + 1) - 1
    while not lijnen[einde - 1].strip():
        einde -= 1
    return begin[plaats], einde


def _hoort_bij(naam: str, plaats: str) -> bool:
    if re.fullmatch(r"art\. \d+", plaats):
        return f"{naam.removeprefix('toelichting bij ')} ".startswith((f"{plaats}.", f"{plaats} "))
    return naam.startswith(tuple(plaats.removeprefix("toelichting bij ") + teken for teken in (" onder ", ", fase ")))
