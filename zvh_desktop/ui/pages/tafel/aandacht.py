"""What still has to be done, in sentences with their article: one line that opens to the whole list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from zvh_desktop.ui.icons import Icoon
from zvh_desktop.ui.thema import HALF, RASTER, Kleur
from zvh_desktop.ui.widgets.statuslabel import Statuslabel


class Aandachtslijst(QWidget):
    """Required things first, then what only deserves a look."""

    def __init__(self, ouder: QWidget | None = None, *, alles_in_orde: str = "") -> None:
        super().__init__(ouder)
        self.setObjectName("aandachtslijst")
        self._in_orde = alles_in_orde
        self._nodig: tuple[str, ...] = ()
        self._aandacht: tuple[str, ...] = ()
        self._kop = Statuslabel(Icoon.INFO, "", self)
        self._kop.laat_afbreken()
        self.meer_knop = QToolButton(self)
        self.meer_knop.setObjectName("aandacht_meer")
        self.meer_knop.setAutoRaise(True)
        self.meer_knop.setCheckable(True)
        self.meer_knop.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.meer_knop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        regel = QHBoxLayout()
        regel.setSpacing(RASTER)
        regel.addWidget(self._kop, 1)
        regel.addWidget(self.meer_knop, 0, Qt.AlignmentFlag.AlignTop)
        self._rest = QVBoxLayout()
        self._rest.setSpacing(HALF)
        self._labels: list[Statuslabel] = []
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(HALF)
        indeling.addLayout(regel)
        indeling.addLayout(self._rest)
        self._verbind()
        self.zet((), ())

    def _verbind(self) -> None:
        self.meer_knop.toggled.connect(self._toon)

    def zet(self, nodig: Sequence[str], aandacht: Sequence[str]) -> None:
        """Show these sentences."""
        self._nodig, self._aandacht = tuple(nodig), tuple(aandacht)
        self._toon()

    def zinnen(self) -> tuple[str, ...]:
        """Everything that is to be said."""
        return self._nodig + self._aandacht

    def _toon(self) -> None:
        for label in self._labels:
            self._rest.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        alle = [(Icoon.UITROEP, zin, Kleur.FOUT) for zin in self._nodig]
        alle += [(Icoon.INFO, zin, Kleur.LET_OP) for zin in self._aandacht]
        if not alle:
            self._kop.zet(Icoon.VINK, self._in_orde, kleur=Kleur.GOED)
            self.meer_knop.setVisible(False)
            self.setAccessibleName(self._in_orde)
            return
        icoon, eerste, kleur = alle[0]
        self._kop.zet(icoon, eerste, kleur=kleur)
        self.meer_knop.setVisible(len(alle) > 1)
        over = len(alle) - 1
        open_ = self.meer_knop.isChecked()
        self.meer_knop.setText("Minder" if open_ else f"Nog {over}")
        self.meer_knop.setAccessibleName("Minder tonen" if open_ else f"Nog {over} aandachtspunten tonen")
        self.setAccessibleName(" ".join(self.zinnen()))
        if open_:
            for icoon, zin, kleur in alle[1:]:
                label = Statuslabel(icoon, zin, self, kleur=kleur)
                label.laat_afbreken()
                self._labels.append(label)
                self._rest.addWidget(label)
