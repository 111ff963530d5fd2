"""The one place that knows the icons: their names, their files, and how they get the colour of the text.

The drawings are black; they are recoloured from the palette, so that one file serves light and dark.
"""

from __future__ import annotations

import functools
from enum import StrEnum

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPaintEvent, QPalette, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from zvh_desktop import paths

ICOON_EIGENSCHAP = "zvh_icoon"
_MATEN = (16, 20, 24, 32, 48, 64)
_STANDEN = (QIcon.Mode.Normal, QIcon.Mode.Disabled, QIcon.Mode.Selected)


class Icoon(StrEnum):
    """Every icon; the value is the name of its file in resources/icons."""

    ACTIES = "acties"
    AFDRUK = "afdruk"
    AGENDA = "agenda"
    BEHEER = "beheer"
    CASUSSEN = "casussen"
    CIRKEL = "cirkel"
    DOCUMENT = "document"
    FILTER = "filter"
    FOUT = "fout"
    GESCHIEDENIS = "geschiedenis"
    HUIS = "huis"
    HULP = "hulp"
    INFO = "info"
    INZOOMEN = "inzoomen"
    KLOK = "klok"
    KLUIS = "kluis"
    KOLOMMEN = "kolommen"
    KOPIE = "kopie"
    OMHOOG = "omhoog"
    OMLAAG = "omlaag"
    ONGEDAAN = "ongedaan"
    OOG = "oog"
    OPNIEUW = "opnieuw"
    OPSLAAN = "opslaan"
    OVERLEGGEN = "overleggen"
    PARTIJEN = "partijen"
    PERSOON = "persoon"
    PLUS = "plus"
    POST = "post"
    POTLOOD = "potlood"
    PRULLENBAK = "prullenbak"
    PUNT = "punt"
    RAPPORTAGE = "rapportage"
    SCHILD = "schild"
    SLEUTEL = "sleutel"
    SLOT = "slot"
    SLOT_OPEN = "slot_open"
    SLUITEN = "sluiten"
    STREEPJE = "streepje"
    TAFELS = "tafels"
    TERUG = "terug"
    UITROEP = "uitroep"
    UITZOOMEN = "uitzoomen"
    VANDAAG = "vandaag"
    VERDER = "verder"
    VINK = "vink"
    VRAAGTEKEN = "vraagteken"
    WAARSCHUWING = "waarschuwing"
    ZOEK = "zoek"


class _Tekening:
    """One drawing in one colour; read and parsed when the first size of it is asked that is not in the cache."""

    def __init__(self, icoon: Icoon, kleur: QColor) -> None:
        self._icoon = icoon
        self._kleur = kleur
        self._tekenaar: QSvgRenderer | None = None

    def plaatje(self, grootte: int, schaal: float) -> QPixmap:
        """The drawing in this size, from Qt's pixmap cache when it was made before."""
        zijde = max(1, round(grootte * schaal))
        sleutel = f"zvh/{self._icoon.value}/{self._kleur.rgba()}/{zijde}/{schaal}"
        plaatje = QPixmap()
        if QPixmapCache.find(sleutel, plaatje):
            return plaatje
        plaatje = QPixmap(zijde, zijde)
        plaatje.fill(Qt.GlobalColor.transparent)
        schilder = QPainter(plaatje)
        self._lees().render(schilder, QRectF(0, 0, zijde, zijde))
        schilder.end()
        plaatje.setDevicePixelRatio(schaal)
        QPixmapCache.insert(sleutel, plaatje)
        return plaatje

    def _lees(self) -> QSvgRenderer:
        if self._tekenaar is None:
            zwart = paths.lees_hulpbron(f"icons/{self._icoon.value}.svg")
            self._tekenaar = QSvgRenderer(QByteArray(zwart.replace(b"#000000", self._kleur.name().encode("ascii"))))
        return self._tekenaar


def icoonplaatje(icoon: Icoon, kleur: QColor, grootte: int, schaal: float = 1.0) -> QPixmap:
    """One drawing in one colour; ``grootte`` in device-independent pixels."""
    return _Tekening(icoon, kleur).plaatje(grootte, schaal)


def laad_icoon(icoon: Icoon, palet: QPalette | None = None) -> QIcon:
    """A QIcon in the text colours of the palette: normal, disabled and selected."""
    bron = palet if palet is not None else QApplication.palette()
    groep, rol = QPalette.ColorGroup, QPalette.ColorRole
    return _bouw(
        icoon,
        bron.color(groep.Active, rol.ButtonText).rgba(),
        bron.color(groep.Disabled, rol.ButtonText).rgba(),
        bron.color(groep.Active, rol.HighlightedText).rgba(),
    )


@functools.lru_cache(maxsize=256)
def _bouw(icoon: Icoon, gewoon: int, uit: int, gekozen: int) -> QIcon:
    """Put together once: a list asks for the icon of a row each time that it draws that row."""
    resultaat = QIcon()
    for stand, kleur in zip(_STANDEN, (gewoon, uit, gekozen), strict=True):
        tekening = _Tekening(icoon, QColor.fromRgba(kleur))
        for maat in _MATEN:
            resultaat.addPixmap(tekening.plaatje(maat, 1.0), stand)
    return resultaat


def zet_icoon(doel: QAbstractButton | QAction, icoon: Icoon) -> None:
    """Give a button or action its icon in such a way that Thema can renew it in another colour."""
    doel.setProperty(ICOON_EIGENSCHAP, icoon.value)
    doel.setIcon(laad_icoon(icoon))


def ververs_icoon(doel: QAbstractButton | QAction) -> None:
    """Load the icon again in the colours of now."""
    doel.setIcon(laad_icoon(Icoon(doel.property(ICOON_EIGENSCHAP))))


class Icoonvlak(QWidget):
    """An icon beside a text: as high as the text, in its colour, and silent for screen readers."""

    def __init__(self, icoon: Icoon, ouder: QWidget | None = None, *, factor: float = 1.0) -> None:
        super().__init__(ouder)
        self._icoon = icoon
        self._factor = factor
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def zet(self, icoon: Icoon) -> None:
        """Show another icon."""
        self._icoon = icoon
        self.update()

    def icoon(self) -> Icoon:
        """The icon shown now."""
        return self._icoon

    def sizeHint(self) -> QSize:
        zijde = round(self.fontMetrics().height() * 1.15 * self._factor)
        return QSize(zijde, zijde)

    def paintEvent(self, _gebeurtenis: QPaintEvent) -> None:
        zijde = min(self.width(), self.height())
        kleur = self.palette().color(self.foregroundRole())
        schilder = QPainter(self)
        schilder.drawPixmap(0, 0, icoonplaatje(self._icoon, kleur, zijde, self.devicePixelRatioF()))
        schilder.end()
