"""The text of the manual: a long text with pictures, which come from the program itself and from nowhere else."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QResizeEvent, QTextDocument

from zvh_desktop.paths import lees_hulpbron
from zvh_desktop.ui.widgets.velden.leestekst import Leestekst

_BEELD = re.compile(r"beeld/[a-z0-9-]+\.png")
"""What may be named in a chapter; a text can ask for no other file."""
_MARGES = 3
"""How many times the margin of the page is kept free beside a picture."""


class Hulptekst(Leestekst):
    """Each picture is as wide as the page, and no wider than it was taken."""

    _tekst = ""

    def toon(self, tekst: str) -> None:
        """Show a chapter, written in Markdown, from its beginning."""
        self._tekst = tekst
        self.setMarkdown(tekst)

    def loadResource(self, soort: int, adres: QUrl | str) -> Any:
        pad = adres.path() if isinstance(adres, QUrl) else adres
        if soort != QTextDocument.ResourceType.ImageResource.value or not _BEELD.fullmatch(pad):
            return None
        beeld = QImage.fromData(lees_hulpbron(f"handleiding/{pad}"))
        ruimte = self.viewport().width() - int(_MARGES * self.document().documentMargin())
        breedte = min(beeld.width(), max(ruimte, 1))
        schaal = self.devicePixelRatioF()
        beeld = beeld.scaledToWidth(round(breedte * schaal), Qt.TransformationMode.SmoothTransformation)
        beeld.setDevicePixelRatio(schaal)
        return beeld

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        if "](beeld/" in self._tekst and gebeurtenis.size().width() != gebeurtenis.oldSize().width():
            plaats = self.verticalScrollBar().value()
            self.setMarkdown(self._tekst)
            self.verticalScrollBar().setValue(plaats)
