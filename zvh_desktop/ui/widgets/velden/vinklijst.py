"""A list with a tick per line, for choosing some of many; space toggles the line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

_SLEUTELROL = int(Qt.ItemDataRole.UserRole) + 1


class Vinklijst(QListWidget):
    """Lines with a key; ``gekozen`` gives the keys of the ticked ones, in their order."""

    def __init__(self, naam: str, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setAccessibleName(naam)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def zet(self, regels: Sequence[tuple[int, str]], aan: Iterable[int]) -> None:
        """Show these lines, with these ticked."""
        self.clear()
        gekozen = set(aan)
        for sleutel, tekst in regels:
            regel = QListWidgetItem(tekst, self)
            regel.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            regel.setData(_SLEUTELROL, sleutel)
            regel.setCheckState(Qt.CheckState.Checked if sleutel in gekozen else Qt.CheckState.Unchecked)
        if regels:
            self.setCurrentRow(0)

    def gekozen(self) -> tuple[int, ...]:
        """The keys of the ticked lines."""
        regels = [self.item(rij) for rij in range(self.count())]
        return tuple(int(regel.data(_SLEUTELROL)) for regel in regels if regel.checkState() is Qt.CheckState.Checked)

    def vink(self, sleutel: int, aan: bool) -> None:
        """Tick or clear one line."""
        for rij in range(self.count()):
            regel = self.item(rij)
            if regel.data(_SLEUTELROL) == sleutel:
                regel.setCheckState(Qt.CheckState.Checked if aan else Qt.CheckState.Unchecked)
