"""Columns as wide as what is in them, and as wide as the user made them where he did.

When all fits, every column shows its longest text and the last one takes what is left. When it does not, the widest
columns give way first and a short one is never cut off. What the user drags stays, also the next time; a double click
on the border gives the column back. What is kept is a number per column, nothing of what stands in it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractItemModel, QByteArray, QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QTreeView
from shiboken6 import isValid

from zvh_desktop.ui.instellingen import Instellingen
from zvh_desktop.ui.item_models.filtermodel import FilterModel
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, tekstbreedte

_PROEF = 100
"""So many rows are measured, spread over the whole list."""
_TEKENS = 160
_MINSTENS = 8
"""Characters that a column shows at least."""
_SMALST, _BREEDST = 16, 4000
"""A kept width outside these was never made by hand."""


def verdeel(wensen: Sequence[int], minsten: Sequence[int], ruimte: int) -> list[int]:
    """What each gets: its wish when there is room, else the widest give way, none to below its least."""
    breedtes = list(wensen)
    teveel = sum(breedtes) - ruimte
    while teveel > 0:
        kan = [nr for nr, breed in enumerate(breedtes) if breed > minsten[nr]]
        if not kan:
            break
        hoogste = max(breedtes[nr] for nr in kan)
        groep = [nr for nr in kan if breedtes[nr] == hoogste]
        lager = max((breedtes[nr] for nr in kan if breedtes[nr] < hoogste), default=0)
        bodem = max(lager, *(minsten[nr] for nr in groep))
        stap = min(hoogste - bodem, -(-teveel // len(groep)))
        for nr in groep:
            eraf = min(stap, teveel, breedtes[nr] - minsten[nr])
            breedtes[nr] -= eraf
            teveel -= eraf
    return breedtes


class Kolombreedtes(QObject):
    """Watches a table: new rows, another size, another font, and the hand of the user on the heading."""

    def __init__(
        self,
        tabel: QTableView | QTreeView,
        namen: Sequence[str] = (),
        *,
        instellingen: Instellingen | None = None,
        sleutel: str = "",
        minstens: Mapping[int, int] | None = None,
    ) -> None:
        """``namen`` are the keys under which a width is kept; without settings it lasts as long as the table.

        ``minstens`` counts characters, for a column that is not to be cut off as short as others.
        """
        super().__init__(tabel)
        self._tabel = tabel
        self._namen = tuple(namen)
        self._instellingen = instellingen
        self._sleutel = f"kolombreedtes/{sleutel}"
        self._minstens = dict(minstens or {})
        self._bezig = False
        self._sleept = False
        self._eigen = self._lees()
        kop = _kop(tabel)
        self._kopvlak = kop.viewport()
        self._kopvlak.installEventFilter(self)
        tabel.viewport().installEventFilter(self)
        kop.sectionResized.connect(self._on_breedte_gewijzigd)
        kop.sectionHandleDoubleClicked.connect(self._on_teruggegeven)
        model = tabel.model()
        model.modelReset.connect(self._on_andere_regels)
        model.rowsInserted.connect(self.pas)
        model.dataChanged.connect(self.pas)
        self.pas()

    def pas(self) -> None:
        """Give every column its width."""
        if self._bezig or not isValid(self._tabel):  # a tree that goes away empties its own model first
            return
        kop = _kop(self._tabel)
        zichtbaar = [nummer for nummer in range(kop.count()) if not kop.isSectionHidden(nummer)]
        minsten: list[int] = []
        wensen: list[int] = []
        for nummer in zichtbaar:
            eigen, kop_breed, inhoud = self._eigen.get(nummer), self._kopbreedte(nummer), self._inhoud(nummer)
            minsten.append(eigen or max(kop_breed, min(inhoud, self._leesbaar(nummer))))
            wensen.append(eigen or max(kop_breed, inhoud))
        self._bezig = True
        for nummer, breed in zip(zichtbaar, verdeel(wensen, minsten, self._tabel.viewport().width()), strict=True):
            rekt = kop.sectionResizeMode(nummer) is QHeaderView.ResizeMode.Stretch  # takes what the others leave
            if kop.sectionSize(nummer) != breed and not rekt:
                kop.resizeSection(nummer, breed)
        self._bezig = False

    def _on_andere_regels(self) -> None:
        """A column does not move under who types a filter: the list itself is the same."""
        model = self._tabel.model() if isValid(self._tabel) else None
        if not (isinstance(model, FilterModel) and model.wisselt()):
            self.pas()

    def eigen(self) -> dict[int, int]:
        """The columns to which the user gave a width."""
        return dict(self._eigen)

    def zet_eigen(self, breedtes: Mapping[int, int]) -> None:
        """Give these columns a width and the others none, as the user could have done."""
        self._eigen = {nummer: breed for nummer, breed in breedtes.items() if _SMALST <= breed <= _BREEDST}
        self._bewaar()
        self.pas()

    # --- measuring --------------------------------------------------------------------------------

    def _kopbreedte(self, nummer: int) -> int:
        kop = str(self._tabel.model().headerData(nummer, Qt.Orientation.Horizontal) or "")
        letters = _kop(self._tabel).fontMetrics()
        pijl = tekstbreedte(self._tabel, 3) if self._tabel.isSortingEnabled() else RASTER
        return letters.horizontalAdvance(kop) + pijl

    def _leesbaar(self, nummer: int) -> int:
        """So much of a longer text is always shown; with less room than that the table scrolls sideways."""
        return tekstbreedte(self._tabel, self._minstens.get(nummer, _MINSTENS))

    def _inhoud(self, nummer: int) -> int:
        model = self._tabel.model()
        letters = self._tabel.fontMetrics()
        breedst = 0
        for rij in self._proefrijen(model):
            index = model.index(rij, nummer)
            tekst = " ".join(str(index.data() or "")[:_TEKENS].split())
            breed = letters.horizontalAdvance(tekst)
            if index.data(Qt.ItemDataRole.DecorationRole) is not None:
                breed += self._icoon() + HALF
            veld = self._tabel.indexWidget(index)
            breedst = max(breedst, breed, veld.sizeHint().width() if veld is not None else 0)
        inspringen = self._tabel.indentation() if isinstance(self._tabel, QTreeView) and not nummer else 0
        return breedst + 2 * RASTER + inspringen

    def _icoon(self) -> int:
        maat: QSize = self._tabel.iconSize()
        return maat.width() if maat.isValid() else self._tabel.fontMetrics().height()

    def _proefrijen(self, model: QAbstractItemModel) -> range:
        aantal = model.rowCount()
        return range(0, aantal, max(1, aantal // _PROEF))

    # --- the hand of the user ---------------------------------------------------------------------

    def eventFilter(self, doel: QObject, gebeurtenis: QEvent) -> bool:
        soort = gebeurtenis.type()
        if doel is self._kopvlak:
            if soort is QEvent.Type.MouseButtonPress:
                self._sleept = True
            elif soort is QEvent.Type.MouseButtonRelease:
                self._sleept = False
        elif soort is QEvent.Type.FontChange or soort is QEvent.Type.Resize:
            self.pas()
        return False

    def _on_breedte_gewijzigd(self, nummer: int, _oud: int, nieuw: int) -> None:
        kop = _kop(self._tabel)
        rekt = kop.stretchLastSection() and kop.visualIndex(nummer) == _laatste(kop.count(), self._tabel)
        if self._bezig or not self._sleept or rekt or not nieuw:
            return
        self._eigen[nummer] = nieuw
        self._bewaar()

    def _on_teruggegeven(self, nummer: int) -> None:
        self._sleept = False
        self._eigen.pop(nummer, None)
        self._bewaar()
        self.pas()

    # --- keeping ----------------------------------------------------------------------------------

    def _lees(self) -> dict[int, int]:
        bewaard = self._instellingen.lees_bytes(self._sleutel).data() if self._instellingen is not None else b""
        try:
            gelezen = json.loads(bytes(bewaard) or b"{}")
        except ValueError:
            return {}
        if not isinstance(gelezen, dict):
            return {}
        nummers = {naam: nummer for nummer, naam in enumerate(self._namen)}
        return {
            nummers[naam]: breed
            for naam, breed in gelezen.items()
            if naam in nummers and isinstance(breed, int) and _SMALST <= breed <= _BREEDST
        }

    def _bewaar(self) -> None:
        if self._instellingen is not None:
            breedtes = {self._namen[nummer]: breed for nummer, breed in sorted(self._eigen.items())}
            self._instellingen.zet_bytes(self._sleutel, QByteArray(json.dumps(breedtes).encode()))


def _kop(tabel: QTableView | QTreeView) -> QHeaderView:
    return tabel.header() if isinstance(tabel, QTreeView) else tabel.horizontalHeader()


def _laatste(aantal: int, tabel: QTableView | QTreeView) -> int:
    """The place of the last column that is shown."""
    kop = _kop(tabel)
    return max((plaats for plaats in range(aantal) if not kop.isSectionHidden(kop.logicalIndex(plaats))), default=-1)
