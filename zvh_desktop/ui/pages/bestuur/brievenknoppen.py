"""The letter in which a meeting tells another what it decided: show it, and record that it was sent."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zvh_desktop.services.bestuur.gegevens import BestuurBeeld
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.uitnodigen.besluitenbrieven import Briefregel
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.paneel import Paneel
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop

Maak = Callable[[Callable[[], object]], None]
"""Makes a document beside the window and shows it."""


class BesluitenbriefKnoppen(Paneel):
    """There only where the convenant asks for such a letter, once the verslag is vastgesteld."""

    gewijzigd = Signal()
    zegt = Signal(str)

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, maak: Maak, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("overleg_brieven")
        self._maak = maak
        self._beeld: BestuurBeeld | None = None
        self._brieven: tuple[Briefregel, ...] = ()
        self.brief_knop = gereedschapsknop(
            "overleg_brief_knop", Icoon.DOCUMENT, "Besluitenbrie&f", "De brief met de besluiten tonen", self
        )
        self.brief_klaar_knop = gereedschapsknop(
            "overleg_brief_verstuurd", Icoon.VINK, "Brief verstuurd", "Vastleggen dat de brief is verstuurd", self
        )
        indeling = QHBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RASTER)
        indeling.addWidget(self.brief_knop)
        indeling.addWidget(self.brief_klaar_knop)
        self.brief_knop.clicked.connect(self.toon_brief)
        self.brief_klaar_knop.clicked.connect(self.noteer_brief)

    def toon_brieven(self, beeld: BestuurBeeld | None) -> None:
        """What this meeting owes another by the convenant."""
        self._beeld = beeld
        vast = beeld is not None and beeld.vastgesteld
        self._brieven = self._diensten.besluitenbrieven.lijst(beeld.kop.id) if beeld is not None and vast else ()
        te_sturen = self._te_sturen()
        self.setVisible(bool(self._brieven))
        self.brief_klaar_knop.setVisible(te_sturen is not None)
        if self._brieven:
            eerste = te_sturen or self._brieven[0]
            self.brief_knop.setToolTip(f"Aan {eerste.aan} ({eerste.artikel})")
        self.zet_recht(self.brief_klaar_knop, Recht.UITNODIGEN)

    def toon_brief(self) -> None:
        """Show the letter that still has to go, or the last one."""
        brief = self._te_sturen() or (self._brieven[-1] if self._brieven else None)
        if self._beeld is not None and brief is not None:
            self._maak(partial(self._diensten.besluitenbrieven.stuk, self._beeld.kop.id, brief.soort))

    def noteer_brief(self) -> None:
        """The letter was sent: keep it as it is."""
        brief = self._te_sturen()
        if self._beeld is None or brief is None:
            return
        dienst = self._diensten.besluitenbrieven
        if self.lukt(partial(dienst.noteer_verstuurd, self._beeld.kop.id, brief.soort)):
            self.gewijzigd.emit()
            self.zegt.emit(f"De brief aan {brief.aan} is vastgelegd als verstuurd.")

    def _te_sturen(self) -> Briefregel | None:
        return next((brief for brief in self._brieven if brief.verstuurd_op is None), None)
