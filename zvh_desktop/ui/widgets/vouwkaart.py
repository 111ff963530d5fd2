"""A part of a long page that opens and closes in place, and says in its heading how it stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from zvh_desktop.ui.uiterlijk.doelen import Balkknop
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.letters import zonder_letter
from zvh_desktop.ui.uiterlijk.thema import RASTER, RUIM, Kleur, kopletter
from zvh_desktop.ui.widgets.kader import Kader
from zvh_desktop.ui.widgets.statuslabel import Statuslabel


class Vouwkaart(Kader):
    """Heading with an arrow, a state at the right, contents below when open."""

    opengeklapt = Signal(bool)

    def __init__(self, sleutel: str, titel: str, inhoud: QWidget, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName(f"vouw_{sleutel}")
        self._titel = zonder_letter(titel)
        self.inhoud = inhoud
        self._open = False
        self.knop = Balkknop(self)
        self.knop.setObjectName(f"vouwknop_{sleutel}")
        self.knop.setText(titel)
        self.knop.setAutoRaise(True)
        self.knop.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.knop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.knop.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.stand = Statuslabel(Icoon.PUNT, "", self)
        self.stand.setVisible(False)
        regel = QHBoxLayout()
        regel.setSpacing(RUIM)
        regel.addWidget(self.knop)
        regel.addStretch(1)
        regel.addWidget(self.stand)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RASTER, RASTER, RUIM, RASTER)
        indeling.setSpacing(RASTER)
        indeling.addLayout(regel)
        indeling.addWidget(inhoud)
        inhoud.setContentsMargins(RASTER, 0, 0, RASTER)
        inhoud.setVisible(False)
        self._zet_letter()
        self._toon_pijl(False)
        self._verbind()

    def _verbind(self) -> None:
        self.knop.clicked.connect(self._on_kop_gebruikt)

    def open(self) -> bool:
        """Whether its contents are shown."""
        return self._open

    def klap(self, open_: bool) -> None:
        """Open or close it."""
        if open_ == self._open:
            return
        self._open = open_
        self.inhoud.setVisible(open_)
        self._toon_pijl(open_)
        self.opengeklapt.emit(open_)

    def zet_stand(self, icoon: Icoon, tekst: str, kleur: Kleur | None = None) -> None:
        """Say at the right of the heading how this part stands."""
        self.stand.zet(icoon, tekst, kleur=kleur or Kleur.STIL)
        self.stand.setVisible(bool(tekst))
        self._noem(self.open())

    def _noem(self, open_: bool) -> None:
        delen = (self._titel, self.stand.tekst(), "open" if open_ else "dicht")
        self.knop.setAccessibleName(", ".join(deel for deel in delen if deel))

    def _toon_pijl(self, open_: bool) -> None:
        self.knop.setArrowType(Qt.ArrowType.DownArrow if open_ else Qt.ArrowType.RightArrow)
        self._noem(open_)

    def _zet_letter(self) -> None:
        self.knop.setFont(kopletter(self.font(), 1.15))

    def _on_kop_gebruikt(self) -> None:
        self.klap(not self._open)

    def changeEvent(self, gebeurtenis: QEvent) -> None:
        super().changeEvent(gebeurtenis)
        if gebeurtenis.type() is QEvent.Type.FontChange and hasattr(self, "knop"):
            self._zet_letter()
