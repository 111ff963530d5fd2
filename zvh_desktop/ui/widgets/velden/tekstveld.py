"""A notes field that saves itself while typing.

It says when there is something to save, a moment after the last key, when the field is left and when the
vault locks; the page does the saving. Text that is too long is refused politely and nothing typed is lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPoint, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QSyntaxHighlighter,
    QTextCursor,
    QTextDocument,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from zvh_desktop.models.tekst.tekens import teken_zin
from zvh_desktop.ui.toetsenbord.sneltoetsen import vraagt_ongedaan, vraagt_opnieuw
from zvh_desktop.ui.widgets.velden.eerdere_teksten import EerdereTeksten

_LANG_WOORD = 2000
_LANGSTE_WOORD = re.compile(rf"\S{{{_LANG_WOORD}}}")
"""Breaking off such a word costs Qt time that grows with the square of its length: minutes for 1 MB."""
VOLGENDE_FOUT = QKeySequence("Alt+F7")
KIES_BLOK = QKeySequence("Alt+F8")
MEESTE_TEKENS = 1_000_000
_BEWAREN = "2tekst_bewaren(QString)"
"""The signal as Qt knows it, to ask whether anybody listens."""
WACHTTIJD_MS = 800


class Tekstveld(QPlainTextEdit):
    """Plain text with autosave; ``tekst_bewaren`` carries the whole text.

    ``schrijver_melden`` tells that a text is too long, or that a document prints another sign than was typed.
    """

    tekst_bewaren = Signal(str)
    schrijver_melden = Signal(str)
    menu_komt = Signal(object, object)
    """The menu that is about to open, and the cursor where it was asked for: who knows more puts it in."""
    blok_gevraagd = Signal()
    """The list of blocks of text, to put one in here."""
    volgende_fout_gevraagd = Signal()
    """The next word that is spelled wrong."""

    def __init__(
        self,
        naam: str,
        ouder: QWidget | None = None,
        *,
        regels: int = 6,
        meeste_tekens: int = MEESTE_TEKENS,
    ) -> None:
        super().__init__(ouder)
        self.setAccessibleName(naam)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._regels = regels
        self._meeste = meeste_tekens
        self._bewaard: str | None = ""
        self._basis = ""
        self._over_tekens = ""
        self._laden = False
        self.spelling: QSyntaxHighlighter | None = None
        """Who draws the lines under what is spelled wrong; nobody until the field is typed in."""
        self.uitbreiding: Callable[[QPlainTextEdit], bool] | None = None
        """Puts a block of text in for the short name before the caret; nobody until the field is typed in."""
        self._eerder = EerdereTeksten()
        self._teruggezet = False
        self._van: object = None
        self._leest_bij = False
        self._gelezen: str | None = None
        self._wachter = QTimer(self)
        self._wachter.setSingleShot(True)
        self._wachter.setInterval(WACHTTIJD_MS)
        self._verbind()

    def setReadOnly(self, vast: bool) -> None:
        """What is fixed looks like a text on the page, not like a field that would take no typing."""
        super().setReadOnly(vast)
        self.setFrameShape(QFrame.Shape.NoFrame if vast else QFrame.Shape.StyledPanel)
        self.viewport().setAutoFillBackground(not vast)

    def _verbind(self) -> None:
        self.textChanged.connect(self._on_tekst_gewijzigd)
        self._wachter.timeout.connect(self.bewaar_nu)

    def laad(self, tekst: str, van: object = None) -> None:
        """Show a text that is already saved; this is no change and cannot be undone.

        ``van`` is what it is about, where the field shows one thing after another: what was typed there before can be
        undone again.
        """
        if self._leest_bij and van == self._van:
            self._gelezen = als_getoond(tekst)
            return
        self._leest_bij, self._gelezen, self._van = False, None, van
        self._laden = True
        self._teruggezet = False
        self._eerder.toon(van)
        # what stood here goes first: breaking it off in another way could take a minute
        self.setPlainText("")
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._kies_afbreking(tekst)
        self.setPlainText(tekst)
        self._laden = False
        self._bewaard = self._basis = self.toPlainText()
        self._wachter.stop()

    def gelezen(self) -> str:
        """What was loaded since and waits to be shown; else what stands here."""
        return self.toPlainText() if self._gelezen is None else self._gelezen

    def toon_gelezen(self, tekst: str | None = None, *, ander: bool = False) -> None:
        """Show what was loaded, or this text with it, as one step over what stands here: that can be undone still.

        ``ander``: it is about something else by now, and what stood here cannot be come back to from it.
        """
        gelezen, self._gelezen, self._leest_bij = self._gelezen, None, False
        if ander and gelezen is not None:
            self.laad(gelezen, self._van)
            return
        if gelezen is None:
            if tekst is not None:
                self.setPlainText(tekst)
            return
        self._wachter.stop()
        if tekst is None or tekst == gelezen:
            # nobody typed anything, so nobody has to be told
            with QSignalBlocker(self):
                self._vervang(gelezen)
        else:
            self._vervang(tekst)
            self._wachter.start()
        self._bewaard = self._basis = gelezen
        self._teruggezet = False

    def _vervang(self, tekst: str) -> None:
        nu = self.toPlainText()
        if nu == tekst:
            return
        self._kies_afbreking(tekst)
        kortste = min(len(nu), len(tekst))
        voor = next((plek for plek in range(kortste) if nu[plek] != tekst[plek]), kortste)
        over = kortste - voor
        na = next((plek for plek in range(over) if nu[-1 - plek] != tekst[-1 - plek]), over)
        aanwijzer = QTextCursor(self.document())
        aanwijzer.beginEditBlock()
        aanwijzer.setPosition(_eenheden(nu[:voor]))
        aanwijzer.setPosition(_eenheden(nu[: len(nu) - na]), QTextCursor.MoveMode.KeepAnchor)
        aanwijzer.insertText(tekst[voor : len(tekst) - na])
        aanwijzer.endEditBlock()

    def basis(self) -> str | None:
        """On what was typed: as it was loaded or last saved. None where the page saves it with all the rest."""
        return self._basis if self.receivers(_BEWAREN) else None

    def _kies_afbreking(self, tekst: str) -> None:
        if _LANGSTE_WOORD.search(tekst):
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)

    def maak_leeg(self) -> None:
        """Forget the text and what could be undone, at the lock."""
        self._leest_bij = False
        self.laad("")
        self.document().clearUndoRedoStacks()
        self._eerder.vergeet()

    def gewijzigd(self) -> bool:
        """Whether something was typed that has not been handed over for saving."""
        return self.toPlainText() != self._bewaard

    def bewaar_nu(self) -> None:
        """Hand over what was typed, now."""
        self._wachter.stop()
        tekst = self.toPlainText()
        if tekst == self._bewaard or self.isReadOnly():
            return
        vorige, self._bewaard = self._bewaard, tekst
        try:
            self.tekst_bewaren.emit(tekst)
        except Exception:
            self._bewaard = vorige
            raise
        if vorige is not None and not self._teruggezet:
            self._eerder.bewaard(vorige)
        self._teruggezet = False
        if self._bewaard is not None:  # the page says so when it could not save
            self._basis = tekst

    def begin_bijlezen(self) -> None:
        """A colleague may have changed this text: what is loaded next waits until ``toon_gelezen``.

        What was typed is kept elsewhere meanwhile, and counts as saved.
        """
        self._wachter.stop()
        self._bewaard = self.toPlainText()
        self._leest_bij, self._gelezen = True, None

    def wacht_op_bewaren(self) -> None:
        """What stands here is not saved, whatever was read meanwhile."""
        self._bewaard = None
        self._wachter.start()

    def nog_niet_bewaard(self) -> None:
        """The page could not save: hand the text over again at the next occasion."""
        self._bewaard = None

    def contextMenuEvent(self, gebeurtenis: QContextMenuEvent) -> None:
        aanwijzer = self.textCursor()
        if gebeurtenis.reason() is QContextMenuEvent.Reason.Mouse:
            aanwijzer = self.cursorForPosition(gebeurtenis.pos())
        self.open_menu(aanwijzer, gebeurtenis.globalPos())
        gebeurtenis.accept()

    def open_menu(self, aanwijzer: QTextCursor, plek: QPoint) -> None:
        """The menu of the field, as asked for at this place in the text."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_komt.emit(menu, aanwijzer)
        menu.popup(plek)

    def keyPressEvent(self, gebeurtenis: QKeyEvent) -> None:
        """Undo and redo go on where Qt has nothing left: with what was saved before another text was shown here."""
        if vraagt_opnieuw(gebeurtenis):
            self.redo()
            return
        if QKeySequence(gebeurtenis.keyCombination()) == VOLGENDE_FOUT:
            self.volgende_fout_gevraagd.emit()
            return
        if QKeySequence(gebeurtenis.keyCombination()) == KIES_BLOK and not self.isReadOnly():
            self.blok_gevraagd.emit()
            return
        # a space after "/kort"; only what a key types is looked at
        if self.uitbreiding is not None and gebeurtenis.text() == " " and self.uitbreiding(self):
            return
        if vraagt_ongedaan(gebeurtenis) and not self.isReadOnly() and not self.document().isUndoAvailable():
            self._zet_eerdere(self._eerder.terug(self.toPlainText()))
            return
        super().keyPressEvent(gebeurtenis)

    def redo(self) -> None:
        """Do again what was taken back, also what was taken back to before this text was shown."""
        if self.isReadOnly():
            return
        if self.document().isRedoAvailable():
            super().redo()
        else:
            self._zet_eerdere(self._eerder.opnieuw(self.toPlainText()))

    def _zet_eerdere(self, tekst: str | None) -> None:
        if tekst is None:
            return
        self.bewaar_nu()
        self._teruggezet = True
        self.setPlainText(tekst)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def insertFromMimeData(self, bron: QMimeData) -> None:
        """Paste as plain text, and only when it fits."""
        tekst = bron.text()
        over = self._meeste - self.document().characterCount() + 1
        if len(tekst) > over:
            grens = f"{self._meeste:,}".replace(",", ".")
            self.schrijver_melden.emit(
                f"Deze tekst is te lang: hier passen {grens} tekens. Er is niets geplakt en uw eigen tekst "
                "is bewaard. Plak een deel, of voeg een lange tekst toe als bijlage."
            )
            return
        zin, plaats = self.textCursor().block(), self.textCursor().positionInBlock()
        if len(tekst) + zin.length() > _LANG_WOORD:
            self._kies_afbreking(zin.text()[:plaats] + tekst + zin.text()[plaats:])
        self.insertPlainText(tekst)

    def focusOutEvent(self, gebeurtenis: QFocusEvent) -> None:
        super().focusOutEvent(gebeurtenis)
        if gebeurtenis.reason() is not Qt.FocusReason.PopupFocusReason:
            self.bewaar_nu()

    def wheelEvent(self, gebeurtenis: QWheelEvent) -> None:
        """With Ctrl the wheel would change the size of the letters in a text that can only be read."""
        if gebeurtenis.modifiers() & Qt.KeyboardModifier.ControlModifier:
            gebeurtenis.ignore()
            return
        super().wheelEvent(gebeurtenis)

    def sizeHint(self) -> QSize:
        maat = QFontMetrics(self.font())
        hoogte = maat.lineSpacing() * self._regels + 2 * self.frameWidth() + 12
        return QSize(maat.averageCharWidth() * 60, hoogte)

    def minimumSizeHint(self) -> QSize:
        maat = QFontMetrics(self.font())
        return QSize(maat.averageCharWidth() * 20, maat.lineSpacing() * 2 + 2 * self.frameWidth() + 12)

    def _on_tekst_gewijzigd(self) -> None:
        if self._laden:
            return
        if self.document().characterCount() - 1 > self._meeste:
            grens = f"{self._meeste:,}".replace(",", ".")
            self.schrijver_melden.emit(f"Dit veld is vol ({grens} tekens). Wat u daarna typte, is weggelaten.")
            self._kap_af()
        zin = teken_zin(self.toPlainText())
        if zin and zin != self._over_tekens:
            self.schrijver_melden.emit(zin)
        self._over_tekens = zin
        self.setToolTip(zin)
        self._wachter.start()

    def _kap_af(self) -> None:
        plaats = self.textCursor().position()
        self._laden = True
        self.setPlainText(self.toPlainText()[: self._meeste])
        self._laden = False
        aanwijzer = self.textCursor()
        aanwijzer.setPosition(min(plaats, self._meeste))
        self.setTextCursor(aanwijzer)


def als_getoond(tekst: str) -> str:
    """This text as a field gives it back: Qt has one kind of line end and of space."""
    document = QTextDocument()
    document.setPlainText(tekst)
    return document.toPlainText()


def _eenheden(tekst: str) -> int:
    """How many places Qt counts in this: two for a sign beyond the first 65,536."""
    return len(tekst.encode("utf-16-le", "surrogatepass")) // 2


def zet_vast(veld: QLineEdit, vast: bool) -> None:
    """The same for one line of text."""
    veld.setReadOnly(vast)
    veld.setFrame(not vast)
    eigen = QPalette()
    if vast:
        eigen.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
    veld.setPalette(eigen)
