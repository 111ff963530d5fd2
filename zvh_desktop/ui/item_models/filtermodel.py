"""The rows of a RegelModel that fit what was typed: one search text over all columns and one per column.

A short list is filtered at once. A long one is looked through in parts, between the other things that the window has to
do: typing goes on, and what is shown is replaced when the answer to the last key is there. Until then the answer to an
earlier key stands. Nothing is asked row by row by Qt: a call into Python for each of 100,000 rows, and a view that is
told of each gap between them, would make the window stand still.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from time import perf_counter
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from zvh_desktop.models.tekst.naamvormen import Gezocht
from zvh_desktop.ui.item_models.regelmodel import RegelModel, omgekeerd
from zvh_desktop.ui.item_models.zoekindex import Zoekindex

Index = QModelIndex | QPersistentModelIndex

INEENS: Final = 1000
"""So many rows are filtered before a key is answered."""
BEURT_S: Final = 0.008
"""So long is worked before the window has its turn: half of what it has to draw once."""
_NIETS: Final = Gezocht("")


class FilterModel(QAbstractTableModel):
    """Shows the rows in which every filter text occurs."""

    gefilterd_tot = Signal()
    """The answer to the last filter is shown, in the order that was asked."""
    sorteren_begonnen = Signal()

    def __init__(self, bron: RegelModel[Any], ouder: QObject | None = None) -> None:
        super().__init__(ouder)
        self._bron = bron
        self._overal = _NIETS
        self._per_kolom: Mapping[int, Gezocht] = {}
        self._rijen: Sequence[int] = range(bron.rowCount())
        self._index = self.nieuwe_index(())
        self._index_straks: Zoekindex | None = None
        self._werk: Iterator[None] | None = None
        self._sortering: Iterator[None] | None = None
        self._wisselt = False
        self._klok = QTimer(self)
        self._klok.setInterval(0)
        self._verbind()

    def _verbind(self) -> None:
        self._klok.timeout.connect(self._on_beurt)
        self._bron.modelAboutToBeReset.connect(self._on_andere_regels_komen)
        self._bron.modelReset.connect(self._on_andere_regels)
        self._bron.layoutAboutToBeChanged.connect(self._on_andere_volgorde_komt)
        self._bron.layoutChanged.connect(self._on_andere_volgorde)

    # --- filters ----------------------------------------------------------------------------------

    def zet_zoektekst(self, tekst: str) -> None:
        """Every word must occur in some column."""
        self._filter(Gezocht(tekst), self._per_kolom)

    def zet_kolomfilters(self, per_kolom: Mapping[int, Gezocht]) -> None:
        """Every word must occur in its column; a column with an empty text has no filter."""
        self._filter(self._overal, {kolom: gezocht for kolom, gezocht in per_kolom.items() if gezocht})

    def wis_filters(self) -> None:
        """Show every row again."""
        self._filter(_NIETS, {})

    def gefilterd(self) -> bool:
        """Whether some filter is on."""
        return bool(self._overal or self._per_kolom)

    def bezig(self) -> bool:
        """Whether what is shown is not yet the answer to the last filter, or does not stand in its order yet."""
        return self._werk is not None or self._sortering is not None

    def sorteert(self) -> bool:
        """Whether the rows are being put in another order."""
        return self._sortering is not None

    def wisselt(self) -> bool:
        """Whether the reset that goes on is one of the filter: other rows in view, of the same list."""
        return self._wisselt

    def maak_leeg(self) -> None:
        """Forget what was typed and what was folded, at the lock."""
        self._index.maak_leeg()
        self.wis_filters()

    def nieuwe_index(self, regels: Sequence[object]) -> Zoekindex:
        """These rows as they are looked through; for a worker thread, when there are many."""
        index = Zoekindex([kolom.waarde for kolom in self._bron.kolommen])
        for _ in index.maak(regels):
            pass
        return index

    def neem_index(self, index: Zoekindex | None) -> None:
        """The next rows of the list were folded beforehand."""
        self._index_straks = index

    def _filter(self, overal: Gezocht, per_kolom: Mapping[int, Gezocht]) -> None:
        if (overal.vragen, _vragen(per_kolom)) == (self._overal.vragen, _vragen(self._per_kolom)):
            return
        koppen = self._per_kolom.keys() ^ per_kolom.keys()
        self._overal, self._per_kolom = overal, per_kolom
        for kolom in koppen:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, kolom, kolom)
        self._begin()

    def _begin(self) -> None:
        """Look for the rows of the filters of now; an earlier search ends here, whatever it had found."""
        self._werk = self._zoek()
        if self._bron.rowCount() <= INEENS or not self.gefilterd():
            for _ in self._werk:
                pass
            return
        self._klok.start()

    def _zoek(self) -> Iterator[None]:
        rijen: Sequence[int] = range(self._bron.rowCount())
        if self.gefilterd():
            yield from self._index.maak(self._bron.regels)
            gevonden: list[int] = []
            for deel in self._index.zoek(self._overal, self._per_kolom):
                gevonden += deel
                yield
            rijen = gevonden
        self._werk = None
        self._toon(rijen)

    def _on_beurt(self) -> None:
        tot = perf_counter() + BEURT_S
        while perf_counter() < tot:
            werk = self._sortering or self._werk
            if werk is None:
                self._klok.stop()
                return
            next(werk, None)

    def _toon(self, rijen: Sequence[int]) -> None:
        if len(rijen) != len(self._rijen) or list(rijen) != list(self._rijen):
            self._wisselt = True
            self.beginResetModel()
            self._rijen = rijen
            self.endResetModel()
            self._wisselt = False
        self._meld_klaar()

    def _meld_klaar(self) -> None:
        if not self.bezig():
            self.gefilterd_tot.emit()

    # --- the list itself --------------------------------------------------------------------------

    def _on_andere_regels_komen(self) -> None:
        self.beginResetModel()

    def _on_andere_regels(self) -> None:
        """A row that is gone is not shown a moment longer: a long list with a filter shows none until that is done."""
        index, self._index_straks = self._index_straks, None
        if index is not None and index.is_van(self._bron.regels):
            self._index = index
        else:
            self._index.vergeet_rijen()
        ineens = self._bron.rowCount() <= INEENS or not self.gefilterd()
        self._rijen = range(self._bron.rowCount()) if not self.gefilterd() else ()
        self._werk = self._sortering = None
        self._klok.stop()
        if ineens and self.gefilterd():
            self._rijen = self._meteen()
        self.endResetModel()
        if not ineens:
            self._begin()

    def _meteen(self) -> Sequence[int]:
        for _ in self._index.maak(self._bron.regels):
            pass
        return [rij for deel in self._index.zoek(self._overal, self._per_kolom) for rij in deel]

    def _on_andere_volgorde_komt(self) -> None:
        self.layoutAboutToBeChanged.emit()

    def _on_andere_volgorde(self) -> None:
        """The same rows in another order; what was folded goes along."""
        orde, eerder = self._bron.orde, self._rijen
        vast = self.persistentIndexList()
        bronrijen = [eerder[een.row()] for een in vast]
        if self.gefilterd():
            getoond = bytearray(len(orde))
            for rij in eerder:
                getoond[rij] = 1
            self._rijen = [rij for rij, was in enumerate(orde) if getoond[was]]
        self._index.herschik(orde, self._bron.regels)
        if vast:
            plek = omgekeerd(orde)
            nieuw = [self.index(self.rij_van(plek[r]), een.column()) for r, een in zip(bronrijen, vast, strict=True)]
            self.changePersistentIndexList(vast, nieuw)
        self.layoutChanged.emit()
        if self._werk is not None:
            self._begin()

    def sort(self, kolom: int, richting: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Let the rows themselves be sorted: in Python instead of a call per comparison. A long list in turns."""
        self._sortering = None
        if self._bron.rowCount() <= INEENS:
            self._bron.sort(kolom, richting)
            return
        self._sortering = self._sorteer(kolom, richting)
        next(self._sortering, None)  # what is read from now on comes in the new order
        self._klok.start()
        self.sorteren_begonnen.emit()

    def _sorteer(self, kolom: int, richting: Qt.SortOrder) -> Iterator[None]:
        yield from self._bron.sorteer_in_delen(kolom, richting)
        self._sortering = None
        self._meld_klaar()

    def bronrij(self, rij: int) -> int:
        """The number in the whole list of a row that is shown."""
        return self._rijen[rij]

    def rij_van(self, bronrij: int) -> int:
        """Where a row of the whole list is shown: -1 when it is not."""
        rij = self.rij_vanaf(bronrij)
        return rij if rij < len(self._rijen) and self._rijen[rij] == bronrij else -1

    def rij_vanaf(self, bronrij: int) -> int:
        """Where the first row is shown that is this one of the whole list, or stands after it."""
        return bisect_left(self._rijen, bronrij)

    # --- as Qt asks it ----------------------------------------------------------------------------

    def rowCount(self, ouder: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if ouder.isValid() else len(self._rijen)

    def columnCount(self, ouder: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if ouder.isValid() else self._bron.columnCount()

    def data(self, index: Index, rol: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        return self._bron.data(self._bij(index), rol) if index.isValid() else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return self._bron.flags(self._bij(index)) if index.isValid() else super().flags(index)

    def _bij(self, index: Index) -> QModelIndex:
        return self._bron.index(self._rijen[index.row()], index.column())

    def headerData(self, nummer: int, richting: Qt.Orientation, rol: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        tekst = self._bron.headerData(nummer, richting, rol)
        if rol == Qt.ItemDataRole.DisplayRole and richting is Qt.Orientation.Horizontal and nummer in self._per_kolom:
            return f"{tekst} (gefilterd)"
        return tekst


def _vragen(per_kolom: Mapping[int, Gezocht]) -> dict[int, object]:
    return {kolom: gezocht.vragen for kolom, gezocht in per_kolom.items()}
