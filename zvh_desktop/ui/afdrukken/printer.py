"""Which printer, and the pages of a document on its paper."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from zvh_desktop.errors import DocumentMislukt
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.uiterlijk.venstertitel import zet_venstertitel

AFDRUK_DPI = 300


def kies_printer(ouder: QWidget, bladzijden: int | None = None) -> QPrinter | None:
    """The printer that the user chooses, with how many and how; None when they do not.

    ``bladzijden`` of a document of which a part may be chosen. What the queue of the printer shows is the name of the
    application, never that of a document.
    """
    drukker = QPrinter(QPrinter.PrinterMode.HighResolution)
    drukker.setDocName("Casustafel")
    dialoog = QPrintDialog(drukker, ouder)
    zet_venstertitel(dialoog, "Afdrukken")
    dialoog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, bladzijden is not None)
    if bladzijden is not None:
        dialoog.setMinMax(1, max(1, bladzijden))
    gekozen = dialoog.exec() == QDialog.DialogCode.Accepted
    verwijder(dialoog)
    return drukker if gekozen else None


def begin(schilder: QPainter, drukker: QPrinter) -> None:
    """Start to draw on this printer, to the edge of the paper. Raises DocumentMislukt."""
    drukker.setFullPage(True)
    if not schilder.begin(drukker):
        raise DocumentMislukt(
            "Er is niets afgedrukt.",
            veilig="De documenten staan nog gewoon in de applicatie.",
            advies="Controleer of de printer aan staat en probeer het opnieuw.",
        )


def opgehouden() -> DocumentMislukt:
    """What is said of a printer that gave up on the way."""
    return DocumentMislukt(
        "De printer is opgehouden: niet alles is afgedrukt.",
        veilig="De documenten staan nog gewoon in de applicatie.",
        advies="Leg bij elkaar wat er al uit kwam, kijk de printer na en druk alles opnieuw af.",
    )


def blad(drukker: QPrinter) -> QRectF:
    """The whole sheet, in the units in which is drawn."""
    return QRectF(QPointF(0, 0), QRectF(drukker.paperRect(QPrinter.Unit.DevicePixel)).size())


def teken_bladzijde(schilder: QPainter, drukker: QPrinter, document: QPdfDocument, bladzijde: int) -> None:
    """One page of a document, as large as the sheet allows."""
    punten = document.pagePointSize(bladzijde)
    maat = punten.scaled(blad(drukker).size(), Qt.AspectRatioMode.KeepAspectRatio)
    plaatje = document.render(bladzijde, (punten * (AFDRUK_DPI / 72)).toSize())
    schilder.drawImage(QRectF(QPointF(0, 0), maat), plaatje)
