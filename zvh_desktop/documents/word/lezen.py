"""Read what came back: the texts between our marks, however the document was saved. Of the rest is only seen that it is
not what was given out (``buiten``).

A text that was taken out with its marks is not there. That is not the same as an empty one, and nothing is made of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import zip_longest
from typing import Any, Final

from zvh_desktop.documents.word.blokken import BEGIN, EINDE, Tekstmerk, lees_merk, zoals_geschreven
from zvh_desktop.documents.word.buiten import LEGE_KANTLIJN, Kantlijn, lees_kantlijn, met_buitentekst
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
    kantlijn: Kantlijn = LEGE_KANTLIJN


def lees_terug(inhoud: bytes, sleutel: bytes) -> Teruggelezen:
    """The texts of one document; ``sleutel`` is the one under which it was made.

    Raises InvoerOngeldig when it is none of ours, or cannot be read.
    """
    delen = lees_pakket(inhoud)
    lijf = _lijf(inhoud)
    vakken, bladwijzers = _per_sleutel(_uit_vakken(lijf)), _per_sleutel(_tussen_bladwijzers(lijf))
    if len({een.merk.document for lijst in (vakken, bladwijzers) for een in _alle(lijst)}) > 1:
        raise geweigerd("In dit bestand staan stukken uit verschillende documenten.", _ADVIES)
    sleutels = tuple(dict.fromkeys((*vakken, *bladwijzers)))
    if not sleutels:
        raise geweigerd("In dit bestand staat niets dat kan worden overgenomen.", _ADVIES)
    dubbel = tuple(een for een in sleutels if len({tekst.tekst for tekst in vakken.get(een, ())}) > 1)
    teksten = tuple(_ruimste(vakken.get(een, ()), bladwijzers.get(een, ())) for een in sleutels if een not in dubbel)
    document = next(een.merk.document for lijst in (vakken, bladwijzers) for een in _alle(lijst))
    return Teruggelezen(document, teksten, dubbel, lees_kantlijn(delen, lijf, _buiten_velden(lijf), sleutel))


def met_kantlijn(inhoud: bytes, sleutel: bytes) -> bytes:
    """The document as it is given out, so that what is typed outside its fields is seen when it comes back."""
    return met_buitentekst(inhoud, _buiten_velden(_lijf(inhoud)), sleutel)


def _lijf(inhoud: bytes) -> Any:
    return door_word(lambda: laad_module(_WORD).Document(BytesIO(inhoud)).element.body)


def _buiten_velden(lijf: Any) -> list[str]:
    """Each paragraph that is in no field of ours, as it is shown."""
    alineas = _alineas(lijf)
    binnen = {id(alinea) for _, reeks in _stukken(alineas) for alinea in reeks}
    binnen |= {id(alinea) for vak, _ in _vakken(lijf) for alinea in vak.iter(f"{_W}p")}
    return [_Tekstlezer(zonder_invultekst=True).lees([alinea]) for alinea in alineas if id(alinea) not in binnen]


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
    for vak, merk in _vakken(lijf):
        if _wacht_op_invulling(vak):
            yield Terugtekst(merk, "")
            continue
        inhoud = vak.find(f"{_W}sdtContent")
        # Of one paragraph some programs make a control within the line.
        yield _terugtekst(merk, _alineas(inhoud) or [inhoud])


def _vakken(lijf: Any) -> Iterator[tuple[Any, Tekstmerk]]:
    for vak in lijf.iter(f"{_W}sdt"):
        label = vak.find(f"{_W}sdtPr/{_W}tag")
        merk = lees_merk(label.get(f"{_W}val") or "") if label is not None else None
        if merk is not None and merk.kant == BEGIN and vak.find(f"{_W}sdtContent") is not None:
            yield vak, merk


def _wacht_op_invulling(vak: Any) -> bool:
    """Whether it is empty, and the word processor shows there that something can be typed."""
    return vak.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None


def _alineas(knoop: Any) -> list[Any]:
    """Every paragraph below it that is shown."""
    return [een for een in knoop.iter(f"{_W}p") if next(een.iterancestors(f"{_MC}Fallback"), None) is None]


def _tussen_bladwijzers(lijf: Any) -> Iterator[Terugtekst]:
    """As others do: from the paragraph with the first bookmark up to the one with the second."""
    for begin, alineas in _stukken(_alineas(lijf)):
        binnen = [een for een in alineas if not any(map(_wacht_op_invulling, een.iterancestors(_VAK)))]
        yield _terugtekst(begin, binnen, zonder_invultekst=True)


def _stukken(alineas: Sequence[Any]) -> Iterator[tuple[Tekstmerk, Sequence[Any]]]:
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
                yield begin, alineas[vanaf:nummer]


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
        """These paragraphs, each on a line; one whose end was deleted goes on in the next, and a cell in its row."""
        uit, begin = [], True
        for alinea, volgende in zip_longest(alineas, alineas[1:]):
            regel = self._van(alinea)
            uit.append(f"- {regel}" if begin and _is_opsomming(alinea) and regel.strip() else regel)
            begin = not any(alinea.find(f"{_W}pPr/{_W}rPr/{_W}{weg}") is not None for weg in ("del", "moveFrom"))
            uit.append("\t" if begin and _naast(alinea, volgende) else "\n" if begin else "")
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


def _naast(alinea: Any, volgende: Any) -> bool:
    """Whether these are in two cells of one row of a table."""
    if volgende is None:
        return False
    hier, daar = (next(een.iterancestors(f"{_W}tc"), None) for een in (alinea, volgende))
    return hier is not None and daar is not None and hier is not daar and hier.getparent() is daar.getparent()


def _stijl(een: Any, wat: str) -> str:
    stijl = een.find(f"{_W}{wat}Pr/{_W}{wat}Style")
    return str(stijl.get(f"{_W}val", "")) if stijl is not None else ""


def _is_opsomming(alinea: Any) -> bool:
    nummer = alinea.find(f"{_W}pPr/{_W}numPr/{_W}numId")
    if nummer is not None:
        return bool(nummer.get(f"{_W}val") != "0")
    return _stijl(alinea, "p").startswith(_OPSOMMING)
