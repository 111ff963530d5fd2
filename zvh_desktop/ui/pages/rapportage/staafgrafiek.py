"""Bars beside the table, which says the same in words: now above then."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from zvh_desktop.services.cijfers.gegevens import Cijfertabel
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, Kleur, kleur, tekstbreedte

_HOOGSTENS = 12
"""Bars of more lines say less than the table."""


class Staafgrafiek(QWidget):
    """Two bars a line. What is not told has none."""

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("rapportage_grafiek")
        self.setAccessibleName("Grafiek bij de tabel hierboven")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tabel: Cijfertabel | None = None
        self._nu = self._toen = ""

    def zet(self, tabel: Cijfertabel | None, nu: str, toen: str) -> None:
        """Draw this table."""
        self._tabel, self._nu, self._toen = tabel, nu, toen
        self.setVisible(tabel is not None and bool(tabel.rijen))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        rijen = min(len(self._tabel.rijen), _HOOGSTENS) if self._tabel is not None else 0
        return QSize(tekstbreedte(self, 60), (rijen + 1) * self._rijhoogte())

    def minimumSizeHint(self) -> QSize:
        return QSize(tekstbreedte(self, 30), self.sizeHint().height())

    def paintEvent(self, gebeurtenis: QPaintEvent) -> None:
        if self._tabel is None or not self._tabel.rijen:
            return
        schilder = QPainter(self)
        links = min(tekstbreedte(self, 34), self.width() // 2)
        ruimte = max(1, self.width() - links - tekstbreedte(self, 12))
        hoog = self._rijhoogte()
        kleuren = (kleur(Kleur.ACCENT, self.palette()), kleur(Kleur.STIL, self.palette()))
        grootst = max(max(rij.nu or 0, rij.toen or 0) for rij in self._tabel.rijen) or 1
        self._legenda(schilder, links, hoog)
        for nummer, rij in enumerate(self._tabel.rijen[:_HOOGSTENS], 1):
            boven = nummer * hoog
            naam = self.fontMetrics().elidedText(rij.naam, Qt.TextElideMode.ElideRight, links - RASTER)
            midden = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            schilder.setPen(self.palette().windowText().color())
            schilder.drawText(QRectF(0, boven, links - RASTER, hoog), midden, naam)
            dik = (hoog - RASTER) / 2
            for plaats, (waarde, tekst) in enumerate(((rij.nu, rij.nu_tekst), (rij.toen, rij.toen_tekst))):
                breed = ruimte * (waarde or 0) / grootst
                y = boven + HALF + plaats * dik
                schilder.fillRect(QRectF(links, y, breed, dik - 1), kleuren[plaats])
                schilder.drawText(QRectF(links + breed + HALF, y, self.width(), dik), midden, tekst)
        schilder.end()

    def _legenda(self, schilder: QPainter, links: int, hoog: int) -> None:
        x = float(links)
        zijde = self.fontMetrics().ascent()
        for naam, soort in ((self._nu, Kleur.ACCENT), (self._toen, Kleur.STIL)):
            schilder.fillRect(QRectF(x, (hoog - zijde) / 2, zijde, zijde), kleur(soort, self.palette()))
            breed = self.fontMetrics().horizontalAdvance(naam)
            schilder.setPen(self.palette().windowText().color())
            schilder.drawText(
                QRectF(x + zijde + HALF, 0, breed + RASTER, hoog),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                naam,
            )
            x += zijde + breed + 3 * RASTER

    def _rijhoogte(self) -> int:
        return 2 * self.fontMetrics().height() + RASTER
