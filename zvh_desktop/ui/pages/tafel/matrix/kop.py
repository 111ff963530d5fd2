"""The heading of the matrix: the names of partijen stand upright, so that sixteen of them fit side by side."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionHeader, QStyleOptionHeaderV2, QWidget

from zvh_desktop.ui.pages.tafel.matrix.delegate import partij_breedte
from zvh_desktop.ui.pages.tafel.matrix.model import VAST
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER

_MEESTE_TEKENS = 13


class MatrixKop(QHeaderView):
    """Fixed columns lie flat at the bottom; names of partijen are turned a quarter to the left."""

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, ouder)
        self.setSectionsClickable(False)
        self.setHighlightSections(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        vet = QFont(self.font())
        vet.setBold(True)  # the name above the cursor is bold and has to fit as well
        letters = QFontMetrics(vet)
        hoogte = letters.height() + RASTER
        model = self.model()
        if model is not None:
            for nummer in range(VAST, model.columnCount()):
                hoogte = max(hoogte, letters.horizontalAdvance(self._tekst(nummer)) + RASTER + HALF)
        return QSize(super().sizeHint().width(), hoogte)

    def _tekst(self, nummer: int) -> str:
        tekst = str(self.model().headerData(nummer, Qt.Orientation.Horizontal) or "")
        return tekst if len(tekst) <= _MEESTE_TEKENS else tekst[: _MEESTE_TEKENS - 1] + "…"

    def paintSection(self, schilder: QPainter, vlak: QRect, nummer: int) -> None:
        if nummer < VAST:
            schilder.save()
            super().paintSection(schilder, vlak, nummer)
            schilder.restore()
            return
        optie = QStyleOptionHeaderV2()
        self.initStyleOption(optie)
        self.initStyleOptionForIndex(optie, nummer)
        optie.rect = vlak
        optie.text = ""
        schilder.save()
        self.style().drawControl(QStyle.ControlElement.CE_Header, optie, schilder, self)
        schilder.restore()
        self._schrijf(schilder, vlak, nummer, optie)

    def _schrijf(self, schilder: QPainter, vlak: QRect, nummer: int, optie: QStyleOptionHeader) -> None:
        schilder.save()
        schilder.setPen(optie.palette.color(QPalette.ColorRole.ButtonText))
        letter = schilder.font()
        huidig = self._huidige_kolom() == nummer
        letter.setBold(huidig)
        schilder.setFont(letter)
        schilder.translate(vlak.left(), vlak.bottom() - HALF)
        schilder.rotate(-90)
        tekstvlak = QRect(0, 0, vlak.height() - HALF, vlak.width())
        tekst = schilder.fontMetrics().elidedText(
            self._tekst(nummer), Qt.TextElideMode.ElideRight, tekstvlak.width() - HALF
        )
        schilder.drawText(tekstvlak, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, tekst)
        schilder.restore()

    def _huidige_kolom(self) -> int:
        keuze = self.selectionModel()
        return keuze.currentIndex().column() if keuze is not None else -1

    def sectionSizeFromContents(self, nummer: int) -> QSize:
        if nummer < VAST:
            return super().sectionSizeFromContents(nummer)
        return QSize(partij_breedte(self), self.sizeHint().height())
