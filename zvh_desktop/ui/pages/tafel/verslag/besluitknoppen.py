"""The besluiten of the house as buttons that stay in: as many beside each other as fit."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from zvh_desktop.services.tafel.agenda_gegevens import BesluitKeuze
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.uiterlijk.doelen import Balkknop
from zvh_desktop.ui.uiterlijk.icons import Icoon, zet_icoon
from zvh_desktop.ui.uiterlijk.letters import letterlijk
from zvh_desktop.ui.uiterlijk.thema import HALF

_MET_TOETS = 9
"""So many have a key of their own: Alt and the number that is underlined."""


class Besluitknoppen(QWidget):
    """In the order of the house. It only says which was used."""

    gebruikt = Signal(str)
    """The key of a besluit."""

    def __init__(self, ouder: QWidget) -> None:
        super().__init__(ouder)
        self.knoppen: dict[str, QToolButton] = {}
        self._verdeling: tuple[int, ...] = ()
        self._rijen = QVBoxLayout(self)
        self._rijen.setContentsMargins(0, 0, 0, 0)
        self._rijen.setSpacing(HALF)

    def zet_keuzes(self, keuzes: Sequence[BesluitKeuze]) -> bool:
        """Make a button for each of these; False when they are there already."""
        if set(self.knoppen) == {keuze.sleutel for keuze in keuzes}:
            return False
        for oud in self.knoppen.values():
            verwijder(oud)
        self.knoppen = {}
        for nummer, keuze in enumerate(keuzes, 1):
            nieuw = Balkknop(self)
            nieuw.setObjectName(f"besluit_{keuze.sleutel}")
            toets = f"&{nummer} " if nummer <= _MET_TOETS else ""
            nieuw.setText(f"{toets}{letterlijk(keuze.naam)}")
            if toets:
                nieuw.setToolTip(f"{keuze.naam} (Alt+{nummer})")
            nieuw.setAccessibleName(f"Besluit: {keuze.naam}")
            nieuw.setCheckable(True)
            nieuw.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            nieuw.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            nieuw.clicked.connect(self._on_knop)
            self.knoppen[keuze.sleutel] = nieuw
        self._verdeling = ()
        return True

    def zet_genomen(self, genomen: Collection[str], *, mag: bool) -> None:
        """Which of them were taken at this point."""
        for sleutel, bestaand in self.knoppen.items():
            bestaand.setChecked(sleutel in genomen)
            zet_icoon(bestaand, Icoon.VINK if sleutel in genomen else Icoon.CIRKEL)
            bestaand.setEnabled(mag)
            bestaand.setMinimumSize(bestaand.sizeHint())

    def leg(self, ruimte: int) -> None:
        """Lay them in rows of at most this width."""
        rijen = self._verdeel(ruimte)
        verdeling = tuple(len(rij) for rij in rijen)
        if verdeling == self._verdeling:
            return
        self._verdeling = verdeling
        while (oud := self._rijen.takeAt(0)) is not None:
            if (vorige := oud.layout()) is not None:
                verwijder(vorige)
        for rij in rijen:
            naast = QHBoxLayout()
            naast.setSpacing(HALF)
            for een in rij:
                naast.addWidget(een)
            naast.addStretch(1)
            self._rijen.addLayout(naast)

    def breedste(self) -> int:
        """How wide the widest of them is."""
        return max((een.sizeHint().width() for een in self.knoppen.values()), default=0)

    def _verdeel(self, ruimte: int) -> list[list[QToolButton]]:
        rijen: list[list[QToolButton]] = []
        over = 0
        for een in self.knoppen.values():
            nodig = een.sizeHint().width() + HALF
            if not rijen or nodig > over:
                rijen.append([])
                over = ruimte
            rijen[-1].append(een)
            over -= nodig
        return rijen

    def _on_knop(self) -> None:
        gebruikt = self.sender()
        for sleutel, een in self.knoppen.items():
            if een is gebruikt:
                self.gebruikt.emit(sleutel)
