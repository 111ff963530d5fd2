"""The chart of one table: two bars a line."""

from __future__ import annotations

from typing import Final

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from zvh_desktop.documents.cijfers.gegevens import Cijferblad
from zvh_desktop.documents.opmaak.lettertype import Snit
from zvh_desktop.documents.opmaak.regels import breek
from zvh_desktop.documents.opmaak.stijl import ACCENT, GRIJS, INHOUD_BREEDTE, INKT
from zvh_desktop.documents.opmaak.tekst import op_regel, schoon

_BALK: Final = 8.0
_RIJ: Final = 26.0
_NAAM: Final = 176.0
_RUIMTE: Final = _NAAM - 8
_REGELS: Final = 2
_LEGENDA: Final = 18.0
_HOOGSTENS: Final = 12
"""Lines of one chart; a longer table stands alone."""
_LETTER: Final = 8


def _op_twee_regels(naam: str) -> list[str]:
    """A name in drawing order on the lines it has room for; the second is shortened with an ellipsis."""
    regels = breek(schoon(naam), _RUIMTE, Snit.GEWOON, _LETTER)
    if len(regels) <= _REGELS:
        return [regel.tekst for regel in regels]
    rest = "".join((regel.gelezen or regel.tekst) + ("" if regel.afgebroken else " ") for regel in regels[1:])
    return [regels[0].tekst, op_regel(rest, _RUIMTE, Snit.GEWOON, _LETTER)]


class Staven(Flowable):  # type: ignore[misc]
    """Two bars a line, now above then; what is not told has none. It says what the table above it says."""

    def __init__(self, blad: Cijferblad, nu: str, toen: str) -> None:
        super().__init__()
        self._rijen = blad.rijen[:_HOOGSTENS]
        self._namen = ((nu, ACCENT), (toen, GRIJS))
        self._anders = f"{blad.titel}: de cijfers van de tabel hierboven, als staven."

    def wrap(self, _breed: float, _hoog: float) -> tuple[float, float]:
        """Its size."""
        self.width, self.height = INHOUD_BREEDTE, _LEGENDA + _RIJ * len(self._rijen)
        return self.width, self.height

    def draw(self) -> None:
        """The legend, and a pair of bars for each line."""
        with self.canv.plaat(self._anders, self.width, self.height):
            self._teken()

    def _teken(self) -> None:
        grootst = max(max(rij.nu or 0, rij.toen or 0) for rij in self._rijen) or 1
        ruimte = INHOUD_BREEDTE - _NAAM - 40
        for plaats, (naam, kleur) in enumerate(self._namen):
            links = _NAAM + plaats * ruimte / 2
            self._balk(links, self.height - 11, 8, kleur)
            self._zeg(links + 12, self.height - 10, naam)
        for nummer, rij in enumerate(self._rijen):
            boven = self.height - _LEGENDA - nummer * _RIJ
            namen = _op_twee_regels(rij.naam)
            for plek, regel in enumerate(namen):
                self._zeg(0, boven - (13 if len(namen) == 1 else 8 + plek * 10), regel)
            for waarde, (_naam, kleur), y in zip((rij.nu, rij.toen), self._namen, (boven - 9, boven - 18), strict=True):
                breed = ruimte * (waarde or 0) / grootst
                if breed:
                    self._balk(_NAAM, y, breed, kleur)
                self._zeg(_NAAM + breed + 3, y + 1, "–" if waarde is None else str(waarde))

    def _balk(self, x: float, y: float, breed: float, kleur: Color) -> None:
        self.canv.setFillColor(kleur)
        self.canv.rect(x, y, breed, _BALK, stroke=0, fill=1)

    def _zeg(self, x: float, y: float, tekst: str) -> None:
        self.canv.setFont(Snit.GEWOON.value, _LETTER)
        self.canv.setFillColor(INKT)
        self.canv.drawString(x, y, schoon(tekst) + " ")
