"""The language of the texts of letters: paragraphs, headings, points, and fields between braces.

A field is replaced by its value in one pass: what a value holds is never read again, and nothing in a text is ever
computed. A paragraph, or a point of a list, in which a field has no value is left out, and a heading that has nothing
below it any more goes with it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Final

from zvh_desktop.models.tekst.briefsoorten import Briefsoort
from zvh_desktop.models.vouwing import gevouwen
from zvh_desktop.services.brieven.velden import VELDEN, verplichte_velden
from zvh_desktop.services.werkplek.vermelding import Vermeldingen

MEESTE_TEKENS: Final = 8_000
MEESTE_ONDERWERP: Final = 120
_VELD: Final = re.compile(r"\{([^{}\n]*)\}")


class Blokvorm(StrEnum):
    """How a piece of the letter is set."""

    ALINEA = "alinea"
    KOP = "kop"
    PUNT = "punt"


@dataclass(frozen=True, slots=True)
class Blok:
    """One paragraph, heading or point."""

    vorm: Blokvorm
    tekst: str


@dataclass(frozen=True, slots=True)
class Tekstbevinding:
    """What is wrong with a text. ``begin`` and ``einde`` say where, in the text itself; the same when nowhere."""

    zin: str
    begin: int = 0
    einde: int = 0
    in_onderwerp: bool = False


def veldnaam(tekst: str) -> str:
    """A field as it is looked up: without capitals, accents, underscores and spaces too many."""
    return " ".join(gevouwen(tekst).replace("_", " ").split())


def keur(soort: Briefsoort, onderwerp: str, tekst: str) -> tuple[Tekstbevinding, ...]:
    """What has to change before this text can be used."""
    bevindingen = [*_keur_deel(soort, onderwerp, in_onderwerp=True), *_keur_deel(soort, tekst, in_onderwerp=False)]
    if not onderwerp.strip():
        bevindingen.append(Tekstbevinding("Vul in waarover de brief gaat.", in_onderwerp=True))
    if len(onderwerp) > MEESTE_ONDERWERP:
        zin = f"Het onderwerp is te lang: {len(onderwerp)} tekens, er passen er {MEESTE_ONDERWERP}."
        bevindingen.append(Tekstbevinding(zin, in_onderwerp=True))
    if len(tekst) > MEESTE_TEKENS:
        bevindingen.append(
            Tekstbevinding(f"De tekst is te lang voor een brief: {len(tekst)} tekens, er passen er {MEESTE_TEKENS}.")
        )
    gebruikt = {veldnaam(een) for een in _VELD.findall(tekst)}
    bevindingen.extend(
        Tekstbevinding(f"Nog nodig: {veld.uitleg}. Zet {{{veld.naam}}} in de tekst.")
        for veld in verplichte_velden(soort)
        if veldnaam(veld.naam) not in gebruikt
    )
    return tuple(bevindingen)


def _keur_deel(soort: Briefsoort, tekst: str, *, in_onderwerp: bool) -> list[Tekstbevinding]:
    bekend = {veldnaam(veld.naam): veld.naam for veld in VELDEN[soort]}
    uit: list[Tekstbevinding] = []
    for gevonden in _VELD.finditer(tekst):
        if veldnaam(gevonden[1]) not in bekend:
            lijkt = get_close_matches(veldnaam(gevonden[1]), bekend, n=1)
            advies = f" Bedoelt u {{{bekend[lijkt[0]]}}}?" if lijkt else ""
            zin = f"Het veld {{{gevonden[1][:40]}}} kent deze brief niet.{advies}"
            uit.append(Tekstbevinding(zin, gevonden.start(), gevonden.end(), in_onderwerp))
    rest = _VELD.sub(_even_lang, tekst)
    uit.extend(
        Tekstbevinding("Hier staat een accolade die niet bij een veld hoort.", plek, plek + 1, in_onderwerp)
        for plek, teken in enumerate(rest)
        if teken in "{}"
    )
    if Vermeldingen((rest,)).casusnummers():
        uit.append(
            Tekstbevinding(
                "In een vaste tekst staat geen nummer van een casus. Gebruik een veld.", in_onderwerp=in_onderwerp
            )
        )
    return uit


def _even_lang(gevonden: re.Match[str]) -> str:
    return " " * len(gevonden[0])


def gebruikt(*teksten: str) -> frozenset[str]:
    """Which fields these texts name, as ``veldnaam`` writes them."""
    return frozenset(veldnaam(een) for tekst in teksten for een in _VELD.findall(tekst))


def vul_regel(tekst: str, waarden: Mapping[str, str]) -> str:
    """One line with its fields filled in; a field without a value leaves nothing."""
    op_naam = {veldnaam(naam): waarde for naam, waarde in waarden.items()}
    return " ".join(_VELD.sub(_Vervanger(op_naam), tekst).split())


def vul(tekst: str, waarden: Mapping[str, str]) -> tuple[Blok, ...]:
    """The letter, piece by piece."""
    op_naam = {veldnaam(naam): waarde.strip() for naam, waarde in waarden.items()}
    blokken: list[Blok] = []
    for stuk in re.split(r"\n\s*\n", tekst.replace("\r\n", "\n").replace("\r", "\n")):
        blokken.extend(_vul_stuk(stuk.strip("\n"), op_naam))
    return tuple(_zonder_lege_koppen(blokken))


def _vul_stuk(stuk: str, waarden: Mapping[str, str]) -> list[Blok]:
    """A heading or a point is a line; lines that belong to neither are one paragraph."""
    uit: list[Blok] = []
    los: list[str] = []
    for regel in stuk.split("\n"):
        if regel.startswith(("# ", "- ")):
            uit.extend(_alinea(los, waarden))
            los = []
            vorm = Blokvorm.KOP if regel[0] == "#" else Blokvorm.PUNT
            gevuld = _gevuld(regel[2:].strip(), waarden)
            delen = gevuld.split("\n") if vorm is Blokvorm.PUNT else [" ".join(gevuld.split())]
            uit.extend(Blok(vorm, deel.strip()) for deel in delen if deel.strip())
        else:
            los.append(regel)
    return [*uit, *_alinea(los, waarden)]


def _alinea(regels: list[str], waarden: Mapping[str, str]) -> list[Blok]:
    gevuld = _gevuld("\n".join(regels).strip(), waarden)
    return [Blok(Blokvorm.ALINEA, deel.strip()) for deel in re.split(r"\n\s*\n", gevuld) if deel.strip()]


def _gevuld(tekst: str, waarden: Mapping[str, str]) -> str:
    """Nothing at all when one of the fields in it has no value."""
    if any(not waarden.get(veldnaam(naam), "") for naam in _VELD.findall(tekst)):
        return ""
    return _VELD.sub(_Vervanger(waarden), tekst)


class _Vervanger:
    """A field for its value, as it is: no escape in a value is read."""

    def __init__(self, waarden: Mapping[str, str]) -> None:
        self._waarden = waarden

    def __call__(self, gevonden: re.Match[str]) -> str:
        return self._waarden.get(veldnaam(gevonden[1]), "")


def _zonder_lege_koppen(blokken: list[Blok]) -> list[Blok]:
    return [
        blok
        for plek, blok in enumerate(blokken)
        if blok.vorm is not Blokvorm.KOP or (plek + 1 < len(blokken) and blokken[plek + 1].vorm is not Blokvorm.KOP)
    ]
