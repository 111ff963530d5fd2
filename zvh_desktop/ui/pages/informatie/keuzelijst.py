"""A list to tick, in which what cannot be ticked stays readable with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from zvh_desktop.ui.teksten.uitleg import platte_uitleg
from zvh_desktop.ui.uiterlijk.icons import Icoon, laad_icoon

_SLEUTEL = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True)
class Keuze:
    """One line: an id, its text, why it is so, and whether it can be ticked."""

    sleutel: int
    tekst: str
    reden: str = ""
    kan: bool = True
    aan: bool = False


class Keuzelijst(QListWidget):
    """Space ticks; arrows walk over every line."""

    def __init__(self, naam: str, ouder: QWidget | None = None, *, regels: int = 7) -> None:
        super().__init__(ouder)
        self.setAccessibleName(naam)
        self.setAlternatingRowColors(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._regels = regels

    def zet_keuzes(self, keuzes: Sequence[Keuze]) -> None:
        """Show these lines."""
        self.clear()
        for keuze in keuzes:
            heel = f"{keuze.tekst}: {keuze.reden}" if keuze.reden else keuze.tekst
            regel = QListWidgetItem(heel, self)
            regel.setToolTip(platte_uitleg(heel))
            regel.setData(_SLEUTEL, keuze.sleutel)
            vlaggen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            if keuze.kan:
                regel.setFlags(vlaggen | Qt.ItemFlag.ItemIsUserCheckable)
                regel.setCheckState(Qt.CheckState.Checked if keuze.aan else Qt.CheckState.Unchecked)
                regel.setData(Qt.ItemDataRole.AccessibleTextRole, heel)
            else:
                regel.setFlags(vlaggen)
                regel.setIcon(laad_icoon(Icoon.STREEPJE))
                regel.setData(Qt.ItemDataRole.AccessibleTextRole, f"{heel} (kan niet worden gekozen)")
        if self.count():
            self.setCurrentRow(0)

    def gekozen(self) -> tuple[int, ...]:
        """The ids that are ticked."""
        regels = (self.item(rij) for rij in range(self.count()))
        return tuple(
            int(regel.data(_SLEUTEL))
            for regel in regels
            if regel.flags() & Qt.ItemFlag.ItemIsUserCheckable and regel.checkState() is Qt.CheckState.Checked
        )

    def zet_aan(self, sleutel: int) -> None:
        """Tick this line, if it can be ticked."""
        for rij in range(self.count()):
            regel = self.item(rij)
            if regel.data(_SLEUTEL) == sleutel and regel.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                regel.setCheckState(Qt.CheckState.Checked)

    def sizeHint(self) -> QSize:
        hoog = (self.fontMetrics().height() + 6) * self._regels + 2 * self.frameWidth()
        return QSize(self.fontMetrics().averageCharWidth() * 60, hoog)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 30, (self.fontMetrics().height() + 6) * 3)
