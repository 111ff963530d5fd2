"""A DOCX that came from outside, looked at before any library opens it: how large it is, and what it could start.

A DOCX is a zip file with XML in it. Refused is whatever runs by itself, reaches outside the file, or is another file in
this one, and XML with a document type: in that something can be defined that grows, or that is read from elsewhere.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from importlib import import_module
from io import BytesIO
from typing import Any, Final

from zvh_desktop.errors import InvoerOngeldig

ETREE: Final = "lxml.etree"
MEESTE_BYTES: Final = 5 * 1024 * 1024
_MEESTE_UITGEPAKT: Final = 40 * 1024 * 1024
_MEESTE_XML: Final = 12 * 1024 * 1024
"""Of one part; the verslag of a long day has a tenth of it."""
_MEESTE_DELEN: Final = 400
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DOCUMENT: Final = "word/document.xml"
_MACRO: Final = re.compile(r"(vbaproject|vbadata|activex|macroenabled|customui|userform|keymapcustomizations)", re.I)
_INGESLOTEN: Final = re.compile(r"(^|/)embeddings/|(^|/)(afchunk|oleobject)|\.(exe|html?|mht|rtf)$", re.I)
_BEELD: Final = re.compile(r"\.(png|jpe?g|gif)$", re.I)
_VELDOPDRACHT: Final = re.compile(
    r"\b(DDE(AUTO)?|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|DATABASE|MACROBUTTON|RD)\b", re.I
)
_SJABLOON: Final = "attachedTemplate"
_ADVIES: Final = "Sla het in uw tekstverwerker opnieuw op als Word-document (DOCX) en kies dat bestand."


def lees_pakket(inhoud: bytes) -> dict[str, bytes]:
    """The parts of this DOCX by their name. Raises InvoerOngeldig when it is none, or too large, or hostile."""
    if len(inhoud) > MEESTE_BYTES:
        raise geweigerd(f"Dit bestand is te groot: er past {MEESTE_BYTES // 1024 // 1024} MB in.")
    try:
        with zipfile.ZipFile(BytesIO(inhoud)) as pak:
            delen = _pak_uit(pak)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError) as fout:
        raise geweigerd("Dit bestand is beschadigd of is geen Word-document.") from fout
    if _DOCUMENT not in delen:
        raise geweigerd("Dit bestand is geen Word-document.")
    _eis_veilig(delen)
    return delen


def _pak_uit(pak: zipfile.ZipFile) -> dict[str, bytes]:
    lijst = pak.infolist()
    if len(lijst) > _MEESTE_DELEN or sum(een.file_size for een in lijst) > _MEESTE_UITGEPAKT:
        raise geweigerd("Dit bestand wordt bij het uitpakken te groot om een document te zijn.")
    delen: dict[str, bytes] = {}
    for een in lijst:
        if een.is_dir():
            continue
        if een.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise geweigerd("Dit bestand is niet opgebouwd zoals een Word-document.")
        if een.flag_bits & 1:
            raise geweigerd("Op dit bestand zit een wachtwoord.")
        if een.filename in delen or ".." in een.filename or een.filename.startswith(("/", "\\")):
            raise geweigerd("Dit bestand is niet opgebouwd zoals een Word-document.")
        delen[een.filename] = pak.read(een)
    return delen


def _eis_veilig(delen: Mapping[str, bytes]) -> None:
    for naam, inhoud in delen.items():
        if _MACRO.search(naam) or (naam == "[Content_Types].xml" and _MACRO.search(inhoud.decode("utf-8", "replace"))):
            raise geweigerd("In dit bestand staat een macro of iets anders dat vanzelf start.", _ZONDER_MACRO)
        if _INGESLOTEN.search(naam):
            raise geweigerd("In dit bestand zit een ander bestand.", "Haal het eruit en sla het document opnieuw op.")
        if naam.startswith("word/media/") and not _BEELD.search(naam):
            raise geweigerd("In dit bestand staat een beeld dat geen PNG, JPEG of GIF is.", "Vervang dat beeld.")
    for _naam, boom in lees_bomen(delen):
        _eis_binnen(boom)


_ZONDER_MACRO: Final = "Sla het op als gewoon Word-document (DOCX), zonder macro's."


def lees_bomen(delen: Mapping[str, bytes]) -> Iterator[tuple[str, Any]]:
    """Each part with XML, read without anything from elsewhere. Raises InvoerOngeldig."""
    etree = import_module(ETREE)
    for naam, inhoud in delen.items():
        if not naam.endswith((".xml", ".rels")):
            continue
        if len(inhoud) > _MEESTE_XML:
            raise geweigerd("Dit bestand is te groot om een document te zijn.")
        lezer = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            boom = etree.fromstring(inhoud, lezer)
        except etree.XMLSyntaxError as fout:
            raise geweigerd("Dit bestand is beschadigd.") from fout
        if boom.getroottree().docinfo.internalDTD is not None:
            raise geweigerd("Dit bestand is niet opgebouwd zoals een Word-document.")
        yield naam, boom


def _eis_binnen(boom: Any) -> None:
    """Nothing in it reaches outside the file. A link to a page stays what it is: it is only followed by who clicks."""
    for een in boom.iter():
        if not isinstance(een.tag, str):
            continue
        if een.get("TargetMode", "").lower() == "external" and not een.get("Type", "").endswith("/hyperlink"):
            wat = "een sjabloon" if een.get("Type", "").endswith(_SJABLOON) else "een beeld of een bestand"
            raise geweigerd(f"Dit bestand haalt {wat} van een andere plek.", "Zet het in het document zelf.")
        if een.tag == f"{_W}altChunk":
            raise geweigerd("In dit bestand zit een ander bestand.", "Haal het eruit en sla het document opnieuw op.")
        opdracht = een.text if een.tag == f"{_W}instrText" else een.get(f"{_W}instr")
        if opdracht and _VELDOPDRACHT.search(opdracht):
            raise geweigerd(
                "In dit bestand staat een veld dat een ander bestand of programma opent.",
                "Haal dat veld weg en sla het document opnieuw op.",
            )


def pak_in(delen: Mapping[str, bytes]) -> bytes:
    """One file of these parts; the same parts are the same bytes, whenever it is made."""
    uit = BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as pak:
        for naam in sorted(delen, key=_volgorde):
            een = zipfile.ZipInfo(naam, (1980, 1, 1, 0, 0, 0))
            een.compress_type = zipfile.ZIP_DEFLATED
            een.create_system = 0
            pak.writestr(een, delen[naam])
    return uit.getvalue()


def _volgorde(naam: str) -> tuple[bool, str]:
    """What says what the parts are comes first, as word processors write it."""
    return naam != "[Content_Types].xml", naam


def geweigerd(zin: str, advies: str = _ADVIES) -> InvoerOngeldig:
    """A refusal: nothing was changed."""
    return InvoerOngeldig("bestand", f"{zin} Er is niets gewijzigd.", advies=advies)
