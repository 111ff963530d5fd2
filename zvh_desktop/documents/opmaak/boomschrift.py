"""Writes the structure tree into a PDF.

Each element is written as ready text: the library's own dictionaries take ten times as long, and a document of some
pages has a thousand elements.
"""

from __future__ import annotations

import zlib
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Any, Final

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFObject

from zvh_desktop.documents.opmaak.structuur import CELLEN, GEDEELD, Boom, Knoop, Merk, Veldmerk

_IN_HAAKJES_ANDERS: Final = frozenset("()\\")


class Ruw(PDFObject):  # type: ignore[misc]
    """An object of a PDF as it will be in the file."""

    __RefOnly__ = 1

    def __init__(self, inhoud: bytes = b"") -> None:
        self.inhoud = inhoud

    def format(self, _document: PDFDocument) -> bytes:
        """The bytes, as they are."""
        return self.inhoud


def stroom(kenmerken: str, inhoud: bytes, *, pak: bool = False) -> Ruw:
    """A stream object; ``kenmerken`` is the inside of its dictionary without the length. ``pak`` packs it."""
    if pak:
        kenmerken, inhoud = f"{kenmerken}/Filter/FlateDecode", zlib.compress(inhoud, 9)
    return Ruw(b"<<%s /Length %d>>\nstream\n%s\nendstream" % (kenmerken.encode(), len(inhoud), inhoud))


def tekstwaarde(tekst: str) -> str:
    """A text as a PDF string."""
    if tekst.isascii() and tekst.isprintable() and not set(tekst) & _IN_HAAKJES_ANDERS:
        return f"({tekst})"
    return f"<feff{tekst.encode('utf-16-be').hex()}>"


def nummer_van(doc: PDFDocument, naam: str) -> int:
    """The number of an object that is in the document under this name."""
    return int(doc.idToObjectNumberAndVersion[naam][0])


def _bij(doc: PDFDocument, een: PDFObject) -> int:
    return nummer_van(doc, doc.Reference(een).name)


def hang_boom(doc: PDFDocument, boom: Boom, bladen: Sequence[str]) -> None:
    """Hang the tree on the catalog. ``bladen`` are the names of the pages in the document, in order."""
    Schrift(doc, boom, bladen).hang()


class Schrift:
    """Writes one tree. What is alike stands together (an element beside its likes, its attributes once), for what is
    packed is as small as it repeats itself."""

    def __init__(self, doc: PDFDocument, boom: Boom, bladen: Sequence[str]) -> None:
        self._doc = doc
        self._boom = boom
        self._paginas = [nummer_van(doc, naam) for naam in bladen]
        self._verdeling, self._wortel = Ruw(), Ruw()
        self._nummer_verdeling, self._nummer_wortel = _bij(doc, self._verdeling), _bij(doc, self._wortel)
        self._kenmerken: dict[str, int] = {}
        self._velden: dict[int, int] = {}
        self._nummers: dict[int, int] = {}

    def hang(self) -> None:
        """Write every element, and which of them each stretch on a page belongs to."""
        knopen = list(_alle(self._boom.wortel))
        vormen = [Ruw() for _knoop, _ouder in knopen]
        self._nummers = {id(knoop): _bij(self._doc, vorm) for (knoop, _ouder), vorm in zip(knopen, vormen, strict=True)}
        for (knoop, ouder), vorm in zip(knopen, vormen, strict=True):
            boven = self._nummer_wortel if ouder is None else self._nummers[id(ouder)]
            vorm.inhoud = self._element(knoop, boven).encode()
        ouders = [(blad, f"[{self._eigenaars(blad)}]") for blad in range(len(self._paginas))]
        ouders += [(nummer, f"{knoop} 0 R") for nummer, knoop in sorted(self._velden.items())]
        self._verdeling.inhoud = f"<</Nums[{' '.join(f'{nummer} {waarde}' for nummer, waarde in ouders)}]>>".encode()
        volgende = ouders[-1][0] + 1 if ouders else 0
        self._wortel.inhoud = (
            f"<</Type/StructTreeRoot/K {self._nummers[id(self._boom.wortel)]} 0 R"
            f"/ParentTree {self._nummer_verdeling} 0 R/ParentTreeNextKey {volgende}>>"
        ).encode()
        self._doc.Catalog.StructTreeRoot = self._wortel
        self._doc.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _eigenaars(self, blad: int) -> str:
        return " ".join(f"{self._nummers[id(knoop)]} 0 R" for knoop in self._boom.merken.get(blad, ()))

    def _element(self, knoop: Knoop, ouder: int) -> str:
        merken = [kind for kind in knoop.kinderen if isinstance(kind, Merk)]
        hier = merken[0].blad if merken else -1
        kinderen = [tekst for kind in knoop.kinderen if (tekst := self._kind(knoop, kind, hier))]
        delen = [f"/S/{knoop.rol}"]
        if knoop.kenmerken:
            delen.append(f"/A{self._kenmerk(knoop.kenmerken)}")
        if merken:
            delen.append(f"/Pg {self._paginas[hier]} 0 R")
        delen.append(f"/P {ouder} 0 R")
        if knoop.anders:
            delen.append(f"/Alt{tekstwaarde(knoop.anders)}")
        if kinderen:
            delen.append(f"/K {kinderen[0]}" if len(kinderen) == 1 else f"/K[{' '.join(kinderen)}]")
        return f"<<{''.join(delen)}>>"

    def _kind(self, knoop: Knoop, kind: Knoop | Merk | Veldmerk, hier: int) -> str:
        """A child as it stands under ``knoop``, whose own page is ``hier``; nothing for one that says nothing."""
        if isinstance(kind, Merk):
            if kind.blad == hier:
                return str(kind.nummer)
            return f"<</Type/MCR/Pg {self._paginas[kind.blad]} 0 R/MCID {kind.nummer}>>"
        if isinstance(kind, Veldmerk):
            sleutel = len(self._paginas) + kind.nummer
            self._velden[sleutel] = self._nummers[id(knoop)]
            veld: Any = self._doc.idToObject[kind.naam]
            veld.dict["StructParent"] = sleutel
            plek = nummer_van(self._doc, kind.naam)
            return f"<</Type/OBJR/Pg {self._paginas[kind.blad]} 0 R/Obj {plek} 0 R>>"
        nummer = self._nummers.get(id(kind))
        return "" if nummer is None else f"{nummer} 0 R"

    def _kenmerk(self, binnen: str) -> str:
        """These attributes: those that many elements share stand in the file once."""
        if binnen not in GEDEELD:
            return f"<<{binnen}>>"
        if binnen not in self._kenmerken:
            self._kenmerken[binnen] = _bij(self._doc, Ruw(f"<<{binnen}>>".encode()))
        return f" {self._kenmerken[binnen]} 0 R"


def _alle(wortel: Knoop) -> Iterator[tuple[Knoop, Knoop | None]]:
    """The element and all below it that have something to say, each with the one above it, level after level.

    An empty cell stays, or its row would shift.
    """
    rij: deque[tuple[Knoop, Knoop | None]] = deque([(wortel, None)])
    while rij:
        knoop, ouder = rij.popleft()
        yield knoop, ouder
        rij.extend(
            (kind, knoop)
            for kind in knoop.kinderen
            if isinstance(kind, Knoop) and (kind.kinderen or kind.rol in CELLEN)
        )
