"""What is ticked or chosen in a list, by the key of its lines: a colleague may have put a line before it meanwhile.

The key of a line is the number that it carries, or what it is called where it carries none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, takewhile
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QListWidget, QListWidgetItem

_KIES_RIJ: Final = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
_EIGEN: Final = (int(Qt.ItemDataRole.UserRole), int(Qt.ItemDataRole.UserRole) + 1)

Sleutel = object
"""A number, a text, or the texts of a line; of lists that are ticked with which one of these it is."""


@dataclass(frozen=True, slots=True)
class Keuzestand:
    """What is chosen in a pick list."""

    waarde: Sleutel
    tekst: str = field(compare=False)
    rij: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Lijststand:
    """What is ticked and what is not, and the line that is chosen; ``namen``: how the lines read."""

    vinken: dict[Sleutel, bool]
    huidig: Sleutel
    namen: dict[Sleutel, str] = field(compare=False)

    def gekozen(self) -> dict[Sleutel, bool]:
        """What is chosen: where lines can be ticked nothing is stored of which one is in view."""
        return self.vinken if self.vinken or self.huidig is None else {self.huidig: True}


@dataclass(frozen=True, slots=True)
class Rijenstand:
    """The chosen rows, and the cell with the keyboard."""

    rijen: tuple[Sleutel, ...]
    huidig: Sleutel
    kolom: int
    plekken: tuple[int, ...] = field(compare=False)
    """Where these rows stood, and last the one of that cell: among rows that read the same the nearest is taken."""


def lees_keuze(veld: QComboBox) -> Keuzestand:
    """By its text where one may type."""
    tekst, rij = veld.currentText(), veld.currentIndex()
    return Keuzestand(tekst if veld.isEditable() else _waarde(veld, rij), tekst, rij)


def zet_keuze(veld: QComboBox, stand: Keuzestand) -> None:
    """Nothing where it is no longer among them."""
    rij = stand.rij
    if veld.isEditable():
        if rij >= 0 and veld.itemText(rij) == stand.tekst:
            veld.setCurrentIndex(rij)
        veld.setEditText(stand.tekst)
        return
    rijen = [een for een in range(veld.count()) if _waarde(veld, een) == stand.waarde]
    if rijen:
        veld.setCurrentIndex(rij if rij in rijen else rijen[0])


def lees_lijst(veld: QListWidget) -> Lijststand:
    """Of each line by which it is known."""
    regels = dict(_regels(veld))
    vinken = {
        sleutel: regel.checkState() is Qt.CheckState.Checked for sleutel, regel in regels.items() if _te_vinken(regel)
    }
    huidig = next((sleutel for sleutel, regel in regels.items() if regel is veld.currentItem()), None)
    return Lijststand(vinken, huidig, {sleutel: regel.text() for sleutel, regel in regels.items()})


def zet_lijst(veld: QListWidget, stand: Lijststand) -> None:
    """Of the lines that are still there; what can no longer be ticked stays as it is."""
    for sleutel, regel in _regels(veld):
        if sleutel in stand.vinken and _te_vinken(regel):
            regel.setCheckState(Qt.CheckState.Checked if stand.vinken[sleutel] else Qt.CheckState.Unchecked)
        if sleutel == stand.huidig:
            veld.setCurrentItem(regel)


def lees_tabel(veld: QAbstractItemView) -> Rijenstand | None:
    """None where nothing can stand in it yet."""
    keuze, huidig = veld.selectionModel(), veld.currentIndex()
    if veld.model() is None or keuze is None:
        return None
    rijen = {(een.parent(), een.row()): een.siblingAtColumn(0) for een in keuze.selectedIndexes()}
    gekozen = sorted(rijen.values(), key=QModelIndex.row)
    plekken = (*(een.row() for een in gekozen), huidig.row())
    nu = _sleutel(huidig) if huidig.isValid() else None
    return Rijenstand(tuple(map(_sleutel, gekozen)), nu, huidig.column(), plekken)


def zet_tabel(veld: QAbstractItemView, stand: Rijenstand) -> None:
    """Of the rows that are still there."""
    model, keuze = veld.model(), veld.selectionModel()
    alle: dict[Sleutel, list[QModelIndex]] = {}
    for een in _alle(model, QModelIndex()):
        alle.setdefault(_sleutel(een), []).append(een)
    huidig = _dichtbij(alle.get(stand.huidig, ()), stand.plekken[-1])
    if huidig is not None:
        vlag = QItemSelectionModel.SelectionFlag.NoUpdate
        keuze.setCurrentIndex(huidig.siblingAtColumn(max(0, stand.kolom)), vlag)
    keuze.clearSelection()
    for sleutel, plek in zip(stand.rijen, stand.plekken, strict=False):
        index = _dichtbij(alle.get(sleutel, ()), plek)
        if index is not None:
            keuze.select(index, _KIES_RIJ)


def regeltekst(index: QModelIndex) -> tuple[str, ...]:
    """How the line of this cell reads."""
    cellen = takewhile(QModelIndex.isValid, map(index.siblingAtColumn, count()))
    return tuple(str(cel.data() or "") for cel in cellen)


def _dichtbij(indexen: Sequence[QModelIndex], rij: int) -> QModelIndex | None:
    return min(indexen, key=lambda index: abs(index.row() - rij), default=None)


def _alle(model: QAbstractItemModel, boven: QModelIndex) -> Iterator[QModelIndex]:
    for rij in range(model.rowCount(boven)):
        index = model.index(rij, 0, boven)
        yield index
        yield from _alle(model, index)


def _regels(veld: QListWidget) -> Iterator[tuple[Sleutel, QListWidgetItem]]:
    """Lines that carry the same, or nothing and read the same, are counted."""
    geteld: dict[Sleutel, int] = {}
    for rij in range(veld.count()):
        sleutel = _sleutel(veld.model().index(rij, 0))
        geteld[sleutel] = geteld.get(sleutel, 0) + 1
        yield (sleutel, geteld[sleutel]), veld.item(rij)


def _te_vinken(regel: QListWidgetItem) -> bool:
    """Qt lets every line be ticked; a box to tick it with stands there only once it is on or off."""
    vlag = regel.flags() & Qt.ItemFlag.ItemIsUserCheckable
    return bool(vlag) and regel.data(Qt.ItemDataRole.CheckStateRole) is not None


def _waarde(veld: QComboBox, rij: int) -> Sleutel:
    eigen = veld.itemData(rij)
    if rij < 0:
        return None
    return eigen if isinstance(eigen, int | str) else veld.itemText(rij)


def _sleutel(index: QModelIndex) -> Sleutel:
    eerste = index.siblingAtColumn(0)
    for rol in _EIGEN:
        eigen = eerste.data(rol)
        nummer = getattr(eigen, "id", eigen)
        if isinstance(nummer, int | str):
            return nummer
    return regeltekst(index)
