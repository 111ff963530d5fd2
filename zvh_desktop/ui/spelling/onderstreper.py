"""Draws the line under what is spelled wrong in one field, except the word that is being typed."""

from __future__ import annotations

import weakref
from functools import partial

from PySide6.QtGui import QSyntaxHighlighter, QTextBlock, QTextCursor

from zvh_desktop.models.tekst.spelwoorden import Spelwoord, spelwoorden
from zvh_desktop.ui.spelling.spelfout import MEESTE_TEKENS, Spelfout, lijn
from zvh_desktop.ui.spelling.spelmeester import Spelmeester
from zvh_desktop.ui.teksten.eenheden import eenheden, tekens
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld


class Onderstreper(QSyntaxHighlighter):
    """Belongs to the text of the field."""

    def __init__(self, veld: Tekstveld, meester: Spelmeester) -> None:
        super().__init__(veld.document())
        self._veld = weakref.ref(veld)
        self._meester = meester
        self._aan = True
        self._vorm = lijn(veld)
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

    def bij(self, aanwijzer: QTextCursor) -> Spelfout | None:
        """The mistake that the cursor stands in or against."""
        plaats, tekst = aanwijzer.positionInBlock(), aanwijzer.block().text()
        for fout in self.fouten(aanwijzer.block()):
            if eenheden(tekst, fout.begin) <= plaats <= eenheden(tekst, fout.einde):
                return Spelfout(fout.woord, partial(self._vervang, kies(aanwijzer, fout)))
        return None

    def naar_volgende(self) -> None:
        """The caret to the next mistake, round the end of the text, with its menu."""
        veld = self._veld()
        gevonden = None if veld is None else self._volgende_na(veld.textCursor())
        if veld is None or gevonden is None:
            return
        veld.setTextCursor(gevonden)
        veld.ensureCursorVisible()
        veld.open_menu(gevonden, veld.viewport().mapToGlobal(veld.cursorRect().bottomRight()))

    def _volgende_na(self, vanaf: QTextCursor) -> QTextCursor | None:
        gevonden: list[QTextCursor] = []
        blok = self.document().begin()
        while blok.isValid():
            plek = QTextCursor(blok)
            gevonden.extend(kies(plek, fout) for fout in self.fouten(blok))
            blok = blok.next()
        hierna = [plek for plek in gevonden if plek.selectionStart() > vanaf.selectionStart()]
        return next(iter(hierna or gevonden), None)

    def _vervang(self, plek: QTextCursor, ander: str) -> None:
        plek.insertText(ander)
        veld = self._veld()
        if veld is not None:
            veld.setTextCursor(plek)

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


def kies(aanwijzer: QTextCursor, fout: Spelwoord) -> QTextCursor:
    """A cursor with exactly this word selected, in the paragraph of the other."""
    tekst, begin = aanwijzer.block().text(), aanwijzer.block().position()
    gekozen = QTextCursor(aanwijzer)
    gekozen.setPosition(begin + eenheden(tekst, fout.begin))
    gekozen.setPosition(begin + eenheden(tekst, fout.einde), QTextCursor.MoveMode.KeepAnchor)
    return gekozen
