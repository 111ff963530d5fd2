"""What pages consist of: plain text, headings that stay with what follows, and tick boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer

from zvh_desktop.documents.opmaak.lettertype import Snit, breedte
from zvh_desktop.documents.opmaak.merkdoek import Merkdoek, lees_anders
from zvh_desktop.documents.opmaak.regels import Tekstregel, breek
from zvh_desktop.documents.opmaak.stijl import ACCENT, INHOUD_BOVEN, INHOUD_ONDER, INKT
from zvh_desktop.documents.opmaak.structuur import Knoop, Leesrol
from zvh_desktop.documents.opmaak.tabelvorm import Tabelvorm

_HEEL: Final = 100_000.0
_MEENEMEN: Final = 300.0
"""So high may be what the end of a letter takes along to a new page, apart from its headings."""
_BLAD: Final = INHOUD_BOVEN - INHOUD_ONDER - 1
"""What fits on a page: asking for more would leave one empty."""


@dataclass(slots=True)
class _Leesplek:
    """Where a text stands in the tree: made when its first part is drawn, and shared by all its parts."""

    knoop: Knoop | None = None


_BREED_GENOEG: Final = 0.01
_NIET_GESPLITST: Final = 3
"""A text of so many lines stays whole: two at the foot of a page would leave one on the next."""


class Tekst(Flowable):  # type: ignore[misc]
    """Plain text of any length, wrapped once and then dealt out over the pages.

    It takes text that tekst.schoon has cleaned; nothing in it is mark-up. ``punt`` is drawn before the first line.
    """

    def __init__(self, tekst: str, stijl: ParagraphStyle, punt: str = "") -> None:
        super().__init__()
        self._tekst = tekst
        self._stijl = stijl
        self._punt = punt
        self._ruimte = -1.0
        # All parts of one text share its lines; each part draws its own stretch of them.
        self._regels: tuple[Tekstregel, ...] = ()
        self._begin = 0
        self._einde = 0
        self._plek = _Leesplek()

    def _deel(self, begin: int, einde: int) -> Tekst:
        deel = self._leeg(self._punt if begin == 0 else "")
        deel._ruimte, deel._regels, deel._begin, deel._einde = self._ruimte, self._regels, begin, einde
        deel._plek = self._plek
        return deel

    def _leeg(self, punt: str) -> Tekst:
        return Tekst(self._tekst, self._stijl, punt)

    def getSpaceBefore(self) -> float:  # noqa: N802
        return float(self._stijl.spaceBefore) if self._begin == 0 else 0.0

    def getSpaceAfter(self) -> float:  # noqa: N802
        return float(self._stijl.spaceAfter) if self._einde == len(self._regels) else 0.0

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        # A frame computes its width, and may be off by the last bit: the same lines for all that.
        if abs(aW - self._ruimte) > _BREED_GENOEG:
            self._ruimte = aW
            binnen = max(aW - self._stijl.leftIndent, 1.0)
            self._regels = breek(self._tekst, binnen, Snit(self._stijl.fontName), self._stijl.fontSize)
            self._begin, self._einde = 0, len(self._regels)
        self.width = aW
        self.height = (self._einde - self._begin) * self._stijl.leading
        return self.width, self.height

    def begin_hoogte(self, breed: float) -> float:
        """Room for what begins on a page: two lines, and all of it when one alone would be left over."""
        self.wrap(breed, 0)
        regels = self._einde - self._begin
        return float((regels if regels <= _NIET_GESPLITST else 2) * self._stijl.leading)

    def met_staart(self, breed: float) -> tuple[Tekst, ...]:
        """All but the last two lines, and those; a text that stays whole is itself."""
        self.wrap(breed, 0)
        midden = self._einde - 2
        while midden > self._begin and not self._regels[midden].tekst:
            midden -= 1
        if self._einde - self._begin <= _NIET_GESPLITST or midden - self._begin < 2:
            return (self,)
        return self._deel(self._begin, midden), self._deel(midden, self._einde)

    def split(self, aW: float, aH: float) -> list[Any]:  # noqa: N803
        self.wrap(aW, aH)
        heel = self._einde - self._begin
        past = int((aH + 0.01) // self._stijl.leading)
        if past >= heel:
            return [self]
        if heel - past == 1:
            past -= 1
        if past < 2:
            return []
        midden = self._begin + past
        return [self._deel(self._begin, midden), self._deel(midden, self._einde)]

    def draw(self) -> None:
        doek: Merkdoek = self.canv
        regels = self._regels[self._begin : self._einde]
        if not any(regel.tekst for regel in regels):
            return
        if doek.is_artefact:
            self._teken_punt()
            self._teken(regels)
            return
        if self._plek.knoop is None:
            self._plek.knoop = self._begin_knoop(doek)
        with doek.gemerkt(self._plek.knoop):
            self._teken(regels)

    def _begin_knoop(self, doek: Merkdoek) -> Knoop:
        if not self._punt:
            return doek.boom.alinea()
        regel = doek.boom.lijstregel()
        with doek.gemerkt(regel.onder(Leesrol.LIJSTTEKEN)):
            self._teken_punt()
        return regel.onder(Leesrol.LIJSTTEKST)

    def _hoog(self) -> float:
        return float(self.height - self._stijl.leading / 2 - self._stijl.fontSize * 0.36)

    def _teken_punt(self) -> None:
        if self._punt:
            blok = self.canv.beginText(self._stijl.bulletIndent, self._hoog())
            blok.setFont(self._stijl.fontName, self._stijl.fontSize)
            blok.setFillColor(self._stijl.textColor)
            blok.textOut(f"{self._punt} ")
            self.canv.drawText(blok)

    def _teken(self, regels: Sequence[Tekstregel]) -> None:
        stijl = self._stijl
        snit = Snit(stijl.fontName)
        hoog = self._hoog()
        blok = self.canv.beginText(stijl.leftIndent, hoog)
        blok.setFont(stijl.fontName, stijl.fontSize)
        blok.setFillColor(stijl.textColor)
        for nummer, regel in enumerate(regels):
            if not regel.tekst:
                continue
            links = stijl.leftIndent
            if stijl.alignment == TA_RIGHT or (regel.rechts and stijl.alignment != TA_CENTER):
                links = self.width - breedte(regel.tekst, snit, stijl.fontSize)
            elif stijl.alignment == TA_CENTER:
                links = (self.width - breedte(regel.tekst, snit, stijl.fontSize)) / 2
            blok.setTextOrigin(links, hoog - nummer * stijl.leading)
            # What is copied or read aloud has no lines: without the space "de" and "betrokkene" would be one word.
            spatie = "" if regel.afgebroken else " "
            if regel.gelezen:
                lees_anders(blok._code, regel.gelezen + spatie)
                blok.textOut(regel.tekst)
                blok._code.append("EMC")
            else:
                blok.textOut(regel.tekst + spatie)
        self.canv.drawText(blok)


class Kopregel(Tekst):
    """A heading: it is never left alone at the foot of a page.

    ``maat`` is its size, 0 the largest; without one it looks like a heading and is read as a line (a second title).
    """

    def __init__(self, tekst: str, stijl: ParagraphStyle, maat: int | None = None) -> None:
        super().__init__(tekst, stijl)
        self._maat = maat

    def _leeg(self, _punt: str) -> Tekst:
        return Kopregel(self._tekst, self._stijl, self._maat)

    def _begin_knoop(self, doek: Merkdoek) -> Knoop:
        if self._maat is None:
            return super()._begin_knoop(doek)
        knoop = doek.boom.kop(self._maat)
        doek.bladwijzer(knoop, self._tekst, self.height)
        return knoop


class Briefslot(KeepTogether):  # type: ignore[misc]
    """How a letter ends: it is never alone on a page."""


class Tabelslot(KeepTogether):  # type: ignore[misc]
    """A table that is too high to go along as a whole, and what ends below it: that takes its last rows along."""

    def begin_hoogte(self, breed: float) -> float:
        """What has to fit under a heading."""
        return float(self._content[0].begin_hoogte(breed))

    def split(self, aW: float, aH: float) -> list[Any]:  # noqa: N803
        """The table and the end where both fit; else a part of the table, and the same of what is left of it."""
        vorm, *einde = self._content
        if _samen(self._content, aW) <= aH:
            return [vorm, *einde]
        delen = vorm.met_staart(aW, aH)
        if delen:
            return [delen[0], Tabelslot([delen[1], *einde])]
        # Nothing of it fits here, so it begins on the next page; where it stood at the head of one it is let go.
        return [vorm, *einde] if hasattr(self, "_postponed") else []


def houd_bijeen(inhoud: Sequence[Flowable], breed: float) -> list[Any]:
    """Let each heading begin a new page when what follows it would not begin on the same page.

    The end of a letter takes what stands above it along, with its headings; of a long text the last lines, and of a
    high table the last rows. So does the box with which a document ends.
    """
    delen = _met_staart(inhoud, breed)
    nodig: dict[int, float] = {}
    for plek, deel in enumerate(delen):
        if isinstance(deel, Kopregel) and not (plek and isinstance(delen[plek - 1], Kopregel)):
            nodig[plek] = _nodig(delen[plek:], breed)
        elif _is_slot(delen, plek, breed):
            begin = _begin_van_slot(delen, plek, breed)
            nodig[begin] = max(nodig.get(begin, 0.0), _samen(delen[begin : plek + 1], breed))
    uit: list[Any] = []
    for plek, deel in enumerate(delen):
        if plek in nodig:
            uit.append(CondPageBreak(min(nodig[plek], _BLAD)))
        uit.append(deel)
    return uit


def _met_staart(inhoud: Sequence[Flowable], breed: float) -> list[Flowable]:
    """The same, with the last lines of a text above an end apart, and a high table in one with the end below it."""
    sloten = {_boven(inhoud, plek): plek for plek in range(len(inhoud)) if _is_slot(inhoud, plek, breed)}
    delen: list[Flowable] = []
    tot = 0
    for plek, deel in enumerate(inhoud):
        if plek < tot:
            continue
        slot = sloten.get(plek, plek)
        if slot > plek and isinstance(deel, Tekst) and not isinstance(deel, Kopregel):
            delen += deel.met_staart(breed)
        elif slot > plek and _blijft_deels(deel, breed) and _samen(inhoud[plek : slot + 1], breed) > _MEENEMEN:
            delen.append(Tabelslot([*inhoud[plek:slot], *_los(inhoud[slot])]))
            tot = slot + 1
        else:
            delen.append(deel)
    return delen


def _los(deel: Flowable) -> list[Flowable]:
    return list(deel._content) if isinstance(deel, KeepTogether) else [deel]


def _is_slot(delen: Sequence[Flowable], plek: int, breed: float) -> bool:
    """Whether this is how it ends: the greeting of a letter, or a low box below which nothing comes."""
    deel = delen[plek]
    if not isinstance(deel, Tabelvorm):
        return isinstance(deel, Briefslot)
    return deel.leidt_in(breed) and all(isinstance(een, Spacer) for een in delen[plek + 1 :])


def _boven(delen: Sequence[Flowable], slot: int) -> int:
    """The last thing above the end of a letter that is no white; -1 when there is none."""
    plek = slot - 1
    while plek >= 0 and isinstance(delen[plek], Spacer):
        plek -= 1
    return plek


def _begin_van_slot(delen: Sequence[Flowable], slot: int, breed: float) -> int:
    """Where begins what the end of a letter takes along; the end itself when that is too much.

    Nothing comes between the last thing and the headings above it, also over a low box below them.
    """
    plek = _boven(delen, slot)
    if plek < 0 or _samen(delen[plek : slot + 1], breed) > _MEENEMEN:
        return slot
    begin = plek
    met_feiten = not isinstance(delen[slot], Briefslot)
    while plek > 0 and (_leidt_in(delen[plek - 1], breed) or (met_feiten and _is_feit(delen[plek - 1], breed))):
        plek -= 1
        if isinstance(delen[plek], Kopregel):
            begin = plek
    return begin if _samen(delen[begin : slot + 1], breed) <= _BLAD else slot


def _leidt_in(deel: Flowable, breed: float) -> bool:
    """Whether it is nothing without what comes below it."""
    return isinstance(deel, Kopregel | Spacer) or (isinstance(deel, Tabelvorm) and deel.leidt_in(breed))


def _blijft_deels(deel: Flowable, breed: float) -> bool:
    """Whether it is a table of which the last rows can go along alone."""
    return isinstance(deel, Tabelvorm) and deel.heeft_staart(breed)


def _is_feit(deel: Flowable, breed: float) -> bool:
    return isinstance(deel, Tabelvorm) and deel.is_laag_feit(breed)


def _samen(delen: Sequence[Flowable], breed: float) -> float:
    return sum(_hoog(deel, breed) for deel in delen)


def _hoog(deel: Flowable, breed: float) -> float:
    if isinstance(deel, KeepTogether):
        return _samen(deel._content, breed)
    return float(deel.getSpaceBefore() + deel.wrap(breed, _HEEL)[1] + deel.getSpaceAfter())


def _nodig(vanaf: Sequence[Flowable], breed: float) -> float:
    """How much has to fit from a heading on: all that leads in, and the first of what it leads in."""
    hoog = 0.0
    for deel in vanaf:
        if _leidt_in(deel, breed) and hoog <= _MEENEMEN:
            hoog += _hoog(deel, breed)
        elif isinstance(deel, Tabelvorm | Tekst | Tabelslot):
            return hoog + float(deel.getSpaceBefore()) + deel.begin_hoogte(breed)
        else:
            return hoog + _hoog(deel, breed)
    return hoog


class Vakje(Flowable):  # type: ignore[misc]
    """A drawn tick box: no font has to have the character, and open is unmistakably open."""

    def __init__(self, aangevinkt: bool, zijde: float = 9.5) -> None:
        super().__init__()
        self._aangevinkt = aangevinkt
        self.width = self.height = zijde

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        return self.width, self.height + 2

    def draw(self) -> None:
        zijde = self.width
        with self.canv.plaat("aangevinkt" if self._aangevinkt else "niet aangevinkt", zijde, zijde):
            self._teken(zijde)

    def _teken(self, zijde: float) -> None:
        self.canv.setStrokeColor(ACCENT if self._aangevinkt else INKT)
        self.canv.setLineWidth(0.9)
        self.canv.rect(0, 0, zijde, zijde, stroke=1, fill=0)
        if self._aangevinkt:
            self.canv.setLineWidth(1.5)
            self.canv.lines(
                [
                    (zijde * 0.2, zijde * 0.5, zijde * 0.42, zijde * 0.24),
                    (zijde * 0.42, zijde * 0.24, zijde * 0.82, zijde * 0.8),
                ]
            )
