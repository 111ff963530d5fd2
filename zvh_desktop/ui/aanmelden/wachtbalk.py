"""The bar that moves while a vault is opened; it keeps its place when it is not there."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QWidget

from zvh_desktop.ui.uiterlijk.thema import RASTER


class Wachtbalk(QProgressBar):
    """Hidden until it is shown."""

    def __init__(self, ouder: QWidget) -> None:
        super().__init__(ouder)
        self.setRange(0, 0)
        self.setTextVisible(False)
        self.setAccessibleName("De kluis wordt geopend")
        self.setMaximumHeight(RASTER)
        beleid = self.sizePolicy()
        beleid.setRetainSizeWhenHidden(True)
        self.setSizePolicy(beleid)
        self.hide()
