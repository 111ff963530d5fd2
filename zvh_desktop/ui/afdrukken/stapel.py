"""A pile of documents for several receivers in one print job: in order, and with a cover sheet for each receiver."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from zvh_desktop.errors import DocumentMislukt
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.ui.afdrukken.printer import begin, blad, opgehouden, teken_bladzijde
from zvh_desktop.ui.draden.te_maken import Begin, TeMaken

_MM_RAND, _MM_NAAM, _MM_LIJST = 25.0, 60.0, 110.0
_PUNTEN_KLEIN, _PUNTEN_NAAM = 11, 26


@dataclass(frozen=True)
class Afgedrukt:
    """What went to the printer."""

    stukken: int
    ontvangers: int
    bladzijden: int


@dataclass(frozen=True)
class Stapel:
    """The work, ready to be run outside the window.

    ``stukken`` stand in the order of ``maak``. Those of one receiver are put together, receivers in the order in which
    each comes first. Nothing is printed before everything was made and can be read. Whoever stops it halfway withdraws
    the job; what the printer already has may still come out. On both sides of the paper every document begins on a
    sheet of its own.
    """

    stukken: Sequence[TeMaken]
    maak: Callable[[Begin], Sequence[Stuk]]
    drukker: QPrinter
    overleg: str
    """On the cover sheets, beside for whom it is."""
    schutbladen: bool = True

    def __call__(self, voortgang: Callable[[int, int, str], None]) -> Afgedrukt:
        """Make, and print. Raises GebruikersFout."""
        totaal = len(self.stukken)

        def begint_aan(plaats: int) -> None:
            een = self.stukken[plaats]
            voortgang(plaats, 2 * totaal, f"{een.wat} {plaats + 1} van {totaal} maken: {een.wie}")

        gemaakt = self.maak(begint_aan)
        # what cannot be read stops it before the first page
        gelezen = [_Drukstuk(stuk, een) for stuk, een in zip(gemaakt, self.stukken, strict=True)]
        per_ontvanger: dict[str, list[tuple[TeMaken, _Drukstuk]]] = {}
        for een, stuk in zip(self.stukken, gelezen, strict=True):
            per_ontvanger.setdefault(een.wie, []).append((een, stuk))
        schilder = QPainter()
        begin(schilder, self.drukker)
        try:
            bladzijden = self._druk(schilder, per_ontvanger, voortgang)
        except BaseException:
            self._trek_terug(schilder)
            raise
        if not schilder.end() or self.drukker.printerState() is QPrinter.PrinterState.Error:
            raise opgehouden()
        for stuk in gelezen:
            stuk.sluit()
        return Afgedrukt(totaal, len(per_ontvanger), bladzijden)

    def _trek_terug(self, schilder: QPainter) -> None:
        self.drukker.abort()
        schilder.end()
        if self.drukker.outputFileName():  # a file instead of paper: half of it is of no use, and may hold names
            with contextlib.suppress(OSError):  # why it stopped is told, not that somebody looks at the half
                Path(self.drukker.outputFileName()).unlink(missing_ok=True)

    def _druk(
        self,
        schilder: QPainter,
        per_ontvanger: dict[str, list[tuple[TeMaken, _Drukstuk]]],
        voortgang: Callable[[int, int, str], None],
    ) -> int:
        gang = _Afdrukgang(schilder, self.drukker)
        totaal, gedaan = len(self.stukken), 0
        for wie, delen in per_ontvanger.items():
            if self.schutbladen:
                gang.naar_nieuw_vel()
                self._teken_schutblad(schilder, wie, [een.wat for een, _ in delen])
            for een, stuk in delen:
                voortgang(totaal + gedaan, 2 * totaal, f"{een.wat} {gedaan + 1} van {totaal} afdrukken: {wie}")
                gang.naar_nieuw_vel()
                gang.teken(stuk)
                gedaan += 1
        voortgang(2 * totaal, 2 * totaal, "Naar de printer sturen")
        return gang.bladzijden

    def _teken_schutblad(self, schilder: QPainter, wie: str, titels: Sequence[str]) -> None:
        vlak = blad(self.drukker)
        mm = self.drukker.resolution() / 25.4
        breed = vlak.width() - 2 * _MM_RAND * mm

        def zet(boven_mm: float, punten: int, tekst: str, *, vet: bool = False) -> float:
            letter = QFont()
            letter.setPointSize(punten)
            letter.setBold(vet)
            schilder.setFont(letter)
            ruimte = QRectF(_MM_RAND * mm, boven_mm * mm, breed, vlak.height() - (boven_mm + _MM_RAND) * mm)
            vlaggen = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            return schilder.drawText(ruimte, int(vlaggen), tekst).bottom() / mm

        zet(_MM_RAND, _PUNTEN_KLEIN, self.overleg)
        onder = zet(_MM_NAAM, _PUNTEN_NAAM, wie, vet=True)
        zet(max(_MM_LIJST, onder + 10), _PUNTEN_KLEIN, "\n".join(f"–  {titel}" for titel in titels))


class _Drukstuk:
    """A document from memory, open to draw its pages."""

    def __init__(self, stuk: Stuk, wat: TeMaken) -> None:
        """Raises DocumentMislukt, which says of all that is printed which one it is."""
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(stuk.inhoud))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument()
        self.document.load(self._buffer)
        if self.document.status() is not QPdfDocument.Status.Ready:
            self.sluit()
            raise DocumentMislukt(
                f"Dit stuk kan niet worden afgedrukt: {wat.wat} voor {wat.wie}.",
                veilig="Er is niets afgedrukt en niets gewijzigd.",
                advies="Maak het stuk opnieuw, of zet deze ontvanger uit en druk de andere af.",
            )

    def sluit(self) -> None:
        """Forget it."""
        self.document.close()
        self._buffer.close()


class _Afdrukgang:
    """Where the job has come: which page, and on which side of the sheet."""

    def __init__(self, schilder: QPainter, drukker: QPrinter) -> None:
        self._schilder = schilder
        self._drukker = drukker
        # where the printer decides by itself, two partijen must not come to share a sheet either
        self._tweezijdig = drukker.duplex() is not QPrinter.DuplexMode.DuplexNone
        self.bladzijden = 0

    def naar_nieuw_vel(self) -> None:
        """A clean page; on paper that is printed on both sides, the front of one."""
        if self._tweezijdig and self.bladzijden % 2:
            self._volgende()
        self._volgende()

    def teken(self, stuk: _Drukstuk) -> None:
        """Every page of this document, from the page that is clean now. Raises DocumentMislukt."""
        for bladzijde in range(stuk.document.pageCount()):
            if bladzijde:
                self._volgende()
            teken_bladzijde(self._schilder, self._drukker, stuk.document, bladzijde)

    def _volgende(self) -> None:
        if self.bladzijden and not self._drukker.newPage():
            raise opgehouden()
        self.bladzijden += 1
