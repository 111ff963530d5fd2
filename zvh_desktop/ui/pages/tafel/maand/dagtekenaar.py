"""Draws a day: its number, what day it is, a line for each thing on it, and how many more there are."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from zvh_desktop.services.vandaag.maand.gegevens import Dagitem, Maanddag
from zvh_desktop.ui.pages.tafel.maand.maandmodel import DAGROL, VANDAAGROL
from zvh_desktop.ui.pages.tafel.maand.maandwoorden import bijzonder, celtekst, icoon_van, is_afgelast
from zvh_desktop.ui.uiterlijk.icons import icoonplaatje
from zvh_desktop.ui.uiterlijk.thema import HALF, Kleur, kleur

Index = QModelIndex | QPersistentModelIndex
_MINSTENS = 2
"""So many lines a day always has room for, under its number."""
_RAND = 2


def regelhoogte(maat: QFontMetrics) -> int:
    """Of one line in a day."""
    return maat.height() + _RAND


def minste_hoogte(maat: QFontMetrics) -> int:
    """Of a week."""
    return regelhoogte(maat) * (1 + _MINSTENS) + HALF


def passend(aantal: int, hoog: int, maat: QFontMetrics) -> int:
    """How many of so many things get a line of their own; the last line says how many more there are."""
    regels = max((hoog - HALF) // regelhoogte(maat) - 1, 1)
    return aantal if aantal <= regels else regels - 1


def plek_in_dag(dag: Maanddag, vak: QRect, punt: QPoint, maat: QFontMetrics) -> Dagitem | int | None:
    """What stands there: a thing, the number of how many more there are, or nothing."""
    regel = (punt.y() - vak.top() - _RAND) // regelhoogte(maat) - 1
    getoond = passend(len(dag.items), vak.height(), maat)
    if 0 <= regel < getoond:
        return dag.items[regel]
    return len(dag.items) - getoond if regel == getoond < len(dag.items) else None


class Dagtekenaar(QStyledItemDelegate):
    """Colour never says it alone: a feestdag has its name, today its word, what is called off a line through it."""

    def __init__(self, tabel: QAbstractItemView) -> None:
        super().__init__(tabel)

    def paint(self, schilder: QPainter, optie: QStyleOptionViewItem, index: Index) -> None:
        dag = index.data(DAGROL)
        if not isinstance(dag, Maanddag):
            return
        eigen = QStyleOptionViewItem(optie)
        self.initStyleOption(eigen, index)
        eigen.text = ""
        if dag.erbuiten:
            eigen.backgroundBrush = eigen.palette.brush(QPalette.ColorRole.Window)
        widget = eigen.widget if isinstance(eigen.widget, QWidget) else None
        stijl = widget.style() if widget else QApplication.style()
        stijl.drawControl(QStyle.ControlElement.CE_ItemViewItem, eigen, schilder, widget)
        schilder.save()
        schilder.setClipRect(eigen.rect)
        self._teken(schilder, eigen, dag, vandaag=bool(index.data(VANDAAGROL)))
        schilder.restore()

    def _teken(self, schilder: QPainter, optie: QStyleOptionViewItem, dag: Maanddag, *, vandaag: bool) -> None:
        gekozen = bool(optie.state & QStyle.StateFlag.State_Selected)
        wit = optie.palette.color(QPalette.ColorRole.HighlightedText)
        gewoon = optie.palette.color(QPalette.ColorRole.Text)
        inkt = wit if gekozen else kleur(Kleur.STIL, optie.palette) if dag.erbuiten else gewoon
        if vandaag:
            rand = wit if gekozen else kleur(Kleur.ACCENT, optie.palette)
            schilder.setPen(QPen(rand, _RAND))
            schilder.drawRect(optie.rect.adjusted(1, 1, -_RAND, -_RAND))
        vak = optie.rect.adjusted(HALF, _RAND, -HALF, -_RAND)
        hoog = regelhoogte(optie.fontMetrics)
        naam = f"{dag.dag.day} vandaag" if vandaag else str(dag.dag.day)
        dik = QFont(optie.font)
        dik.setBold(vandaag or not dag.erbuiten)
        breed = QFontMetrics(dik).horizontalAdvance(naam) + HALF
        _tekst(schilder, QRect(vak.left(), vak.top(), vak.width(), hoog), naam, dik, inkt)
        apart = wit if gekozen else kleur(Kleur.LET_OP, optie.palette)
        _tekst(
            schilder, QRect(vak.left() + breed, vak.top(), vak.width() - breed, hoog), bijzonder(dag), optie.font, apart
        )
        getoond = passend(len(dag.items), optie.rect.height(), optie.fontMetrics)
        schaal = optie.widget.devicePixelRatioF() if isinstance(optie.widget, QWidget) else 1.0
        for nummer, item in enumerate(dag.items[:getoond], 1):
            regel = QRect(vak.left(), vak.top() + nummer * hoog, vak.width(), hoog)
            zijde = optie.fontMetrics.ascent()
            plaatje = icoonplaatje(icoon_van(item), inkt, zijde, schaal)
            schilder.drawPixmap(regel.topLeft() + QPoint(0, (hoog - zijde) // 2), plaatje)
            letter = QFont(optie.font)
            letter.setStrikeOut(is_afgelast(item))
            _tekst(schilder, regel.adjusted(zijde + HALF, 0, 0, 0), celtekst(item), letter, inkt)
        if getoond < len(dag.items):
            regel = QRect(vak.left(), vak.top() + (getoond + 1) * hoog, vak.width(), hoog)
            _tekst(schilder, regel, f"nog {len(dag.items) - getoond}", dik, inkt)


def _tekst(schilder: QPainter, vak: QRect, tekst: str, letter: QFont, inkt: QColor) -> None:
    schilder.setFont(letter)
    schilder.setPen(inkt)
    past = QFontMetrics(letter).elidedText(tekst, Qt.TextElideMode.ElideRight, max(vak.width(), 0))
    schilder.drawText(vak, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), past)
