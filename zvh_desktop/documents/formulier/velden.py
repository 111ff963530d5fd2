"""The fields of a form on the page: a label with the field below it."""

from __future__ import annotations

from typing import Any, Final

from reportlab.lib.colors import white
from reportlab.platypus import Flowable, KeepTogether

from zvh_desktop.documents.formulier.vragen import Vraag, Vraagvorm
from zvh_desktop.documents.opmaak.lettertype import Snit, registreer
from zvh_desktop.documents.opmaak.merkdoek import Merkdoek
from zvh_desktop.documents.opmaak.stijl import GRIJS, INHOUD_BREEDTE, INKT, LIJN
from zvh_desktop.documents.opmaak.tekst import op_regel, schoon

_REGEL: Final = 20.0
_TEKST: Final = 92.0
_LABEL: Final = 13.0
_ONDER: Final = 9.0
_TUSSEN: Final = 12.0
_RAND: Final = 0.7
_GEEN: Final = " "
"""The choice that is none: a list in a PDF has no empty line of its own."""


class Bijeen(KeepTogether):  # type: ignore[misc]
    """A heading, or a long question, on the page of its first field."""


class Veldrij(Flowable):  # type: ignore[misc]
    """Fields beside each other, of one height; never broken over two pages."""

    def __init__(self, vragen: tuple[Vraag, ...]) -> None:
        super().__init__()
        self._vragen = vragen
        self._hoog = _TEKST if any(vraag.vorm is Vraagvorm.TEKST for vraag in vragen) else _REGEL

    def wrap(self, _breed: float, _hoog: float) -> tuple[float, float]:
        """Its size."""
        hulp = 11.0 if any(vraag.hulp for vraag in self._vragen) else 0.0
        return INHOUD_BREEDTE, self._hoog + _LABEL + hulp + _ONDER

    def draw(self) -> None:
        """Labels, and the fields themselves."""
        registreer()
        ruimte = INHOUD_BREEDTE - _TUSSEN * (len(self._vragen) - 1)
        heel = sum(vraag.breed for vraag in self._vragen)
        x = 0.0
        for vraag in self._vragen:
            breed = ruimte * vraag.breed / heel
            self._teken(vraag, x, breed)
            x += breed + _TUSSEN

    def _teken(self, vraag: Vraag, x: float, breed: float) -> None:
        doek: Merkdoek = self.canv
        boven = self.wrap(0, 0)[1]
        with doek.gemerkt(doek.boom.alinea()):
            doek.setFillColor(INKT)
            doek.setFont(Snit.VET.value, 9)
            doek.drawString(x, boven - 9, op_regel(vraag.label, breed, Snit.VET, 9) + " ")
            if vraag.hulp:
                doek.setFillColor(GRIJS)
                doek.setFont(Snit.GEWOON.value, 8)
                doek.drawString(x, boven - 20, op_regel(vraag.hulp, breed, Snit.GEWOON, 8))
        with doek.artefact():
            doek.setStrokeColor(LIJN)
            doek.setLineWidth(_RAND)
            doek.rect(x, _ONDER, breed, self._hoog)
        velden: dict[str, Any] = {
            "name": vraag.sleutel,
            "tooltip": schoon(vraag.label),
            "x": x + _RAND,
            "y": _ONDER + _RAND,
            "width": breed - 2 * _RAND,
            "height": self._hoog - 2 * _RAND,
            "relative": True,
            "borderWidth": 0,
            "borderColor": None,
            "fillColor": white,
            "textColor": INKT,
            "fontName": "Helvetica",
            "fontSize": 9.5,
        }
        with doek.invoerveld(schoon(vraag.label)):
            if vraag.vorm is Vraagvorm.KEUZE:
                doek.acroForm.choice(
                    value=vraag.waarde or _GEEN, options=[_GEEN, *vraag.keuzes], fieldFlags="combo", **velden
                )
                return
            vlag = "readOnly" if vraag.waarde else "multiline" if vraag.vorm is Vraagvorm.TEKST else ""
            doek.acroForm.textfield(value=vraag.waarde, maxlen=vraag.hoogstens, fieldFlags=vlag, **velden)
