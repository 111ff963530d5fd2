"""The bytes of a PDF with its small objects packed together (object and cross-reference streams, ISO 32000-1, 7.5.7).

The library writes each object by itself and unpacked. With a structure tree there are a thousand small ones, which
say nearly the same: packed, the tree adds some kilobytes to a document, and unpacked it would double it.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from hashlib import md5
from typing import Any, Final

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFFile, PDFStream, PDFStreamFilterZCompress, PDFZCompress
from reportlab.pdfbase.pdfdoc import format as als_bytes

_SAMEN: Final = 4000
"""So many objects in one stream: a reader unpacks all of a stream to see one, and one stream packs better than two."""
_GOED: Final = 9
"""How hard it is packed: a file is made once, and kept and sent for years."""
_VRIJ, _LOS, _SAMENGEPAKT = 0, 1, 2
_PNG_BOVEN: Final = b"\x02"


class _Harder(PDFStreamFilterZCompress):  # type: ignore[misc]
    """Packs as hard as can be."""

    def encode(self, text: str | bytes) -> bytes:
        return zlib.compress(text.encode() if isinstance(text, str) else text, _GOED)


_HARDER: Final = _Harder()


def bestand(doc: PDFDocument, doek: Any) -> bytes:
    """The file of this document, that has all its pages and is not used afterwards."""
    for letter in doc.delayedFonts:
        letter.addObjects(doc)
    wortel, info = doc.Reference(doc.Catalog), doc.Reference(doc.info)
    doc.Outlines.prepare(doc, doek)
    if doc.Outlines.ready < 0:
        doc.Catalog.Outlines = None
    doc.encrypt.prepare(doc)
    uit = PDFFile(doc._pdfVersion)
    plaatsen: dict[int, tuple[int, int, int]] = {0: (_VRIJ, 0, 65535)}
    klein: list[tuple[int, bytes]] = []
    nummer = 1
    # Writing an object can add objects: the count is not known before the last one.
    while nummer in doc.numberToId:
        een = doc.idToObject[doc.numberToId[nummer]]
        if isinstance(een, PDFStream) and een.filters == [PDFZCompress]:
            een.filters = [_HARDER]
        inhoud = als_bytes(een, doc, toplevel=1).strip(b"\n")
        if inhoud.endswith(b"endstream"):
            plaatsen[nummer] = (_LOS, uit.add(b"%d 0 obj\n%s\nendobj\n" % (nummer, inhoud)), 0)
        else:
            klein.append((nummer, inhoud))
        nummer += 1
    for begin in range(0, len(klein), _SAMEN):
        samen = klein[begin : begin + _SAMEN]
        plaatsen |= {een: (_SAMENGEPAKT, nummer, plek) for plek, (een, _inhoud) in enumerate(samen)}
        plaatsen[nummer] = (_LOS, uit.add(_pak(nummer, samen)), 0)
        nummer += 1
    # The same document made again is the same file, its identifier included.
    kenmerk = md5(b"".join(uit.strings), usedforsecurity=False).hexdigest()
    slot = f"/Root {_tekst(wortel, doc)} /Info {_tekst(info, doc)} /ID [<{kenmerk}> <{kenmerk}>]"
    plaatsen[nummer] = (_LOS, uit.offset, 0)
    plaats = uit.add(_wijzer(nummer, plaatsen, slot))
    uit.add(b"startxref\n%d\n%%%%EOF\n" % plaats)
    return bytes(uit.format(doc))


def _tekst(een: Any, doc: PDFDocument) -> str:
    return str(als_bytes(een, doc).decode("latin-1"))


def _pak(nummer: int, samen: Sequence[tuple[int, bytes]]) -> bytes:
    plek, kop = 0, []
    for een, inhoud in samen:
        kop.append(f"{een} {plek}")
        plek += len(inhoud) + 1
    voor = (" ".join(kop) + "\n").encode()
    heel = zlib.compress(voor + b"\n".join(inhoud for _een, inhoud in samen), _GOED)
    soort = f"/Type /ObjStm /N {len(samen)} /First {len(voor)}"
    return _stroom(nummer, soort, heel)


def _wijzer(nummer: int, plaatsen: dict[int, tuple[int, int, int]], slot: str) -> bytes:
    breed = (max(een[1] for een in plaatsen.values()).bit_length() + 7) // 8
    rijen = [
        soort.to_bytes(1, "big") + waarde.to_bytes(breed, "big") + plek.to_bytes(2, "big")
        for soort, waarde, plek in (plaatsen[een] for een in range(nummer + 1))
    ]
    # Each row as what it differs from the one before it, as PNG does: most are the next place in the same stream.
    vorige = [bytes(breed + 3), *rijen]
    verschil = b"".join(
        _PNG_BOVEN + bytes((nu - eerder) % 256 for nu, eerder in zip(rij, boven, strict=True))
        for rij, boven in zip(rijen, vorige, strict=False)
    )
    vorm = f"/DecodeParms <</Predictor 12 /Columns {breed + 3}>>"
    soort = f"/Type /XRef /Size {nummer + 1} /W [1 {breed} 2] {vorm} {slot}"
    return _stroom(nummer, soort, zlib.compress(verschil, _GOED))


def _stroom(nummer: int, soort: str, inhoud: bytes) -> bytes:
    kop = f"{nummer} 0 obj\n<<{soort} /Filter /FlateDecode /Length {len(inhoud)}>>\nstream\n"
    return kop.encode("latin-1") + inhoud + b"\nendstream\nendobj\n"
