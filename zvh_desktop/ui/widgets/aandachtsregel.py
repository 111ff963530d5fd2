"""One line of what is needed or deserves a look, with its rule on demand and the way to it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zvh_desktop.services.regelboek.uitleg import Aandachtspunt
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, Kleur
from zvh_desktop.ui.weg.gang import Wegknop
from zvh_desktop.ui.widgets.kaart import StilleTekst
from zvh_desktop.ui.widgets.regelknop import Regelknop
from zvh_desktop.ui.widgets.statuslabel import Statuslabel


class Aandachtsregel(QWidget):
    """The sentence, right after it the button, and below it the text of the rule while it is asked for."""

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("aandachtsregel")
        self.label = Statuslabel(Icoon.INFO, "", self)
        self.label.laat_afbreken()
        self.regel_knop = Regelknop(self, blijft=True)
        self.weg_knop = Wegknop(self)
        self.regeltekst = StilleTekst("", self)
        self.regeltekst.setObjectName("regeltekst")
        self.regeltekst.setVisible(False)
        boven = QHBoxLayout()
        boven.setSpacing(RASTER)
        boven.addWidget(self.label, 1, Qt.AlignmentFlag.AlignVCenter)
        boven.addWidget(self.regel_knop, 0, Qt.AlignmentFlag.AlignTop)
        boven.addWidget(self.weg_knop, 0, Qt.AlignmentFlag.AlignTop)
        boven.addStretch()
        self._onder = QHBoxLayout()
        self._onder.addWidget(self.regeltekst)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(HALF)
        indeling.addLayout(boven)
        indeling.addLayout(self._onder)
        self._verbind()

    def _verbind(self) -> None:
        self.regel_knop.regel_gevraagd.connect(self._on_regel_gevraagd)

    def zet(
        self,
        punt: Aandachtspunt | None,
        icoon: Icoon = Icoon.INFO,
        kleur: Kleur | None = None,
        *,
        met_regel: bool = True,
    ) -> None:
        """Say this, or nothing. ``met_regel`` is False when the same rule is already offered at a line above."""
        self.label.zet(icoon, punt.zin if punt is not None else "", kleur=kleur)
        self.regel_knop.zet(punt if met_regel else None)
        self.weg_knop.zet(punt.weg if punt is not None else None)
        self._on_regel_gevraagd("")
        self._meet()

    def tekst(self) -> str:
        """The sentence."""
        return self.label.tekst()

    def _on_regel_gevraagd(self, zin: str) -> None:
        self.regeltekst.setText(zin)
        self.regeltekst.setVisible(bool(zin))

    def _meet(self) -> None:
        """Keep the button right after the sentence, and the text of the rule below it."""
        breed = self.label.tekstbreedte()
        self.label.setMaximumWidth(breed)
        self._onder.setContentsMargins(self.label.inspringen(), 0, 0, 0)

    def changeEvent(self, gebeurtenis: QEvent) -> None:
        super().changeEvent(gebeurtenis)
        if gebeurtenis.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._meet()
