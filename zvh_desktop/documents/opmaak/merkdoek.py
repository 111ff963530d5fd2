"""The canvas of all documents: it marks what it draws, and counts the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import ceil, floor
from typing import Any, Final

from reportlab.pdfbase.pdfdoc import BasicFonts, PDFName
from reportlab.pdfgen.canvas import Canvas

from zvh_desktop.documents.opmaak.bestandsvorm import bestand
from zvh_desktop.documents.opmaak.boomschrift import hang_boom, nummer_van, stroom, tekstwaarde
from zvh_desktop.documents.opmaak.kenschets import Kenschets, zet_kenschets
from zvh_desktop.documents.opmaak.lettertype import Snit
from zvh_desktop.documents.opmaak.stijl import GRIJS, KANTLIJN, PAGINA_BREEDTE, PAGINA_HOOGTE
from zvh_desktop.documents.opmaak.structuur import KOPPEN, Bladwijzer, Boom, Knoop, Leesrol, Veldmerk

_RECHTS: Final = PAGINA_BREEDTE - KANTLIJN
VOETREGEL: Final = 41.0
ACHTERGROND: Final = ""
KOPREGEL: Final = "/Subtype/Header"
VOET: Final = "/Subtype/Footer"
_LOONT: Final = 2
"""A sheet of its own takes some hundred bytes: it is worth that from the third page on."""
_VASTE_PLEK: Final = "% "
"""A line of comment, so that what is drawn in its place is told from what is drawn."""


class Merkdoek(Canvas):  # type: ignore[misc]
    """Everything on it is either part of the tree or an artefact: a rule, a background, the header and the footer.

    The pages are kept until their number is known, to print "Pagina x van y".
    """

    _code: list[str]

    def __init__(self, *args: Any, kenschets: Kenschets, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._doc._pdfVersion = (1, 7)
        self._kenschets = kenschets
        self._bladen: list[dict[str, Any]] = []
        self._blad = 0
        self._artefacten = 0
        self._invoer: Knoop | None = None
        self._vast: dict[str, list[str]] = {}
        self.boom = Boom()

    # What is drawn

    @contextmanager
    def artefact(self, soort: str = ACHTERGROND) -> Iterator[None]:
        """What is drawn meanwhile is not read aloud; neither is what asks to be marked within it."""
        self._artefacten += 1
        if self._artefacten == 1:
            self._code.append(f"/Artifact<</Type/Pagination{soort}>>BDC" if soort else "/Artifact BMC")
        begin = len(self._code)
        try:
            yield
        finally:
            self._artefacten -= 1
            if not self._artefacten:
                self._sluit(begin)

    def _sluit(self, begin: int) -> None:
        if len(self._code) == begin:
            self._code.pop()  # nothing was drawn: a row of a table without a background
        else:
            self._code.append("EMC")

    def op_elk_blad(self, naam: str, teken: Callable[[Canvas], None]) -> None:
        """Draw what is the same on each page: it stands in the file once."""
        if naam not in self._vast:
            eerder, self._code = self._code, []
            teken(self)
            self._vast[naam], self._code = self._code, eerder
        self._code.append(_VASTE_PLEK + naam)

    @property
    def is_artefact(self) -> bool:
        """Whether what is drawn now is not read."""
        return self._artefacten > 0

    @contextmanager
    def gemerkt(self, knoop: Knoop) -> Iterator[None]:
        """What is drawn meanwhile is the content of this element."""
        self._code.append(f"/{knoop.rol}<</MCID {self.boom.merk(knoop, len(self._bladen))}>>BDC")
        yield
        self._code.append("EMC")

    @contextmanager
    def plaat(self, anders: str, breed: float, hoog: float) -> Iterator[None]:
        """A drawing of this size from here, and the words that stand for it."""
        if self.is_artefact:
            yield
            return
        x, y = self.absolutePosition(0, 0)
        kader = f"/O/Layout/Placement/Block/BBox[{floor(x)} {floor(y)} {ceil(x + breed)} {ceil(y + hoog)}]"
        with self.gemerkt(self.boom.nu.onder(Leesrol.PLAAT, kader, anders)):
            yield

    @contextmanager
    def invoerveld(self, naam: str) -> Iterator[None]:
        """The field that is made meanwhile gets this name in the tree."""
        self._invoer = self.boom.nu.onder(Leesrol.VELD, anders=naam)
        yield
        self._invoer = None

    def _addAnnotation(self, annotation: Any, name: str | None = None, addtopage: int = 1) -> None:  # noqa: N802
        super()._addAnnotation(annotation, name, addtopage)
        if self._invoer is not None:
            naam = annotation.__InternalName__
            self._invoer.kinderen.append(Veldmerk(len(self._bladen), self._annotationCount, naam))

    def bladwijzer(self, knoop: Knoop, titel: str, hoog: float) -> None:
        """A heading that is drawn now, so many points high."""
        boven = self.absolutePosition(0, hoog)[1]
        self.boom.bladwijzers.append(Bladwijzer(len(self._bladen), titel, KOPPEN.index(knoop.rol), ceil(boven)))

    # Pages

    def showPage(self) -> None:  # noqa: N802
        """Keep this page until all are there."""
        self._bladen.append(dict(self.__dict__))
        self._startPage()

    def _setAnnotations(self, page: Any) -> None:  # noqa: N802
        super()._setAnnotations(page)
        page.Trans = None
        page.StructParents, page.Tabs = self._blad, PDFName("S")
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]

    def save(self) -> None:
        """Write the pages with their number, the tree and the description, and then the file."""
        bladen, boom = self._bladen, self.boom
        namen = []
        vellen = self._vellen() if len(bladen) > _LOONT else {}
        for nummer, toestand in enumerate(bladen):
            self.__dict__.update(toestand)
            self._blad = nummer
            with self.artefact(VOET):
                self.setFont(Snit.GEWOON.value, 8)
                self.setFillColor(GRIJS)
                self.drawRightString(_RECHTS, VOETREGEL, f"Pagina {nummer + 1} van {len(bladen)}")
            for plek, wijzer in enumerate(een for een in boom.bladwijzers if een.blad == nummer):
                self.bookmarkPage(f"k{nummer}.{plek}", fit="XYZ", left=0, top=wijzer.boven, zoom=0)
                self.addOutlineEntry(wijzer.titel, f"k{nummer}.{plek}", wijzer.diepte, 0)
            self._zet_vast(vellen)
            namen.append(self._doc.thisPageName())
            super().showPage()
        hang_boom(self._doc, boom, namen)
        zet_kenschets(self._doc, self._kenschets)
        self._filename.write(bestand(self._doc, self))

    def _vellen(self) -> dict[str, str]:
        """A sheet for each drawing that comes back, and its name in the file."""
        letters = nummer_van(self._doc, BasicFonts)
        maat = f"/BBox[0 0 {PAGINA_BREEDTE:.2f} {PAGINA_HOOGTE:.2f}]"
        namen = {}
        for naam, code in self._vast.items():
            soort = f"/Type/XObject/Subtype/Form{maat}/Resources<</Font {letters} 0 R>>"
            vel = stroom(soort, "\n".join(code).encode("latin-1"), pak=True)
            namen[naam] = self._doc.getXObjectName(naam)
            self._doc.Reference(vel, namen[naam])
        return namen

    def _zet_vast(self, vellen: dict[str, str]) -> None:
        code: list[str] = []
        for een in self._code:
            naam = een.removeprefix(_VASTE_PLEK)
            if naam == een or naam not in self._vast:
                code.append(een)
            elif vel := vellen.get(naam):
                code.append(f"/{vel} Do")
                self._formsinuse.append(naam)
            else:
                code += self._vast[naam]
        self._code = code


def lees_anders(code: list[str], tekst: str) -> None:
    """Begin a stretch within a text that is read as this text and not as the signs that are drawn."""
    code.append(f"/Span<</ActualText{tekstwaarde(tekst)}>>BDC")
