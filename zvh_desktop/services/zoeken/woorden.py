"""What was typed, as both indexes are asked for it: trigrams for the longer words, a look at the text for the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.orm import Session

KORTSTE_TRIGRAM = 3


@dataclass(frozen=True, slots=True)
class Woorden:
    """The words that give a trigram, and those that are too short for that."""

    lang: tuple[str, ...]
    kort: tuple[str, ...] = ()

    @classmethod
    def uit(cls, woorden: Sequence[str]) -> Woorden:
        """Each word on its own side."""
        lang = tuple(woord for woord in woorden if len(woord) >= KORTSTE_TRIGRAM)
        return cls(lang, tuple(woord for woord in woorden if len(woord) < KORTSTE_TRIGRAM))

    @property
    def zin(self) -> str:
        """The question to an index for the longer words."""
        return " AND ".join(f'"{woord}"' for woord in self.lang)

    def begint(self) -> Woorden | None:
        """With two letters asked for as the beginning of a word: with the space before it that is a trigram."""
        twee = tuple(f" {woord}" for woord in self.kort if len(woord) == KORTSTE_TRIGRAM - 1)
        if not twee:
            return None
        return Woorden((*self.lang, *twee), tuple(woord for woord in self.kort if len(woord) < KORTSTE_TRIGRAM - 1))


def rijen_met(sessie: Session, index: str, woorden: Woorden, meeste: int, kijk: int) -> list[int]:
    """The newest rows of this index with every word, at most ``meeste``.

    A short word is looked for in the texts of the ``kijk`` newest rows with the longer words: reading the text of
    every row would take seconds. Past those it is found where a word begins with it.
    """
    gevonden = _rijen(sessie, index, woorden, meeste, kijk)
    begin = woorden.begint()
    if begin is None or len(gevonden) >= meeste:
        return gevonden
    ook = _rijen(sessie, index, begin, meeste, kijk)
    return sorted({*gevonden, *ook}, reverse=True)[:meeste]


def _rijen(sessie: Session, index: str, woorden: Woorden, meeste: int, kijk: int) -> list[int]:
    if not woorden.kort:
        vraag = f"SELECT rowid FROM {index} WHERE {index} MATCH :zin ORDER BY rowid DESC LIMIT :meeste"  # noqa: S608
        return list(sessie.scalars(text(vraag), {"zin": woorden.zin, "meeste": meeste}))
    # not with LIKE: what stands there in capitals is for another question
    waarden = {f"kort{i}": woord for i, woord in enumerate(woorden.kort)}
    filter_ = " AND ".join(f"instr(tekst, :{naam})" for naam in waarden)
    vraag = (
        f"SELECT rij FROM (SELECT rowid AS rij, tekst FROM {index} WHERE {index} MATCH :zin "  # noqa: S608
        f"ORDER BY rowid DESC LIMIT :kijk) WHERE {filter_} LIMIT :meeste"
    )
    return list(sessie.scalars(text(vraag), {"zin": woorden.zin, "meeste": meeste, "kijk": kijk, **waarden}))


def zonder_jokers(woord: str) -> str:
    """A word as LIKE takes it literally, with ! as the escape."""
    return woord.replace("!", "!!").replace("%", "!%").replace("_", "!_")
