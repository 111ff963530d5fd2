"""Read what came back: the texts between our marks, however the document was saved. Nothing else of it is looked at.

A text that was taken out with its marks is not there. That is not the same as an empty one, and nothing is made of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from zvh_desktop.documents.word.blokken import BEGIN, EINDE, Tekstmerk, lees_merk, zoals_geschreven
from zvh_desktop.documents.word.pakket import door_word, geweigerd, lees_pakket
from zvh_desktop.documents.word.symbolen import symbool
from zvh_desktop.naladen import laad_module

_WORD: Final = "docx"
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WEG: Final = frozenset(
    (*(f"{_W}{naam}" for naam in ("del", "moveFrom", "pPr", "rPr", "instrText", "sdtPr", "rt")), f"{_MC}Fallback")
)
"""What was deleted but is still kept, what is no text, and what older programs show in place of its neighbour."""
_INVULTEKST: Final = frozenset(("PlaceholderText", "Tekstvantijdelijkeaanduiding"))
_OPSOMMING: Final = ("ListBullet", "ListNumber", "Lijstopsomteken", "Lijstnummering")
_VAK: Final = f"{_W}sdt"
_MEESTE_TEKENS: Final = 1_048_576


@dataclass(frozen=True, slots=True)
class Terugtekst:
    """One text that came back, with the mark that stood by it."""

    merk: Tekstmerk
    tekst: str
    heel: bool = True
    """Whether all of it could be read: an image, a footnote or an unknown sign cannot."""


@dataclass(frozen=True, slots=True)
class Teruggelezen:
    """What a document that came back holds; ``dubbel`` are the keys of texts that stand in it in two forms."""

    document: str
    teksten: tuple[Terugtekst, ...]
    dubbel: tuple[str, ...]


def lees_terug(inhoud: bytes) -> Teruggelezen:
    """The texts of one document. Raises InvoerOngeldig when it is none of ours, or cannot be read."""
    lees_pakket(inhoud)
    lijf = door_word(lambda: laad_module(_WORD).Document(BytesIO(inhoud)).element.body)
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
            if _wacht_op_invulling(vak):
                yield Terugtekst(merk, "")
                continue
            alineas = _alineas(inhoud)
            # Of one paragraph some programs make a control within the line.
            yield _terugtekst(merk, alineas or [inhoud])


def _wacht_op_invulling(vak: Any) -> bool:
    """Whether it is empty, and the word processor shows there that something can be typed."""
    return vak.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None


def _alineas(knoop: Any) -> list[Any]:
    """Every paragraph below it that is shown."""
    return [een for een in knoop.iter(f"{_W}p") if next(een.iterancestors(f"{_MC}Fallback"), None) is None]


def _tussen_bladwijzers(lijf: Any) -> Iterator[Terugtekst]:
    """As others do: from the paragraph with the first bookmark up to the one with the second."""
    alineas = _alineas(lijf)
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
                binnen = [
                    een for een in alineas[vanaf:nummer] if not any(map(_wacht_op_invulling, een.iterancestors(_VAK)))
                ]
                yield _terugtekst(begin, binnen, zonder_invultekst=True)


def _terugtekst(merk: Tekstmerk, alineas: Sequence[Any], *, zonder_invultekst: bool = False) -> Terugtekst:
    lezer = _Tekstlezer(zonder_invultekst=zonder_invultekst)
    tekst = lezer.lees(alineas)
    if len(tekst) > _MEESTE_TEKENS:
        raise geweigerd("In dit bestand staat een tekst die te lang is om te bewaren.")
    return Terugtekst(merk, zoals_geschreven(tekst), lezer.heel)


class _Tekstlezer:
    """Reads one text as it is shown: what was deleted with changes tracked is not."""

    def __init__(self, *, zonder_invultekst: bool) -> None:
        self._zonder_invultekst = zonder_invultekst
        self.heel = True

    def lees(self, alineas: Sequence[Any]) -> str:
        """These paragraphs, each on a line; one whose end was deleted goes on in the next."""
        uit, begin = [], True
        for alinea in alineas:
            regel = self._van(alinea)
            uit.append(f"- {regel}" if begin and _is_opsomming(alinea) and regel.strip() else regel)
            begin = not any(alinea.find(f"{_W}pPr/{_W}rPr/{_W}{weg}") is not None for weg in ("del", "moveFrom"))
            uit.append("\n" if begin else "")
        return "".join(uit)

    def _van(self, knoop: Any) -> str:
        """The letters below a node."""
        return "".join(self._een(een) for een in knoop if isinstance(een.tag, str) and een.tag not in _WEG)

    def _een(self, een: Any) -> str:
        match een.tag.removeprefix(_W):
            case "t" | "{http://schemas.openxmlformats.org/officeDocument/2006/math}t":
                return een.text or ""
            case "tab" | "ptab":
                return "\t"
            case "br" | "cr":
                return "\n"
            case "noBreakHyphen":
                return "-"
            case "p":
                return ""  # a paragraph of its own, within a box
            case "sym":
                return self._teken(een)
            case "sdt" if _wacht_op_invulling(een):
                return ""
            case "r" if self._zonder_invultekst and _stijl(een, "r") in _INVULTEKST:
                return ""
            case "drawing" | "pict" | "object" | "footnoteReference" | "endnoteReference":
                self.heel = self.heel and next(een.iter(f"{_W}txbxContent"), None) is not None
                return ""
            case _:
                return self._van(een)

    def _teken(self, een: Any) -> str:
        teken = symbool(een.get(f"{_W}font", ""), een.get(f"{_W}char", ""))
        self.heel = self.heel and bool(teken)
        return teken


def _stijl(een: Any, wat: str) -> str:
    stijl = een.find(f"{_W}{wat}Pr/{_W}{wat}Style")
    return str(stijl.get(f"{_W}val", "")) if stijl is not None else ""


def _is_opsomming(alinea: Any) -> bool:
    nummer = alinea.find(f"{_W}pPr/{_W}numPr/{_W}numId")
    if nummer is not None:
        return bool(nummer.get(f"{_W}val") != "0")
    return _stijl(alinea, "p").startswith(_OPSOMMING)
