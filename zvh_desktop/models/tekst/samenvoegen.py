"""One text that two people changed at the same time, put together again paragraph by paragraph.

Nothing that either of them wrote is lost: where they changed the same paragraph in different ways both stand in the
text, under each other, and it is told which they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

Alineas = Sequence[str]


@dataclass(frozen=True, slots=True)
class Botsing:
    """One place that was changed in two ways. Empty: there it was taken away."""

    hier: str
    daar: str


@dataclass(frozen=True, slots=True)
class Samengevoegd:
    """The text of both, and where they were not of one mind."""

    tekst: str
    botsingen: tuple[Botsing, ...] = ()


@dataclass(frozen=True, slots=True)
class _Alineawissel:
    """In one text the paragraphs ``begin`` up to ``eind`` of the old one were replaced."""

    begin: int
    eind: int
    nieuw: tuple[str, ...]
    hier: bool


def voeg_samen(basis: str, hier: str, daar: str) -> Samengevoegd:
    """What was made here and there of ``basis``, in one text; what stands there comes first where both added."""
    if hier in (basis, daar):
        return Samengevoegd(daar)
    if daar == basis:
        return Samengevoegd(hier)
    oud = basis.split("\n")
    uit: list[str] = []
    botsingen: list[Botsing] = []
    plaats = 0
    for groep in _groepen([*_wissels(oud, hier, hier=True), *_wissels(oud, daar, hier=False)]):
        begin, eind = min(een.begin for een in groep), max(een.eind for een in groep)
        uit.extend(oud[plaats:begin])
        regels, botsing = _kies(oud, groep, begin, eind)
        uit.extend(regels)
        botsingen.extend(() if botsing is None else (botsing,))
        plaats = eind
    uit.extend(oud[plaats:])
    return Samengevoegd("\n".join(uit), tuple(botsingen))


def _wissels(oud: Alineas, tekst: str, *, hier: bool) -> Iterator[_Alineawissel]:
    nieuw = tekst.split("\n")
    for soort, begin, eind, van, tot in SequenceMatcher(None, oud, nieuw, autojunk=False).get_opcodes():
        if soort != "equal":
            yield _Alineawissel(begin, eind, tuple(nieuw[van:tot]), hier)


def _groepen(wissels: Sequence[_Alineawissel]) -> Iterator[list[_Alineawissel]]:
    """What lies over each other, from front to back: that is about the same paragraphs."""
    groep: list[_Alineawissel] = []
    eind = -1
    # what was put in front of a paragraph stands before what that paragraph became
    for een in sorted(wissels, key=lambda een: (een.begin, een.eind)):
        samen = groep and (een.begin < eind or een.begin == een.eind == groep[-1].begin == groep[-1].eind)
        if groep and not samen:
            yield groep
            groep, eind = [], -1
        groep.append(een)
        eind = max(eind, een.eind)
    if groep:
        yield groep


def _kies(oud: Alineas, groep: Sequence[_Alineawissel], begin: int, eind: int) -> tuple[list[str], Botsing | None]:
    mijn = [een for een in groep if een.hier]
    hunne = [een for een in groep if not een.hier]
    if not mijn or not hunne:
        return _zoals(oud, groep, begin, eind), None
    hier, daar = _zoals(oud, mijn, begin, eind), _zoals(oud, hunne, begin, eind)
    if hier == daar:
        return hier, None
    # What of the old text lies between was replaced by one of them, so of each only what is new is kept.
    van_daar = [regel for een in hunne for regel in een.nieuw]
    samen = [*van_daar, *(regel for een in mijn for regel in een.nieuw if regel not in van_daar)]
    return samen, None if begin == eind else Botsing("\n".join(hier), "\n".join(daar))


def _zoals(oud: Alineas, wissels: Sequence[_Alineawissel], begin: int, eind: int) -> list[str]:
    """These paragraphs as one of the two left them."""
    uit: list[str] = []
    plaats = begin
    for een in wissels:
        uit.extend(oud[plaats : een.begin])
        uit.extend(een.nieuw)
        plaats = een.eind
    uit.extend(oud[plaats:eind])
    return uit
