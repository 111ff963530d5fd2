"""What goes wrong with the signs & and < in a name of the house, in everything on the screen and in its menus.

On a button, a tab, in a menu and on the label of a field Qt takes one & as the mark of a letter, so a name has to have
it twice there and nowhere else. A label or a tooltip that looks like mark-up swallows what stands between < and >.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from op_het_scherm import zichtbaar
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex
from PySide6.QtGui import QAction, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QMenu,
    QTabBar,
    QTableView,
    QWidget,
)

_MEESTE_RIJEN = 12


def misgelezen_tekens(venster: QWidget, namen: Iterable[str]) -> list[str]:
    """Every text of this window in which a sign of one of these names does not come over."""
    alle = tuple(namen)
    gevonden = []
    for waar, tekst, soort in _teksten(venster):
        # Of the thousands of texts on a screen few have one of the two signs.
        fout = _fout(tekst, soort, alle) if "&" in tekst or "<" in tekst else ""
        if fout:
            gevonden.append(f"{waar}: {fout}: {tekst[:160]!r}")
    return sorted(set(gevonden))


def _fout(tekst: str, soort: str, namen: tuple[str, ...]) -> str:
    if soort == "letter":
        kaal = tekst.replace("&&", "\0")
        if re.search(r"&(?![^\W_])", kaal) or any(naam in tekst for naam in namen if "&" in naam):
            return "een & die verdwijnt"
        return "een & te veel" if "\0\0" in kaal else ""
    if "&&" in tekst:
        return "een & te veel"
    if soort == "opmaak":
        return "iets dat als opmaak wordt gelezen" if any(naam in tekst for naam in namen if "<" in naam) else ""
    return "een omgezet teken" if html.unescape(tekst) != tekst and re.search(r"&(?:amp|lt|gt|quot);", tekst) else ""


def _teksten(venster: QWidget) -> Iterator[tuple[str, str, str]]:
    """Where it stands, the text, and how Qt reads it: plat, letter or opmaak."""
    delen = [venster, *zichtbaar(venster), *venster.findChildren(QMenu)]
    for deel in delen:
        waar = f"{type(deel).__name__} {deel.objectName()}".strip()
        for tekst in (deel.windowTitle(), deel.accessibleName(), deel.accessibleDescription()):
            yield waar, tekst, "plat"
        yield f"tooltip van {waar}", deel.toolTip(), _leest(deel.toolTip())
        yield from ((waar, *een) for een in _eigen(deel))
        for actie in deel.actions():
            yield from _actie(waar, actie)


def _eigen(deel: QWidget) -> Iterator[tuple[str, str]]:
    if isinstance(deel, QLabel):
        opmaak = deel.textFormat()
        rijk = opmaak == Qt.TextFormat.RichText or (opmaak == Qt.TextFormat.AutoText and _leest(deel.text()) != "plat")
        yield deel.text(), "opmaak" if rijk else "letter" if deel.buddy() is not None else "plat"
    elif isinstance(deel, QAbstractButton):
        yield deel.text(), "letter"
    elif isinstance(deel, QGroupBox):
        yield deel.title(), "letter"
    elif isinstance(deel, QTabBar):
        for nummer in range(deel.count()):
            yield deel.tabText(nummer), "letter"
            yield deel.tabToolTip(nummer), _leest(deel.tabToolTip(nummer))
    elif isinstance(deel, QMenu):
        yield deel.title(), "letter"
    elif isinstance(deel, QComboBox):
        for nummer in range(deel.count()):
            yield deel.itemText(nummer), "plat"
    elif isinstance(deel, QAbstractItemView) and deel.model() is not None:
        yield from _model(deel.model(), kop=isinstance(deel, QTableView))


def _actie(waar: str, actie: QAction) -> Iterator[tuple[str, str, str]]:
    yield f"{waar}, keuze", actie.text(), "letter"
    # Without a tooltip of its own Qt shows the text of the action, without its letters.
    yield f"{waar}, tooltip van keuze", actie.toolTip(), _leest(actie.toolTip())


def _model(model: QAbstractItemModel, *, kop: bool) -> Iterator[tuple[str, str]]:
    rollen = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    kolommen = range(1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex()))
    for kolom in kolommen if kop else ():
        yield str(model.headerData(kolom, Qt.Orientation.Horizontal) or ""), "plat"
    for rij in range(min(model.rowCount(QModelIndex()), _MEESTE_RIJEN)):
        for kolom in kolommen:
            for rol in rollen:
                tekst = model.index(rij, kolom).data(rol)
                if isinstance(tekst, str):
                    yield tekst, _leest(tekst) if rol == Qt.ItemDataRole.ToolTipRole else "plat"


def _leest(tekst: str) -> str:
    """How a place that looks for mark-up by itself reads this text."""
    return "opmaak" if Qt.mightBeRichText(tekst) else "plat"
