"""What still has to be done, in sentences with their article, and with the rule behind each on demand.

Above a table it is one line that opens to the whole list; in a form it has a heading and is open at once.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zvh_desktop.services.regelboek.uitleg import Aandachtspunt
from zvh_desktop.ui.toetsenbord.tabvolgorde import zet_tabvolgorde
from zvh_desktop.ui.uiterlijk.doelen import Balkknop
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, Kleur
from zvh_desktop.ui.widgets.aandachtsregel import Aandachtsregel


class Aandachtslijst(QWidget):
    """Required things first, then what only deserves a look; each rule is offered once, at its first line."""

    def __init__(self, ouder: QWidget | None = None, *, kop: str = "", alles_in_orde: str = "") -> None:
        """``kop`` makes it a list under a heading; ``alles_in_orde`` is said when there is nothing to do."""
        super().__init__(ouder)
        self.setObjectName("aandachtslijst")
        self._in_orde = alles_in_orde
        self._vaste_kop = Aandachtspunt(kop) if kop else None
        self._nodig: tuple[Aandachtspunt, ...] = ()
        self._aandacht: tuple[Aandachtspunt, ...] = ()
        self._boven = self._vaste_kop
        self.kop = Aandachtsregel(self)
        self.meer_knop = Balkknop(self)
        self.meer_knop.setObjectName("aandacht_meer")
        self.meer_knop.setAutoRaise(True)
        self.meer_knop.setCheckable(True)
        self.meer_knop.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.meer_knop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        regel = QHBoxLayout()
        regel.setSpacing(RASTER)
        regel.addWidget(self.kop, 1)
        regel.addWidget(self.meer_knop, 0, Qt.AlignmentFlag.AlignTop)
        self._rest = QVBoxLayout()
        self._rest.setSpacing(HALF)
        if self._vaste_kop is not None:
            self._rest.setContentsMargins(self.kop.label.inspringen(), 0, 0, 0)
        self._regels: list[Aandachtsregel] = []
        self._getoond: list[tuple[Aandachtsregel, Aandachtspunt]] = []
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(HALF)
        indeling.addLayout(regel)
        indeling.addLayout(self._rest)
        self._verbind()
        self._toon()

    def _verbind(self) -> None:
        self.meer_knop.toggled.connect(self._toon)

    def zet(
        self,
        nodig: Sequence[Aandachtspunt],
        aandacht: Sequence[Aandachtspunt] = (),
        *,
        kop: Aandachtspunt | None = None,
    ) -> None:
        """Show these lines; what was unfolded stays so. ``kop`` is a heading that rests on a rule itself."""
        boven = kop or self._vaste_kop
        if (tuple(nodig), tuple(aandacht), boven) != (self._nodig, self._aandacht, self._boven):
            self._nodig, self._aandacht, self._boven = tuple(nodig), tuple(aandacht), boven
            self._toon()

    def zinnen(self) -> tuple[str, ...]:
        """Everything that is to be said."""
        return tuple(punt.zin for punt in self._nodig + self._aandacht)

    def regels(self) -> tuple[Aandachtsregel, ...]:
        """The lines that are shown, the heading included."""
        return tuple(regel for regel, _ in self._getoond)

    def _toon(self) -> None:
        open_, met_focus = self._wat_open_was()
        lijnen = self._lijnen()
        self._getoond = []
        genoemd: set[str] = set()
        for regel, (punt, icoon, kleur) in zip(self._plaatsen(len(lijnen)), lijnen, strict=True):
            regel.zet(punt, icoon, kleur, met_regel=punt.regeltekst not in genoemd)
            genoemd.add(punt.regeltekst)
            regel.setVisible(True)
            regel.regel_knop.open(open_=bool(punt.regeltekst) and punt.regeltekst in open_)
            if met_focus and punt.regeltekst == met_focus and regel.regel_knop.isVisibleTo(self):
                regel.regel_knop.setFocus()
            self._getoond.append((regel, punt))
        self._toon_meer()
        self.setAccessibleName(" ".join(self.zinnen()) or self._in_orde)
        if self._vaste_kop is not None:
            self.setVisible(bool(self._nodig + self._aandacht))

    def _lijnen(self) -> list[tuple[Aandachtspunt, Icoon, Kleur | None]]:
        """What is to be shown now, from the top."""
        if self._boven is not None:
            rest: list[tuple[Aandachtspunt, Icoon, Kleur | None]]
            rest = [(punt, Icoon.PUNT, None) for punt in self._nodig + self._aandacht]
            return [(self._boven, Icoon.UITROEP, Kleur.LET_OP), *rest]
        alle = [(punt, Icoon.UITROEP, Kleur.FOUT) for punt in self._nodig]
        alle += [(punt, Icoon.INFO, Kleur.LET_OP) for punt in self._aandacht]
        if not alle:
            return [(Aandachtspunt(self._in_orde), Icoon.VINK, Kleur.GOED)]
        return [*alle] if self.meer_knop.isChecked() else [alle[0]]

    def _plaatsen(self, aantal: int) -> list[Aandachtsregel]:
        """So many lines, made when there are too few and hidden when there are too many."""
        while len(self._regels) < aantal - 1:
            regel = Aandachtsregel(self)
            self._regels.append(regel)
            self._rest.addWidget(regel)
            zet_tabvolgorde(self)
        for regel in self._regels[aantal - 1 :]:
            regel.zet(None)
            regel.setVisible(False)
        return [self.kop, *self._regels[: aantal - 1]]

    def _toon_meer(self) -> None:
        over = len(self._nodig) + len(self._aandacht) - 1
        self.meer_knop.setVisible(self._boven is None and over > 0)
        open_ = self.meer_knop.isChecked()
        self.meer_knop.setText("Minder" if open_ else f"Nog {over}")
        self.meer_knop.setAccessibleName("Minder tonen" if open_ else f"Nog {over} aandachtspunten tonen")

    def _wat_open_was(self) -> tuple[set[str], str]:
        """The texts of the rules that are being read, and the one whose button has the keyboard."""
        open_ = {punt.regeltekst for regel, punt in self._getoond if regel.regel_knop.isChecked()}
        focus = next((punt.regeltekst for regel, punt in self._getoond if regel.regel_knop.hasFocus()), "")
        return open_, focus
