"""Choose how to read a convenant that gives two answers; both stand below it, with article and reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from zvh_desktop.services.huis.regels import HuisLezing
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld


class Lezingkeuze(Keuzeveld):
    """One line per reading, with its article; the default of the house comes first and says so."""

    def __init__(self, lezingen: Sequence[HuisLezing], ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self._lezingen = tuple(lezingen)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for lezing in self._lezingen:
            self.addItem(_kop(lezing), lezing.sleutel)

    def gekozen(self) -> str:
        """Key of the reading; empty in a house whose convenant gives one answer."""
        return str(self.currentData() or "")

    def kies(self, sleutel: str) -> None:
        """Show this reading; the default one when there is no such."""
        self.setCurrentIndex(max(0, self.findData(sleutel)))

    def uitleg(self, met_wie: str) -> str:
        """Every reading with its reason, for below the field; ``met_wie`` settles the choice too."""
        zinnen = [f"Het convenant van dit huis geeft twee antwoorden. Leg de keuze vast met {met_wie}."]
        zinnen += [f"{_kop(lezing)}: {lezing.reden}" for lezing in self._lezingen]
        return "\n".join(zinnen)


def _kop(lezing: HuisLezing) -> str:
    return f"{lezing.naam} ({lezing.artikel}){', standaard' if lezing.standaard else ''}"
