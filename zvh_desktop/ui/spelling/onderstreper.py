"""Draws the line under what is spelled wrong in one field, except the word that is being typed."""

from __future__ import annotations

import weakref
from typing import Final

from PySide6.QtGui import QSyntaxHighlighter, QTextBlock, QTextCharFormat

from zvh_desktop.models.tekst.spelwoorden import Spelwoord, spelwoorden
from zvh_desktop.ui.spelling.spelmeester import Spelmeester
from zvh_desktop.ui.uiterlijk.thema import Kleur, kleur
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld

MEESTE_TEKENS: Final = 50_000
"""A longer text is not looked at: it was pasted, and to look through it holds the window up."""


class Onderstreper(QSyntaxHighlighter):
    """Belongs to the text of the field."""

    def __init__(self, veld: Tekstveld, meester: Spelmeester) -> None:
        super().__init__(veld.document())
        self._veld = weakref.ref(veld)
        self._meester = meester
        self._aan = True
        self._vorm = _lijn(veld)
        self._verzwegen = False
        """Whether a wrong word has no line because it is being typed, in the paragraph with this number."""
        self._blok = -1
        veld.cursorPositionChanged.connect(self._on_caret)
        meester.gewijzigd.connect(self._on_gewijzigd)

    def zet_aan(self, aan: bool) -> None:
        """Show the lines or take them away."""
        if aan is not self._aan:
            self._aan = aan
            self.rehighlight()

    def fouten(self, blok: QTextBlock) -> list[Spelwoord]:
        """What is wrong in this paragraph, as far as is known."""
        return [woord for woord in spelwoorden(blok.text()) if self._meester.is_goed(woord.woord) is False]

    def highlightBlock(self, tekst: str) -> None:
        if not self._aan or self.document().characterCount() > MEESTE_TEKENS:
            return
        hier = self._getypt(tekst)
        telt_dubbel = len(tekst) != eenheden(tekst, len(tekst))
        for woord in spelwoorden(tekst):
            if self._meester.is_goed(woord.woord) is not False:
                continue
            if woord.einde == hier:
                self._verzwegen = True
                continue
            begin, lengte = woord.begin, woord.lengte
            if telt_dubbel:
                begin = eenheden(tekst, woord.begin)
                lengte = eenheden(tekst, woord.einde) - begin
            self.setFormat(begin, lengte, self._vorm)

    def _getypt(self, tekst: str) -> int:
        """Where in this paragraph somebody is typing, as a place in the text; -1 when that is elsewhere."""
        veld = self._veld()
        if veld is None or not veld.hasFocus():
            return -1
        aanwijzer = veld.textCursor()
        if aanwijzer.block() != self.currentBlock():
            return -1
        self._blok = aanwijzer.blockNumber()
        return tekens(tekst, aanwijzer.positionInBlock())

    def _on_caret(self) -> None:
        """The word that was being typed is done when the caret goes elsewhere."""
        if self._verzwegen:
            self._verzwegen = False
            blok = self.document().findBlockByNumber(self._blok)
            if blok.isValid():
                self.rehighlightBlock(blok)

    def _on_gewijzigd(self, woorden: frozenset[str] | None) -> None:
        if not self._aan or self.document().characterCount() > MEESTE_TEKENS:
            return
        if woorden is None:
            self.rehighlight()
            return
        blok = self.document().begin()
        while blok.isValid():
            if any(woord.woord in woorden for woord in spelwoorden(blok.text())):
                self.rehighlightBlock(blok)
            blok = blok.next()


def eenheden(tekst: str, plaats: int) -> int:
    """The same place as Qt counts it: a sign outside the first plane, such as an emoji, is two."""
    return len(tekst[:plaats].encode("utf-16-le", "surrogatepass")) // 2


def tekens(tekst: str, eenheid: int) -> int:
    """The other way round."""
    return len(tekst.encode("utf-16-le", "surrogatepass")[: 2 * eenheid].decode("utf-16-le", "ignore"))


def _lijn(veld: Tekstveld) -> QTextCharFormat:
    vorm = QTextCharFormat()
    vorm.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
    vorm.setUnderlineColor(kleur(Kleur.FOUT, veld.palette()))
    return vorm
