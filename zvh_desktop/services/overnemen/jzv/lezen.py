"""Read a JSON file that came from outside: its size is asked first, and nothing in it may be read in two ways."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from zvh_desktop.errors import InvoerOngeldig

MEESTE_BYTES: Final = 2 * 1024 * 1024
"""A Melding with long texts fits many times."""
DIEPSTE: Final = 32
MEESTE_GEGEVENS: Final = 20_000
"""A Melding about hundreds of people has fewer. Of more, one step of the library holds up the window."""
_MEESTE_CIJFERS: Final = 20
_ADVIES: Final = "Vraag de afzender om een nieuw JZV-bestand."
_OPEN, _DICHT, _AANHALING, _STREEP, _KOMMA = b"{[", b"}]", ord('"'), ord("\\"), ord(",")


def lees_json_bestand(pad: Path) -> Any:
    """The value in this file. Raises InvoerOngeldig with why it is none."""
    try:
        if pad.stat().st_size > MEESTE_BYTES:
            raise _te_groot()
        if not pad.is_file():
            raise geweigerd("Dit bestand kan niet worden gelezen.", "Kies het JZV-bestand zelf.")
        with pad.open("rb") as bestand:
            inhoud = bestand.read(MEESTE_BYTES + 1)
    except OSError as fout:
        raise geweigerd("Dit bestand kan niet worden gelezen.", "Sluit het in andere programma's.") from fout
    return lees_json(inhoud)


def lees_json(inhoud: bytes) -> Any:
    """The value in these bytes. Raises InvoerOngeldig."""
    if len(inhoud) > MEESTE_BYTES:
        raise _te_groot()
    diepte, gegevens = _maten(inhoud)
    if diepte > DIEPSTE:
        raise geweigerd("Dit bestand is te diep genest om een JZV-bestand te zijn.")
    if gegevens > MEESTE_GEGEVENS:
        raise geweigerd("In dit bestand staan meer gegevens dan in een melding passen.")
    try:
        waarde = json.loads(
            inhoud.decode("utf-8-sig"),
            object_pairs_hook=_zonder_dubbele,
            parse_constant=_geen_getal,
            parse_float=_getal,
            parse_int=_heel_getal,
        )
        # Half a letter (a surrogate alone) can be written in JSON, and stored nowhere.
        json.dumps(waarde, ensure_ascii=False).encode("utf-8")
    except UnicodeError as fout:
        raise geweigerd("In dit bestand staan tekens die niet te lezen zijn.") from fout
    except (ValueError, RecursionError) as fout:
        raise geweigerd("Dit bestand is beschadigd of is geen JSON.") from fout
    return waarde


def geweigerd(zin: str, advies: str = _ADVIES) -> InvoerOngeldig:
    """A refusal: nothing was changed."""
    return InvoerOngeldig("bestand", zin, advies=advies)


def _te_groot() -> InvoerOngeldig:
    return geweigerd("Dit bestand is te groot voor een melding: er past 2 MB in.")


def _maten(inhoud: bytes) -> tuple[int, int]:
    """How many braces stand within each other, and how many things beside each other, outside texts.

    Asked before anything is built of them.
    """
    diep = diepst = 0
    gegevens = 1
    in_tekst = overslaan = False
    for teken in inhoud:
        if overslaan:
            overslaan = False
        elif in_tekst:
            overslaan = teken == _STREEP
            in_tekst = teken != _AANHALING
        elif teken == _AANHALING:
            in_tekst = True
        elif teken == _KOMMA:
            gegevens += 1
        elif teken in _OPEN:
            diep += 1
            diepst = max(diepst, diep)
        elif teken in _DICHT:
            diep -= 1
    return diepst, gegevens


def _zonder_dubbele(paren: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    gelezen = dict(paren)
    if len(gelezen) != len(paren):
        raise geweigerd("In dit bestand staat een gegeven twee keer. Wat ervan geldt is niet te zeggen.")
    return gelezen


def _geen_getal(_naam: str) -> object:
    raise geweigerd("In dit bestand staat iets dat geen getal is waar een getal hoort.")


def _heel_getal(tekst: str) -> int:
    if len(tekst) > _MEESTE_CIJFERS:
        raise geweigerd("In dit bestand staat een getal dat te groot is.")
    return int(tekst)


def _getal(tekst: str) -> float:
    getal = float(tekst)
    if getal - getal != 0:
        raise geweigerd("In dit bestand staat een getal dat te groot is.")
    return getal
