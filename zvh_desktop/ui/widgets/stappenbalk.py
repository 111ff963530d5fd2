"""The steps of a tafel or of an assistant, above the page: where am I, what comes next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QToolButton, QWidget

from zvh_desktop.ui.toetsenbord.sneltoetsen import venstertoets
from zvh_desktop.ui.uiterlijk.doelen import Balkknop
from zvh_desktop.ui.uiterlijk.thema import HALF, Kleur, kleur_tekst

TAFEL_STAPPEN = ("Voorbereiden", "Uitnodigen", "Aan tafel", "Verslag", "Verzenden")


class StappenBalk(QWidget):
    """Numbered steps; Alt+Left and Alt+Right walk through those that are open."""

    stap_gekozen = Signal(int)

    def __init__(self, stappen: Sequence[str] = TAFEL_STAPPEN, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("stappenbalk")
        self.setAccessibleName("Stappen")
        self._groep = QButtonGroup(self)
        self._groep.setExclusive(True)
        self._namen = tuple(stappen)
        self._knoppen: list[QToolButton] = []
        self._breed: list[int] = []
        self._smal: list[int] = []
        self._kort = False
        self._redenen = [""] * len(self._namen)
        indeling = QHBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(HALF)
        for nummer, naam in enumerate(self._namen):
            if nummer:
                pijl = QLabel("›", self)
                kleur_tekst(pijl, Kleur.STIL)
                indeling.addWidget(pijl)
            indeling.addWidget(self._maak_knop(nummer, naam))
        indeling.addStretch(1)
        self._vorige = venstertoets("Alt+Left", waar=self)
        self._volgende = venstertoets("Alt+Right", waar=self)
        self._verbind()
        if self._knoppen:
            self.zet_stap(0)

    # --- with little room -------------------------------------------------------------------------

    def _rest(self) -> int:
        """What the arrows and the room between take."""
        pijlen = len(self._knoppen) - 1
        return pijlen * (self.fontMetrics().horizontalAdvance("›") + 2 * HALF)

    def minimumSizeHint(self) -> QSize:
        langste = max((breed - smal for breed, smal in zip(self._breed, self._smal, strict=True)), default=0)
        return QSize(sum(self._smal) + langste + self._rest(), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(sum(self._breed) + self._rest(), super().sizeHint().height())

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        self._kort = self.width() < sum(self._breed) + self._rest()
        self._zet_woorden()

    def _zet_woorden(self) -> None:
        """With too little room for all the names only the step that is open has its name; the others a number."""
        for nummer, knop in enumerate(self._knoppen):
            kort = self._kort and not knop.isChecked()
            knop.setText(f"{nummer + 1}" if kort else f"{nummer + 1} {self._namen[nummer]}")
            knop.setMinimumWidth(self._smal[nummer] if kort else self._breed[nummer])
            if not self._redenen[nummer]:
                knop.setToolTip(self._namen[nummer] if kort else "")
        indeling = self.layout()
        if indeling is not None:
            indeling.invalidate()
            indeling.activate()  # the words may change while the row above is being laid out, which then asks no more

    def _maak_knop(self, nummer: int, naam: str) -> QToolButton:
        knop = Balkknop(self)
        knop.setObjectName(f"stap_{nummer + 1}")
        knop.setText(f"{nummer + 1} {naam}")
        knop.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        knop.setCheckable(True)
        knop.setAutoRaise(True)
        knop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # reserve the width of the bold text, so that nothing moves when another step is chosen
        vet = QFont(knop.font())
        vet.setBold(True)
        knop.setFont(vet)
        self._breed.append(knop.sizeHint().width())
        knop.setText(f"{nummer + 1}")
        self._smal.append(knop.sizeHint().width())
        knop.setText(f"{nummer + 1} {naam}")
        knop.setMinimumWidth(self._breed[-1])
        self._groep.addButton(knop, nummer)
        self._knoppen.append(knop)
        return knop

    def _verbind(self) -> None:
        self._groep.idClicked.connect(self._on_stap_aangeklikt)
        self._vorige.activated.connect(self._on_vorige_gevraagd)
        self._volgende.activated.connect(self._on_volgende_gevraagd)

    def stap(self) -> int:
        """The number of the step that is shown, from 0."""
        return self._groep.checkedId()

    def zet_stap(self, nummer: int) -> None:
        """Show this step as the current one, without a signal."""
        for volgnummer, knop in enumerate(self._knoppen):
            huidig = volgnummer == nummer
            knop.setChecked(huidig)
            letter = QFont(knop.font())
            letter.setBold(huidig)
            knop.setFont(letter)
            stand = "huidige stap" if huidig else ("niet beschikbaar" if not knop.isEnabled() else "")
            naam = f"Stap {volgnummer + 1} van {len(self._knoppen)}: {self._namen[volgnummer]}"
            knop.setAccessibleName(f"{naam}, {stand}" if stand else naam)
        self._zet_woorden()

    def zet_beschikbaar(self, nummer: int, beschikbaar: bool, reden: str = "") -> None:
        """Open or close a step; the reason stands in the tooltip."""
        knop = self._knoppen[nummer]
        knop.setEnabled(beschikbaar)
        self._redenen[nummer] = "" if beschikbaar else reden
        knop.setToolTip(self._redenen[nummer])
        knop.setAccessibleDescription(self._redenen[nummer])
        self._zet_woorden()

    def _kies(self, nummer: int) -> None:
        self.zet_stap(nummer)
        self.stap_gekozen.emit(nummer)

    def _on_stap_aangeklikt(self, nummer: int) -> None:
        self._kies(nummer)

    def _on_vorige_gevraagd(self) -> None:
        self._loop(-1)

    def _on_volgende_gevraagd(self) -> None:
        self._loop(1)

    def _loop(self, richting: int) -> None:
        nummer = self.stap() + richting
        while 0 <= nummer < len(self._knoppen):
            if self._knoppen[nummer].isEnabled():
                self._kies(nummer)
                return
            nummer += richting
