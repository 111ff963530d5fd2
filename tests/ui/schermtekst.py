"""Everything on a window that a user can read or hear: what stands there, in tables and menus, on hovering, by name."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator

from op_het_scherm import niet_verborgen
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QTableView, QTabWidget, QWidget

_ROLLEN = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
_TEKSTEN = (
    "windowTitle",
    "toolTip",
    "statusTip",
    "whatsThis",
    "accessibleName",
    "accessibleDescription",
    "text",
    "title",
    "placeholderText",
    "prefix",
    "suffix",
    "toPlainText",
)
_MEESTE_RIJEN = 30


def schermteksten(venster: QWidget, behalve: tuple[QWidget, ...] = ()) -> Iterator[tuple[str, str]]:
    """Where and what, hidden parts included: they can come into sight without being made anew."""
    delen = (venster, *venster.findChildren(QWidget), *venster.findChildren(QAction))
    yield from _teksten(deel for deel in delen if not any(_binnen(deel, buiten) for buiten in behalve))


def teksten_in_zicht(venster: QWidget) -> Iterator[tuple[str, str]]:
    """Only of what is in sight now."""
    yield from _teksten((venster, *niet_verborgen(venster)))


def _teksten(delen: Iterable[QObject]) -> Iterator[tuple[str, str]]:
    for deel in delen:
        naam = deel.objectName()
        if naam.startswith("qt_"):
            continue
        waar = f"{type(deel).__name__} {naam}"
        for tekst in _van(deel):
            if tekst:
                yield waar, str(tekst)


def _binnen(deel: QObject, buiten: QWidget) -> bool:
    waar: QObject | None = deel
    while waar is not None and waar is not buiten:
        waar = waar.parent()
    return waar is buiten


@functools.cache
def _lezers(soort: type) -> tuple[Callable[[QObject], object], ...]:
    """The ways in which this kind of thing says something; asked once, there are thousands of them on a screen."""
    return tuple(lees for naam in _TEKSTEN if callable(lees := getattr(soort, naam, None)))


def _van(deel: QObject) -> Iterator[object]:
    for lees in _lezers(type(deel)):
        yield lees(deel)
    if isinstance(deel, QTabWidget):
        for nummer in range(deel.count()):
            yield deel.tabText(nummer)
            yield deel.tabToolTip(nummer)
    if isinstance(deel, QComboBox):
        yield from _van_model(deel.model())
    if isinstance(deel, QAbstractItemView) and deel.model() is not None:
        yield from _van_model(deel.model())
        if isinstance(deel, QTableView):
            yield from _van_koppen(deel.model())


def _van_model(model: QAbstractItemModel, onder: QModelIndex | None = None) -> Iterator[object]:
    ouder = onder or QModelIndex()
    plat = isinstance(model, QAbstractListModel | QAbstractTableModel)
    # Qt keeps the columns of a list to itself: there is one
    kolommen = 1 if isinstance(model, QAbstractListModel) else model.columnCount(ouder)
    for rij in range(min(model.rowCount(ouder), _MEESTE_RIJEN)):
        for kolom in range(kolommen):
            cel = model.index(rij, kolom, ouder)
            for rol in _ROLLEN:
                waarde = model.data(cel, rol)
                if isinstance(waarde, str):
                    yield waarde
            if kolom == 0 and not plat:
                yield from _van_model(model, cel)


def _van_koppen(model: QAbstractItemModel) -> Iterator[object]:
    for richting, aantal in (
        (Qt.Orientation.Horizontal, model.columnCount()),
        (Qt.Orientation.Vertical, min(model.rowCount(), _MEESTE_RIJEN)),
    ):
        for nummer in range(aantal):
            for rol in _ROLLEN:
                waarde = model.headerData(nummer, richting, rol)
                if isinstance(waarde, str):
                    yield waarde
