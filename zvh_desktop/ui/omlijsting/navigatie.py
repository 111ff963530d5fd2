"""The places on the left: icon, name and how many things wait there. One tab stop, arrows walk."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from zvh_desktop.ui.pagina import PaginaInvoer
from zvh_desktop.ui.teksten.uitleg import platte_uitleg
from zvh_desktop.ui.uiterlijk.icons import laad_icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER, tekstbreedte

_SLEUTELROL = int(Qt.ItemDataRole.UserRole)


class _RuimeRegel(QStyledItemDelegate):
    """Lines high enough to hit, whatever the font."""

    def sizeHint(self, optie: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        maat = super().sizeHint(optie, index)
        return QSize(maat.width(), optie.fontMetrics.height() + 2 * RASTER)


class Navigatie(QTreeWidget):
    """Emits ``plaats_gekozen`` when the user goes somewhere, not when the window itself does."""

    plaats_gekozen = Signal(str)

    def __init__(self, invoer: Sequence[PaginaInvoer], ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("navigatie")
        self.setAccessibleName("Onderdelen")
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setAllColumnsShowFocus(True)
        self.setIndentation(0)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_RuimeRegel(self))
        self.setTabKeyNavigation(False)
        self.setUniformRowHeights(True)
        # a click goes to a page, and so does the keyboard: Insert and the arrows then work in the list of that page
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.header().setStretchLastSection(False)
        self.header().setMinimumSectionSize(1)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._invoer = tuple(invoer)
        self._regels: dict[str, QTreeWidgetItem] = {}
        self._smal = False
        for nummer, deel in enumerate(self._invoer, start=1):
            regel = QTreeWidgetItem([deel.naam, ""])
            regel.setData(0, _SLEUTELROL, deel.sleutel)
            regel.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            regel.setToolTip(0, platte_uitleg(f"{deel.naam} (Ctrl+{nummer})" if deel.mag else deel.reden))
            if not deel.mag:
                regel.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addTopLevelItem(regel)
            self._regels[deel.sleutel] = regel
            self.zet_telling(deel.sleutel, 0)
        self._ververs_iconen()
        self._verbind()

    def _verbind(self) -> None:
        self.itemClicked.connect(self._on_regel_aangeklikt)
        self.currentItemChanged.connect(self._on_regel_gekozen)

    def smal(self) -> bool:
        """Whether only the icons are shown."""
        return self._smal

    def zet_smal(self, smal: bool) -> None:
        """Icons and counts alone, for a narrow window; the names are in the tooltips and for the screen reader."""
        if smal == self._smal:
            return
        self._smal = smal
        for deel in self._invoer:
            self._regels[deel.sleutel].setText(0, "" if smal else deel.naam)
        self.updateGeometry()

    def zet_plaats(self, sleutel: str) -> None:
        """Show where the window is, without a signal."""
        self.blockSignals(True)
        self.setCurrentItem(self._regels[sleutel])
        self.blockSignals(False)
        self.viewport().update()

    def zet_telling(self, sleutel: str, aantal: int) -> None:
        """How many things wait there; nothing is shown for none."""
        regel = self._regels[sleutel]
        naam = next(deel.naam for deel in self._invoer if deel.sleutel == sleutel)
        regel.setText(1, str(aantal) if aantal else "")
        uitgesproken = f"{naam}, {aantal}" if aantal else naam
        regel.setData(0, Qt.ItemDataRole.AccessibleTextRole, uitgesproken)

    def telling(self, sleutel: str) -> str:
        """What stands behind the name."""
        return self._regels[sleutel].text(1)

    def _ververs_iconen(self) -> None:
        maat = self.fontMetrics().height()
        self.setIconSize(QSize(maat + 4, maat + 4))
        for deel in self._invoer:
            self._regels[deel.sleutel].setIcon(0, laad_icoon(deel.icoon))

    def _sleutel_van(self, regel: QTreeWidgetItem | None) -> str | None:
        return str(regel.data(0, _SLEUTELROL)) if regel is not None else None

    def _on_regel_gekozen(self, regel: QTreeWidgetItem | None) -> None:
        sleutel = self._sleutel_van(regel)
        if sleutel is not None:
            self.plaats_gekozen.emit(sleutel)

    def _on_regel_aangeklikt(self, regel: QTreeWidgetItem) -> None:
        # a click on the place where one already is goes back to its list
        sleutel = self._sleutel_van(regel)
        if sleutel is not None:
            self.plaats_gekozen.emit(sleutel)

    def keyPressEvent(self, gebeurtenis: QKeyEvent) -> None:
        if gebeurtenis.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._on_regel_gekozen(self.currentItem())
            return
        super().keyPressEvent(gebeurtenis)

    def changeEvent(self, gebeurtenis: QEvent) -> None:
        super().changeEvent(gebeurtenis)
        if gebeurtenis.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "_regels"):
            self._ververs_iconen()

    def sizeHint(self) -> QSize:
        if self._smal:
            return QSize(self.iconSize().width() + tekstbreedte(self, 5), super().sizeHint().height())
        langste = max((self.fontMetrics().horizontalAdvance(deel.naam) for deel in self._invoer), default=0)
        return QSize(langste + self.iconSize().width() + tekstbreedte(self, 10), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), super().minimumSizeHint().height())
