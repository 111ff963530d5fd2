"""Whether a PDF holds more than reading its words shows: pictures, files within it, letters that nobody can name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

_IN_BEELD: Final = re.compile(rb"(?<!\S)BI\s+/")
_TEKENT: Final = re.compile(rb"(?<!\S)(?:f\*?|F|S|s|B\*?|b\*?|sh|Do|Tj|TJ|'|\")(?!\S)")
_SLEUTELS: Final = ("/EmbeddedFiles", "/EF", "/AF", "/Collection", "/XFA", "/JS", "/Annots", "/Fields", "/OCProperties")
"""What has text or files of its own: within the PDF, beside its pages, or made when it opens."""
_ZELF: Final = ("/CreationDate", "/ModDate", "/Producer", "/Creator", "/Trapped")
"""What a program writes about itself and the clock."""
_TAG: Final = re.compile(r"<[^>]*>")
_WOORD: Final = re.compile(r"[^\W\d_]{4,}")
_KLINKER: Final = re.compile(r"[aeiouyáàäâéèëêíìïîóòöôúùüû]", re.IGNORECASE)
_MINSTE_DEEL: Final = 0.75
_STANDAARD: Final = ("Helvetica", "Times", "Courier")
"""Letters of which every program knows what they are."""


def heeft_meer(lezer: PdfReader) -> bool:
    """Whether somewhere in the file stands a picture, a file, a note or field, or a letter of which nobody knows it."""
    return any(map(_is_meer, _voorwerpen(lezer)))


def tekent_zonder_woorden(blad: PageObject, tekst: str) -> bool:
    """Whether something is drawn on this page that is not among its words."""
    inhoud = blad.get_contents()
    gegevens = inhoud.get_data() if inhoud is not None else b""
    return bool(_IN_BEELD.search(gegevens)) or (not tekst.strip() and bool(_TEKENT.search(gegevens)))


def over_het_bestand(lezer: PdfReader) -> str:
    """What somebody typed about the file itself: title, author, subject."""
    regels = [str(waarde) for sleutel, waarde in (lezer.metadata or {}).items() if sleutel not in _ZELF]
    wortel = lezer.root_object
    if "/Metadata" in wortel:
        stroom = wortel["/Metadata"].get_object()
        if isinstance(stroom, StreamObject):
            regels.append(" ".join(_TAG.sub("\n", stroom.get_data().decode("utf-8", "replace")).split()))
    return "\n".join(regels)


def leest_als_taal(tekst: str) -> bool:
    """Whether these are words: of letters under another number, most are not, and few have a vowel."""
    tekens = [teken for teken in tekst if not teken.isspace()]
    gewoon = sum(teken.isprintable() and ord(teken) < 0x2200 for teken in tekens)
    woorden = _WOORD.findall(tekst)
    met_klinker = sum(bool(_KLINKER.search(woord)) for woord in woorden)
    return gewoon >= _MINSTE_DEEL * len(tekens) and met_klinker >= _MINSTE_DEEL * len(woorden)


def _voorwerpen(lezer: PdfReader) -> Iterator[DictionaryObject]:
    """Every dictionary of the file, whatever refers to it, and those within them."""
    nummers = {(nummer, generatie) for generatie, rijen in lezer.xref.items() for nummer in rijen}
    nummers |= {(nummer, 0) for nummer in lezer.xref_objStm}
    te_doen: list[object] = [lezer.trailer]
    te_doen += [lezer.get_object(IndirectObject(nummer, generatie, lezer)) for nummer, generatie in sorted(nummers)]
    while te_doen:
        een = te_doen.pop()
        if isinstance(een, DictionaryObject):
            yield een
            te_doen += [deel for deel in een.values() if not isinstance(deel, IndirectObject)]
        elif isinstance(een, list):
            te_doen += [deel for deel in een if not isinstance(deel, IndirectObject)]


def _is_meer(een: DictionaryObject) -> bool:
    if een.get("/Subtype") == "/Image" or any(een.get(sleutel) for sleutel in _SLEUTELS):
        return True
    if een.get("/Subtype") == "/Form" and isinstance(een, StreamObject):
        return bool(_IN_BEELD.search(een.get_data()))
    return een.get("/Type") == "/Font" and not _is_leesbaar(een)


def _is_leesbaar(letter: DictionaryObject) -> bool:
    if "/ToUnicode" in letter or letter.get("/Subtype") in ("/CIDFontType0", "/CIDFontType2"):
        return True  # those are part of a letter that says it
    if letter.get("/Subtype") in ("/Type0", "/Type3"):
        return False
    codering = letter.get("/Encoding")
    bekend = str(letter.get("/BaseFont", "")).lstrip("/").startswith(_STANDAARD)
    return bekend or (codering is not None and not isinstance(codering.get_object(), DictionaryObject))
