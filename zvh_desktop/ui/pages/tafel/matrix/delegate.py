"""Draws the cells of the matrix: one icon in the middle, and a quiet band over the current row."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize
from PySide6.QtGui import QBrush, QColor, QIcon, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from zvh_desktop.models.keuzes import PoortStand
from zvh_desktop.services.tafel.agenda_gegevens import Cel
from zvh_desktop.ui.pages.tafel.matrix.model import CELROL
from zvh_desktop.ui.teksten.algemeen import POORT_ICOON
from zvh_desktop.ui.uiterlijk.icons import Icoon, icoonplaatje
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, Kleur, kleur

Index = QModelIndex | QPersistentModelIndex

_KLEUREN = {
    PoortStand.UITGENODIGD: Kleur.GOED,
    PoortStand.NIET_RECHTMATIG: Kleur.FOUT,
    PoortStand.NIET_BEOORDEELD: Kleur.STIL,
    PoortStand.VERLOPEN: Kleur.LET_OP,
    PoortStand.INGETROKKEN: Kleur.LET_OP,
    PoortStand.NIET_VAN_TOEPASSING: Kleur.LIJN,
}
_RIJTINT = 28
_TEKENS = (4, 30, 6, 14)


class MatrixDelegate(QStyledItemDelegate):
    """The view is asked which row is current, so that the eye can follow the row to its subject."""

    def __init__(self, tabel: QAbstractItemView) -> None:
        super().__init__(tabel)
        self._tabel = tabel

    def initStyleOption(self, optie: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(optie, index)
        if index.row() == self._tabel.currentIndex().row():
            tint = QColor(optie.palette.color(QPalette.ColorRole.Highlight))
            tint.setAlpha(_RIJTINT)
            optie.backgroundBrush = QBrush(tint)

    def paint(self, schilder: QPainter, optie: QStyleOptionViewItem, index: Index) -> None:
        cel = index.data(CELROL)
        if not isinstance(cel, Cel):
            super().paint(schilder, optie, index)
            return
        eigen = QStyleOptionViewItem(optie)
        self.initStyleOption(eigen, index)
        eigen.text = ""
        eigen.icon = QIcon()
        widget = eigen.widget if isinstance(eigen.widget, QWidget) else None
        stijl = widget.style() if widget else QApplication.style()
        stijl.drawControl(QStyle.ControlElement.CE_ItemViewItem, eigen, schilder, widget)
        zijde = min(eigen.fontMetrics.height(), eigen.rect.width() - HALF, eigen.rect.height() - HALF)
        gekozen = bool(eigen.state & QStyle.StateFlag.State_Selected)
        gevraagd = cel.gevraagd is not None
        kleur_soort = Kleur.LET_OP if gevraagd else _KLEUREN.get(cel.stand)
        icoon = Icoon.KLOK if gevraagd else POORT_ICOON[cel.stand]
        if gekozen:
            tint = eigen.palette.color(QPalette.ColorRole.HighlightedText)
        elif kleur_soort is not None:
            tint = kleur(kleur_soort, eigen.palette)
        else:
            tint = eigen.palette.color(QPalette.ColorRole.Text)
        schaal = widget.devicePixelRatioF() if widget else 1.0
        hoek = eigen.rect.center() - QPoint(zijde // 2, zijde // 2)
        schilder.drawPixmap(hoek, icoonplaatje(icoon, tint, zijde, schaal))

    def sizeHint(self, optie: QStyleOptionViewItem, index: Index) -> QSize:
        maat = super().sizeHint(optie, index)
        return QSize(maat.width() + RASTER, max(maat.height(), optie.fontMetrics.height() + RASTER + HALF))


def vaste_breedte(tabel: QWidget, kolom: int) -> int:
    """Width of a fixed column, from the font of the view."""
    return tabel.fontMetrics().averageCharWidth() * _TEKENS[kolom] + RASTER


def partij_breedte(tabel: QWidget) -> int:
    """Width of a column with only an icon."""
    return tabel.fontMetrics().height() + RASTER + HALF
