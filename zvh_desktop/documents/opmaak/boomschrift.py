"""Writes the structure tree into a PDF.

Each element is written as ready text: the library's own dictionaries take ten times as long, and a document of some
pages has a thousand elements.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFObject

from zvh_desktop.documents.opmaak.structuur import CELLEN, Boom, Knoop, Merk, Veldmerk


class Ruw(PDFObject):  # type: ignore[misc]
    """An object of a PDF as it will be in the file."""

    __RefOnly__ = 1

    def __init__(self, inhoud: bytes = b"") -> None:
        self.inhoud = inhoud

    def format(self, _document: PDFDocument) -> bytes:
        """The bytes, as they are."""
        return self.inhoud


def stroom(kenmerken: str, inhoud: bytes) -> Ruw:
    """A stream object; ``kenmerken`` is the inside of its dictionary without the length."""
    return Ruw(b"<<%s /Length %d>>\nstream\n%s\nendstream" % (kenmerken.encode(), len(inhoud), inhoud))


def tekstwaarde(tekst: str) -> str:
    """A text as a PDF string."""
    return f"<feff{tekst.encode('utf-16-be').hex()}>"


def nummer_van(doc: PDFDocument, naam: str) -> int:
    """The number of an object that is in the document under this name."""
    return int(doc.idToObjectNumberAndVersion[naam][0])


def _bij(doc: PDFDocument, een: PDFObject) -> int:
    return nummer_van(doc, doc.Reference(een).name)


def hang_boom(doc: PDFDocument, boom: Boom, bladen: Sequence[str]) -> None:
    """Hang the tree on the catalog. ``bladen`` are the names of the pages in the document, in order."""
    paginas = [nummer_van(doc, naam) for naam in bladen]
    wortel = Ruw()
    nummers: dict[int, tuple[Ruw, int]] = {}
    for knoop in _alle(boom.wortel):
        een = Ruw()
        nummers[id(knoop)] = (een, _bij(doc, een))
    wortelnummer = _bij(doc, wortel)
    velden: dict[int, int] = {}
    _schrijf(doc, boom.wortel, wortelnummer, nummers, paginas, velden)
    ouders = [
        (blad, "[" + " ".join(f"{nummers[id(knoop)][1]} 0 R" for knoop in boom.merken.get(blad, ())) + "]")
        for blad in range(len(paginas))
    ]
    ouders += [(nummer, f"{knoop} 0 R") for nummer, knoop in sorted(velden.items())]
    verdeling = Ruw(("<</Nums [" + " ".join(f"{nummer} {waarde}" for nummer, waarde in ouders) + "]>>").encode())
    volgende = ouders[-1][0] + 1 if ouders else 0
    wortel.inhoud = (
        f"<</Type /StructTreeRoot /K {nummers[id(boom.wortel)][1]} 0 R /ParentTree {_bij(doc, verdeling)} 0 R "
        f"/ParentTreeNextKey {volgende}>>"
    ).encode()
    doc.Catalog.StructTreeRoot = wortel
    doc.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def _alle(knoop: Knoop) -> Iterator[Knoop]:
    """The element and all below it that have something to say; an empty cell stays, or its row would shift."""
    yield knoop
    for kind in knoop.kinderen:
        if isinstance(kind, Knoop) and (kind.kinderen or kind.rol in CELLEN):
            yield from _alle(kind)


def _schrijf(
    doc: PDFDocument,
    knoop: Knoop,
    ouder: int,
    nummers: dict[int, tuple[Ruw, int]],
    paginas: Sequence[int],
    velden: dict[int, int],
) -> None:
    een, eigen = nummers[id(knoop)]
    merken = [kind for kind in knoop.kinderen if isinstance(kind, Merk)]
    hier = merken[0].blad if merken else -1
    kinderen: list[str] = []
    for kind in knoop.kinderen:
        if isinstance(kind, Merk):
            kinderen.append(
                str(kind.nummer)
                if kind.blad == hier
                else f"<</Type /MCR /Pg {paginas[kind.blad]} 0 R /MCID {kind.nummer}>>"
            )
        elif isinstance(kind, Veldmerk):
            sleutel = len(paginas) + kind.nummer
            velden[sleutel] = eigen
            veld: Any = doc.idToObject[kind.naam]
            veld.dict["StructParent"] = sleutel
            verwijzing = f"{nummer_van(doc, kind.naam)} 0 R"
            kinderen.append(f"<</Type /OBJR /Pg {paginas[kind.blad]} 0 R /Obj {verwijzing}>>")
        elif id(kind) in nummers:
            kinderen.append(f"{nummers[id(kind)][1]} 0 R")
            _schrijf(doc, kind, eigen, nummers, paginas, velden)
    delen = [f"/S /{knoop.rol} /P {ouder} 0 R"]
    if merken:
        delen.append(f"/Pg {paginas[hier]} 0 R")
    if knoop.kenmerken:
        delen.append(f"/A <<{knoop.kenmerken}>>")
    if knoop.anders:
        delen.append(f"/Alt {tekstwaarde(knoop.anders)}")
    if kinderen:
        delen.append(f"/K {kinderen[0]}" if len(kinderen) == 1 else f"/K [{' '.join(kinderen)}]")
    een.inhoud = f"<<{' '.join(delen)}>>".encode()
