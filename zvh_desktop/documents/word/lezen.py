"""Read what came back: the texts between our marks, however the document was saved. Nothing else of it is looked at.

A text that was taken out with its marks is not there. That is not the same as an empty one, and nothing is made of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from io import BytesIO
from typing import Any, Final

from zvh_desktop.documents.word.blokken import BEGIN, EINDE, Tekstmerk, lees_merk, zoals_geschreven
from zvh_desktop.documents.word.pakket import door_word, geweigerd, lees_pakket

_WORD: Final = "docx"
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WEG: Final = frozenset(f"{_W}{naam}" for naam in ("del", "moveFrom", "pPr", "rPr", "footnoteReference", "instrText"))
"""What was deleted but is still kept, and what is no text."""
_MEESTE_TEKENS: Final = 1_048_576


@dataclass(frozen=True, slots=True)
class Terugtekst:
    """One text that came back, with the mark that stood by it."""

    merk: Tekstmerk
    tekst: str


@dataclass(frozen=True, slots=True)
class Teruggelezen:
    """What a document that came back holds; ``dubbel`` are the keys of texts that stand in it in two forms."""

    document: str
    teksten: tuple[Terugtekst, ...]
    dubbel: tuple[str, ...]


def lees_terug(inhoud: bytes) -> Teruggelezen:
    """The texts of one document. Raises InvoerOngeldig when it is none of ours, or cannot be read."""
    lees_pakket(inhoud)
    lijf = door_word(lambda: import_module(_WORD).Document(BytesIO(inhoud)).element.body)
    vakken, bladwijzers = _per_sleutel(_uit_vakken(lijf)), _per_sleutel(_tussen_bladwijzers(lijf))
    if len({een.merk.document for lijst in (vakken, bladwijzers) for een in _alle(lijst)}) > 1:
        raise geweigerd("In dit bestand staan stukken uit verschillende documenten.", _ADVIES)
    sleutels = tuple(dict.fromkeys((*vakken, *bladwijzers)))
    if not sleutels:
        raise geweigerd("In dit bestand staat niets dat kan worden overgenomen.", _ADVIES)
    dubbel = tuple(een for een in sleutels if len({tekst.tekst for tekst in vakken.get(een, ())}) > 1)
    teksten = tuple(_ruimste(vakken.get(een, ()), bladwijzers.get(een, ())) for een in sleutels if een not in dubbel)
    document = next(een.merk.document for lijst in (vakken, bladwijzers) for een in _alle(lijst))
    return Teruggelezen(document, teksten, dubbel)


def _per_sleutel(teksten: Iterator[Terugtekst]) -> dict[str, tuple[Terugtekst, ...]]:
    uit: dict[str, tuple[Terugtekst, ...]] = {}
    for een in teksten:
        uit[een.merk.sleutel] = (*uit.get(een.merk.sleutel, ()), een)
    return uit


def _alle(lijst: dict[str, tuple[Terugtekst, ...]]) -> Iterator[Terugtekst]:
    for teksten in lijst.values():
        yield from teksten


def _ruimste(vakken: Sequence[Terugtekst], bladwijzers: Sequence[Terugtekst]) -> Terugtekst:
    """Both hold the same text; a program that keeps one of them half keeps the other whole."""
    return max((*vakken, *bladwijzers), key=_lengte)


def _lengte(een: Terugtekst) -> int:
    return len(een.tekst)


_ADVIES: Final = "Kies het Word-bestand dat hier is bewaard en daarna is bewerkt."


def _uit_vakken(lijf: Any) -> Iterator[Terugtekst]:
    """As most word processors keep it: a content control with our tag."""
    for vak in lijf.iter(f"{_W}sdt"):
        label = vak.find(f"{_W}sdtPr/{_W}tag")
        merk = lees_merk(label.get(f"{_W}val") or "") if label is not None else None
        inhoud = vak.find(f"{_W}sdtContent")
        if merk is not None and merk.kant == BEGIN and inhoud is not None:
            alineas = list(inhoud.iter(f"{_W}p"))
            # Of one paragraph some programs make a control within the line.
            yield Terugtekst(merk, _tekst(alineas) if alineas else _pas(_van(inhoud)))


def _tussen_bladwijzers(lijf: Any) -> Iterator[Terugtekst]:
    """As others do: from the paragraph with the first bookmark up to the one with the second."""
    alineas = list(lijf.iter(f"{_W}p"))
    open_: dict[tuple[str, str], tuple[Tekstmerk, int]] = {}
    for nummer, alinea in enumerate(alineas):
        for bladwijzer in alinea.iter(f"{_W}bookmarkStart"):
            merk = lees_merk(bladwijzer.get(f"{_W}name") or "")
            if merk is None:
                continue
            sleutel = merk.document, merk.sleutel
            if merk.kant == BEGIN:
                open_.setdefault(sleutel, (merk, nummer))
            elif merk.kant == EINDE and sleutel in open_:
                begin, vanaf = open_.pop(sleutel)
                yield Terugtekst(begin, _tekst(alineas[vanaf:nummer]))


def _tekst(alineas: Sequence[Any]) -> str:
    return _pas("\n".join(_van(alinea) for alinea in alineas))


def _pas(tekst: str) -> str:
    if len(tekst) > _MEESTE_TEKENS:
        raise geweigerd("In dit bestand staat een tekst die te lang is om te bewaren.")
    return zoals_geschreven(tekst)


def _van(knoop: Any) -> str:
    """The letters below a node as they are read: what was deleted with changes tracked is not."""
    uit: list[str] = []
    for een in knoop:
        if not isinstance(een.tag, str) or een.tag in _WEG:
            continue
        match een.tag.removeprefix(_W):
            case "t":
                uit.append(een.text or "")
            case "tab":
                uit.append("\t")
            case "br" | "cr":
                uit.append("\n")
            case "noBreakHyphen":
                uit.append("-")
            case "p":
                continue  # a paragraph of its own, within a box
            case _:
                uit.append(_van(een))
    return "".join(uit)
