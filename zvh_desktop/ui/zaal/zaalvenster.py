"""What the room sees of a casus: large, without a table or a field, and empty until the chair shows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QStackedWidget, QVBoxLayout, QWidget

from zvh_desktop.services.tafel.zaal.gegevens import Zaalactie, Zaalbeeld, Zaalbesluit
from zvh_desktop.ui.teksten.datums import datum_kort, tijd_kort
from zvh_desktop.ui.uiterlijk.oefenband import Oefenband
from zvh_desktop.ui.uiterlijk.thema import RASTER
from zvh_desktop.ui.zaal.zwartvenster import Zwartvenster

_TIK_MS = 1000
_REGELS_IN_BEELD = 26
"""So many lines of text fit from top to bottom: readable from the other side of a table."""
_MATEN = (1.6, 1.4, 1.2, 1.0, 0.88, 0.76, 0.66, 0.56, 0.48)
"""Tried from the largest: with little to show it is read from further away."""
_MEESTE = 8
"""More besluiten or acties than this are not readable from a chair; the newest are shown."""
_GROOT, _KOP = 1.9, 1.15


class Zaalvenster(Zwartvenster):
    """Black, waiting, or one casus."""

    def __init__(self, huis: str, klok: Callable[[], datetime], *, oefen: bool = False) -> None:
        super().__init__()
        self._klok = klok
        self._tot: datetime | None = None
        self._huis = huis
        self._labels: dict[str, QLabel] = {}
        self._factoren: list[tuple[QLabel, float]] = []
        self.stapel = QStackedWidget(self)
        self.leeg_vlak, self.inhoud_vlak, self.zwart_vlak = self._bouw_leeg(), self._bouw_inhoud(), QWidget(self)
        for vlak in (self.leeg_vlak, self.inhoud_vlak, self.zwart_vlak):
            self.stapel.addWidget(vlak)
        self.klok = self._label("klok", self, 1.0)
        self.rest = self._label("rest", self, 1.0)
        onder = QHBoxLayout()
        onder.setContentsMargins(4 * RASTER, 0, 4 * RASTER, 2 * RASTER)
        onder.addWidget(self.rest, 1)
        onder.addWidget(self.klok)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(0)
        # the screen says how large it is: the letters follow, and the window never grows out of it
        indeling.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._band = Oefenband(self) if oefen else None
        if self._band is not None:
            indeling.addWidget(self._band)
        indeling.addWidget(self.stapel, 1)
        indeling.addLayout(onder)
        self._tik = QTimer(self)
        self._tik.setInterval(_TIK_MS)
        self._tik.timeout.connect(self._on_tik)
        self._tik.start()
        self.maak_leeg("")

    def _label(self, naam: str, ouder: QWidget, factor: float) -> QLabel:
        label = QLabel("", ouder)
        label.setObjectName(f"zaal_{naam}")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(naam not in ("klok", "rest"))
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._labels[naam] = label
        self._factoren.append((label, factor))
        return label

    def _bouw_leeg(self) -> QWidget:
        vlak = QWidget(self)
        midden = QVBoxLayout(vlak)
        midden.setContentsMargins(*[4 * RASTER] * 4)
        midden.addStretch(1)
        for naam, factor in (("huis", _GROOT), ("wacht", 1.0)):
            label = self._label(naam, vlak, factor)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            midden.addWidget(label)
        midden.addStretch(2)
        return vlak

    def _bouw_inhoud(self) -> QWidget:
        vlak = QWidget(self)
        kolom = QVBoxLayout(vlak)
        kolom.setContentsMargins(*[4 * RASTER] * 4)
        kolom.setSpacing(2 * RASTER)
        for naam, factor in (("nummer", _GROOT), ("doel", 1.0)):
            kolom.addWidget(self._label(naam, vlak, factor))
        lijn = QFrame(vlak)
        lijn.setFrameShape(QFrame.Shape.HLine)
        kolom.addWidget(lijn)
        # two columns and no grid: a grid does not say how much height a part over more than one row needs
        naast_elkaar = QHBoxLayout()
        naast_elkaar.setSpacing(6 * RASTER)
        for breedte, delen in (
            (2, (("aan_tafel", "Aan tafel"),)),
            (5, (("besluiten", "Besluiten"), ("acties", "Acties"))),
        ):
            onder_elkaar = QVBoxLayout()
            onder_elkaar.setSpacing(RASTER)
            for naam, kop in delen:
                titel = self._label(f"kop_{naam}", vlak, _KOP)
                titel.setText(kop)
                onder_elkaar.addWidget(titel)
                onder_elkaar.addWidget(self._label(naam, vlak, 1.0))
            onder_elkaar.addStretch(1)
            naast_elkaar.addLayout(onder_elkaar, breedte)
        kolom.addLayout(naast_elkaar)
        kolom.addStretch(1)
        return vlak

    # --- what is shown ----------------------------------------------------------------------------

    def toon(self, beeld: Zaalbeeld) -> None:
        """This casus."""
        self._tot = beeld.tot
        vragen = (("Doel", beeld.doel), ("Type besluit", beeld.besluit_soort))
        for naam, tekst in (
            ("nummer", f"Casus {beeld.casusnummer}   {beeld.aanpak}"),
            ("doel", "\n".join(f"{kop}: {vraag}" for kop, vraag in vragen if vraag)),
            ("aan_tafel", "\n".join(beeld.aan_tafel) or "nog niemand"),
            ("besluiten", _nieuwste([_besluit(een) for een in beeld.besluiten]) or "nog geen"),
            ("acties", _nieuwste([_actie(een) for een in beeld.acties]) or "nog geen"),
        ):
            self._labels[naam].setText(tekst)
        self._naar(self.inhoud_vlak)

    def maak_leeg(self, zin: str) -> None:
        """Nothing of any casus: the house, the time, and ``zin``, which says nothing of a casus either."""
        self._vergeet()
        self._labels["huis"].setText(self._huis)
        self._labels["wacht"].setText(zin)
        self._naar(self.leeg_vlak)

    def zwart(self) -> None:
        """Black: the vault is locked."""
        self._vergeet()
        self._labels["wacht"].setText("")
        self.verf_zwart()
        self._naar(self.zwart_vlak)

    def is_leeg(self) -> bool:
        """Whether nothing of a casus is in view."""
        return self.stapel.currentWidget() is not self.inhoud_vlak

    def tekst(self) -> str:
        """All that can be read now."""
        return "\n".join(label.text() for label in self._labels.values() if label.isVisibleTo(self) and label.text())

    def _vergeet(self) -> None:
        self._tot = None
        for naam in ("nummer", "doel", "aan_tafel", "besluiten", "acties", "rest"):
            self._labels[naam].setText("")

    def _naar(self, vlak: QWidget) -> None:
        if vlak is not self.zwart_vlak:
            self.setPalette(QGuiApplication.palette())
        if self._band is not None:
            self._band.setVisible(vlak is not self.zwart_vlak)
        self.stapel.setCurrentWidget(vlak)
        self._on_tik()
        self._pas_letter()
        # what was there before is gone at once, and not with the next turn of the event loop
        self.repaint()

    def _on_tik(self) -> None:
        nu = self._klok()
        self.klok.setText("" if self._zwart() else tijd_kort(nu))
        self.rest.setText("" if self._tot is None else _resttijd(nu, self._tot))

    # --- as large as fits -------------------------------------------------------------------------

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        self._pas_letter()

    def changeEvent(self, gebeurtenis: QEvent) -> None:
        super().changeEvent(gebeurtenis)
        if gebeurtenis.type() is QEvent.Type.ApplicationPaletteChange and not self._zwart():
            self.setPalette(QGuiApplication.palette())

    def _zwart(self) -> bool:
        return self.stapel.currentWidget() is self.zwart_vlak

    def _pas_letter(self) -> None:
        """The largest type at which everything of the casus is in view."""
        basis = max(12.0, self.height() / _REGELS_IN_BEELD * 0.62)
        for maat in _MATEN:
            self._zet_letter(basis * maat)
            if self._past():
                return

    def _zet_letter(self, pixels: float) -> None:
        for label, factor in self._factoren:
            letter = QFont(self.font())
            letter.setPixelSize(max(10, round(pixels * factor)))
            letter.setWeight(QFont.Weight.DemiBold if factor > 1 else QFont.Weight.Normal)
            label.setFont(letter)

    def _past(self) -> bool:
        indeling = self.inhoud_vlak.layout()
        onder = max(self.klok.sizeHint().height(), self.rest.sizeHint().height()) + 2 * RASTER
        hoogte = self.height() - onder
        if indeling is None or self.is_leeg():
            return self._huis_past()
        _meet_opnieuw(indeling)
        return indeling.totalHeightForWidth(self.width()) <= hoogte

    def _huis_past(self) -> bool:
        return self._labels["huis"].fontMetrics().horizontalAdvance(self._huis) < self.width() - 8 * RASTER

    def sizeHint(self) -> QSize:
        return QSize(960, 600)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 200)


def _meet_opnieuw(indeling: QLayout) -> None:
    """Other letters: what a layout remembers of the layouts within it no longer holds either."""
    for plaats in range(indeling.count()):
        deel = indeling.itemAt(plaats)
        if deel is not None and (binnen := deel.layout()) is not None:
            _meet_opnieuw(binnen)
    indeling.invalidate()


def _nieuwste(regels: Sequence[str]) -> str:
    if len(regels) <= _MEESTE:
        return "\n".join(regels)
    eerder = len(regels) - _MEESTE
    return "\n".join((f"({eerder} eerder)", *regels[-_MEESTE:]))


def _besluit(een: Zaalbesluit) -> str:
    delen = (een.naam, " ".join(een.omschrijving.split()), f"({een.belegd_bij})" if een.belegd_bij else "")
    return "•  " + " - ".join(deel for deel in delen if deel)


def _actie(een: Zaalactie) -> str:
    wie = f"{een.belegd_bij}: " if een.belegd_bij else ""
    wanneer = f", klaar op {datum_kort(een.termijn)}" if een.termijn is not None else ""
    return f"•  {wie}{' '.join(een.omschrijving.split())}{wanneer}"


def _resttijd(nu: datetime, tot: datetime) -> str:
    minuten = round((tot - nu).total_seconds() / 60)
    return f"nog {minuten} min" if minuten >= 0 else "de tijd is om"
